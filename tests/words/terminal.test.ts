/** Every language at the terminal and in the report: all that is read comes from its words, and none of it is English. */
import { afterAll, describe, expect, it } from 'vitest';
import { dialogLines } from '../../src/cli/run-dialog-lines.ts';
import { startDialog } from '../../src/cli/run-dialog.ts';
import type { Dialog } from '../../src/cli/run-dialog.ts';
import { laterLookLines, startLaterLook } from '../../src/cli/run-later-look.ts';
import { keysOf, questionsNow } from '../../src/cli/run-operator.ts';
import { viewLines } from '../../src/cli/run-view.ts';
import { ignored } from '../../machines/dispositions.ts';
import type { SessionState } from '../../machines/dispositions.ts';
import { boardKinds } from '../../hardware/boards/board.ts';
import { settableBounds } from '../../src/limits/envelope.ts';
import { presets } from '../../src/limits/presets.ts';
import { sources } from '../../src/limits/sources.ts';
import { alarmDefinitions } from '../../src/safety/alarm-table.ts';
import { bodySites } from '../../src/safety/screening-sites.ts';
import { allClear, checklist } from '../../src/safety/screening-checklist.ts';
import { languages } from '../../src/words/language.ts';
import { plainWords } from '../../src/words/plain-words.ts';
import { english, tongueOf } from '../../src/words/tongue.ts';
import type { Tongue } from '../../src/words/tongue.ts';
import { troubledBy } from '../screening/people.ts';
import { at, inShortHeatS, openRig, shortPrescription } from '../treatment/rig.ts';
import { madeUpTongue, unsaid } from './made-up.ts';
import { fileIn, recordsIn, said, scratchFolder } from './spoken.ts';

const folder = scratchFolder();
afterAll(() => folder.leave());

const short = fileIn(folder.path, 'short.yaml', shortPrescription);
const clear = fileIn(folder.path, 'clear.yaml', allClear);
const troubled = fileIn(folder.path, 'troubled.yaml', troubledBy('raynaud', 'swelling'));
const inHeat = (what: string, laterS = 0): string => `${what}@${inShortHeatS + laterS}`;
const of = (name: string): string => `${folder.path}/${name}`;

/** How a treatment may go, by the command that gives it. */
const runs: Readonly<Record<string, readonly string[]>> = {
  whole: ['--yes', '--act', inHeat('pause'), '--act', inHeat('resume', 30)],
  'ended early': ['--yes', '--act', inHeat('end-early')],
  tripped: ['--yes', '--fault', inHeat('plate-a-open')],
  'a link that is lost': ['--yes', '--fault', inHeat('link-lost')],
  'a self-test that fails': ['--yes', '--fault', 'heatsink-open@1'],
  'stopped by hand': ['--yes', '--act', inHeat('stop')],
  'stopped at the button': ['--yes', '--act', inHeat('press-stop-button')],
  'skin that is wrong': [
    '--answers',
    clear,
    '--site',
    'calf-left',
    '--act',
    inHeat('skin-not-sure'),
    '--act',
    inHeat('skin-blister', 200),
  ],
  'skin that nobody looks at': ['--yes', '--act', inHeat('check-due'), '--act', inHeat('pause', 5)],
  declined: ['--answers', troubled, '--site', 'calf-left'],
  'a place that never is': ['--answers', clear, '--site', 'eyes'],
  'nobody to ask': ['--site', 'calf-left'],
  'a bench': ['--bench', '--yes'],
};

const treat = (tongue: Tongue, name: string, records: string): Promise<string> =>
  said(tongue, [
    'run',
    '--speed',
    'max',
    '--prescription',
    short,
    '--records',
    records,
    ...runs[name]!,
  ]);

const readings = [
  ['records', 'list'],
  ['records', 'show', 'latest'],
  ['records', 'verify', 'latest'],
  ['explain', 'latest'],
] as const;

