import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CompanionError } from '../../src/errors.ts';
import { decodeLine, encodeLine } from '../../src/records/line-text.ts';
import { wholeRecord } from './fixtures/treatments.ts';

/** Any hash, as the one before. */
const previousHash = fc.stringMatching(/^[0-9a-f]{64}$/);

describe('the text of a line', () => {
  test('any JSON value comes back as it went in', () => {
    const line = fc.record({ seq: fc.nat(), value: fc.jsonValue({ maxDepth: 4 }) });
    fc.assert(
      fc.property(previousHash, line, (previous, value) => {
        const { text, hash } = encodeLine(previous, value);
        expect(text.indexOf('\n')).toBe(text.length - 1);
        const decoded = decodeLine(previous, Buffer.from(text.slice(0, -1)));
        expect(decoded?.hash).toBe(hash);
        const body = decoded?.body.toString('utf8') ?? '';
        expect(body).toBe(JSON.stringify(value));
        expect(JSON.parse(body)).toStrictEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test('the chain can be checked from its description alone', () => {
    let previous = '';
    const lines = wholeRecord().trimEnd().split('\n');
    for (const line of lines) {
      const split = line.lastIndexOf(',"hash":"');
      const own = `${previous}\n${line.slice(0, split)}}`;
      previous = createHash('sha256').update(own, 'utf8').digest('hex');
      expect(line.slice(split)).toBe(`,"hash":"${previous}"}`);
    }
    expect(lines.length).toBeGreaterThan(20);
  });

  test('a number that JSON cannot hold is null, and is named with what it was', () => {
    const numbers = fc.constantFrom(NaN, Infinity, -Infinity, 0, -1.5, 1e300);
    fc.assert(
      fc.property(numbers, numbers, numbers, (a, b, c) => {
        const { text } = encodeLine('', { seq: 0, plateAC: a, limits: { hot: [b, { maxC: c }] } });
        const line = JSON.parse(text) as {
          plateAC: number | null;
          nonFinite?: Record<string, string>;
        };
        const bad = { plateAC: a, 'limits.hot.0': b, 'limits.hot.1.maxC': c };
        const expected = Object.entries(bad)
          .filter(([, value]) => !Number.isFinite(value))
          .map(([path, value]) => [path, String(value)]);
        expect(Object.entries(line.nonFinite ?? {})).toStrictEqual(expected);
        expect(line.plateAC).toBe(Number.isFinite(a) ? a : null);
      }),
    );
  });

  test('a value without a JSON text is a defect with words, not a torn line', () => {
    const cycle: { self?: object } = {};
    cycle.self = cycle;
    for (const value of [cycle, { big: 1n }, { text: 'x'.repeat(1_048_576) }]) {
      expect(() => encodeLine('', value)).toThrow(CompanionError);
      expect(() => encodeLine('', value)).toThrow(/\(DEFECT\)/);
    }
  });

  test('a line of the greatest length is still believed', () => {
    const overhead = encodeLine('', { seq: 0, text: '' }).text.length;
    const longest = encodeLine('', { seq: 0, text: 'x'.repeat(1_048_576 - overhead) }).text;
    expect(longest.length).toBe(1_048_576);
    expect(decodeLine('', Buffer.from(longest.slice(0, -1)))).toBeDefined();
  });
});
