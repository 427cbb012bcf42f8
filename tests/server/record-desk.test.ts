/** Reading records, as long as it takes, stands before nothing else. */
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { encodeLine, recordFormat } from '../../src/records/line-text.ts';
import { RecordDesk } from '../../src/server/archive/record-desk.ts';
import { newFolder, processUrl } from './server.ts';

const workerUrl = new URL('../archive/record-worker.js', processUrl);

/** A record that is as it was written, with so many notes of 50 kB. */
function writeLong(folder: string, id: string, notes: number): void {
  let previous = '';
  const texts: string[] = [];
  const add = (line: object): void => {
    const { text, hash } = encodeLine(previous, line);
    previous = hash;
    texts.push(text);
  };
  const at = '2026-01-01T10:00:00.000Z';
  add({ seq: 0, t: 0, at, type: 'header', id, recordFormat });
  for (let seq = 1; seq <= notes; seq += 1) {
    add({ seq, t: seq, at, type: 'note', by: 'test', text: 'x'.repeat(50_000) });
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${id}.jsonl`), texts.join(''));
}

const id = '20260101T100000000Z-aaaa';
const question = { kind: 'record', id, runningId: null } as const;

/** How often the event loop of this process came round until it was done. */
async function turnsUntil(done: Promise<unknown>): Promise<number> {
  const loop = { turns: 0, goesOn: true };
  const turning = (async () => {
    for (; loop.goesOn; loop.turns += 1) await setImmediate();
  })();
  await done;
  loop.goesOn = false;
  await turning;
  return loop.turns;
}

describe('among ten thousand records and a long one, the event loop goes on', () => {
  let folder = '';
  let desk: RecordDesk;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'contrast-records-'));
    writeLong(folder, id, 200);
    for (let number = 0; number < 10_000; number += 1) {
      writeFileSync(join(folder, `20250101T${String(number).padStart(9, '0')}Z-bbbb.jsonl`), '');
    }
    desk = new RecordDesk(folder, workerUrl);
    return async () => {
      await desk.close();
      rmSync(folder, { recursive: true, force: true });
    };
  });

  it.each([
    { kind: 'list', limit: 200 },
    { kind: 'drills' },
    { kind: 'record', id },
    { kind: 'samples', id },
    { kind: 'compare', ids: [id, id] },
    { kind: 'export', id, format: 'json' },
  ] as const)('while it is asked for $kind', async (asked) => {
    const answer = desk.ask({ ...asked, runningId: null });
    expect(await turnsUntil(answer)).toBeGreaterThan(100);
    expect((await answer).bytes.length).toBeGreaterThan(10);
  });
});

describe('the record desk', () => {
  it('verifies what it shows, and two who ask the same share the answer', async () => {
    const folder = newFolder();
    writeLong(folder, id, 2);
    const desk = new RecordDesk(folder, workerUrl);
    onTestFinished(() => desk.close());
    const [one, other] = await Promise.all([desk.ask(question), desk.ask(question)]);
    expect(other).toBe(one);
    const { row } = JSON.parse(Buffer.from(one.bytes).toString()) as { row: { verdict: string } };
    expect(row.verdict).toBe('truncated');
  });

  it('refuses in words what is too much at once, and goes on', async () => {
    const folder = newFolder();
    writeLong(folder, id, 1);
    const desk = new RecordDesk(folder, workerUrl);
    onTestFinished(() => desk.close());
    const ask = (limit: number) => desk.ask({ kind: 'list', limit, runningId: null });
    const asked = Array.from({ length: 32 }, (_, index) => ask(index + 1));
    expect(() => ask(100)).toThrow('too many records are asked for at once');
    await Promise.all(asked);
    expect((await ask(100)).type).toBe('application/json');
  });

  it('says what there is not, as before', async () => {
    const desk = new RecordDesk(newFolder(), workerUrl);
    onTestFinished(() => desk.close());
    await expect(desk.ask(question)).rejects.toMatchObject({ body: { code: 'RECORD_UNKNOWN' } });
  });
});