/** The text of the report as it is read, without its signs. */
const reportText = async (tongue: Tongue, records: string): Promise<string> => {
  const page = await said(tongue, [
    'records',
    'export',
    'latest',
    '--format',
    'html',
    '--records',
    records,
  ]);
  return page
    .replaceAll(/<style>.*?<\/style>|<section lang.*?<\/section>/gs, '')
    .replaceAll(/<[^>]*>/g, '\n')
    .replaceAll(/&quot;/g, '"')
    .replaceAll(/&#39;/g, "'");
};

/** All that is read of one treatment. */
async function readOf(tongue: Tongue, name: string): Promise<string> {
  const records = of(`${name}-${tongue === madeUpTongue ? 'made-up' : tongue.language}`);
  const treatment = await treat(tongue, name, records);
  const after: string[] = [];
  if (/jsonl/.test(treatment) || recordsAreIn(records))
    for (const reading of readings)
      after.push(await said(tongue, [...reading, '--records', records]));
  if (after.length > 0) after.push(await reportText(tongue, records));
  return [treatment, ...after].join('\n');
}

function recordsAreIn(records: string): boolean {
  try {
    return recordsIn(records).length > 0;
  } catch {
    return false;
  }
}

/** Starts and commands that come to nothing. */
async function refused(tongue: Tongue): Promise<string> {
  const records = of(`refused-${tongue === madeUpTongue ? 'made-up' : tongue.language}`);
  const person = ['run', '--speed', 'max', '--history', '--site', 'calf-left'];
  const where = ['--records', records];
  const answered = (file: string): string[] => [...person, '--answers', file, ...where];
  const commands: readonly (readonly string[])[] = [
    ['records', 'list', ...where],
    ['records', 'show', 'latest', ...where],
    ['stop', ...where],
    ['run', '--board', 'emulated-standard', ...where],
    answered(troubled),
    answered(clear),
    [...answered(clear), '--confirmed-by', 'Dr. Ann', '--prescription', short],
    [...answered(clear), '--confirmed-by', 'Dr. Ann', '--prescription', short],
    [...answered(clear), '--confirmed-by', 'Dr. Ann', '--skin-after', 'wrong:blister'],
    ['records', 'show', 'nonesuch', ...where],
    ['records', 'export', 'latest', ...where],
    ['records', 'export', 'latest', '--format', 'docx', ...where],
  ];
  const lines: string[] = [];
  for (const command of commands) lines.push(await said(tongue, command));
  return lines.join('\n');
}

/** What is drawn for somebody at the keyboard: every state and question of a treatment, and the screening. */
async function drawn(tongue: Tongue): Promise<string> {
  const lines: string[] = [];
  const rig = await openRig({ prescription: shortPrescription });
  let nextS = 0;
  rig.onTick.push((companion) => {
    const { treatment, config, elapsedS, state } = companion;
    if (elapsedS < nextS) return;
    nextS += 20;
    lines.push(
      ...viewLines({
        treatment,
        config,
        banners: [],
        history: [12, 13],
        keys: keysOf(state, false),
        questions: questionsNow(tongue, companion, false),
        columns: 100,
        colour: false,
        tongue,
      }),
    );
  });
  await rig.run([at(inShortHeatS, { type: 'STOP', by: 'the operator' })]);
  for (const state of Object.keys(ignored) as SessionState[])
    for (const bench of [false, true])
      lines.push(...keysOf(state, bench).map(({ does }) => does(tongue)));
  const fresh = startDialog('calf-left', {});
  const steps = [
    'confirmer',
    'clinician',
    'reason',
    'confirm',
    'seenBy',
    'seenOn',
    'newOrWorse',
  ] as const;
  for (const answers of [allClear, troubledBy('raynaud', 'swelling'), {}]) {
    for (const step of steps)
      lines.push(...dialogLines(tongue, { ...fresh, answers, step } satisfies Dialog));
  }
  for (const index of checklist.keys())
    lines.push(...dialogLines(tongue, { ...fresh, at: index, answers: allClear }));
  const looks = startLaterLook(['calf-left', 'thigh-right']);
  lines.push(...laterLookLines(tongue, looks), ...laterLookLines(tongue, { ...looks, marked: [] }));
  return lines.join('\n');
}

/** Citations, which are what they are, go on in the next line. */
const checklistIn = async (tongue: Tongue): Promise<string> =>
  (await said(tongue, ['screening'])).replaceAll(/\n {13,}/g, ' ');

/** Names, ids, units, files and commands; and what everybody is told afterwards, whose words are `plain-words.ts`. */
const names = [
  /\[(?:Enter|Esc|Ctrl-C|[a-z0-9](?: Enter)?)\]/g,
  /(?:°C·min|°C\/s|CEM43[ -]min|CEM43|LSB|min:s|min|UTC|°C|POST|LANG=C\.UTF-8)(?![\p{L}])/gu,
  /--[a-z-]+/g,
  /\b\d{8}T\d{6}[\w-]*|\b\d{4}-\d\d-\d\d[T ][\d:.]+Z?/g,
  /(?:\/[\w .-]+)+/g,
  /`contrast [a-z -]+`|contrast stop/g,
  /\bH\d\d\b/g,
  // The prescription by its file.
  /\bshort\b/g,
  /\bnode v[\d.]+/g,
  /\((?:[A-Z]+_)*[A-Z]+\)/g,
  /\b(?:s|h|A|V|ms|x|k|C|H)\b/g,
];
const ids = [
  ...checklist.map(({ id }) => id),
  ...Object.values(sources).map(({ citation }) => citation),
  ...Object.values(plainWords.en)
    .flat()
    .flatMap((text) => text.split(/\{\w+\}/)),
  ...presets.map(({ id }) => id),
  ...bodySites.map(({ id }) => id),
  ...alarmDefinitions.map(({ id }) => id),
  ...boardKinds,
  ...Object.keys(settableBounds),
  'csv',
  'json',
  'html',
  'docx',
  'nonesuch',
  'Dr. Ann',
  'contrast-companion',
  'contrast:',
];

/** Of what the language has not said, what has letters and is no name. */
function foreign(text: string): string[] {
  // Limits without a name are shown as they are written.
  let rest = unsaid(text).replaceAll(/\{"coldSetpointC".*/g, '');
  for (const id of ids.toSorted((a, b) => b.length - a.length)) rest = rest.replaceAll(id, '');
  for (const name of names) rest = rest.replaceAll(name, '');
  return rest.split('\n').filter((line) => /\p{L}{2}/u.test(line));
}

describe('in a made-up language every word comes from the language', () => {
  it.each(Object.keys(runs))('treatment, record, explanation and report: %s', async (name) => {
    expect(foreign(await readOf(madeUpTongue, name))).toEqual([]);
  });
  it('what is refused', async () => {
    expect(foreign(await refused(madeUpTongue))).toEqual([]);
  });
  it('what is drawn for somebody at the keyboard', async () => {
    expect(foreign(await drawn(madeUpTongue))).toEqual([]);
  });
  it('the checklist', async () => {
    expect(foreign(await checklistIn(madeUpTongue))).toEqual([]);
  });
});

/** The same in every language: names, ids and commands. */
const same = /^contrast-companion [\d.]+, node v[\d.]+$|^\(Moeller 1997, Collins 1986\)$/;
const wordsOf = (text: string): Set<string> =>
  new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => /\p{L}{3,}.*\p{L}{3,}/u.test(line) && !same.test(line))
      .filter((line) => !ids.includes(line)),
  );

describe.each(languages.filter((one) => one !== 'en'))(
  'in %s no line is the English one',
  (language) => {
    const tongue = tongueOf(language);
    it.each(Object.keys(runs))('treatment, record, explanation and report: %s', async (name) => {
      const foreignLines = wordsOf(await readOf(tongue, name));
      const englishLines = wordsOf(await readOf(english, name));
      expect([...foreignLines].filter((line) => englishLines.has(line))).toEqual([]);
    });
    it('what is refused', async () => {
      const englishLines = wordsOf(await refused(english));
      const lines = [...wordsOf(await refused(tongue))];
      expect(lines.filter((line) => englishLines.has(line))).toEqual([]);
    });
    it('what is drawn for somebody at the keyboard, and the checklist', async () => {
      const all = async (one: Tongue): Promise<Set<string>> =>
        wordsOf(`${await drawn(one)}\n${await checklistIn(one)}`);
      const englishLines = await all(english);
      expect([...(await all(tongue))].filter((line) => englishLines.has(line))).toEqual([]);
    });
  },
);
