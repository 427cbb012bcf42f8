/** What is missing around the program is said before the board is touched. */
import { describe, expect, it } from 'vitest';
import { characterSetWords, refuseUnready } from '../../src/cli/run-readiness.ts';
import { parseYaml } from '../../src/limits/yaml-document.ts';
import type { Surroundings } from '../../src/cli/run-readiness.ts';
import { contrast } from './contrast.ts';

const ready: Surroundings = {
  env: { HOME: '/home/ann' },
  records: undefined,
  asksPerson: true,
  canAsk: true,
  home: () => '/home/ann',
};
const noAccount = (): string => {
  throw new Error('ENOENT: no such file or directory, uv_os_homedir');
};
const refusal = (change: Partial<Surroundings>): unknown => {
  try {
    refuseUnready({ ...ready, ...change });
    return null;
  } catch (thrown) {
    return thrown;
  }
};

describe('before a board is opened', () => {
  it.each<[string, Partial<Surroundings>]>([
    ['a home', {}],
    ['an account', { env: {} }],
    ['a folder that is named', { env: { HOME: '' }, records: 'here' }],
    ['a folder in the environment', { env: { HOME: '', CONTRAST_RECORDS: '/srv/records' } }],
    ['a data folder', { env: { HOME: '', XDG_DATA_HOME: '/srv' }, home: noAccount }],
    ['nobody to ask, and nobody to be asked', { asksPerson: false, canAsk: false }],
  ])('%s is enough', (_name, change) => {
    expect(refusal(change)).toBeNull();
  });

  it.each<[string, Partial<Surroundings>]>([
    ['an empty HOME', { env: { HOME: '' } }],
    ['a HOME that is no folder of the system', { env: { HOME: 'here' } }],
    ['neither HOME nor an account', { env: {}, home: noAccount }],
    ['a data folder that depends on where one is', { env: { HOME: '', XDG_DATA_HOME: 'here' } }],
  ])('%s is refused, with what to set', (_name, change) => {
    expect(refusal(change)).toMatchObject({ code: 'USAGE' });
    expect(String(refusal(change))).toContain('Set HOME, or name a folder with --records');
  });

  it('nobody at the keyboard is refused first: the port of a real board is never opened', () => {
    expect(refusal({ canAsk: false })).toMatchObject({ code: 'NOT_SCREENED' });
    const ran = contrast(['run', '--board', '/dev/ttyNOWHERE9', '--site', 'calf-left']);
    expect(ran.code).toBe(6);
    expect(ran.err).toContain('NOT_SCREENED');
    expect(ran.err).not.toContain('PORT_MISSING');
  });
});

describe('the character set', () => {
  const terminal = { out: () => {}, err: () => {}, interactive: true, colour: false, columns: 80 };
  it.each([
    [{ LANG: 'de_DE.UTF-8' }, null],
    [{ LC_ALL: 'C.utf8', LANG: 'C' }, null],
    [{ LANG: 'C' }, 'LANG is "C"'],
    [{ LC_ALL: 'POSIX', LANG: 'de_DE.UTF-8' }, 'LC_ALL is "POSIX"'],
    [{}, 'no character set is named'],
  ])('of %j', (env, words) => {
    if (words === null) expect(characterSetWords(env, terminal)).toBeNull();
    else expect(characterSetWords(env, terminal)).toMatch(new RegExp(`${words}.*Set LANG=C.UTF-8`));
    expect(characterSetWords(env, { ...terminal, interactive: false })).toBeNull();
  });
});

it('a decimal comma in braces is called one', () => {
  const text = 'name: A\nrotations: 3\ncold: { setpointC: 12,5, minutes: 10 }\n';
  expect(() => parseYaml('a.yaml', text)).toThrow(
    /3:23: .*decimal point, as 0\.5, not with a comma/,
  );
});
