/**
 * A contestant on the simulated plant at the product's tick, through converter noise, bead lag and one tick of latency.
 */
export const tickS = 0.05;
/** The board converts each channel every 25 ms. */
const conversionsPerTick = 2;
const channels = ['plateA', 'plateB', 'heatsink'];

export class Loop {
  plant;
  nowMs = 0;
  /** Of the drive, summed, since the last `clear`; and how often a wish was refused or reversed in that time. */
  travelled = 0;
  refusals = 0;
  reversals = 0;
  #product;
  #contestant;
  #channel;
  #readings;
  #applied = 0;
  #direction = 0;
  /** Drives on their way to the pins, the oldest first. */
  #onTheWay;

  /** @param contestant `{ tick(input), gate }` as in `ours.mjs` and `baselines.mjs` */
  constructor(product, { parameters, contestant, seed, latencyTicks = 1 }) {
    this.#product = product;
    this.plant = new product.Plant(parameters, new product.Random(seed));
    this.#contestant = contestant;
    this.#channel = {
      coefficients: product.steinhartHartThrough(product.thermistorPoints),
      pullUpOhms: product.thermistorDivider.pullUpOhm,
      offsetC: 0,
    };
    this.#onTheWay = Array.from({ length: latencyTicks }, () => 0);
    this.#readings = this.#sense(0);
  }

  /** A gate that goes on from where the contestant's is. */
  gate() {
    return this.#contestant.gate();
  }

  clear() {
    this.travelled = 0;
    this.refusals = 0;
    this.reversals = 0;
  }

  /**
   * Runs under one order: `{ targetC, rampCPerS, hot }`.
   * @returns the true plate temperature at the start and after each tick
   */
  run(seconds, order) {
    const ticks = Math.round(seconds / tickS);
    const plateC = new Float64Array(ticks + 1);
    const { state } = this.plant.network;
    const { plate } = this.#product.node;
    plateC[0] = state[plate];
    for (let index = 1; index <= ticks; index += 1) {
      this.#tick(order);
      plateC[index] = state[plate];
    }
    return plateC;
  }

  #tick(order) {
    const { drive, refused } = this.#contestant.tick({
      readings: this.#readings,
      order,
      dtS: tickS,
      appliedDrive: this.#applied,
      nowMs: this.nowMs,
    });
    this.travelled += Math.abs(drive - this.#applied);
    if (refused) this.refusals += 1;
    if (drive * this.#direction < 0) this.reversals += 1;
    if (drive !== 0) this.#direction = Math.sign(drive);
    this.#applied = drive;
    this.nowMs += tickS * 1000;
    this.#onTheWay.push(drive);
    this.#readings = this.#sense(this.#onTheWay.shift());
  }

  /** One tick of the plant under one drive, and its conversions, as the product's readings. */
  #sense(duty) {
    const sums = { plateA: 0, plateB: 0, heatsink: 0 };
    const drive = this.#product.driveOf(duty);
    for (let conversion = 0; conversion < conversionsPerTick; conversion += 1) {
      this.plant.advance(tickS / conversionsPerTick, drive);
      for (const channel of channels) {
        const counts = Math.floor((this.plant.adcVolts(channel) / 5) * 1024);
        sums[channel] += Math.min(counts, 1023);
      }
    }
    const reading = (channel) => {
      const count = sums[channel] / conversionsPerTick;
      return { count, celsius: this.#product.celsiusOf(count, this.#channel), atMs: this.nowMs };
    };
    return {
      plateA: reading('plateA'),
      plateB: reading('plateB'),
      heatsink: reading('heatsink'),
      stopLoopClosed: true,
      pinsDiffer: null,
      guard: null,
    };
  }
}
