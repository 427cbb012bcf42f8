/**
 * docs/limits-at-a-glance.md: every quantity with what firmware, rules, envelope, clinic and presets make of it, side by
 * side, each taken from the code that enforces it. Where a rule acts is not read from its text: it is asked.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { guardTiming } from '../../hardware/guard/protocol.ts';
import { burntInLimits } from '../../src/firmware/generate.ts';
import { defaultClinicLimits } from '../../src/limits/clinic.ts';
import type { EnvelopeName } from '../../src/limits/envelope.ts';
import { firmwareBounds } from '../../src/limits/firmware-bounds.ts';
import type { FirmwareBound } from '../../src/limits/firmware-bounds.ts';
import { limitLayers } from '../../src/limits/layers.ts';
import type { Ends } from '../../src/limits/layers.ts';
import { planOf } from '../../src/limits/plan.ts';
import { presets } from '../../src/limits/presets.ts';
import { projectDose } from '../../src/limits/projection.ts';
import type { Finding, Situation } from '../../src/safety/interlocks.ts';
import { rules } from '../../src/safety/rules.ts';
import type { RuleId } from '../../src/safety/trip-ids.ts';
import { fileOfRule } from './rule-file.ts';
import { alone, healthy, moving, withReading } from '../safety/situations.ts';

const project = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string): string => readFileSync(join(project, path), 'utf8');

interface Asked {
  readonly rule: RuleId;
  /** From a value at which it is silent to one at which it speaks; the first at which it does, to the step. */
  readonly from: number;
  readonly to: number;
  readonly step: number;
  readonly at: (value: number) => Situation;
  readonly speaks?: (finding: Finding) => boolean;
  readonly words?: string;
}

function actsAt({ rule, from, to, step, at, speaks = () => true }: Asked): number {
  const judge = rules.find(({ id }) => id === rule)!.judge;
  const acts = (value: number): boolean => {
    const finding = judge(at(value));
    return finding !== null && speaks(finding);
  };
  if (acts(from) || !acts(to)) throw new Error(`${rule} does not begin between ${from} and ${to}`);
  let [silent, speaking] = [0, Math.round(Math.abs(to - from) / step)];
  const valueOf = (steps: number): number =>
    Number((from + Math.sign(to - from) * steps * step).toFixed(6));
  while (speaking - silent > 1) {
    const middle = Math.floor((silent + speaking) / 2);
    if (acts(valueOf(middle))) speaking = middle;
    else silent = middle;
  }
  return valueOf(speaking);
}

const plate = (celsius: number): Situation => alone('plateA', { celsius });
const slow = (slopeCPerS: number): Situation =>
  moving({ slowSlopeCPerS: { ...healthy.trend.slowSlopeCPerS, plateA: slopeCPerS } });
const atOnce = (finding: Finding): boolean => finding.atOnce === true;
const minutes = (count: number): number => count * 60_000;

