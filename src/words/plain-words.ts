/**
 * What everybody who meets the device is told, in every language of the page: how little is known of what it is good for,
 * and what to do afterwards. Written to be read at eleven, and the same on page and report.
 */
import { inAll } from './language.ts';
import type { Language } from './language.ts';

export interface PlainWords {
  readonly knownTitle: string;
  readonly known: readonly string[];
  readonly afterTitle: string;
  /** Always shown; `{rest}` stands for the minutes without heat or cold. */
  readonly after: readonly [look: string, sitUp: string, rest: `${string}{rest}${string}`];
  readonly moreTitle: string;
  readonly more: readonly string[];
  /** What the look in twenty minutes is for. */
  readonly later: string;
  /** Where the skin was not called fine at the end. */
  readonly notFelt: string;
  readonly notSaid: string;
  readonly reactionTitle: string;
  /** Where something was wrong with the skin: first aid, who looks at it, and what is not to be done. */
  readonly reaction: readonly string[];
}

const plainEn = {
  knownTitle: 'What is known, and what is not',
  known: [
    'Heat and cold in turn make tight, sore muscles feel better for some people.',
    'Nobody has tested it for cramps in ALS, nor in the order and length that this device gives.',
    'It leaves the cause of a cramp as it is, and muscle that lies deep hardly changes its warmth.',
    'To stop a cramp, stretching the muscle is what is known best.',
  ],
  afterTitle: 'Afterwards',
  after: [
    'Look at the skin and feel it now, and again in 20 minutes.',
    'Sit up slowly, and wait a minute before you stand. For half an hour the limb may be weak or clumsy: no stairs alone, no driving, no sport.',
    'No more heat or cold on this part of the body for {rest} minutes, and no cream where the plate will lie.',
  ],
  moreTitle: 'More for today',
  more: [
    'Drink as always; more in hot weather, or with fever, vomiting or the runs, unless a doctor limits it or thin drinks make you choke.',
    'Move gently a few times today, and stretch before bed. Rest what was strained.',
    'Write down how much it hurts now, and again in 20 minutes.',
    'Some water tablets and cholesterol tablets bring cramps. Ask your doctor; do not stop them by yourself.',
    'Pain after an injury may last for days, and should grow a little less each day.',
    'Spasms that grow worse or come more often: see a doctor.',
  ],
  later:
    'Look at the skin again 20 min after the end, and say how it is: that opens the next treatment here.',
  notFelt:
    'The plate was not felt at the end. Feeling comes back within minutes: test it, and see a doctor if the skin is numb for more than 20 minutes. No treatment begins here before somebody has said that the skin is fine.',
  notSaid:
    'Nobody said at the end that the skin is fine. No treatment begins here before somebody has said so.',
  reactionTitle: 'Something was wrong with the skin',
  reaction: [
    'Too hot: cool running tap water for 20 min, no ice.',
    'Too cold: warm it slowly with a hand or a blanket, do not rub, no hot water.',
    'See a doctor: today with a blister, welts, broken skin, a white, grey or dark patch, pain, or numbness for more than 20 min.',
    'No more heat or cold there, nor a cold finish: nobody is treated there before a clinician has looked at the skin and that is recorded.',
  ],
} as const satisfies PlainWords;

export const plainWords = inAll('plain', plainEn);

/** @param restMinutes null: it is not known */
export const afterWords = (language: Language, restMinutes: number | null): string[] =>
  plainWords[language].after
    .filter((text) => restMinutes !== null || !text.includes('{rest}'))
    .map((text) => text.replace('{rest}', String(restMinutes)));

/** How the skin was, as far as anybody said; null where nobody's was under the plate. */
export interface SkinKnown {
  readonly reacted: boolean;
  readonly atEnd: 'fine' | 'notSure' | 'numb' | 'wrong' | 'unanswered' | null;
}

/** What is wrong stays so, whatever is said after it. */
export const hasReacted = (skin: SkinKnown | null): boolean =>
  skin !== null && (skin.reacted || skin.atEnd === 'wrong');

/** Of what is said after a treatment, what holds after a reaction too. */
const sittingUp = 1;

/** Where the skin reacted, no further cold or heat is spoken of, and no look that would open the next treatment. */
export function afterTreatment(
  language: Language,
  skin: SkinKnown | null,
  restMinutes: number | null,
): string[] {
  const { reaction, after, later } = plainWords[language];
  if (hasReacted(skin)) return [...reaction, after[sittingUp]];
  const usual = afterWords(language, restMinutes);
  return skin === null ? usual : [...doubtWords(language, skin), ...usual, later];
}

/** Empty where the skin was called fine. */
export function doubtWords(language: Language, { atEnd }: SkinKnown): string[] {
  const { notFelt, notSaid } = plainWords[language];
  if (atEnd === 'numb') return [notFelt];
  return atEnd === 'notSure' || atEnd === 'unanswered' ? [notSaid] : [];
}
