/** docs/hazards.md, and the list of named tests that `npm test` looks for among those that passed. Pure. */
import { hazardNames } from '../../../src/safety/hazards.ts';
import type { HazardId } from '../../../src/safety/hazards.ts';
import { checklist } from '../../../src/safety/screening-checklist.ts';
import { controlKinds, evidenceOf, isOnPaper, kindOf, nameOf } from './control.ts';
import type { Control, ControlKind } from './control.ts';
import type { Hazard, HazardLog, Severity } from './hazard.ts';
import type { Controls } from './problems.ts';

interface KindWords {
  readonly title: string;
  readonly about: string;
  /** Before a name in the list of a hazard. */
  readonly label: string;
}

const kinds: Readonly<Record<ControlKind, KindWords>> = {
  law: { title: 'Laws', label: 'laws', about: 'What the whole device obeys, in every line of it.' },
  rule: {
    title: 'Rules of the interlock table',
    label: 'rules',
    about: 'Judged twenty times a second by the program on the computer.',
  },
  guard: {
    title: 'Reasons of the board',
    label: 'the board itself',
    about:
      'Judged by the firmware, whatever the computer says or does not say ([protocol](guard-protocol.md)).',
  },
  stage: {
    title: 'Stages of the self-test',
    label: 'self-test',
    about: 'Before each treatment, with nobody at the plate.',
  },
  measure: {
    title: 'Other measures of the program',
    label: 'program',
    about: 'What else the program does, by short names of this page.',
  },
  alarm: {
    title: 'Alarms besides those of the rules',
    label: 'alarms',
    about: 'All of them, with light, sound and what to do, are in [alarms](alarms.md).',
  },
  row: {
    title: 'Questions of the screening',
    label: 'screening rows',
    about: 'Question by question in [screening](screening.md).',
  },
  part: {
    title: 'Parts',
    label: 'parts',
    about: 'What to buy is in [hardware](hardware.md).',
  },
  step: {
    title: 'Steps of the bring-up',
    label: 'bring-up',
    about:
      'In [bring-up](bring-up.md): a person does something and looks. A test shows only that it is written down.',
  },
};

const severities: Readonly<Record<Severity, string>> = {
  minor: 'passes by itself',
  reversible: 'heals',
  serious: 'may not heal, or worse',
};

