/** What is recorded as done by a person was done by that person (law L14). */
import { mkdirSync, readFileSync, readdirSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { unknownClock } from '../../src/records/clock.ts';
import { openRecord } from '../../src/records/open-record.ts';
import { startServer } from '../../src/server/serve.ts';
import { headerFields, summaryOf } from '../records/fixtures/treatments.ts';
import { troubledBy } from '../screening/people.ts';
import { deviceOptions, password, prescription, processUrl, server } from './server.ts';
import type { Reply } from './server.ts';

const reason = 'seen today';
const start = (override: object): object => ({
  prescription,
  screening: { answers: troubledBy('diabetes'), override: { reason, ...override } },
});
const treatmentIdOf = ({ body }: Reply): string =>
  String((body['state'] as Record<string, unknown>)['treatmentId']);

describe('a clinician’s decision', () => {
  const refused: readonly [string, string, object, number, string][] = [
    ['nobody at all', 'Ann', { clinician: 'Dr. Nobody' }, 403, 'NOT_THAT_PERSON'],
    ['somebody else', 'Ann', { clinician: 'Bob' }, 403, 'NOT_THAT_PERSON'],
    ['somebody else, by an engineer', 'Eve', { clinician: 'Bob' }, 403, 'NOT_THAT_PERSON'],
    ['a wrong password', 'Ann', { clinician: 'Bob', password: 'guess' }, 403, 'NOT_THAT_PERSON'],
    ['a password of one’s own', 'Ann', { clinician: 'Bobby', password }, 403, 'NOT_THAT_PERSON'],
    ['oneself, an operator', 'Ann', { clinician: ' ANN ' }, 403, 'ROLE_TOO_LOW'],
    ['an engineer with password', 'Ann', { clinician: 'Eve', password }, 403, 'ROLE_TOO_LOW'],
    ['another clinician', 'Bob', { clinician: 'the clinician' }, 403, 'NOT_THAT_PERSON'],
    ['a look-alike of Bob', 'Bob', { clinician: 'Воb' }, 400, 'BAD_REQUEST'],
  ];

  it('in another name, or in a role that may not decide: refused, and nothing begins', async () => {
    const { person, folder } = await server();
    for (const [what, who, by, status, code] of refused) {
      const browser = await person(who);
      const reply = await browser.post('/api/v1/treatments', start(by));
      expect([reply.status, reply.body['code']], what).toEqual([status, code]);
      expect((await browser.get('/api/v1/state')).body).toMatchObject({ session: 'idle' });
    }
    expect(readdirSync(folder).filter((name) => name.endsWith('.jsonl'))).toEqual([]);
  });

  it.each([
    ['in a session of their own', 'Bob', { clinician: ' BOB ' }],
    ['with their password, in somebody else’s session', 'Ann', { clinician: 'bob', password }],
  ])('%s: taken, and on record by the name of the account', async (_what, who, by) => {
    const { person, record, folder } = await server();
    const browser = await person(who);
    const reply = await browser.post('/api/v1/treatments', start(by));
    expect(reply.status).toBe(200);
    const id = treatmentIdOf(reply);
    await browser.done('/api/v1/stop');
    const lines = record(id).map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.find(({ type }) => type === 'screening')).toMatchObject({
      answeredBy: who,
      clinician: 'Bob',
      clinicianProof: 'account',
      overrideReason: reason,
      admitted: true,
    });
    const screened = lines.filter(({ what }) => what === 'SCREENED').map((line) => line['who']);
    expect(screened).toEqual([who, 'Bob']);
    expect(readFileSync(join(folder, `${id}.jsonl`), 'utf8')).not.toContain(password);
  });

  it('is guessed at no more often than a password is', async () => {
    const { person } = await server({ nowMs: () => 0 });
    const ann = await person('Ann');
    const codes: unknown[] = [];
    for (let count = 0; count < 7; count += 1) {
      const by = { clinician: 'Bob', password: `guess ${count}` };
      codes.push((await ann.post('/api/v1/treatments', start(by))).body['code']);
    }
    expect(codes.slice(0, 5)).toEqual(Array.from({ length: 5 }, () => 'NOT_THAT_PERSON'));
    expect(codes.slice(5)).toEqual(['TOO_MANY_ATTEMPTS', 'TOO_MANY_ATTEMPTS']);
  });
});

