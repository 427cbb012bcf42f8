/**
 * AVR instructions as JavaScript text, for those in which firmware spends nearly all its time (AVR
 * Instruction Set Manual). Results equal those of avr8js, its half-carry from bit 0 included: no
 * compiled code looks at that flag. In the text `d` is data memory; `a`, `b`, `t`, `p` are scratch;
 * `c`, `z`, `n`, `v`, `s`, `h` are the flags, each 0 or 1.
 */
import type { Flag } from './status-register.ts';

export interface InstructionText {
  readonly cycles: number;
  readonly body: string;
  /** Text of each flag that the instruction sets, evaluated after `body`, in this order. */
  readonly sets?: Partial<Record<Flag, string>>;
  readonly reads?: readonly Flag[];
  /** Data address that it reads or writes, where the instruction holds it. */
  readonly address?: number;
  readonly writes?: true;
  /** Reads or writes data memory at the pointer `p`, set by `pointer`. */
  readonly pointer?: string;
  readonly words?: 2;
}

type Translator = (word: number, nextWord: number) => InstructionText;

const d = (word: number): string => `d[${(word & 0x1f0) >> 4}]`;
const r = (word: number): string => `d[${(word & 0xf) | ((word & 0x200) >> 5)}]`;
const upper = (word: number): string => `d[${((word & 0xf0) >> 4) + 16}]`;
const constant = (word: number): string => String((word & 0xf) | ((word & 0xf00) >> 4));
const ioAddress = (word: number): number => ((word & 0xf) | ((word & 0x600) >> 5)) + 32;
const wordPair = (word: number): number => 2 * ((word & 0x30) >> 4) + 24;
const smallConstant = (word: number): number => (word & 0xf) | ((word & 0xc0) >> 2);
const displacement = (word: number): number =>
  (word & 7) | ((word & 0xc00) >> 7) | ((word & 0x2000) >> 8);

const popAddress = 'p=(d[93]|d[94]<<8)+1&65535;d[93]=p;d[94]=p>>8;';
const isZero = 't===0?1:0';
const sign = 'n^v';

function sum(to: string, from: string, withCarry: boolean): InstructionText {
  return {
    cycles: 1,
    body: `a=${to};b=${from};p=a+b${withCarry ? '+c' : ''};t=p&255;${to}=t;`,
    sets: {
      h: '((a&b)|(b&~t)|(~t&a))&1',
      v: '((t^a)&(t^b))>>7',
      n: 't>>7',
      s: sign,
      z: isZero,
      c: 'p>>8',
    },
    reads: withCarry ? ['c'] : [],
  };
}

/** `chained` subtracts the carry too, and zero then means that all bytes so far were zero. */
function difference(to: string, from: string, chained: boolean, stored: boolean): InstructionText {
  return {
    cycles: 1,
    body: `a=${to};b=${from};t=a-b${chained ? '-c' : ''};${stored ? `${to}=t;` : ''}`,
    sets: {
      h: '((~a&b)|(b&t)|(t&~a))&1',
      v: '((a^b)&(a^t))>>7&1',
      n: 't>>7&1',
      s: sign,
      z: chained ? 't===0?z:0' : isZero,
      c: 't<0?1:0',
    },
    reads: chained ? ['c', 'z'] : [],
  };
}

function logic(to: string, text: string): InstructionText {
  return { cycles: 1, body: `t=${text};${to}=t;`, sets: { v: '0', n: 't>>7', s: sign, z: isZero } };
}

function step(to: string, change: 1 | -1): InstructionText {
  return {
    cycles: 1,
    body: `a=${to};t=a+${change}&255;${to}=t;`,
    sets: { v: `a===${change === 1 ? 127 : 128}?1:0`, n: 't>>7', s: sign, z: isZero },
  };
}

function shiftRight(to: string, topBit: string, reads: readonly Flag[]): InstructionText {
  return {
    cycles: 1,
    body: `a=${to};t=a>>1|${topBit};${to}=t;`,
    sets: { v: '(t>>7)^(a&1)', n: 't>>7', s: sign, z: isZero, c: 'a&1' },
    reads,
  };
}

function addWord(word: number): InstructionText {
  const low = wordPair(word);
  return {
    cycles: 2,
    body: `a=d[${low}]|d[${low + 1}]<<8;t=a+${smallConstant(word)}&65535;d[${low}]=t;d[${low + 1}]=t>>8;`,
    sets: { v: '(~a&t)>>15&1', n: 't>>15', s: sign, z: isZero, c: '(~t&a)>>15&1' },
  };
}

function subtractWord(word: number): InstructionText {
  const low = wordPair(word);
  const k = smallConstant(word);
  return {
    cycles: 2,
    body: `a=d[${low}]|d[${low + 1}]<<8;t=a-${k};d[${low}]=t;d[${low + 1}]=t>>8;`,
    sets: {
      h: `((~a&${k})|(${k}&t)|(t&~a))&1`,
      v: '(a&~t)>>15&1',
      n: 't>>15&1',
      s: sign,
      z: isZero,
      c: 't<0?1:0',
    },
  };
}

