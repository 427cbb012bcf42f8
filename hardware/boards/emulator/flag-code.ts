/**
 * The arithmetic flags on their ways: from the status register into the variables of compiled code and
 * back, and from one region to the next as they are.
 */
import { layout, local, register, setLocal, setRegister } from './machine.ts';
import { flagBits, flagNames, shownIn, statusRegister } from './status-register.ts';
import type { Code } from './wasm-code.ts';
import * as w from './wasm-code.ts';

const status = register(statusRegister);
/** From the status register into the variables. */
export const loadFlags: Code = flagNames.flatMap((flag) => {
  const bit = flagBits[flag];
  if (flag === 'z') return setLocal(flag, w.and(w.not(status), 1 << bit));
  const places = shownIn[flag] - bit;
  return setLocal(flag, places > 0 ? w.shiftLeft(status, places) : w.shiftRight(status, -places));
});
/** The way back. */
export const storeFlags: Code = setRegister(
  statusRegister,
  flagNames.reduce<Code>(
    (sum, flag) => {
      const shown = w.get(local[flag]);
      const value = flag === 'z' ? w.isZero(shown) : w.bitOf(shown, shownIn[flag]);
      return w.or(sum, w.shiftLeft(value, flagBits[flag]));
    },
    w.and(status, 0xc0),
  ),
);

const cellOf = (index: number): number => layout.flags + 4 * index;
/** From the region before. */
export const takeOverFlags: Code = flagNames.flatMap((flag, index) =>
  setLocal(flag, w.longAt(cellOf(index))),
);
/** To the region after. */
export const handOverFlags: Code = flagNames.flatMap((flag, index) =>
  w.storeLong(cellOf(index), w.get(local[flag])),
);
