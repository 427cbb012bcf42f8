/**
 * The plant against figures from elsewhere: a report that anyone can run, and a test that must be
 * green.
 */
import { rigs } from './rigs.ts';
import { validateHarm } from './validation/harm.ts';
import { Holds } from './validation/holds.ts';
import { validateModule } from './validation/module.ts';
import { validateMoves } from './validation/moves.ts';
import { validateNumerics } from './validation/numerics.ts';
import type { ValidationRow } from './validation/row.ts';

export type { ValidationRow } from './validation/row.ts';

/** All comparisons: module, arithmetic, moves, harm. Pure; takes some seconds. */
export function validatePlant(): ValidationRow[] {
  const holds = new Holds();
  return [
    ...validateModule(rigs.reference.parameters.module),
    ...validateNumerics(),
    ...validateMoves(holds),
    ...validateHarm(holds),
  ];
}
