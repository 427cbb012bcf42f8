/** Devices and people within tolerance, that can do the job. */

/** Errors of resistors shift reading and plate alike and are no matter of control. */
const exact = { resistanceFactor: 1, betaFactor: 1, pullUpOhm: 10_000, adcOffsetLsb: 0 };

/** The first `count` capable plants of a seed, with exact resistors. */
export function drawPlants({ Random, drawPlantParameters, isCapable }, rig, count, seed) {
  const random = new Random(seed);
  const plants = [];
  for (let index = 0; plants.length < count; index += 1) {
    const drawn = drawPlantParameters(random.split(`plant-${index}`), rig.parameters);
    if (!isCapable(drawn, rig.heatDutyCap)) continue;
    const { plateA, plateB, heatsink } = drawn.sensors;
    const sensors = {
      plateA: { ...plateA, ...exact },
      plateB: { ...plateB, ...exact },
      heatsink: { ...heatsink, ...exact },
    };
    plants.push({ ...drawn, sensors });
  }
  return plants;
}
