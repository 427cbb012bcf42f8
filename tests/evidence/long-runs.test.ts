/** Long runs: none may be missing, no figure can be changed alone, and none can be claimed that was not run. */
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { contradictionsOf } from './contradictions.ts';
import { totalOf } from './long-run-total.ts';
import { longRunNames, longRuns, sealed } from './long-runs.ts';
import type { LongRun, LongRunName, Results } from './long-runs.ts';
import { longRunText, openRecorder } from './recorder.ts';
import { sample, sampleResults } from './sample.ts';
import { begunFrom, decisiveFiles, sourcesDigest } from './sources.ts';

const project = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const sampleTexts = Object.fromEntries(
  longRunNames.map((name) => [name, JSON.stringify(sample.longRuns[name])]),
);
const committedTexts = Object.fromEntries(
  longRunNames.map((name) => [name, longRunText(project, name)]),
);

/** The same text with one of its numbers changed: each number, or some hundreds all over a long text. */
function withOneNumberChanged(text: string): string[] {
  const numbers = [...text.matchAll(/(?<=[:[,] ?)-?\d+(?:\.\d+)?(?=[,\]}\s])/g)];
  const step = Math.ceil(numbers.length / 200);
  return numbers
    .filter((_, at) => at % step === 0)
    .map(({ index, 0: digits }) => {
      const changed = String(Number(digits) + 1);
      return text.slice(0, index) + changed + text.slice(index + digits.length);
    });
}

describe('long runs', () => {
  it('are read as they were kept', () => {
    expect(longRuns(sampleTexts)).toEqual(sample.longRuns);
  });

  it.each(longRunNames)('%s that is not recorded is named, with the way to record it', (name) => {
    expect(() => longRuns({ ...sampleTexts, [name]: undefined })).toThrow(
      new RegExp(`long run ${name} is not recorded.*long-run\\.mjs ${name}`),
    );
    const undated = JSON.stringify({ ...sample.longRuns[name], ranOn: 'yesterday' });
    expect(() => longRuns({ ...sampleTexts, [name]: undated })).toThrow('ranOn');
    const empty = JSON.stringify({ ...sample.longRuns[name], result: {} });
    expect(() => longRuns({ ...sampleTexts, [name]: empty })).toThrow('result.');
  });

  it('the committed ones can be read, and agree with themselves', () => {
    const kept = longRuns(committedTexts);
    expect(Object.keys(kept)).toEqual(longRunNames);
    for (const name of longRunNames) expect(contradictionsOf(name, kept[name])).toEqual([]);
  });

  it.each(longRunNames)('no number of the committed %s can be changed alone', (name) => {
    const text = committedTexts[name] ?? '';
    const forged = withOneNumberChanged(JSON.stringify(JSON.parse(text)));
    expect(forged.length).toBeGreaterThan(9);
    for (const one of forged)
      expect(() => longRuns({ ...committedTexts, [name]: one })).toThrow(`the long run ${name}`);
  });

  it('nor a day, a digest, a command or a version', () => {
    const { simulation } = sample.longRuns;
    const forged = [
      { ...simulation, ranOn: '2026-02-01' },
      { ...simulation, sources: 'c3'.repeat(32) },
      { ...simulation, witness: null },
      { ...simulation, witness: { ...simulation.witness, command: 'true' } },
    ];
    for (const one of forged)
      expect(() => longRuns({ ...sampleTexts, simulation: JSON.stringify(one) })).toThrow('seal');
  });
});

/** Under a seal of its own, as who forges with care would do it. */
const objections = <Name extends LongRunName>(name: Name, changed: Partial<Results[Name]>) =>
  contradictionsOf(name, {
    ...sample.longRuns[name],
    result: { ...sampleResults[name], ...changed },
  }).join('\n');

