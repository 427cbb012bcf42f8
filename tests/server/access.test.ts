/** Who gets in, and who may do what. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isPassword } from '../../src/server/access/passwords.ts';
import type { Refusal } from '../../src/server/refusal.ts';
import { roles } from '../../src/server/contract/requests.ts';
import { password, prescription, server } from './server.ts';
import type { Reply } from './server.ts';

describe('the first account', () => {
  it('is made with the code of the terminal, once, and nothing works before', async () => {
    const { nobody, setupCode, folder } = await server({ accounts: false });
    const browser = nobody();
    expect((await browser.get('/api/v1/session')).body).toMatchObject({
      person: null,
      setupNeeded: true,
    });
    expect((await browser.get('/api/v1/state')).body).toMatchObject({ code: 'NOT_SIGNED_IN' });
    const first = { name: 'Ann', password, role: 'operator' };
    expect(
      (await browser.post('/api/v1/setup', { ...first, code: 'WRONG234' })).body,
    ).toMatchObject({ code: 'SIGN_IN_REFUSED' });
    const made = await browser.post('/api/v1/setup', { ...first, code: setupCode });
    expect(made.body).toMatchObject({ person: { name: 'Ann', mayMakeAccounts: true } });
    expect(made.headers.get('set-cookie')).toMatch(/; HttpOnly; SameSite=Strict$/);
    expect(
      (await nobody().post('/api/v1/setup', { ...first, code: setupCode })).body,
    ).toMatchObject({ code: 'ALREADY_SET_UP' });
    // Whoever was first makes the others.
    await browser.done('/api/v1/accounts', { name: 'Bob', password, role: 'viewer' });
    expect(
      (await browser.post('/api/v1/accounts', { name: 'BOB', password, role: 'viewer' })).body,
    ).toMatchObject({ code: 'NAME_TAKEN' });
    const bob = nobody();
    await bob.done('/api/v1/session', { name: 'bob', password });
    expect((await bob.get('/api/v1/session')).body).toMatchObject({ person: { role: 'viewer' } });
    const path = join(folder, 'accounts.json');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readFileSync(path, 'utf8')).not.toContain(password);
  });
});

describe('signing in', () => {
  it('tells nobody whether the name or the password was wrong', async () => {
    const { nobody } = await server();
    const replies = await Promise.all(
      [
        { name: 'Eve', password: 'wrong password' },
        { name: 'Nobody', password },
      ].map((wrong) => nobody().post('/api/v1/session', wrong)),
    );
    expect(replies[0]!.status).toBe(401);
    expect(replies[1]!.body).toEqual(replies[0]!.body);
  });

  it('is slowed down where somebody guesses, by name and by address', async () => {
    let nowMs = 0;
    const { nobody } = await server({ nowMs: () => nowMs });
    const guess = (name: string): Promise<Reply> =>
      nobody().post('/api/v1/session', { name, password: 'guess' });
    const names = ['Ann', 'Ann', 'Bob', 'Eve', 'Nobody', 'Ann', 'Somebody'];
    const replies = await Promise.all(names.map(guess));
    const refused = replies.filter(({ status }) => status === 429);
    expect([replies.length, refused.length]).toEqual([7, 2]);
    expect(refused[0]!.headers.get('retry-after')).toBe('10');
    // STOP is never slowed down.
    expect((await nobody().post('/api/v1/stop', {})).status).toBe(200);
    nowMs = 10_000;
    await nobody().done('/api/v1/session', { name: 'Ann', password });
    expect((await guess('Ann')).status).toBe(401);
  });

  it.each([
    'contrast_session=forged',
    'contrast_session=',
    'contrast_session=a; contrast_session=b',
  ])('the cookie "%s" lets nobody in', async (cookie) => {
    const { nobody } = await server();
    const browser = nobody();
    browser.cookie = cookie;
    expect((await browser.get('/api/v1/state')).status).toBe(401);
    expect((await browser.get('/api/v1/events')).status).toBe(401);
  });

  it('anew ends the session before, whoever signs in there', async () => {
    const { nobody } = await server();
    const browser = nobody();
    const old: string[] = [];
    for (const name of ['Ann', 'Ann', 'Bob']) {
      await browser.done('/api/v1/session', { name, password });
      old.push(browser.cookie);
    }
    const statuses: number[] = [];
    for (const cookie of old) {
      const thief = nobody();
      thief.cookie = cookie;
      statuses.push((await thief.get('/api/v1/state')).status);
    }
    expect(statuses).toEqual([401, 401, 200]);
    // A sign-in that fails ends nothing.
    expect((await browser.post('/api/v1/session', { name: 'Ann', password: 'x' })).status).toBe(
      401,
    );
    expect((await browser.get('/api/v1/state')).status).toBe(200);
  });

  it('ends with signing out', async () => {
    const { person } = await server();
    const viewer = await person('the viewer');
    const { cookie } = viewer;
    await viewer.done('/api/v1/session/end');
    viewer.cookie = cookie;
    expect((await viewer.get('/api/v1/state')).status).toBe(401);
  });
});

describe('a role', () => {
  const deeds = {
    '/api/v1/treatments': [{ prescription }, ['operator', 'clinician', 'engineer']],
    '/api/v1/screening': [{ answers: {} }, ['operator', 'clinician', 'engineer']],
    '/api/v1/commands/pause': [{}, ['operator', 'clinician', 'engineer']],
    '/api/v1/commands/reset': [{}, ['operator', 'clinician', 'engineer']],
    '/api/v1/simulation': [{ speed: 1 }, ['operator', 'clinician', 'engineer']],
    '/api/v1/drills': [{ fault: 'link-lost' }, ['engineer']],
    '/api/v1/accounts': [{ name: 'x', password, role: 'viewer' }, []],
  } as const;

  it('may do what it may, and nothing else', async () => {
    const { person, nobody } = await server();
    for (const role of roles) {
      const somebody = await person(`the ${role}`);
      for (const [path, [body, allowed]] of Object.entries(deeds)) {
        const { status, body: answer } = await somebody.post(path, body);
        const mayDo = (allowed as readonly string[]).includes(role);
        expect([path, role, answer['code'] === 'ROLE_TOO_LOW'], String(status)).toEqual([
          path,
          role,
          !mayDo,
        ]);
      }
      for (const path of ['state', 'records', 'limits', 'prescriptions', 'screening', 'device']) {
        expect((await somebody.get(`/api/v1/${path}`)).status, path).toBe(200);
      }
    }
    for (const [path, [body]] of Object.entries(deeds)) {
      expect((await nobody().post(path, body)).body, path).toMatchObject({ code: 'NOT_SIGNED_IN' });
    }
  });
});

describe('a demonstration', () => {
  it('is entered by its address, once', async () => {
    const demo = { name: 'Demonstration', role: 'operator', mayMakeAccounts: false } as const;
    const { nobody, enterCode, setupCode } = await server({ demo, accounts: false });
    expect(setupCode).toBeNull();
    const browser = nobody();
    const entered = await browser.get(`/enter/${enterCode!}`);
    expect([entered.status, entered.headers.get('location')]).toEqual([303, '/']);
    expect((await browser.get('/api/v1/session')).body).toMatchObject({ person: demo });
    // Whoever is in already just goes on; anybody else is too late.
    expect((await browser.get(`/enter/${enterCode!}`)).status).toBe(303);
    expect((await nobody().get(`/enter/${enterCode!}`)).body).toMatchObject({
      code: 'SIGN_IN_REFUSED',
    });
  });
});

it('passwords are hashed one at a time, and whoever would wait too long is told so', async () => {
  const all = await Promise.allSettled(
    Array.from({ length: 20 }, () => isPassword('guess', undefined)),
  );
  const refused = all.flatMap((one) => (one.status === 'rejected' ? [one.reason as Refusal] : []));
  expect(refused.map(({ body }) => body.code)).toEqual(Array(4).fill('TOO_BUSY'));
  expect(await isPassword('guess', undefined)).toBe(false);
});
