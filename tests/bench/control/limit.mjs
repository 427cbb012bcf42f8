/**
 * What no controller can beat: full drive in one direction, then in the other, with the switch where the plate just
 * stays inside the band. It knows the plant and its whole state, and has no sensor, tick or latency in between.
 */
const stepS = 0.01;
const stepsPerTick = 5;
const longestS = 600;

function twin(product, plant) {
  const copy = new product.Plant({ ...plant.parameters, cutOut: null }, new product.Random(1));
  copy.network.state.set(plant.network.state);
  copy.setContact(1);
  return copy;
}

/**
 * Full drive towards the goal until `switchS`, then full drive back until the plate turns round.
 * @returns when the plate entered the band, and its furthest point beyond the goal
 */
function bangBang(product, loop, move, switchS) {
  const { goalC, bandC, targetC, towards, back, mayHeat } = move;
  const plant = twin(product, loop.plant);
  const gate = move.gate.copy();
  const { state } = plant.network;
  const { plate } = product.node;
  const direction = Math.sign(goalC - state[plate]);
  let before = direction * (state[plate] - goalC);
  let [enteredS, furthestC] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let drive;
  for (let index = 0; index * stepS < longestS; index += 1) {
    const atS = index * stepS;
    if (index % stepsPerTick === 0) {
      const truth = { hottestC: state[plate], coldestC: state[plate] };
      const nowMs = loop.nowMs + atS * 1000;
      const duty = atS < switchS ? towards : back;
      drive = product.driveOf(gate.pass(duty, { mayHeat, ...truth, targetC, nowMs }));
    }
    plant.advance(stepS, drive);
    const now = direction * (state[plate] - goalC);
    if (enteredS === Number.POSITIVE_INFINITY && now >= -bandC) {
      enteredS = atS + (1 - (now + bandC) / (now - before)) * stepS;
    }
    furthestC = Math.max(furthestC, now);
    const turned = atS > switchS && now < before;
    if (turned || now > bandC) break;
    before = now;
  }
  return { enteredS, furthestC };
}

/**
 * Shortest time to within the band, to stay there, from the present state of the loop.
 * @param move `{ goalC, bandC, targetC, towards, back, mayHeat, gate }`: full duties there and back, and the gate they pass
 */
export function timeOptimalS(product, loop, move) {
  const { enteredS } = bangBang(product, loop, move, Number.POSITIVE_INFINITY);
  if (!Number.isFinite(enteredS)) return Number.POSITIVE_INFINITY;
  const stays = (switchS) => bangBang(product, loop, move, switchS).furthestC <= move.bandC;
  // To switch later than on entering the band wins nothing.
  if (stays(enteredS)) return enteredS;
  let [early, late] = [0, enteredS];
  while (late - early > stepS) {
    const middle = (early + late) / 2;
    if (stays(middle)) early = middle;
    else late = middle;
  }
  return bangBang(product, loop, move, early).enteredS;
}
