import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chained } from './chained.ts';
import { verifyRecord } from '../../src/records/verify.ts';
import { wholeRecord } from './fixtures/treatments.ts';

const text = wholeRecord(6);
const bytes = Buffer.from(text);
const lines = text.trimEnd().split('\n');
const lineCount = lines.length;
const lineFeed = 0x0a;

/** Number of the line, from 1, to which a byte belongs; a line feed belongs to the line it ends. */
const lineOf = (position: number): number =>
  bytes.subarray(0, position).filter((byte) => byte === lineFeed).length + 1;

/** Empty where the change of one byte is found, and on its own line; else what went wrong. */
function missed(position: number, value: number): string[] {
  const damaged = Buffer.from(bytes);
  damaged[position] = value;
  const { text: verdict, provenLines } = verifyRecord(damaged);
  const changed = lineOf(position);
  // Only the very last byte made zero reads as a line that was torn off.
  const isTorn = position === bytes.length - 1 && value === 0;
  const expected = isTorn ? `truncated after line ${changed - 1}` : `altered at line ${changed}`;
  if (verdict === expected && provenLines === changed - 1) return [];
  return [`byte ${position} made ${value}: ${verdict}, not ${expected}`];
}

const join = (some: readonly string[]): string => some.map((line) => `${line}\n`).join('');

const line = (seq: number, type: string): object => ({ seq, t: 0, at: null, type });

describe('a record as it was written', () => {
  test('is intact and comes back line by line', () => {
    const { text: verdict, lines: read, notUnderstood, provenLines } = verifyRecord(text);
    expect(verdict).toBe('intact');
    expect(provenLines).toBe(lineCount);
    expect(notUnderstood).toStrictEqual([]);
    const written = lines.map((one) => {
      const { hash, ...rest } = JSON.parse(one) as Record<string, unknown>;
      expect(hash).toMatch(/^[0-9a-f]{64}$/);
      return rest;
    });
    expect(read).toStrictEqual(written);
    expect(verifyRecord(bytes).text).toBe('intact');
  });

  test('any byte changed to any other is found, and on its own line', () => {
    const change = fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }));
    fc.assert(
      fc.property(change, ([position, difference]) => {
        expect(missed(position, (bytes[position] ?? 0) ^ difference)).toStrictEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  test('every byte of it changed to a digit, a quote, a line feed or zero is found', () => {
    const changes = [...bytes.entries()].flatMap(([position, byte]) =>
      [0x30, 0x22, lineFeed, 0x00]
        .filter((value) => value !== byte)
        .map((value) => ({ position, value })),
    );
    expect(changes.length).toBeGreaterThan(10_000);
    expect(changes.flatMap(({ position, value }) => missed(position, value))).toStrictEqual([]);
  });

  test('cut off anywhere, exactly the whole lines before the cut are kept', () => {
    const wrong = [...bytes.keys()].filter((length) => {
      const whole = lineOf(length) - 1;
      const { text: verdict, lines: kept } = verifyRecord(bytes.subarray(0, length));
      return verdict !== `truncated after line ${whole}` || kept.length !== whole;
    });
    expect(wrong).toStrictEqual([]);
  });

  test('zero bytes that a power cut leaves behind a cut are no alteration', () => {
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 5000 }), (length, zeros) => {
        const cut = Buffer.concat([bytes.subarray(0, length), Buffer.alloc(zeros)]);
        expect(verifyRecord(cut).text).toBe(`truncated after line ${lineOf(length) - 1}`);
      }),
    );
    const after = Buffer.concat([bytes, Buffer.alloc(1)]);
    expect(verifyRecord(after).text).toBe(`altered at line ${lineCount + 1}`);
  });

  test('any other order of its lines is found at the first that moved', () => {
    const order = fc.shuffledSubarray(
      lines.map((_, index) => index),
      { minLength: lineCount, maxLength: lineCount },
    );
    fc.assert(
      fc.property(order, (shuffled) => {
        const moved = shuffled.findIndex((from, to) => from !== to);
        fc.pre(moved >= 0);
        const damaged = join(shuffled.map((index) => lines[index] ?? ''));
        expect(verifyRecord(damaged).text).toBe(`altered at line ${moved + 1}`);
      }),
    );
  });

  test('a line removed, doubled or inserted is found where it is', () => {
    lines.forEach((one, index) => {
      const without = join(lines.toSpliced(index, 1));
      const isLast = index === lineCount - 1;
      expect(verifyRecord(without).text).toBe(
        isLast ? `truncated after line ${lineCount - 1}` : `altered at line ${index + 1}`,
      );
      const doubled = join(lines.toSpliced(index, 0, one));
      expect(verifyRecord(doubled).text).toBe(`altered at line ${index + 2}`);
      for (const extra of ['', '{}', '{"seq":3}']) {
        const inserted = join(lines.toSpliced(index, 0, extra));
        expect(verifyRecord(inserted).text).toBe(`altered at line ${index + 1}`);
      }
    });
  });

  test('what an editor does to a file is found and named', () => {
    const crlf = verifyRecord(text.replaceAll('\n', '\r\n'));
    expect([crlf.text, crlf.because]).toStrictEqual([
      'altered at line 1',
      expect.stringContaining('CR LF'),
    ]);
    const marked = verifyRecord(`\uFEFF${text}`);
    expect([marked.text, marked.because]).toStrictEqual([
      'altered at line 1',
      expect.stringContaining('byte order mark'),
    ]);
  });
});

