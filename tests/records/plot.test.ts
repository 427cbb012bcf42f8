import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plotLines } from '../../src/cli/plot.ts';
import type { PlotOptions } from '../../src/cli/plot.ts';

const base = { width: 40, height: 8, yLabel: '°C' } as const;
type Values = readonly (number | null)[];

const plot = (values: Values, options: Partial<PlotOptions> = {}): string[] =>
  plotLines({ series: [{ name: 'plate', values }], ...base, ...options });

/** The rows of the plot itself, without legend and axis. */
const rows = (lines: readonly string[], height: number = base.height): string[] =>
  lines.slice(1, 1 + height).map((line) => line.slice(line.search(/[┤|]/) + 1));

const isInk = (character: string): boolean => character !== ' ' && character !== '\u2800';
const ink = (line: string): number => line.split('').filter(isInk).length;
const total = (some: readonly string[]): number => some.reduce((sum, row) => sum + ink(row), 0);

describe('a plot', () => {
  test('has the shape of its values', () => {
    const lines = plotLines({
      series: [
        { name: 'plate', values: [0, 1, 2, 3, 4, 5, 6, 7] },
        { name: 'setpoint', values: [7, 7, 7, 7, 0, 0, 0, 0], style: 'level' },
      ],
      width: 24,
      height: 4,
      yLabel: '°C',
      bands: [
        { label: '1 cold', from: 0, to: 4 },
        { label: '2 hot', from: 4, to: 8 },
      ],
      xLabels: ['0:00', '0:07'],
      ascii: true,
    });
    expect(lines).toStrictEqual([
      '°C   * plate   - setpoin',
      '7.0 |-----------   *****',
      '4.7 |         *****',
      '    |     *****',
      '0.0 |*****     ---------',
      '    +|--------|---------',
      '     1 cold   2 hot',
      '     0:00           0:07',
    ]);
  });

  test('never is wider or higher than asked, and never throws', () => {
    const value = fc.oneof(fc.constant(null), fc.double(), fc.double({ min: -1, max: 50 }));
    const series = fc.array(
      fc.record({
        name: fc.string({ maxLength: 12 }),
        values: fc.array(value, { maxLength: 90 }),
        style: fc.constantFrom('curve' as const, 'level' as const),
      }),
      { maxLength: 5 },
    );
    const size = fc.record({
      width: fc.oneof(fc.integer({ min: -5, max: 130 }), fc.constant(NaN)),
      height: fc.integer({ min: -5, max: 40 }),
      ascii: fc.boolean(),
      bands: fc.array(fc.record({ label: fc.string(), from: fc.double(), to: fc.double() })),
      xLabels: fc.tuple(fc.string(), fc.string()),
    });
    fc.assert(
      fc.property(series, size, (some, options) => {
        const lines = plotLines({ series: some, yLabel: '°C', ...options });
        const width = options.width >= 24 ? options.width : 24;
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
        const height = Math.max(3, options.height);
        expect(lines.length).toBeLessThanOrEqual(height + 5);
      }),
    );
  });

  test('shows a single value among thousands that is higher than the others', () => {
    const quiet = fc.record({ count: fc.integer({ min: 2, max: 5000 }), at: fc.nat() });
    fc.assert(
      fc.property(quiet, ({ count, at }) => {
        const values = Array.from({ length: count }, () => 20);
        values[at % count] = 44;
        const [top = ''] = rows(plot(values));
        expect(ink(top)).toBeGreaterThan(0);
        expect(plot(values)[1]).toContain('44.0');
      }),
      { numRuns: 30 },
    );
  });

  test('leaves a gap where there is no value', () => {
    const gap = [...Array<number>(40).fill(5), ...Array<null>(40).fill(null), 5];
    const drawn = rows(plot(gap)).find((row) => ink(row) > 0) ?? '';
    const columns = drawn.split('').map(isInk);
    const middle = columns.slice(
      Math.ceil(columns.length * 0.52),
      Math.floor(columns.length * 0.95),
    );
    expect(middle.length).toBeGreaterThan(5);
    expect(middle).not.toContain(true);
    expect(columns.at(-1)).toBe(true);
    expect(rows(plot([1, null, NaN, Infinity, 2])).join('')).toHaveLength(
      rows(plot([1, null, null, null, 2])).join('').length,
    );
  });

  test('of one point is one dot, of a constant one row, of nothing says so', () => {
    expect(total(rows(plot([36.6])))).toBe(1);
    const constant = rows(plot(Array<number>(50).fill(12)));
    expect(constant.filter((row) => ink(row) > 0).length).toBe(1);
    expect(Math.max(...constant.map((row) => ink(row)))).toBe(34);
    for (const values of [[], [null, null], [NaN]]) {
      const lines = plot(values);
      expect(total(rows(lines))).toBe(0);
      expect(lines.at(-1)).toContain('no valid values');
    }
  });

  test('uses only ASCII where asked, and colour only where asked', () => {
    const values = [1, 2, null, 3];
    const bands = [{ label: 'a', from: 0, to: 4 }];
    const plain = plot(values, { ascii: true, yLabel: 'C', bands }).join('');
    expect(plain).toMatch(/^[ -~]*$/);
    expect(plot(values).join('')).not.toContain('\u001B');
    const coloured = plot(values, { colour: true }).join('');
    expect(coloured).toContain('\u001B[36m');
    const stripped = coloured.split('\u001B').map((part) => part.replace(/^\[\d+m/, ''));
    expect(stripped.join('')).toBe(plot(values).join(''));
  });
});
