/** A number with its unit, as people read it. What is not known is a word, never a number (law L4). */
import type { Language } from './language.ts';
import { exact } from './numbers.ts';

export type TemperatureUnit = 'C' | 'F';

/** `K` is a difference of temperatures, which is written in the degrees of the reader. */
export const units = {
  '°C': { digits: 1, none: 'temperature' },
  K: { digits: 1, none: 'temperature' },
  '°C/s': { digits: 2, none: 'rate' },
  V: { digits: 1, none: 'voltage' },
  A: { digits: 1, none: 'nothing' },
  ms: { digits: 0, none: 'time' },
  s: { digits: 'exact', none: 'time' },
  min: { digits: 'exact', none: 'time' },
  'cold min': { digits: 1, none: 'time' },
  'CEM43 min': { digits: 2, none: 'dose' },
  LSB: { digits: 1, none: 'nothing' },
  count: { digits: 0, none: 'nothing' },
  'per min': { digits: 0, none: 'turns' },
} as const satisfies Record<string, { digits: number | 'exact'; none: string }>;
export type Unit = keyof typeof units;

/** In what unit a number is, by the end of its name. The longest ending counts. */
const endings = [
  ['CPerS', '°C/s'],
  ['Cem43', 'CEM43 min'],
  ['ColdMin', 'cold min'],
  ['Min', 'min'],
  ['Lsb', 'LSB'],
  ['Ms', 'ms'],
  ['S', 's'],
  ['K', 'K'],
  ['C', '°C'],
  ['V', 'V'],
  ['A', 'A'],
] as const;

export const unitOfName = (name: string): Unit | null =>
  endings.find(([ending]) => name.endsWith(ending))?.[1] ?? null;

/** Units that are words, and what is said where there is no number. */
export const quantitiesEn = {
  'unit.cold min': 'cold minutes',
  'unit.CEM43 min': 'CEM43 minutes',
  'none.temperature': 'no temperature',
  'none.rate': 'an unknown rate',
  'none.voltage': 'no voltage',
  'none.time': 'an unknown time',
  'none.dose': 'an unknown dose',
  'none.nothing': 'nothing',
  'none.turns': 'an unknown number of',
} as const;

export interface Look {
  readonly language: Language;
  readonly unit: TemperatureUnit;
}

/** @param other what it is read against: the two are written with so many digits that they differ where they do */
export function writtenQuantity(
  value: number,
  unit: Unit | null,
  spec: string,
  { language, unit: temperature }: Look,
  words: Readonly<Record<string, unknown>>,
  other: number = Number.NaN,
): string {
  const bare = spec.startsWith('bare');
  const wished = bare ? spec.slice('bare'.length) : spec;
  if (unit === null) return exact(value, language);
  const usual = units[unit];
  if (!Number.isFinite(value)) return String(words[`none.${usual.none}`]);
  const asked = wished === '' ? usual.digits : wished === 'exact' ? wished : Number(wished);
  const [shown, name] = converted(value, unit, temperature);
  const digits = asked === 'exact' ? asked : digitsApart(shown, other, unit, temperature, asked);
  const text = digits === 'exact' ? exact(shown, language) : fixed(shown, digits, language);
  const label = unitLabel(name, words);
  return bare || label === '' ? text : `${text} ${label}`;
}

/** "10.2 V; the limit is at least 10.2 V" explains nothing. */
function digitsApart(
  shown: number,
  other: number,
  unit: Unit,
  temperature: TemperatureUnit,
  least: number,
): number {
  const [against] = converted(other, unit, temperature);
  if (!Number.isFinite(against) || against === shown) return least;
  const apart = [0, 1, 2, 3].find(
    (digits) => digits >= least && shown.toFixed(digits) !== against.toFixed(digits),
  );
  return apart ?? Math.max(least, 3);
}

function converted(value: number, unit: Unit, temperature: TemperatureUnit): [number, string] {
  const fahrenheit = temperature === 'F';
  if (unit === '°C') return fahrenheit ? [value * 1.8 + 32, '°F'] : [value, '°C'];
  if (unit === 'K') return fahrenheit ? [value * 1.8, '°F'] : [value, '°C'];
  if (unit === '°C/s') return fahrenheit ? [value * 1.8, '°F/s'] : [value, '°C/s'];
  return [value, unit];
}

const unitLabel = (unit: string, words: Readonly<Record<string, unknown>>): string => {
  if (unit === 'count' || unit === 'per min') return '';
  const word = words[`unit.${unit}`];
  return typeof word === 'string' ? word : unit;
};

/** As many digits as are asked for, the same on every computer. */
const fixed = (value: number, digits: number, language: Language): string => {
  const text = value.toFixed(digits);
  return language === 'en' ? text : text.replace('.', ',');
};
