/** Trials of a rig, in words and curves for a terminal. */
import type { TrialResult } from '../plant-trials/answer.ts';
import type { Course, Moment } from '../plant-trials/course.ts';
import { answerText } from '../plant-trials/number-text.ts';
import type { TrialRig } from '../plant-trials/trial-rig.ts';
import { plotLines } from './plot.ts';
import type { Terminal } from './terminal.ts';

const textWidth = 78;

/** A paragraph behind a head, broken between words. */
export function paragraph(head: string, text: string): string[] {
  const lines: string[] = [];
  let current = head;
  for (const word of text.split(' ')) {
    const longer =
      current.trim() === '' || current === head ? current + word : `${current} ${word}`;
    if (longer.length > textWidth && current !== head) {
      lines.push(current);
      current = ' '.repeat(head.length) + word;
    } else {
      current = longer;
    }
  }
  return [...lines, current];
}

/** What the device is and how it is used, with everything that was changed. */
export function deviceLines(rig: TrialRig): string[] {
  const { id, title, heatDutyCap } = rig;
  return [...paragraph('Rig    ', `${id}: ${title}; heat cap ${heatDutyCap}`), ...useLines(rig)];
}

/** How a device is used, and what was changed about it. */
export function useLines({ contact, parameters, seed, asBuilt, changes }: TrialRig): string[] {
  const { temperatureC } = parameters.ambient;
  const drawn = asBuilt ? ', device and person drawn within tolerance' : '';
  const ambient = `ambient ${Number(temperatureC.toFixed(2))} °C`;
  return [
    ...paragraph('Use    ', `contact ${contact}, ${ambient}, seed ${seed}${drawn}`),
    ...(changes.length === 0 ? [] : paragraph('Changed', ` ${changes.join(' ')}`)),
  ];
}

export function trialText(
  rig: TrialRig,
  result: TrialResult,
  terminal: Terminal,
  ascii: boolean,
): string {
  const { title, drive, finding, answers, course } = result;
  return [
    title,
    ...deviceLines(rig),
    ...paragraph('Drive  ', drive),
    '',
    ...paragraph('', `${finding.slice(0, 1).toUpperCase()}${finding.slice(1)}`),
    '',
    ...answers.map(({ words, value, unit }) => {
      const known = value === null ? '' : unit;
      return `${words.padEnd(40)}${answerText(value, unit).padStart(9)} ${known}`.trimEnd();
    }),
    '',
    ...curves(course, terminal, ascii),
    '',
    ...momentTable(course),
  ].join('\n');
}

/** A text plot has evenly spaced columns; the course is, but for its last moment. */
function curves({ samples, last }: Course, terminal: Terminal, ascii: boolean): string[] {
  return plotLines({
    series: [
      { name: 'plate', values: samples.map(({ plateC }) => plateC) },
      { name: 'skin surface', values: samples.map(({ skinSurfaceC }) => skinSurfaceC) },
      { name: 'heatsink', values: samples.map(({ heatsinkC }) => heatsinkC) },
    ],
    width: Math.min(terminal.columns, 100) - 2,
    height: 12,
    yLabel: '°C',
    xLabels: ['0 s', `${last.atS} s`],
    colour: terminal.colour,
    ascii,
  });
}

const shownMoments = 12;
const columns: readonly [
  head: string,
  width: number,
  cell: (moment: Moment) => number | null,
  unit: string,
][] = [
  ['plate', 8, (at) => at.plateC, '°C'],
  ['bead A', 8, (at) => at.plateAC, '°C'],
  ['bead B', 8, (at) => at.plateBC, '°C'],
  ['heatsink', 10, (at) => at.heatsinkC, '°C'],
  ['skin', 8, (at) => at.skinSurfaceC, '°C'],
  ['duty', 8, (at) => at.duty, ''],
  ['power', 9, (at) => at.electricalW, 'W'],
];

function momentTable({ samples }: Course): string[] {
  const every = Math.max(1, Math.floor((samples.length - 1) / (shownMoments - 1)));
  const shown = samples.filter((_moment, at) => at % every === 0 || at === samples.length - 1);
  const heads = columns.map(([name, width]) => name.padStart(width));
  return [
    `${'time'.padStart(9)}${heads.join('')}`,
    ...shown.map((moment) => {
      const cells = columns.map(([, width, cell, unit]) => {
        const value = cell(moment);
        const known = value !== null && Number.isFinite(value) ? value : null;
        return answerText(known, unit).padStart(width);
      });
      return `${`${moment.atS.toFixed(2)} s`.padStart(9)}${cells.join('')}`;
    }),
    '  Temperatures in °C, power in W. Beads as the host reads them, all else is true.',
  ];
}
