import { describe, expect, it } from 'vitest';
import { languageFor, languageOfLocale } from '../../src/cli/spoken-language.ts';
import { languageNames, languages } from '../../src/words/language.ts';
import { contrast, lastJson, scratch, shortly } from './contrast.ts';

describe('the language of the locale, as POSIX has it', () => {
  it.each([
    [{}, 'en'],
    [{ LANG: 'de_DE.UTF-8' }, 'de'],
    [{ LANG: 'es' }, 'es'],
    [{ LANG: 'es_MX' }, 'es'],
    [{ LANG: 'de.UTF-8@euro' }, 'de'],
    [{ LANG: 'C.UTF-8' }, 'en'],
    [{ LANG: 'POSIX' }, 'en'],
    [{ LANG: 'xx_XX.UTF-8' }, 'en'],
    // A name that only begins alike is another one.
    [{ LANG: 'deu_DE' }, 'en'],
    [{ LANG: 'de-DE' }, 'en'],
    [{ LANG: 'de_DE.UTF-8', LC_MESSAGES: 'es_ES.UTF-8' }, 'es'],
    [{ LANG: 'de_DE.UTF-8', LC_MESSAGES: 'es_ES', LC_ALL: 'C' }, 'en'],
    // Empty is as good as not set.
    [{ LANG: 'de_DE.UTF-8', LC_MESSAGES: '', LC_ALL: '' }, 'de'],
    // What is no language of messages says nothing of them.
    [{ LC_CTYPE: 'de_DE.UTF-8', LC_NUMERIC: 'de_DE.UTF-8' }, 'en'],
  ] as const)('%j: %s', (env, language) => {
    expect(languageOfLocale(env)).toBe(language);
  });
});

describe('--lang', () => {
  const env = { LANG: 'de_DE.UTF-8' };
  it.each([
    [['run'], 'de'],
    [['run', '--lang', 'es'], 'es'],
    [['--lang=en', 'run'], 'en'],
    [['run', '--lang', 'es', '--lang', 'en'], 'en'],
    [['run', '--', '--lang', 'es'], 'de'],
  ] as const)('%j: %s', (words, language) => {
    expect(languageFor(['node', 'contrast', ...words], env)).toBe(language);
  });

  it.each(['xx', 'DE', '', 'deutsch'])('refuses "%s", with the list', (wrong) => {
    const ran = contrast(['records', 'list', '--records', scratch(), '--lang', wrong]);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain(languages.map((one) => `${one} (${languageNames[one]})`).join(', '));
    expect(ran.err).toContain('de (Deutsch)');
  });

  it('stands before the command or after it', () => {
    const folder = scratch();
    for (const words of [
      ['--lang', 'de', 'records', 'list', '--records', folder],
      ['records', 'list', '--records', folder, '--lang', 'de'],
    ])
      expect(contrast(words).out).toContain('gibt es keine Protokolle');
    expect(contrast(['records', 'list', '--records', folder], { LANG: 'es_ES', LC_ALL: '' }).out)
      // The empty LC_ALL counts as not set.
      .toContain('No hay registros');
  });
});

describe('what programs read is the same in every language', () => {
  const runIn = (language: string) => {
    const folder = scratch();
    const args = [...shortly(), '--records', folder, '--act', 'end-early@350', '--lang', language];
    const ran = contrast(['run', '--speed', 'max', '--yes', '--json', ...args]);
    const of = (...words: string[]): string =>
      contrast([...words, '--records', folder, '--lang', language]).out;
    const { id, ...summary } = lastJson(ran.out);
    return {
      code: ran.code,
      banners: ran.out.split('\n').filter((line) => line.includes('"banner"')),
      summary,
      csv: of('records', 'export', String(id), '--format', 'csv'),
      reason: (JSON.parse(of('explain', 'latest', '--json')) as { reason: string }).reason,
      outcome: (JSON.parse(of('records', 'list', '--json')) as { outcome: string }[])[0]?.outcome,
      checklist: contrast(['screening', '--json', '--lang', language]).out,
    };
  };
  it.each(['de', 'es'])('in %s', (language) => {
    expect(runIn(language)).toEqual(runIn('en'));
  });

  it('and a report says which language it is in', () => {
    const folder = scratch();
    contrast(['run', '--speed', 'max', '--yes', ...shortly(), '--records', folder]);
    const of = (...words: readonly string[]): string =>
      contrast(['records', 'export', 'latest', '--format', 'html', '--records', folder, ...words])
        .out;
    expect(of('--lang', 'de')).toContain('<html lang="de">');
    expect(of('--lang', 'es')).toContain('<html lang="es">');
    expect(of()).toContain('<html lang="en">');
  });
});
