/** People in front of the checklist. */
import * as fc from 'fast-check';
import { allClear, checklist } from '../../src/safety/screening-checklist.ts';
import type { Answers } from '../../src/safety/screening-checklist.ts';

/** Everything clear but these. */
export const troubledBy = (...ids: readonly string[]): Answers => ({
  ...allClear,
  ...Object.fromEntries(
    checklist.filter(({ id }) => ids.includes(id)).map(({ id, problem }) => [id, problem]),
  ),
});

/** These questions not answered. */
export const without = (answers: Answers, ids: readonly string[]): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([id]) => !ids.includes(id)));

/** What weighs nothing at a limb: thirst, and pregnancy. */
export const weighsNothingAtALimb = (id: string): boolean =>
  ['dehydrated', 'pregnant-trunk'].includes(id);

/** Any set of questions. */
export const someIds: fc.Arbitrary<string[]> = fc.subarray(checklist.map(({ id }) => id));

export const ann = { clinician: 'Dr. Ann', reason: 'seen today' };
