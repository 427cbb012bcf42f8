/** From runs to figures, and what each is to reach. */

/** The value that a share `q` of the values does not exceed. */
export function quantile(values, q) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)];
}
export const median = (values) => quantile(values, 0.5);

const ratio = (value) => value.toFixed(3);
const celsius = (value) => Math.max(value, 0).toFixed(2);

/**
 * Figures in the order of the table. `reach` has bounds for the nominal plant, the median and the 95th percentile of
 * the drawn plants; `nominal` says how the runs of the nominal plant, which differ in noise, become one figure.
 */
export const figures = [
  {
    key: 'coolingRatio',
    name: '40 → 10 °C to ±0.5 °C ÷ time-optimal',
    reach: { nominal: 1.02, p50: 1.02, p95: 1.05 },
    nominal: median,
    text: ratio,
  },
  {
    key: 'heatingRatio',
    name: '10 → 40 °C to ±0.5 °C ÷ time-optimal',
    reach: { nominal: 1.05, p50: 1.06, p95: 1.12 },
    nominal: median,
    text: ratio,
  },
  {
    key: 'stepOvershootC',
    name: 'overshoot after a step, °C',
    reach: { nominal: 0.1, p95: 0.15 },
    nominal: (values) => Math.max(...values),
    text: celsius,
  },
  {
    key: 'slowRampOvershootC',
    name: 'overshoot after a 0.25 °C/s ramp, °C',
    reach: { nominal: 0.05, p95: 0.17 },
    nominal: (values) => Math.max(...values),
    text: celsius,
  },
  {
    key: 'fastRampOvershootC',
    name: 'overshoot after a 0.5 °C/s ramp, °C',
    reach: { nominal: 0.06, p95: 0.2 },
    nominal: (values) => Math.max(...values),
    text: celsius,
  },
  {
    key: 'holdC',
    name: 'hold: true plate about the setpoint, RMS °C',
    reach: { nominal: 0.05 },
    nominal: median,
    text: (value) => value.toFixed(3),
  },
];

/** What the gate costs whoever drives, and what is left for the controller to answer for. */
export const gateFigures = [
  ['coolingGateRatio', '40 → 10 °C: time-optimal through the gate ÷ time-optimal'],
  ['coolingOverGateRatio', '40 → 10 °C ÷ time-optimal through the gate'],
  ['heatingGateRatio', '10 → 40 °C: time-optimal through the gate ÷ time-optimal'],
  ['heatingOverGateRatio', '10 → 40 °C ÷ time-optimal through the gate'],
].map(([key, name]) => ({ key, name, reach: {}, nominal: median, text: ratio }));

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

export function reachText({ reach }) {
  const { nominal, p50, p95 } = reach;
  if (nominal === undefined) return '';
  const drawn = [p50 === undefined ? '' : `≤ ${p50}`, p95 === undefined ? '' : `≤ ${p95}`];
  const bracket = p95 === undefined ? '' : ` [${drawn.filter((bound) => bound !== '').join(', ')}]`;
  return `≤ ${nominal}${bracket}`;
}

/** `met`, or which of the bounds are missed. */
export function verdict({ reach }, summary) {
  const bounds = Object.entries(reach);
  if (bounds.length === 0) return '';
  const missed = bounds.filter(([name, bound]) => !(summary[name] <= bound)).map(([name]) => name);
  return missed.length === 0 ? 'met' : `missed: ${missed.join(', ')}`;
}
