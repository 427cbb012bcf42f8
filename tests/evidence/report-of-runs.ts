/** The sections of the seeded treatments and of the mistakes made on purpose. Pure. */
import { heading, paragraph, plot, shows, table } from './blocks.ts';
import type { Block } from './blocks.ts';
import { isJustified, ranOnThese } from './findings.ts';
import type { Evidence } from './findings.ts';
import type { LongRun, LongRuns } from './long-runs.ts';
import { bars, stackedBar } from './plots.ts';
import type { Shade } from './plot-frame.ts';
import { celsius, counted, number, percent } from './words.ts';

/** When a long run ran, and on what. */
export function whenRun(run: LongRun<unknown>, { sourcesNow }: Evidence): Block {
  const these = ranOnThese(run, sourcesNow)
    ? 'on exactly these sources'
    : '**on earlier sources than these: run again, its figures may differ**';
  return paragraph(`Ran on ${run.ranOn}, ${these} (digest \`${run.sources.slice(0, 12)}\`).`);
}

const outcomeShades: Readonly<Record<string, Shade>> = {
  completed: 'good',
  'ended early': 'cold',
  stopped: 'rest',
  faulted: 'hot',
};

const seedWords = (seeds: readonly (readonly [first: number, treatments: number])[]): string => {
  const spans: [first: number, last: number][] = [];
  for (const [first, treatments] of seeds) {
    const before = spans.at(-1);
    if (before !== undefined && before[1] + 1 === first) before[1] += treatments;
    else if (treatments > 0) spans.push([first, first + treatments - 1]);
  }
  return spans.map(([first, last]) => `${number(first)} to ${number(last)}`).join(', ');
};

const longRunTable = ({ result }: LongRuns['simulation'], layers: Evidence['layers']): Block =>
  table(
    ['what', 'long run', 'in every `npm test`'],
    [
      ['treatments', number(result.treatments), number(layers.simulate.treatments.done)],
      [
        'seeds',
        seedWords(result.seeds),
        seedWords([[layers.simulate.firstSeed, layers.simulate.treatments.done]]),
      ],
      [
        'hours of simulated treatment',
        number(Math.round(result.simulatedHours)),
        number(layers.simulate.simulatedHours),
      ],
      ['treatments with faults', number(result.withFaults), ''],
      ['hottest the plate itself became, °C', celsius(result.plateMaxC), ''],
      ['coldest the plate itself became, °C', celsius(result.plateMinC), ''],
      [
        '**treatments that broke a law**',
        number(result.violations),
        number(layers.simulate.violations),
      ],
    ],
  );

export function seededTreatments(evidence: Evidence): Block[] {
  const run = evidence.longRuns.simulation;
  const { outcomes, rules, treatments } = run.result;
  const { minC, maxC } = evidence.plateBounds;
  const parts = Object.entries(outcomes);
  const most = Math.max(1, ...rules.map(([, times]) => times));
  return [
    heading(2, 'Seeded treatments'),
    paragraph(
      'From a number, the seed, a treatment is drawn: a device within (and sometimes far beyond) tolerance, a prescription, a person who pauses, stops, lifts the limb ' +
        'or walks away, and in most of them faults. Twenty times a simulated second every law is checked against the **true** temperature of the simulated plate and the pins, not against the program’s own readings. ' +
        'The same seed gives the same treatment again.',
    ),
    ...shows(
      `The laws hold together, over whole treatments, in combinations that nobody chose. Where software can keep it, the plate stays from ${minC} to ${maxC} °C.`,
      'A real plate, a real person. Treatments with a fault that only hardware can stop are watched for every law but the bounds of the plate, and the worst temperatures here leave them out. A pulled cable is not drawn: the board that answers it is shown in the tests of the emulated board.',
    ),
    whenRun(run, evidence),
    longRunTable(run, evidence.layers),
    plot(
      stackedBar(
        `Outcomes of ${number(treatments)} seeded treatments`,
        parts.map(([label, value]) => ({ label, value, shade: outcomeShades[label] ?? 'other' })),
      ),
      `How ${number(treatments)} seeded treatments ended. “faulted” is what must become of a treatment that a fault strikes: power off, plate to be taken away.`,
      table(
        ['outcome', 'treatments', 'share'],
        parts.map(([label, value]) => [label, number(value), percent(value, treatments)]),
      ),
    ),
    heading(3, 'Rules that ended treatments'),
    plot(
      bars(
        'Rules that ended treatments',
        rules.map(([label, value]) => ({
          label,
          value,
          whole: most,
          words: number(value),
          shade: 'rest' as const,
        })),
      ),
      'How often each rule tripped first. What each watches and its limit is in the [hazard log](hazards.md#rules-of-the-interlock-table).',
      table(
        ['rule', 'treatments'],
        rules.map(([rule, times]) => [`\`${rule}\``, number(times)]),
      ),
    ),
  ];
}

/** A mistake is a piece of code; where it has a backtick of its own, it stays as it is. */
const asCode = (text: string): string => (text.includes('`') ? text : `\`${text}\``);

export function mistakes(evidence: Evidence): Block[] {
  const run = evidence.longRuns.mutation;
  const { files } = run.result;
  const survivors = files.flatMap(({ path, survivors: some }) =>
    some.map((one) => [
      `\`${path}:${one.line}\``,
      asCode(one.what),
      isJustified(one) ? (one.why ?? '') : '**NOT JUSTIFIED**',
    ]),
  );
  return [
    heading(2, 'Can the tests fail?'),
    paragraph(
      'A test that cannot fail shows nothing. So mistakes are made on purpose, one at a time, in the code that keeps the plate safe: something left out, turned round, or a limit made a tenth larger or smaller. ' +
        'The tests that are named for that file, and those alone, must notice.',
    ),
    ...shows(
      'What these files do is held by tests: nobody can loosen a limit or drop a check by accident.',
      'Mistakes of another kind, in other files, or in the laws themselves. The digest below is of the device’s sources; that the tests are still the same is not said by it.',
    ),
    whenRun(run, evidence),
    plot(
      bars(
        'Mistakes noticed by the tests, per file',
        files.map(({ path, made, noticed }) => ({
          label: path,
          value: noticed,
          whole: made,
          words: `${noticed} of ${made} (${percent(noticed, made)})`,
          shade: made === noticed ? ('good' as const) : ('other' as const),
        })),
      ),
      'Mistakes that the tests noticed, of those made. Those that nobody noticed are named below, each with the reason why it changes nothing.',
      table(
        ['file', 'mistakes made', 'noticed', 'share'],
        files.map(({ path, made, noticed }) => [
          `\`${path}\``,
          number(made),
          number(noticed),
          percent(noticed, made),
        ]),
      ),
    ),
    ...(survivors.length === 0
      ? []
      : [
          paragraph(`${counted(survivors.length, 'mistake')} went unnoticed:`),
          table(['where', 'mistake', 'why it changes nothing'], survivors),
        ]),
  ];
}

export function plantedBugs(evidence: Evidence): Block[] {
  const run = evidence.longRuns['planted-bugs'];
  const { bugs } = run.result;
  return [
    heading(3, 'Bugs that devices like this have had'),
    paragraph(
      'Each is planted in a copy of the program, and every layer is run against it. A layer whose tests fail has caught it.',
    ),
    whenRun(run, evidence),
    table(
      ['', 'bug', 'planted in', 'layers', 'caught by'],
      bugs.map(({ number: id, what, path, caughtBy }) => [
        String(id),
        what,
        `\`${path}\``,
        String(caughtBy.length),
        caughtBy.join(', ') || '**NO LAYER**',
      ]),
    ),
  ];
}
