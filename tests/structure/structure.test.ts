/** The shape of the project: dependencies point one way, files stay small, nothing is left over. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { functionSpans } from './function-spans.ts';

const project = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: project,
  encoding: 'utf8',
})
  .split('\n')
  .filter((path) => path !== '' && existsSync(join(project, path)));
const sources = tracked.filter((path) => /^(src|machines|hardware)\/.*\.(tsx?|mjs)$/.test(path));
const code = tracked.filter((path) => /^(src|machines|hardware|tests)\/.*\.(tsx?|mjs)$/.test(path));
const read = (path: string): string => readFileSync(join(project, path), 'utf8');

/** What each place may import, besides packages. The rest of the layout follows from it. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  machines: [],
  hardware: ['src/errors.ts'],
  'src/errors.ts': [],
  'src/limits': ['src/errors.ts', 'machines'],
  'src/control': ['src/errors.ts', 'src/limits'],
  'src/words': [],
  'src/safety': ['src/errors.ts', 'src/limits', 'src/words', 'machines'],
  'src/records': ['src/errors.ts', 'src/words', 'machines'],
  'src/plots': [],
  'src/report': ['src/errors.ts', 'src/safety', 'src/records', 'src/plots', 'src/words'],
  'src/plant-trials': ['src/errors.ts', 'src/plots', 'hardware'],
  'src/treatment': [
    'src/errors.ts',
    'src/words',
    'src/limits',
    'src/control',
    'src/safety',
    'src/records',
    'src/words',
    'machines',
    'hardware',
  ],
  'src/evidence': [
    'src/errors.ts',
    'src/words',
    'src/limits',
    'src/safety',
    'src/records',
    'src/treatment',
    'machines',
    'hardware',
  ],
  'src/firmware': ['src/errors.ts', 'src/limits', 'hardware'],
  'src/doctor': [
    'src/errors.ts',
    'src/words',
    'src/limits',
    'src/safety',
    'src/records',
    'src/firmware',
    'src/treatment',
    'hardware',
  ],
  // What pages and server agree on: schemas and types alone, so that a page can be built from it.
  'src/server/contract': ['src/records', 'src/words'],
  'src/server': [
    'src/errors.ts',
    'src/words',
    'src/limits',
    'src/safety',
    'src/records',
    'src/treatment',
    'src/doctor',
    'src/report',
    'src/server/contract',
    'machines',
    'hardware',
  ],
  'src/web': ['src/server/contract', 'src/words'],
  'src/cli': [
    'src/errors.ts',
    'src/server',
    'src/server/contract',
    'src/limits',
    'src/control',
    'src/safety',
    'src/records',
    'src/report',
    'src/words',
    'src/treatment',
    'src/plots',
    'src/plant-trials',
    'src/evidence',
    'src/doctor',
    'src/firmware',
    'machines',
    'hardware',
  ],
};

const placeOf = (path: string): string =>
  Object.keys(allowed)
    .filter((place) => path === place || path.startsWith(`${place}/`))
    .toSorted((a, b) => b.length - a.length)[0] ?? `nowhere (${path})`;

function importsOf(path: string): string[] {
  const found = read(path).matchAll(/(?:^|[\s}])(?:from|import) '([^']+)'|\bimport\('([^']+)'\)/gm);
  return [...found].map(([, statement, call]) => statement ?? call!);
}

describe('dependencies', () => {
  it('point one way', () => {
    const wrong = sources.flatMap((path) =>
      importsOf(path)
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => relative(project, resolve(project, dirname(path), specifier)))
        .filter((target) => {
          const [from, to] = [placeOf(path), placeOf(target)];
          return from !== to && allowed[from]?.includes(to) !== true;
        })
        .map((target) => `${path} → ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('machines know nothing but xstate: no I/O, no clock, no logger', () => {
    const machines = sources.filter((path) => path.startsWith('machines/'));
    const packages = machines.flatMap(importsOf).filter((specifier) => !specifier.startsWith('.'));
    expect(new Set(packages)).toEqual(new Set(['xstate']));
    for (const path of machines)
      expect(read(path), path).not.toMatch(/\bafter:|\binvoke:|Date\.|setTimeout|console\./);
  });

  it('the core asks nobody for the time or for chance', () => {
    const core = sources.filter(
      (path) =>
        /^src\/(safety|control)\//.test(path) ||
        // A lease that a timer renews outlives the tick that it stands for (L5).
        /^hardware\/(guard|parts)\//.test(path) ||
        /^src\/treatment\/(tick|schedule|clocks|state|entries|companion|guard-course)\.ts$/.test(
          path,
        ),
    );
    expect(core.length).toBeGreaterThan(8);
    for (const path of core)
      expect(read(path), path).not.toMatch(
        /Date\.now|new Date|performance\.now|Math\.random|setTimeout|setInterval/,
      );
  });

  it('every package that is imported is declared, and every one declared is used', () => {
    const manifest = JSON.parse(read('package.json')) as Record<
      'dependencies' | 'devDependencies',
      Record<string, string>
    >;
    const named = (paths: readonly string[]): Set<string> =>
      new Set(
        paths
          .flatMap((path) => [
            ...importsOf(path),
            ...[
              ...read(path).matchAll(
                /(?:require(?:\.resolve)?|createRequire\(import\.meta\.url\))\('([^']+)'\)/g,
              ),
            ].map(([, name]) => name!),
          ])
          .filter((specifier) => !specifier.startsWith('.') && !specifier.startsWith('node:'))
          .map((specifier) =>
            specifier
              .split('/')
              .slice(0, specifier.startsWith('@') ? 2 : 1)
              .join('/'),
          ),
      );
    const shipped = named(sources.filter((path) => path !== 'src/cli/build.mjs'));
    expect(
      [...shipped].filter(
        (name) =>
          manifest.dependencies[name] === undefined && manifest.devDependencies[name] === undefined,
      ),
    ).toEqual([]);
    expect(Object.keys(manifest.dependencies).filter((name) => !shipped.has(name))).toEqual([]);
  });
});

/** Without comments and what stands between quotes. */
const codeOf = (text: string): string =>
  text.replaceAll(
    /\/\*[^]*?\*\/|\/\/.*$|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/gm,
    '',
  );

