/** What a rule says that it has found: the kind, and the numbers that screen and record repeat. */
import { heatsinkEasesC } from '../../src/limits/envelope.ts';
import type { Situation } from '../../src/safety/interlocks.ts';
import type { RuleId } from '../../src/safety/trip-ids.ts';
import type { Found } from '../../src/words/facts.ts';
import { counted, flowing } from './current-cases.ts';
import { guarded } from './guard-cases.ts';
import { fan, seen, witnessed } from './power-cases.ts';
import {
  alone,
  driving,
  healthy,
  moving,
  nowMs,
  reading,
  rising,
  withReading,
} from './situations.ts';

type FindingCase = [id: RuleId, what: string, situation: Situation, found: Found | null];

/** A heatsink that has got so much warmer from one filter to the other, in a hold. */
const warmer = (celsius: number, byC: number): Situation => ({
  ...withReading('heatsink', { celsius }),
  trend: {
    ...healthy.trend,
    heatsink: { ...healthy.trend.heatsink, soonC: celsius, lateC: celsius - byC, effortNow: 0.5 },
  },
});
const apart = (celsius: number): Situation => ({
  ...withReading('plateB', { celsius: 40 + celsius }),
  trend: { ...healthy.trend, beadsApartC: -celsius },
});

const ofReadings: FindingCase[] = [
  [
    'plate-cold',
    'a bead below its limit',
    alone('plateB', { celsius: 6.5 }),
    {
      kind: 'reads-or-at-once',
      channel: 'plateB',
      value: 6.5,
      unit: '°C',
      limit: 7,
      forS: 0.3,
      atOnceC: 6,
    },
  ],
  [
    'plate-cold',
    'a bead that cannot be read, in a room that is as cold',
    {
      ...healthy,
      permission: 'none',
      appliedDrive: 0,
      readings: {
        ...withReading('plateA', { celsius: 6, count: 901 }).readings,
        heatsink: reading(7),
      },
    },
    {
      kind: 'reads-or-at-once',
      channel: 'plateA',
      value: 6,
      unit: '°C',
      limit: 7,
      forS: 0.3,
      atOnceC: 6,
    },
  ],
  [
    'heatsink-hot',
    'a heatsink that rises too fast where it is',
    warmer(53.75, 3),
    { kind: 'heatsink-rising', value: 53.75, unit: '°C', limit: 50 },
  ],
  [
    'heatsink-hot',
    'a heatsink at its limit, however it came there',
    warmer(54, 3),
    { kind: 'reads', channel: 'heatsink', value: 54, unit: '°C', limit: 54 },
  ],
  [
    'sensor-jump',
    'a jump within a quarter of a second',
    moving({ jumpC: { plateA: 0, plateB: 3.5, heatsink: 0 } }),
    { kind: 'jumped', channel: 'plateB', value: 3.5, unit: 'K', limit: 3, forS: 0.25 },
  ],
  [
    'sensors-disagree',
    'two beads too far apart for a second',
    apart(1.5),
    { kind: 'beads-read', plateAC: 40, plateBC: 41.5, value: 1.5, unit: 'K', limit: 1.5, forS: 1 },
  ],
  [
    'sensors-drifting',
    'two beads apart for five seconds',
    apart(1.25),
    { kind: 'beads-differ', value: 1.25, unit: 'K', limit: 1, forS: 5 },
  ],
  [
    'sensor-frozen',
    'a bead that shows the same for too long, in seconds',
    moving({ unchangedMs: { plateA: 10_500, plateB: 0, heatsink: 0 } }),
    { kind: 'frozen', channel: 'plateA', value: 10.5, unit: 's', limit: 10 },
  ],
  [
    'sensor-frozen',
    'a heatsink that does for twice as long',
    moving({ unchangedMs: { plateA: 0, plateB: 0, heatsink: 20_500 } }),
    { kind: 'frozen', channel: 'heatsink', value: 20.5, unit: 's', limit: 20 },
  ],
  [
    'lease-lost',
    'a guard that has fallen silent',
    guarded({ atMs: nowMs - 700 }),
    { kind: 'guard-silent', value: 700, unit: 'ms', limit: 600 },
  ],
  [
    'lease-lost',
    'a guard that never spoke',
    guarded({ atMs: Number.NEGATIVE_INFINITY }),
    { kind: 'guard-never-heard', value: Number.POSITIVE_INFINITY, unit: 'ms', limit: 600 },
  ],
];