const code = (text: string): string => `\`${text.replaceAll('|', '\\|')}\``;
const row = (...cells: string[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly string[]): string[] => [
  row(...head),
  row(...head.map(() => '---')),
  ...rows,
];

const headingOf = (id: HazardId): string => `${id}: ${hazardNames[id]}`;
/** As GitHub makes them. */
export const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
const linkTo = (id: HazardId): string => `[${id}](#${anchorOf(headingOf(id))})`;

const rowNumber = new Map<string, string>(checklist.map((item) => [item.id, item.row]));
function shortName(key: string): string {
  const name = nameOf(key);
  switch (kindOf(key)) {
    case 'row':
      return `${rowNumber.get(name) ?? '?'} ${name}`;
    case 'measure':
      return name.replaceAll('-', ' ');
    case 'rule':
    case 'guard':
    case 'stage':
    case 'alarm':
      return code(name);
    default:
      return name;
  }
}

function hazardLines(id: HazardId, hazard: Hazard, controls: Controls): string[] {
  const perKind = controlKinds.flatMap((kind) => {
    const own = hazard.controls.filter((key) => kindOf(key) === kind);
    const { title, label } = kinds[kind];
    if (own.length === 0) return [];
    return [
      `- [${label}](#${anchorOf(title)}): ${own.map(shortName).join(kind === 'part' ? '; ' : ', ')}`,
    ];
  });
  const shown = countOf(hazard, controls).shown;
  return [
    `### ${headingOf(id)}`,
    '',
    `**Harm** (${severities[hazard.severity]}). ${hazard.harm}`,
    '',
    `**Cause.** ${hazard.cause}`,
    '',
    `**Controls**${shown === 0 ? ', all of them on paper only' : ''}:`,
    '',
    ...perKind,
    '',
    `**What is left.** ${hazard.left}`,
    '',
    `**Only a part or a person can:** ${hazard.outside}`,
    '',
    ...(hazard.next === undefined ? [] : [`**Weak here; next:** ${hazard.next}`, '']),
  ];
}

function countOf({ controls: own }: Hazard, controls: Controls): { shown: number; paper: number } {
  const found = own.flatMap((key) => controls[key] ?? []);
  const paper = found.filter(isOnPaper).length;
  return { shown: found.length - paper, paper };
}

function glanceRow(id: HazardId, hazard: Hazard, controls: Controls): string {
  const { shown, paper } = countOf(hazard, controls);
  const next = hazard.next === undefined ? '' : 'weak';
  return row(
    linkTo(id),
    hazardNames[id],
    severities[hazard.severity],
    String(shown),
    String(paper),
    next,
  );
}

/** The same evidence for each of them: one line with the pattern that they share. */
const screeningLine = (hazards: readonly HazardId[], keys: readonly string[]): string[] =>
  table(
    ['rows', 'code', 'tests', 'against'],
    [
      row(
        String(keys.length),
        `${code('src/safety/screening-checklist.ts')}<br>${code('src/safety/screening.ts')}`,
        `${code('tests/screening/screening.test.ts')}<br>each question alone, with its rating; and without an answer`,
        hazards.map(linkTo).join(' '),
      ),
    ],
  );

function controlRow(key: string, control: Control, hazards: readonly HazardId[]): string {
  const tests = Object.entries(control.tests).flatMap(([file, names]) => [
    code(file),
    ...names.map((name) => `– ${name.replaceAll('|', '\\|').replaceAll('*', '\\*')}`),
  ]);
  const paper = isOnPaper(control) ? '<br>on paper only' : '';
  return row(
    shortName(key),
    control.what + paper,
    control.code.map(code).join('<br>'),
    tests.join('<br>'),
    hazards.map(linkTo).join(' '),
  );
}

function kindLines(kind: ControlKind, log: HazardLog, controls: Controls): string[] {
  const keys = Object.keys(controls).filter((key) => kindOf(key) === kind);
  const { title, about } = kinds[kind];
  const entries = Object.entries(log) as [HazardId, Hazard][];
  const against = (key: string): HazardId[] =>
    entries.filter(([, hazard]) => hazard.controls.some((own) => own === key)).map(([id]) => id);
  const body =
    kind === 'row'
      ? screeningLine([...new Set(keys.flatMap(against))].toSorted(), keys)
      : table(
          ['control', 'what it does', 'code', 'tests', 'against'],
          keys.map((key) => controlRow(key, controls[key]!, against(key).toSorted())),
        );
  return [`### ${title}`, '', about, '', ...body, ''];
}

const sorted = (log: HazardLog): [HazardId, Hazard][] =>
  (Object.entries(log) as [HazardId, Hazard][]).toSorted(([a], [b]) => a.localeCompare(b));

export function hazardPage(log: HazardLog, controls: Controls): string {
  const entries = sorted(log);
  const named = namedTests(log, controls);
  const count = Object.values(named).reduce((sum, names) => sum + Object.keys(names).length, 0);
  const paper = Object.values(controls).filter(isOnPaper).length;
  return [
    '# Hazards, and what stands against each',
    '',
    'Written by `npm run docs` from data. A test fails when a hazard has no control, a control no code or no test, when something named',
    'here does not exist, and when a rule, a reason of the board, a stage of the self-test, an alarm, a question, a part or a step stands',
    'against nothing. `npm test` looks in the results for every test named here: one that did not run and pass is a failure.',
    'What holds where a rule is taken out is in [redundancy](redundancy.md).',
    '',
    `${entries.length} hazards, ${Object.keys(controls).length} controls, ${count} names of tests (a \`*\` stands for any text) in ${Object.keys(named).length} files.`,
    `${paper} controls are on paper only: their test shows that a part or a step is listed, not that it works.`,
    '',
    '**Not a cleared medical device.** No clinician and no test house has looked at this page. It is what its makers thought of.',
    '',
    '## At a glance',
    '',
    ...table(
      ['', 'hazard', 'harm', 'controls shown', 'on paper', ''],
      entries.map(([id, hazard]) => glanceRow(id, hazard, controls)),
    ),
    '',
    '## Where the controls are weak, and what comes next',
    '',
    ...entries.flatMap(([id, { next }]) => (next === undefined ? [] : [`- ${linkTo(id)} ${next}`])),
    '',
    '## The hazards',
    '',
    ...entries.flatMap(([id, hazard]) => hazardLines(id, hazard, controls)),
    '## The controls',
    '',
    ...controlKinds.flatMap((kind) => kindLines(kind, log, controls)),
  ].join('\n');
}

/** By file and name of a test: what it is evidence for. */
export type NamedTests = Record<string, Record<string, string>>;

export function namedTests(log: HazardLog, controls: Controls): NamedTests {
  const named: NamedTests = {};
  for (const [id, hazard] of sorted(log)) {
    for (const key of hazard.controls) {
      for (const { file, name } of controls[key] === undefined ? [] : evidenceOf(controls[key])) {
        const ofFile = (named[file] ??= {});
        ofFile[name] = ofFile[name] === undefined ? `${id} ${key}` : addTo(ofFile[name], id, key);
      }
    }
  }
  return named;
}

const addTo = (words: string, id: string, key: string): string =>
  words.includes(`${id} ${key}`) ? words : `${words}; ${id} ${key}`;
