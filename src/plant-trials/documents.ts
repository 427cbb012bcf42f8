/** The generated parts of docs/plant.md, from the data that the program runs on. */
import { plantRigIds, rigs } from '../../hardware/plant/rigs.ts';
import type { Rig } from '../../hardware/plant/rigs.ts';
import type { ValidationRow } from '../../hardware/plant/validate.ts';
import { CompanionError } from '../errors.ts';
import { found } from './answer.ts';
import { nominalRig } from './figures.ts';
import { answerText, shortNumber } from './number-text.ts';
import { stepTrial } from './moves.ts';
import { fieldOf } from './parameter-fields.ts';
import { settableNames } from './settings.ts';
import { stuckTrial } from './stuck.ts';
import { summarise } from './summary.ts';

type Row = readonly string[];

function table(head: Row, rows: readonly Row[]): string {
  const line = (cells: Row): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** `2, in parallel` and the like. */
export function arrayWords({ parameters: { array } }: Rig): string {
  const { moduleCount, seriesCount, parallelCount } = array;
  if (seriesCount === 1) return `${moduleCount} in parallel`;
  return `${parallelCount} strings of ${seriesCount}`;
}

export function cutOutWords({ parameters: { cutOut } }: Rig): string {
  return cutOut === null ? 'none' : `${cutOut.tripC} °C`;
}

function rigTable(): string {
  const rows = plantRigIds.map((id) => {
    const rig = rigs[id];
    const { power, heatsink } = rig.parameters;
    return [
      `\`${id}\``,
      arrayWords(rig),
      `${power.coolRailV} V`,
      `${power.heatRailV} V`,
      shortNumber(rig.heatDutyCap),
      cutOutWords(rig),
      `${heatsink.fanOnKPerW} K/W, ${heatsink.capacityJPerK} J/K`,
    ];
  });
  const head = [
    'rig',
    'modules',
    'cools on',
    'heats on',
    'heat cap',
    'cut-out',
    'heatsink, fan on',
  ];
  return table(head, rows);
}

function summaryTable(): string {
  const columns = plantRigIds.map((id) => summarise(nominalRig(id)));
  const [first = []] = columns;
  const rows = first.flatMap(({ title, answers }, section) => [
    [`**${title}**`, '', ...plantRigIds.map(() => '')],
    ...answers.map(({ words, unit }, at) => [
      words.trim(),
      unit,
      ...columns.map((column) => answerText(column[section]?.answers[at]?.value ?? null, unit)),
    ]),
  ]);
  return table(['answer', 'unit', ...plantRigIds.map((id) => `\`${id}\``)], rows);
}

const heatRailsV = [4.5, 5, 6, 7.5, 9, 12] as const;

/** What the voltage of the heat rail costs and buys, on `reference` without its cut-out. */
function railTable(): string {
  const rows = heatRailsV.map((volts) => {
    const rig = nominalRig('reference', [`power.heatRailV=${volts}`, 'cutOut=none']);
    const move = stepTrial(rig, { fromC: 10, toC: 40, longestS: 120 });
    const stuck = stuckTrial(rig, { direction: 'heat', fromC: 40, duty: 1, longestS: 120 });
    const seconds = [found(move, 'reachedS'), found(stuck, 'plate45S'), found(stuck, 'plate48S')];
    return [
      `${volts} V`,
      ...seconds.map((value) => answerText(value, 's')),
      answerText(rig.steady.hottest(1).plateC, '°C'),
    ];
  });
  return table(
    ['heat rail', '10 to 40 °C, s', 'stuck: 40 to 45 °C, s', '40 to 48 °C, s', 'in the end, °C'],
    rows,
  );
}

/** The value of a dotted name; undefined where the part is not there. */
export function valueAt(parameters: object, name: string): unknown {
  return name
    .split('.')
    .reduce<unknown>(
      (inside, key) =>
        typeof inside === 'object' && inside !== null
          ? (inside as Readonly<Record<string, unknown>>)[key]
          : undefined,
      parameters,
    );
}

export function valueText(value: unknown): string {
  if (typeof value === 'number') return shortNumber(value);
  if (typeof value === 'string') return value;
  return value === null || value === undefined ? 'none' : '';
}

/** Sensors and layers share names; the table shows one of each kind but every layer. */
function parameterTable(): string {
  const { parameters } = rigs.reference;
  const rows = settableNames(parameters)
    .filter((name) => !name.startsWith('sensors.plateB.'))
    .flatMap((name) => {
      const field = fieldOf(name);
      if (field === undefined) return [];
      const { meaning, unit, low, high } = field;
      const value = valueText(valueAt(parameters, name));
      return [[`\`${name}\``, meaning, unit, value, `${shortNumber(low)} … ${shortNumber(high)}`]];
    });
  return table(['name', 'meaning', 'unit', '`reference`', 'accepted'], rows);
}

/** A figure that is nothing but rounding noise is shown as 0, so that no platform shows another. */
export function validationCells({ what, expected, got, tolerance, ok }: ValidationRow): Row {
  const noise = expected === 0 && Math.abs(got) < tolerance / 10;
  return [
    what,
    shortNumber(expected),
    noise ? '0' : shortNumber(got),
    shortNumber(tolerance, 2),
    ok ? 'ok' : 'FAIL',
  ];
}

function validationTable(rows: readonly ValidationRow[]): string {
  return table(['what', 'expected', 'got', 'tolerance', ''], rows.map(validationCells));
}

/**
 * The page with each generated table renewed.
 * @throws CompanionError FILE_UNREADABLE where a marker is missing or names nothing
 */
export function withPlantTables(page: string, rows: readonly ValidationRow[]): string {
  const tables: Readonly<Record<string, () => string>> = {
    rigs: rigTable,
    rails: railTable,
    summary: summaryTable,
    parameters: parameterTable,
    validation: () => validationTable(rows),
  };
  const places = /<!-- table (\w+) -->[\s\S]*?<!-- end -->/g;
  const marked = [...page.matchAll(places)].map(([, name = '']) => name);
  const unknown = marked.find((name) => !Object.hasOwn(tables, name));
  if (unknown !== undefined) throw pageError(`there is no table "${unknown}"`);
  const missing = Object.keys(tables).filter((name) => !marked.includes(name));
  if (missing.length > 0) throw pageError(`no place is marked for: ${missing.join(', ')}`);
  return page.replace(
    places,
    (_all, name: string) => `<!-- table ${name} -->\n\n${tables[name]?.() ?? ''}\n\n<!-- end -->`,
  );
}

function pageError(what: string): CompanionError {
  return new CompanionError('FILE_UNREADABLE', {
    where: 'plant.md',
    what,
    fix: 'Restore its lines "<!-- table NAME -->" and "<!-- end -->".',
  });
}
