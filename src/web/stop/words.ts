/** The words of STOP, in every language of the page: they wait for no other. */
import { inAll } from '../../words/language.ts';
import type { Language } from '../../words/language.ts';
import { stopEn } from '../../words/stop-en.ts';
import type { StopWords } from '../../words/stop-en.ts';

export const stopWords: Readonly<Record<Language, StopWords>> = inAll('stop', stopEn);

/** Puts values in place of `{name}`. */
export const filled = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