function ofMovement(): FindingCase[] {
  const watched = { fromC: 30, furthestC: 30 };
  const slow = { plateA: -1.5, plateB: -1.75 };
  const against = { value: 2.5, unit: 'K', limit: 2, forS: 10 } as const;
  const cooled = { ...watched, direction: -1 };
  return [
    [
      'too-fast',
      'a rise, within its window in seconds',
      moving({ rises: rising(0.75) }),
      { kind: 'warms-fast', moving: 'bothBeads', value: 0.75, unit: '°C/s', limit: 0.6, forS: 0.3 },
    ],
    [
      'too-fast',
      'a slow rise over two seconds',
      moving({ slowSlopeCPerS: { plateA: 0, plateB: 1.25 } }),
      { kind: 'warms-fast', moving: 'plateB', value: 1.25, unit: '°C/s', limit: 1, forS: 2 },
    ],
    [
      'too-fast',
      'the faster of two falls over two seconds',
      moving({ slowSlopeCPerS: slow }),
      { kind: 'cools-fast', value: 1.75, unit: '°C/s', limit: 1.5, forS: 2 },
    ],
    [
      'too-fast',
      'a plate on its way, before its beads are there',
      moving({
        foreseen: { ...healthy.trend.foreseen, bothBeads: { celsius: 43.5, limitC: 43.25 } },
      }),
      { kind: 'on-its-way', moving: 'bothBeads', value: 43.5, unit: '°C', limit: 43.25 },
    ],
    [
      'no-response',
      'a plate that heats too slowly',
      driving({ ...watched, direction: 1, sinceMs: nowMs - 16_000 }, 30.5),
      { kind: 'slow-to-heat', value: 0.5, unit: 'K', limit: 1, forS: 15, watchedS: 16 },
    ],
    [
      'no-response',
      'a plate that cools too slowly',
      driving({ ...cooled, sinceMs: nowMs - 21_000 }, 29.75),
      { kind: 'slow-to-cool', value: 0.25, unit: 'K', limit: 0.5, forS: 20, watchedS: 21 },
    ],
    [
      'wrong-way',
      'a plate that falls while it is heated',
      driving({ ...watched, direction: 1, hasEased: true }, 27.5),
      { kind: 'down-while-heated', ...against },
    ],
    [
      'wrong-way',
      'a plate that rises while it is cooled',
      driving(cooled, 32.5),
      { kind: 'up-while-cooled', ...against },
    ],
    [
      'wrong-way',
      'a plate that rises while a hot heatsink holds the cooling back',
      driving({ ...cooled, hasEased: true }, 32.5),
      { kind: 'up-while-held-back', ...against, heatsinkC: 35 },
    ],
    ...afterOff(),
    ...astray(),
  ];
}

function afterOff(): FindingCase[] {
  const off = (plateC: number, slope: number): Situation =>
    moving({
      offMs: 20_000,
      smoothC: { plateA: plateC, plateB: plateC },
      driftCPerS: { plateA: slope, plateB: slope },
    });
  return [
    [
      'not-cooling-down',
      'a plate that warms by itself',
      off(39, 0.0625),
      { kind: 'off-and-up', plateC: 39, value: 0.0625, unit: '°C/s' },
    ],
    [
      'not-cooling-down',
      'a plate that cools by itself',
      off(8, -0.0625),
      { kind: 'off-and-down', plateC: 8, value: 0.0625, unit: '°C/s' },
    ],
  ];
}

