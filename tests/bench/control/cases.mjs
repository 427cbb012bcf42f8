/** The experiments: steps, ramps, holds, and holds that are disturbed. Truth is the plate, not the bead. */
import { Loop, tickS } from './loop.mjs';
import { timeOptimalS } from './limit.mjs';

export const coldC = 10;
export const hotC = 40;
export const bandC = 0.5;
/** Faster than any plate: the ramp is no limit. */
const openCPerS = 100;

/** The plate temperature at which its two beads show `shownC` on average: leads take a share of the ambient. */
export function plateShowing({ sensors, ambient }, shownC) {
  const share = (sensors.plateA.stemError + sensors.plateB.stemError) / 2;
  return (shownC - share * ambient.temperatureC) / (1 - share);
}

/** Seconds from the order until the plate was outside the band for the last time, interpolated. */
function settledS(plateC, goalC) {
  const last = plateC.findLastIndex((value) => Math.abs(value - goalC) > bandC);
  if (last < 0) return 0;
  if (last === plateC.length - 1) return Number.POSITIVE_INFINITY;
  const [outside, inside] = [plateC[last], plateC[last + 1]].map((c) => Math.abs(c - goalC));
  return (last + (outside - bandC) / (outside - inside)) * tickS;
}

const furthestBeyond = (plateC, goalC, direction) =>
  plateC.reduce((worst, value) => Math.max(worst, direction * (value - goalC)), -Infinity);

/** Root of the mean square of what lies between the plate and the goal. */
function rmsK(plateC, goalC) {
  const sum = plateC.reduce((total, value) => total + (value - goalC) ** 2, 0);
  return Math.sqrt(sum / plateC.length);
}

const orderOf = (targetC, rampCPerS) => ({ targetC, rampCPerS, hot: targetC === hotC });

/** 40 → 10 → 40 °C with the ramp opened up, from a steady hold: ratio to the limit, overshoot, and the holds. */
export function steps(product, setup) {
  const loop = new Loop(product, setup);
  const { parameters, heatDutyCap } = setup;
  loop.run(240, orderOf(hotC, openCPerS));
  const move = (targetC, heating) => {
    const goalC = plateShowing(parameters, targetC);
    const drives = [heatDutyCap, -1].map((duty) => product.driveOf(duty));
    const [towards, back] = heating ? drives : drives.toReversed();
    const limitS = timeOptimalS(product, loop.plant, { goalC, bandC, towards, back });
    const plateC = loop.run(240, orderOf(targetC, openCPerS));
    const direction = heating ? 1 : -1;
    const held = plateC.slice(-Math.round(120 / tickS));
    return {
      limitS,
      seconds: settledS(plateC, goalC),
      ratio: settledS(plateC, goalC) / limitS,
      overshootK: furthestBeyond(plateC, goalC, direction),
      holdRmsK: rmsK(held, goalC),
      biasK: held.reduce((sum, value) => sum + value - goalC, 0) / held.length,
    };
  };
  return { cooling: move(coldC, false), heating: move(hotC, true) };
}

/** Ramps up and down at one rate: overshoot beyond the end, the larger of the two, and the hold after it. */
export function ramps(product, setup, rateCPerS) {
  const loop = new Loop(product, setup);
  loop.run(180, orderOf(coldC, openCPerS));
  const overshoots = [hotC, coldC].map((targetC) => {
    const goalC = plateShowing(setup.parameters, targetC);
    const plateC = loop.run((hotC - coldC) / rateCPerS + 60, orderOf(targetC, rateCPerS));
    return furthestBeyond(plateC, goalC, targetC === hotC ? 1 : -1);
  });
  return { overshootK: Math.max(...overshoots), overshoots };
}

/** Contact and supply change during holds; how far the plate goes beyond the setpoint, hot above, cold below. */
export function disturbed(product, setup, supplyFactor) {
  const loop = new Loop(product, setup);
  loop.plant.faults.supplyFactor = supplyFactor;
  const worst = [hotC, coldC].map((targetC) => {
    loop.plant.setContact(1);
    loop.run(180, orderOf(targetC, 0.5));
    const goalC = plateShowing(setup.parameters, targetC);
    const beyond = [0, 1, 0.5, 0, 0.1, 1, 0.3, 1].map((contact) => {
      loop.plant.setContact(contact);
      const plateC = loop.run(40, orderOf(targetC, 0.5));
      return furthestBeyond(plateC, goalC, targetC === hotC ? 1 : -1);
    });
    return Math.max(...beyond);
  });
  return { hotK: worst[0], coldK: worst[1] };
}
