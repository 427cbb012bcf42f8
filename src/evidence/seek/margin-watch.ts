/**
 * Measures, tick by tick, how near a simulated treatment comes to breaking each property, by the plant's truth, the pins
 * and the clock. It shares no code with what it judges; the one thing that it asks the program is what it says of itself.
 */
import { settableBounds } from '../../limits/envelope.ts';
import { tickMs } from '../../treatment/companion.ts';
import type { Companion } from '../../treatment/companion.ts';
import type { Summary } from '../../treatment/summary.ts';
import { faultExpectations } from '../fault-expectations.ts';
import { isFed } from '../law-watch.ts';
import type { Violation } from '../law-watch.ts';
import type { Scenario, TimedFault } from '../scenario.ts';
import { plateBoundsOf } from '../simulated-treatment.ts';
import type { AlsoWatching } from '../simulated-treatment.ts';
import { DeliveryMargin } from './delivery-margin.ts';
import { marginOf } from './margins.ts';
import type { Margins } from './margins.ts';
import { strainOf } from './strain.ts';
import { WayWatch } from './way-watch.ts';

/** A margin of 1 is so far inside of the plate's bounds. */
const wholeC = 8;
/** What counts as cold. */
const coldC = 21;
/** Longer than the relay, its rail and the rule need together. */
const relayOpenWithinS = 3;
/** Beyond one rotation, in which each direction is driven, so much for debounce and filters. */
const namedWithinS = 120;

/** Sapareto & Dewey (1984): minutes at 43 °C that a minute is worth. */
const worthAt = (celsius: number): number => (celsius >= 43 ? 0.5 : 0.25) ** (43 - celsius);

/** What grows by a degree in a minute is no danger yet when it begins, and the plate's own sensors are whole. */
const grows = new Set(['heatsink-drifting', 'witness-drifting']);

/** What must end the drive: the catalogue says so without an exception, of all of it and for as long as it lasts. */
function isDangerous({ id, size = 1 }: TimedFault): boolean {
  const expected = faultExpectations[id];
  if (expected === undefined || size < 1 || grows.has(id)) return false;
  const { rules, harmless, undelivered, misses, hardware } = expected;
  const excused = [harmless, undelivered, misses, hardware].some((words) => words !== undefined);
  return rules.length > 0 && !excused;
}

/** Carried by any device within tolerance: nothing may trip. */
const isCarried = ({ id }: TimedFault): boolean => faultExpectations[id]?.rules.length === 0;

const plateLies = /^(?:plate|beads|sensors|divider|ground|noise|link|host|clock)-/;
/** Readings of the plate are whole, so that the program can know what the plate is given. */
function isPlateSeen({ id }: TimedFault): boolean {
  return !plateLies.test(id) && faultExpectations[id]?.misses === undefined;
}

export class MarginWatch implements AlsoWatching {
  readonly #scenario: Scenario;
  readonly #dangerous: readonly TimedFault[];
  readonly #way = new WayWatch();
  readonly #delivery: DeliveryMargin;
  #cem43Min = 0;
  #coldMin = 0;
  #onSkin = false;
  #inDangerS = 0;
  #longestDangerS = 0;
  #liveS = 0;
  #longestLiveS = 0;
  #strain = 0;
  #wasFed = false;
  #plateMaxC = Number.NEGATIVE_INFINITY;
  #plateMinC = Number.POSITIVE_INFINITY;
  #summary: Summary | null = null;

  constructor(scenario: Scenario) {
    this.#scenario = scenario;
    this.#dangerous = scenario.faults.filter(isDangerous);
    this.#delivery = new DeliveryMargin(scenario.rig.parameters);
  }

