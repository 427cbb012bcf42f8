/** The first cold of a new device: full supplies, and a resistor in the modules’ line that takes most of them. */
import { rigs } from '../../../hardware/plant/rigs.ts';
import { pulseDuty, pulseMs } from '../../../src/safety/self-test.ts';
import { nominalRig } from '../../../src/plant-trials/figures.ts';
import { stuckTrial } from '../../../src/plant-trials/stuck.ts';

const seriesOhm = 4.7;
const { array, module, power } = rigs.reference.parameters;
const arrayOhm = (module.resistanceOhm * array.seriesCount) / array.parallelCount;
const currentA = (railV: number): number => railV / (arrayOhm + power.sourceOhm + seriesOhm);

/** What the plate falls in the cold pulse of the self-test. */
function pulseFallK(): number {
  const fromC = 25;
  const rig = nominalRig('reference', [`power.sourceOhm=${power.sourceOhm + seriesOhm}`]);
  const pulse = { direction: 'cool', fromC, duty: pulseDuty, longestS: pulseMs / 1000 } as const;
  const { answers } = stuckTrial(rig, pulse);
  const coldest = answers.find(({ key }) => key === 'extremePlateC')?.value;
  if (typeof coldest !== 'number') throw new Error('the trial has no coldest plate');
  return fromC - coldest;
}

export const firstCold = {
  seriesOhm,
  /** Twice what it takes, so that it may be touched by nobody but need not glow. */
  ratedW: 50,
  coolA: currentA(power.coolRailV),
  heatA: currentA(power.heatRailV),
  resistorW: currentA(power.coolRailV) ** 2 * seriesOhm,
  /** What a leg sees while it is on: nothing near the voltage at which it locks out. */
  legV: power.coolRailV - currentA(power.coolRailV) * power.sourceOhm,
  pulseFallK: pulseFallK(),
} as const;
