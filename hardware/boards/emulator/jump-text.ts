/**
 * AVR instructions that decide where the program goes on, as JavaScript text (AVR Instruction Set
 * Manual). Names in the text are those of the other instructions.
 */
import type { Flag } from './status-register.ts';

export interface JumpText {
  readonly cycles: number;
  /** Text to run first. */
  readonly body?: string;
  /** Where the program goes on: a word address, or the text of one. */
  readonly target: number | string;
  /** Text of the condition to go there; else the program goes on with the next instruction. */
  readonly condition?: string;
  /** Cycles more if the condition holds. */
  readonly extraCycles?: number;
  readonly reads?: readonly Flag[];
  /** Data address that the condition reads. */
  readonly address?: number;
}

/** By bit of the status register. */
const branchFlags: readonly (Flag | undefined)[] = ['c', 'z', 'n', 'v', 's', 'h'];

/** The text of a jump at word address `at`; undefined for what is none, or is left to avr8js. */
export function jumpText(word: number, at: number, flash: Uint16Array): JumpText | undefined {
  const mask = flash.length - 1;
  const wordAt = (address: number): number => flash[address & mask] ?? 0;
  const relative = at + 1 + (word & 0x7ff) - (word & 0x800);
  if ((word & 0xf000) === 0xc000) return { cycles: 2, target: relative & mask };
  if ((word & 0xf000) === 0xd000) return call(3, relative & mask, at + 1);
  if ((word & 0xfe0e) === 0x940c) return { cycles: 3, target: wordAt(at + 1) & mask };
  if ((word & 0xfe0e) === 0x940e) return call(4, wordAt(at + 1) & mask, at + 2);
  if (word === 0x9508) {
    const body = 'p=(d[93]|d[94]<<8)+2&65535;d[93]=p;d[94]=p>>8;';
    return { cycles: 4, body, target: `(d[p-1]<<8|d[p])&${mask}` };
  }
  if (word === 0x9409) return { cycles: 2, target: `(d[30]|d[31]<<8)&${mask}` };
  if (word === 0x9509) return call(3, `(d[30]|d[31]<<8)&${mask}`, at + 1);
  if ((word & 0xf800) === 0xf000) return branch(word, at, mask);
  return skip(word, at, isTwoWords(wordAt(at + 1)) ? 2 : 1, mask);
}

function call(cycles: number, target: number | string, back: number): JumpText {
  const store = `d[p]=${back & 0xff};d[p-1]=${back >> 8};`;
  const body = `p=d[93]|d[94]<<8;${store}p=p-2&65535;d[93]=p;d[94]=p>>8;`;
  return { cycles, body, target };
}

/** BRBS and BRBC on an arithmetic flag. */
function branch(word: number, at: number, mask: number): JumpText | undefined {
  const target = (at + 1 + ((word & 0x1f8) >> 3) - ((word & 0x200) >> 3)) & mask;
  const not = (word & 0x400) === 0 ? '' : '!';
  const flag = branchFlags[word & 7];
  if (flag === undefined) return undefined;
  return { cycles: 1, target, condition: `${not}${flag}`, extraCycles: 1, reads: [flag] };
}

/** CPSE, SBRC, SBRS, SBIC, SBIS: skip the next instruction, of one or two words. */
function skip(word: number, at: number, size: number, mask: number): JumpText | undefined {
  const target = (at + 1 + size) & mask;
  const rest = { cycles: 1, target, extraCycles: size };
  const first = `d[${(word & 0x1f0) >> 4}]`;
  const bit = 1 << (word & 7);
  if ((word & 0xfc00) === 0x1000) {
    return { ...rest, condition: `${first}===d[${(word & 0xf) | ((word & 0x200) >> 5)}]` };
  }
  if ((word & 0xfe08) === 0xfc00) return { ...rest, condition: `!(${first}&${bit})` };
  if ((word & 0xfe08) === 0xfe00) return { ...rest, condition: `${first}&${bit}` };
  const address = ((word & 0xf8) >> 3) + 32;
  if ((word & 0xff00) === 0x9900) return { ...rest, address, condition: `!(d[${address}]&${bit})` };
  if ((word & 0xff00) === 0x9b00) return { ...rest, address, condition: `d[${address}]&${bit}` };
  return undefined;
}

/** LDS, STS, JMP, CALL. */
function isTwoWords(word: number): boolean {
  return (word & 0xfc0f) === 0x9000 || (word & 0xfe0c) === 0x940c;
}
