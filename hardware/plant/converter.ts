/** The three thermistor channels as the board's converter sees them, with their faults and noise. */
import { thermistorDivider } from '../parts/thermistor-part.ts';
import type { PlantFaults } from './faults.ts';
import type { Surroundings } from './network.ts';
import { node } from './network.ts';
import type { Channel, PlantParameters, SensorParameters } from './parameters.ts';
import { channels } from './parameters.ts';
import type { Random } from './random.ts';
import { dividerV, lsbV } from './sensor.ts';

/** A bead out of its hole takes nearly all from the air, and slowly. */
const detachedStemError = 0.95;
const detachedTimeConstantS = 12;

interface ChannelState {
  readonly sensor: SensorParameters;
  readonly noise: Random;
  driftC: number;
  /** The divider's voltage without noise; NaN when it must be computed anew. */
  quietV: number;
  /** Of the last conversion; NaN before the first. */
  lastV: number;
}

export class Converter {
  readonly #channels: Readonly<Record<Channel, ChannelState>>;
  readonly #noiseLsbRms: number;
  readonly #faults: PlantFaults;

  constructor(parameters: PlantParameters, faults: PlantFaults, random: Random) {
    const channelOf = (name: Channel): ChannelState => ({
      sensor: parameters.sensors[name],
      noise: random.split(`adc-${name}`),
      driftC: 0,
      quietV: Number.NaN,
      lastV: Number.NaN,
    });
    this.#channels = {
      plateA: channelOf('plateA'),
      plateB: channelOf('plateB'),
      heatsink: channelOf('heatsink'),
    };
    this.#noiseLsbRms = parameters.adcNoiseLsbRms;
    this.#faults = faults;
  }

  /** Before time passes: lag and stem error of each bead as its faults have them, and its drift. */
  prepare(dtS: number, { beadStemError, beadTimeConstantS }: Surroundings): void {
    for (let index = 0; index < channels.length; index += 1) {
      const channel = channels[index]!;
      const own = this.#channels[channel];
      const { detached, driftCPerMinute } = this.#faults.sensors[channel];
      own.quietV = Number.NaN;
      own.driftC = driftCPerMinute === 0 ? 0 : own.driftC + (driftCPerMinute * dtS) / 60;
      beadStemError[index] = detached ? detachedStemError : own.sensor.stemError;
      beadTimeConstantS[index] = detached ? detachedTimeConstantS : own.sensor.timeConstantS;
    }
  }

  /** Voltage of one conversion, 0 … 5 V. */
  volts(channel: Channel, state: Float64Array): number {
    const own = this.#channels[channel];
    const faults = this.#faults.sensors[channel];
    if (faults.frozen && Number.isFinite(own.lastV)) return own.lastV;
    if (Number.isNaN(own.quietV)) own.quietV = this.#quietV(channel, state);
    const noiseV = (this.#noiseLsbRms + faults.extraNoiseLsbRms) * lsbV * own.noise.normal();
    own.lastV = Math.min(Math.max(own.quietV + noiseV, 0), thermistorDivider.supplyV);
    return own.lastV;
  }

  #quietV(channel: Channel, state: Float64Array): number {
    const wired = this.#wiredTo(channel);
    const beadC = state[node[wired]]! + this.#channels[channel].driftC;
    return dividerV(beadC, this.#channels[wired].sensor, this.#faults.sensors[channel]);
  }

  #wiredTo(channel: Channel): Channel {
    if (!this.#faults.sensorsSwapped || channel === 'plateB') return channel;
    return channel === 'plateA' ? 'heatsink' : 'plateA';
  }
}
