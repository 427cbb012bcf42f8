/** A prescription that waits for its screening, and what that screening comes to. Nothing is driven meanwhile. */
import type { BoardIdentity } from '../../../hardware/boards/board.ts';
import type { Rig } from '../../../hardware/plant/rigs.ts';
import { limitsInForce, prescriptionFromText, presetWithin } from '../../limits/yaml-file.ts';
import { contradictsAnswer } from '../../safety/clinician-word.ts';
import type { Told } from '../../safety/clinician-word.ts';
import { allClear, checklist } from '../../safety/screening-checklist.ts';
import type { Answers } from '../../safety/screening-checklist.ts';
import { siteOf, unspecifiedSite } from '../../safety/screening-sites.ts';
import type { Override } from '../../safety/screening.ts';
import { admit, allowanceFor, toldIn } from '../../treatment/admission.ts';
import type { ScreenedSession } from '../../treatment/host/treatment.ts';
import { eventOf } from '../../treatment/host/wishes.ts';
import type { Wish } from '../../treatment/host/wishes.ts';
import { prescribe } from '../../treatment/prepare.ts';
import type { Prescribed } from '../../treatment/prepare.ts';
import { pastFor, screeningCommands, screeningFields } from '../../treatment/screened.ts';
import type { PastParts } from '../../treatment/screened.ts';
import type { Command } from '../../treatment/state.ts';
import type { PrescriptionChoice } from '../contract/requests.ts';
import { Refusal } from '../refusal.ts';
import type { Screening } from './messages.ts';

/** What stands for the path of a file in the errors of a text. */
export const textName = 'prescription';

export interface Draft {
  readonly source: string;
  readonly site: string;
  readonly by: string;
  readonly prescribed: Prescribed;
}

export interface DraftParts {
  readonly identity: BoardIdentity;
  readonly bench: boolean;
  readonly rig: Rig;
  readonly limitsFile: string | null;
}

/** @throws CompanionError as for a prescription file; Refusal for a site that is not named where it must be */
export function draftOf(
  { prescription, site, by }: { prescription: PrescriptionChoice; site: string; by: string },
  { identity, bench, rig, limitsFile }: DraftParts,
): Draft {
  if (siteOf(site) === undefined) {
    const what = `there is no body site "${site}"`;
    throw new Refusal('BAD_REQUEST', {
      what,
      where: 'site',
      fix: 'GET /api/v1/screening lists them.',
    });
  }
  if (!identity.imaginary && !bench && site === unspecifiedSite) {
    const what = 'the site where the plate is to lie must be named on a real board';
    throw new Refusal('BAD_REQUEST', {
      what,
      where: 'site',
      fix: 'Name one of GET /api/v1/screening.',
    });
  }
  const limits = limitsInForce(limitsFile ?? undefined);
  const [source, chosen] =
    'preset' in prescription
      ? [prescription.preset, presetWithin(prescription.preset, limits)]
      : ['yaml', prescriptionFromText(textName, prescription.yaml, limits)];
  return { source, site, by, prescribed: prescribe(source, chosen, limits, rig) };
}

export interface Screened extends ScreenedSession {
  readonly prescribed: Prescribed;
  readonly profile: 'standard' | 'reduced';
  /** Doubts about time and earlier records that a clinician settled. */
  readonly settled: readonly string[];
}

const commandsOf = (wish: Wish, who: string): Command[] => {
  const event = eventOf(wish, who);
  return event === null ? [] : [{ event, who }];
};

/** There is nobody under the plate, and somebody says so. */
export const onTheBench = ({ prescribed, by }: Draft): Screened => ({
  prescribed,
  profile: 'standard',
  record: null,
  commands: commandsOf({ wish: 'noPatient' }, by),
  settled: [],
  refusal: null,
});

/** @param nowMs UTC. @throws Refusal for questions that do not exist, or answers without anybody who gave them */
export function screened(
  draft: Draft,
  { answers, words, override, confirmed: ids = [] }: Screening,
  by: string,
  identity: BoardIdentity,
  past: Omit<PastParts, 'identity' | 'site'>,
): Screened {
  const given = answersOf(answers, identity.imaginary);
  const decided: Override | null =
    override === undefined ? null : { ...override, proof: 'account' };
  const { site, prescribed } = draft;
  const before = pastFor({ identity, site, ...past });
  const told = toldIn(wordsOf(words ?? {}, given), past.nowMs, before, site);
  const allowance = allowanceFor(prescribed, site, before);
  const confirmed = ids.length === 0 ? null : { name: by, proof: 'account' as const, ids };
  const person = { site, answers: given, told, override: decided, confirmed };
  const admission = admit(prescribed, person, allowance);
  const answeredBy = answers === 'all-clear' ? `${by}, all clear for a simulation` : by;
  return {
    prescribed: admission.prescribed,
    profile: admission.screening.profile,
    record: screeningFields(person, answeredBy, admission, allowance),
    commands: screeningCommands(admission, decided, by),
    settled: admission.settled,
    refusal: admission.refusal,
  };
}

/** Somebody called it off while it was asked. */
export const calledOff = ({ prescribed }: Draft, wish: Wish, who: string): Screened => ({
  prescribed,
  profile: 'standard',
  record: null,
  commands: commandsOf(wish, who),
  settled: [],
  refusal: null,
});

function answersOf(answers: Screening['answers'], imaginary: boolean): Answers {
  if (answers === 'all-clear') {
    if (imaginary) return allClear;
    const what = 'every question is asked where a person may be under the plate';
    throw new Refusal('BAD_REQUEST', {
      what,
      where: 'answers',
      fix: 'Answer each question of GET /api/v1/screening.',
    });
  }
  const known = new Set(checklist.map(({ id }) => id));
  const unknown = Object.keys(answers).find((id) => !known.has(id));
  if (unknown === undefined) return answers;
  const what = `there is no question "${unknown}"`;
  const fix = 'GET /api/v1/screening lists them.';
  throw new Refusal('BAD_REQUEST', { what, where: `answers.${unknown}`, fix });
}

/** A word on what nobody's word lowers is refused, rather than passed over. */
function wordsOf(words: NonNullable<Screening['words']>, answers: Answers): Told['words'] {
  const lowered = checklist.filter(({ loweredBy }) => loweredBy !== undefined);
  const other = Object.keys(words).find((id) => !lowered.some((item) => item.id === id));
  const contradiction = lowered.find(({ id, problem }) => {
    const word = Object.hasOwn(words, id) ? words[id] : undefined;
    return word !== undefined && contradictsAnswer({ problem }, answers[id], word);
  });
  if (contradiction !== undefined) {
    const { id } = contradiction;
    throw new Refusal('BAD_REQUEST', {
      what: `"${id}" is answered as not there, and told to be new or worse`,
      where: `words.${id}`,
      fix: 'Answer what is there, and leave the word out where it is not.',
    });
  }
  if (other === undefined) return words;
  const what = `no clinician’s word lowers the question "${other}"`;
  const fix = 'GET /api/v1/screening says which it lowers.';
  throw new Refusal('BAD_REQUEST', { what, where: `words.${other}`, fix });
}
