/** Firmata on the wire, as the tests speak it: messages to bytes, and a board's bytes to messages. */
import { decodeBoardFrame, encodeHostFrame, openSeed } from '../../hardware/guard/frames.ts';
import type {
  BoardFields,
  BoardFrame,
  HostFields,
  HostFrameName,
} from '../../hardware/guard/frames.ts';

export const sysex = (payload: readonly number[]): number[] => [0xf0, ...payload, 0xf7];
export const septets = (value: number): number[] => [value & 0x7f, value >> 7];
export const analogWrite = (pin: number, count: number): number[] => [
  0xe0 | pin,
  ...septets(count),
];
export const pinWrite = (pin: number, level: 0 | 1): number[] => [0xf5, pin, level];

/** Splits what a board has sent into Firmata messages; keeps what is not complete yet. */
export class MessageReader {
  #bytes: number[] = [];

  read(bytes: Iterable<number>): number[][] {
    const messages: number[][] = [];
    for (const byte of bytes) {
      if (byte >= 0x80 && byte !== 0xf7) this.#bytes = [];
      this.#bytes.push(byte);
      const [first = 0] = this.#bytes;
      const complete = first === 0xf0 ? byte === 0xf7 : this.#bytes.length === 3;
      if (!complete) continue;
      messages.push(this.#bytes);
      this.#bytes = [];
    }
    return messages;
  }
}

export type Status = BoardFields<'status'>;
export type Identity = BoardFields<'identity'>;

/** One host's session with a guard: seeds, sequence numbers, and what the board has answered. */
export class GuardHost {
  challenge = openSeed;
  sequence = 0;
  identity: Identity | undefined;
  status: Status | undefined;
  limits: BoardFields<'limits'> | undefined;
  memory: BoardFields<'memory'> | undefined;
  /** Messages that are no guard frames. */
  readonly firmata: number[][] = [];
  readonly #reader = new MessageReader();

  /** Bytes of the next frame of this session. */
  frame<Name extends HostFrameName>(
    name: Name,
    fields: Omit<HostFields<Name>, 'sequence'>,
  ): number[] {
    this.sequence = (this.sequence + 1) % 0x4000;
    const all = { ...fields, sequence: this.sequence } as unknown as HostFields<Name>;
    return sysex(encodeHostFrame(name, all, this.challenge));
  }

  /** Takes in what the board has sent. */
  hear(bytes: Iterable<number>): void {
    for (const message of this.#reader.read(bytes)) {
      const frame = decodeBoardFrame(message.slice(1, -1), this.challenge);
      if (frame === null) this.firmata.push(message);
      else this.#take(frame);
    }
  }

  #take(frame: BoardFrame): void {
    if (frame.name === 'status') this.status = frame.fields;
    if (frame.name === 'limits') this.limits = frame.fields;
    if (frame.name === 'memory') this.memory = frame.fields;
    if (frame.name !== 'identity') return;
    this.identity = frame.fields;
    this.challenge = frame.fields.challenge;
  }
}
