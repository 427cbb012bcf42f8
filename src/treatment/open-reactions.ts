/**
 * What the skin of a region still owes an answer for. A reaction that nobody has cleared bars the next start there until a
 * clinician clears it by name, in the screening of the start that it would bar. And twenty minutes after each treatment
 * somebody looks once more: until they have, nothing begins there.
 */
import { briefOf } from '../records/brief.ts';
import type { RecordBrief } from '../records/brief.ts';
import { newestFirstInChain, newestNoted } from '../records/chain.ts';
import { laterLooks, noteLaterLook } from '../records/later-looks.ts';
import type { LaterLook, SaidLater } from '../records/later-looks.ts';
import { linesOf, summaryOf } from '../records/outcome.ts';
import type { RecordLine } from '../records/record-line.ts';
import { findingWords } from '../records/skin-words.ts';
import { regionOf } from '../safety/screening-sites.ts';
import type { ScreeningReason } from '../safety/screening.ts';
import type { DoubtParts } from './doubts.ts';
import { isCounted, verificationOf } from './history.ts';
import type { Counted } from './history.ts';

/** When the redness of warmth and the numbness of cold are over, and what remains is a reaction. */
export const lookLaterMs = 20 * 60_000;

export interface OpenReaction {
  readonly site: string;
  readonly reason: ScreeningReason;
  /** It does not stand before the cold finish that this session still owes. */
  readonly afterColdFinish: boolean;
}

/** A look that is still owed. */
export interface OwedLook {
  /** The record of the treatment. */
  readonly id: string;
  readonly site: string;
  /** `what`: something is wrong, and nobody has said what. */
  readonly asks: 'how' | 'what';
  /** From now on; NaN where the record does not tell when it ended. */
  readonly dueInMs: number;
  /** That the time has passed is told by more than a wall clock (law L14). */
  readonly timeProven: boolean;
}

type Parts = Pick<DoubtParts, 'folder' | 'briefs' | 'nowMs' | 'clock'>;

interface Newest {
  readonly brief: RecordBrief;
  readonly site: string;
  readonly lines: readonly RecordLine[];
  readonly looks: readonly LaterLook[];
}

/** Of each region, or of the one where that site lies: what bars a start. */
export function openReactions(
  parts: Parts,
  counted: Counted,
  onlySite: string | null = null,
): OpenReaction[] {
  return openOf(parts, newestOf(parts, counted, onlySite));
}

/** What bars a start at a site, and when the skin there last reacted; read once. */
export function skinBefore(
  parts: Parts,
  counted: Counted,
  site: string,
): { readonly reactions: readonly OpenReaction[]; readonly reactedMs: number | null } {
  const newest = newestOf(parts, counted, site);
  return { reactions: openOf(parts, newest), reactedMs: lastReactionMs(newest) };
}

function openOf(parts: Parts, sessions: readonly Newest[]): OpenReaction[] {
  // What a clinician has cleared by name.
  const settled = new Set(parts.briefs.flatMap(({ header }) => header?.settled ?? []));
  return sessions.flatMap((newest) => {
    const { site } = newest;
    const owed = owedLook(newest, parts);
    const look = owed?.asks === 'how' ? lookReason(owed) : null;
    return [look, unprovenReason(newest), reactionOf(newest)].flatMap((reason) =>
      reason === null || settled.has(reason.id)
        ? []
        : [{ site, reason, afterColdFinish: reason === look && mayFinishFirst(newest) }],
    );
  });
}

/**
 * When the skin was last wrong, whether or not a clinician has cleared it since: UTC, milliseconds. Null: the last session
 * there tells of nothing; NaN: of something, and not when.
 */
function lastReactionMs(sessions: readonly Newest[]): number | null {
  const times = sessions.flatMap((newest) =>
    reactionOf(newest) === null ? [] : [reactedMsOf(newest)],
  );
  return times.length === 0 ? null : Math.max(...times);
}

/** At the latest: the end of the record counts too, and what was said after it. */
function reactedMsOf({ brief, looks }: Newest): number {
  const later = looks.filter(({ answer }) => answer === 'wrong').map(({ at }) => Date.parse(at));
  return Math.max(brief.lastMs, ...later);
}

