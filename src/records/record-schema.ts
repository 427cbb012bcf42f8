/** The published form of a record's lines: JSON Schema (draft 2020-12), from the schemas by which lines are read. */
import { z } from 'zod';
import { commonSchema, fieldSchemas } from './record-line.ts';

const draft = 'https://json-schema.org/draft/2020-12/schema';

/** Readers ignore fields that they do not know, so none is forbidden; what is custom here is any object. */
function definitionOf(schema: z.ZodType): object {
  const { $schema: _draft, ...definition } = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema instanceof z.ZodCustom) jsonSchema.type = 'object';
    },
  });
  return definition;
}

const hash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .describe('SHA-256 over the hash of the line before, a line feed, and this line without it.');

/** A line of each type as it stands in a record; the schema of a line is one of them. */
export function recordLineJsonSchema(): string {
  const lines = Object.entries(fieldSchemas).map(([type, fields]) => {
    const whole = z.object({ ...commonSchema.shape, type: z.literal(type), ...fields.shape, hash });
    const { description } = fields;
    const told = description === undefined ? whole : whole.describe(description);
    return [type, definitionOf(told)] as const;
  });
  const schema = {
    $schema: draft,
    title: 'Contrast Companion record, one line',
    description:
      'A record is a file of such lines, each ended by a line feed; the first is a header, the last a summary. Fields that a reader does not know are to be ignored.',
    oneOf: lines.map(([type]) => ({ $ref: `#/$defs/${type}` })),
    $defs: Object.fromEntries(lines),
  };
  return JSON.stringify(schema, null, 2);
}
