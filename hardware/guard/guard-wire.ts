/**
 * Guard frames over firmata-io: sysex messages whose payload is septets on the wire and septets here. firmata-io 2.3.0
 * sends and hands over raw payloads; it keeps one table of handlers for all boards of the process, so ours are
 * entered once and find their board by themselves.
 */
import type { EventEmitter } from 'node:events';
import { boardFrames } from './protocol.ts';

export interface GuardWire {
  /** @param payload id first, without the sysex brackets */
  send(payload: readonly number[]): void;
  onFrame(listener: (payload: readonly number[]) => void): void;
}

/** The part of firmata-io 2.3.0 that is used here. */
export interface SysexIo extends EventEmitter {
  sysexCommand(message: readonly number[]): void;
  sysexResponse(
    id: number,
    handler: (this: EventEmitter, payload: readonly number[]) => void,
  ): void;
}

const event = 'guard-frame';
let entered = false;

function enterHandlers(io: SysexIo): void {
  if (entered) return;
  entered = true;
  for (const { id } of Object.values(boardFrames)) {
    io.sysexResponse(id, function (payload) {
      this.emit(event, [id, ...payload]);
    });
  }
}

export function guardWireOver(io: SysexIo): GuardWire {
  enterHandlers(io);
  return {
    send: (payload) => {
      io.sysexCommand(payload);
    },
    onFrame: (listener) => {
      io.on(event, listener);
    },
  };
}
