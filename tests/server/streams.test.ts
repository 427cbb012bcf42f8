/** Pages that read slowly, or not at all: nobody waits for them, and nothing is queued for them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { EventEmitter } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { lostState } from '../../src/server/lost-state.ts';
import { Streams } from '../../src/server/streams.ts';

/** A page's connection that takes so many bytes, and then no more until it is drained. */
class Connection extends EventEmitter {
  readonly socket = null;
  text = '';
  room = Infinity;
  destroyed = false;

  writeHead(): void {}
  write(text: string): boolean {
    this.text += text;
    this.room -= text.length;
    return this.room > 0;
  }
  drain(room: number): void {
    this.room = room;
    this.emit('drain');
  }
  destroy(): void {
    this.destroyed = true;
    this.emit('close');
  }
  end(): void {}
  get lines(): string[] {
    return [...this.text.matchAll(/^data: (\{"seq".*)$/gm)].map(([, line]) => line!);
  }
  get states(): number {
    return this.text.split('event: state').length - 1;
  }
}

const treatmentId = '20260101T000000000Z-abcd';
const line = (seq: number): string => `{"seq":${seq},"t":${seq},"pad":"${'x'.repeat(400)}"}`;
const lines = Array.from({ length: 5000 }, (_, seq) => line(seq));

describe('event streams', () => {
  let folder = '';
  let streams: Streams;
  const write = (count: number, rest = ''): void => {
    writeFileSync(
      join(folder, `${treatmentId}.jsonl`),
      `${lines.slice(0, count).join('\n')}\n${rest}`,
    );
  };
  const publish = (revision: number): void => {
    streams.publish({ ...lostState(null, 'lost', 'test'), treatmentId, revision });
  };
  const open = (room: number, last: string | null = null): Connection => {
    const connection = new Connection();
    connection.room = room;
    streams.open(connection as unknown as ServerResponse, 'Ann', last);
    return connection;
  };

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
    folder = mkdtempSync(join(tmpdir(), 'contrast-streams-'));
    streams = new Streams(folder, { mostStreams: 10, dropAfterMs: 15_000 });
  });
  afterEach(() => {
    streams.close();
    vi.useRealTimers();
    rmSync(folder, { recursive: true, force: true });
  });

  it('serve a record that grows, a torn last line only when it is whole', () => {
    write(3, '{"seq":3,"t"');
    publish(1);
    const page = open(Infinity);
    expect(page.lines).toEqual(lines.slice(0, 3));
    write(10);
    publish(2);
    expect(page.lines).toEqual(lines.slice(0, 10));
  });

  it('give a slow page every line and only the newest state, and hold little for it', () => {
    write(5000);
    publish(1);
    const page = open(1);
    for (let revision = 2; revision < 50; revision += 1) publish(revision);
    expect(page.text.length).toBeLessThan(100_000);
    let drains = 0;
    while (page.lines.length < 5000 && drains < 1000) {
      page.drain(1);
      drains += 1;
    }
    expect(page.lines).toEqual(lines);
    expect(page.states).toBeLessThanOrEqual(2);
  });

  it('drop a page that takes nothing, which then goes on where it was', () => {
    write(5000);
    publish(1);
    const page = open(50_000);
    const quick = open(Infinity);
    vi.advanceTimersByTime(20_000);
    expect([page.destroyed, quick.destroyed]).toEqual([true, false]);
    expect(streams.count).toBe(1);
    const last = page.lines.length - 1;
    const back = open(Infinity, `${treatmentId}:${last}`);
    expect([...page.lines, ...back.lines]).toEqual(lines);
  });
});
