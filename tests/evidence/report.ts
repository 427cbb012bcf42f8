/** The whole report as blocks, and its headline for the README. Pure. */
import { heading, list, paragraph, table } from './blocks.ts';
import type { Block } from './blocks.ts';
import { failuresOf, isJustified, isSoftwares, notesOf, whyStale } from './findings.ts';
import type { Evidence } from './findings.ts';
import type { LongRunName, MutatedFile, Results } from './long-runs.ts';
import { longRunNames, noticedOf, recorder } from './long-runs.ts';
import { tableLines } from './markdown.ts';
import { faultSection, faultTables, worstOf } from './report-of-faults.ts';
import { hazardSection, sectionsOfPaths } from './report-of-paths.ts';
import { screenedPeople } from './report-of-people.ts';
import { mistakes, plantedBugs, seededTreatments } from './report-of-runs.ts';
import { all, celsius, counted, number, percent } from './words.ts';

export const reportTitle = 'The evidence';

const headlineHead = ['what was run', 'how much', 'what came of it'];

/** Of the mistakes that nobody noticed: why each is none, or how many have no reason. */
function restWords({ files }: Results['mutation']): string {
  const rest = files.filter(({ held }) => held).flatMap(({ survivors }) => survivors);
  const bare = rest.filter((one) => !isJustified(one)).length;
  if (bare > 0) return `, ${number(bare)} of the rest without a reason`;
  return rest.length === 0 ? '' : ', the rest with a reason';
}

/** Of the files whose every mistake must be noticed. */
function mistakesHeld({ files }: Results['mutation']) {
  const held = files.filter((file) => file.held);
  const sum = (of: (file: MutatedFile) => number): number =>
    held.reduce((total, file) => total + of(file), 0);
  return {
    files: held.length,
    possible: sum(({ possible }) => possible),
    made: sum(({ made }) => made),
    noticed: sum(({ noticed }) => noticed),
  };
}

const staleWords = (name: LongRunName, { longRuns }: Evidence): string => {
  const { ranOn, witness } = longRuns[name];
  return `${ranOn}, earlier sources${witness === null ? ', no witness' : ''}`;
};

/** A few lines that say it all; each is a section below. */
function headline(evidence: Evidence): string[][] {
  const { layers, longRuns } = evidence;
  const { pairs, operator, deadlines } = layers;
  const { simulation, faults, mutation, 'planted-bugs': planted } = longRuns;
  const dated = (name: LongRunName): string =>
    whyStale(name, evidence) === null ? '' : ` (**stale**: ${staleWords(name, evidence)})`;
  const stoppable = faults.result.rows.filter(isSoftwares);
  const trials = stoppable.reduce((sum, row) => sum + row.trials, 0);
  const plate = worstOf(stoppable);
  const { made, noticed, possible, files } = mistakesHeld(mutation.result);
  const bugs = noticedOf(planted.result);
  return [
    [
      'every reachable state × every event',
      `${number(layers['every-event'].checks)} checks`,
      'heat in hot phases only, cold first and last, STOP never refused, trips latch',
    ],
    [
      'every transition, every two in a row, on the running program',
      `${number(pairs.transitions.of)} and ${number(pairs.pairs.of)}`,
      `${all(pairs.transitions)} and ${all(pairs.pairs)} taken, pins as the state permits`,
    ],
    [
      'every path of an independent operator model',
      `${number(operator.paths)} paths, ${number(operator.steps.of)} steps`,
      `${number(operator.assertions)} looks at the device agreed with the model`,
    ],
    [
      'any two deadlines in the same tick, and one apart',
      `${number(deadlines.meetings)} meetings`,
      'the more urgent one counts, the cold finish is kept',
    ],
    [
      'seeded treatments with faults and people',
      `${number(simulation.result.treatments)}, ${number(Math.round(simulation.result.simulatedHours))} simulated hours`,
      `${number(simulation.result.violations)} broke a law; the plate itself stayed from ${celsius(simulation.result.plateMinC)} to ${celsius(simulation.result.plateMaxC)} °C${dated('simulation')}`,
    ],
    [
      'faults that software can stop, on the device to build',
      `${counted(new Set(stoppable.map(({ fault }) => fault)).size, 'fault')}, ${number(trials)} trials`,
      `the plate itself stayed from ${celsius(plate.plateMinC)} to ${celsius(plate.plateMaxC)} °C${dated('faults')}`,
    ],
    [
      'deliberate mistakes in the safety code',
      `${number(made)} of ${number(possible)} small ones in ${counted(files, 'file')}, ${number(bugs.of)} planted bugs`,
      `${percent(noticed, made)} noticed${restWords(mutation.result)}${dated('mutation')}; ${all(bugs)} bugs noticed${dated('planted-bugs')}`,
    ],
    [
      'hazards',
      `${number(layers.hazards.controlled.of)}, with ${number(layers.hazards.controls)} controls`,
      `${number(layers.hazards.weak.length)} have controls that are called weak`,
    ],
  ];
}

