/** When a region of the body that has had its day or its week has room for one more session. Pure. */
import type { ClinicLimits } from '../limits/clinic.ts';
import { checkExposure, dayMs, exposureAt, weekMs } from './exposure.ts';
import type { ExposureLimit, FurtherSession, PastSession } from './exposure.ts';

const minuteMs = 60_000;

/**
 * In how many minutes one more session passes that limit no longer, as sessions become older than the day or the week; 0:
 * it does not pass it. Null where that is not known, or one session alone passes it.
 */
export function opensInMinutes(
  limit: ExposureLimit,
  sessions: readonly PastSession[],
  nowMs: number,
  further: FurtherSession,
  limits: ClinicLimits,
): number | null {
  const isPassedAt = (atMs: number): boolean =>
    checkExposure(exposureAt(further.site, sessions, atMs), further, limits).some(
      (one) => one.limit === limit,
    );
  const opensAtMs = [
    nowMs,
    ...sessions.flatMap(({ endedAtMs }) => [endedAtMs + dayMs, endedAtMs + weekMs]),
  ]
    // What ends later than now may end at any time.
    .filter((atMs) => atMs >= nowMs && atMs <= nowMs + weekMs)
    .toSorted((a, b) => a - b)
    .find((atMs) => !isPassedAt(atMs));
  return opensAtMs === undefined ? null : (opensAtMs - nowMs) / minuteMs;
}
