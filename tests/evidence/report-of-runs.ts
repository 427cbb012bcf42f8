/** The sections of the seeded treatments and of the mistakes made on purpose. Pure. */
import { heading, paragraph, plot, shows, table } from './blocks.ts';
import type { Block } from './blocks.ts';
import { isJustified, whyStale } from './findings.ts';
import type { Evidence } from './findings.ts';
import { noticedOf } from './long-runs.ts';
import type {
  LongRunName,
  LongRuns,
  MutatedFile,
  PinpointedBug,
  PlantedBugs,
} from './long-runs.ts';
import { bars, stackedBar } from './plots.ts';
import type { Shade } from './plot-frame.ts';
import { celsius, counted, number, percent } from './words.ts';

/** When a long run ran, on what, and what witnesses it. */
export function whenRun(name: LongRunName, evidence: Evidence): Block {
  const { ranOn, sources, witness } = evidence.longRuns[name];
  const why = whyStale(name, evidence);
  const these = why === null ? 'on exactly these sources' : `**stale: it ${why}**`;
  const seen =
    witness === null
      ? ''
      : `; \`${witness.command}\` ended with exit code ${witness.exit} on Node ${witness.versions.node}, ${witness.versions.platform}`;
  return paragraph(`Ran on ${ranOn}, ${these} (digest \`${sources.slice(0, 12)}\`${seen}).`);
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
        seedWords(result.blocks.map(({ firstSeed, treatments }) => [firstSeed, treatments])) || '–',
        'a block of the long run, drawn by its sources',
      ],
      ['hours of simulated treatment', number(Math.round(result.simulatedHours)), ''],
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
        'The same seed gives the same treatment again; every `npm test` runs one block of seeds of the long run again, and where that ran on the sources at hand, compares every result.',
    ),
    ...shows(
      `The laws hold together, over whole treatments, in combinations that nobody chose. Where software can keep it, the plate stays from ${minC} to ${maxC} °C.`,
      'A real plate, a real person. Treatments with a fault that only hardware can stop are watched for every law but the bounds of the plate, and the worst temperatures here leave them out. A pulled cable is not drawn: the board that answers it is shown in the tests of the emulated board.',
    ),
    whenRun('simulation', evidence),
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

const whyUnnoticed = (one: { readonly why?: string | null | undefined }, held: boolean): string => {
  if (isJustified(one)) return one.why ?? '';
  return held ? '**NOT JUSTIFIED**' : 'not judged';
};

/** Of what the share of noticed mistakes is a share. */
function denominator({ files, lines, sample }: LongRuns['mutation']['result']): string {
  const sum = (of: (file: MutatedFile) => number): number =>
    files.reduce((total, file) => total + of(file), 0);
  const drawn =
    sample === null
      ? `all ${number(sum(({ possible }) => possible))} mistakes that can be made`
      : `${number(sample.count)} mistakes, drawn with the seed ${sample.seed} from ${number(sum(({ possible }) => possible))} that can be made,`;
  const where =
    lines === null
      ? 'how many of the program’s lines those are, that run has not said'
      : `they have ${number(lines.mutated)} of the program’s ${number(lines.of)} lines (${percent(lines.mutated, lines.of)})`;
  return `Made were ${drawn} in ${counted(files.length, 'file')}: ${where}.`;
}

export function mistakes(evidence: Evidence): Block[] {
  const { result } = evidence.longRuns.mutation;
  const { files } = result;
  const survivors = files.flatMap(({ path, held, survivors: some }) =>
    some.map((one) => [`\`${path}:${one.line}\``, asCode(one.what), whyUnnoticed(one, held)]),
  );
  return [
    heading(2, 'Can the tests fail?'),
    paragraph(
      'A test that cannot fail shows nothing. So mistakes are made on purpose, one at a time, in the code that keeps the plate safe: something left out, turned round, or a limit made a tenth larger or smaller. ' +
        'The tests that are named for that file, and those alone, must notice.',
    ),
    ...shows(
      'What these files do is held by tests: nobody can loosen a limit or drop a check by accident.',
      'Mistakes of another kind, in other files, or in the laws themselves.',
    ),
    whenRun('mutation', evidence),
    paragraph(denominator(result)),
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

const noLayerOrTest = '**NOTHING**';

function pinpointed({ bugs, kinds }: NonNullable<PlantedBugs['pinpointed']>): Block[] {
  const noticed = ({ noticedBy }: PinpointedBug): string[] =>
    noticedBy === null ? [noLayerOrTest, ''] : [`\`${noticedBy.file}\``, noticedBy.test];
  return [
    heading(3, 'Bugs in what people see, type and rely on'),
    paragraph(
      'Each of these has tests of its own that say what this very thing should be; they pass without it. Named is the first that fails with it.',
    ),
    table(
      ['kind', 'planted', 'noticed'],
      kinds.map((one) => [one.kind, number(one.planted), number(one.noticed)]),
    ),
    table(
      ['', 'bug', 'planted in', 'noticed in', 'by the test'],
      bugs.map((bug) => [String(bug.number), bug.what, `\`${bug.path}\``, ...noticed(bug)]),
    ),
  ];
}

export function plantedBugs(evidence: Evidence): Block[] {
  const { result } = evidence.longRuns['planted-bugs'];
  const { done, of } = noticedOf(result);
  return [
    heading(3, 'Bugs that devices like this have had'),
    paragraph(
      `Each is planted in a copy of the program, and ${result.first === true ? 'the layers are run against it until one has caught it' : 'every layer is run against it'}. A layer whose tests fail has caught it.`,
    ),
    whenRun('planted-bugs', evidence),
    paragraph(`Noticed were ${number(done)} of ${number(of)} planted bugs.`),
    table(
      ['', 'bug', 'planted in', 'layers', 'caught by'],
      result.bugs.map(({ number: id, what, path, caughtBy }) => [
        String(id),
        what,
        `\`${path}\``,
        String(caughtBy.length),
        caughtBy.join(', ') || noLayerOrTest,
      ]),
    ),
    ...(result.pinpointed === undefined ? [] : pinpointed(result.pinpointed)),
  ];
}
