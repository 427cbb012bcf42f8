/** Reading records, as long as it takes, stands before nothing else. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { encodeLine, recordFormat } from '../../src/records/line-text.ts';
import { RecordDesk } from '../../src/server/archive/record-desk.ts';
import { newFolder, processUrl, server } from './server.ts';

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

describe('the record desk', () => {
  it('reads a long record while the event loop goes on, and two who ask the same share it', async () => {
    const folder = newFolder();
    writeLong(folder, id, 200);
    const desk = new RecordDesk(folder, workerUrl);
    onTestFinished(() => desk.close());
    const loop = { turns: 0, goesOn: true };
    const turning = (async () => {
      for (; loop.goesOn; loop.turns += 1) await setImmediate();
    })();
    const [one, other] = await Promise.all([desk.ask(question), desk.ask(question)]);
    loop.goesOn = false;
    await turning;
    expect(loop.turns).toBeGreaterThan(100);
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

it('while a list of ten thousand and a long record are read, whoever looks after the server is answered', async () => {
  const { person, nobody, folder, url } = await server();
  expect(url).toContain('127.0.0.1');
  writeLong(folder, id, 200);
  for (let number = 0; number < 10_000; number += 1) {
    writeFileSync(join(folder, `20250101T${String(number).padStart(9, '0')}Z-bbbb.jsonl`), '');
  }
  const viewer = await person('the viewer');
  const order: string[] = [];
  const reading = Promise.all(
    [`records/${id}`, 'records?limit=200', `records/${id}/export?format=json`].map(async (path) => {
      expect((await viewer.get(`/api/v1/${path}`)).status).toBe(200);
      order.push(path);
    }),
  );
  for (let asked = 0; asked < 10; asked += 1) {
    expect((await nobody().get('/healthz')).status).toBe(200);
    order.push('healthz');
  }
  expect(await nobody().done('/api/v1/stop')).toMatchObject({ confirmed: true });
  order.push('stop');
  await reading;
  expect(order.slice(0, 11)).toEqual([...Array<string>(10).fill('healthz'), 'stop']);
  rmSync(join(folder, `${id}.jsonl`));
});
