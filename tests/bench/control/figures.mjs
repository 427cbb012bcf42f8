/** From runs to figures, and what each is to reach. */

/** The value that a share `q` of the values does not exceed. */
export function quantile(values, q) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)];
}
export const median = (values) => quantile(values, 0.5);

const ratio = (value) => value.toFixed(3);
const celsius = (value) => Math.max(value, 0).toFixed(2);

const seconds = (value) => value.toFixed(3);

/**
 * Figures in the order of the table. `reach` has bounds for the nominal plant, the median and the 95th percentile of
 * the drawn plants at the noise of a good converter; `nominal` says how the runs of the nominal plant, which differ in
 * noise, become one figure.
 */
export const figures = [
  {
    key: 'coolingRatio',
    name: '40 → 10 °C to ±0.3 °C ÷ time-optimal',
    reach: { p50: 1.05, p95: 1.15 },
    nominal: median,
    text: ratio,
  },
  {
    key: 'heatingRatio',
    name: '10 → 40 °C to ±0.3 °C ÷ time-optimal',
    reach: { p50: 1.05, p95: 1.15 },
    nominal: median,
    text: ratio,
  },
  {
    key: 'coolingOverGateRatio',
    name: '40 → 10 °C ÷ time-optimal through the gate',
    reach: { p50: 1.05, p95: 1.15 },
    nominal: median,
    text: ratio,
  },
  {
    key: 'heatingOverGateRatio',
    name: '10 → 40 °C ÷ time-optimal through the gate',
    reach: { p50: 1.05, p95: 1.15 },
    nominal: median,
    text: ratio,
  },
  {
    key: 'stepOvershootC',
    name: 'overshoot after a step, °C',
    reach: { p95: 0.1 },
    nominal: (values) => Math.max(...values),
    text: celsius,
  },
  {
    key: 'slowRampOvershootC',
    name: 'overshoot after a 0.25 °C/s ramp, °C',
    reach: { p95: 0.17 },
    nominal: (values) => Math.max(...values),
    text: celsius,
  },
  {
    key: 'fastRampOvershootC',
    name: 'overshoot after a 0.5 °C/s ramp, °C',
    reach: { p95: 0.2 },
    nominal: (values) => Math.max(...values),
    text: celsius,
  },
  {
    key: 'holdC',
    name: 'hold: deviation of the true plate, °C',
    reach: { p50: 0.01 },
    nominal: median,
    text: seconds,
  },
  {
    key: 'activityPerS',
    name: 'hold: travel of the drive, duty a second',
    reach: { p50: 0.1, p95: 0.1 },
    nominal: median,
    text: seconds,
  },
  {
    key: 'refusals',
    name: 'ramps: ticks that the gate refused',
    reach: { p50: 0, p95: 0 },
    nominal: (values) => Math.max(...values),
    text: (value) => `${value}`,
  },
  {
    key: 'reversals',
    name: 'ramps: reversals that no target asked for',
    reach: { p50: 0, p95: 0 },
    nominal: (values) => Math.max(...values),
    text: (value) => `${value}`,
  },
];

/** With more noise, each figure may be worse by this share. */
export const moreInNoise = 1.2;

/** Nominal figure, and median and 95th percentile of the drawn plants. */
export function summaryOf(figure, nominalRuns, drawnRuns) {
  const drawn = drawnRuns.map((run) => run[figure.key]);
  return {
    nominal: figure.nominal(nominalRuns.map((run) => run[figure.key])),
    p50: median(drawn),
    p95: quantile(drawn, 0.95),
  };
}

export function summaryText({ text }, { nominal, p50, p95 }) {
  return `${text(nominal)} [${text(p50)}, ${text(p95)}]`;
}

/** The bounds of a figure; `share` is by how much they are wider. */
export const boundsOf = ({ reach }, share) =>
  Object.fromEntries(
    Object.entries(reach).map(([name, bound]) => [name, Number((bound * share).toPrecision(4))]),
  );

export function reachText(figure, share) {
  const { p50, p95 } = boundsOf(figure, share);
  const bounds = [p50, p95].map((bound) => (bound === undefined ? '–' : `≤ ${bound}`));
  return `[${bounds.join(', ')}]`;
}

/** `met`, or which of the bounds are missed. */
export function verdict(figure, summary, share) {
  const bounds = Object.entries(boundsOf(figure, share));
  if (bounds.length === 0) return '';
  const missed = bounds.filter(([name, bound]) => !(summary[name] <= bound)).map(([name]) => name);
  return missed.length === 0 ? 'met' : `missed: ${missed.join(', ')}`;
}