describe('doubts about time', () => {
  /** A record that is later than now. */
  async function ahead(folder: string): Promise<string> {
    const later = new Date(Date.now() + 86_400_000);
    const journal = openRecord({
      folder,
      header: { ...headerFields, site: 'calf-left' },
      utcNow: () => later,
      monotonicMs: () => 0,
      clock: unknownClock,
    });
    journal.append('summary', 1, summaryOf(journal.id));
    await journal.close();
    return journal.id;
  }

  it('are told before a start, put to a clinician, and settled on record by name', async () => {
    const { person, folder, record } = await server({ device: { history: true } });
    const id = await ahead(folder);
    const ann = await person('Ann');
    const { doubts } = (await ann.get('/api/v1/screening')).body as { doubts: object[] };
    expect(doubts).toContainEqual(
      expect.objectContaining({ text: expect.stringContaining(id) as string, site: null }),
    );
    const ask = (screening: object) =>
      ann.post('/api/v1/treatments', { prescription, screening, site: 'calf-right' });
    const refused = await ask({ answers: 'all-clear' });
    expect(refused.body).toMatchObject({ state: { session: 'declined' } });
    await ann.command('acknowledgeEnd');
    const override = { clinician: 'Bob', password, reason: 'the clock was wrong' };
    const taken = treatmentIdOf(await ask({ answers: 'all-clear', override }));
    await ann.done('/api/v1/stop');
    const [header] = record(taken).map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(header?.['settled']).toEqual([`record-ahead:${id}`]);
    expect(header?.['previous']).toMatchObject({ id: treatmentIdOf(refused) });
    // When that session was stays unproven, at its own site.
    expect((await ann.get('/api/v1/screening')).body['doubts']).toMatchObject([
      { site: 'calf-left', text: `it is not proven when the session ${id} was` },
    ]);
  });
});

describe('an account', () => {
  it('has no name that cannot be read as it is', async () => {
    const { nobody, setupCode } = await server({ accounts: false });
    for (const name of ['A\0nn', 'Ann\u001b[2J', 'Ann\u202Egnp', 'Аnn', 'An\u200Bn', '<Ann>']) {
      const reply = await nobody().post('/api/v1/setup', { code: setupCode, name, password });
      expect(reply.body, name).toMatchObject({ code: 'BAD_REQUEST', where: 'name' });
    }
  });

  it('is shown as it is compared, and a look-alike is no second one', async () => {
    const { nobody, setupCode } = await server({ accounts: false });
    const first = nobody();
    const made = await first.post('/api/v1/setup', {
      code: setupCode,
      name: '  Ｂｏｂ  ',
      password,
    });
    expect(made.body).toMatchObject({ person: { name: 'Bob' } });
    for (const name of ['BOB', 'B0B', 'ВОВ', ' bob']) {
      const reply = await first.post('/api/v1/accounts', { name, password, role: 'viewer' });
      expect([reply.status, reply.body['code']], name).toEqual([409, 'NAME_TAKEN']);
    }
    expect((await nobody().post('/api/v1/session', { name: ' bOb ', password })).status).toBe(200);
  });
});

describe('two servers on one folder', () => {
  it('the second is refused before it touches accounts or board', async () => {
    const { folder, person } = await server();
    const before = readFileSync(join(folder, 'accounts.json'), 'utf8');
    const second = startServer({
      host: '127.0.0.1',
      port: 0,
      demo: null,
      onDefect: () => {},
      processUrl,
      device: deviceOptions(folder),
    });
    await expect(second).rejects.toMatchObject({ code: 'FOLDER_IN_USE', exitCode: 2 });
    expect(readFileSync(join(folder, 'accounts.json'), 'utf8')).toBe(before);
    expect((await (await person('Ann')).get('/api/v1/state')).status).toBe(200);
  });
});

describe('the set-up code', () => {
  it('is good until the account is on disk', async () => {
    const { nobody, setupCode, folder } = await server({ accounts: false });
    const first = { code: setupCode, name: 'Ann', password };
    // What cannot be written over, as a full disk cannot.
    const blocked = join(folder, 'accounts.json');
    mkdirSync(blocked);
    const refused = await nobody().post('/api/v1/setup', first);
    expect([refused.status, refused.body['code']]).toEqual([500, 'FILE_UNWRITABLE']);
    expect((await nobody().get('/api/v1/session')).body).toMatchObject({ setupNeeded: true });
    rmdirSync(blocked);
    expect((await nobody().post('/api/v1/setup', first)).status).toBe(200);
    expect((await nobody().post('/api/v1/setup', first)).body['code']).toBe('ALREADY_SET_UP');
  });

  it('makes one account, however many ask at once', async () => {
    const { nobody, setupCode, folder } = await server({ accounts: false });
    const names = ['Ann', 'Bob', 'Eve'];
    const replies = await Promise.all(
      names.map((name) => nobody().post('/api/v1/setup', { code: setupCode, name, password })),
    );
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    const kept = JSON.parse(readFileSync(join(folder, 'accounts.json'), 'utf8')) as {
      accounts: unknown[];
    };
    expect(kept.accounts).toHaveLength(1);
  });
});
