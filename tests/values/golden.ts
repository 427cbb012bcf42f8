/**
 * Records of whole treatments on the simulated device, one for each way to end, each written by the product through its
 * journal: what everything that shows numbers is compared with.
 */
import { recorded } from '../../src/treatment/recorded.ts';
import { defaultClinicLimits } from '../../src/limits/clinic.ts';
import type { StoredRecord } from '../../src/records/store.ts';
import { verifyRecord } from '../../src/records/verify.ts';
import type { Happening } from '../../src/treatment/host/run.ts';
import type { Summary } from '../../src/treatment/summary.ts';
import { MemoryDisk } from '../records/fixtures/memory-disk.ts';
import { headerFields, journalOn } from '../records/fixtures/treatments.ts';
import { at, fault, inShortHeatS, openRig, shortPrescription } from '../treatment/rig.ts';

const endings = {
  completed: [],
  paused: [at(inShortHeatS, { type: 'PAUSE' }), at(inShortHeatS + 20, { type: 'RESUME' })],
  stopped: [at(inShortHeatS, { type: 'STOP', by: 'the operator' })],
  tripped: [fault(inShortHeatS, 'bridge-stuck-heat')],
} as const satisfies Record<string, readonly Happening[]>;

export type Ending = keyof typeof endings;
export const allEndings = Object.keys(endings) as readonly Ending[];

/** A line as it stands in the file: read as JSON by whoever compares, not by the program. */
export type Line = Readonly<Record<string, unknown>> & {
  readonly type: string;
  readonly t: number;
};

export interface Sample {
  readonly t: number;
  readonly state: string;
  readonly phase: number;
  readonly setpointC: number | null;
  readonly plateAC: number;
  readonly plateBC: number;
  readonly heatsinkC: number;
  readonly drive: number;
  readonly cem43Min: number;
  readonly coldMin: number;
}

export interface Golden {
  readonly stored: StoredRecord;
  readonly text: string;
  readonly lines: readonly Line[];
  readonly samples: readonly Sample[];
  readonly summary: Summary;
}

const known = new Map<Ending, Promise<Golden>>();

/** Made once in a file of tests. */
export function golden(ending: Ending): Promise<Golden> {
  const made = known.get(ending) ?? make(ending);
  known.set(ending, made);
  return made;
}

async function make(ending: Ending): Promise<Golden> {
  const rig = await openRig({ seed: 3, prescription: shortPrescription });
  const summary = { ...(await rig.run(endings[ending])), id: '20261120T093512123Z-7f3a' };
  const disk = new MemoryDisk();
  const journal = journalOn(disk, {
    header: {
      ...headerFields,
      limits: defaultClinicLimits,
      prescription: shortPrescription,
      plan: rig.companion.config.plan.phases.map(({ kind, setpointC, dwellMs }) => ({
        kind,
        setpointC,
        dwellMs,
      })),
    },
  });
  for (const { t, entry } of rig.entries) {
    const { type, fields } = recorded(entry);
    journal.append(type, t, fields);
  }
  journal.append('summary', summary.durationS, summary);
  const text = disk.text(journal.path);
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
  return {
    text,
    lines,
    summary,
    samples: lines.filter(({ type }) => type === 'sample') as unknown as readonly Sample[],
    stored: {
      id: summary.id,
      path: 'golden.jsonl',
      verification: verifyRecord(text),
      renamedFrom: null,
    },
  };
}

/** A stretch of the record between a phase line and what ended it, by the lines alone. */
export interface Phase {
  readonly phase: number;
  readonly kind: string;
  readonly setpointC: number;
  readonly fromS: number;
  readonly toS: number;
  readonly samples: readonly Sample[];
}

export function phasesIn({ lines }: Golden): Phase[] {
  const starts = lines.filter(({ type }) => type === 'phase');
  return starts.map((start) => {
    const after = lines.slice(lines.indexOf(start) + 1);
    const end = after.find(
      ({ type, event, to }) =>
        type === 'phase' ||
        (type === 'state' && (event === 'PHASE_ELAPSED' || to === 'settling' || to === 'faulted')),
    )!;
    const within = after.slice(0, after.indexOf(end));
    return {
      phase: start['phase'] as number,
      kind: start['kind'] as string,
      setpointC: start['setpointC'] as number,
      fromS: start.t,
      toS: end.t,
      samples: within.filter(({ type }) => type === 'sample') as unknown as readonly Sample[],
    };
  });
}

/** `h:mm:ss` or `m:ss` of whole seconds. */
export function timeOf(whole: number): string {
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown
    .map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, '0')))
    .join(':');
}

export const least = (values: readonly number[]): number =>
  values.reduce((a, b) => (b < a ? b : a));
export const most = (values: readonly number[]): number => values.reduce((a, b) => (b > a ? b : a));
