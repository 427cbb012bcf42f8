/** Before a session: who is under the plate, what was answered for them, and whether they are treated now. */
import type { BoardIdentity } from '../../hardware/boards/board.ts';
import type { SessionEvent } from '../../machines/session-events.ts';
import { nameProblem } from '../records/person-name.ts';
import type { ClockReading } from '../records/clock.ts';
import type { FolderUse } from '../records/folder-use.ts';
import type { Told } from '../safety/clinician-word.ts';
import { allClear, checklist } from '../safety/screening-checklist.ts';
import type { Answers } from '../safety/screening-checklist.ts';
import { isLasting } from '../safety/screening-item.ts';
import { unspecifiedSite } from '../safety/screening-sites.ts';
import { admit, allowanceFor, isAbsolute, toldIn } from '../treatment/admission.ts';
import type { Allowance, Person } from '../treatment/admission.ts';
import { changedAnswers } from '../treatment/declined-before.ts';
import type { Confirmation, DeclinedScreening } from '../treatment/declined-before.ts';
import type { Counted } from '../treatment/history.ts';
import type { ScreenedSession } from '../treatment/host/treatment.ts';
import { eventOf } from '../treatment/host/wishes.ts';
import type { Prescribed } from '../treatment/prepare.ts';
import { countedFor, pastFor, screeningCommands, screeningFields } from '../treatment/screened.ts';
import type { Override } from '../safety/screening.ts';
import type { Prepared } from './run-answers.ts';
import { reducedIn } from './reduced-words.ts';
import { askAtKeyboard } from './run-ask.ts';
import { dialogLines } from './run-dialog-lines.ts';
import { confirmationOf, overrideOf, pressKey, startDialog } from './run-dialog.ts';
import type { Ending } from './run-dialog.ts';
import { laterLookLines, pressLaterLook, startLaterLook } from './run-later-look.ts';
import type { Duty, ProvenName } from './run-names.ts';
import type { SkinAfter } from './run-skin-after.ts';
import type { RunFlags } from './run-options.ts';
import type { Screen } from './run-screen.ts';
import { noteSkinAfter, placesToLookAt } from './run-skin-after.ts';

export interface Admitted extends ScreenedSession {
  /** Narrowed to what the screening leaves. */
  readonly prescribed: Prescribed;
  /** Doubts about time and earlier records that a clinician settled. */
  readonly settled: readonly string[];
}

export interface AdmissionParts {
  readonly identity: BoardIdentity;
  readonly flags: RunFlags;
  readonly prescribed: Prescribed;
  /** From an answers file, where one was named. */
  readonly prepared: Prepared | null;
  readonly screen: Screen;
  readonly recordsFolder: string;
  /** UTC, milliseconds. */
  readonly nowMs: number;
  readonly clock: ClockReading;
  /** Where records of this board went before. */
  readonly uses: readonly FolderUse[];
  /** Whether that person is here. @throws CompanionError NAME_NOT_PROVEN */
  readonly prove: (name: string, duty: Duty) => Promise<ProvenName>;
  readonly allOff: () => void;
}

/** Asks, or takes the answers that there are, and decides. */
export async function admitPerson(parts: AdmissionParts): Promise<Admitted> {
  const { flags, prescribed, recordsFolder: folder, nowMs } = parts;
  const site = flags.site ?? unspecifiedSite;
  const counted = countedFor({ identity: parts.identity, history: flags.history });
  const looked = counted === null ? null : await lookedAt(parts, site, counted);
  const { clock } = parts;
  if (counted !== null && looked !== null)
    noteSkinAfter({ folder, site, nowMs, clock }, counted, looked);
  const past = pastFor({ ...parts, site, history: flags.history });
  const earlier = allowanceFor(prescribed, site, past);
  const told = toldIn(parts.prepared?.words ?? {}, nowMs, past, site);
  const called = looked?.called ?? null;
  const given =
    called === null
      ? await answersFor(parts, site, earlier, told)
      : { answers: null, told, override: null, by: 'operator', called };
  const { answers, by, declined = earlier.declined ?? [] } = given;
  const allowance = { ...earlier, declined };
  const confirmed = await provenConfirmation(parts, given);
  const override = await provenOverride(parts, site, { ...given, confirmed }, allowance);
  const person = { site, answers, told: given.told, override, confirmed };
  const admission = admit(prescribed, person, allowance);
  const record = screeningFields(person, by, admission, allowance);
  if (given.called !== null) {
    const command = { event: given.called, who: by };
    const ofNobody = { ...record, admitted: false, refusal: 'called off during the screening' };
    return { prescribed, record: ofNobody, commands: [command], settled: [], refusal: null };
  }
  if (admission.refusal === null && admission.screening.profile === 'reduced') {
    const { tongue } = parts.screen;
    const limits = reducedIn(tongue, admission.screening);
    parts.screen.banner(tongue.terminal('banner.reduced', { limits }));
  }
  return {
    prescribed: admission.prescribed,
    record,
    commands: screeningCommands(admission, override, by),
    settled: admission.settled,
    refusal: admission.refusal,
  };
}

interface Looked {
  readonly said: SkinAfter | null;
  readonly by: string;
  /** The event with which somebody called it off when they were asked; null where nobody did. */
  readonly called: SessionEvent | null;
}