/** The rules that judge a quantity of the envelope, by its name there. */
const asked: Readonly<Partial<Record<EnvelopeName, readonly Asked[]>>> = {
  plateC: [
    { rule: 'plate-cold', from: 20, to: 0, step: 0.01, at: plate },
    { rule: 'plate-hot', from: 20, to: 60, step: 0.01, at: plate },
  ],
  plateAtOnceC: [
    { rule: 'plate-cold', from: 20, to: 0, step: 0.01, at: plate, speaks: atOnce },
    { rule: 'plate-hot', from: 20, to: 60, step: 0.01, at: plate, speaks: atOnce },
  ],
  plateHeatingCPerS: [{ rule: 'too-fast', from: 0.01, to: 5, step: 0.01, at: slow }],
  plateCoolingCPerS: [
    { rule: 'too-fast', from: -0.01, to: -5, step: 0.01, at: slow, words: 'falling' },
  ],
  heatsinkC: [
    {
      rule: 'heatsink-hot',
      from: 30,
      to: 90,
      step: 0.01,
      at: (celsius) => withReading('heatsink', { celsius }),
    },
  ],
  sessionMinutes: [
    {
      rule: 'session-overrun',
      from: 1,
      to: 200,
      step: 0.05,
      at: (count) => ({ ...healthy, sessionMs: minutes(count) }),
    },
  ],
  hotPhaseMinutes: [
    {
      rule: 'phase-overrun',
      from: 1,
      to: 60,
      step: 1 / 60,
      at: (count) => ({ ...healthy, oneWayMs: minutes(count) }),
    },
  ],
};
const besides: readonly (readonly [label: string, unit: string, firmware: string, Asked])[] = [
  [
    'Age of the newest reading',
    'ms',
    '',
    {
      rule: 'sensor-stale',
      from: 0,
      to: 2000,
      step: 1,
      at: (ageMs) => alone('plateA', { atMs: healthy.nowMs - ageMs }),
    },
  ],
  [
    'Lateness of a tick',
    'ms',
    `${guardTiming.leaseMs} without a renewal`,
    {
      rule: 'loop-late',
      from: 0,
      to: 2000,
      step: 1,
      at: (lateMs) => ({ ...healthy, lateMs }),
    },
  ],
  [
    'Count of a plate sensor, open',
    'counts',
    `${firmwareBounds.sensorCounts.max}`,
    {
      rule: 'sensor-open',
      from: 500,
      to: 1023,
      step: 1,
      at: (count) => alone('plateA', { count }),
    },
  ],
  [
    'Count of a plate sensor, shorted',
    'counts',
    `${firmwareBounds.sensorCounts.min}`,
    { rule: 'sensor-short', from: 500, to: 0, step: 1, at: (count) => alone('plateA', { count }) },
  ],
];

const rounded = (value: number): number => Number(value.toFixed(2));
const ruleText = (one: Asked): string => `${rounded(actsAt(one))} (\`${one.rule}\`)`;

const endsText = ({ min, max }: Ends): string => {
  if (min === undefined) return max === undefined ? '' : `≤ ${max}`;
  return max === undefined ? `≥ ${min}` : `${min} … ${max}`;
};
const clinicText = (clinic: Ends | number | undefined, field: EnvelopeName): string => {
  if (clinic === undefined) return '';
  if (typeof clinic !== 'number') return endsText(clinic);
  return field === 'sessionGapMinutes' ? `≥ ${clinic}` : `≤ ${clinic}`;
};

/** What the presets ask for, from the least to the most. */
const presetValues: Readonly<Partial<Record<EnvelopeName, readonly number[]>>> = {
  coldSetpointC: presets.map(({ prescription }) => prescription.cold.setpointC),
  hotSetpointC: hot(({ setpointC }) => setpointC),
  coldPhaseMinutes: presets.flatMap(({ prescription: { cold, finalCold, rotations } }) =>
    rotations === 0 ? [finalCold.minutes] : [cold.minutes, finalCold.minutes],
  ),
  hotPhaseMinutes: hot(({ minutes: length }) => length),
  rotations: presets.map(({ prescription }) => prescription.rotations),
  rampCPerS: presets.map(({ prescription }) => prescription.rampCPerS),
  coldMinutesPerSession: doses(({ coldMinutes }) => coldMinutes),
  sessionMinutes: doses(({ totalMinutes }) => totalMinutes),
  cem43PerSessionMin: doses(({ cem43Min }) => cem43Min),
};

function hot(of: (one: { setpointC: number; minutes: number }) => number): number[] {
  return presets
    .filter(({ prescription }) => prescription.rotations > 0)
    .map(({ prescription }) => of(prescription.hot));
}

function doses(of: (dose: ReturnType<typeof projectDose>) => number): number[] {
  return presets.map(({ prescription }) => of(projectDose(planOf(prescription))));
}

