/** The session of the second host with the guard's core, compiled for this computer: the same sources, seen more quickly. */
import { describe, expect, test } from 'vitest';
import { useCore } from './core-bench.ts';
import { Desk } from './desk.ts';
import type { Chip, Hear, Inputs } from './desk.ts';
import { clockErrors, steps, stepsAt } from './recorded-session.ts';
import { sysex } from './second-host.ts';
import { hasCompiler } from './tools.ts';

const passMs = 2.048;

class CoreChip implements Chip {
  readonly #ask: (line: string) => string;
  readonly #hear: Hear;
  #passes = 0;
  #inputs = '';

  constructor(ask: (line: string) => string, hear: Hear) {
    this.#ask = ask;
    this.#hear = hear;
    for (const line of ['cells ', 'forget 0', 'boot 1 0']) this.#tell(line);
  }

  #tell(line: string): void {
    const [bytes = '-'] = this.#ask(line).split(' ');
    if (bytes === '-') return;
    for (const byte of Buffer.from(bytes, 'hex')) this.#hear(byte, this.#passes * passMs);
  }

  runTo(ms: number): void {
    for (const due = Math.floor(ms / passMs); this.#passes < due;) {
      this.#passes += 1;
      this.#tell(`pass 1 ${this.#inputs}`);
    }
  }

  send(bytes: readonly number[]): void {
    this.#tell(`feed ${Buffer.from(bytes).toString('hex')}`);
  }

  set({ counts, loopOpen }: Inputs): void {
    this.#inputs = `${counts.slice(0, 3).join(' ')} ${Number(!loopOpen)}`;
    this.#tell(`others ${counts[3]} 0 0 0 0 ${counts[7]} 225 0 0 0 ${counts[6]} 0`);
  }
}

describe.runIf(hasCompiler)('the core', () => {
  const core = useCore();
  test('does in a session what the page says', () => {
    const desk = new Desk((hear) => new CoreChip((line) => core().ask(line), hear));
    expect(stepsAt(desk)).toEqual(steps);
    expect(clockErrors(desk.host)).toEqual([]);
  });

  test.each([
    [40, 25],
    [25, 40],
    [12, 83],
    // No more often than this, whoever asks.
    [10, 100],
    [1, 100],
  ])('asked for a report every %i ms gives %i a second', (intervalMs, reports) => {
    const desk = new Desk((hear) => new CoreChip((line) => core().ask(line), hear));
    desk.wait(100);
    desk.send([0xc0, 1]);
    desk.send(sysex(0x7a, intervalMs, 0));
    desk.send(sysex(0x7a, 99));
    desk.wait(100);
    const before = desk.host.heard.length;
    desk.wait(1000);
    const heard = desk.host.heard.length - before;
    expect(Math.abs(heard - reports)).toBeLessThanOrEqual(1);
  });
});
