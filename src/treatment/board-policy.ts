/** Who may be treated through which board (L10). */
import { english } from '../words/facts.ts';
import type { BoardIdentity } from '../../hardware/boards/board.ts';
import type { GuardReading } from '../../hardware/guard/guard-link.ts';
import { CompanionError } from '../errors.ts';

/**
 * The simulated device can hurt nobody. Any other board must prove that it is guarded, or be on the bench.
 * @throws CompanionError BOARD_UNGUARDED
 */
export function refuseUnguarded(
  board: Pick<BoardIdentity, 'kind' | 'port' | 'guarded'>,
  bench: boolean,
): void {
  if (board.kind === 'simulated' || board.guarded || bench) return;
  throw new CompanionError('BOARD_UNGUARDED', {
    what: 'this board does not drop its power by itself when the computer falls silent, so nobody may be treated through it',
    where: board.port,
    fix: 'For a bench test without a person on the plate, add --bench.',
  });
}

/**
 * A trip that the board latched is there until a named person clears it (L7); a stop button that was pressed needs no
 * more than a deliberate start.
 * @throws CompanionError GUARD_TRIPPED
 */
export function refuseTripped(
  port: string,
  guard: GuardReading | undefined,
  resetBy: string | undefined,
): void {
  if (!isTripped(guard) || resetBy !== undefined) return;
  throw new CompanionError('GUARD_TRIPPED', {
    what: `${english.whole(guard.found)}. It stays so until somebody clears it`,
    where: port,
    fix: 'Find the cause; then run again with --reset-by and your name. A self-test follows.',
  });
}

/** The board cut the power for a reason that only a person can clear. */
export const isTripped = (guard: GuardReading | undefined): guard is GuardReading =>
  guard?.state === 'tripped' && guard.reason !== 'stop-pressed';

/** What must be said, on screen and in the record, about the board that runs. */
export type BoardFact = 'simulation' | 'unguarded' | 'noWitness' | 'supplies' | 'bench';

/**
 * @param witnessed its plate has a witness that the board reads
 * @param guardsSupplies a guard has the limits of this device's supplies burnt in
 */
export function boardIdentityFacts(
  { imaginary, guarded, kind }: BoardIdentity,
  bench: boolean,
  witnessed: boolean,
  guardsSupplies: boolean,
): BoardFact[] {
  return [
    ...(imaginary ? (['simulation'] as const) : []),
    ...(!guarded && kind !== 'simulated' ? (['unguarded'] as const) : []),
    ...(witnessed ? [] : (['noWitness'] as const)),
    ...(guarded && !guardsSupplies ? (['supplies'] as const) : []),
    ...(bench ? (['bench'] as const) : []),
  ];
}
