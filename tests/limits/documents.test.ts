import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { clinicLimitsSchema, defaultClinicLimits } from '../../src/limits/clinic.ts';
import { withTables } from '../../src/limits/document-tables.ts';
import { clinicLimitsJsonSchema, prescriptionJsonSchema } from '../../src/limits/json-schema.ts';
import { prescriptionSchema } from '../../src/limits/prescription.ts';
import { presets } from '../../src/limits/presets.ts';

/** Written anew with `npx vitest run tests/limits -u`, then read before they are committed. */
const docs = fileURLToPath(new URL('../../docs/', import.meta.url));

describe('the committed documents are current', () => {
  test('docs/schema/prescription.schema.json', async () => {
    const file = `${docs}schema/prescription.schema.json`;
    await expect(`${prescriptionJsonSchema()}\n`).toMatchFileSnapshot(file);
  });

  test('docs/schema/limits.schema.json', async () => {
    const file = `${docs}schema/limits.schema.json`;
    await expect(`${clinicLimitsJsonSchema()}\n`).toMatchFileSnapshot(file);
  });

  test('docs/prescriptions.md', async () => {
    const page = readFileSync(`${docs}prescriptions.md`, 'utf8');
    await expect(withTables(page)).toMatchFileSnapshot(`${docs}prescriptions.md`);
    const shown = [...page.matchAll(/<!-- table ([a-z-]+) -->/g)].map(([, name]) => name);
    expect(shown).toEqual(['presets', 'fields', 'limits', 'not-offered']);
  });
});

test('the examples of the page are valid', () => {
  const page = readFileSync(`${docs}prescriptions.md`, 'utf8');
  const examples = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(
    ([, text]) => parse(text ?? '') as unknown,
  );
  expect(examples).toHaveLength(2);
  expect(prescriptionSchema(defaultClinicLimits).parse(examples[0])).toEqual(
    presets[0]?.prescription,
  );
  expect(clinicLimitsSchema.parse(examples[1])).toMatchObject({ coldMinutesPerSession: 30 });
});

interface JsonSchema {
  readonly description?: string;
  readonly type?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** What an editor would not be told about a field, or about one inside it. */
function gaps(schema: JsonSchema, path: string, required: boolean): string[] {
  const found = /\w{3}/.test(schema.description ?? '') ? [] : [`${path}: no description`];
  if (schema.type === 'string') return found;
  if (schema.type !== 'object') {
    const { minimum = Infinity, maximum = -Infinity } = schema;
    return minimum < maximum ? found : [...found, `${path}: no bounds`];
  }
  if (schema.additionalProperties !== false) found.push(`${path}: open to unknown fields`);
  const inside = Object.entries(schema.properties ?? {});
  const names = required ? inside.map(([name]) => name) : [];
  if (names.join() !== (schema.required ?? []).join()) found.push(`${path}: wrong required fields`);
  return [...found, ...inside.flatMap(([name, one]) => gaps(one, `${path}.${name}`, required))];
}

test.each([
  ['prescription', prescriptionJsonSchema(), true],
  ['limits', clinicLimitsJsonSchema(), false],
])('the %s schema describes and bounds every field', (_, text, required) => {
  const schema = JSON.parse(text) as JsonSchema & { readonly $schema: string };
  expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
  expect(Object.keys(schema.properties ?? {}).length).toBeGreaterThan(5);
  expect(gaps(schema, '$', required)).toEqual([]);
});