describe('figures that cannot all be true are said to contradict each other', () => {
  const { simulation, faults, mutation } = sampleResults;
  const [first, ...others] = simulation.blocks;
  const block = first!;
  const withBlock = (changed: Partial<typeof block>, total = true): string => {
    const blocks = [{ ...block, ...changed }, ...others];
    return objections('simulation', { ...(total ? totalOf(blocks) : {}), blocks });
  };

  it('and these here do not', () => {
    for (const name of longRunNames) expect(objections(name, {})).toBe('');
  });

  it('a million treatments, of which there are no blocks', () => {
    expect(objections('simulation', { treatments: 1_000_000 })).toContain(
      'not those of its blocks',
    );
    const blocks = Array.from({ length: 10_000 }, (_, index) => ({
      ...block,
      firstSeed: 1 + index * 100,
    }));
    const said = objections('simulation', { ...totalOf(blocks), blocks });
    expect(said).toContain('two of its blocks have the same results');
  });

  it.each([
    [withBlock({ violations: 1 }, false), 'not those of its blocks'],
    [withBlock({ treatments: 1_000_000 }), '1,000,000 treatments'],
    [withBlock({ firstSeed: 150 }), 'seeds of the one before'],
    [withBlock({ outcomes: { completed: 100, faulted: 40 } }), 'outcomes are not its treatments'],
    [withBlock({ rules: [['sensor-open', 41]] }), 'not the treatments that faulted'],
    [withBlock({ withFaults: 101 }), 'more than there is'],
    [withBlock({ plateMinC: 44 }), 'no range'],
    [withBlock({ plateMinC: null }), 'no range'],
  ])('seeded treatments: %#', (said, what) => {
    expect(said).toContain(`the long run “simulation” contradicts itself: `);
    expect(said).toContain(what);
  });

  const row = faults.rows[0]!;
  it.each([
    [{ trials: 21 }, 'other trials'],
    [{ untripped: 21, rules: [] }, 'more without a trip than trials'],
    [{ untripped: 1 }, 'rules that tripped are not the trials that tripped'],
    [{ medianS: null }, 'times are not those of 20 trips'],
    [{ medianS: 13 }, 'times are not those of 20 trips'],
    [{ rules: [], untripped: 20 }, 'times are not those of 0 trips'],
    [{ plateMinC: 44 }, 'no range'],
  ])('a row of faults: %j', (changed, what) => {
    expect(objections('faults', { rows: [{ ...row, ...changed }] })).toContain(what);
  });

  const file = mutation.files[0]!;
  it.each([
    [{ noticed: 10 }, 'unnoticed mistakes are not named'],
    [{ made: 9 }, '9 mistakes made of 10'],
    [{ possible: 1000 }, '10 mistakes made of 1,000'],
  ])('a file of mistakes: %j', (changed, what) => {
    expect(objections('mutation', { files: [{ ...file, ...changed }] })).toContain(what);
  });

  it('a sample of another size, and the same thing twice', () => {
    expect(objections('mutation', { sample: { count: 9, seed: 1 } })).toContain('were drawn');
    expect(objections('mutation', { files: [file, file] })).toContain('is there twice');
    expect(objections('faults', { rows: [row, row] })).toContain('is there twice');
    const { bugs } = sampleResults['planted-bugs'];
    expect(objections('planted-bugs', { bugs: [...bugs, ...bugs] })).toContain('is there twice');
  });

  const pinpointed = sampleResults['planted-bugs'].pinpointed!;
  const [bug, kind] = [pinpointed.bugs[0]!, pinpointed.kinds[0]!];
  it.each([
    [{ bugs: [bug, bug] }, 'bug 2 is there twice'],
    [{ bugs: [{ ...bug, number: 1 }] }, 'bug 1 is there twice'],
    [{ bugs: [] }, '1 bugs were planted of 2'],
    [{ bugs: [{ ...bug, noticedBy: null }] }, 'page: 1 noticed are not those with a test'],
    [{ bugs: [{ ...bug, kind: 'other' }] }, 'of no kind that is counted'],
    [{ kinds: [{ ...kind, planted: 10 }] }, 'page: 10 bugs are not those that are named'],
    [{ kinds: [{ ...kind, noticed: 0 }] }, 'page: 0 noticed are not those with a test'],
    [{ kinds: [kind, kind] }, 'the kind “page” is there twice'],
    [{ of: 50 }, '2 bugs were planted of 50'],
  ])('bugs that have tests of their own: %j', (changed, what) => {
    expect(objections('planted-bugs', { pinpointed: { ...pinpointed, ...changed } })).toContain(
      what,
    );
  });

  it('of bugs before there were any with tests of their own are none', () => {
    const { bugs } = sampleResults['planted-bugs'];
    expect(objections('planted-bugs', { bugs, pinpointed: undefined })).toBe('');
  });

  it('a run that has ended badly', () => {
    const { simulation: run } = sample.longRuns;
    const failed = { ...run, witness: { ...run.witness!, exit: 7 } };
    expect(contradictionsOf('simulation', failed).join()).toContain('exit code 7');
  });
});

