/**
 * A controller on the simulated plant at the product's tick, through converter noise, bead lag and one tick of
 * latency, behind one of two gates.
 */

export const tickS = 0.05;
/** The board converts each channel every 25 ms. */
const conversionsPerTick = 2;

/** `product`: the real drive gate and the real permissions. `caps`: duty caps only, both directions always. */
export const gates = ['caps', 'product'];

function capsGate(limits) {
  return (requested) => Math.max(-limits.maxCoolDuty, Math.min(limits.maxHeatDuty, requested));
}

function productGate({ passGate, gateAtRest }, limits) {
  let state = gateAtRest;
  return (requested, { permission, hottestC, coldestC, nowMs }) => {
    const input = { requested, permission, interlocksClear: true, hottestC, coldestC, nowMs };
    const out = passGate(state, input, limits);
    state = out.state;
    return out.drive;
  };
}

export class Loop {
  plant;
  #product;
  #limits;
  #gate;
  #gateKind;
  #controller;
  #channel;
  #shown;
  #ticks = 0;
  #applied = 0;
  #atPins = 0;

  /** @param controller `{ step(input) → drive }`, see `ours.mjs` and `baselines.mjs` */
  constructor(product, { parameters, heatDutyCap, controller, gate, seed }) {
    this.#product = product;
    this.plant = new product.Plant(parameters, new product.Random(seed));
    this.#limits = { maxHeatDuty: heatDutyCap, maxCoolDuty: 1 };
    this.#gateKind = gate;
    this.#gate = gate === 'caps' ? capsGate(this.#limits) : productGate(product, this.#limits);
    this.#controller = controller;
    this.#channel = {
      coefficients: product.steinhartHartThrough(product.thermistorPoints),
      pullUpOhms: product.thermistorDivider.pullUpOhm,
      offsetC: 0,
    };
    this.#shown = this.#sense();
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

  #tick({ targetC, rampCPerS, hot }) {
    const heat = this.#gateKind === 'caps' || hot;
    const shown = this.#shown;
    const drive = this.#controller.step({
      ...shown,
      targetC,
      rampCPerS,
      hot,
      dtS: tickS,
      appliedDrive: this.#applied,
      maxHeatDuty: heat ? this.#limits.maxHeatDuty : 0,
      maxCoolDuty: this.#limits.maxCoolDuty,
    });
    this.#applied = this.#gate(drive, {
      permission: heat ? 'heatAndCool' : 'cool',
      hottestC: Math.max(shown.plateAC, shown.plateBC),
      coldestC: Math.min(shown.plateAC, shown.plateBC),
      nowMs: this.#ticks * tickS * 1000,
    });
    this.#ticks += 1;
    this.#shown = this.#sense();
    this.#atPins = this.#applied;
  }

  /** One tick of the plant, with the drive that was decided a tick ago, and its conversions. */
  #sense() {
    const sums = { plateA: 0, plateB: 0, heatsink: 0 };
    const drive = this.#product.driveOf(this.#atPins);
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
