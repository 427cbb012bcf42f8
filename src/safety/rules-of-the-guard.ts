/** Rules about the guard on the board. On a board without one they find nothing; nobody is treated through it (L10). */
import type { Rule, Situation } from './interlocks.ts';
import type { GuardReading } from './readings.ts';
import { removePlate } from './rule-words.ts';

/** It speaks five times a second, and at once when its state changes. */
const statusWithinMs = 600;
const byLease = 'lease-lost';
/** A wish, not a fault (L3): the rule `stop-pressed` sees to it. */
export const byStop = 'stop-pressed';

/** The board cut the power for this reason, and nobody has provoked it. */
const trippedBy = ({ excusedGuardReason }: Situation, guard: GuardReading): string | null =>
  guard.state === 'tripped' && guard.reason !== excusedGuardReason ? guard.reason : null;

export const guardTripped = {
  id: 'guard-tripped',
  alarm: 'The board itself has cut the power',
  hazards: ['H01', 'H02', 'H03'],
  response: 'trip',
  holdMs: 1000,
  judge: (situation) => {
    const { guard } = situation.readings;
    if (guard === null) return null;
    const reason = trippedBy(situation, guard);
    if (reason !== null && reason !== byLease && reason !== byStop) {
      return { found: guard.found, atOnce: true };
    }
    // The self-test arms it, and the first contact once more; a guard that stays unarmed gives no power.
    const needed = situation.permission === 'cool' || situation.permission === 'heatAndCool';
    if (!needed || guard.state === 'armed' || guard.state === 'tripped') return null;
    return { found: { kind: 'guard-not-armed', boardState: guard.state } };
  },
  remedy: 'Take the plate off the skin. Look at the skin, then read what the board reports.',
} as const satisfies Rule;

export const leaseLost = {
  id: 'lease-lost',
  alarm: 'The board no longer hears the computer',
  hazards: ['H03', 'H04'],
  response: 'trip',
  holdMs: 0,
  judge: (situation) => {
    const { guard } = situation.readings;
    if (guard === null) return null;
    if (trippedBy(situation, guard) === byLease) {
      return { found: guard.found };
    }
    const ageMs = situation.nowMs - guard.atMs;
    if (ageMs >= 0 && ageMs < statusWithinMs) return null;
    return {
      found: {
        kind: Number.isFinite(ageMs) ? 'guard-silent' : 'guard-never-heard',
        value: ageMs,
        unit: 'ms',
        limit: statusWithinMs,
      },
    };
  },
  remedy: `${removePlate} Check the cable between computer and board.`,
} as const satisfies Rule;
