/**
 * When the sessions of records really were (law L14). A wall clock alone proves nothing: it may have been wrong. What
 * speaks for or against it: the clock that counts from the start of the computer, whether anybody had set the wall clock,
 * and the order of the records. Pure.
 */
import { beganMs } from '../records/chain.ts';
import type { RecordBrief } from '../records/brief.ts';
import type { ClockReading } from '../records/clock.ts';
import type { PastSession } from '../safety/exposure.ts';

/** What two readings of right clocks may differ by, milliseconds. */
export const clockToleranceMs = 60_000;

/** Names the doubt about a record of a later time than now. */
export const aheadId = (recordId: string): string => `record-ahead:${recordId}`;

export class RecordTimes {
  readonly #nowMs: number;
  readonly #clock: ClockReading;
  readonly #byId: ReadonlyMap<string, RecordBrief>;
  readonly #after: ReadonlyMap<string, readonly RecordBrief[]>;
  readonly #settled: ReadonlySet<string>;

  constructor(briefs: readonly RecordBrief[], nowMs: number, clock: ClockReading) {
    this.#nowMs = nowMs;
    this.#clock = clock;
    this.#byId = new Map(briefs.map((brief) => [nameOf(brief), brief]));
    const after = new Map<string, RecordBrief[]>();
    for (const brief of briefs) {
      const before = brief.header?.previous?.id;
      if (before !== undefined) after.set(before, [...(after.get(before) ?? []), brief]);
    }
    this.#after = after;
    this.#settled = new Set(briefs.flatMap(({ header }) => header?.settled ?? []));
  }

  /** Doubts that some start has been settled by a clinician. */
  get settled(): ReadonlySet<string> {
    return this.#settled;
  }

  /** UTC, by the clock that is never set where it still runs, else by the wall clock of that day. */
  beganMs(brief: RecordBrief): number {
    return this.#beganByUptimeMs(brief) ?? beganMs(brief);
  }

  #beganByUptimeMs({ header }: RecordBrief): number | null {
    const { bootId, upS } = this.#clock;
    const then = header?.clock;
    if (then === undefined || bootId === null || then.bootId !== bootId) return null;
    if (upS === null || then.upS === null || !(then.upS <= upS)) return null;
    return this.#nowMs - (upS - then.upS) * 1000;
  }

  /** How far the wall clock has moved since the record began, milliseconds; null where nothing tells. */
  leapSinceMs(brief: RecordBrief): number | null {
    const byUptime = this.#beganByUptimeMs(brief);
    const leapMs = byUptime === null ? Number.NaN : byUptime - beganMs(brief);
    return Number.isFinite(leapMs) ? leapMs : null;
  }

  /** It says that it was, or ended, later than now. */
  isAhead(brief: RecordBrief): boolean {
    if (this.#beganByUptimeMs(brief) !== null) return false;
    const latest = Math.max(
      ...[beganMs(brief), brief.lastMs].map((ms) => (Number.isFinite(ms) ? ms : -Infinity)),
    );
    return latest > this.#nowMs + clockToleranceMs;
  }

  /** The wall clock of a record that may have been wrong; what could speak against it is asked, and nothing does. */
  isProven(brief: RecordBrief): boolean {
    const { header } = brief;
    // Of what has no proven header nothing but its name and its lines speak; it counts at its worst already.
    if (header === null || this.#beganByUptimeMs(brief) !== null) return true;
    const began = beganMs(brief);
    if (!Number.isFinite(began) || this.isAhead(brief)) return false;
    if (header.clock?.synchronised === false) return false;
    if (header.clock?.synchronised === true) return true;
    const before = this.#byId.get(header.previous?.id ?? '');
    if (header.settled?.includes(aheadId(header.previous?.id ?? '')) === true) return true;
    // Another treatment may have been running still: it is its beginning that lies before.
    return before === undefined || !(began + clockToleranceMs < beganMs(before));
  }

  /**
   * The latest end of a record whose own time is not proven: before the next record with a proven time, or now. Null
   * where its own time holds.
   */
  boundMs(brief: RecordBrief): number | null {
    if (this.isProven(brief)) return null;
    const seen = new Set<RecordBrief>();
    let bound = this.#nowMs;
    const queue = [...(this.#after.get(nameOf(brief)) ?? [])];
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      if (seen.has(next)) continue;
      seen.add(next);
      const began = this.isProven(next) ? this.beganMs(next) : Number.NaN;
      if (began < bound) bound = began;
      else queue.push(...(this.#after.get(nameOf(next)) ?? []));
    }
    return bound;
  }

  /** The session where it belongs in time. @param lengthMs on a clock that is never set */
  placed(session: PastSession, brief: RecordBrief, lengthMs: number): PastSession {
    const bound = this.boundMs(brief);
    if (bound !== null) return { ...session, endedAtMs: bound, timeProven: false };
    const began = this.#beganByUptimeMs(brief);
    if (began !== null && Number.isFinite(session.endedAtMs)) {
      return { ...session, endedAtMs: began + lengthMs, timeProven: true };
    }
    const ahead = session.endedAtMs > this.#nowMs + clockToleranceMs;
    return ahead && brief.header !== null ? { ...session, timeProven: false } : session;
  }
}

const nameOf = ({ id, header }: RecordBrief): string => header?.id ?? id;
