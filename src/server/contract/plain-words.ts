/** What everybody is told, for the page. */
export { afterWords, plainWords } from '../../records/plain-words.ts';