function load(word: number, low: number): InstructionText {
  const pointer = `(d[${low}]|d[${low + 1}]<<8)+${displacement(word)}`;
  return { cycles: 2, pointer, body: `${d(word)}=d[p];` };
}

function store(word: number, low: number): InstructionText {
  const pointer = `(d[${low}]|d[${low + 1}]<<8)+${displacement(word)}`;
  return { cycles: 2, pointer, body: `d[p]=${d(word)};` };
}

/** Load and store with the pointer moved on by one. */
function loadNext(word: number, low: number): InstructionText {
  const body = `${d(word)}=d[p];p=p+1&65535;d[${low}]=p;d[${low + 1}]=p>>8;`;
  return { cycles: 2, pointer: `d[${low}]|d[${low + 1}]<<8`, body };
}

function storeNext(word: number, low: number): InstructionText {
  const body = `d[p]=${d(word)};p=p+1&65535;d[${low}]=p;d[${low + 1}]=p>>8;`;
  return { cycles: 2, pointer: `d[${low}]|d[${low + 1}]<<8`, body };
}

/** Load and store with the pointer moved back by one first. */
function loadBefore(word: number, low: number): InstructionText {
  const body = `d[${low}]=p;d[${low + 1}]=p>>8;${d(word)}=d[p];`;
  return { cycles: 2, pointer: `(d[${low}]|d[${low + 1}]<<8)-1&65535`, body };
}

function storeBefore(word: number, low: number): InstructionText {
  const body = `a=${d(word)};d[${low}]=p;d[${low + 1}]=p>>8;d[p]=a;`;
  return { cycles: 2, pointer: `(d[${low}]|d[${low + 1}]<<8)-1&65535`, body };
}

const signed = (text: string): string => `(${text}<<24>>24)`;

function product(a: string, b: string): InstructionText {
  return {
    cycles: 2,
    body: `t=${a}*${b};d[0]=t;d[1]=t>>8;`,
    sets: { z: '(t&65535)===0?1:0', c: 't>>15&1' },
  };
}

const complement = (to: string): InstructionText => ({
  cycles: 1,
  body: `t=255-${to};${to}=t;`,
  sets: { v: '0', n: 't>>7', s: sign, z: isZero, c: '1' },
});

/** As avr8js has it: the overflow of −128 does not show. */
const negation = (to: string): InstructionText => ({
  cycles: 1,
  body: `a=${to};t=0-a;${to}=t;`,
  sets: { h: '(t|a)&1', v: '0', n: 't>>7&1', s: sign, z: isZero, c: 't===0?0:1' },
});

const plain = (cycles: number, body: string): InstructionText => ({ cycles, body });

const programByte = 'cpu.progBytes[d[30]|d[31]<<8]';
const upperThree = (word: number): string => `d[${((word & 0x70) >> 4) + 16}]`;
const bit = (word: number): number => word & 7;

