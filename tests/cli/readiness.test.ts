/** What is missing around the program is said before the board is touched. */
import { english } from '../../src/words/tongue.ts';
import { describe, expect, it } from 'vitest';
import { characterSetWords, refuseUnready } from '../../src/cli/run-readiness.ts';
import { parseYaml } from '../../src/limits/yaml-document.ts';
import { contrast } from './contrast.ts';

describe('before a board is opened', () => {
  it('nobody at the keyboard is refused first: the port of a real board is never opened', () => {
    expect(() => {
      refuseUnready({ asksPerson: true, canAsk: false });
    }).toThrow('NOT_SCREENED');
    for (const canAsk of [true, false]) {
      expect(() => {
        refuseUnready({ asksPerson: false, canAsk });
      }).not.toThrow();
    }
    const ran = contrast(['run', '--board', '/dev/ttyNOWHERE9', '--site', 'calf-left']);
    expect(ran.code).toBe(6);
    expect(ran.err).toContain('NOT_SCREENED');
    expect(ran.err).not.toContain('PORT_MISSING');
  });

  it.each(['', 'here'])('a HOME of %j is refused, with what to set', (HOME) => {
    const env = { HOME, CONTRAST_RECORDS: '', XDG_STATE_HOME: '' };
    const ran = contrast(['run', '--board', '/dev/ttyNOWHERE9', '--bench'], env);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain('Set HOME, or name a folder with --records');
    expect(ran.err).not.toContain('PORT_MISSING');
  });
});

describe('the character set', () => {
  const terminal = {
    out: () => {},
    err: () => {},
    interactive: true,
    colour: false,
    columns: 80,
    tongue: english,
  };
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
