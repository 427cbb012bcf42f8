/** The results as Markdown: what the terminal shows and what the document keeps is the same text. */
import { figures, median, reachText, summaryOf, summaryText, verdict } from './figures.mjs';

function table(head, rows) {
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map((cells) => [...cells[column]].length)),
  );
  const line = (cells) =>
    `| ${cells.map((cell, column) => cell + ' '.repeat(widths[column] - [...cell].length)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

/** One rig at one noise: a row for each figure, a column for each contestant. */
export function courseTable({ rig, noiseLsbRms, share, entries }, results) {
  const runs = entries.map(({ nominal, drawn }) => [nominal(results), drawn(results)]);
  const rows = figures.map((figure) => {
    const summaries = runs.map(([nominal, drawn]) => summaryOf(figure, nominal, drawn));
    const texts = summaries.map((summary) => summaryText(figure, summary));
    return [
      figure.name,
      reachText(figure, share),
      texts[0],
      verdict(figure, summaries[0], share),
      ...texts.slice(1),
    ];
  });
  const [nominal] = runs[0];
  const limits = ['coolingLimitS', 'heatingLimitS'].map((key) =>
    median(nominal.map((run) => run[key])).toFixed(1),
  );
  const [, ...others] = entries.map(({ name }) => name);
  return [
    `### \`${rig.id}\`, noise of ${noiseLsbRms} LSB`,
    '',
    `${rig.title}; heat duty ≤ ${rig.heatDutyCap}, skin on. Time-optimal on the nominal plant: ` +
      `40 → 10 °C ${limits[0]} s, 10 → 40 °C ${limits[1]} s.`,
    '',
    table(['figure', 'reach', 'ours', '', ...others], rows),
  ].join('\n');
}

/** Ours on one thing at the edge at a time: a row for each, the figures as columns. */
export function edgeTable(rig, entries, results) {
  const shown = figures.filter(({ key }) => !key.endsWith('RampOvershootC'));
  const rows = entries.map(({ name, runs }) => [
    name,
    ...shown.map((figure) =>
      figure.text(figure.nominal(runs(results).map((run) => run[figure.key]))),
    ),
  ]);
  const heads = ['40 → 10 ÷', '10 → 40 ÷', '40 → 10 ÷ gated', '10 → 40 ÷ gated', 'step °C'];
  return [
    `### \`${rig.id}\`, ours at the edges`,
    '',
    table(['edge', ...heads, 'hold °C', 'travel /s', 'refused', 'reversed'], rows),
  ].join('\n');
}

const allowedC = 0.5;

/** How far holds go beyond the setpoint while contact and supply change. */
export function disturbedTable(entries, results) {
  const rows = entries.map(({ rig, runs }) => {
    const all = runs(results);
    const worst = (key) => Math.max(...all.map((run) => run[key]));
    const out = all.filter(
      ({ hotBeyondC, coldBeyondC }) => !(Math.max(hotBeyondC, coldBeyondC) <= allowedC),
    ).length;
    const verdictText = out === 0 ? 'met' : 'missed';
    return [
      `\`${rig.id}\``,
      `${all.length}`,
      'none',
      out === 0 ? 'none' : `${out}`,
      verdictText,
      worst('hotBeyondC').toFixed(2),
      worst('coldBeyondC').toFixed(2),
    ];
  });
  return [
    '### Contact 0 to 1 and supply ±10 % during holds, ours',
    '',
    table(
      [
        'rig',
        'runs',
        `reach: excursions beyond setpoint + ${allowedC} °C`,
        'ours',
        '',
        'furthest above 40 °C',
        'furthest below 10 °C',
      ],
      rows,
    ),
  ].join('\n');
}

/** One row for each parameter: the worst of 20 % too small and too large. */
export function wrongTable(base, entries, results) {
  const cells = (runs) =>
    figures.map((figure) =>
      figure.text(Math.max(...runs.map((run) => figure.nominal(run.map((r) => r[figure.key]))))),
    );
  const rows = entries.map(({ name, runs }) => [
    `\`${name}\``,
    ...cells(runs.map((resultsOf) => resultsOf(results))),
  ]);
  const head = [
    'parameter',
    '40 → 10 ÷',
    '10 → 40 ÷',
    '40 → 10 ÷ gated',
    '10 → 40 ÷ gated',
    'step °C',
    '0.25 °C/s',
    '0.5 °C/s',
    'hold °C',
    'travel /s',
    'refused',
    'reversed',
  ];
  return [
    '### One parameter wrong by ±20 % (`brakes`: the opposite), the worse of the two',
    '',
    'Ours on the nominal `heat12V` plant; the columns are the figures above.',
    '',
    table(head, [['none', ...cells([base(results)])], ...rows]),
  ].join('\n');
}

export function speedTable({ stepUs, plantSecondsPerS }) {
  const rows = [
    [
      'one control step, median',
      '≤ 5 µs',
      `${stepUs.toFixed(1)} µs`,
      stepUs <= 5 ? 'met' : 'missed',
    ],
    [
      'plant, simulated seconds per second at a step of 0.05 s',
      '≥ 20,000',
      Math.round(plantSecondsPerS).toLocaleString('en'),
      plantSecondsPerS >= 20_000 ? 'met' : 'missed',
    ],
  ];
  return [
    '### Speed, on the machine that ran this',
    '',
    table(['figure', 'reach', 'here', ''], rows),
  ].join('\n');
}

/** Meaning, unit, range and value of each parameter of the controller. */
export function parameterTable(schema, parameters) {
  const rows = Object.entries(parameters).map(([name, value]) => {
    const { unit, low, high, meaning } = schema.unwrap().shape[name].meta();
    const range = low === undefined ? 'true, false' : `${low} … ${high}`;
    const shown = typeof value === 'number' ? `${Number(value.toPrecision(4))}` : `${value}`;
    return [`\`${name}\``, unit, range, shown, meaning];
  });
  return table(['parameter', 'unit', 'range', '`heat12V`', 'meaning'], rows);
}

/** Replaces what stands between the two markers of a name. */
export function between(text, name, inner) {
  const [begin, end] = [`<!-- ${name}: begin -->`, `<!-- ${name}: end -->`];
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`the document lacks the markers of ${name}`);
  return `${text.slice(0, from + begin.length)}\n\n${inner}\n\n${text.slice(to)}`;
}
