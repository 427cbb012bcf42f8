/** Before a session: who is under the plate, what was answered for them, and whether they are treated now. */
import type { BoardIdentity } from '../../hardware/boards/board.ts';
import type { CompanionError } from '../errors.ts';
import type { SessionEvent } from '../../machines/session-events.ts';
import type { Fields } from '../records/record-line.ts';
import { allClear, checklist } from '../safety/screening-checklist.ts';
import type { Answers } from '../safety/screening-checklist.ts';
import { reducedWords } from '../safety/screening-profile.ts';
import { unspecifiedSite } from '../safety/screening-sites.ts';
import { admit, allowanceFor } from '../treatment/admission.ts';
import type { Allowance, Person } from '../treatment/admission.ts';
import type { Prescribed } from '../treatment/prepare.ts';
import { pastFor, screeningCommands, screeningFields } from '../treatment/screened.ts';
import type { Command } from '../treatment/state.ts';
import { askScreening } from './run-ask.ts';
import { overrideOf, startDialog } from './run-dialog.ts';
import type { RunFlags } from './run-options.ts';
import type { Screen } from './run-screen.ts';

export interface Admitted {
  /** Narrowed to what the screening leaves. */
  readonly prescribed: Prescribed;
  readonly record: Fields<'screening'>;
  /** What the session is told once it asks. */
  readonly commands: readonly Command[];
  /** Why this person is not treated; null where they are, or where somebody called it off. */
  readonly refusal: CompanionError | null;
}

export interface AdmissionParts {
  readonly identity: BoardIdentity;
  readonly flags: RunFlags;
  readonly prescribed: Prescribed;
  /** From an answers file, where one was named. */
  readonly prepared: Answers | null;
  readonly screen: Screen;
  readonly recordsFolder: string;
  /** UTC, milliseconds. */
  readonly nowMs: number;
  readonly allOff: () => void;
}

/** Asks, or takes the answers that there are, and decides. */
export async function admitPerson(parts: AdmissionParts): Promise<Admitted> {
  const { flags, prescribed } = parts;
  const site = flags.site ?? unspecifiedSite;
  const { identity, recordsFolder, nowMs } = parts;
  const past = pastFor({ identity, history: flags.history, recordsFolder, nowMs });
  const allowance = allowanceFor(prescribed, site, past);
  const given = await answersFor(parts, site, allowance);
  const { answers, override, by } = given;
  const admission = admit(prescribed, { site, answers, override }, allowance);
  const record = screeningFields({ site, answers, override }, by, admission, allowance);
  if (given.called !== null) {
    const command = { event: given.called, who: by };
    const calledOff = { ...record, admitted: false, refusal: 'called off during the screening' };
    return { prescribed, record: calledOff, commands: [command], refusal: null };
  }
  if (admission.refusal === null && admission.screening.profile === 'reduced') {
    parts.screen.banner(`REDUCED LIMITS: ${reducedWords(admission.screening)}`);
  }
  return {
    prescribed: admission.prescribed,
    record,
    commands: screeningCommands(admission, override, by),
    refusal: admission.refusal,
  };
}

interface Given extends Omit<Person, 'site'> {
  readonly by: string;
  /** The event with which somebody called it off; null where nobody did. */
  readonly called: SessionEvent | null;
}

async function answersFor(
  { flags, prepared, screen, identity, allOff }: AdmissionParts,
  site: string,
  { reasons }: Allowance,
): Promise<Given> {
  const { clinician = '', override: reason = '' } = flags;
  const override = clinician === '' && reason === '' ? null : { clinician, reason };
  // Nobody is asked fifty questions for a session that cannot be given anyway.
  if (reasons.length > 0) return { answers: null, override, by: 'companion', called: null };
  if (identity.imaginary && (flags.yes || !screen.canAsk)) {
    if (prepared !== null) {
      return { answers: prepared, override, by: `file ${flags.answers ?? ''}`, called: null };
    }
    return { answers: flags.yes ? allClear : {}, override, by: '--yes', called: null };
  }
  const dialog = await askScreening(
    startDialog(site, lasting(prepared ?? {}), override),
    screen,
    allOff,
  );
  const called: Readonly<Record<string, SessionEvent>> = {
    stopped: { type: 'STOP', by: 'the operator' },
    left: { type: 'STOP', by: 'the closed terminal' },
    cancelled: { type: 'CANCEL', reason: 'cancelled by the operator' },
  };
  return {
    answers: dialog.answers,
    override: overrideOf(dialog),
    by: 'operator',
    called: called[dialog.ending ?? 'stopped'] ?? null,
  };
}

/** What was written down beforehand and is still true at the start. */
const lasting = (prepared: Answers): Answers =>
  Object.fromEntries(
    checklist
      .filter(({ id, momentary }) => momentary !== true && Object.hasOwn(prepared, id))
      .flatMap(({ id }) => {
        const answer = prepared[id];
        return answer === undefined ? [] : [[id, answer] as const];
      }),
  );
