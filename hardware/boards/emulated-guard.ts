/** The emulated board with the guard firmware of this project: the board that nobody has to build to try it out. */
import { EmulatedBoard } from './emulated-board.ts';
import type { EmulatedBoardOptions } from './emulated-board.ts';

export class EmulatedGuardBoard extends EmulatedBoard {
  constructor(options: Omit<EmulatedBoardOptions, 'kind'>) {
    super({ ...options, kind: 'emulated' });
  }
}