  look(companion: Companion): void {
    const { simulation } = companion.board;
    if (simulation === undefined) throw new Error('only a simulated device can be watched');
    const truth = simulation.truth();
    const { plateC } = truth;
    const { relayClosed, bridgeEnabled } = simulation.pins();
    const { state } = companion;
    this.#wasFed ||= isFed(truth);
    if (this.#wasFed) {
      this.#plateMaxC = Math.max(this.#plateMaxC, plateC);
      this.#plateMinC = Math.min(this.#plateMinC, plateC);
    }
    this.#onSkin ||= state === 'treating.cold';
    if (this.#onSkin) {
      this.#cem43Min += worthAt(plateC) * (tickMs / 60_000);
      if (plateC <= coldC) this.#coldMin += tickMs / 60_000;
    }
    const driven = relayClosed && bridgeEnabled && state.startsWith('treating');
    this.#watchDanger(companion.elapsedS, driven);
    const live = !relayClosed && state !== 'faulted' && isFed(truth);
    this.#liveS = live ? this.#liveS + tickMs / 1000 : 0;
    this.#longestLiveS = Math.max(this.#longestLiveS, this.#liveS);
    this.#way.look(companion);
    this.#delivery.look(companion, plateC);
    if (driven) this.#strain = Math.max(this.#strain, strainOf(companion.treatment));
  }

  /** The drive goes on, and the cause is there. */
  #watchDanger(elapsedS: number, driven: boolean): void {
    const dangerous = this.#dangerous.some(
      ({ atS, untilS }) => elapsedS >= atS && elapsedS < (untilS ?? Number.POSITIVE_INFINITY),
    );
    if (!dangerous) this.#inDangerS = 0;
    else if (driven) this.#inDangerS += tickMs / 1000;
    this.#longestDangerS = Math.max(this.#longestDangerS, this.#inDangerS);
  }

  end(_companion: Companion, summary: Summary): void {
    this.#summary = summary;
  }

  /** @param violations of the laws, in the same treatment */
  margins(violations: readonly Violation[]): Margins {
    const { withinTolerance, faults } = this.#scenario;
    const bounds = plateBoundsOf(this.#scenario);
    const { cem43PerSessionMin, coldMinutesPerSession } = settableBounds;
    const kept = (share: number): number | null => (bounds === null ? null : marginOf(share));
    const seen = withinTolerance && faults.every(isPlateSeen);
    const broken = violations.some(({ law }) => law !== 'I6' && law !== 'no false trip');
    return {
      'plate-hot': kept(((bounds?.maxC ?? 0) - this.#plateMaxC) / wholeC),
      'plate-cold': kept((this.#plateMinC - (bounds?.minC ?? 0)) / wholeC),
      dose: kept(1 - this.#cem43Min / cem43PerSessionMin.max),
      'cold-time': kept(1 - this.#coldMin / coldMinutesPerSession.max),
      'off-in-time': this.#offInTime(),
      'no-false-trip': this.#noFalseTrip(),
      delivered: seen ? this.#delivered() : null,
      'setpoint-way': seen ? marginOf(this.#way.share()) : null,
      'relay-open': marginOf(1 - this.#longestLiveS / relayOpenWithinS),
      laws: broken ? -1 : 1,
    };
  }

  #offInTime(): number | null {
    const { prescription, withinTolerance } = this.#scenario;
    if (!withinTolerance || this.#dangerous.length === 0) return null;
    const { cold, hot } = prescription;
    const withinS = 60 * (cold.minutes + hot.minutes) + namedWithinS;
    return marginOf(1 - this.#longestDangerS / withinS);
  }

  /** The strain only leads there: without a trip nothing is broken, however near it came. */
  #noFalseTrip(): number | null {
    const { withinTolerance, faults } = this.#scenario;
    if (!withinTolerance || faults.length > 1 || !faults.every(isCarried)) return null;
    return this.#summary?.outcome === 'faulted' ? -1 : marginOf(1 / (1 + this.#strain));
  }

  #delivered(): number | null {
    const { phases = [], outcome } = this.#summary ?? {};
    const ranToItsEnd = outcome === 'completed' || outcome === 'undelivered';
    const share = this.#delivery.share(phases, !ranToItsEnd);
    return share === null ? null : marginOf(share);
  }
}
