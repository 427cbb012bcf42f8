/** What follows from the state: pure questions that several parts of the page ask. */
import type {
  LiveAlarm,
  LiveState,
  PhaseNow,
  PlanPhase,
} from '../../server/contract/live-state.ts';

/** How much of a phase of the plan is done, 0 … 1. */
export function fractionDone(phase: PlanPhase, now: PhaseNow | null): number {
  if (now === null || phase.number > now.number) return 0;
  if (phase.number < now.number) return 1;
  const fraction = now.elapsedS / now.dwellS;
  return Number.isFinite(fraction) ? Math.min(1, Math.max(0, fraction)) : 0;
}

/** The plate as it counts for a person: the more dangerous of both readings; null where one of them has no value. */
export function plateC(
  { plateAC, plateBC }: LiveState['readings'],
  kind: 'cold' | 'hot',
): number | null {
  if (plateAC === null || plateBC === null) return null;
  return kind === 'cold' ? Math.min(plateAC, plateBC) : Math.max(plateAC, plateBC);
}

const urgency = { high: 0, medium: 1, low: 2 } as const;

/** The most urgent alarm that still sounds; null: silence. */
export function soundingPriority(alarms: readonly LiveAlarm[]): LiveAlarm['priority'] | null {
  const priorities = alarms.filter(({ sounding }) => sounding).map(({ priority }) => priority);
  return [...priorities].sort((a, b) => urgency[a] - urgency[b])[0] ?? null;
}

/** The power is off, the plate drifts, and the treatment waits for somebody: no setpoint is in force. */
export const isOnHold = ({ session }: LiveState): boolean =>
  session === 'paused' || session === 'checking';

export const isTreating = (live: LiveState): boolean =>
  live.session === 'treating.cold' || live.session === 'treating.hot' || isOnHold(live);

/** 0 … 1 of a cap; 1 where either number is none. */
export function share(value: number | null, cap: number | null): number {
  if (value === null || cap === null || !(cap > 0)) return 1;
  return Math.min(1, Math.max(0, value / cap));
}

/** Heat was given, and no cold phase since: ending early gives the final cold first (law L2). */
export const owesColdFinish = ({ phase }: LiveState): boolean => phase?.coldFinishOwed === true;

/** Minutes of the final cold phase of what is prescribed; null where nothing is. */
export function finalColdMinutes({ prescribed }: LiveState): number | null {
  const last = prescribed?.phases.at(-1);
  return last === undefined ? null : Math.round(last.lengthS / 6) / 10;
}
