/**
 * Whether a treatment was given, judged by the plate's own temperature and not by anything that the program says (L13).
 * What a device within tolerance cannot know, the error of its own sensors, is not held against it.
 */
import { celsiusOf } from '../../hardware/parts/thermistor.ts';
import { nominalThermistor } from '../../hardware/parts/nominal-thermistor.ts';
import { soundSensor } from '../../hardware/plant/fault-settings.ts';
import type { PlantParameters } from '../../hardware/plant/parameters.ts';
import { dividerV } from '../../hardware/plant/sensor.ts';
import { lsbV } from '../../hardware/parts/thermistor-part.ts';
import type { TreatmentPhase } from '../limits/plan.ts';
import { tickMs } from '../treatment/companion.ts';
import type { Companion } from '../treatment/companion.ts';

/** In the settled part of a phase the plate is this near to where its own sensors put the setpoint. */
export const deliveredWithinK = 0.5;
/** Of the settled part that is planned. A lifted limb may cost the rest. */
export const deliveredShare = 0.9;
/** After the ramp the plate comes to rest: three times the slowest bead, the controller's integral and the heatsink. */
export const settlingS = 60;
/** Rooms in which a bead's leads take their share of the air. */
const airsC = [5, 40] as const;

export interface TrueBand {
  readonly minC: number;
  readonly maxC: number;
}

/** Where the true plate may be while this device, with nothing wrong, holds a setpoint. */
export function trueBand({ sensors }: PlantParameters, setpointC: number): TrueBand {
  const errorsK = [sensors.plateA, sensors.plateB].flatMap((sensor) =>
    airsC.map((airC) => {
      const beadC = setpointC + sensor.stemError * (airC - setpointC);
      // The converter rounds down, and the host takes the middle of the step.
      const count = dividerV(beadC, sensor, soundSensor()) / lsbV - 0.5;
      return celsiusOf(count, nominalThermistor) - setpointC;
    }),
  );
  return {
    minC: setpointC - Math.max(...errorsK) - deliveredWithinK,
    maxC: setpointC - Math.min(...errorsK) + deliveredWithinK,
  };
}

/** Counts, phase by phase, how long the true plate was where it should be. */
export class TrueDelivery {
  readonly #parameters: PlantParameters;
  readonly #phases = new Map<number, { ticks: number; planned: number; within: number }>();
  readonly #bands = new Map<number, TrueBand>();

  constructor(parameters: PlantParameters) {
    this.#parameters = parameters;
  }

  /** Called after each tick. */
  look(companion: Companion): void {
    const { state, board } = companion;
    if (state !== 'treating.cold' && state !== 'treating.hot') return;
    const number = companion.treatment.session.context.phase;
    const { phases, rampCPerS } = companion.config.plan;
    const phase = phases[number - 1];
    const truth = board.simulation?.truth();
    if (phase === undefined || truth === undefined) return;
    const fromC = phases[number - 2]?.setpointC ?? phase.setpointC;
    const untilSettledS = Math.abs(phase.setpointC - fromC) / rampCPerS + settlingS;
    const planned = Math.max(0, (phase.dwellMs - 1000 * untilSettledS) / tickMs);
    const counts = this.#phases.get(number) ?? { ticks: 0, planned, within: 0 };
    this.#phases.set(number, counts);
    counts.ticks += 1;
    if ((counts.ticks * tickMs) / 1000 < untilSettledS) return;
    const { minC, maxC } = this.#bandOf(phase);
    if (truth.coldestC >= minC && truth.hottestC <= maxC) counts.within += 1;
  }

  /** Phases of the plan that were not given, by number; none where all of them were. */
  undelivered(phases: readonly TreatmentPhase[]): number[] {
    return phases
      .filter(({ number, dwellMs }) => {
        const counts = this.#phases.get(number);
        if (counts === undefined || counts.ticks * tickMs < deliveredShare * dwellMs) return true;
        return !(counts.within >= deliveredShare * counts.planned);
      })
      .map(({ number }) => number);
  }

  #bandOf({ number, setpointC }: TreatmentPhase): TrueBand {
    const band = this.#bands.get(number) ?? trueBand(this.#parameters, setpointC);
    this.#bands.set(number, band);
    return band;
  }
}
