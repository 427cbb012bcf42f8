/** Who may reset, and when: what the documents say, what `offers` says and what the command does are one (law L7). */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { provenName } from '../../src/cli/run-names.ts';
import { roles, treatingRoles } from '../../src/server/contract/requests.ts';
import { hashPassword } from '../../src/server/access/passwords.ts';
import type { LiveState } from '../../src/server/contract/live-state.ts';
import { newFolder, password, server } from './server.ts';

const fault = 'plate-a-open';
const resetOffer = (state: LiveState) => state.offers.find(({ command }) => command === 'reset')!;

describe('a reset', () => {
  it('is for whoever may treat, as soon as the offer says so; of the others the role is told', async () => {
    const { person, state } = await server({ device: { speed: 60 } });
    const engineer = await person('the engineer');
    const people = await Promise.all(roles.map((role) => person(`the ${role}`)));
    const ask = () => Promise.all(people.map((one) => one.post('/api/v1/commands/reset', {})));
    const expected = (code: string): string[] =>
      roles.map((role) => (treatingRoles.includes(role) ? code : 'ROLE_TOO_LOW'));
    const codes = async (): Promise<unknown[]> => (await ask()).map(({ body }) => body['code']);
    // Nothing is there to reset.
    expect(resetOffer(await state(() => true)).allowed).toBe(false);
    expect(await codes()).toEqual(expected('NOT_ALLOWED_NOW'));
    await engineer.start();
    await state((now) => now.session === 'treating.cold');
    await engineer.done('/api/v1/drills', { fault });
    const tripped = await state((now) => now.session === 'faulted');
    expect(resetOffer(tripped)).toMatchObject({ allowed: false, reason: expect.any(String) });
    // The cause is there: a clinician is no exception.
    expect(await codes()).toEqual(expected('NOT_ALLOWED_NOW'));
    await engineer.done('/api/v1/drills/clear', { fault });
    await state((now) => resetOffer(now).allowed);
    const viewer = people[roles.indexOf('viewer')]!;
    expect((await viewer.post('/api/v1/commands/reset', {})).status).toBe(403);
    const operator = people[roles.indexOf('operator')]!;
    expect((await operator.post('/api/v1/commands/reset', {})).status).toBe(200);
    await state((now) => now.session === 'idle');
  });

  it.each(roles)('on the command line is for the same roles: %s', async (role) => {
    const folder = newFolder();
    const account = {
      name: 'Ann',
      role,
      mayMakeAccounts: false,
      ...(await hashPassword(password)),
    };
    writeFileSync(
      join(folder, 'accounts.json'),
      JSON.stringify({ version: 1, accounts: [account] }),
    );
    const proven = provenName('ann', 'reset', {
      recordsFolder: folder,
      passwordFile: undefined,
      env: { CONTRAST_PASSWORD: password },
      ask: () => Promise.resolve(null),
    });
    if (treatingRoles.includes(role)) {
      expect(await proven).toEqual({ name: 'Ann', proof: 'account' });
    } else {
      await expect(proven).rejects.toMatchObject({ code: 'NAME_NOT_PROVEN' });
    }
  });
});
