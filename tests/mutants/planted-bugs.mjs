/**
 * Plants bugs, one after the other, in a copy of the project. Of ten against the laws it says which layers of the
 * evidence catch each; of all others, in what people see, type and rely on, which test notices each: one that says what this very
 * thing should be. Exit code 1 if a bug is noticed by nothing.
 * `node tests/mutants/planted-bugs.mjs [NUMBER …] [--kind KIND] [--workers N] [--first] [--json FILE]`; with `--first` a bug
 * that one layer has caught is left at that.
 */
import { parseArgs } from 'node:util';
import { bugs, kinds } from './bugs/bugs.mjs';
import { compile, firstFailing, layerOf, passes, planted } from './planting.mjs';
import { openWorkshop, together, writeJson } from './workshop.mjs';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    kind: { type: 'string' },
    workers: { type: 'string', default: '2' },
    first: { type: 'boolean', default: false },
    json: { type: 'string' },
  },
});

/** The quick ones first; a bug may be caught by several. */
const layers = [
  [
    'rules, gate and parts',
    layerOf(
      'tests/safety',
      'tests/hardware',
      'tests/guard/rules.test.ts',
      'tests/guard/session.test.ts',
      'tests/guard/lost-host.test.ts',
    ),
  ],
  ['rules of the source', layerOf('tests/structure')],
  ['meeting deadlines', layerOf('tests/paths/deadlines.test.ts')],
  [
    'every state × every event',
    layerOf('tests/machines', 'tests/paths/every-event.test.ts', 'tests/paths/tables.test.ts'),
  ],
  [
    'treatments, tick by tick',
    layerOf(
      'tests/guard/treatment.test.ts',
      'tests/treatment/person.test.ts',
      'tests/treatment/self-test.test.ts',
    ),
  ],
  [
    'transitions and their pairs',
    layerOf('tests/paths/pairs.test.ts', 'tests/paths/refusals.test.ts'),
  ],
  ['operator paths', layerOf('tests/paths/operator.test.ts')],
  ['seeded treatments', ['src/cli/contrast.mjs', 'simulate', '--treatments', '40']],
];

/** What has been seen to pass without a bug, by its name. */
const proven = new Map();

async function prove(name, passing) {
  if (!proven.has(name)) proven.set(name, passing());
  if (!(await proven.get(name))) throw new Error(`fails without any bug: ${name}`);
}

/** The layers that do not pass in the spoilt copy and do in the sound one, in their order. */
async function caughtBy({ spoilt, sound }, what) {
  const caught = [];
  await together(layers, Number(options.workers), async (queue) => {
    for (const [name, args] of queue) {
      if (options.first && caught.length > 0) return;
      if (await passes(spoilt, args, `${what}: ${name}`)) continue;
      await prove(name, () => passes(sound, args, `no bug: ${name}`));
      caught.push(name);
    }
  });
  return layers.map(([name]) => name).filter((name) => caught.includes(name));
}

/** The test that fails in the spoilt copy, of files that pass in the sound one; null where none does. */
async function noticedBy({ spoilt, sound }, files, what) {
  const noticed = await firstFailing(spoilt, files, what);
  if (noticed === null) return null;
  const { file } = noticed;
  await prove(file, async () => (await firstFailing(sound, [file], 'no bug')) === null);
  return noticed;
}

async function resultOf(workshops, { number, kind, what, path, noticedBy: files }) {
  const told = `bug ${number}`;
  await compile(workshops.spoilt, told, path);
  if (files === undefined) return { number, what, path, caughtBy: await caughtBy(workshops, told) };
  return { number, kind, what, path, noticedBy: await noticedBy(workshops, files, told) };
}

const by = ({ caughtBy: caught, noticedBy: noticed }) => {
  if (caught !== undefined) return caught.join('; ') || 'NOT CAUGHT';
  return noticed === null ? 'NOT NOTICED' : `${noticed.file}: ${noticed.test}`;
};
const isNoticed = ({ caughtBy: caught, noticedBy: noticed }) =>
  caught === undefined ? noticed !== null : caught.length > 0;

/** As it is kept: those that layers caught, those that tests noticed, and how many of each kind. */
function report(results) {
  const ofKind = (kind) => results.filter((one) => one.kind === kind);
  return {
    bugs: results.filter(({ caughtBy: caught }) => caught !== undefined),
    first: options.first,
    pinpointed: {
      bugs: results.filter(({ caughtBy: caught }) => caught === undefined),
      kinds: kinds.map((kind) => ({
        kind,
        planted: ofKind(kind).length,
        noticed: ofKind(kind).filter(isNoticed).length,
      })),
      of: bugs.length,
    },
  };
}

const wanted = positionals.map(Number);
const chosen = bugs.filter(
  ({ number, kind }) =>
    (wanted.length === 0 || wanted.includes(number)) &&
    (options.kind === undefined || kind === options.kind),
);
// Before hours of it: whatever cannot be planted any more is said at once, and all of it.
for (const bug of chosen) planted(bug);
const workshops = { spoilt: openWorkshop(), sound: openWorkshop() };
const results = [];
try {
  await compile(workshops.sound, 'no bug');
  for (const bug of chosen) {
    workshops.spoilt.spoil(bug.path, planted(bug));
    const result = await resultOf(workshops, bug);
    workshops.spoilt.mend(bug.path);
    results.push(result);
    process.stdout.write(`${bug.number}. ${bug.what}: ${by(result)}\n`);
    if (options.json !== undefined) writeJson(options.json, report(results));
  }
} finally {
  workshops.spoilt.close();
  workshops.sound.close();
}
process.exitCode = results.length > 0 && results.every(isNoticed) ? 0 : 1;
