import { existsSync } from 'node:fs';
import type { z } from 'zod';
import type { ErrorCode } from '../errors.ts';
import { CompanionError } from '../errors.ts';
import type { ClinicLimits } from './clinic.ts';
import { clinicLimitsSchema, defaultClinicLimits } from './clinic.ts';
import { unknownField } from './fields.ts';
import type { Prescription } from './plan.ts';
import { prescriptionSchema } from './prescription.ts';
import { presetsNotOffered, whyNotOffered } from './presets-not-offered.ts';
import type { Preset } from './presets.ts';
import { presetOf, presets } from './presets.ts';
import { readTextFile } from './text-file.ts';
import { nearestName, visible } from './wording.ts';
import { listError, parseYaml } from './yaml-document.ts';

/** Prescriptions and clinic limits from files, with every problem named by file, line, column, field, value and bound. */

/**
 * A preset by its id, or the prescription in a YAML file, inside the limits.
 * Throws FILE_UNREADABLE, YAML_MALFORMED, PRESCRIPTION_UNKNOWN, PRESCRIPTION_INVALID for a wrong shape, and
 * LIMITS_EXCEEDED where only values or their sums are wider than the limits.
 */
export function loadPrescription(nameOrPath: string, limits: ClinicLimits): Prescription {
  const schema = prescriptionSchema(limits);
  const preset = presetOf(nameOrPath);
  if (preset !== undefined) return checkedPreset(preset, schema);
  if (!/[/\\.]/.test(nameOrPath) && !existsSync(nameOrPath)) throw unknownPreset(nameOrPath);
  return loadFile(nameOrPath, schema, prescriptionKind);
}

const prescriptionKind: FileKind = {
  invalid: 'PRESCRIPTION_INVALID',
  template: presets[0]?.prescription,
  fixShape: 'Correct the file; `contrast prescription schema` describes the format.',
  fixWidth:
    'Change the prescription, or have the clinician set other limits within the device envelope.',
};

/**
 * A preset by its id alone: whatever else it may name, no file is looked for.
 * Throws PRESCRIPTION_UNKNOWN, and LIMITS_EXCEEDED where the limits have no room for it.
 */
export function presetWithin(id: string, limits: ClinicLimits): Prescription {
  const preset = presetOf(id);
  if (preset === undefined) throw unknownPreset(id);
  return checkedPreset(preset, prescriptionSchema(limits));
}

/** The prescription in a YAML text that is no file; `name` stands where the path would. Throws as for a file. */
export function prescriptionFromText(
  name: string,
  text: string,
  limits: ClinicLimits,
): Prescription {
  return checkText(name, text, prescriptionSchema(limits), prescriptionKind);
}

/**
 * The clinic limits in a YAML file; fields that are not written keep their built-in value.
 * Throws FILE_UNREADABLE, YAML_MALFORMED, LIMITS_INVALID for a wrong shape, and LIMITS_EXCEEDED where a value passes
 * the device envelope.
 */
export function loadClinicLimits(path: string): ClinicLimits {
  return loadFile(path, clinicLimitsSchema, {
    invalid: 'LIMITS_INVALID',
    template: defaultClinicLimits,
    fixShape: 'Correct the file; `contrast limits schema` describes the format.',
    fixWidth: 'Change the file; nothing can widen the device envelope (`contrast limits show`).',
  });
}

/** The limits of a file, or the built-in ones where no file is named. */
export function limitsInForce(path: string | undefined): ClinicLimits {
  return path === undefined ? defaultClinicLimits : loadClinicLimits(path);
}

interface FileKind {
  /** The code of a wrong shape. */
  readonly invalid: ErrorCode;
  /** An object with every field of the format, for the names that may be used. */
  readonly template: unknown;
  readonly fixShape: string;
  readonly fixWidth: string;
}

function loadFile<Value>(path: string, schema: z.ZodType<Value>, kind: FileKind): Value {
  return checkText(visible(path), readTextFile(path), schema, kind);
}

function checkText<Value>(
  path: string,
  content: string,
  schema: z.ZodType<Value>,
  kind: FileKind,
): Value {
  const file = parseYaml(path, content);
  const parsed = schema.safeParse(file.data);
  if (parsed.success) return parsed.data;
  const found = parsed.error.issues.flatMap((issue) => findingsOf(issue, kind.template));
  const problems = found.map(({ keys, text, atKey }) => ({
    offset: atKey ? file.keyOffsetOf(keys) : file.offsetOf(keys),
    text: `${nameOf(keys)}: ${text}`,
  }));
  const tooWide = found.every(({ width }) => width);
  if (tooWide) throw file.error('LIMITS_EXCEEDED', problems, kind.fixWidth);
  throw file.error(kind.invalid, problems, kind.fixShape);
}

interface Finding {
  readonly keys: readonly PropertyKey[];
  readonly text: string;
  /** The key is at fault, not its value. */
  readonly atKey: boolean;
  /** Well-formed, but wider than the limits. */
  readonly width: boolean;
}

function findingsOf(issue: z.core.$ZodIssue, template: unknown): Finding[] {
  const { path } = issue;
  if (issue.code === 'unrecognized_keys') {
    const known = Object.keys(within(template, path));
    return issue.keys.map((key) => ({
      keys: [...path, key],
      text: unknownField(key, known),
      atKey: true,
      width: false,
    }));
  }
  const ranged = issue.code === 'too_big' || issue.code === 'too_small';
  // The bound of what a computer can count exactly; the field's own bound says it better.
  if (ranged && issue.origin === 'int') return [];
  const summed = issue.code === 'custom' && issue.params?.['violation'] !== undefined;
  const width = summed || (ranged && issue.origin === 'number');
  return [{ keys: path, text: issue.message, atKey: false, width }];
}

function within(template: unknown, keys: readonly PropertyKey[]): object {
  let value: unknown = template;
  for (const key of keys) {
    value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  }
  return typeof value === 'object' && value !== null ? value : {};
}

function nameOf(keys: readonly PropertyKey[]): string {
  return keys.length === 0
    ? 'the file'
    : visible(keys.map((key) => String(key).slice(0, 40)).join('.'));
}

function checkedPreset(preset: Preset, schema: z.ZodType<Prescription>): Prescription {
  const parsed = schema.safeParse(preset.prescription);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => ({
    where: `preset ${preset.id}`,
    text: `${nameOf(path)}: ${message}`,
  }));
  throw listError(
    'LIMITS_EXCEEDED',
    problems,
    'Choose another preset, or write a prescription inside the limits in force.',
  );
}

function unknownPreset(name: string): CompanionError {
  const ids = presets.map(({ id }) => id);
  const shown = JSON.stringify(visible(name.slice(0, 40)));
  const known = `The presets are ${ids.join(', ')}; a file is named with its ending, such as knee.yaml.`;
  const notOffered = presetsNotOffered.find(({ id }) => id === name);
  if (notOffered !== undefined) {
    const reasons = whyNotOffered(notOffered.sequence).join('; ');
    return new CompanionError('PRESCRIPTION_UNKNOWN', {
      what: `the protocol ${shown} is not offered: ${reasons}`,
      fix: known,
    });
  }
  const nearest = nearestName(name, ids);
  return new CompanionError('PRESCRIPTION_UNKNOWN', {
    what: `there is no preset and no file called ${shown}`,
    fix: nearest === undefined ? known : `Did you mean ${nearest}? ${known}`,
  });
}
