/** What the device process keeps from one treatment to the next, as one value; each change is a new one. Pure. */
import type { LatchedTrip } from '../../treatment/latched-trip.ts';
import type { PlainCommand } from '../contract/requests.ts';
import { nothingLeft, withAlarmsSeen, withEndSeen, withSoundPaused } from './aftermath.ts';
import type { Aftermath } from './aftermath.ts';
import type { Draft } from './draft.ts';

export interface Between {
  /** A prescription that waits for its screening. */
  readonly draft: Draft | null;
  /** Who cleared a trip that the board has latched, for the next start. */
  readonly resetBy: string | null;
  /** A trip that the newest record has latched and nobody has cleared: a board that was unplugged has forgotten it. */
  readonly latched: LatchedTrip | null;
  /** What happened after the last record had ended, for the next one. */
  readonly afterthoughts: readonly string[];
  /** The faults that were injected and not cleared since. */
  readonly injected: readonly string[];
  /** Of the treatment before, what nobody has seen yet. */
  readonly left: Aftermath;
  /** Somebody stands in for the person under the plate of a simulated treatment. */
  readonly standIn: boolean;
}

export const atFirst = (
  latched: LatchedTrip | null,
  left: Aftermath,
  standIn: boolean,
): Between => ({
  draft: null,
  resetBy: null,
  latched,
  afterthoughts: [],
  injected: [],
  left,
  standIn,
});

/** A treatment has begun: what was there for it is its own now. */
export const begun = ({ injected, standIn }: Between): Between => ({
  ...atFirst(null, nothingLeft, standIn),
  injected,
});

/** A command at rest, by whoever has seen what is left. */
export function heardAtRest(
  before: Between,
  command: PlainCommand,
  who: string,
  nowMs: number,
): Between {
  const seen = (left: Aftermath): Between => ({
    ...before,
    left,
    afterthoughts: [
      ...before.afterthoughts,
      `after the end of ${left.recordId}, ${who}: ${command}`,
    ],
  });
  switch (command) {
    case 'reset':
      return { ...before, resetBy: who };
    case 'acknowledgeAlarms':
      return seen(withAlarmsSeen(before.left, who, nowMs));
    case 'acknowledgeEnd':
      return seen(withEndSeen(before.left));
    case 'pauseAlarmSound':
      return { ...before, left: withSoundPaused(before.left, who, nowMs) };
    case 'cancel':
    case 'confirmContact':
    case 'pause':
    case 'resume':
    case 'endEarly':
      return before;
  }
}
