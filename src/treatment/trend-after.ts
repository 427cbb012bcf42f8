/** What the trend is told of the treatment in each tick. */
import type { SessionSnapshot } from '../../machines/decide.ts';
import { stateOf } from '../../machines/dispositions.ts';
import { permissionOf } from '../../machines/permission.ts';
import { selfTestWish } from '../safety/self-test.ts';
import { observe } from '../safety/trend.ts';
import type { Trend } from '../safety/trend.ts';
import { phaseNow } from './phase-now.ts';
import type { TickInput, TreatmentConfig, TreatmentState } from './state.ts';

/** How the readings have moved by now, on the way and with the drive of the tick before. */
export function trendAfter(
  { trend, session, readings: last, selfTest, power }: TreatmentState,
  { nowMs, readings, appliedDrive }: TickInput,
  dtMs: number,
  { plan, gate, moduleCurrent }: TreatmentConfig,
): Trend {
  const permission = permissionOf(session);
  return observe(trend, {
    nowMs,
    dtMs,
    readings,
    before: last,
    appliedDrive,
    maxHeatDuty: gate.maxHeatDuty,
    targetC: phaseNow(plan, session.context).setpointC,
    rampCPerS: plan.rampCPerS,
    permission,
    atRest: stateOf(session) === 'selfTest' && selfTest.stage === 'rest',
    moduleCurrent,
    connected: power.relayClosed && power.bridgeEnabled,
    powered:
      appliedDrive !== 0 && (permission !== 'coolPulse' || selfTestWish(selfTest).relayClosed),
    episode: episodeOf(session),
  });
}

/** What the treatment is doing, as far as the noise of each is reported apart; empty where it is not. */
function episodeOf(session: SessionSnapshot): string {
  const { context } = session;
  if (stateOf(session) === 'selfTest') return 'self-test';
  return context.phase > 0 && context.outcome === null ? `phase ${context.phase}` : '';
}
