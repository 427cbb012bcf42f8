/** The look at the skin twenty minutes later, over the network: read at the record desk, said once, and in the way until then. */
import { expect, it } from 'vitest';
import { allClear } from '../../src/safety/screening-checklist.ts';
import { session } from '../records/fixtures/sessions.ts';
import { newFolder, server } from './server.ts';

const looks = '/api/v1/skin-looks';

async function afterATreatment(ago: number) {
  const folder = newFolder();
  const id = await session(folder, { endMs: Date.now() - ago * 60_000 });
  const { person } = await server({ folder, device: { history: true } });
  return { id, person };
}

it('is owed for the region until somebody who may treat has said that it is fine', async () => {
  const { id, person } = await afterATreatment(180);
  const viewer = await person('the viewer');
  const operator = await person('the operator');
  const newest = [{ id, site: 'calf-left', label: 'Calf, left', open: false }];
  expect((await viewer.get(looks)).body).toEqual({
    looks: [{ id, site: 'calf-left', label: 'Calf, left', asks: 'how', dueInS: 0 }],
    newest,
  });
  const fine = { answer: 'fine', findings: [] };
  expect((await viewer.post(`${looks}/${id}`, fine)).status).toBe(403);
  expect((await operator.post(`${looks}/other`, fine)).body['code']).toBe('NOT_ALLOWED_NOW');
  expect((await operator.post(`${looks}/${id}`, fine)).body).toEqual({ looks: [], newest });
  expect((await operator.post(`${looks}/${id}`, fine)).body['code']).toBe('NOT_ALLOWED_NOW');
});

it('is too soon before, but for what is wrong; and that is a question for a clinician', async () => {
  const { id, person } = await afterATreatment(5);
  const operator = await person('the operator');
  const [look] = (await operator.get(looks)).body['looks'] as { dueInS: number }[];
  expect(look!.dueInS).toBeGreaterThan(13 * 60);
  expect(look!.dueInS).toBeLessThanOrEqual(15 * 60);
  const said = (answer: string, findings: string[]) =>
    operator.post(`${looks}/${id}`, { answer, findings });
  expect((await said('fine', [])).body['code']).toBe('NOT_ALLOWED_NOW');
  const newest = [{ id, site: 'calf-left', label: 'Calf, left', open: true }];
  expect((await said('wrong', ['blister'])).body).toEqual({ looks: [], newest });
  const { doubts } = (await operator.get('/api/v1/screening')).body as {
    doubts: { text: string; site: string | null }[];
  };
  const here = doubts.filter(({ site }) => site === 'outer-knee-left');
  expect(here.map(({ text }) => text)).toEqual([
    'something was wrong with the skin after the last session here: a blister',
  ]);
});

it('does not take an older word that something has healed, by whom the reaction is cleared', async () => {
  const folder = newFolder();
  await session(folder, { endMs: Date.now() - 25 * 3_600_000, reacted: true, atEnd: 'wrong' });
  const { person } = await server({ folder, device: { history: true } });
  const clinician = await person('the clinician');
  const { looks: owed } = (await clinician.get(looks)).body as { looks: { id: string }[] };
  await clinician.post(`${looks}/${owed[0]!.id}`, { answer: 'wrong', findings: ['blister'] });
  const started = await clinician.post('/api/v1/treatments', {
    prescription: { preset: 'seed-spasm-gentle' },
    site: 'calf-left',
    screening: {
      answers: { ...allClear, 'heat-injury-before': 'yes' },
      words: {
        'heat-injury-before': { clinician: 'Dr. Lee', seenOn: '2026-01-02', newOrWorse: 'no' },
      },
      override: { clinician: 'the clinician', reason: 'healed' },
    },
  });
  expect(JSON.stringify(started.body)).toMatch(/not proven to be older/);
});

it('takes what is wrong also after it was fine, and "fine" no more after that', async () => {
  const { id, person } = await afterATreatment(180);
  const operator = await person('the operator');
  const said = (answer: string, findings: string[]) =>
    operator.post(`${looks}/${id}`, { answer, findings });
  expect((await said('fine', [])).status).toBe(200);
  const newest = async () => (await operator.get(looks)).body['newest'];
  expect(await newest()).toEqual([{ id, site: 'calf-left', label: 'Calf, left', open: false }]);
  expect((await said('wrong', ['blister'])).status).toBe(200);
  expect(await newest()).toEqual([{ id, site: 'calf-left', label: 'Calf, left', open: true }]);
  expect((await said('fine', [])).body['code']).toBe('NOT_ALLOWED_NOW');
  const { doubts } = (await operator.get('/api/v1/screening')).body as {
    doubts: { text: string }[];
  };
  expect(doubts.map(({ text }) => text)).toContain(
    'something was wrong with the skin after the last session here: a blister',
  );
});

it('names the newest treatment of each region, and of those which reaction is open', async () => {
  const folder = newFolder();
  const ends = (hours: number) => Date.now() - hours * 3_600_000;
  await session(folder, { endMs: ends(30) });
  const arm = await session(folder, { endMs: ends(20), site: 'forearm-left', reacted: true });
  const calf = await session(folder, { endMs: ends(10) });
  const { person } = await server({ folder, device: { history: true } });
  const { newest } = (await (await person('the viewer')).get(looks)).body as {
    newest: { id: string; open: boolean }[];
  };
  expect(newest.map(({ id, open }) => [id, open])).toEqual([
    [calf, false],
    [arm, true],
  ]);
});

it('does not take skin for fine on which something was found', async () => {
  const { id, person } = await afterATreatment(180);
  const operator = await person('the operator');
  for (const answer of ['fine', 'notSure']) {
    const { status, body } = await operator.post(`${looks}/${id}`, {
      answer,
      findings: ['blister'],
    });
    expect([status, body['code']]).toEqual([400, 'BAD_REQUEST']);
  }
  expect((await operator.get(looks)).body['looks']).toHaveLength(1);
});
