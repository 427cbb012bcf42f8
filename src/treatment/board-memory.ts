/** What a treatment tells the board to remember of it: so that its record, or a whole folder, cannot be missing unseen (law L14). */
import { boardNumberOf, keptHashDigits } from '../../hardware/guard/board-memory.ts';
import type { BoardIdentity } from '../../hardware/boards/board.ts';
import type { GuardLink } from '../../hardware/guard/guard-link.ts';
import type { Journal } from '../records/journal.ts';

/** The board's number and its count, this treatment included. */
export interface BoardCount {
  readonly number: string;
  readonly begun: number;
}

/**
 * Of the next treatment; null where the board has no memory, and on the bench: nobody is under the plate.
 * @param drawn 1 … 2³² − 1, by chance: of a board that has lost its number. It gets the new one with the treatment for
 *   which a clinician decided so
 */
export function nextCount(
  { memory }: Pick<BoardIdentity, 'memory'>,
  bench: boolean,
  drawn: () => number,
): BoardCount | null {
  if (memory === null || bench) return null;
  return { number: memory.number ?? boardNumberOf(drawn()), begun: memory.begun + 1 };
}

/** When the record has begun, and again when nothing more will be written to it. */
export function tellBoard(
  guard: GuardLink | undefined,
  count: BoardCount | null,
  { lastHash }: Pick<Journal, 'lastHash'>,
): void {
  if (count === null) return;
  guard?.remember({ condition: 'kept', ...count, lastHash: lastHash.slice(0, keptHashDigits) });
}

/** Said and recorded, and no reason not to treat: the records still name each other. */
export const forgetfulWords =
  'the board did not confirm that it remembers the newest record; its memory may be worn out';
