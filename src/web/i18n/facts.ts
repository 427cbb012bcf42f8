/** What was found, in the language of the page and in its degrees. */
import type { RecordRow } from '../../server/contract/record-answers.ts';
import { endSentence } from '../../words/endings.ts';
import type { Ending } from '../../words/endings.ts';
import type { Language } from '../../words/language.ts';
import type { TemperatureUnit } from '../../words/quantities.ts';
import { teller } from '../../words/teller.ts';
import type { AnyFact, Teller } from '../../words/teller.ts';
import { packOf } from './packs.ts';

interface In {
  readonly text: string;
  readonly language: Language;
}

/** A newer program may find what this page has no words for. */
const isKnown = ({ kind }: AnyFact, words: object): boolean =>
  Object.hasOwn(words, kind) || Object.hasOwn(words, `${kind}.reading`);

/**
 * @param fact missing: there are only words, as of a record of an older program
 * @param english as it comes with the fact; shown where the words of the language have not come
 */
export function factIn(
  { language, unit }: { readonly language: Language; readonly unit: TemperatureUnit },
  fact: AnyFact | undefined,
  english: string,
  part: keyof Teller = 'whole',
): In {
  const words = packOf(language)?.facts;
  if (fact === undefined || words === undefined || !isKnown(fact, words))
    return { text: english, language: 'en' };
  return { text: teller(words, { language, unit })[part](fact) ?? english, language };
}

interface EndTold extends Omit<Ending, 'why'> {
  readonly why?: AnyFact | undefined;
  readonly reason: string;
}

const nothingKnown = { rule: null, coldFinish: null, phases: [] } as const;

/** The same of a record in a list. */
export const rowEndingIn = (
  look: { readonly language: Language; readonly unit: TemperatureUnit },
  { outcome, reason, ending }: RecordRow,
): In => endingIn(look, { ...nothingKnown, ...ending, outcome, reason });

/** Why it ended, with what it lacks. What to do stands apart from it, in the words of the alarm. */
export function endingIn(
  look: { readonly language: Language; readonly unit: TemperatureUnit },
  { why, ...outcome }: EndTold,
): In {
  const words = packOf(look.language)?.facts;
  // Why somebody was declined is what the screening found: it stands there, and here in the words of the server.
  if (
    why === undefined ||
    words === undefined ||
    !isKnown(why, words) ||
    outcome.outcome === 'declined'
  )
    return { text: outcome.reason, language: 'en' };
  return { text: endSentence({ ...outcome, why }, teller(words, look)), language: look.language };
}