function scratchProject(): string {
  const folder = fs.mkdtempSync(join(tmpdir(), 'contrast-long-run-'));
  onTestFinished(() => {
    fs.rmSync(folder, { recursive: true, force: true });
  });
  const write = (path: string, text: string): void => {
    fs.mkdirSync(dirname(join(folder, path)), { recursive: true });
    fs.writeFileSync(join(folder, path), text);
  };
  for (const path of ['package-lock.json', 'tsconfig.json', 'tsconfig.build.json'])
    write(path, '{}');
  write('package.json', '{"version":"1.2.3"}');
  write('src/cli/simulate.ts', "import { judge } from '../evidence/judge.ts';\n");
  write('src/evidence/worker.ts', "import type { X } from '../deep/scenario.ts';\n");
  write('src/evidence/judge.ts', "export { judge } from './law.ts';\n");
  write('src/evidence/law.ts', '44');
  write('src/deep/scenario.ts', 'A');
  write('src/unrelated.ts', 'B');
  fs.mkdirSync(join(folder, 'tests/evidence/long-runs'), { recursive: true });
  return folder;
}

describe('the digest of what decides a long run', () => {
  it('changes with every file that is imported, and with the lock file, and with nothing else', () => {
    const folder = scratchProject();
    const digest = (): string => sourcesDigest(folder, 'simulation');
    const before = digest();
    const append = (path: string): string => {
      fs.appendFileSync(join(folder, path), '\n');
      return digest();
    };
    expect(append('src/unrelated.ts')).toBe(before);
    const seen = [
      before,
      append('src/evidence/law.ts'),
      append('src/deep/scenario.ts'),
      append('src/cli/simulate.ts'),
      append('package-lock.json'),
    ];
    expect(new Set(seen).size).toBe(seen.length);
  });

  it.each<[LongRunName, string[]]>([
    [
      'simulation',
      [
        'machines/session.ts',
        'hardware/plant/plant.ts',
        'src/evidence/law-watch.ts',
        'src/evidence/scenario.ts',
        'src/safety/rules.ts',
      ],
    ],
    ['faults', ['src/evidence/fault-expectations.ts', 'src/treatment/tick.ts']],
    [
      'mutation',
      [
        'tests/mutants/survivors.json',
        'tests/mutants/mutations.mjs',
        'tests/safety/interlocks.test.ts',
        'src/safety/rules.ts',
      ],
    ],
    ['planted-bugs', ['tests/mutants/planted-bugs.mjs', 'tests/paths/operator-model.ts']],
  ])('%s is decided by its judge and its cases too', (name, paths) => {
    const files = decisiveFiles(project, begunFrom[name]);
    for (const path of paths) expect(files).toContain(path);
    expect(files.filter((path) => path.includes('long-runs/'))).toEqual([]);
  });
});

describe('the recorder', () => {
  const output = sampleResults.simulation.blocks[0]!;
  const more: string[] = [];

  it('keeps block after block, each of the next seeds, and goes on where it was interrupted', () => {
    const folder = scratchProject();
    const recorder = openRecorder(folder, 'simulation');
    expect(recorder.next(300)).toEqual(['--treatments', '100', '--seed', '1']);
    recorder.keep({ output, exit: 0, more });
    expect(recorder.next(300)).toEqual(['--treatments', '100', '--seed', '101']);
    const again = openRecorder(folder, 'simulation');
    expect(again.next(300)).toEqual(['--treatments', '100', '--seed', '101']);
    again.keep({ output: sampleResults.simulation.blocks[1], exit: 0, more });
    expect(again.next(200)).toBeNull();
    const kept = JSON.parse(longRunText(folder, 'simulation')!) as LongRun<Results['simulation']>;
    expect(kept).toEqual(sealed(kept));
    expect(kept.result).toMatchObject({ treatments: 200, simulatedHours: 99.8 });
    expect(kept.witness).toMatchObject({
      command: 'contrast simulate --json --treatments 100 --seed N',
      exit: 0,
      versions: { node: process.version, project: '1.2.3' },
    });
    expect(kept.sources).toBe(sourcesDigest(folder, 'simulation'));
  });

  it('begins anew on other sources, and keeps nothing where they change while it runs', () => {
    const folder = scratchProject();
    const recorder = openRecorder(folder, 'simulation');
    recorder.keep({ output, exit: 0, more });
    fs.appendFileSync(join(folder, 'src/evidence/law.ts'), '45');
    expect(openRecorder(folder, 'simulation').next(300)).toEqual([
      '--treatments',
      '100',
      '--seed',
      '1',
    ]);
    expect(() => recorder.keep({ output, exit: 0, more })).toThrow('sources have changed');
  });

  it('keeps how it ended, and ends with it', () => {
    const folder = scratchProject();
    const recorder = openRecorder(folder, 'simulation');
    recorder.keep({ output: { ...output, violations: 1 }, exit: 1, more });
    expect(recorder.next(300)).toBeNull();
    expect(openRecorder(folder, 'simulation').next(300)?.at(-1)).toBe('1');
    expect(() => openRecorder(folder, 'nothing')).toThrow('no long run');
  });
});
