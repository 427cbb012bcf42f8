/** The published form of a record: as the program reads it, and true of what the program writes. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fieldSchemas } from '../../src/records/record-line.ts';
import { recordLineJsonSchema } from '../../src/records/record-schema.ts';
import { encodeLine } from '../../src/records/line-text.ts';
import { wholeRecord } from './fixtures/treatments.ts';

const project = fileURLToPath(new URL('../../', import.meta.url));
const file = join(project, 'docs/schema/record-line.schema.json');
const folder = mkdtempSync(join(tmpdir(), 'contrast-schema-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

type Line = Readonly<Record<string, unknown>> & { readonly type: string };
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, discriminator: false });
const validate = ajv.compile(JSON.parse(recordLineJsonSchema()) as object);
const linesOf = (text: string): Line[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);

/** What the program writes: a treatment that is delivered, one that trips, and one in which somebody moves the clock. */
let written: Line[] = [];
beforeAll(() => {
  const run = (...more: readonly string[]): void => {
    const args = ['run', '--speed', 'max', '--yes', '--records', folder, ...more];
    try {
      execFileSync(process.execPath, [join(project, 'src/cli/contrast.mjs'), ...args], {
        stdio: 'ignore',
      });
    } catch {
      // It ends with the exit code of how it went.
    }
  };
  run();
  run('--fault', 'plate-a-open@700');
  run('--fault', 'clock-jump@700');
  written = readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => linesOf(readFileSync(join(folder, name), 'utf8')));
  written.push(...linesOf(wholeRecord()));
});

it('docs/schema/record-line.schema.json is current', async () => {
  await expect(`${recordLineJsonSchema()}\n`).toMatchFileSnapshot(file);
});

it('is true of every line that the program writes', () => {
  const wrong = written.filter((line) => !validate(line));
  expect(wrong.slice(0, 3)).toEqual([]);
  expect(written.length).toBeGreaterThan(5000);
});

/** Written where no treatment of this test comes. */
const elsewhere: readonly object[] = [
  { type: 'clock', leapS: -3600, expectedAt: '2026-11-20T09:35:12.123Z' },
  { type: 'skin', by: 'Ann', question: 'skin', phase: 1, answer: 'fine', findings: [] },
];

it('knows every type of line, and has seen each', () => {
  const others = elsewhere.map((line) => {
    return JSON.parse(encodeLine('', { seq: 1, t: 1, at: null, ...line }).text) as Line;
  });
  expect(others.map((line) => validate(line))).toEqual(others.map(() => true));
  const seen = new Set([...written, ...others].map(({ type }) => type));
  expect([...seen].toSorted()).toEqual(Object.keys(fieldSchemas).toSorted());
});

it('takes no line that lacks a field or has another type in its place', () => {
  for (const type of new Set(written.map((line) => line.type))) {
    const line = written.find((one) => one.type === type)!;
    const required = Object.keys(fieldSchemas[type as keyof typeof fieldSchemas].shape).filter(
      (name) => name in line && !isOptional(type, name),
    );
    for (const name of ['seq', 'hash', ...required]) {
      const { [name]: _gone, ...rest } = line;
      expect(validate(rest), `${type} without ${name}`).toBe(false);
    }
    expect(validate({ ...line, seq: 'one' }), type).toBe(false);
    // Of a later version: to be ignored.
    expect(validate({ ...line, later: 1 }), type).toBe(true);
  }
});

function isOptional(type: string, name: string): boolean {
  const shape: Readonly<Record<string, { safeParse(value: unknown): { success: boolean } }>> =
    fieldSchemas[type as keyof typeof fieldSchemas].shape;
  return shape[name]!.safeParse(undefined).success;
}
