/** The three thermistor channels as the board's converter sees them, with their faults and noise. */
import { thermistorDivider } from '../parts/thermistor-part.ts';
import type { PlantFaults, SensorFaults } from './fault-settings.ts';
import type { Surroundings } from './network.ts';
import { node } from './network.ts';
import type { ConversionMoment } from './noise.ts';
import { Disturbance } from './noise.ts';
import type { Channel, PlantParameters, SensorParameters } from './parameters.ts';
import { channels } from './parameters.ts';
import type { Random } from './random.ts';
import { lsbV } from '../parts/thermistor-part.ts';
import { dividerV } from './sensor.ts';

/** A bead out of its hole takes nearly all from the air, and slowly. */
const detachedStemError = 0.95;
const detachedTimeConstantS = 12;
/** A wire that opens for a moment does so within this time, in step with nothing. */
const opensWithinS = 0.05;

interface ChannelState {
  readonly name: Channel;
  /** Of the bead in the network's state. */
  readonly at: number;
  readonly sensor: SensorParameters;
  readonly faults: SensorFaults;
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
  readonly #inOrder: readonly ChannelState[];
  readonly #noiseLsbRms: number;
  readonly #faults: PlantFaults;
  readonly #disturbances: readonly Disturbance[];

  constructor(parameters: PlantParameters, faults: PlantFaults, random: Random) {
    const channelOf = (name: Channel): ChannelState => ({
      name,
      at: node[name],
      sensor: parameters.sensors[name],
      faults: faults.sensors[name],
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
    this.#inOrder = channels.map((name) => this.#channels[name]);
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
      const own = this.#inOrder[index]!;
      const { detached, driftCPerMinute, openForS, seriesOhm, stemShare, lagFactor, loosensOverS } =
        own.faults;
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
    if (own.faults.frozen && Number.isFinite(own.lastV)) return own.lastV;
    if (Number.isNaN(own.quietV)) own.quietV = this.#quietV(own, state);
    const quietV = isOpenFor(own, moment.atS) ? thermistorDivider.supplyV : own.quietV;
    let noiseV = (this.#noiseLsbRms + own.faults.extraNoiseLsbRms) * lsbV * own.noise.normal();
    for (const disturbance of this.#disturbances) noiseV += disturbance.lsb(channel, moment) * lsbV;
    own.lastV = Math.min(Math.max(quietV + noiseV, 0), thermistorDivider.supplyV);
    return own.lastV;
  }

  #quietV(own: ChannelState, state: Float64Array): number {
    const wired = this.#wiredTo(own);
    const { seriesOhm, seriesGrowsOverS, selfHeatingK } = own.faults;
    const beadC = state[wired.at]! + own.driftC + selfHeatingK;
    const grown = seriesGrowsOverS === 0 ? 1 : Math.min(own.grownS / seriesGrowsOverS, 1);
    const ownV = dividerV(beadC, wired.sensor, own.faults, {
      kind: wired.name === 'witness' ? 'ptc' : 'ntc',
      seriesOhm: seriesOhm * grown,
    });
    return ownV * this.#faults.dividerSupplyFactor;
  }

  #wiredTo(own: ChannelState): ChannelState {
    if (!this.#faults.sensorsSwapped) return own;
    if (own.name === 'plateA') return this.#channels.heatsink;
    return own.name === 'heatsink' ? this.#channels.plateA : own;
  }
}

/** A contact that is lost for a moment, and comes back by itself. */
function isOpenFor(own: ChannelState, atS: number): boolean {
  const { opensAtS, faults } = own;
  if (Number.isNaN(opensAtS) || atS < opensAtS) return false;
  if (atS < opensAtS + faults.openForS) return true;
  if (faults.opensEveryS === 0) faults.openForS = 0;
  else own.opensAtS = opensAtS + faults.opensEveryS;
  return false;
}
