/** docs/world.md: what was tried of the world outside, what no check sees, and what the world still lacks. Pure. */
import { expectedWords } from '../../src/evidence/world/world-scenario.ts';
import type { WorldScenario } from '../../src/evidence/world/world-scenario.ts';
import type { Unseen } from '../../src/evidence/world/unseen.ts';
import { truePlateBounds } from '../../src/evidence/fault-trial.ts';
import { settableBounds } from '../../src/limits/envelope.ts';

/** What a bench has and the simulated one has not. */
export const lacks: readonly string[] = [
  'Halves of the plate that differ within tolerance: two modules of one lot pump alike until a fault says otherwise, and `modules-unlike` is the only one that is healthy.',
  'More than two regions: a bead sees the mean of its half, and skin under a corner may be hotter or colder than that.',
  'Skin that answers: its blood flow stays what it is at the start, however hot or cold the plate is.',
  'Pressure: contact is a share of the plate, and no strap loosens or tightens.',
  'Water that creeps: a film is there at once or never, and the sensors do not get wet by it.',
  'Steam and frost from the air on a bare plate, unless a film is set: the heat of it is below 1.1 W.',
  'Wear that comes on within a treatment: a worn device has been so from the beginning. No maker gives figures; they are assumed.',
  'A supply that hiccups, overshoots or sags slowly; it is there, lower, higher, or gone.',
  'A board whose supply is only low: the simulated chip works or starts anew. What the guard does then is shown by the emulated one.',
  'A chip that goes mad with its pins high: nothing that runs on it can help, and no software here can show what does.',
  'Interference that follows the current in time; noise is white, hum, bursts or a shared return.',
  'People who lie: those who are drawn answer truly, late, or not at all.',
];

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const code = (id: string): string => `\`${id}\``;

function mappingOf({ events, person, rig }: WorldScenario): string {
  const happens = events.map(({ fault, from, afterS, lastsS }) => {
    const from0 =
      from === 'self-test' ? 'from the start' : `${afterS ?? 0} s into the ${from} phase`;
    return `${code(fault)} ${from0}${lastsS === undefined ? '' : `, for ${lastsS} s`}`;
  });
  const late = person?.answersAfterS;
  const acts = [
    ...(late === undefined
      ? []
      : [Number.isFinite(late) ? `answers after ${late} s` : 'nobody answers']),
    ...(person?.pausesInHotForS === undefined
      ? []
      : [`a pause of ${person.pausesInHotForS} s in the heat`]),
  ];
  return [...happens, ...acts, ...(rig === undefined ? [] : [`on ${code(rig)}`])].join('; ');
}

function scenarioTable(scenarios: readonly WorldScenario[], withSource: boolean): string[] {
  const head = ['scenario', 'what', ...(withSource ? ['source'] : []), 'here', 'verdict'];
  return [
    row(head),
    row(head.map(() => '---')),
    ...scenarios.map((scenario) => {
      const { id, what, source, expected, hardware, note } = scenario;
      const verdict = [
        expectedWords(expected),
        ...(hardware === undefined ? [] : [`the plate is kept by ${hardware}`]),
      ].join('; ');
      return row([
        code(id),
        note === undefined ? what : `${what}. ${note}`,
        ...(withSource ? [source] : []),
        mappingOf(scenario),
        verdict,
      ]);
    }),
  ];
}

const figure = (value: number | null): string => (value === null ? '–' : String(value));

function unseenTable(causes: readonly Unseen[]): string[] {
  const head = [
    'cause',
    'largest size that nothing saw',
    'seen at, and by',
    'coldest true °C',
    'hottest true °C',
    'true CEM43 min',
  ];
  return [
    row(head),
    row(head.map(() => '---')),
    ...causes.map(({ cause, unit, size, seenAt, rule, plateMinC, plateMaxC, trueCem43Min }) =>
      row([
        code(cause),
        `${figure(size)} ${unit}`,
        seenAt === null ? 'nothing in its range' : `${seenAt}: ${code(rule ?? 'no rule')}`,
        figure(plateMinC),
        figure(plateMaxC),
        figure(trueCem43Min),
      ]),
    ),
  ];
}

export function worldPage(
  reported: readonly WorldScenario[],
  odd: readonly WorldScenario[],
  causes: readonly Unseen[],
): string {
  const { minC, maxC } = truePlateBounds;
  const { max } = settableBounds.cem43PerSessionMin;
  return [
    '# The world outside: what was tried of it',
    '',
    'Written from the tables that `npm test` runs. Each scenario is a whole treatment of cold, heat and cold on the simulated',
    "device, judged by the plate's own temperature and not by a reading of it: while it is on the skin, both halves of the",
    `plate stay between ${minC} and ${maxC} °C, its dose is at most ${max} CEM43 minutes, nothing is driven after a trip, and what is`,
    'called delivered was where it should be.',
    '',
    '## Public reports that were tried',
    '',
    'What people reported of heaters, coolers and their electronics, each as the same cause at the part that does the same',
    'here.',
    '',
    ...scenarioTable(reported, true),
    '',
    '## Odd, and healthy',
    '',
    'No rule may trip, and the treatment is delivered.',
    '',
    ...scenarioTable(odd, false),
    '',
    '## What no check sees',
    '',
    'Each cause of any size is made larger until something trips; the table has the largest that passed, and what the true',
    'plate then was, with 12 and 40 °C prescribed. It comes on in the first cold phase, after the self-test, which sees more. A',
    'size is known to a ninth of its way, on a logarithmic scale. `node tests/evidence/unseen.mjs` looks again.',
    '',
    ...unseenTable(causes),
    '',
    '## What the world still lacks',
    '',
    ...lacks.map((lack) => `- ${lack}`),
    '',
  ].join('\n');
}
