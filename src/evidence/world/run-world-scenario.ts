/** A scenario of the world outside, run on the simulated device with the nominal parts. */
import { isCondition } from '../../../hardware/plant/faults.ts';
import { rigs } from '../../../hardware/plant/rigs.ts';
import { cem43OfRamp } from '../../limits/cem43.ts';
import type { Prescription } from '../../limits/plan.ts';
import { defaultPresetId, presetOf } from '../../limits/presets.ts';
import { automaticOperator, layOnSkin } from '../../treatment/automatic-operator.ts';
import { tickMs } from '../../treatment/companion.ts';
import type { Companion } from '../../treatment/companion.ts';
import type { Operator } from '../../treatment/host/run.ts';
import { namedBy, tell } from '../../treatment/host/wishes.ts';
import { askedForMs } from '../../treatment/skin-check.ts';
import { stateAt } from '../fault-trial.ts';
import { TrueDelivery } from '../true-delivery.ts';
import { openVirtualTreatment } from '../virtual-treatment.ts';
import type { WorldEvent, WorldResult, WorldScenario } from './world-scenario.ts';

const who = 'world';
const usualMinutes = 4;

/** Cold, hot, cold, each long enough for its ramp and for what befalls it. */
export function shortTreatment(minutes = usualMinutes): Prescription {
  const preset = presetOf(defaultPresetId);
  if (preset === undefined) throw new Error(`the preset ${defaultPresetId} is missing`);
  const { prescription } = preset;
  return {
    ...prescription,
    rotations: 1,
    cold: { ...prescription.cold, minutes },
    hot: { ...prescription.hot, minutes },
    finalCold: { ...prescription.finalCold, minutes },
  };
}

/** Somebody who lays the limb on the plate at once and takes their time over every question. */
function slowOperator(answersAfterS: number): Operator {
  const quick = automaticOperator(false, who);
  return {
    onState: (state, companion) => {
      if (state === 'awaitingContact') layOnSkin(companion, who);
      else quick.onState(state, companion);
    },
    onTick: (companion) => {
      if (askedForMs(companion.treatment) >= answersAfterS * 1000) {
        companion.answerSkinCheck(who);
      }
    },
  };
}

/** Lets each event happen in its time. */
class EventCourse {
  readonly #due: Set<WorldEvent>;
  readonly #passing = new Map<WorldEvent, number>();
  readonly #since = new Map<string, number>();

  constructor(events: readonly WorldEvent[]) {
    this.#due = new Set(events);
  }

  get isOver(): boolean {
    return this.#due.size === 0;
  }

  look({ state, elapsedS, board }: Companion): void {
    if (!this.#since.has(state)) this.#since.set(state, elapsedS);
    for (const event of this.#due) {
      const sinceS = this.#since.get(stateAt[event.from]);
      if (sinceS === undefined || elapsedS - sinceS < (event.afterS ?? 0)) continue;
      this.#due.delete(event);
      board.simulation?.injectFault(event.fault);
      if (event.lastsS !== undefined) this.#passing.set(event, elapsedS + event.lastsS);
    }
    for (const [event, untilS] of this.#passing) {
      if (elapsedS < untilS) continue;
      this.#passing.delete(event);
      board.simulation?.clearFault(event.fault);
    }
  }
}

/** Looks at the plate's own temperature while it is on the skin, and at what is driven after a trip. */
class TruthWatch {
  plateMinC = Number.POSITIVE_INFINITY;
  plateMaxC = Number.NEGATIVE_INFINITY;
  trueCem43Min = 0;
  drivenAfterTrip = false;
  #beforeC = Number.NaN;
  #trippedTicks = 0;

  look({ board, state, treatment }: Companion): void {
    const truth = board.simulation?.truth();
    if (truth === undefined) return;
    if (treatment.session.context.reachedSkin) {
      const { hottestC, coldestC } = truth;
      this.plateMinC = Math.min(this.plateMinC, coldestC);
      this.plateMaxC = Math.max(this.plateMaxC, hottestC);
      if (Number.isFinite(this.#beforeC)) {
        this.trueCem43Min += cem43OfRamp(this.#beforeC, hottestC, tickMs / 60_000);
      }
      this.#beforeC = hottestC;
    }
    this.#trippedTicks = state === 'faulted' ? this.#trippedTicks + 1 : 0;
    this.drivenAfterTrip ||= this.#trippedTicks > 0 && treatment.gate.drive !== 0;
  }
}

export async function runWorldScenario(scenario: WorldScenario): Promise<WorldResult> {
  const { events, person = {}, rig: rigId = 'reference' } = scenario;
  const rig = rigs[rigId];
  const isFromTheStart = ({ from, fault, afterS }: WorldEvent): boolean =>
    from === 'self-test' && afterS === undefined && isCondition(fault);
  const treatment = await openVirtualTreatment({
    seed: 1,
    rig,
    prescription: shortTreatment(scenario.minutes),
    conditions: events.filter(isFromTheStart).map(({ fault }) => fault),
  });
  const course = new EventCourse(events.filter((event) => !isFromTheStart(event)));
  const truth = new TruthWatch();
  const delivery = new TrueDelivery(rig.parameters);
  let pausedAtS = Number.NaN;
  const { pausesInHotForS, answersAfterS = 0 } = person;
  const pause = (companion: Companion): void => {
    if (pausesInHotForS === undefined) return;
    const { state, elapsedS } = companion;
    if (state === 'treating.hot' && Number.isNaN(pausedAtS)) {
      pausedAtS = elapsedS;
      tell(companion, { wish: 'pause' }, namedBy(who));
    } else if (state === 'paused' && elapsedS - pausedAtS >= pausesInHotForS) {
      tell(companion, { wish: 'resume' }, namedBy(who));
    }
  };
  const { outcome, rule } = await treatment.run(slowOperator(answersAfterS), [], (companion) => {
    course.look(companion);
    truth.look(companion);
    delivery.look(companion);
    pause(companion);
  });
  const { plateMinC, plateMaxC, trueCem43Min, drivenAfterTrip } = truth;
  return {
    outcome,
    rule,
    plateMinC,
    plateMaxC,
    trueCem43Min,
    drivenAfterTrip,
    undelivered: delivery.undelivered(treatment.companion.config.plan.phases),
    happened: course.isOver,
  };
}
