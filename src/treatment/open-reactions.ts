/**
 * A reaction of the skin that nobody has cleared bars the next start at its site: something was wrong, or nobody could say
 * at the end that the skin was fine. A clinician clears it by name, in the screening of the start that it would bar.
 */
import type { RecordBrief } from '../records/brief.ts';
import { linesOf, summaryOf } from '../records/outcome.ts';
import type { RecordLine } from '../records/record-line.ts';
import { findingWords } from '../records/skin-words.ts';
import type { ScreeningReason } from '../safety/screening.ts';
import type { DoubtParts } from './doubts.ts';
import { verificationOf } from './history.ts';
import type { Counted } from './history.ts';

export interface OpenReaction {
  readonly site: string;
  readonly reason: ScreeningReason;
}

/** Of one site: those of its newest treatment decide, and few that never reached the skin lie before it. */
const mostRead = 20;

/** Of each site, or of the one that is asked about. */
export function openReactions(
  { folder, briefs }: Pick<DoubtParts, 'folder' | 'briefs'>,
  counted: Counted,
  onlySite: string | null = null,
): OpenReaction[] {
  // What a clinician has cleared by name.
  const settled = new Set(briefs.flatMap(({ header }) => header?.settled ?? []));
  const bySite = new Map<string, RecordBrief[]>();
  for (const brief of briefs) {
    const { header } = brief;
    if (header === null || header.bench || (header.simulated && counted === 'people')) continue;
    const { site } = header;
    if (site === undefined || (onlySite !== null && site !== onlySite)) continue;
    bySite.set(site, [...(bySite.get(site) ?? []), brief]);
  }
  return [...bySite].flatMap(([site, sessions]) => {
    // A name begins with its time.
    const newestFirst = sessions.toSorted((a, b) => (a.id < b.id ? 1 : -1)).slice(0, mostRead);
    for (const { id } of newestFirst) {
      const lines = verificationOf(folder, id)?.lines ?? [];
      if (!reachedSkin(lines)) continue;
      const text = reactionIn(lines);
      const reaction = `open-reaction:${id}`;
      if (text === null || settled.has(reaction)) return [];
      const reason = { id: reaction, rating: 'override', text, advice, open: false } as const;
      return [{ site, reason }];
    }
    return [];
  });
}

const advice = 'Look at the skin there, and start again only where it is healed.';

const reachedSkin = (lines: readonly RecordLine[]): boolean =>
  linesOf(lines, 'state').some(({ to }) => to.startsWith('treating'));

/** What is not settled of a treatment, in words; null where nothing is, or where its record is older than the question. */
export function reactionIn(lines: readonly RecordLine[]): string | null {
  const said = linesOf(lines, 'skin');
  const found = said.flatMap(({ findings }) => findings).map((finding) => findingWords[finding]);
  const what = [...new Set(found)].join(', ');
  if (said.some(({ answer }) => answer === 'wrong'))
    return `something was wrong with the skin after the last session here${what === '' ? '' : `: ${what}`}`;
  const summary = summaryOf(lines);
  // A record that was cut off tells by its answers that it would have asked.
  const atEnd = summary === undefined ? (said.length === 0 ? 'fine' : null) : summary.skin?.atEnd;
  if (atEnd === undefined || atEnd === 'fine') return null;
  return 'nobody could say that the skin was fine after the last session here';
}