/** Of each region, or of the one where that site lies. */
export const owedLooks = (
  parts: Parts,
  counted: Counted,
  onlySite: string | null = null,
): OwedLook[] =>
  newestOf(parts, counted, onlySite).flatMap((newest) => owedLook(newest, parts) ?? []);

/** Too soon to tell; and a time that is not known is not known to have passed (L4). */
export const isLookDue = ({ dueInMs }: OwedLook): boolean =>
  Number.isFinite(dueInMs) && dueInMs <= 0;

export type NotTaken = 'not owed' | 'too soon';

/**
 * Says how the skin is now; null where it was taken.
 * @param owed the looks that are owed; what is said of another record is not
 * @throws CompanionError RECORD_UNWRITABLE
 */
export function answerLater(
  folder: string,
  owed: readonly OwedLook[],
  { id, ...said }: Omit<SaidLater, 'at'> & { readonly id: string },
  nowMs: number,
): NotTaken | null {
  const look = owed.find((one) => one.id === id);
  const isWrong = said.answer === 'wrong';
  const isNamed = said.findings.length > 0;
  if (look === undefined || (look.asks === 'what' && !(isWrong && isNamed))) return 'not owed';
  // What is wrong is wrong at once.
  if (!isWrong && !isLookDue(look)) return 'too soon';
  const { timeProven } = look;
  const at = new Date(nowMs).toISOString();
  noteLaterLook(folder, briefOf(folder, id), { ...said, at, timeProven });
  return null;
}

/** Of each region the newest that reached the skin, however many starts were refused since: trying again clears nothing (L4). */
function newestOf({ folder, briefs }: Parts, counted: Counted, onlySite: string | null): Newest[] {
  const byRegion = new Map<string, Newest>();
  for (const brief of newestFirstInChain(briefs, newestNoted(folder))) {
    const { header } = brief;
    if (header === null || !isCounted(header, counted)) continue;
    const { site } = header;
    if (site === undefined || (onlySite !== null && !isNear(site, onlySite))) continue;
    const region = regionOf(site) ?? site;
    if (byRegion.has(region)) continue;
    const lines = verificationOf(folder, brief.id)?.lines ?? [];
    if (!reachedSkin(lines)) continue;
    byRegion.set(region, { brief, site, lines, looks: laterLooks(folder, brief) });
  }
  return [...byRegion.values()];
}

/** What nobody can place lies near everything (L4). */
export function isNear(site: string, other: string): boolean {
  const [region, asked] = [regionOf(site), regionOf(other)];
  return site === other || region === null || asked === null || region === asked;
}

const reachedSkin = (lines: readonly RecordLine[]): boolean =>
  linesOf(lines, 'state').some(({ to }) => to.startsWith('treating'));

/** A look that says "fine", or what is wrong, ends the asking; whoever is not sure looks again. */
function owedLook({ brief, site, lines, looks }: Newest, parts: Parts): OwedLook | null {
  if (!knowsTheQuestion(lines)) return null;
  const last = looks.at(-1)?.answer;
  if (last === 'fine') return null;
  const isWrong = looks.some(({ answer }) => answer === 'wrong');
  if (isWrong && looks.some(({ findings }) => findings.length > 0)) return null;
  const asks = isWrong ? 'what' : 'how';
  return { id: brief.id, site, asks, ...lookTime(brief, lines, parts) };
}

type LookTime = Pick<OwedLook, 'dueInMs' | 'timeProven'>;

/**
 * When the look is due, by the clock of the computer that counts on in sleep and is never set. Where the computer was started
 * since, it has run for less than the time that has passed, and both that and the wall clock must say so: a clock that was
 * set opens no look. Where nothing but the wall clock tells, what is said is kept with that doubt.
 */
