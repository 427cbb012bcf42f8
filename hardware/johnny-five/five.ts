/** Johnny-Five is CommonJS; this is the one place that loads it. */
import { createRequire } from 'node:module';
import type * as JohnnyFive from 'johnny-five';

const five = createRequire(import.meta.url)('johnny-five') as typeof JohnnyFive;

export default five;
export type FiveBoard = JohnnyFive.Board;
