/** What everybody is told, for the page. */
export { afterTreatment, hasReacted, plainWords } from '../../words/plain-words.ts';
