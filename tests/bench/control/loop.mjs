/**
 * A controller on the simulated plant at the product's tick, through converter noise, bead lag and one tick of
 * latency, behind a gate.
 */
import { gateOf } from './gates.mjs';

export const tickS = 0.05;
/** The board converts each channel every 25 ms. */
const conversionsPerTick = 2;

export class Loop {
  plant;
  gate;
  nowMs = 0;
  #product;
  #limits;
  #gateKind;
  #controller;
  #channel;
  #shown;
  #applied = 0;
  /** Drives on their way to the pins, the oldest first. */
  #onTheWay;

  /** @param controller `{ step(input) }` that answers with a drive, as in `ours.mjs` and `baselines.mjs` */
  constructor(product, { parameters, heatDutyCap, controller, gateKind, seed, latencyTicks = 1 }) {
    this.#product = product;
    this.plant = new product.Plant(parameters, new product.Random(seed));
    this.#limits = { maxHeatDuty: heatDutyCap, maxCoolDuty: 1 };
    this.#gateKind = gateKind;
    this.gate = gateOf(gateKind, product, this.#limits);
    this.#controller = controller;
    this.#channel = {
      coefficients: product.steinhartHartThrough(product.thermistorPoints),
      pullUpOhms: product.thermistorDivider.pullUpOhm,
      offsetC: 0,
    };
    this.#onTheWay = Array.from({ length: latencyTicks }, () => 0);
    this.#shown = this.#sense(0);
  }

  /** Heat is driven in hot phases only, unless there are caps and nothing else. */
  mayHeat({ hot }) {
    return this.#gateKind === 'caps' || hot;
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
    const mayHeat = this.mayHeat(order);
    const { plateAC, plateBC } = this.#shown;
    const drive = this.#controller.step({
      ...this.#shown,
      ...order,
      dtS: tickS,
      appliedDrive: this.#applied,
      maxHeatDuty: mayHeat ? this.#limits.maxHeatDuty : 0,
      maxCoolDuty: this.#limits.maxCoolDuty,
    });
    this.#applied = this.gate.pass(drive, {
      mayHeat,
      hottestC: Math.max(plateAC, plateBC),
      coldestC: Math.min(plateAC, plateBC),
      nowMs: this.nowMs,
    });
    this.nowMs += tickS * 1000;
    this.#onTheWay.push(this.#applied);
    this.#shown = this.#sense(this.#onTheWay.shift());
  }

  /** One tick of the plant under one drive, and its conversions. */
  #sense(duty) {
    const sums = { plateA: 0, plateB: 0, heatsink: 0 };
    const drive = this.#product.driveOf(duty);
    for (let conversion = 0; conversion < conversionsPerTick; conversion += 1) {
      this.plant.advance(tickS / conversionsPerTick, drive);
      for (const channel of Object.keys(sums)) {
        const counts = Math.floor((this.plant.adcVolts(channel) / 5) * 1024);
        sums[channel] += Math.min(counts, 1023);
      }
    }
    const celsius = (channel) =>
      this.#product.celsiusOf(sums[channel] / conversionsPerTick, this.#channel);
    return {
      plateAC: celsius('plateA'),
      plateBC: celsius('plateB'),
      heatsinkC: celsius('heatsink'),
    };
  }
}
