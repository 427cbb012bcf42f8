import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultClinicLimits, withinEnvelope } from '../../src/limits/clinic.ts';
import { limitsInForce, loadClinicLimits } from '../../src/limits/yaml-file.ts';
import { anyLimits } from './arbitraries.ts';
import { errorOf, temporaryFolder } from './files.ts';

const write = temporaryFolder();

function refusal(content: string): { message: string; code: string; exitCode: number } {
  const path = write('f.yaml', content);
  const { message, code, exitCode } = errorOf(() => loadClinicLimits(path));
  return { message: message.replaceAll(path, 'f'), code, exitCode };
}

describe('a file of clinic limits', () => {
  test('sets what it names and leaves the rest as built in', () => {
    const path = write('some.yaml', 'hotSetpointC: { max: 40 }\ncem43PerSessionMin: 1.5\n');
    expect(limitsInForce(path)).toEqual({
      ...defaultClinicLimits,
      hotSetpointC: { min: 36, max: 40 },
      cem43PerSessionMin: 1.5,
    });
    expect(limitsInForce(undefined)).toBe(defaultClinicLimits);
    expect(loadClinicLimits(write('none.yaml', '{}'))).toEqual(defaultClinicLimits);
  });

  test('holds whatever a clinic may set, and nothing that passes the envelope', () => {
    fc.assert(
      fc.property(anyLimits, (limits) => {
        const loaded = loadClinicLimits(write('any.yaml', JSON.stringify(limits)));
        expect(loaded).toEqual(limits);
        expect(withinEnvelope(loaded)).toEqual(loaded);
      }),
    );
  });

  const shape = [2, 'LIMITS_INVALID'] as const;
  const wide = [6, 'LIMITS_EXCEEDED'] as const;
  const bad = [
    [
      'hotSetpointC: { max: 45 }',
      wide,
      'f:1:22: hotSetpointC.max: 45 °C is above the device envelope of 42 °C',
    ],
    ['hotSetpointC: { max: 107 }', wide, 'this looks like °F: 107 °F is 41.7 °C'],
    [
      'coldSetpointC:\n  min: 5',
      wide,
      'f:2:8: coldSetpointC.min: 5 °C is below the device envelope of 10 °C',
    ],
    [
      'cem43PerSessionMin: 12',
      wide,
      'f:1:21: cem43PerSessionMin: 12 CEM43 min is above the device envelope of 9',
    ],
    [
      'sessionGapMinutes: 0',
      wide,
      'f:1:20: sessionGapMinutes: 0 min is below the device envelope of 120 min',
    ],
    ['sessionMinutes: 4200', wide, 'this looks like s: 4200 s is 70 min'],
    ['rotations: { max: 4.5 }', shape, 'f:1:19: rotations.max: must be a whole number, not 4.5'],
    ['sessionsPerDay: many', shape, 'f:1:17: sessionsPerDay: must be a whole number, not "many"'],
    ['sessionsPerWeek: 9.5', shape, 'f:1:18: sessionsPerWeek: must be a whole number, not 9.5'],
    ['heatDaysInARow: 9.5', shape, 'f:1:17: heatDaysInARow: must be a whole number, not 9.5'],
    [
      'cem43PerSessionMin: .nan',
      shape,
      'f:1:21: cem43PerSessionMin: must be a number in CEM43 min, not NaN',
    ],
    [
      'cem43PerSession: 1',
      shape,
      'f:1:1: cem43PerSession: unknown field; did you mean "cem43PerSessionMin"?',
    ],
    [
      'hotSetpointC: { maxi: 40 }',
      shape,
      'f:1:17: hotSetpointC.maxi: unknown field; did you mean "max"?',
    ],
    [
      'hotSetpointC: 40',
      shape,
      'f:1:15: hotSetpointC: must be a group of fields, not 40; its fields are min, max',
    ],
    [
      'hotSetpointC: { min: 41.5 }',
      shape,
      'f:1:15: hotSetpointC: the lowest is above the highest, counting the built-in value',
    ],
    ['hotSetpointC: { min: 40, max: 38 }', shape, 'f:1:15: hotSetpointC: the lowest is above'],
    ['plateC: { max: 50 }', shape, 'f:1:1: plateC: unknown field'],
    ['', shape, 'f:1:1: the file: empty'],
  ] as const;

  test.each(bad)('%j is refused', (content, [exitCode, code], part) => {
    const found = refusal(content);
    expect(found).toMatchObject({ exitCode, code });
    expect(found.message).toContain(part);
  });
});