const translators: readonly (readonly [mask: number, match: number, translate: Translator])[] = [
  [0xffff, 0x0000, () => plain(1, '')],
  [0xfc00, 0x0c00, (w) => sum(d(w), r(w), false)],
  [0xfc00, 0x1c00, (w) => sum(d(w), r(w), true)],
  [0xfc00, 0x1800, (w) => difference(d(w), r(w), false, true)],
  [0xfc00, 0x0800, (w) => difference(d(w), r(w), true, true)],
  [0xfc00, 0x1400, (w) => difference(d(w), r(w), false, false)],
  [0xfc00, 0x0400, (w) => difference(d(w), r(w), true, false)],
  [0xf000, 0x5000, (w) => difference(upper(w), constant(w), false, true)],
  [0xf000, 0x4000, (w) => difference(upper(w), constant(w), true, true)],
  [0xf000, 0x3000, (w) => difference(upper(w), constant(w), false, false)],
  [0xfc00, 0x2000, (w) => logic(d(w), `${d(w)}&${r(w)}`)],
  [0xfc00, 0x2800, (w) => logic(d(w), `${d(w)}|${r(w)}`)],
  [0xfc00, 0x2400, (w) => logic(d(w), `${d(w)}^${r(w)}`)],
  [0xf000, 0x7000, (w) => logic(upper(w), `${upper(w)}&${constant(w)}`)],
  [0xf000, 0x6000, (w) => logic(upper(w), `${upper(w)}|${constant(w)}`)],
  [0xfe0f, 0x9403, (w) => step(d(w), 1)],
  [0xfe0f, 0x940a, (w) => step(d(w), -1)],
  [0xfe0f, 0x9406, (w) => shiftRight(d(w), '0', [])],
  [0xfe0f, 0x9405, (w) => shiftRight(d(w), '(a&128)', [])],
  [0xfe0f, 0x9407, (w) => shiftRight(d(w), 'c<<7', ['c'])],
  [0xfe0f, 0x9400, (w) => complement(d(w))],
  [0xfe0f, 0x9401, (w) => negation(d(w))],
  [0xfe0f, 0x9402, (w) => plain(1, `t=${d(w)};${d(w)}=t<<4|t>>4;`)],
  [0xfc00, 0x9c00, (w) => product(d(w), r(w))],
  [0xff00, 0x0200, (w) => product(signed(upper(w)), signed(`d[${(w & 0xf) + 16}]`))],
  [0xff88, 0x0300, (w) => product(signed(upperThree(w)), `d[${bit(w) + 16}]`)],
  [0xfe08, 0xfa00, (w) => plain(1, `d[95]=d[95]&191|(${d(w)}>>${bit(w)}&1)<<6;`)],
  [
    0xfe08,
    0xf800,
    (w) => plain(1, `${d(w)}=${d(w)}&${~(1 << bit(w)) & 0xff}|(d[95]>>6&1)<<${bit(w)};`),
  ],
  [0xfe0f, 0x9004, (w) => plain(3, `${d(w)}=${programByte};`)],
  [
    0xfe0f,
    0x9005,
    (w) => plain(3, `p=(d[30]|d[31]<<8)+1;${d(w)}=${programByte};d[30]=p;d[31]=p>>8;`),
  ],
  [0xff00, 0x9600, addWord],
  [0xff00, 0x9700, subtractWord],
  [0xfc00, 0x2c00, (w) => plain(1, `${d(w)}=${r(w)};`)],
  [0xff00, 0x0100, moveWord],
  [0xf000, 0xe000, (w) => plain(1, `${upper(w)}=${constant(w)};`)],
  [0xffff, 0x94f8, () => plain(1, 'd[95]&=127;')],
  [
    0xfe0f,
    0x920f,
    (w) => plain(2, `p=d[93]|d[94]<<8;d[p]=${d(w)};p=p-1&65535;d[93]=p;d[94]=p>>8;`),
  ],
  [0xfe0f, 0x900f, (w) => plain(2, `${popAddress}${d(w)}=d[p];`)],
  [
    0xfe0f,
    0x9000,
    (w, next) => ({ cycles: 2, words: 2, address: next, body: `${d(w)}=d[${next}];` }),
  ],
  [
    0xfe0f,
    0x9200,
    (w, next) => ({
      cycles: 2,
      words: 2,
      address: next,
      writes: true,
      body: `d[${next}]=${d(w)};`,
    }),
  ],
  [
    0xf800,
    0xb000,
    (w) => ({ cycles: 1, address: ioAddress(w), body: `${d(w)}=d[${ioAddress(w)}];` }),
  ],
  [
    0xf800,
    0xb800,
    (w) => ({
      cycles: 1,
      address: ioAddress(w),
      writes: true,
      body: `d[${ioAddress(w)}]=${d(w)};`,
    }),
  ],
  [0xd208, 0x8008, (w) => load(w, 28)],
  [0xd208, 0x8000, (w) => load(w, 30)],
  [0xfe0f, 0x900c, (w) => load(w & 0x1f0, 26)],
  [0xfe0f, 0x900e, (w) => loadBefore(w, 26)],
  [0xfe0f, 0x900a, (w) => loadBefore(w, 28)],
  [0xfe0f, 0x9002, (w) => loadBefore(w, 30)],
  [0xfe0f, 0x920e, (w) => storeBefore(w, 26)],
  [0xfe0f, 0x920a, (w) => storeBefore(w, 28)],
  [0xfe0f, 0x9202, (w) => storeBefore(w, 30)],
  [0xfe0f, 0x900d, (w) => loadNext(w, 26)],
  [0xfe0f, 0x9009, (w) => loadNext(w, 28)],
  [0xfe0f, 0x9001, (w) => loadNext(w, 30)],
  [0xfe0f, 0x920d, (w) => storeNext(w, 26)],
  [0xfe0f, 0x9209, (w) => storeNext(w, 28)],
  [0xfe0f, 0x9201, (w) => storeNext(w, 30)],
  [0xd208, 0x8208, (w) => store(w, 28)],
  [0xd208, 0x8200, (w) => store(w, 30)],
  [0xfe0f, 0x920c, (w) => store(w & 0x1f0, 26)],
];

function moveWord(word: number): InstructionText {
  const from = 2 * (word & 0xf);
  const to = 2 * ((word & 0xf0) >> 4);
  return plain(1, `d[${to}]=d[${from}];d[${to + 1}]=d[${from + 1}];`);
}

/** The text of an instruction that does not jump; undefined for all that are left to avr8js. */
export function instructionText(word: number, nextWord: number): InstructionText | undefined {
  const found = translators.find(([mask, match]) => (word & mask) === match);
  return found?.[2](word, nextWord);
}
