/** Answers that end in no treatment are on record as soon as they were seen to, and stay in the way of other ones until confirmed. */
import fs from 'node:fs';
import { expect, it } from 'vitest';
import { allClear } from '../../src/safety/screening-checklist.ts';
import { troubledBy } from '../screening/people.ts';
import { newFolder, server } from './server.ts';

const declined = '/api/v1/screening/declined';
const start = { prescription: { preset: 'seed-spasm-gentle' }, site: 'calf-left' };
const shown = (...ids: string[]) => ({ start, screening: { answers: troubledBy(...ids) } });
const recordsIn = (folder: string): string[] =>
  fs.readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
interface Row {
  readonly record: string;
  readonly answers: unknown;
  readonly result: string;
}

async function served() {
  const folder = newFolder();
  const { person, state, record } = await server({ folder, device: { history: true } });
  const operator = await person('the operator');
  const keep = async (body: object) => {
    const { status, body: answered } = await operator.post(declined, body);
    return { status, rows: (answered as { declined: Row[] }).declined };
  };
  return { folder, operator, person, state, record, keep };
}

it('are kept as a screening with its end, no session begins, and nothing waits to be acknowledged', async () => {
  const { folder, operator, state, record, keep } = await served();
  const { status, rows } = await keep(shown('raynaud', 'frail'));
  expect([status, rows.map(({ answers, result }) => [answers, result])]).toEqual([
    200,
    [[[{ id: 'raynaud', answer: 'yes' }], 'contraindicated']],
  ]);
  const { session, outcome, offers } = await state(() => true);
  expect([session, outcome]).toEqual(['idle', null]);
  expect(offers.find(({ command }) => command === 'start')?.allowed).toBe(true);
  const lines = record(rows[0]!.record).map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines.map(({ type }) => type)).toEqual(['header', 'screening', 'summary']);
  expect(lines[1]).toMatchObject({ answeredBy: 'the operator', admitted: false });
  expect(lines[2]).toMatchObject({ outcome: 'declined', phases: [], skin: null });
  const { records } = (await operator.get('/api/v1/records')).body as {
    records: { outcome: string; verdict: string }[];
  };
  expect(records).toMatchObject([{ outcome: 'declined', verdict: 'intact' }]);
  expect(recordsIn(folder)).toHaveLength(1);
});

it('are kept once, however often they are shown, and only where an answer decided', async () => {
  const { folder, keep } = await served();
  await keep(shown('raynaud'));
  expect((await keep(shown('raynaud'))).rows).toHaveLength(1);
  expect((await keep(shown('frail'))).rows).toHaveLength(1);
  expect((await keep({ start, screening: { answers: {} } })).rows).toHaveLength(1);
  expect((await keep(shown('raynaud', 'diabetes'))).rows).toHaveLength(2);
  expect(recordsIn(folder)).toHaveLength(2);
});

it('let nobody through who answers otherwise, until the person who is signed in confirms each', async () => {
  const { operator, state, keep, record } = await served();
  await keep(shown('raynaud', 'diabetes'));
  const begin = (confirmed: string[] | undefined) =>
    operator.post('/api/v1/treatments', {
      ...start,
      screening: { answers: allClear, ...(confirmed === undefined ? {} : { confirmed }) },
    });
  for (const confirmed of [undefined, ['raynaud']]) {
    await begin(confirmed);
    const { outcome } = await state((now) => now.session === 'declined' && now.outcome !== null);
    expect(outcome?.reason).toContain('answered otherwise than when it was declined');
    expect(outcome?.reason).toContain('confirms it by name: with screening.confirmed.');
    await operator.command('acknowledgeEnd');
    await state((now) => now.session === 'idle');
  }
  await begin(['raynaud', 'diabetes']);
  const { treatmentId } = await state(
    (now) => now.session !== 'idle' && now.session !== 'declined' && now.treatmentId !== null,
  );
  const line = record(treatmentId!)
    .map((text) => JSON.parse(text) as Record<string, unknown>)
    .find(({ type }) => type === 'screening');
  expect(line).toMatchObject({
    admitted: true,
    confirmedBy: { name: 'the operator', proof: 'account' },
    declinedBefore: [
      {
        answers: [
          { id: 'raynaud', answer: 'yes', now: 'no' },
          { id: 'diabetes', answer: 'yes', now: 'no' },
        ],
      },
    ],
  });
  // The session has gone on meanwhile, how far depends on the machine: STOP ends it anywhere, cancel does not.
  await operator.done('/api/v1/stop');
});

it('are kept of a session that waits for its screening as well, and go on waiting', async () => {
  const { operator, state, keep } = await served();
  await operator.post('/api/v1/treatments', start);
  const { rows } = await keep({ screening: { answers: troubledBy('raynaud') } });
  expect(rows).toHaveLength(1);
  expect((await state(() => true)).session).toBe('screening');
  await operator.command('cancel');
  await state((now) => now.session === 'idle' || now.session === 'ended');
});

it('are for those who may treat, and need to be of something', async () => {
  const { person, keep } = await served();
  const viewer = await person('the viewer');
  expect((await viewer.post(declined, shown('raynaud'))).status).toBe(403);
  expect((await keep({ screening: { answers: allClear } })).status).toBe(409);
});

it('are told with the questions', async () => {
  const { operator, keep } = await served();
  await keep(shown('raynaud', 'numb-site'));
  const { declined: rows } = (await operator.get('/api/v1/screening')).body as {
    declined: { label: string; sites: string[]; at: string }[];
  };
  expect(rows).toHaveLength(1);
  expect(rows[0]!.label).toBe('Calf, left');
  expect(rows[0]!.sites).toContain('outer-knee-left');
  expect(rows[0]!.sites).not.toContain('forearm-right');
  expect(Math.abs(Date.parse(rows[0]!.at) - Date.now())).toBeLessThan(600_000);
});
