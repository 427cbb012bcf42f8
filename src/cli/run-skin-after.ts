/** The look at the skin twenty minutes after the session before, where `contrast run` is told what it showed, or asks. */
import { InvalidArgumentError } from 'commander';
import type { SkinAnswer, SkinFinding } from '../../machines/skin-answers.ts';
import { CompanionError } from '../errors.ts';
import { suggestion } from '../limits/wording.ts';
import { briefsIn } from '../records/brief.ts';
import type { ClockReading } from '../records/clock.ts';
import { skinFindings } from '../records/skin-ids.ts';
import type { Counted } from '../treatment/history.ts';
import { answerLater, isLookDue, isOwed, owedLooks, skinLooks } from '../treatment/later-look.ts';

export interface SkinAfter {
  readonly answer: Exclude<SkinAnswer, 'numb'>;
  readonly findings: readonly SkinFinding[];
}

const answers: Readonly<Record<string, SkinAfter['answer']>> = {
  fine: 'fine',
  'not-sure': 'notSure',
  wrong: 'wrong',
};
const wayToSay = `fine, not-sure, wrong, or wrong:WHAT,WHAT of ${skinFindings.join(', ')}.`;

/** `fine`, or `wrong:blister,pain`. That something is wrong counts also where nobody says what. */
export function parseSkinAfter(text: string): SkinAfter {
  const [word = '', ...found] = text.split(':');
  const answer = answers[word];
  // All that stands behind the first colon: what is no finding is refused, not dropped.
  const names = found.length === 0 ? [] : found.join(':').split(',');
  const findings = skinFindings.filter((id) => names.includes(id));
  const unknown = names.find((name) => !skinFindings.some((id) => id === name));
  const fits = answer !== undefined && (answer === 'wrong' || names.length === 0);
  if (unknown !== undefined)
    throw new InvalidArgumentError(`${suggestion(unknown, skinFindings)} Say ${wayToSay}`);
  if (!fits) throw new InvalidArgumentError(wayToSay);
  return { answer, findings };
}

interface Now {
  readonly folder: string;
  readonly site: string;
  /** UTC, milliseconds. */
  readonly nowMs: number;
  readonly clock: ClockReading;
}

/** The sites whose look is due; none: nobody needs to be asked. */
export function placesToLookAt({ site, ...now }: Now, counted: Counted): string[] {
  const owed = owedLooks({ ...now, briefs: briefsIn(now.folder) }, counted, site);
  const due = owed.filter((look) => look.asks === 'how' && isLookDue(look));
  return due.map(({ site: place }) => place);
}

/**
 * Notes what was said, for the region where the plate is to lie. Nothing is owed where nobody was treated before; that
 * something is wrong is noted of the newest treatment there also where nobody asks any more. What is said too soon is not
 * noted: the look stays owed, and the admission says so among the other reasons.
 */
export function noteSkinAfter(
  { site, ...now }: Now,
  counted: Counted,
  { said, by }: { readonly said: SkinAfter | null; readonly by: string },
): void {
  if (said === null) return;
  const { folder, nowMs } = now;
  const looks = skinLooks({ ...now, briefs: briefsIn(folder) }, counted, site);
  const answered = said.answer === 'wrong' ? looks : looks.filter(isOwed);
  // "Fine" of skin that nobody asks about changes nothing; anything else must not be lost by a start.
  if (answered.length === 0 && said.answer !== 'fine') {
    throw new CompanionError('SCREENING_DECLINED', {
      what: 'the skin was said not to be fine, and no session here waits for that look: it is noted nowhere',
      fix: 'Treat nobody there now. Show the skin to a clinician, who decides about the next session.',
    });
  }
  for (const { id } of answered) answerLater(folder, looks, { id, by, ...said }, nowMs);
}
