/** What the plate read in a phase: by either sensor, in that phase and in no other. */
import { expect, it } from 'vitest';
import { phasesOf } from '../../src/records/course.ts';
import type { RecordLine } from '../../src/records/record-line.ts';

const line = (t: number, fields: object): RecordLine => ({ t, ...fields }) as unknown as RecordLine;
const sample = (t: number, plateAC: number | null, plateBC: number | null): RecordLine =>
  line(t, { type: 'sample', plateAC, plateBC });
const phase = (t: number, number: number, kind: 'cold' | 'hot', setpointC: number): RecordLine =>
  line(t, { type: 'phase', phase: number, kind, setpointC });

it.each([
  [
    'A is the colder and the hotter',
    [
      [11, 12],
      [14, 13],
    ],
    11,
    14,
  ],
  [
    'B is the colder and the hotter',
    [
      [12, 11],
      [13, 14],
    ],
    11,
    14,
  ],
  [
    'A is the colder, B the hotter',
    [
      [11, 12],
      [13, 14],
    ],
    11,
    14,
  ],
  [
    'A has no value',
    [
      [null, 11],
      [null, 14],
    ],
    11,
    14,
  ],
  [
    'B has no value',
    [
      [11, null],
      [14, null],
    ],
    11,
    14,
  ],
  ['neither has one', [[null, null]], null, null],
] as const)('the range of a phase in which %s', (_what, read, plateMinC, plateMaxC) => {
  const lines = [
    sample(1, 3, 99),
    phase(2, 1, 'cold', 12),
    ...read.map(([a, b], index) => sample(3 + index, a, b)),
    line(9, { type: 'state', to: 'treating.hot', event: 'PHASE_ELAPSED' }),
    sample(10, 2, 98),
    phase(11, 2, 'hot', 40),
    sample(12, 38, 39),
  ];
  expect(phasesOf(lines)).toMatchObject([
    { phase: 1, kind: 'cold', setpointC: 12, fromS: 2, toS: 9, plateMinC, plateMaxC },
    { phase: 2, kind: 'hot', setpointC: 40, fromS: 11, toS: 12, plateMinC: 38, plateMaxC: 39 },
  ]);
});