describe('what follows the last line feed', () => {
  const cut = join(lines.slice(0, 5));

  test('is a torn line only if a line can begin so', () => {
    for (const torn of ['{', '{"seq":5', '{"seq":5,"t":1,"at":"20']) {
      expect(verifyRecord(cut + torn).text).toBe('truncated after line 5');
    }
    for (const strange of ['x', '{"seq":6', '{"seq":5,"t" :1', `{"seq":5,"t":${'1'.repeat(2e6)}`]) {
      expect(verifyRecord(cut + strange).text).toBe('altered at line 6');
    }
  });

  test('is an alteration after the summary', () => {
    expect(verifyRecord(`${text}{`).text).toBe(`altered at line ${lineCount + 1}`);
  });
});

describe('hashes that fit do not make a record', () => {
  const good = [line(0, 'header'), line(1, 'note'), line(2, 'summary')];

  test('of the right lines they do, also of types and fields not known here', () => {
    const { text: verdict, notUnderstood, lines: known } = verifyRecord(chained(good));
    expect([verdict, notUnderstood, known]).toStrictEqual(['intact', [1, 2, 3], []]);
  });

  test.each([
    ['no header', [line(0, 'note'), line(1, 'summary')], 1],
    ['a second header', [line(0, 'header'), line(1, 'header'), line(2, 'summary')], 2],
    ['a number left out', [line(0, 'header'), line(2, 'summary')], 2],
    ['a line after the summary', [...good, line(3, 'note')], 4],
    ['no time', [{ seq: 0, at: null, type: 'header' }], 1],
    ['an array', [['header']], 1],
  ])('%s', (_, values, altered) => {
    expect(verifyRecord(chained(values)).text).toBe(`altered at line ${altered}`);
  });

  test.each([
    ['doubled keys', '{"seq":0,"seq":0,"t":0,"at":null,"type":"header"}'],
    ['spaces', '{"seq":0, "t":0,"at":null,"type":"header"}'],
    ['a number written otherwise', '{"seq":0,"t":0.0,"at":null,"type":"header"}'],
    ['nesting deeper than any stack', `{"seq":0,"t":${'['.repeat(5e5)}${']'.repeat(5e5)}}`],
    ['no JSON', '{"seq":0,}'],
    [
      'a line longer than any that is written',
      `{"seq":0,"t":0,"at":null,"type":"header","x":"${'x'.repeat(1_048_576)}"}`,
    ],
  ])('%s', (_, body) => {
    const hash = createHash('sha256').update(`\n${body}`).digest('hex');
    expect(verifyRecord(`${body.slice(0, -1)},"hash":"${hash}"}\n`).text).toBe('altered at line 1');
  });

  test('a key named __proto__ is a key like any other', () => {
    const header = { ...line(0, 'header'), options: JSON.parse('{"__proto__":{"polluted":1}}') };
    const note = { ...line(1, 'note'), by: null, text: 'x' };
    const forged = chained([header, Object.assign(note, JSON.parse('{"constructor":1}'))]);
    expect(verifyRecord(forged).text).toBe('truncated after line 2');
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    expect(
      verifyRecord(chained([line(0, 'header'), line(1, '__proto__')])).notUnderstood,
    ).toContain(2);
  });

  test('no bytes at all make it throw', () => {
    const soup = fc.uint8Array({ maxLength: 400 });
    fc.assert(
      fc.property(soup, fc.nat(lineCount), (junk, whole) => {
        const content = Buffer.concat([Buffer.from(join(lines.slice(0, whole))), junk]);
        const { text: verdict, provenLines } = verifyRecord(content);
        expect(verdict).toMatch(/^(intact|altered at line \d+|truncated after line \d+)$/);
        expect(provenLines).toBe(whole);
      }),
    );
    expect(verifyRecord('\ud800').text).toBe('altered at line 1');
  });
});
