/** docs/hardware.md and docs/bring-up.md, from the data beside this file. */
import { defaultPinMap } from '../../../hardware/parts/pin-map.ts';
import { rigs } from '../../../hardware/plant/rigs.ts';
import { hazardNames, isHazardId } from '../../../src/safety/hazards.ts';
import { laws } from '../hazards/laws.ts';
import { bringUp } from './bring-up.ts';
import type { Step } from './bring-up.ts';
import { amperes, lines, wireSizes } from './currents.ts';
import { cutOutFigures as cutOut } from './cut-out.ts';
import { groups, parts } from './parts.ts';
import type { Group, Part } from './parts.ts';

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}

const partRow = ({ quantity, name, buy, why, reasons, without }: Part): string[] => [
  String(quantity),
  name,
  buy,
  why,
  reasons.join(' '),
  without,
];

const groupLines = ({ title, parts: own }: Group): string[] => [
  `### ${title}`,
  '',
  ...table(['n', 'part', 'buy', 'why', 'for', 'without it'], own.map(partRow)),
  '',
];

function fuseLines(): string[] {
  const { array, module, power } = rigs.reference.parameters;
  return [
    '## Fuses and wires, calculated',
    '',
    `The ${array.moduleCount} modules in parallel are ${((module.resistanceOhm * array.seriesCount) / array.parallelCount).toFixed(2)} Ω at 27 °C; supply, wire and bridge add ${power.sourceOhm} Ω.`,
    'Steady is the rail over that, with both faces of the modules equally warm: the most that lasts. Peak is 5 % more voltage',
    'in a room at 15 °C right after a reversal, when 25 K between the faces add their own voltage; it lasts seconds. A fuse is the',
    'smallest blade size that carries the steady current at 75 % of its rating and stands above the peak; a wire is the smallest',
    'cord that may carry what the fuse lets through (IEC 60335-1), thicker where its voltage drop costs cold.',
    '',
    ...table(
      ['line', 'feeds', 'rail', 'steady', 'peak', 'fuse', 'wire'],
      lines.map(({ id, feeds, railV, steadyA, peakA, fuseA, wireMm2 }) => [
        id,
        feeds,
        `${railV} V`,
        amperes(steadyA),
        amperes(peakA),
        `${fuseA} A`,
        `${wireMm2} mm²`,
      ]),
    ),
    '',
    `Cords: ${wireSizes.map(({ mm2, mostA }) => `${mm2} mm² up to ${mostA} A`).join(', ')}.`,
    'The board needs 0.1 A, from the isolator.',
    '',
  ];
}

const cutOutLines: readonly string[] = [
  '## What the cut-out can do, and what it cannot',
  '',
  `Full heat from a hold at 40 °C with nothing but the cut-out to end it, in the model: on the 5 V rail the plate passes 45 °C after`,
  `${cutOut.to45SOn5V} s, the disc opens after ${cutOut.openedAfterSOn5V} s, and the plate ends at ${cutOut.hottestOn5V} °C. On a 12 V heat rail it passes 45 °C after ${cutOut.to45SOn12V} s and ends at`,
  `${cutOut.hottestOn12V} °C; without a cut-out at ${cutOut.hottestWithout} °C. So it is a barrier against fire and deep burns, **not one that keeps skin unharmed**:`,
  'that is the work of the guard firmware (44 °C), the relay and the 5 V rail. A disc is slow, eight seconds behind the plate,',
  'because it has to be insensitive enough not to open in a treatment at 42 °C.',
  '',
];

const reasonLines = (): string[] => {
  const used = [...new Set(parts.flatMap(({ reasons }) => reasons))].toSorted();
  return [
    '## Laws and hazards named above',
    '',
    ...used.map((id) => `- **${id}**: ${isHazardId(id) ? hazardNames[id] : laws[id]}`),
    '',
  ];
};

export const hardwarePage = (): string =>
  [
    '# Hardware: what to buy, and why',
    '',
    'Written by `npm run docs` from data; a test fails when they differ, when a pin has no part, or when a rating is too small for',
    'the current that the plant computes. The table of pins is in [wiring](wiring.md), the order of work in [bring-up](bring-up.md), and',
    'what the modules, heatsink and rails do to temperatures in [the plant](plant.md).',
    '',
    '**Not a cleared medical device.** What is described here has been computed and simulated. Whoever builds it, answers for it.',
    '',
    '![Wiring of the reference device](wiring.svg)',
    '',
    'Framed in red: what opens, by itself, by hand or on command. Ratings are the least; more is fine except where a range is given.',
    '',
    '## Bill of materials',
    '',
    ...groups.flatMap(groupLines),
    ...fuseLines(),
    ...cutOutLines,
    ...reasonLines(),
  ].join('\n');

const stepLines = ({ title, does, see, otherwise }: Step, index: number): string[] => [
  `## ${index + 1}. ${title}`,
  '',
  ...does.flatMap((text) => [text, '']),
  'You must see:',
  '',
  ...see.map((text) => `- [ ] ${text}`),
  '',
  `If not: ${otherwise}`,
  '',
];

export const bringUpPage = (): string =>
  [
    '# Bring-up: from parts to a device that may be tried',
    '',
    'Written by `npm run docs` from the pin map and the list of parts. Parts and ratings are in [hardware](hardware.md), pins in',
    '[wiring](wiring.md). Do the steps in this order: each one makes the next one safe. Stop at the first thing that you do not see.',
    '**Nobody touches the plate, and no skin comes near it, before the last step.**',
    '',
    'Rehearse the whole of it without a device first: `contrast doctor`, `contrast run`, `contrast explain latest` work on the simulated one.',
    '',
    ...bringUp(defaultPinMap).flatMap(stepLines),
  ].join('\n');
