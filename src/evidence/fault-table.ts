/** The results of many fault trials as a table: fault → rules → time to trip → worst true temperatures. Pure. */
import { plantFaults } from '../../hardware/plant/faults.ts';
import { linkFaults } from '../../hardware/boards/link-faults.ts';
import { rigs } from '../../hardware/plant/rigs.ts';
import type { RigId } from '../../hardware/plant/rigs.ts';
import { faultExpectations } from './fault-expectations.ts';
import { faultMoments } from './fault-trial.ts';
import type { FaultMoment, FaultResult, FaultTrial } from './fault-trial.ts';

export const allFaults: readonly string[] = Object.keys(faultExpectations);

/** What the simulator can do, in words, by id; joined faults are named by their parts. */
export const faultWords = (id: string): string =>
  id
    .split('+')
    .map((part) => [...plantFaults, ...linkFaults].find((fault) => fault.id === part)?.description)
    .join(', and ');

export function faultTrials(
  faults: readonly string[],
  rigIds: readonly RigId[],
  seeds: number,
  moments: readonly FaultMoment[] = faultMoments,
): FaultTrial[] {
  return rigIds.flatMap((rig) =>
    faults.flatMap((fault) =>
      moments.flatMap((moment) =>
        // What is found before anything is driven needs no twenty devices.
        Array.from({ length: moment === 'self-test' ? Math.min(seeds, 3) : seeds }, (_, index) => ({
          fault,
          rig,
          moment,
          seed: index + 1,
        })),
      ),
    ),
  );
}

export interface FaultRow {
  readonly fault: string;
  readonly rig: RigId;
  readonly moment: FaultMoment;
  readonly trials: number;
  /** How often each rule tripped, most frequent first. */
  readonly rules: readonly (readonly [rule: string, times: number])[];
  readonly untripped: number;
  readonly medianS: number | null;
  readonly slowestS: number | null;
  readonly plateMaxC: number;
  readonly plateMinC: number;
  readonly objections: readonly string[];
}

export function rowsOf(results: readonly FaultResult[]): FaultRow[] {
  const groups = new Map<string, FaultResult[]>();
  for (const result of results) {
    const key = `${result.rig} ${result.fault} ${result.moment}`;
    groups.set(key, [...(groups.get(key) ?? []), result]);
  }
  return [...groups.values()].flatMap((group) =>
    group[0] === undefined ? [] : [rowOf(group[0], group)],
  );
}

function rowOf({ fault, rig, moment }: FaultTrial, group: readonly FaultResult[]): FaultRow {
  const tripped = group.filter(({ tripAfterS }) => tripAfterS !== null);
  const times = tripped.map(({ tripAfterS }) => tripAfterS ?? 0).toSorted((a, b) => a - b);
  const counts = new Map<string, number>();
  for (const { rule } of tripped) counts.set(rule ?? '–', (counts.get(rule ?? '–') ?? 0) + 1);
  return {
    fault,
    rig,
    moment,
    trials: group.length,
    rules: [...counts].toSorted(([, a], [, b]) => b - a),
    untripped: group.length - tripped.length,
    medianS: times[Math.floor((times.length - 1) / 2)] ?? null,
    slowestS: times.at(-1) ?? null,
    plateMaxC: Math.max(...group.map(({ plateMaxC }) => plateMaxC)),
    plateMinC: Math.min(...group.map(({ plateMinC }) => plateMinC)),
    objections: group.flatMap(({ seed, objection }) =>
      objection === null ? [] : [`seed ${seed}: ${objection}`],
    ),
  };
}

const seconds = (value: number | null): string => (value === null ? '–' : value.toFixed(1));

export const faultColumns = [
  'fault',
  'strikes in',
  'trials',
  'rule that tripped (of trials)',
  'no trip',
  'median s',
  'slowest s',
  'hottest true °C',
  'coldest true °C',
] as const;

export const faultCells = (row: FaultRow): string[] => [
  row.fault,
  row.moment,
  String(row.trials),
  row.rules.map(([rule, times]) => `${rule} (${times})`).join(', ') || '–',
  row.untripped === 0 ? '' : String(row.untripped),
  seconds(row.medianS),
  seconds(row.slowestS),
  row.plateMaxC.toFixed(1),
  row.plateMinC.toFixed(1),
];

export function faultTableText(rows: readonly FaultRow[]): string {
  const cells = [[...faultColumns], ...rows.map(faultCells)];
  const widths = faultColumns.map((_, column) =>
    Math.max(...cells.map((row) => row[column]?.length ?? 0)),
  );
  return cells
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

export function faultTableMarkdown(rows: readonly FaultRow[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const head = [line(faultColumns), line(faultColumns.map(() => '---'))];
  const perRig = [...new Set(rows.map(({ rig }) => rig))].map((rig) => {
    const own = rows.filter((row) => row.rig === rig);
    const body = own.map((row) =>
      line(faultCells(row).map((cell, at) => (at === 0 ? `\`${cell}\`` : cell))),
    );
    return [`### ${rigs[rig].title}`, '', ...head, ...body].join('\n');
  });
  return perRig.join('\n\n');
}
