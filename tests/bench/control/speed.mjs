/** What a control step costs and how fast the plant runs, on this machine. */
import { median } from './figures.mjs';

const batch = 500;
const batches = 300;

/** Median over batches, in microseconds for one control step with readings that change. */
export function controlStepUs({ startController, stepController }, parameters) {
  const times = [];
  let state = startController(25);
  for (let round = 0; round < batches; round += 1) {
    const from = performance.now();
    for (let index = 0; index < batch; index += 1) {
      const plateC = 25 + 0.01 * ((index * 37) % 100);
      const out = stepController(parameters, state, {
        plateC,
        otherPlateC: plateC - 0.05,
        heatsinkC: 30,
        targetC: round % 2 === 0 ? 40 : 10,
        rampCPerS: 0.5,
        dtS: 0.05,
        appliedDrive: state.drive,
        authority: 'heatAndCool',
        maxHeatDuty: 1,
        maxCoolDuty: 1,
      });
      state = out.state;
    }
    times.push(((performance.now() - from) * 1000) / batch);
  }
  return median(times);
}

/** Simulated seconds per second of the plant alone, at the longest step that is proven accurate; median of batches. */
export function plantSpeed({ Plant, Random, driveOf, longestStepS }, parameters) {
  const plant = new Plant(parameters, new Random(1));
  const speeds = [];
  for (let round = 0; round < 60; round += 1) {
    const drive = driveOf(round % 2 === 0 ? -0.3 : 0.2);
    const from = performance.now();
    for (let index = 0; index < 4000; index += 1) plant.advance(longestStepS, drive);
    speeds.push((4000 * longestStepS) / ((performance.now() - from) / 1000));
  }
  return median(speeds);
}