function lookTime(
  { header, lastMs, end }: RecordBrief,
  lines: readonly RecordLine[],
  { nowMs, clock: { bootId, upS, synchronised } }: Parts,
): LookTime {
  const byWallMs = lastMs + lookLaterMs - nowMs;
  const begun = header?.clock ?? null;
  const then = end?.clock ?? {
    bootId: begun?.bootId ?? null,
    // Of a record without such an end: as long after its beginning as its last line, on the board's clock.
    upS: (begun?.upS ?? Number.NaN) + (lines.at(-1)?.t ?? Number.NaN),
  };
  const thenUpS = then.upS ?? Number.NaN;
  if (bootId === null || upS === null || then.bootId === null || !Number.isFinite(thenUpS))
    return { dueInMs: byWallMs, timeProven: false };
  if (then.bootId === bootId)
    return { dueInMs: lookLaterMs - (upS - thenUpS) * 1000, timeProven: true };
  const areSet = synchronised === true && begun?.synchronised === true;
  const sinceStartMs = areSet ? byWallMs : lookLaterMs - upS * 1000;
  return { dueInMs: Math.max(byWallMs, sinceStartMs), timeProven: true };
}

/** What was found fine, at a time that nobody can prove, is for a clinician. */
function unprovenReason({ brief, looks }: Newest): ScreeningReason | null {
  const last = looks.at(-1);
  if (last?.answer !== 'fine' || last.timeProven !== false) return null;
  return {
    id: `skin-look-unproven:${brief.id}`,
    rating: 'override',
    text: 'the skin was fine at the later look, and nobody can prove that it was twenty minutes after the last session here',
    advice: 'Look at the skin there once more.',
    open: false,
  };
}

/**
 * Whether the cold finish that is still owed may come before that look: it is the end of the same session, owed within half
 * an hour, of skin that was fine when the heat ended; the look comes twenty minutes after it. Of skin that nobody called fine
 * the look comes first, which leaves ten minutes.
 */
function mayFinishFirst({ lines }: Newest): boolean {
  const summary = summaryOf(lines);
  return (
    summary?.coldFinish === false &&
    summary.skin?.reacted === false &&
    summary.skin.atEnd === 'fine'
  );
}

/** A record that was cut off proves no end, and may be of anybody: looking costs nothing. */
const knowsTheQuestion = (lines: readonly RecordLine[]): boolean => {
  const summary = summaryOf(lines);
  return summary === undefined || (summary.skin ?? null) !== null;
};

function lookReason(owed: OwedLook): ScreeningReason {
  const isDue = isLookDue(owed);
  const text = isDue
    ? 'nobody has said how the skin was twenty minutes after the last session here'
    : 'the skin is still to be looked at, twenty minutes after the last session here';
  const how =
    'Look at the skin there, and say how it is: on the page, or with contrast run --skin-after fine.';
  return {
    id: `skin-look:${owed.id}`,
    rating: 'absolute',
    text,
    advice: isDue ? how : 'Wait until they have passed, then look at it and say how it is.',
    open: false,
  };
}

function reactionOf({ brief, lines, looks }: Newest): ScreeningReason | null {
  const text = reactionIn(lines, looks);
  if (text === null) return null;
  return { id: `open-reaction:${brief.id}`, rating: 'override', text, advice, open: false };
}

const advice = 'Look at the skin there, and start again only where it is healed.';

/** What is not settled of a treatment, in words; null where nothing is, or where its record is older than the question. */
export function reactionIn(
  lines: readonly RecordLine[],
  looks: readonly Pick<LaterLook, 'answer' | 'findings'>[] = [],
): string | null {
  const said = [...linesOf(lines, 'skin'), ...looks];
  const found = said.flatMap(({ findings }) => findings).map((finding) => findingWords[finding]);
  const isSaid = said.some(({ answer }) => answer === 'wrong');
  const unnamed = isSaid && found.length === 0 ? 'nobody has said what' : '';
  const what = unnamed === '' ? [...new Set(found)].join(', ') : unnamed;
  const summary = summaryOf(lines);
  const { reacted = false, atEnd: lastSaid } = summary?.skin ?? {};
  if (reacted || lastSaid === 'wrong' || said.some(({ answer }) => answer === 'wrong'))
    return `something was wrong with the skin after the last session here${what === '' ? '' : `: ${what}`}`;
  // Nobody could say at the end, and twenty minutes later somebody can.
  if (looks.at(-1)?.answer === 'fine') return null;
  // A record that was cut off tells by its answers that it would have asked.
  const atEnd = summary === undefined ? (said.length === 0 ? 'fine' : null) : summary.skin?.atEnd;
  if (atEnd === undefined || atEnd === 'fine') return null;
  return 'nobody could say that the skin was fine after the last session here';
}
