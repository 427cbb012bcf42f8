/** One axis of a plot: where its values lie, and where its ticks stand. Pure. */

export interface Axis {
  readonly low: number;
  readonly high: number;
  /** From one tick to the next: 1, 2 or 5 times a power of ten. */
  readonly step: number;
  /** Place of a value on the page. */
  readonly place: (value: number) => number;
}

export interface Tick {
  readonly at: number;
  readonly text: string;
}

const usualSteps = 6;

/**
 * Ends on round numbers where `range` does not say otherwise. A constant gets room above and below.
 * @param from,to places of the low and the high end on the page
 */
export function axisOf(
  values: readonly number[],
  range: readonly [low: number, high: number] | undefined,
  from: number,
  to: number,
): Axis {
  let low = range?.[0] ?? values.reduce((least, value) => Math.min(least, value), Infinity);
  let high = range?.[1] ?? values.reduce((most, value) => Math.max(most, value), -Infinity);
  if (!(low <= high)) [low, high] = [0, 1];
  // Less than this is rounding, not data.
  if (!(high - low > Math.max(Math.abs(low), Math.abs(high), 1) * 1e-9)) {
    [low, high] = [low - 1, high + 1];
  }
  const rough = (high - low) / usualSteps;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((one) => one >= rough) ?? rough;
  if (range === undefined) {
    // A hair past a round number does not need a whole step of empty plot.
    const first = Math.floor(low / step + 0.02);
    const last = Math.max(Math.ceil(high / step - 0.02), first + 1);
    [low, high] = [first * step, last * step];
  }
  const place = (value: number): number => from + ((value - low) / (high - low)) * (to - from);
  return { low, high, step, place };
}

export function ticksOf({ low, high, step, place }: Axis): Tick[] {
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  const digits = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const value = (first + index) * step;
    return { at: place(value), text: value.toFixed(digits).replace('-', '−') };
  });
}
