/** Ids of what is asked about the skin and of what can be said of it. Nothing else: the page needs them as well. */

export const skinQuestions = ['skin', 'warm', 'closing', 'later', 'unasked'] as const;
export const skinAnswers = ['fine', 'notSure', 'numb', 'wrong'] as const;
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
