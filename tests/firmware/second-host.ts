/**
 * A second host for the guard, written from docs/guard-protocol.md alone: ids, fields, states and reasons are read from the
 * tables of the page, the rest is written down here anew. Nothing of hardware/guard/ is used, so that a board which this
 * host can drive does what the page says, and not only what this project's own host expects.
 */
import { readFileSync } from 'node:fs';

const page = readFileSync(new URL('../../docs/guard-protocol.md', import.meta.url), 'utf8');

/** The rows of one of the page's tables, without its heading; backticks are only for the eye. */
export function rowsOf(table: string): string[][] {
  const [, body = ''] = page.split(`<!-- table ${table} -->`);
  const lines = (body.split('<!-- end -->')[0] ?? '').trim().split('\n');
  return lines.slice(2).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll('`', '')),
  );
}

export type Values = Readonly<Record<string, number>>;
type Field = readonly [name: string, septets: number];
interface Layout {
  readonly name: string;
  readonly id: number;
  readonly fields: readonly Field[];
  readonly bytes: number;
}

const crcSeptets = 3;
const layoutsOf = (table: string): Layout[] =>
  rowsOf(table).map(([id, name = '', fields = '', bytes]) => ({
    name,
    id: Number(id),
    fields: fields.split(', ').map((field): Field => {
      const [word = '', septets] = field.split(' ');
      return [word, Number(septets)];
    }),
    bytes: Number(bytes),
  }));
const hostFrames = layoutsOf('host-frames');
const boardFrames = layoutsOf('board-frames');
/** Names by their numbers, as the page counts them. */
const namesOf = (table: string): string[] => rowsOf(table).map(([, name = '']) => name);
export const stateNames = namesOf('states');
export const reasonNames = namesOf('reasons');
const [protocol, , seed] = rowsOf('versions')[0] ?? [];
export const openSeed = Number(seed);
export const protocolVersion = Number(protocol);

/** CRC-16/CCITT, most significant bit first, of septets that each count as a byte. */
export function crcOf(septets: readonly number[], seedOfIt: number): number {
  let crc = seedOfIt;
  for (const septet of septets) {
    for (let bit = 7; bit >= 0; bit -= 1) {
      const carried = ((crc >> 15) ^ (septet >> bit)) & 1;
      crc = ((crc << 1) & 0xffff) ^ (carried === 1 ? 0x1021 : 0);
    }
  }
  return crc;
}

/** The lowest seven bits first. */
const septetsOf = (value: number, count: number): number[] =>
  Array.from({ length: count }, (_, at) => Math.floor(value / 128 ** at) % 128);
const numberFrom = (septets: readonly number[]): number =>
  septets.reduce((sum, septet, at) => sum + septet * 128 ** at, 0);

const fieldsOf = ({ fields }: Layout, values: Values): number[] =>
  fields.flatMap(([name, septets]) => {
    const value = values[name];
    if (value === undefined) throw new Error(`no value for ${name}`);
    return septetsOf(value, septets);
  });

function layoutNamed(layouts: readonly Layout[], name: string): Layout {
  const layout = layouts.find((one) => one.name === name);
  if (layout === undefined) throw new Error(`the page has no frame ${name}`);
  return layout;
}

/** Firmata writes of the power pins: D9 and D10 take analog messages, D8 and D7 are bits of their ports. */
const analogWrite = (pin: number, count: number): number[] => [0xe0 | pin, ...septetsOf(count, 2)];
export const writes = {
  cool: (count: number) => analogWrite(9, count),
  heat: (count: number) => analogWrite(10, count),
  pin: (pin: number, high: boolean) => [0xf5, pin, Number(high)],
  /** Pins 0 to 7, or 8 to 13. */
  port: (port: number, bits: number) => [0x90 | port, ...septetsOf(bits, 2)],
  enable: (on: boolean) => [0xf5, 8, Number(on)],
  relay: (on: boolean) => [0xf5, 7, Number(on)],
} as const;
export const sysex = (...bytes: readonly number[]): number[] => [0xf0, ...bytes, 0xf7];

/** A message of the board, decoded, and when its last byte had come. */
export interface Heard {
  readonly atMs: number;
  readonly what: string;
  readonly values: Values;
}

export interface Drive {
  readonly cool?: number;
  readonly heat?: number;
  readonly switches?: number;
}
const allSwitches = 3;

export class SecondHost {
  readonly heard: Heard[] = [];
  challenge = openSeed;
  sequence = 0;
  /** In force, as the board has said. */
  limits: Values = {};
  #open: number[] = [];

