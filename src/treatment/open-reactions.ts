/**
 * What the skin of a region bars. A reaction bars the next start there until a clinician's dated word calls it healed; who
 * decides against it decides for that one start. And until somebody has looked twenty minutes later, nothing begins there.
 */
import type { LaterLook } from '../records/later-looks.ts';
import { linesOf, summaryOf } from '../records/outcome.ts';
import type { RecordLine } from '../records/record-line.ts';
import { findingWords } from '../records/skin-words.ts';
import type { ScreeningReason } from '../safety/screening.ts';
import type { Counted } from './history.ts';
import { isLookDue, lookLaterMs, lookOf } from './later-look.ts';
import type { SkinLook } from './later-look.ts';
import {
  closedIn,
  isNear,
  openId,
  reactionNamed,
  reducedAfterHealing,
  skinOf,
} from './skin-history.ts';
import type { NamedReaction, Newest, RegionSkin, SkinParts } from './skin-history.ts';

export interface OpenReaction {
  readonly site: string;
  readonly reason: ScreeningReason;
  /** It does not stand before the cold finish that this session still owes. */
  readonly afterColdFinish: boolean;
}

/** Of each region, or of the one where that site lies: what bars a start. */
export function openReactions(
  parts: SkinParts,
  counted: Counted,
  onlySite: string | null = null,
): OpenReaction[] {
  return openOf(parts, skinOf(parts, counted, onlySite), onlySite);
}

/** What bars or narrows a start at a site, and when the skin there last reacted; read once. */
export function skinBefore(
  parts: SkinParts,
  counted: Counted,
  site: string,
): { readonly reactions: readonly OpenReaction[]; readonly reactedMs: number | null } {
  const regions = skinOf(parts, counted, site);
  const healed = regions.some(({ healedLately }) => healedLately)
    ? [{ site, reason: healedLately, afterColdFinish: false }]
    : [];
  return {
    reactions: [...openOf(parts, regions, site), ...healed],
    reactedMs: lastReactionMs(parts, regions, site),
  };
}

const healedLately: ScreeningReason = {
  id: 'healed-lately',
  rating: 'precaution',
  text: `a reaction of the skin here has healed, and fewer than ${reducedAfterHealing} sessions were given since`,
  advice: null,
  open: false,
};

function openOf(
  parts: SkinParts,
  regions: readonly RegionSkin[],
  onlySite: string | null,
): OpenReaction[] {
  const settled = new Set(parts.briefs.flatMap(({ header }) => header?.settled ?? []));
  const closed = closedIn(parts.briefs);
  const found = regions.flatMap((region) => {
    const ofNewest = region.newest === null ? [] : barsOf(region.newest, parts);
    return [...ofNewest, ...namedOf(region, parts, onlySite)];
  });
  const isOpen = ({ reason: { id } }: OpenReaction): boolean =>
    // A decision of somebody closes a doubt; a reaction only the word that it has healed.
    reactionNamed(id) === null ? !settled.has(id) : !closed.has(id);
  const byId = new Map(found.filter(isOpen).map((one) => [one.reason.id, one]));
  return [...byId.values()];
}

function barsOf(newest: Newest, parts: SkinParts): OpenReaction[] {
  const { site } = newest;
  const asked = lookOf(newest, parts);
  const look = asked.asks === 'how' ? lookReason(asked) : null;
  const reasons = [look, unprovenReason(newest), reactionOf(newest)];
  return reasons.flatMap((reason) =>
    reason === null
      ? []
      : [{ site, reason, afterColdFinish: reason === look && mayFinishFirst(newest) }],
  );
}

/** What later starts were told of, and the newest treatment itself does not, or no longer, tell. */
function namedOf(
  { named, newest }: RegionSkin,
  { briefs }: SkinParts,
  onlySite: string | null,
): OpenReaction[] {
  return named.flatMap(({ site: toldAt, reason }: NamedReaction) => {
    const { record = '', wrongAt = null } = reactionNamed(reason.id) ?? {};
    const site = briefs.find(({ id }) => id === record)?.header?.site ?? toldAt;
    const isElsewhere = onlySite !== null && !isNear(site, onlySite);
    const isTold = newest?.brief.id === record && tells(newest, wrongAt);
    if (isElsewhere || isTold) return [];
    return [{ site, reason: { ...reason, advice }, afterColdFinish: false }];
  });
}

