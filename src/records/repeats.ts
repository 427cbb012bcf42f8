/** Warnings that come again, told once, where they came first, with how often. Pure. */

interface Line {
  readonly type: string;
  readonly t: number | null;
}

export interface Told<L extends Line> {
  readonly line: L;
  readonly times: number;
  /** When it came last, seconds of the treatment. */
  readonly lastS: number | null;
}

/** What makes two warnings the same: rule and words, whatever the reading was. Null for a line that is no warning. */
export function warningKey(line: {
  readonly type: string;
  readonly rule?: unknown;
  readonly message?: unknown;
}): string | null {
  if (line.type !== 'warning') return null;
  const { rule = null, message = '' } = line;
  return `${String(rule)} ${String(message).replaceAll(/-?\d+(?:\.\d+)?/g, '#')}`;
}

/** The lines in their order; each warning once. */
export function toldOnce<L extends Line>(lines: readonly L[]): Told<L>[] {
  const told: Told<L>[] = [];
  const places = new Map<string, number>();
  for (const line of lines) {
    const key = warningKey(line);
    const place = key === null ? undefined : places.get(key);
    const first = place === undefined ? undefined : told[place];
    if (place === undefined || first === undefined) {
      if (key !== null) places.set(key, told.length);
      told.push({ line, times: 1, lastS: line.t });
    } else {
      told[place] = { ...first, times: first.times + 1, lastS: line.t };
    }
  }
  return told;
}
