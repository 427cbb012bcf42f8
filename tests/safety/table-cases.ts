/** Every case of the interlock table: a situation, how long it lasts, and the rules that act then. */
import { currentCases } from './current-cases.ts';
import { guardCases } from './guard-cases.ts';
import { movementCases } from './movement-cases.ts';
import { powerCases } from './power-cases.ts';
import { readingCases } from './reading-cases.ts';
import { healthy } from './situations.ts';
import type { Case } from './situations.ts';

export const tableCases: readonly Case[] = [
  ['all well', healthy, 5000, []],
  ...readingCases,
  ...movementCases,
  ...guardCases,
  ...powerCases,
  ...currentCases,
];
