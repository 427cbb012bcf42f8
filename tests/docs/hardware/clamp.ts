/** The heat rail from its supply to leg B: what the supply is set to, where the clamp fires, what leg B sees then. */
import { rigs } from '../../../hardware/plant/rigs.ts';
import { nominalRig } from '../../../src/plant-trials/figures.ts';
import { stuckTrial } from '../../../src/plant-trials/stuck.ts';

/** TL431 with its divider, Ω, as in the schematic. */
const reference = { volt: 2.495, upperOhm: 15_000, lowerOhm: 10_000 } as const;
const tolerance = 0.02;
const { heatRailV, heatDiode } = rigs.reference.parameters.power;
if (heatDiode === null) throw new Error('the reference device has a diode in its heat rail');
/** Diode, and what fuse, contact and wire take, at the steady current. */
const dropsV = { diode: heatDiode.fullV, idle: heatDiode.idleV, rest: 0.1 } as const;

const firesV = reference.volt * (1 + reference.upperOhm / reference.lowerOhm);
const legMostV = firesV * (1 + tolerance) - dropsV.diode;
const supplyV = heatRailV + dropsV.diode + dropsV.rest;

function to45S(railV: number): string {
  const rig = nominalRig('reference', [`power.heatRailV=${railV}`]);
  const { answers } = stuckTrial(rig, { direction: 'heat', fromC: 40, duty: 1, longestS: 180 });
  const value = answers.find(({ key }) => key === 'plate45S')?.value;
  if (typeof value !== 'number') throw new Error('the trial never came to 45 °C');
  return value.toFixed(1);
}

export const clampFigures = {
  reference,
  supplyV,
  /** Without current the diode takes less: what the leg has when it is not driven. */
  legIdleV: supplyV - dropsV.idle,
  firesV,
  leastFiresV: firesV * (1 - tolerance),
  mostFiresV: firesV * (1 + tolerance),
  legMostV,
  to45SAtMost: to45S(Number(legMostV.toFixed(2))),
} as const;
