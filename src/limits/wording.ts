import type { Range, Unit } from './envelope.ts';

/** How problems of a prescription or limits file are put to a person. Pure text, no decisions. */

const longestEcho = 40;

/** A value of a file as it may be shown: short, quoted where it is text, no control characters. */
export function echo(value: unknown): string {
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'a group of fields';
  const text = visible(JSON.stringify(value));
  return text.length > longestEcho ? `${text.slice(0, longestEcho)}…` : text;
}

/** Text without characters that could drive a terminal or reorder a line. */
export function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '·');
}

/** A calculated number in at most six digits, but never rounded onto the bound it misses. */
export function figure(value: number, bound?: number): string {
  const rounded = Number(value.toPrecision(6));
  return String(rounded === bound ? value : rounded);
}

/** `12 °C`, `3`. */
export function quantity(value: number | string, unit: string): string {
  return unit === '' ? String(value) : `${value} ${unit}`;
}

interface Slip {
  readonly name: string;
  readonly convert: (value: number) => number;
  /** How far outside the range a converted value may lie and still be what was meant. */
  readonly margin: number;
}

const slips: Readonly<Record<Unit, readonly Slip[]>> = {
  '°C': [
    { name: '°F', convert: (value) => (value - 32) / 1.8, margin: 3 },
    { name: 'K', convert: (value) => value - 273.15, margin: 3 },
  ],
  min: [
    { name: 's', convert: (value) => value / 60, margin: 0 },
    { name: 'ms', convert: (value) => value / 60_000, margin: 0 },
  ],
  '°C/s': [{ name: '°C/min', convert: (value) => value / 60, margin: 0 }],
  'CEM43 min': [],
  '': [],
};

/** `this looks like °F: 104 °F is 40 °C`, where a value makes sense in a unit that people mix up (hazard H18). */
export function unitSlip(value: number, unit: Unit, range: Range): string | undefined {
  for (const slip of slips[unit]) {
    const meant = slip.convert(value);
    if (meant >= range.min - slip.margin && meant <= range.max + slip.margin) {
      return `this looks like ${slip.name}: ${value} ${slip.name} is ${Number(meant.toPrecision(3))} ${unit}`;
    }
  }
  return undefined;
}

/** What is wrong with something that should have been a number. */
export function notANumber(value: unknown, unit: Unit, integer: boolean): string {
  const wanted = `${integer ? 'a whole number' : 'a number'}${unit === '' ? '' : ` in ${unit}`}`;
  if (value === undefined) return `missing; ${wanted} is needed`;
  if (value === null) return `no value; ${wanted} is needed`;
  const hint =
    typeof value === 'string' && /\d/.test(value)
      ? '; write digits and a decimal point only, without quotes or unit'
      : '';
  return `must be ${wanted}, not ${echo(value)}${hint}`;
}

/** `did you mean "minutes"?`, or the list of what there is. */
export function suggestion(name: string, known: readonly string[]): string {
  const nearest = nearestName(name, known);
  return nearest === undefined ? `known: ${known.join(', ')}` : `did you mean "${nearest}"?`;
}

/** The known name that a slip of the fingers most likely meant; undefined where nothing is near. */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  const typed = name.slice(0, longestEcho).toLowerCase();
  let best: { name: string; distance: number } | undefined;
  for (const candidate of known) {
    const distance = editDistance(typed, candidate.toLowerCase());
    const near = distance <= Math.max(1, Math.floor(candidate.length / 3));
    if (near && (best === undefined || distance < best.distance))
      best = { name: candidate, distance };
  }
  return best?.name;
}

/** Levenshtein distance. */
function editDistance(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const replaced = (previous[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      current.push(Math.min(replaced, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[to.length] ?? 0;
}