  /** A frame with the next sequence; `changes` overrule what is the same in all of them. */
  frame(name: string, changes: Values = {}): number[] {
    const layout = layoutNamed(hostFrames, name);
    const sequence = changes['sequence'] ?? (this.sequence + 1) % 16384;
    this.sequence = sequence;
    const content = [layout.id, ...fieldsOf(layout, { ...changes, sequence })];
    const crc = crcOf(content, name === 'hello' ? openSeed : this.challenge);
    const bytes = sysex(...content, ...septetsOf(crc, crcSeptets));
    if (bytes.length !== layout.bytes) throw new Error(`${name} has ${bytes.length} bytes`);
    return bytes;
  }

  hello(changes: Values = {}): number[] {
    return this.frame('hello', { version: protocolVersion, nonce: 0x1234, ...changes });
  }

  narrow(changes: Values): number[] {
    return this.frame('narrow', { ...this.limits, ...changes });
  }

  /** By the limits that the board has told last. */
  arm(): number[] {
    const septets = fieldsOf(layoutNamed(boardFrames, 'limits'), this.limits);
    return this.frame('arm', { limitsCrc: crcOf(septets, this.challenge) });
  }

  renew({ cool = 0, heat = 0, switches = cool + heat > 0 ? allSwitches : 0 }: Drive): number[] {
    return this.frame('renew', { coolCount: cool, heatCount: heat, switches });
  }

  /** What comes from the board. Bytes outside of any message are heard as such. */
  hear(byte: number, atMs: number): void {
    const inSysex = this.#open[0] === 0xf0;
    if (byte >= 0x80 && !(inSysex && byte === 0xf7)) {
      if (this.#open.length > 0) this.#keep(atMs, 'torn', this.#open);
      this.#open = [byte];
    } else {
      this.#open.push(byte);
    }
    const message = this.#open;
    const [first = 0] = message;
    const isWhole = first === 0xf0 ? byte === 0xf7 : first < 0x80 || message.length === 3;
    if (!isWhole) return;
    this.#open = [];
    if (first === 0xf0) this.#take(atMs, message.slice(1, -1));
    else if (first === 0xf9) this.#keep(atMs, 'version', message.slice(1));
    else if (first >= 0xe0 && first < 0xf0)
      this.#keep(atMs, `analog ${first & 15}`, [numberFrom(message.slice(1))]);
    else if (first >= 0x90 && first < 0xa0)
      this.#keep(atMs, `digital ${first & 15}`, [numberFrom(message.slice(1))]);
    else this.#keep(atMs, 'stray', message);
  }

  #keep(atMs: number, what: string, bytes: readonly number[]): void {
    this.heard.push({ atMs, what, values: Object.fromEntries(bytes.entries()) });
  }

  #take(atMs: number, content: readonly number[]): void {
    const layout = boardFrames.find(({ id }) => id === content[0]);
    if (layout === undefined) {
      const words = new Map([
        [0x79, 'firmware'],
        [0x6c, 'capabilities'],
        [0x6a, 'analog mapping'],
        [0x6e, 'pin state'],
      ]);
      this.#keep(atMs, words.get(content[0] ?? 0) ?? `sysex ${content[0]}`, content.slice(1));
      return;
    }
    let at = 1;
    const next = (septets: number): number => numberFrom(content.slice(at, (at += septets)));
    const values = Object.fromEntries(layout.fields.map(([name, count]) => [name, next(count)]));
    const genuine = layout.name === 'identity' ? openSeed : this.challenge;
    const crc = crcOf(content.slice(0, -crcSeptets), genuine);
    if (content.length + 2 !== layout.bytes || crc !== next(crcSeptets)) {
      this.#keep(atMs, `damaged ${layout.name}`, content);
      return;
    }
    this.heard.push({ atMs, what: layout.name, values });
    if (layout.name === 'identity') this.#meet(values);
    if (layout.name === 'limits') this.limits = values;
  }

  /** A new challenge is a new session, with the limits that are burnt in and no parts. */
  #meet({ challenge = openSeed, ...burntIn }: Values): void {
    if (challenge === this.challenge) return;
    this.challenge = challenge;
    this.limits = { ...burntIn, parts: 0 };
  }

  /** The newest of these. */
  last(what: string): Values {
    const found = this.heard.findLast((one) => one.what === what);
    if (found === undefined) throw new Error(`the board has not said ${what}`);
    return found.values;
  }

  get state(): string {
    return stateNames[this.last('status')['state'] ?? -1] ?? 'unknown';
  }

  get reason(): string {
    return reasonNames[this.last('status')['reason'] ?? -1] ?? 'unknown';
  }
}
