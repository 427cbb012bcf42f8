/**
 * How nearly a phase that is called delivered was not, by the plate's own temperature: the same law as
 * `true-delivery.ts`, as a distance. Of the settled part that is planned, nine tenths lie within some distance of where
 * this device may hold its setpoint; that distance is compared with none.
 */
import type { PlantParameters } from '../../../hardware/plant/parameters.ts';
import type { PhaseDelivered } from '../../treatment/delivery.ts';
import { tickMs } from '../../treatment/companion.ts';
import type { Companion } from '../../treatment/companion.ts';
import { deliveredShare, settlingS, trueBand } from '../true-delivery.ts';
import type { TrueBand } from '../true-delivery.ts';

/** Distances beyond the band in steps of this; inside of it they are negative. */
const stepK = 0.05;
const mostK = 5;
const bins = Math.round((2 * mostK) / stepK);
/** A plate that is so far inside of its band has a margin of 1: half of how wide the band is for the best of devices. */
const wholeK = 0.5;

interface Course {
  readonly band: TrueBand;
  readonly counts: Uint32Array;
  readonly plannedTicks: number;
  readonly untilSettledS: number;
  ticks: number;
  disturbed: boolean;
}

export class DeliveryMargin {
  readonly #parameters: PlantParameters;
  readonly #phases = new Map<number, Course>();

  constructor(parameters: PlantParameters) {
    this.#parameters = parameters;
  }

  look(companion: Companion, plateC: number): void {
    const { state } = companion;
    const number = companion.treatment.session.context.phase;
    const course = this.#phases.get(number);
    if (state !== 'treating.cold' && state !== 'treating.hot') {
      // The way back after a pause is the person's, and the program allows for it by its own rules.
      if (course !== undefined) course.disturbed ||= state === 'paused';
      return;
    }
    const now = course ?? this.#begin(companion, number);
    if (now === null) return;
    now.ticks += 1;
    if ((now.ticks * tickMs) / 1000 < now.untilSettledS) return;
    const beyondK = Math.max(plateC - now.band.maxC, now.band.minC - plateC);
    const bin = Math.floor((beyondK + mostK) / stepK);
    const kept = Number.isNaN(bin) ? bins - 1 : Math.min(bins - 1, Math.max(0, bin));
    now.counts[kept] = (now.counts[kept] ?? 0) + 1;
  }

  #begin({ config }: Companion, number: number): Course | null {
    const { phases, rampCPerS } = config.plan;
    const phase = phases[number - 1];
    if (phase === undefined) return null;
    const fromC = phases[number - 2]?.setpointC ?? phase.setpointC;
    const untilSettledS = Math.abs(phase.setpointC - fromC) / rampCPerS + settlingS;
    const course = {
      band: trueBand(this.#parameters, phase.setpointC),
      counts: new Uint32Array(bins),
      plannedTicks: Math.max(0, (phase.dwellMs - 1000 * untilSettledS) / tickMs),
      untilSettledS,
      ticks: 0,
      disturbed: false,
    };
    this.#phases.set(number, course);
    return course;
  }

  /**
   * The least of the phases that are called delivered; null where there is none to judge.
   * @param cutShort the treatment ended in the last of them, which is judged by what there was of it
   */
  share(called: readonly PhaseDelivered[], cutShort: boolean): number | null {
    const shares = called.flatMap(({ phase, delivered }, index) => {
      const course = this.#phases.get(phase);
      if (!delivered) return [];
      if (course === undefined) return [-1];
      const ticks = course.counts.reduce((sum, count) => sum + count, 0);
      const isCut = cutShort && index === called.length - 1;
      const asked = isCut ? Math.min(ticks, course.plannedTicks) : course.plannedTicks;
      return course.disturbed || asked < 1 ? [] : [-farthestOf(course, asked) / wholeK];
    });
    return shares.length === 0 ? null : Math.min(...shares);
  }
}

/** The distance beyond the band within which nine tenths of what is asked were; what was not given was nowhere. */
function farthestOf({ counts }: Course, askedTicks: number): number {
  let left = deliveredShare * askedTicks;
  for (let bin = 0; bin < bins; bin += 1) {
    left -= counts[bin] ?? 0;
    if (left <= 0) return bin * stepK - mostK;
  }
  return mostK;
}
