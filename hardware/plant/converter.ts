/** The three thermistor channels as the board's converter sees them, with their faults and noise. */
import { thermistorDivider } from '../parts/thermistor-part.ts';
import type { PlantFaults } from './fault-settings.ts';
import type { Surroundings } from './network.ts';
import { node } from './network.ts';
import type { ConversionMoment } from './noise.ts';
import { Disturbance } from './noise.ts';
import type { Channel, PlantParameters, SensorParameters } from './parameters.ts';
import { channels } from './parameters.ts';
import type { Random } from './random.ts';
import { dividerV, lsbV } from './sensor.ts';

/** A bead out of its hole takes nearly all from the air, and slowly. */
const detachedStemError = 0.95;
const detachedTimeConstantS = 12;
/** A wire that opens for a moment does so within this time, in step with nothing. */
const opensWithinS = 0.05;

interface ChannelState {
  readonly sensor: SensorParameters;
  readonly noise: Random;
  driftC: number;
  /** For how long a contact has been growing worse, and a bead working loose. */
  grownS: number;
  loosenedS: number;
  /** The divider's voltage without noise; NaN when it must be computed anew. */
  quietV: number;
  /** Of the last conversion; NaN before the first. */
  lastV: number;
  readonly contact: Random;
  /** When the wire opens for a moment; NaN where it does not. */
  opensAtS: number;
}

export class Converter {
  readonly #channels: Readonly<Record<Channel, ChannelState>>;
  readonly #noiseLsbRms: number;
  readonly #faults: PlantFaults;
  readonly #disturbances: readonly Disturbance[];

  constructor(parameters: PlantParameters, faults: PlantFaults, random: Random) {
    const channelOf = (name: Channel): ChannelState => ({
      sensor: parameters.sensors[name],
      noise: random.split(`adc-${name}`),
      driftC: 0,
      grownS: 0,
      loosenedS: 0,
      quietV: Number.NaN,
      lastV: Number.NaN,
      contact: random.split(`contact-${name}`),
      opensAtS: Number.NaN,
    });
    this.#channels = {
      plateA: channelOf('plateA'),
      plateB: channelOf('plateB'),
      heatsink: channelOf('heatsink'),
      witness: channelOf('witness'),
    };
    this.#noiseLsbRms = parameters.adcNoiseLsbRms;
    this.#faults = faults;
    this.#disturbances = [
      new Disturbance(parameters.noise, random.split('noise')),
      new Disturbance(faults.noise, random.split('noise of a fault')),
    ];
  }

  /** Before time passes: lag and stem error of each bead as its faults have them, and its drift. */
  prepare(nowS: number, dtS: number, { beadStemError, beadTimeConstantS }: Surroundings): void {
    for (let index = 0; index < channels.length; index += 1) {
      const channel = channels[index]!;
      const own = this.#channels[channel];
      const { detached, driftCPerMinute, openForS, seriesOhm, stemShare, lagFactor, loosensOverS } =
        this.#faults.sensors[channel];
      own.quietV = Number.NaN;
      own.driftC = driftCPerMinute === 0 ? 0 : own.driftC + (driftCPerMinute * dtS) / 60;
      own.grownS = seriesOhm === 0 ? 0 : own.grownS + dtS;
      if (openForS === 0) own.opensAtS = Number.NaN;
      else if (Number.isNaN(own.opensAtS)) own.opensAtS = nowS + opensWithinS * own.contact.unit();
      own.loosenedS = loosensOverS === 0 ? 0 : own.loosenedS + dtS;
      const loose = loosensOverS === 0 ? 1 : Math.min(own.loosenedS / loosensOverS, 1);
      const stemError = own.sensor.stemError + stemShare * loose;
      beadStemError[index] = detached ? detachedStemError : stemError;
      beadTimeConstantS[index] = detached
        ? detachedTimeConstantS
        : own.sensor.timeConstantS * (1 + (lagFactor - 1) * loose);
    }
  }

  /** Voltage of one conversion, 0 … 5 V. */
  volts(channel: Channel, state: Float64Array, moment: Readonly<ConversionMoment>): number {
    const own = this.#channels[channel];
    const faults = this.#faults.sensors[channel];
    if (faults.frozen && Number.isFinite(own.lastV)) return own.lastV;
    if (Number.isNaN(own.quietV)) own.quietV = this.#quietV(channel, state);
    const quietV = this.#isOpenFor(channel, moment.atS) ? thermistorDivider.supplyV : own.quietV;
    let noiseV = (this.#noiseLsbRms + faults.extraNoiseLsbRms) * lsbV * own.noise.normal();
    for (const disturbance of this.#disturbances) noiseV += disturbance.lsb(channel, moment) * lsbV;
    own.lastV = Math.min(Math.max(quietV + noiseV, 0), thermistorDivider.supplyV);
    return own.lastV;
  }

  /** A contact that is lost for a moment, and comes back by itself. */
  #isOpenFor(channel: Channel, atS: number): boolean {
    const { opensAtS } = this.#channels[channel];
    if (Number.isNaN(opensAtS) || atS < opensAtS) return false;
    const faults = this.#faults.sensors[channel];
    if (atS < opensAtS + faults.openForS) return true;
    if (faults.opensEveryS === 0) faults.openForS = 0;
    else this.#channels[channel].opensAtS = opensAtS + faults.opensEveryS;
    return false;
  }

  #quietV(channel: Channel, state: Float64Array): number {
    const wired = this.#wiredTo(channel);
    const faults = this.#faults.sensors[channel];
    const { seriesOhm, seriesGrowsOverS, selfHeatingK } = faults;
    const beadC = state[node[wired]]! + this.#channels[channel].driftC + selfHeatingK;
    const grown =
      seriesGrowsOverS === 0 ? 1 : Math.min(this.#channels[channel].grownS / seriesGrowsOverS, 1);
    const ownV = dividerV(beadC, this.#channels[wired].sensor, faults, {
      kind: wired === 'witness' ? 'ptc' : 'ntc',
      seriesOhm: seriesOhm * grown,
    });
    return ownV * this.#faults.dividerSupplyFactor;
  }

  #wiredTo(channel: Channel): Channel {
    if (!this.#faults.sensorsSwapped) return channel;
    if (channel === 'plateA') return 'heatsink';
    return channel === 'heatsink' ? 'plateA' : channel;
  }
}
