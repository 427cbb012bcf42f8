/**
 * Seeded random numbers for the simulation. A stream can be split by name, so that a new consumer
 * never shifts the numbers that the others see: a seed replays a treatment exactly, on every
 * platform.
 * The bits come from xoroshiro128+ (Blackman and Vigna, 2018) in the `pure-rand` library; the
 * normal deviate from the rational inverse of the normal distribution by P. J. Acklam (relative
 * error 1.2e-9), which needs one 32-bit draw and, in 95 of 100 cases, no transcendental function.
 */
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

const scale = 1 / 0x1_0000_0000;

/** FNV-1a over the name, started at the seed and finished with the mixer of MurmurHash3. */
function mix(seed: number, name: string): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let index = 0; index < name.length; index += 1) {
    hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) | 0;
}

/** One stream of random numbers. */
export class Random {
  readonly #seed: number;
  readonly #generator: ReturnType<typeof xoroshiro128plus>;

  /** @param seed any whole number; the low 32 bits count. */
  constructor(seed: number) {
    this.#seed = mix(seed | 0, 'seed');
    this.#generator = xoroshiro128plus(this.#seed);
    // The first outputs of a generator started from a small seed are correlated with that seed.
    for (let index = 0; index < 8; index += 1) this.#generator.next();
  }

  /**
   * An independent stream. The same name always gives the same stream, whatever was drawn before.
   */
  split(name: string): Random {
    return new Random(mix(this.#seed, name));
  }

  /** Uniform over the open interval (0, 1), 32 bits. */
  unit(): number {
    return ((this.#generator.next() >>> 0) + 0.5) * scale;
  }

  /** Uniform from `low` to `high`. */
  uniform(low: number, high: number): number {
    return low + (high - low) * this.unit();
  }

  /** Log-uniform from `low` to `high`, both above 0: each octave is equally likely. */
  logUniform(low: number, high: number): number {
    return low * Math.exp(this.unit() * Math.log(high / low));
  }

  /** A whole number from 0 up to, but not including, `count`. */
  below(count: number): number {
    return Math.floor(this.unit() * count);
  }

  /** Normal with mean 0 and standard deviation 1. */
  normal(): number {
    return inverseNormal(this.unit());
  }
}

function tail(q: number): number {
  const numerator =
    ((((-7.784894002430293e-3 * q - 3.223964580411365e-1) * q - 2.400758277161838) * q -
      2.549732539343734) *
      q +
      4.374664141464968) *
      q +
    2.938163982698783;
  const denominator =
    (((7.784695709041462e-3 * q + 3.224671290700398e-1) * q + 2.445134137142996) * q +
      3.754408661907416) *
      q +
    1;
  return numerator / denominator;
}

/** The value that a normal deviate stays below with probability `p`, 0 < p < 1. */
export function inverseNormal(p: number): number {
  if (p < 0.02425) return tail(Math.sqrt(-2 * Math.log(p)));
  if (p > 0.97575) return -tail(Math.sqrt(-2 * Math.log(1 - p)));
  const q = p - 0.5;
  const r = q * q;
  const numerator =
    (((((-3.969683028665376e1 * r + 2.209460984245205e2) * r - 2.759285104469687e2) * r +
      1.38357751867269e2) *
      r -
      3.066479806614716e1) *
      r +
      2.506628277459239) *
    q;
  const denominator =
    ((((-5.447609879822406e1 * r + 1.615858368580409e2) * r - 1.556989798598866e2) * r +
      6.680131188771972e1) *
      r -
      1.328068155288572e1) *
      r +
    1;
  return numerator / denominator;
}
