/**
 * Shows that tests can fail: makes one deliberate mistake after the other in a copy of the project, and runs the tests of the
 * spoilt file on it. Prints each mistake that no test has noticed; exit code 1 if one in the safety code, the statecharts,
 * the limits or the guard is not justified in survivors.json, or if a justification there is out of date. What is spoilt
 * beside those, the firmware in C++ among it, is told and not judged.
 * `node tests/mutants/mutants.mjs [--only PART_OF_A_PATH] [--workers N] [--sample N [--seed S]] [--again FILE] [--json FILE]`:
 * a random sample of them, or only those that an earlier report of `--json` names as unnoticed.
 *
 * A script and not Stryker, because Stryker 10 needs Node 22 where this project runs on 20.19, and because it knows
 * nothing of what matters most here: limits a tenth off, and the parts of a statechart.
 */
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { possibleMistakes } from './possible.mjs';
import { suites } from './suites.mjs';
import { linesOf, openWorkshop, startNode, together, writeJson } from './workshop.mjs';

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    workers: { type: 'string', default: String(Math.min(2, availableParallelism())) },
    sample: { type: 'string', default: 'all' },
    seed: { type: 'string', default: '1' },
    again: { type: 'string' },
    json: { type: 'string' },
  },
});

/** The first of a list shuffled by a seed (the generator of Park & Miller 1988). */
function sampleOf(list, count, seed) {
  let state = (Math.abs(Math.trunc(seed)) % 0x7ffffffe) + 1;
  const random = () => {
    state = (state * 48_271) % 0x7fffffff;
    return state / 0x7fffffff;
  };
  // The first draws of neighbouring seeds are neighbours.
  random();
  const keyed = list.map((item) => ({ item, key: random() }));
  return keyed
    .toSorted((a, b) => a.key - b.key)
    .slice(0, count)
    .map(({ item }) => item);
}

/** A copy of the project with a warm test runner in it; one that hangs or dies is replaced. */
function openBench() {
  const workshop = openWorkshop();
  const program = join(dirname(fileURLToPath(import.meta.url)), 'bench.mjs');
  let bench = null;
  /** Files that the runner has to read again. */
  let changed = [];
  /** A mistake may make a loop endless. Without one, no run of some of the tests takes as long as that of all. */
  let limitMs = 3_600_000;
  /** What the runner says next; null where it dies or says nothing in time. */
  const answer = () =>
    new Promise((resolve) => {
      const { child, kill } = bench;
      const limit = setTimeout(() => kill(), limitMs);
      const settle = (said) => {
        clearTimeout(limit);
        child.off('message', settle);
        child.off('exit', died);
        resolve(said);
      };
      const died = () => {
        bench = null;
        settle(null);
      };
      child.once('message', settle);
      child.once('exit', died);
    });
  const passes = async (tests) => {
    if (bench === null) {
      const stdio = ['ignore', 'ignore', 'ignore', 'ipc'];
      bench = startNode([program], { cwd: workshop.folder, stdio });
      await answer();
    }
    bench?.child.send({ changed, tests });
    return bench !== null && (await answer())?.passed === true;
  };
  return {
    /** All tests of the run, once, without a mistake. */
    async prove(tests) {
      const startedAt = performance.now();
      if (!(await passes(tests))) throw new Error('the tests fail without any mistake');
      limitMs = 20_000 + 3 * (performance.now() - startedAt);
    },
    async survives({ path, text, tests }) {
      workshop.spoil(path, text);
      changed.push(path);
      const survived = await passes(tests);
      workshop.mend(path);
      changed = [path];
      return survived;
    },
    close() {
      bench?.kill();
      workshop.close();
    },
  };
}

const chosen = suites.filter(({ path }) => path.includes(options.only));
const possible = possibleMistakes(options.only);
const same = (one, other) => one.path === other.path && one.what === other.what;
const unnoticedIn = (report) =>
  report.files.flatMap(({ path, survivors: left }) => left.map(({ what }) => ({ path, what })));
const wanted =
  options.again === undefined
    ? possible
    : unnoticedIn(JSON.parse(readFileSync(options.again, 'utf8'))).flatMap((one) =>
        possible.filter((other) => same(one, other)).slice(0, 1),
      );
const made =
  options.sample === 'all'
    ? wanted
    : sampleOf(wanted, Number(options.sample), Number(options.seed));
if (made.length === 0) throw new Error('no mistake to make');

const survivors = [];
let done = 0;
await together(made, Number(options.workers), async (queue) => {
  const bench = openBench();
  try {
    await bench.prove([...new Set(made.flatMap((one) => one.tests))]);
    for (const mistake of queue) {
      const survived = await bench.survives(mistake);
      if (survived) survivors.push(mistake);
      done += 1;
      const { path, line, what } = mistake;
      const unnoticed = survived ? `: ${path}:${line}  ${what}` : '';
      process.stderr.write(
        `${done} of ${made.length}, ${survivors.length} unnoticed${unnoticed}\n`,
      );
    }
  } finally {
    bench.close();
  }
});
if (done < made.length) throw new Error('not each mistake was made');

const justified = JSON.parse(readFileSync(new URL('survivors.json', import.meta.url), 'utf8'));
const reasonFor = (survivor) => justified.find((one) => same(one, survivor))?.why ?? null;
/** Noticed after all, or no longer a mistake that is made. */
const outdated = justified.filter(
  (one) =>
    one.path.includes(options.only) &&
    !survivors.some((other) => same(one, other)) &&
    (made.some((other) => same(one, other)) || !possible.some((other) => same(one, other))),
);
const files = chosen.map(({ path, held }) => {
  const of = (list) => list.filter((one) => one.path === path);
  const left = of(survivors)
    .toSorted((a, b) => a.line - b.line)
    .map((one) => ({ line: one.line, what: one.what, why: reasonFor(one) }));
  const count = of(made).length;
  const all = of(possible).length;
  return { path, held, possible: all, made: count, noticed: count - left.length, survivors: left };
});
for (const { path, held, made: count, noticed, survivors: left } of files) {
  process.stdout.write(`${path}: ${noticed} of ${count} mistakes noticed\n`);
  for (const { line, what, why } of left) {
    process.stdout.write(
      `  ${path}:${line}  ${what}  ${why ?? (held ? 'NOT JUSTIFIED' : 'not judged')}\n`,
    );
  }
}
for (const { path, what } of outdated) {
  process.stdout.write(`${path}  ${what}  is justified, and is no longer made or is noticed\n`);
}
const lines = linesOf(chosen.map(({ path }) => path));
const sample =
  made.length === possible.length
    ? null
    : { count: made.length, seed: Math.max(0, Math.trunc(Number(options.seed))) };
if (options.json !== undefined) writeJson(options.json, { lines, sample, files });
const unjustified = survivors.some((one) => one.held && reasonFor(one) === null);
process.exitCode = unjustified || outdated.length > 0 ? 1 : 0;
