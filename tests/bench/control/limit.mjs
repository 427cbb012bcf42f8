/**
 * What no controller can beat: full drive in one direction, then in the other, with the switch where the plate
 * just stays inside the band. It knows the plant and its whole state.
 */
const stepS = 0.01;
const longestS = 600;

/** Copies a plant as it is now. */
export function twin(product, plant) {
  const copy = new product.Plant({ ...plant.parameters, cutOut: null }, new product.Random(1));
  copy.network.state.set(plant.network.state);
  Object.assign(copy.faults, plant.faults);
  copy.setContact(1);
  return copy;
}

/**
 * Full drive towards the goal until `switchS`, then full drive back until the plate turns round.
 * @returns when the plate entered the band, and its furthest point beyond the goal
 */
function bangBang(product, from, { goalC, bandC, towards, back }, switchS) {
  const plant = twin(product, from);
  const { state } = plant.network;
  const { plate } = product.node;
  const direction = Math.sign(goalC - state[plate]);
  const beyond = () => direction * (state[plate] - goalC);
  let enteredS = Number.POSITIVE_INFINITY;
  let [before, furthestC] = [beyond(), Number.NEGATIVE_INFINITY];
  for (let index = 1; index * stepS <= longestS; index += 1) {
    plant.advance(stepS, (index - 1) * stepS < switchS ? towards : back);
    const now = beyond();
    if (enteredS === Number.POSITIVE_INFINITY && now >= -bandC) {
      enteredS = (index - (now + bandC) / (now - before)) * stepS;
    }
    furthestC = Math.max(furthestC, now);
    if (index * stepS > switchS && now < before) break;
    // Beyond the band there is nothing left to learn.
    if (now > bandC) break;
    before = now;
  }
  return { enteredS, furthestC };
}

/** Shortest time to within `bandC` of the goal, to stay there, from the plant's present state. */
export function timeOptimalS(product, plant, move) {
  const first = bangBang(product, plant, move, Number.POSITIVE_INFINITY);
  if (!Number.isFinite(first.enteredS)) return Number.POSITIVE_INFINITY;
  // Switching later than on entering the band wins nothing.
  let [early, late] = [0, first.enteredS];
  const stays = (switchS) => bangBang(product, plant, move, switchS).furthestC <= move.bandC;
  if (stays(late)) return first.enteredS;
  while (late - early > stepS) {
    const middle = (early + late) / 2;
    if (stays(middle)) early = middle;
    else late = middle;
  }
  return bangBang(product, plant, move, early).enteredS;
}
