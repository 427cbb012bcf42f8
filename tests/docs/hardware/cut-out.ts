/** What the thermal cut-out achieves in the model, so that the page cannot promise more than it can do. */
import type { TrialResult } from '../../../src/plant-trials/answer.ts';
import { nominalRig } from '../../../src/plant-trials/figures.ts';
import { stuckTrial } from '../../../src/plant-trials/stuck.ts';

/** Full heat from a hold at 40 °C, with nothing but the cut-out to end it. */
const stuck = (changes: readonly string[], longestS = 180): TrialResult =>
  stuckTrial(nominalRig('reference', changes), {
    direction: 'heat',
    fromC: 40,
    duty: 1,
    longestS,
  });

const found = ({ answers }: TrialResult, key: string): string => {
  const value = answers.find((answer) => answer.key === key)?.value;
  if (typeof value !== 'number') throw new Error(`the trial has no ${key}`);
  return value.toFixed(1);
};

const five = stuck([]);
const twelve = stuck(['power.heatRailV=12']);
const bare = stuck(['power.heatRailV=12', 'cutOut=none'], 900);

export const cutOutFigures = {
  opensAtC: '50',
  hottestOn5V: found(five, 'extremePlateC'),
  openedAfterSOn5V: found(five, 'cutOutOpenedS'),
  to45SOn5V: found(five, 'plate45S'),
  hottestOn12V: found(twelve, 'extremePlateC'),
  to45SOn12V: found(twelve, 'plate45S'),
  hottestWithout: found(bare, 'extremePlateC'),
} as const;
