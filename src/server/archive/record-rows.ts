/** The records of the folder as rows of a list. A record that has not changed is not read again. */
import fs from 'node:fs';
import { join } from 'node:path';
import { headerOf, linesOf, outcomeOf, summaryOf } from '../../records/outcome.ts';
import { newestFirst } from '../../records/record-id.ts';
import { readRecord } from '../../records/store.ts';
import type { StoredRecord } from '../../records/store.ts';
import { CompanionError, systemCodeOf } from '../../errors.ts';
import type { DrillsAnswer, RecordRow } from '../contract/record-answers.ts';
import { drillsIn } from '../device/drill-watch.ts';

type DrillRow = DrillsAnswer['drills'][number];

interface Kept {
  readonly stamp: string;
  readonly row: RecordRow;
  readonly drills: readonly DrillRow[];
}

export class RecordRows {
  readonly #folder: string;
  readonly #runningId: () => string | null;
  readonly #kept = new Map<string, Kept>();

  /** @param runningId the record that is being written now */
  constructor(folder: string, runningId: () => string | null) {
    this.#folder = folder;
    this.#runningId = runningId;
  }

  /** The newest, and how many older ones there are. */
  newest(limit: number): { rows: RecordRow[]; older: number; drills: DrillRow[] } {
    const ids = recordIds(this.#folder);
    const kept = ids.slice(0, limit).map((id) => this.#keep(id));
    return {
      rows: kept.map(({ row }) => row),
      older: Math.max(0, ids.length - limit),
      drills: kept.flatMap(({ drills }) => drills),
    };
  }

  #keep(id: string): Kept {
    const stamp = stampOf(join(this.#folder, `${id}.jsonl`));
    const before = this.#kept.get(id);
    if (before?.stamp === stamp) return before;
    const kept = { stamp, ...this.#read(id) };
    if (kept.row.verdict !== 'running') this.#kept.set(id, kept);
    return kept;
  }

  #read(id: string): Omit<Kept, 'stamp'> {
    try {
      const record = readRecord(this.#folder, id);
      return { row: this.rowOf(record), drills: drillRows(record) };
    } catch (thrown) {
      if (!(thrown instanceof CompanionError)) throw thrown;
      const reason = thrown.parts.what;
      return { row: { ...unknownRow, id, reason, verdict: 'unreadable' }, drills: [] };
    }
  }

  rowOf(record: StoredRecord): RecordRow {
    const { lines, verdict } = record.verification;
    const header = headerOf(lines);
    const running = record.id === this.#runningId() && verdict.kind === 'truncated';
    const proven = outcomeOf(record.verification);
    const name = Object(header?.prescription) as { readonly name?: unknown };
    return {
      id: record.id,
      startedAt: header?.at ?? null,
      name: typeof name.name === 'string' ? name.name : null,
      site: header?.site ?? null,
      outcome: running ? 'running' : proven.outcome,
      reason: running ? 'the treatment is under way' : proven.reason,
      ...(running ? {} : endingOf(record)),
      durationS: summaryOf(lines)?.durationS ?? lines.at(-1)?.t ?? null,
      simulated: header?.simulated ?? null,
      bench: header?.bench ?? null,
      verdict: running ? 'running' : verdict.kind,
    };
  }
}

/** How it ended as facts, where the record proves it and has them. */
function endingOf({ verification }: StoredRecord): Pick<RecordRow, 'ending'> {
  const summary = summaryOf(verification.lines);
  if (summary?.why === undefined || outcomeOf(verification).outcome !== summary.outcome) return {};
  const { why, rule, coldFinish, phases = [] } = summary;
  return {
    ending: {
      why,
      rule,
      coldFinish: typeof coldFinish === 'boolean' ? coldFinish : null,
      phases,
    },
  };
}

const unknownRow = {
  startedAt: null,
  name: null,
  site: null,
  outcome: 'not known',
  durationS: null,
  simulated: null,
  bench: null,
} as const;

function drillRows(record: StoredRecord): DrillRow[] {
  const { lines } = record.verification;
  const at = headerOf(lines)?.at ?? null;
  return drillsIn(linesOf(lines, 'note')).map((drill) => ({
    ...drill,
    treatmentId: record.id,
    at,
    simulation: true,
  }));
}

function stampOf(path: string): string {
  try {
    const { size, mtimeMs } = fs.statSync(path);
    return `${size} ${mtimeMs}`;
  } catch {
    return 'gone';
  }
}

function recordIds(folder: string): string[] {
  try {
    return fs
      .readdirSync(folder)
      .flatMap((name) => /^(.+)\.jsonl$/s.exec(name)?.[1] ?? [])
      .toSorted(newestFirst);
  } catch (thrown) {
    if (systemCodeOf(thrown) === 'ENOENT') return [];
    throw thrown;
  }
}
