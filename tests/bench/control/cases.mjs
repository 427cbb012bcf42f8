/** The experiments: steps, ramps and holds, and holds that are disturbed. Truth is the plate, not the bead. */
import { gateOf } from './gates.mjs';
import { timeOptimalS } from './limit.mjs';
import { Loop, tickS } from './loop.mjs';

const coldC = 10;
const hotC = 40;
const bandC = 0.3;
/** Faster than any plate: the ramp is no limit. */
export const openCPerS = 100;
const rampRates = [0.25, 0.5];
const moveS = 180;
const holdS = 60;

/** The plate temperature at which its two beads show `shownC` on average: leads take a share of the ambient. */
function plateShowing({ sensors, ambient }, shownC) {
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

/** How far the plate went beyond the goal; below 0 where it never reached it. */
function beyondC(plateC, goalC, hot) {
  const direction = hot ? 1 : -1;
  return plateC.reduce((worst, value) => Math.max(worst, direction * (value - goalC)), -Infinity);
}

function deviationC(plateC) {
  const mean = plateC.reduce((total, value) => total + value, 0) / plateC.length;
  return Math.sqrt(plateC.reduce((total, value) => total + (value - mean) ** 2, 0) / plateC.length);
}

const orderOf = (targetC, rampCPerS) => ({ targetC, rampCPerS, hot: targetC === hotC });

function step(product, loop, { parameters, limits }, targetC) {
  const order = orderOf(targetC, openCPerS);
  const goalC = plateShowing(parameters, targetC);
  const full = order.hot ? limits.maxHeatDuty : -1;
  const other = order.hot ? -1 : limits.maxHeatDuty;
  const move = { goalC, bandC, targetC, towards: full };
  const caps = gateOf('caps', product, limits);
  const limitS = timeOptimalS(product, loop, { ...move, back: other, mayHeat: true, gate: caps });
  const back = order.hot ? other : 0;
  const gatedS = timeOptimalS(product, loop, {
    ...move,
    back,
    mayHeat: order.hot,
    gate: loop.gate(),
  });
  const plateC = loop.run(moveS, order);
  const seconds = settledS(plateC, goalC);
  loop.clear();
  const held = loop.run(holdS, order);
  return {
    limitS,
    ratio: seconds / limitS,
    gateRatio: gatedS / limitS,
    overGateRatio: seconds / gatedS,
    overshootC: beyondC(plateC, goalC, order.hot),
    holdC: deviationC(held),
    activityPerS: loop.travelled / holdS,
  };
}

function ramp(loop, setup, targetC, rateCPerS) {
  const order = orderOf(targetC, rateCPerS);
  loop.clear();
  const plateC = loop.run((hotC - coldC) / rateCPerS + 45, order);
  return {
    overshootC: beyondC(plateC, plateShowing(setup.parameters, targetC), order.hot),
    refusals: loop.refusals,
    // One change of direction is what a new target asks for.
    reversals: Math.max(0, loop.reversals - 1),
  };
}

const worst = (rows, key) => Math.max(...rows.map((row) => row[key]));
const sum = (rows, key) => rows.reduce((total, row) => total + row[key], 0);

/**
 * From a hold at 40 °C a step to 10 and back with the ramp opened up, then ramps down and up.
 * @returns the figures, by name; an overshoot and a hold are the worse of the two directions
 */
export function course(product, setup) {
  const loop = new Loop(product, setup);
  loop.run(120, orderOf(hotC, openCPerS));
  const cooling = step(product, loop, setup, coldC);
  const heating = step(product, loop, setup, hotC);
  const [slow, fast] = rampRates.map((rateCPerS) =>
    [coldC, hotC].map((targetC) => ramp(loop, setup, targetC, rateCPerS)),
  );
  return {
    coolingLimitS: cooling.limitS,
    heatingLimitS: heating.limitS,
    coolingRatio: cooling.ratio,
    heatingRatio: heating.ratio,
    coolingGateRatio: cooling.gateRatio,
    heatingGateRatio: heating.gateRatio,
    coolingOverGateRatio: cooling.overGateRatio,
    heatingOverGateRatio: heating.overGateRatio,
    stepOvershootC: Math.max(cooling.overshootC, heating.overshootC),
    slowRampOvershootC: worst(slow, 'overshootC'),
    fastRampOvershootC: worst(fast, 'overshootC'),
    holdC: Math.max(cooling.holdC, heating.holdC),
    activityPerS: Math.max(cooling.activityPerS, heating.activityPerS),
    refusals: sum([...slow, ...fast], 'refusals'),
    reversals: sum([...slow, ...fast], 'reversals'),
  };
}

/** Lifted, laid on, half on: each for a while, in the middle of a hold. */
const contacts = [0, 1, 0.5, 0, 0.1, 1, 0.3, 1];

/**
 * Contact changes during a hold at 40 and at 10 °C, at a supply that is off.
 * @returns how far the plate goes beyond the setpoint, above where it is hot and below where it is cold
 */
export function disturbed(product, setup) {
  const loop = new Loop(product, setup);
  loop.plant.faults.supplyFactor = setup.supplyFactor;
  const [hotBeyondC, coldBeyondC] = [hotC, coldC].map((targetC) => {
    const order = orderOf(targetC, 0.5);
    const goalC = plateShowing(setup.parameters, targetC);
    loop.plant.setContact(1);
    loop.run(150, order);
    const beyond = contacts.map((contact) => {
      loop.plant.setContact(contact);
      return beyondC(loop.run(30, order), goalC, order.hot);
    });
    return Math.max(...beyond);
  });
  return { hotBeyondC, coldBeyondC };
}