function presetText(field: EnvelopeName): string {
  const values = (presetValues[field] ?? []).map(rounded);
  if (values.length === 0) return '';
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return least === most ? `${least}` : `${least} … ${most}`;
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string[] => [
  `| ${head.join(' | ')} |`,
  `| ${head.map(() => '---').join(' | ')} |`,
  ...rows.map((cells) => `| ${cells.join(' | ')} |`),
];

/** A constant of the header that the firmware is compiled with. */
function burntIn(name: string): number {
  const header = read('hardware/firmware/contrast_guard/generated.h');
  const found = new RegExp(`constexpr uint\\d+_t ${name} = (\\d+);`).exec(header);
  if (!found) throw new Error(`generated.h has no ${name}`);
  return Number(found[1]);
}

export function limitsPage(): string {
  const layers = limitLayers(defaultClinicLimits);
  const rows = layers.map(({ field, label, unit, firmware, device, clinic }) => [
    label,
    unit,
    firmware === undefined ? '' : endsText(firmware),
    (asked[field] ?? []).map(ruleText).join(', '),
    endsText(device),
    clinicText(clinic, field),
    presetText(field),
  ]);
  const others = besides.map(([label, unit, firmware, one]) => [
    label,
    unit,
    firmware,
    ruleText(one),
    '',
    '',
    '',
  ]);
  const names = new Set(
    [...Object.values(asked).flat(), ...besides.map(([, , , one]) => one)].map(({ rule }) => rule),
  );
  const capped = layers.filter(
    ({ field }) => field === 'cem43PerSessionMin' || field === 'coldMinutesPerSession',
  );
  return [
    '# Limits at a glance',
    '',
    'Written by `npm run docs` from the code that enforces each; a test fails when they differ. Every layer lies inside the one before it:',
    'what the board refuses by itself, where a rule of the program trips, what no file can widen, what a clinic has set (here: the limits that',
    'are built in), what the presets ask for. Why each is where it is: [prescriptions and limits](prescriptions.md), [the guard',
    'protocol](guard-protocol.md), [hazards](hazards.md).',
    '',
    ...table(
      [
        'quantity',
        'unit',
        'firmware',
        'rule trips at',
        'device envelope',
        'clinic, built in',
        'presets',
      ],
      [...rows, ...others],
    ),
    '',
    `Doses trip at the cap that is in force, by the rule \`dose\` (\`${fileOfRule('dose')}\`): ${capped
      .map(
        ({ field, label, clinic, unit }) =>
          `${label.toLowerCase().replace(', at most', '')} ${clinicText(clinic, field).replace('≤ ', '')} ${unit}`,
      )
      .join(', ')} where nothing narrower is set.`,
    'The rules that act on slopes at once, on disagreement and on what does not follow the drive depend on more than one number: [alarms](alarms.md).',
    '',
    '## Where each stands',
    '',
    ...table(
      ['layer', 'source'],
      [
        [
          'firmware',
          '`src/limits/firmware-bounds.ts`, written into `hardware/firmware/contrast_guard/generated.h`',
        ],
        ...[...names].map((rule) => [`rule \`${rule}\``, `\`${fileOfRule(rule)}\``]),
        ['device envelope', '`src/limits/envelope.ts`'],
        ['clinic, built in', '`src/limits/clinic.ts`'],
        ['presets', '`src/limits/presets.ts`'],
      ],
    ),
    '',
    '## As burnt into the board',
    '',
    ...table(
      ['what', 'unit', 'bound', 'in `generated.h`'],
      Object.values<FirmwareBound>(firmwareBounds).map(({ label, unit, min, max }) => [
        label,
        unit,
        endsText({ min, max }),
        burntWords(label),
      ]),
    ),
  ]
    .join('\n')
    .concat('\n');
}

/** What the header says of a bound, where it has a constant of its own. */
function burntWords(label: string): string {
  switch (label) {
    case firmwareBounds.plateC.label: {
      return `\`floorCounts\` ${burntInLimits.floorCounts}, \`ceilingCounts\` ${burntInLimits.ceilingCounts}: colder is more counts`;
    }
    case firmwareBounds.leaseMs.label: {
      return `\`leaseMs\` ${burntIn('leaseMs')}`;
    }
    case firmwareBounds.reversalRampMs.label: {
      return `\`reversalZeroMs\` ${burntIn('reversalZeroMs')}`;
    }
    case firmwareBounds.directionMinutes.label: {
      return `\`oneWayS\` ${burntInLimits.oneWayS}`;
    }
    case firmwareBounds.sessionMinutes.label: {
      return `\`sessionS\` ${burntInLimits.sessionS}`;
    }
    default: {
      return '';
    }
  }
}
