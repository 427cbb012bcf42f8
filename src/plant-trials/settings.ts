/** `--set key=value`: one plant parameter by its dotted name, checked before anything runs. */
import { driveModes, plantParametersSchema } from '../../hardware/plant/parameters.ts';
import type { PlantParameters } from '../../hardware/plant/parameters.ts';
import { CompanionError } from '../errors.ts';
import { fieldOf, unitSlip } from './parameter-fields.ts';

/** Finds the known name that was probably meant. */
export type Nearest = (name: string, known: readonly string[]) => string | undefined;

/** Parts that a plant can do without. `none` takes them away. */
const optional = {
  cutOut: ['tripC', 'timeConstantS'],
  'plate.edge': ['capacityJPerK', 'couplingWPerK', 'areaShare'],
} as const;

const isOptional = (name: string): name is keyof typeof optional => Object.hasOwn(optional, name);

type Tree = Record<string, unknown>;

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;

/** Every name that can be set on such a plant, in the order of its parts. */
export function settableNames(parameters: PlantParameters): string[] {
  return leavesOf(parameters, '');
}

function leavesOf(tree: Tree, prefix: string): string[] {
  return Object.entries(tree).flatMap(([key, value]) => {
    const name = `${prefix}${key}`;
    if (isOptional(name)) return [name, ...optional[name].map((field) => `${name}.${field}`)];
    return isTree(value) ? leavesOf(value, `${name}.`) : [name];
  });
}

function refuse(where: string, what: string, fix: string): never {
  throw new CompanionError('RIG_INVALID', { where, what, fix });
}

/** `key=value`, split and known, not yet applied. */
interface Setting {
  readonly name: string;
  readonly value: number | string | null;
}

function settingOf(text: string, known: readonly string[], nearest: Nearest): Setting {
  const [, name = '', raw = ''] = /^([^=]*)=(.*)$/s.exec(text) ?? [];
  if (name === '' || raw === '') {
    refuse('--set', `"${text}" is not key=value`, 'Write for instance plate.capacityJPerK=48.');
  }
  if (!known.includes(name)) {
    const meant = nearest(name, known);
    const fix =
      meant === undefined
        ? '`contrast plant rigs --parameters` lists them all.'
        : `Did you mean ${meant}?`;
    refuse(`--set ${name}`, 'there is no such parameter', fix);
  }
  if (isOptional(name)) {
    if (raw === 'none') return { name, value: null };
    refuse(
      `--set ${name}`,
      `it can only be "none"`,
      `Set its parts, such as ${name}.${optional[name][0]}.`,
    );
  }
  if (name === 'power.driveMode') return { name, value: driveModeOf(raw) };
  return { name, value: numberOf(name, raw) };
}

function driveModeOf(raw: string): string {
  const found = driveModes.find((mode) => mode === raw);
  return (
    found ?? refuse('--set power.driveMode', `"${raw}" is none`, `Use ${driveModes.join(', ')}.`)
  );
}

function numberOf(name: string, raw: string): number {
  const where = `--set ${name}`;
  const field = fieldOf(name);
  if (field === undefined) throw new CompanionError('DEFECT', { what: `${name} has no range` });
  const range = `${String(field.low)} … ${String(field.high)} ${field.unit}`.trimEnd();
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(raw)) {
    refuse(where, `"${raw}" is not a number`, `Give ${range}, without the unit, with a point.`);
  }
  const value = Number(raw);
  if (!(value >= field.low && value <= field.high)) {
    const slip = unitSlip(value, field);
    const hint = slip === undefined ? '' : `; ${slip}`;
    refuse(
      where,
      `${raw} is outside ${range} (${field.meaning})${hint}`,
      field.unit === '' ? 'Give one within it.' : 'Give it in the unit named.',
    );
  }
  return value;
}

function put(tree: Tree, path: readonly string[], value: Setting['value']): void {
  const [key = '', ...rest] = path;
  if (rest.length === 0) {
    tree[key] = value;
    return;
  }
  const inner = tree[key];
  const next = isTree(inner) ? inner : {};
  tree[key] = next;
  put(next, rest, value);
}

/**
 * The parameters with the settings applied, in order.
 * @throws CompanionError RIG_INVALID, naming the field, for an unknown name, a value that is no
 *   number, one outside its range, or parts that do not fit together
 */
export function withSettings(
  parameters: PlantParameters,
  texts: readonly string[],
  nearest: Nearest,
): PlantParameters {
  const known = settableNames(parameters);
  const settings = texts.map((text) => settingOf(text, known, nearest));
  const seen = new Set<string>();
  const tree = structuredClone<Tree>(parameters);
  for (const { name, value } of settings) {
    if (seen.has(name)) refuse(`--set ${name}`, 'it is given twice', 'Give it once.');
    seen.add(name);
    put(tree, name.split('.'), value);
  }
  const checked = plantParametersSchema.safeParse(tree);
  if (checked.success) return fitting(checked.data);
  const [issue] = checked.error.issues;
  const where = issue?.path.join('.') ?? 'parameters';
  const part = Object.keys(optional)
    .filter(isOptional)
    .find((one) => where.startsWith(`${one}.`));
  const fix =
    part === undefined
      ? 'Give a value that physics allows.'
      : `Set all its parts: ${optional[part].map((one) => `${part}.${one}`).join(', ')}.`;
  return refuse(
    `--set ${where}`,
    part === undefined ? (issue?.message ?? 'it is not valid') : 'it is missing',
    fix,
  );
}

/** What no single field shows. */
function fitting(parameters: PlantParameters): PlantParameters {
  const { moduleCount, seriesCount, parallelCount } = parameters.array;
  if (moduleCount !== seriesCount * parallelCount) {
    refuse(
      '--set array.moduleCount',
      `${moduleCount} modules are not ${parallelCount} strings of ${seriesCount}`,
      'Set array.moduleCount, array.seriesCount and array.parallelCount together.',
    );
  }
  const { fanOnKPerW, fanOffKPerW } = parameters.heatsink;
  if (fanOffKPerW < fanOnKPerW) {
    refuse(
      '--set heatsink.fanOffKPerW',
      `a stopped fan cannot cool better than a running one (${fanOffKPerW} < ${fanOnKPerW} K/W)`,
      'Set heatsink.fanOnKPerW and heatsink.fanOffKPerW together.',
    );
  }
  return parameters;
}
