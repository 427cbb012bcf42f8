/**
 * What the records of a region tell of its skin: the newest treatment there, what later starts were refused or decided for,
 * and what a clinician's dated word has closed. A reaction is named by every start after it, in a record that nobody can
 * change unseen: so it stays open where what was said of it later is lost.
 */
import type { RecordBrief } from '../records/brief.ts';
import { newestFirstInChain, newestNoted } from '../records/chain.ts';
import { laterLooks } from '../records/later-looks.ts';
import type { LaterLook } from '../records/later-looks.ts';
import { linesOf, summaryOf } from '../records/outcome.ts';
import type { RecordLine } from '../records/record-line.ts';
import { regionOf } from '../safety/screening-sites.ts';
import type { ScreeningReason } from '../safety/screening.ts';
import type { DoubtParts } from './doubts.ts';
import { isCounted, verificationOf } from './history.ts';
import type { Counted } from './history.ts';

export type SkinParts = Pick<DoubtParts, 'folder' | 'briefs' | 'nowMs' | 'clock'>;

/** The newest treatment of a region. */
export interface Newest {
  readonly brief: RecordBrief;
  readonly site: string;
  readonly lines: readonly RecordLine[];
  readonly looks: readonly LaterLook[];
}

/** A reaction that a start was told of. */
export interface NamedReaction {
  readonly site: string;
  readonly reason: ScreeningReason;
}

export interface RegionSkin {
  /** Null: no record of a treatment is there. */
  readonly newest: Newest | null;
  readonly named: readonly NamedReaction[];
  /** Of the newest sessions one was the first after something had healed. */
  readonly healedLately: boolean;
}

/** So many sessions after a reaction has healed keep to the reduced limits. */
export const reducedAfterHealing = 3;

interface Walk {
  newest: Newest | null;
  named: NamedReaction[];
  healedLately: boolean;
  /** Sessions of which a phase is proven to have been delivered, as far back as was read. */
  given: number;
}

/** Of each region, or of the one where that site lies. However many starts were refused since: trying again clears nothing (L4). */
export function skinOf(
  { folder, briefs }: SkinParts,
  counted: Counted,
  onlySite: string | null,
): RegionSkin[] {
  const byRegion = new Map<string, Walk>();
  const hasHealed = closedIn(briefs).size > 0;
  for (const brief of newestFirstInChain(briefs, newestNoted(folder))) {
    const { header } = brief;
    if (header === null || !isCounted(header, counted)) continue;
    const { site } = header;
    if (site === undefined || (onlySite !== null && !isNear(site, onlySite))) continue;
    const walk = walkOf(byRegion, regionOf(site) ?? site);
    const isOver = walk.newest !== null && (!hasHealed || walk.given >= reducedAfterHealing);
    if (!isOver) goBack(walk, { folder, brief, site });
  }
  return [...byRegion.values()];
}

function walkOf(byRegion: Map<string, Walk>, region: string): Walk {
  const known = byRegion.get(region);
  if (known !== undefined) return known;
  const walk: Walk = { newest: null, named: [], healedLately: false, given: 0 };
  byRegion.set(region, walk);
  return walk;
}

interface Step {
  readonly folder: string;
  readonly brief: RecordBrief;
  readonly site: string;
}

/** One record further back. The newest treatment names what was open before it, so that no older one needs to be asked. */
function goBack(walk: Walk, { folder, brief, site }: Step): void {
  const lines = verificationOf(folder, brief.id)?.lines ?? [];
  const isReached = linesOf(lines, 'state').some(({ to }) => to.startsWith('treating'));
  if (walk.newest === null) {
    walk.named.push(...namedIn(lines).map((reason) => ({ site, reason })));
    if (isReached) walk.newest = { brief, site, lines, looks: laterLooks(folder, brief) };
  }
  // A session that was stopped before any phase was delivered says nothing of what healed skin bears.
  if (isReached && summaryOf(lines)?.phases?.some(({ delivered }) => delivered) === true)
    walk.given += 1;
  const isFirst = brief.header?.settled?.some((id) => id.startsWith(closedPrefix)) === true;
  if (isFirst && walk.given < reducedAfterHealing) walk.healedLately = true;
}

const namedIn = (lines: readonly RecordLine[]): ScreeningReason[] =>
  linesOf(lines, 'screening').flatMap(({ reasons }) =>
    reasons.filter(({ id, rating }) => reactionNamed(id) !== null && rating === 'override'),
  );

const openPrefix = 'open-reaction:';
const closedPrefix = 'healed:';
/** Of what nobody knows what it was. */
const unrecorded = `${openPrefix}not-on-record`;

/** What a reaction is called: its record, and when something was last said to be wrong after that was closed. */
export const openId = (record: string, wrongAt: string | null): string =>
  `${openPrefix}${record}${wrongAt === null ? '' : `@${wrongAt}`}`;

export function reactionNamed(
  id: string,
): { readonly record: string; readonly wrongAt: string | null } | null {
  if (!id.startsWith(openPrefix)) return null;
  const [record = '', wrongAt] = id.slice(openPrefix.length).split('@');
  return { record, wrongAt: wrongAt ?? null };
}

/** How a header says that a clinician's word has closed those; none on record: what the person told of. */
export const closedIds = (openIds: readonly string[]): string[] =>
  (openIds.length === 0 ? [unrecorded] : openIds).map((id) => `${closedPrefix}${id}`);

/** The reactions that a clinician's dated word has closed. A decision for one start closes none. */
export const closedIn = (briefs: readonly RecordBrief[]): ReadonlySet<string> =>
  new Set(
    briefs.flatMap(({ header }) =>
      (header?.settled ?? []).flatMap((id) =>
        id.startsWith(closedPrefix) ? [id.slice(closedPrefix.length)] : [],
      ),
    ),
  );

/** What nobody can place lies near everything (L4). */
export function isNear(site: string, other: string): boolean {
  const [region, asked] = [regionOf(site), regionOf(other)];
  return site === other || region === null || asked === null || region === asked;
}