const introduction: readonly Block[] = [
  paragraph(
    'Contrast Companion drives one plate on the skin cold and hot, in turns. A plate that is too hot or too cold for too long burns or freezes skin. This page says what was run to find out whether the program can let that happen, what came of it, and what none of it can show. `npm run evidence` writes it from the runs themselves; `npm test` fails when it is out of date. A long run that is called **stale** shows what earlier sources did; no release is made with one.',
  ),
  paragraph(
    'How to read it: the **laws** are what the device must obey at all times ([all of them](hazards.md#laws)). A **rule** watches a reading against a limit; when it **trips**, all power is taken away, and stays away until a named person clears it. **The plate itself** means its true temperature in the simulation, not what the sensors say. A **tick** is one turn of the program: read, judge, decide, drive, 20 times a second.',
  ),
];

const limits: readonly Block[] = [
  heading(2, 'What none of this shows'),
  list([
    'That the device is safe on a person. It is not a cleared medical device, and nothing here is a clinical trial or a review by a test house.',
    'Real hardware. Plate, modules, sensors, skin and faults are a physical model ([checked against data sheets](plant.md)); a real device must go through the [bring-up](bring-up.md).',
    'That temperatures inside the bounds are harmless to everyone. How long, on which skin and for whom is a matter of the [limits](prescriptions.md) and the [screening](screening.md), and of a clinician.',
    'What the board does without the computer. That is shown by the tests of the [guard firmware](firmware.md) on an emulated board, which the [hazard log](hazards.md) names.',
    'What remains: the [weak controls](#where-the-controls-are-weak) below.',
  ]),
];

const again: readonly Block[] = [
  heading(2, 'Do it again'),
  table(
    ['what', 'command'],
    [
      ['the layers of every `npm test`, and this page', '`npm run evidence`'],
      ['one block of seeds', '`contrast simulate --treatments 100 --seed N`'],
      ...longRunNames.map((name) => [
        `the long run “${name}”, kept for this page`,
        `\`${recorder} ${name}\``,
      ]),
      ['whether these sources may be released', '`npm run release-check`'],
    ],
  ),
];

/** The order is from what is tried completely to what is sampled. */
export function reportBlocks(evidence: Evidence): Block[] {
  const notes = notesOf(evidence);
  return [
    heading(1, reportTitle),
    ...introduction,
    { kind: 'verdict', failures: failuresOf(evidence) },
    ...(notes.length === 0 ? [] : [list(notes)]),
    table(headlineHead, headline(evidence)),
    ...limits,
    ...sectionsOfPaths(evidence.layers),
    ...screenedPeople(evidence.layers),
    ...seededTreatments(evidence),
    ...faultSection(evidence),
    ...mistakes(evidence),
    ...plantedBugs(evidence),
    ...hazardSection(evidence.layers),
    ...faultTables(evidence),
    ...again,
  ];
}

const marks = ['<!-- evidence -->', '<!-- /evidence -->'] as const;

/** @throws Error where the README has not exactly one place for the headline */
export function withHeadline(readme: string, evidence: Evidence): string {
  const [before, inside, ...more] = readme.split(marks[0]);
  const [, after, ...rest] = (inside ?? '').split(marks[1]);
  if (before === undefined || after === undefined || more.length + rest.length > 0)
    throw new Error(`README.md needs ${marks.join(' … ')}, once`);
  const failures = failuresOf(evidence).length;
  const lines = [
    marks[0],
    ...(failures === 0 ? [] : [`**FAILED**: ${failures} found against it.`, '']),
    ...tableLines(headlineHead, headline(evidence)),
    marks[1],
  ];
  return `${before}${lines.join('\n')}${after}`;
}