describe('size', () => {
  const limits = { fileLines: 400, functionLines: 70 };
  // The words of a language are one table: whoever adds a language writes one file. What is exempt must be no logic.
  const wordTables = sources.filter((path) => /^src\/words\/languages\/[\w-]+\.ts$/.test(path));
  const lengths = sources
    .filter((path) => !wordTables.includes(path))
    .map((path) => ({ path, lines: read(path).split('\n').length }))
    .toSorted((a, b) => b.lines - a.lines);
  const functions = sources
    .flatMap((path) => functionSpans(read(path)).map((span) => ({ path, ...span })))
    .toSorted((a, b) => b.lines - a.lines);

  it('is reported, and bounded', () => {
    const median = lengths[Math.floor(lengths.length / 2)]!.lines;
    const report = [
      `files ${lengths.length}, median ${median} lines; longest: ${lengths
        .slice(0, 5)
        .map(({ path, lines }) => `${path} ${lines}`)
        .join(', ')}`,
      `functions ${functions.length}; longest: ${functions
        .slice(0, 5)
        .map(({ path, name, lines }) => `${path} ${name} ${lines}`)
        .join(', ')}`,
    ];
    process.stdout.write(`${report.join('\n')}\n`);
    expect(median).toBeLessThanOrEqual(150);
    expect(lengths.filter(({ lines }) => lines > limits.fileLines)).toEqual([]);
    expect(functions.filter(({ lines }) => lines > limits.functionLines)).toEqual([]);
  });

  it('is free to tables of words alone: they are constants, and import nothing but what words are', () => {
    expect(wordTables.length).toBeGreaterThan(1);
    for (const path of wordTables) {
      expect(new Set(importsOf(path)), path).toEqual(new Set(['../language-words.ts']));
      const table = codeOf(read(path));
      expect(table, path).not.toMatch(
        /=>|\b(?:function|class|if|for|while|switch|let|var|return|throw|await|new|this)\b|\?/,
      );
      const begun = table.match(/^[a-z].*$/gm) ?? [];
      expect(
        begun.filter((line) => !/^(?:export )?const \w+|^import (?:type )?[{*]/.test(line)),
        path,
      ).toEqual([]);
    }
  });
});

describe('leftovers', () => {
  const self = 'tests/structure/structure.test.ts';
  it.each<[string, RegExp]>([
    ['unfinished work', /\b(TODO|FIXME|XXX|HACK)\b/],
    ['switched-off tests', /\.(skip|only|todo)\(/],
    [
      'switched-off checks',
      /oxlint-disable|eslint-disable|@ts-ignore|@ts-nocheck|v8 ignore|\bas any\b/,
    ],
    ['debugging', /\bdebugger\b|\bconsole\.debug\b/],
  ])('no %s', (_what, pattern) => {
    expect(code.filter((path) => path !== self && pattern.test(read(path)))).toEqual([]);
  });

  it('no path of one machine, and no registry address', () => {
    const text = tracked.filter(
      (path) => path !== self && statSync(join(project, path)).size < 1_000_000,
    );
    // Where a path begins: a checkout in /tmp is not what /var/tmp names.
    const places = [dirname(project), homedir()].map((place) => `(?<![\\w.-])${place}/`);
    const home = new RegExp([...places, 'registry\\.npmjs', '"resolved":'].join('|'));
    expect(text.filter((path) => home.test(read(path)))).toEqual([]);
  });

  it('no source file that nothing imports', () => {
    const imported = new Set(
      code.flatMap((path) =>
        importsOf(path)
          .filter((s) => s.startsWith('.'))
          .map((s) => relative(project, resolve(project, dirname(path), s))),
      ),
    );
    // Workers and processes are started by their address, the page by its document, the command by its name.
    const roots = new Set([
      'src/cli/contrast.mjs',
      'src/cli/main.ts',
      'src/evidence/worker.ts',
      'src/server/device/process.ts',
      'src/web/main.tsx',
      'src/web/stop/main.ts',
      'src/web/vite.config.ts',
    ]);
    expect(sources.filter((path) => !imported.has(path) && !roots.has(path))).toEqual([]);
  });

  it('only the owner’s folders at the top', () => {
    const top = new Set(
      tracked.filter((path) => path.includes('/')).map((path) => path.split('/')[0]),
    );
    expect(top).toEqual(new Set(['.ci', 'docs', 'hardware', 'machines', 'src', 'tests']));
  });
});
