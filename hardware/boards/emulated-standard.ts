/**
 * The emulated board with StandardFirmata, firmware that we did not write. It is unguarded: StandardFirmata drives on
 * for ever when the host is gone (L10).
 */
import { EmulatedBoard } from './emulated-board.ts';
import type { EmulatedBoardOptions } from './emulated-board.ts';

export class EmulatedStandardBoard extends EmulatedBoard {
  constructor(options: Omit<EmulatedBoardOptions, 'kind'>) {
    super({ ...options, kind: 'emulated-standard' });
  }
}
