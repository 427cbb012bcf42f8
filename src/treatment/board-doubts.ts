/**
 * What the board's own memory says against the records (law L14). A folder can be deleted, put back from an old copy, or
 * stand on another computer; the board went through every treatment that was begun on it.
 */
import type { BoardMemory } from '../../hardware/guard/board-memory.ts';
import { absenceWords } from '../records/chain.ts';
import { briefsIn, holdsHash } from '../records/brief.ts';
import type { RecordBrief } from '../records/brief.ts';

export interface BoardDoubt {
  readonly id: string;
  readonly text: string;
  readonly advice: string;
}

export interface BoardDoubtParts {
  /** Null: the board has none, and nothing is said. */
  readonly memory: BoardMemory | null;
  readonly folder: string;
  readonly briefs: readonly RecordBrief[];
  /** Where records of this board went before: the one that it remembers may be there. */
  readonly otherFolders: readonly string[];
}

export function boardDoubts(parts: BoardDoubtParts): BoardDoubt[] {
  const { memory } = parts;
  if (memory === null) return [];
  return memory.condition === 'damaged' ? [lostMemory(parts)] : lastRecordDoubts(parts, memory);
}

/** Named by the newest record that the folder has: once settled, the next loss is another one. */
function lostMemory({ briefs }: BoardDoubtParts): BoardDoubt {
  const ids = briefs.map(({ header, id }) => header?.id ?? id).toSorted();
  return {
    id: `board-memory-lost:${ids.at(-1) ?? 'no record'}`,
    text: 'the board has lost its number and its memory of earlier treatments: whether a record of them is missing here, it cannot say',
    advice: 'Find out whether this device was used elsewhere within the last day.',
  };
}

function lastRecordDoubts(parts: BoardDoubtParts, memory: BoardMemory): BoardDoubt[] {
  const { number, begun, lastHash } = memory;
  if (number === null || lastHash === null || !(begun > 0)) return [];
  const here = placeOfLast(parts.folder, parts.briefs, memory);
  if (here === 'there' || parts.otherFolders.some((other) => isIn(other, memory))) return [];
  const known = parts.briefs.reduce((most, { header }) => {
    const counted = header?.board.number === number ? (header.board.begun ?? 0) : 0;
    return Math.max(most, counted);
  }, 0);
  const text =
    here === 'altered'
      ? `the record of treatment ${begun} of this board (number ${number}) ${absenceWords.replaced}`
      : `this board (number ${number}) has begun ${begun} treatments, and the newest of which a record is here is ${known === 0 ? 'none' : `number ${known}`}`;
  return [{ id: `board-record-${here}:${number}:${begun}:${lastHash}`, text, advice: lookForIt }];
}

const lookForIt =
  'Bring the missing records to this folder, if they can be found: another computer, another folder, a newer copy.';

/** Whether the record is there that the board was told of last, with the line that it was told of. */
function placeOfLast(
  folder: string,
  briefs: readonly RecordBrief[],
  { number, begun, lastHash }: BoardMemory,
): 'there' | 'altered' | 'missing' {
  // After a loss of power two records may bear the same count: the board had not yet heard of the first.
  const candidates = briefs.filter(
    ({ header }) => header?.board.number === number && header.board.begun === begun,
  );
  if (candidates.length === 0) return 'missing';
  const holds = candidates.some((brief) => holdsHash(folder, brief, lastHash ?? ''));
  return lastHash !== null && holds ? 'there' : 'altered';
}

/** A folder that cannot be read holds nothing that could speak for itself. */
function isIn(folder: string, memory: BoardMemory): boolean {
  try {
    return placeOfLast(folder, briefsIn(folder), memory) === 'there';
  } catch {
    return false;
  }
}
