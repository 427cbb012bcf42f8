/** docs/hardware.md and docs/bring-up.md, from the data beside this file. */
import { defaultPinMap } from '../../../hardware/parts/pin-map.ts';
import { rigs } from '../../../hardware/plant/rigs.ts';
import { hazardNames, isHazardId } from '../../../src/safety/hazards.ts';
import { laws } from '../hazards/laws.ts';
import { bringUp } from './bring-up.ts';
import { circuitLines } from './circuit-lines.ts';
import { amperes, boardA, isolatorA, lines, wireSizes } from './currents.ts';
import { cutOutFigures as cutOut } from './cut-out.ts';
import { electricalSafetyLines } from './electrical-safety.ts';
import type { Group, Part } from './list/part.ts';
import { groups, isJudged, parts, quantityOf, refsOf } from './parts.ts';
import type { Step } from './steps/step.ts';
import { table } from './table.ts';

const euroWords = ([least, most]: Part['euros']): string =>
  least === most ? `${least}` : `${least}–${most}`;

/** Where it stands in the schematic; many of one kind by their number alone. */
const refWords = (part: Part): string => {
  const refs = refsOf(part);
  return refs.length > 8 ? `${refs.slice(0, 2).join(' ')} … ${refs.at(-1)}` : refs.join(' ');
};

function partRow(part: Part): string[] {
  const { name, buy, order, euros, why, reasons, without, isOption } = part;
  const marks = [
    ...(isOption === true ? ['*option*'] : []),
    ...(isJudged(part) ? [] : ['*not judged by the program yet*']),
  ];
  return [
    String(quantityOf(part)),
    [name, ...marks].join('; '),
    refWords(part),
    buy,
    order,
    euroWords(euros),
    why,
    reasons.join(' '),
    without,
  ];
}

const head = ['n', 'part', 'schematic', 'buy', 'for instance', '€', 'why', 'for', 'without it'];

const groupLines = ({ title, parts: own }: Group): string[] => [
  `### ${title}`,
  '',
  ...table(head, own.map(partRow)),
  '',
];

function priceLines(): string[] {
  const sum = (of: readonly Part[], end: 0 | 1): number =>
    Math.round(of.reduce((total, { euros }) => total + euros[end], 0));
  const needed = parts.filter(({ isOption }) => isOption !== true);
  return [
    `All of it: ${sum(needed, 0)} to ${sum(needed, 1)} € without the options, ${sum(parts, 0)} to ${sum(parts, 1)} € with them, at shops that sell one of each; estimates, not`,
    'offers, without housing, strap and tools. The dear ends are a certified USB isolator, the ready-made way for leg B, and modules for cycling.',
    '“For instance” names one that was found to have the ratings; a part that is gone is replaced by the ratings, not by the name.',
    '',
  ];
}

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
    `The board takes ${boardA.toFixed(2)} A from the isolator with the buzzer and the converter for a normally open switch, of the ${isolatorA} A that are asked of it.`,
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
    '![Where the parts sit](placement.svg)',
    '',
    'Ratings are the least; more is fine except where a range is given.',
    '',
    ...circuitLines(),
    '## Bill of materials',
    '',
    ...groups.flatMap(groupLines),
    ...priceLines(),
    ...fuseLines(),
    ...cutOutLines,
    ...electricalSafetyLines(),
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