/** Where `--yes` stands in for everybody it says this too; it may do so on imaginary boards only. */
async function lookedAt(parts: AdmissionParts, site: string, counted: Counted): Promise<Looked> {
  const { flags, screen, allOff, recordsFolder: folder, nowMs, clock } = parts;
  const { skinAfter = null, yes } = flags;
  if (skinAfter === null && yes)
    return { said: { answer: 'fine', findings: [] }, by: '--yes', called: null };
  const by = 'operator';
  if (skinAfter !== null || !screen.canAsk) return { said: skinAfter, by, called: null };
  const places = placesToLookAt({ folder, site, nowMs, clock }, counted);
  if (places.length === 0) return { said: null, by, called: null };
  const { said, ending } = await askAtKeyboard(
    {
      start: startLaterLook(places),
      press: pressLaterLook,
      lines: (dialog) => laterLookLines(screen.tongue, dialog),
    },
    screen,
    allOff,
  );
  return { said, by, called: calledOff(ending) };
}

/** The event of a dialog that did not go through; null where it did. */
function calledOff(ending: Ending | null): SessionEvent | null {
  switch (ending) {
    case 'confirmed':
      return null;
    case 'cancelled':
      return eventOf({ wish: 'cancel' }, 'the operator');
    case 'left':
      return eventOf({ wish: 'stop' }, 'the closed terminal');
    case 'stopped':
    case null:
      return eventOf({ wish: 'stop' }, 'the operator');
  }
}

/** A decision that counts is made by the person whose name it bears (law L14); one that counts for nothing needs no proof. */
async function provenOverride(
  { prescribed, prove }: AdmissionParts,
  site: string,
  { answers, told, override, called, confirmed = null }: Given,
  allowance: Allowance,
): Promise<Override | null> {
  if (override === null || called !== null || nameProblem(override.clinician) !== null) return null;
  const { screening } = admit(prescribed, { site, answers, told, override, confirmed }, allowance);
  if (screening.result !== 'needsClinician' || override.reason.trim() === '') return override;
  const { name, proof } = await prove(override.clinician, 'clinician');
  return { clinician: name, reason: override.reason, proof };
}

/** Where `--yes` stands in for everybody it confirms too. */
async function provenConfirmation(
  { prove }: AdmissionParts,
  { confirmed = null, called, by }: Given,
): Promise<Confirmation | null> {
  if (confirmed === null || called !== null || confirmed.ids.length === 0) return null;
  if (confirmed.name === by) return confirmed;
  return { ...confirmed, ...(await prove(confirmed.name, 'confirm')) };
}

interface Given extends Omit<Person, 'site'> {
  readonly told: Told;
  readonly by: string;
  /** The event with which somebody called it off; null where nobody did. */
  readonly called: SessionEvent | null;
  /** With what was taken back in the dialog; missing: what the records tell. */
  readonly declined?: readonly DeclinedScreening[];
}

async function answersFor(
  { flags, prepared, screen, identity, allOff }: AdmissionParts,
  site: string,
  { reasons, declined = [] }: Allowance,
  told: Told,
): Promise<Given> {
  const { clinician = '', override: reason = '', confirmedBy: confirmer = '' } = flags;
  const override = clinician === '' && reason === '' ? null : { clinician, reason };
  // Nobody is asked eighty questions for a session that cannot be given anyway.
  if (reasons.some(isAbsolute))
    return { answers: null, told, override, by: 'companion', called: null };
  if (identity.imaginary && (flags.yes || !screen.canAsk)) {
    if (prepared !== null) {
      const by = `file ${flags.answers ?? ''}`;
      const { answers } = prepared;
      const confirmed = confirmer === '' ? null : confirmationBy(confirmer, declined, answers);
      return { answers, told, override, by, called: null, confirmed };
    }
    const answers = flags.yes ? allClear : {};
    const confirmed = confirmationBy('--yes', declined, answers);
    return { answers, told, override, by: '--yes', called: null, confirmed };
  }
  const before = { override, found: reasons, told, declined, confirmer };
  const start = startDialog(site, lasting(prepared), before);
  const dialog = await askAtKeyboard(
    { start, press: pressKey, lines: (shown) => dialogLines(screen.tongue, shown) },
    screen,
    allOff,
  );
  return {
    answers: dialog.answers,
    told: dialog.told,
    override: overrideOf(dialog),
    confirmed: confirmationOf(dialog),
    declined: dialog.declined,
    by: 'operator',
    called: calledOff(dialog.ending),
  };
}

const confirmationBy = (
  name: string,
  declined: readonly DeclinedScreening[],
  answers: Answers,
): Confirmation => ({
  name,
  proof: 'typed at the terminal',
  ids: changedAnswers(declined, answers).map(({ id }) => id),
});

/** What was written down beforehand and is still true. Whether a known problem is new or worse is asked at every start. */
function lasting(prepared: Prepared | null): Answers {
  if (prepared === null) return {};
  const { answers, words } = prepared;
  const taken = checklist.filter((item) => isLasting(item) && !Object.hasOwn(words, item.id));
  return Object.fromEntries(
    taken.flatMap(({ id }) => {
      const answer = Object.hasOwn(answers, id) ? answers[id] : undefined;
      return answer === undefined ? [] : [[id, answer] as const];
    }),
  );
}
