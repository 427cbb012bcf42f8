/** What people can say of the skin under the plate. Ids only: records keep them, words belong to screens. */

export const skinAnswers = ['fine', 'notSure', 'numb', 'wrong'] as const;
/**
 * `notSure`: look again in a while. `numb`: the plate is not felt yet, as after cold it may be for some minutes; it is
 * waited for, and never heated. `wrong`: something is, and the treatment is over.
 */
export type SkinAnswer = (typeof skinAnswers)[number];

export const skinFindings = [
  'blister',
  'brokenSkin',
  'welts',
  'whiteOrGrey',
  'darkPatch',
  'redPatch',
  'netMarks',
  'swelling',
  'pain',
  'numbness',
  'other',
] as const;
/** What is wrong. `numbness` lasts: for more than twenty minutes, or where it should long be over. */
export type SkinFinding = (typeof skinFindings)[number];
