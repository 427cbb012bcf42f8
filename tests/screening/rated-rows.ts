/**
 * What the clinical checklist says, written down apart from the program: row, question, and how heat, cold and contrast
 * weigh. `A` never, `Ao` a clinician decides, `P` with care, `-` no objection. Rows with two cases have two lines.
 */
import type { Rating } from '../../src/safety/screening-item.ts';

export const ratingOf: Readonly<Record<string, Rating>> = {
  '-': 'none',
  P: 'precaution',
  Ao: 'override',
  A: 'absolute',
};

export const ratedRows: readonly (readonly [
  row: number,
  id: string,
  heat: string,
  cold: string,
  contrast: string,
])[] = [
  [1, 'numb-site', 'A', 'A', 'A'],
  [2, 'cannot-report', 'A', 'A', 'A'],
  [3, 'poor-circulation', 'A', 'A', 'A'],
  [4, 'raynaud', '-', 'A', 'A'],
  [5, 'cold-oversensitive', '-', 'A', 'A'],
  [6, 'cold-blood-disorder', '-', 'A', 'A'],
  [7, 'cold-injury-before', '-', 'A', 'A'],
  [8, 'heat-injury-before', 'A', '-', 'A'],
  [9, 'healing-nerve', 'P', 'A', 'A'],
  [10, 'vein-clot', 'A', 'A', 'A'],
  [11, 'cancer-near-site', 'A', 'P', 'A'],
  [12, 'fresh-injury', 'Ao', '-', 'Ao'],
  [13, 'bleeding', 'Ao', 'P', 'Ao'],
  [13, 'stable-blood-thinner', 'P', 'P', 'P'],
  [14, 'infection', 'A', 'A', 'A'],
  [15, 'broken-skin', 'A', 'A', 'A'],
  [16, 'pregnant-trunk', 'A', 'P', 'A'],
  [17, 'diabetes', 'P', 'Ao', 'Ao'],
  [17, 'diabetes-nerve-damage', 'A', 'Ao', 'A'],
  [18, 'heart-disease', 'P', 'Ao', 'Ao'],
  [19, 'surgery-or-implant', 'P', 'P', 'P'],
  [20, 'implanted-electronics', 'P', 'P', 'P'],
  [21, 'child', 'Ao', 'A', 'A'],
  [21, 'minor', 'Ao', 'Ao', 'Ao'],
  [22, 'frail', 'P', 'P', 'P'],
  [23, 'forbidden-site', 'A', 'A', 'A'],
  [24, 'nerve-or-bone', 'P', 'P', 'P'],
  [25, 'liniment-or-patch', 'A', 'P', 'A'],
  [26, 'other-source', 'A', 'A', 'A'],
  [27, 'radiotherapy', 'A', 'A', 'A'],
  [28, 'heat-intolerant', 'P', '-', 'P'],
  [29, 'systemic-illness', 'P', '-', 'P'],
  [30, 'growth-plate', 'P', 'P', 'P'],
  [31, 'too-soon', 'A', 'A', 'A'],
  [32, 'reaction-last-time', 'A', 'A', 'A'],
  [33, 'barrier-dry', 'A', 'A', 'A'],
  [33, 'skin-inspected', 'A', 'A', 'A'],
  [33, 'awake', 'A', 'A', 'A'],
  [33, 'stop-in-reach', 'A', 'A', 'A'],
];

/** Red flags, medicines and signs, which weigh the same for heat and cold. */
export const ratedSigns: readonly (readonly [id: string, rating: string])[] = [
  ['getting-worse', 'Ao'],
  ['rest-pain', 'Ao'],
  ['muscle-wasting', 'Ao'],
  ['new-weakness', 'Ao'],
  ['saddle-or-bladder', 'A'],
  ['fever', 'A'],
  ['chest-or-breath', 'A'],
  ['dark-urine', 'A'],
  ['vomiting-or-diarrhoea', 'Ao'],
  ['trauma', 'Ao'],
  ['one-calf', 'A'],
  ['skin-after-cold', 'A'],
  ['dulling-medicine', 'P'],
  ['quinine', 'P'],
  ['botulinum', 'Ao'],
  ['dehydrated', 'P'],
];
