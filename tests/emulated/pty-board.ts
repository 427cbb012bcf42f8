/**
 * An emulated board at the other end of a real serial port (a pseudo terminal of socat), on the wall's time: for hosts
 * that are processes of their own. A machine that is too slow makes the board slow, never the lease long: all times are
 * the board's own.
 */
import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { DeviceWorld } from '../../hardware/boards/device-world.ts';
import { sliceMs, WiredUno } from '../../hardware/boards/wired-uno.ts';
import { hostFrames } from '../../hardware/guard/protocol.ts';
import { scratch } from '../cli/contrast.ts';

export const hasSocat = spawnSync('sh', ['-c', 'command -v socat']).status === 0;

/** After a longer stall the board goes on from where it was. */
const longestStepMs = 25;
const sysexStart = 0xf0;

export interface PtyBoardOptions {
  readonly program: Uint8Array | Uint16Array;
  readonly world: DeviceWorld;
  /** What reaches the host of what the board sends. */
  readonly carry?: (bytes: Uint8Array) => Uint8Array;
}

export interface PtyBoard {
  /** The port's path. */
  readonly port: string;
  readonly nowMs: () => number;
  /** Board time at which the last renewal began to arrive; −Infinity: none did. */
  readonly renewedAtMs: () => number;
  /** Resolves as soon as `condition` holds after a slice. */
  until(condition: () => boolean): Promise<void>;
  /** The cable is pulled. */
  unplug(): void;
}

/** Ends with the test. */
export async function boardOnPty({
  program,
  world,
  carry = (bytes) => bytes,
}: PtyBoardOptions): Promise<PtyBoard> {
  const port = join(scratch(), 'tty');
  const socat = spawn('socat', [`pty,raw,echo=0,link=${port}`, 'STDIO']);
  const wired = new WiredUno({ program, world, secondRelay: true });
  const { uno } = wired;
  let renewedAtMs = Number.NEGATIVE_INFINITY;
  let lastByte = 0;
  socat.stdout.on('data', (bytes: Buffer) => {
    for (const byte of bytes) {
      if (lastByte === sysexStart && byte === hostFrames.renew.id) renewedAtMs = uno.timeMs;
      lastByte = byte;
    }
    uno.send(bytes);
  });
  const waiting: { condition: () => boolean; done: () => void }[] = [];
  let nowMs = 0;
  let wallMs = performance.now();
  const step = (): void => {
    const untilMs = nowMs + Math.min(longestStepMs, performance.now() - wallMs);
    wallMs = performance.now();
    while (nowMs + sliceMs <= untilMs) {
      nowMs += sliceMs;
      wired.runSlice(nowMs);
    }
    // What is left of a slice waits for the next turn.
    wallMs -= untilMs - nowMs;
    const output = carry(uno.takeOutput());
    if (output.length > 0 && socat.stdin.writable) socat.stdin.write(output);
    for (const { condition, done } of waiting) if (condition()) done();
  };
  const clock = setInterval(step, 1);
  socat.stdin.on('error', () => {});
  onTestFinished(() => {
    clearInterval(clock);
    socat.kill('SIGKILL');
  });
  await new Promise<void>((done) => waiting.push({ condition: () => existsSync(port), done }));
  return {
    port,
    nowMs: () => nowMs,
    renewedAtMs: () => renewedAtMs,
    until: (condition) => new Promise((done) => waiting.push({ condition, done })),
    unplug: () => {
      socat.kill('SIGKILL');
    },
  };
}

/** A process that is killed when the test ends, if it is still there. */
export function killedInTheEnd(child: ChildProcess): ChildProcess {
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return child;
}
