/** Ids of what is asked about the skin and of what can be said of it. Nothing else: the page needs them as well. */
export { skinAnswers, skinFindings } from '../../machines/skin-answers.ts';

export const skinQuestions = ['skin', 'warm', 'closing', 'what', 'later', 'unasked'] as const;