/** Away from its ramp; where that is for want of cold, and the heatsink is too hot for more, nothing is broken. */
function astray(): FindingCase[] {
  const away = (plateC: number, targetC: number, sinkC: number, referenceC = targetC): Situation =>
    moving({
      course: { targetC, referenceC, rateCPerS: 0, plateC, nearestC: 28, astrayMs: 46_000 },
      heatsink: { ...healthy.trend.heatsink, soonC: sinkC },
    });
  const said = (plateC: number, targetC: number, value = Math.abs(plateC - targetC)) =>
    ({ plateC, targetC, value, unit: 'K', limit: 2, forS: 45 }) as const;
  const hotC = heatsinkEasesC;
  return [
    [
      'off-course',
      'a plate that is not cold enough',
      away(20, 12, 35),
      { kind: 'astray', ...said(20, 12) },
    ],
    [
      'off-course',
      'a plate that is not cold enough for a hot heatsink',
      away(20, 12, hotC),
      { kind: 'astray-held-back', ...said(20, 12), heatsinkC: hotC },
    ],
    [
      'off-course',
      'a plate that is too cold, whatever the heatsink is',
      away(9, 12, hotC),
      { kind: 'astray', ...said(9, 12) },
    ],
    [
      'off-course',
      'a plate at its target, long before its time',
      away(12, 12, hotC, 20),
      { kind: 'astray', ...said(12, 12, 8) },
    ],
  ];
}

/** Of the supplies and of what they feed: what is not reported any more proves nothing, for or against. */
function ofPower(): FindingCase[] {
  const old = nowMs - 300;
  return [
    [
      'fan-stalled',
      'a fan that turns too slowly, by the minute',
      fan(6),
      { kind: 'fan-slow', value: 360, unit: 'per min', limit: 720, forS: 3 },
    ],
    ['supply-low', 'a rail that is low', seen({ coolV: 9 }), rail('rail-low', 'coolRail', 9, 10.2)],
    ['supply-low', 'nothing in an old report', seen({ coolV: 9, atMs: old }), null],
    ['supply-high', 'nothing in an old report', seen({ coolV: 15, atMs: old }), null],
    [
      'supply-high',
      'a rail that is high',
      seen({ coolV: 15 }),
      rail('rail-high', 'coolRail', 15, 13.8),
    ],
    [
      'current-undriven',
      'a current that heats',
      flowing(-5, [0, 0], 300),
      { kind: 'flows-heating', value: 5, unit: 'A', limit: 0.7 },
    ],
    [
      'current-undriven',
      'a current that cools',
      flowing(5, [0, 0], 300),
      { kind: 'flows-cooling', value: 5, unit: 'A', limit: 0.7 },
    ],
    [
      'current-undriven',
      'more heating than full heat asks for',
      flowing(-9, [1, 1]),
      { kind: 'flows-heating', value: 9, unit: 'A', limit: 4 * 1.4 + 2.8 },
    ],
    [
      'current-undriven',
      'more cooling than full cooling asks for',
      flowing(17, [-1, -1]),
      { kind: 'flows-cooling', value: 17, unit: 'A', limit: 10 * 1.4 + 2 },
    ],
    ['current-undriven', 'nothing in an old report', flowing(5, [0, 0], 300, old), null],
    ['current-undriven', 'nothing that no sensor can show', flowing(17.01, [0, 0], 300), null],
    [
      'current-undriven',
      'all that a sensor can show',
      flowing(17, [0, 0], 300),
      { kind: 'flows-cooling', value: 17, unit: 'A', limit: 0.7 },
    ],
    [
      'current-reversed',
      'a current against the drive, and for how long',
      counted({ reversedMs: 200, alongA: -4, leastA: 3 }),
      { kind: 'current-against', value: 4, unit: 'A', limit: 3, forS: 0.2 },
    ],
    [
      'current-missing',
      'too little current, and for how long',
      counted({ missingMs: 1500, alongA: 0.5, leastA: 3 }),
      { kind: 'current-missing', value: 0.5, unit: 'A', limit: 3, forS: 1.5 },
    ],
  ];
}

const rail = (kind: 'rail-low' | 'rail-high', channel: 'coolRail', value: number, limit: number) =>
  ({ kind, channel, value, unit: 'V', limit }) as const;

