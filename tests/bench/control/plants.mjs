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
    const sensors = Object.fromEntries(
      Object.entries(drawn.sensors).map(([channel, sensor]) => [channel, { ...sensor, ...exact }]),
    );
    plants.push({ ...drawn, sensors });
  }
  return plants;
}

const bead = (sensors, change) => ({
  ...sensors,
  plateA: { ...sensors.plateA, ...change },
  plateB: { ...sensors.plateB, ...change },
});

/** Devices and places at the edge of what is drawn, and beyond: one thing is off, all else nominal. */
export function edgePlants({ parameters: nominal }) {
  const { heatsink, skin, plate, module, sensors, ambient } = nominal;
  const room = (temperatureC) => ({ ambient: { ...ambient, temperatureC } });
  const plates = (factor) => ({ plate: { ...plate, capacityJPerK: plate.capacityJPerK * factor } });
  const aged = {
    ...module,
    resistanceOhm: module.resistanceOhm * 1.2,
    seebeckVPerK: module.seebeckVPerK * 0.93,
  };
  return [
    ['fan at two thirds', { heatsink: { ...heatsink, fanOnKPerW: heatsink.fanOnKPerW * 1.5 } }],
    ['insulated from the skin', { skin: { ...skin, contactFraction: 0.05 } }],
    ['plate 30 % thinner', plates(0.7)],
    ['plate 40 % thicker', plates(1.4)],
    ['aged modules', { module: aged }],
    ['beads of 1.8 s', { sensors: bead(sensors, { timeConstantS: 1.8 }) }],
    ['room of 12 °C', room(12)],
    ['room of 32 °C', room(32)],
  ].map(([name, change]) => ({ name, parameters: { ...nominal, ...change } }));
}
