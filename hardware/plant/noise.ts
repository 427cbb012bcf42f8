/**
 * What disturbs the conversions of a bench, beyond the converter's own white noise: by size, colour
 * and cause. Each cause draws from a stream of its own, and only while its size is not zero, so that
 * a quiet device sees the same numbers as if none of this were here.
 */
import { lsbV } from '../parts/thermistor-part.ts';
import type { Channel, NoiseParameters } from './parameters.ts';
import { channels } from './parameters.ts';
import type { Random } from './random.ts';

/** When a conversion is made, and what the power does then. */
export interface ConversionMoment {
  /** The plant's own time. */
  atS: number;
  /** The bridge puts a voltage on the modules. */
  driven: boolean;
  /** Mean over a PWM period, from whichever rail; never negative. */
  supplyA: number;
}

export function noNoise(): NoiseParameters {
  return {
    whiteLsbRms: 0,
    commonLsbRms: 0,
    drivenLsbRms: 0,
    burstLsb: 0,
    burstShare: 0,
    humPeakLsb: 0,
    humHz: 50,
    wanderLsbRms: 0,
    wanderTimeConstantS: 30,
    sharedReturnOhm: 0,
  };
}

const isQuiet = (sizes: Readonly<NoiseParameters>): boolean =>
  sizes.whiteLsbRms === 0 &&
  sizes.commonLsbRms === 0 &&
  sizes.drivenLsbRms === 0 &&
  (sizes.burstShare === 0 || sizes.burstLsb === 0) &&
  sizes.humPeakLsb === 0 &&
  sizes.wanderLsbRms === 0 &&
  sizes.sharedReturnOhm === 0;

interface ChannelNoise {
  readonly white: Random;
  readonly driven: Random;
  readonly burst: Random;
  readonly wander: Random;
  /** The common draw that this channel had last; 0: none yet. */
  commonRound: number;
  /** The wander now, in units of its rms. */
  wandered: number;
  wanderedAtS: number;
}

/** One set of causes. The sizes may be changed while it runs. */
export class Disturbance {
  readonly #sizes: Readonly<NoiseParameters>;
  readonly #channels: Readonly<Record<Channel, ChannelNoise>>;
  readonly #commonRandom: Random;
  readonly #humPhase: number;
  #common = 0;
  /** How many common draws there have been. */
  #commonRound = 0;

  /** @param random its own stream; split by cause and channel */
  constructor(sizes: Readonly<NoiseParameters>, random: Random) {
    this.#sizes = sizes;
    const noiseOf = (channel: Channel): ChannelNoise => ({
      white: random.split(`white-${channel}`),
      driven: random.split(`driven-${channel}`),
      burst: random.split(`burst-${channel}`),
      wander: random.split(`wander-${channel}`),
      commonRound: 0,
      wandered: 0,
      wanderedAtS: Number.NaN,
    });
    const [plateA, plateB, heatsink, witness] = channels;
    this.#channels = {
      [plateA]: noiseOf(plateA),
      [plateB]: noiseOf(plateB),
      [heatsink]: noiseOf(heatsink),
      [witness]: noiseOf(witness),
    };
    this.#commonRandom = random.split('common');
    this.#humPhase = 2 * Math.PI * random.split('hum').unit();
  }

  /** What is added to one conversion, in counts. */
  lsb(channel: Channel, { atS, driven, supplyA }: Readonly<ConversionMoment>): number {
    const sizes = this.#sizes;
    // Most devices are quiet, and this is asked for each conversion.
    if (isQuiet(sizes)) return 0;
    const own = this.#channels[channel];
    let lsb = 0;
    if (sizes.whiteLsbRms !== 0) lsb += sizes.whiteLsbRms * own.white.normal();
    if (sizes.commonLsbRms !== 0) lsb += sizes.commonLsbRms * this.#commonDraw(own);
    if (sizes.drivenLsbRms !== 0 && driven) lsb += sizes.drivenLsbRms * own.driven.normal();
    if (sizes.burstShare !== 0 && sizes.burstLsb !== 0) lsb += this.#burst(own);
    if (sizes.humPeakLsb !== 0) {
      lsb += sizes.humPeakLsb * Math.sin(2 * Math.PI * sizes.humHz * atS + this.#humPhase);
    }
    if (sizes.wanderLsbRms !== 0) lsb += sizes.wanderLsbRms * this.#wander(own, atS);
    if (sizes.sharedReturnOhm !== 0) lsb += (sizes.sharedReturnOhm * supplyA) / lsbV;
    return lsb;
  }

  /** One draw for all channels of a round. A round ends where a channel is converted again. */
  #commonDraw(own: ChannelNoise): number {
    if (own.commonRound === this.#commonRound) {
      this.#commonRound += 1;
      this.#common = this.#commonRandom.normal();
    }
    own.commonRound = this.#commonRound;
    return this.#common;
  }

  /** Up or down, alike often. One draw decides both. */
  #burst({ burst }: ChannelNoise): number {
    const { burstLsb, burstShare } = this.#sizes;
    const drawn = burst.unit();
    if (drawn >= burstShare) return 0;
    return drawn < burstShare / 2 ? burstLsb : -burstLsb;
  }

  /** An Ornstein–Uhlenbeck process, exact for any spacing of the conversions. */
  #wander(own: ChannelNoise, atS: number): number {
    const sinceS = Number.isNaN(own.wanderedAtS) ? Infinity : Math.max(atS - own.wanderedAtS, 0);
    const kept = Math.exp(-sinceS / this.#sizes.wanderTimeConstantS);
    own.wandered = kept * own.wandered + Math.sqrt(1 - kept * kept) * own.wander.normal();
    own.wanderedAtS = atS;
    return own.wandered;
  }
}