/** Whether the treatment's own record, or what was said after it, still tells of that. */
const tells = ({ lines, looks }: Newest, wrongAt: string | null): boolean =>
  wrongAt === null
    ? wrongIn(lines, []) !== null
    : looks.some(({ answer, at }) => answer === 'wrong' && at === wrongAt);

/**
 * When the skin was last wrong, whether or not a clinician has cleared it since: UTC, milliseconds. Null: the records tell of
 * nothing; NaN: of something, and not when.
 */
function lastReactionMs(
  parts: SkinParts,
  regions: readonly RegionSkin[],
  site: string,
): number | null {
  const own = regions.flatMap(({ newest }) =>
    newest === null || reactionOf(newest) === null ? [] : [reactedMsOf(newest)],
  );
  const named = openOf(parts, regions, site).flatMap(({ reason: { id } }) => {
    const reaction = reactionNamed(id);
    return reaction === null ? [] : [namedMs(parts, reaction)];
  });
  const times = [...own, ...named];
  return times.length === 0 ? null : Math.max(...times);
}

function namedMs(
  { briefs }: SkinParts,
  { record, wrongAt }: { readonly record: string; readonly wrongAt: string | null },
): number {
  if (wrongAt !== null) return Date.parse(wrongAt);
  return briefs.find(({ id }) => id === record)?.lastMs ?? Number.NaN;
}

/** At the latest: the end of the record counts too, and what was said after it. */
function reactedMsOf({ brief, looks }: Newest): number {
  const later = looks.filter(({ answer }) => answer === 'wrong').map(({ at }) => Date.parse(at));
  return Math.max(brief.lastMs, ...later);
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

function lookReason(owed: SkinLook): ScreeningReason {
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
    advice: isDue ? how : waitWords(owed),
    open: false,
  };
}

function waitWords({ dueInMs, sinceStart }: SkinLook): string {
  const then = 'then look at it and say how it is.';
  if (!Number.isFinite(dueInMs)) return `Wait until they have passed, ${then}`;
  const wait = `Wait ${Math.ceil(dueInMs / 60_000)} min more, ${then}`;
  if (!sinceStart) return wait;
  return `The computer has been started since, and its clock alone proves no time: it must have run for ${lookLaterMs / 60_000} min. ${wait}`;
}

function reactionOf({ brief, lines, looks }: Newest): ScreeningReason | null {
  const text = reactionIn(lines, looks);
  if (text === null) return null;
  const wrongAt = looks.findLast(({ answer }) => answer === 'wrong')?.at ?? null;
  const isWrong = wrongIn(lines, looks) !== null;
  const id = isWrong ? openId(brief.id, wrongAt) : `skin-not-said:${brief.id}`;
  return { id, rating: 'override', text, advice, open: false };
}

const advice =
  'Look at the skin there. Where it has healed, a clinician writes that down, with name and date; until then they decide about every start.';

type Said = readonly Pick<LaterLook, 'answer' | 'findings'>[];

/** What is not settled of a treatment, in words; null where nothing is, or where its record is older than the question. */
export const reactionIn = (lines: readonly RecordLine[], looks: Said = []): string | null =>
  wrongIn(lines, looks) ?? unsaidIn(lines, looks);

/** Once wrong stays wrong, whatever is said later. */
function wrongIn(lines: readonly RecordLine[], looks: Said): string | null {
  const said = [...linesOf(lines, 'skin'), ...looks];
  const isSaid = said.some(({ answer }) => answer === 'wrong');
  const { reacted = false, atEnd } = summaryOf(lines)?.skin ?? {};
  if (!reacted && atEnd !== 'wrong' && !isSaid) return null;
  const found = said.flatMap(({ findings }) => findings).map((finding) => findingWords[finding]);
  const unnamed = isSaid ? ': nobody has said what' : '';
  const what = found.length === 0 ? unnamed : `: ${[...new Set(found)].join(', ')}`;
  return `something was wrong with the skin after the last session here${what}`;
}

function unsaidIn(lines: readonly RecordLine[], looks: Said): string | null {
  // Nobody could say at the end, and twenty minutes later somebody can.
  if (looks.at(-1)?.answer === 'fine') return null;
  const summary = summaryOf(lines);
  // A record that was cut off tells by its answers that it would have asked.
  const isAsked = linesOf(lines, 'skin').length > 0 || looks.length > 0;
  const atEnd = summary === undefined ? (isAsked ? null : 'fine') : summary.skin?.atEnd;
  if (atEnd === undefined || atEnd === 'fine') return null;
  return 'nobody could say that the skin was fine after the last session here';
}