const ofTheWitness: FindingCase[] = [
  [
    'witness-disagrees',
    'beads that are too far away for two seconds',
    witnessed({ apartC: -3, allowedC: 0.25 }),
    { kind: 'witness-apart', value: 3, unit: 'K', limit: 2.75, forS: 2 },
  ],
  [
    'witness-drifting',
    'beads that are away for twenty seconds',
    witnessed({ apartC: -2 }),
    { kind: 'witness-apart', value: 2, unit: 'K', limit: 1.8, forS: 20 },
  ],
  [
    'witness-hot',
    'a witness that is hot for half a second',
    witnessed({ smoothC: 46 }),
    { kind: 'reads-for', channel: 'witness', value: 46, unit: '°C', limit: 45, forS: 0.5 },
  ],
  [
    'witness-cold',
    'a witness that is cold for half a second',
    witnessed({ smoothC: 4 }),
    { kind: 'reads-for', channel: 'witness', value: 4, unit: '°C', limit: 5, forS: 0.5 },
  ],
];

/** A dose that is full, with what the witness has charged to it: by how much it and the beads are apart, or have moved. */
function ofDose(): FindingCase[] {
  const hot = { value: 2, unit: 'CEM43 min', limit: 2 } as const;
  const cold = { value: 46, unit: 'cold min', limit: 45 } as const;
  const full = (watch: Parameters<typeof witnessed>[0]) => ({ ...witnessed(watch), cem43Min: 2 });
  const chilled = (watch: Parameters<typeof witnessed>[0]) => ({
    ...witnessed(watch),
    coldMinutes: 46,
  });
  return [
    ['dose', 'a full dose of heat', { ...healthy, cem43Min: 2 }, { kind: 'heat-dose', ...hot }],
    ['dose', 'the same, with a witness that agrees', full({}), { kind: 'heat-dose', ...hot }],
    [
      'dose',
      'the same, with a witness that is warmer by just what it may be',
      full({ apartC: -0.5 }),
      { kind: 'heat-dose', ...hot },
    ],
    [
      'dose',
      'the same, with a witness that is colder',
      full({ apartC: 1 }),
      { kind: 'heat-dose', ...hot },
    ],
    [
      'dose',
      'the same, with a witness that is warmer',
      full({ apartC: -1 }),
      { kind: 'heat-dose-by-witness', ...hot, beyondK: 1 },
    ],
    [
      'dose',
      'the same, with a witness that has grown warmer since rest',
      full({ apartC: -0.25, restApartC: 0.5 }),
      { kind: 'heat-dose-by-witness', ...hot, beyondK: 0.75 },
    ],
    [
      'dose',
      'a full dose of cold',
      { ...healthy, coldMinutes: 46 },
      { kind: 'cold-dose', ...cold },
    ],
    [
      'dose',
      'the same, with a witness that is colder by just what it may be',
      chilled({ apartC: 0.5 }),
      { kind: 'cold-dose', ...cold },
    ],
    [
      'dose',
      'the same, with a witness that is warmer',
      chilled({ apartC: -1 }),
      { kind: 'cold-dose', ...cold },
    ],
    [
      'dose',
      'the same, with a witness that is colder',
      chilled({ apartC: 1 }),
      { kind: 'cold-dose-by-witness', ...cold, beyondK: 1 },
    ],
    [
      'phase-overrun',
      'a phase of minutes',
      { ...healthy, oneWayMs: 22 * 60_000 },
      { kind: 'phase-long', value: 22, unit: 'min', limit: 20 },
    ],
    [
      'session-overrun',
      'a session of minutes',
      { ...healthy, sessionMs: 93 * 60_000 },
      { kind: 'session-long', value: 93, unit: 'min', limit: 90 },
    ],
  ];
}

export const findingCases: readonly FindingCase[] = [
  ...ofReadings,
  ...ofMovement(),
  ...ofPower(),
  ...ofTheWitness,
  ...ofDose(),
];
