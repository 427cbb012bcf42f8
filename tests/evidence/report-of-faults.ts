/** The section of the faults, and the table of all of them. Pure. */
import { faultExpectations } from '../../src/evidence/fault-expectations.ts';
import { heading, paragraph, plot, shows, table } from './blocks.ts';
import type { Block } from './blocks.ts';
import { deviceToBuild, isSoftwares } from './findings.ts';
import type { Evidence } from './findings.ts';
import type { FaultFigures } from './long-runs.ts';
import { delayPlot, rangePlot } from './plots.ts';
import type { Shade } from './plot-frame.ts';
import type { Range } from './plots.ts';
import { whenRun } from './report-of-runs.ts';
import { celsius, counted, number, seconds } from './words.ts';

/** One fault on one device, over all the moments it struck at. */
export interface FaultSum {
  readonly fault: string;
  readonly rig: string;
  readonly trials: number;
  readonly untripped: number;
  readonly plateMinC: number;
  readonly plateMaxC: number;
  readonly slowestS: number | null;
  readonly rows: readonly FaultFigures[];
}

export function faultSums(rows: readonly FaultFigures[]): FaultSum[] {
  const groups = new Map<string, FaultFigures[]>();
  for (const row of rows) {
    const key = `${row.rig} ${row.fault}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const times = group.flatMap(({ slowestS }) => slowestS ?? []);
    return [
      {
        fault: first.fault,
        rig: first.rig,
        trials: group.reduce((sum, { trials }) => sum + trials, 0),
        untripped: group.reduce((sum, { untripped }) => sum + untripped, 0),
        plateMinC: Math.min(...group.map(({ plateMinC }) => plateMinC)),
        plateMaxC: Math.max(...group.map(({ plateMaxC }) => plateMaxC)),
        slowestS: times.length === 0 ? null : Math.max(...times),
        rows: group,
      },
    ];
  });
}

export const worstOf = (
  rows: readonly FaultFigures[],
): { readonly plateMinC: number | null; readonly plateMaxC: number | null } => ({
  plateMinC: rows.length === 0 ? null : Math.min(...rows.map(({ plateMinC }) => plateMinC)),
  plateMaxC: rows.length === 0 ? null : Math.max(...rows.map(({ plateMaxC }) => plateMaxC)),
});

const needsHardware = (fault: string): boolean => faultExpectations[fault]?.hardware !== undefined;
const marked = (fault: string): string => (needsHardware(fault) ? `${fault} †` : fault);

const momentShades = [
  ['self-test', 'rest', 'before the self-test'],
  ['cold', 'cold', 'in the first cold phase'],
  ['hot', 'hot', 'in the first hot phase'],
] as const satisfies readonly (readonly [FaultFigures['moment'], Shade, string])[];

function temperaturePlot(sums: readonly FaultSum[], { plateBounds }: Evidence): Block {
  const roomC = ({ plateMinC, plateMaxC }: FaultSum): number =>
    Math.min(plateMinC - plateBounds.minC, plateBounds.maxC - plateMaxC);
  const own = sums
    .filter(({ rig }) => rig === deviceToBuild)
    .toSorted((a, b) => roomC(a) - roomC(b));
  const ranges = own.map(({ fault, plateMinC, plateMaxC }): Range => {
    const other = sums.find((sum) => sum.fault === fault && sum.rig !== deviceToBuild);
    return {
      label: marked(fault),
      low: plateMinC,
      high: plateMaxC,
      ...(other === undefined ? {} : { other: { low: other.plateMinC, high: other.plateMaxC } }),
    };
  });
  const title = 'Coldest and hottest the plate itself became after each fault';
  return plot(
    rangePlot({
      title,
      ranges,
      bounds: [plateBounds.minC, plateBounds.maxC],
      axis: [-5, 55],
      keys: { low: 'coldest', high: 'hottest', other: 'the device that heats on 12 V' },
    }),
    `${title}, over all trials, those nearest to a bound first. Prescribed are 12 and 40 °C. Filled: the device to build, which must stay between the dashed lines. Rings: the same device heating on 12 V instead of 5 V, for comparison. † no software can stop it: hardware must. An arrow: beyond the axis.`,
  );
}

function timePlot(sums: readonly FaultSum[]): Block {
  const rows = sums
    .filter(({ rig, slowestS }) => rig === deviceToBuild && slowestS !== null)
    .toSorted((a, b) => (b.slowestS ?? 0) - (a.slowestS ?? 0))
    .map((sum) => ({
      label: marked(sum.fault),
      delays: momentShades.flatMap(([moment, shade]) => {
        const row = sum.rows.find((one) => one.moment === moment);
        if (row === undefined || row.medianS === null || row.slowestS === null) return [];
        return [{ shade, medianS: row.medianS, slowestS: row.slowestS }];
      }),
    }));
  return plot(
    delayPlot({
      title: 'Time from each fault to off, on the device to build',
      rows,
      keys: momentShades.map(([, shade, words]) => ({ shade, words })),
    }),
    'Time from the fault until a rule trips and all power is taken away, slowest first; the scale is logarithmic. A slow one is a slow fault: a sensor that drifts or reads a little wrong is found when it matters, and the plot above shows where the plate was meanwhile. †: the rule trips, but only hardware can take the power away.',
  );
}

export function faultSection(evidence: Evidence): Block[] {
  const { rows } = evidence.longRuns.faults.result;
  const sums = faultSums(rows);
  const trials = rows.reduce((sum, row) => sum + row.trials, 0);
  const worst = worstOf(rows.filter(isSoftwares));
  const { minC, maxC } = evidence.plateBounds;
  const faults = new Set(rows.map(({ fault }) => fault));
  const hardware = [...faults].filter(needsHardware);
  return [
    heading(2, 'Faults'),
    paragraph(
      `Broken and lying sensors, a shorted bridge, a welded relay, a dead fan, a weak supply, a bad cable, a stalled computer: each strikes before the self-test, in a cold phase and in a hot phase, on devices drawn within tolerance. ${number(trials)} trials of ${counted(faults.size, 'fault')}. Which rules trip is in [the table of faults](faults.md).`,
    ),
    ...shows(
      `After every fault that software can do something about, on the device to build, the plate itself stayed from ${celsius(worst.plateMinC)} to ${celsius(worst.plateMaxC)} °C; it must stay from ${minC} to ${maxC} °C, and the rule that trips must name the fault. The bounds lie a little outside the limits at which rules trip: room for the time until one has tripped, and for what a hot heatsink gives back.`,
      `Faults that nobody built into the simulator, and several at once (the seeded treatments mix them). ${counted(hardware.length, 'fault')} (†) no software can stop, so the bounds are not asked of them: what must is a thermal cut-out, the board’s own guard, or a person who unplugs.`,
    ),
    whenRun('faults', evidence),
    temperaturePlot(sums, evidence),
    timePlot(sums),
  ];
}

const perMoment = (rows: readonly FaultFigures[]): string[] =>
  momentShades.map(([moment]) =>
    seconds(rows.find((row) => row.moment === moment)?.medianS ?? null),
  );

export function faultTables(evidence: Evidence): Block[] {
  const { rows } = evidence.longRuns.faults.result;
  const sums = faultSums(rows);
  const rigs = [...new Set(sums.map(({ rig }) => rig))];
  return [
    heading(2, 'All faults in figures'),
    paragraph(
      'Temperatures are the plate’s own, worst of all trials, in °C. Times are from the fault to off, in seconds: the median where it struck before the self-test, in the cold and in the hot phase, and the slowest of all. “no trip” counts trials in which no rule had to ([why](faults.md#where-no-rule-trips-and-why-that-is-right)). † only hardware can stop it ([what must](faults.md#what-only-hardware-can-stop)).',
    ),
    ...rigs.flatMap((rig) => [
      heading(
        3,
        rig === deviceToBuild ? 'The device to build (5 V heat)' : `For comparison: ${rig}`,
      ),
      table(
        ['fault', 'trials', 'coldest', 'hottest', 'self-test', 'cold', 'hot', 'slowest', 'no trip'],
        sums
          .filter((sum) => sum.rig === rig)
          .map((sum) => [
            `\`${sum.fault}\`${needsHardware(sum.fault) ? ' †' : ''}`,
            number(sum.trials),
            celsius(sum.plateMinC),
            celsius(sum.plateMaxC),
            ...perMoment(sum.rows),
            seconds(sum.slowestS),
            sum.untripped === 0 ? '' : number(sum.untripped),
          ]),
      ),
    ]),
  ];
}
