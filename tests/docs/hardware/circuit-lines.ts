/** What docs/hardware.md says about the circuit: the legs, the capacitors, the returns, what no program judges yet. */
import { railBleeder } from '../../../hardware/parts/rail-divider.ts';
import { clampFigures } from './clamp.ts';
import { lineOf } from './currents.ts';
import { isJudged, parts, refsOf } from './parts.ts';
import { bulkFarad, closingA, legFarad } from './rail.ts';
import { table } from './table.ts';

const micro = (farad: number): string => `${Math.round(farad * 1e6)} µF`;
const coolV = lineOf('F1').railV;

const legs: readonly (readonly string[])[] = [
  ['PWM', 'IN', 'IN'],
  [
    'off (law L8)',
    '**INH low**: both transistors open',
    '**nSLEEP low**: both transistors open. It is the enable of this part, active low',
  ],
  [
    'must not be mistaken',
    '–',
    '**DRVOFF high** opens them too. It is no enable: at the enable’s pin, low and floating would mean **on**',
  ],
  ['floating', 'off (pulled down inside, and by R63)', 'nSLEEP off, by R63; DRVOFF low, by R11'],
  [
    'after a fault',
    'inhibit low clears it',
    'nSLEEP low and high again clears it; IN counts from about a millisecond after nSLEEP rises',
  ],
  ['supply', 'from 5.5 V', 'from 4.5 V'],
];

const unjudged = (): string[] => {
  const rows = parts.filter((part) => !isJudged(part));
  if (rows.length === 0) return ['A program reads or drives every pin of the circuit.', ''];
  return [
    'These parts are wired, and **no program judges them yet**: no claim rests on them.',
    '',
    ...rows.map((part) => `- ${part.name} (${refsOf(part).join(', ')})`),
    '',
    '',
  ];
};

export const circuitLines = (): string[] => [
  '## The circuit',
  '',
  'Three sheets, drawn from one netlist: [supplies, relays, bridge, modules, returns](schematic-1.svg), [board and sensors](schematic-2.svg),',
  '[relays, stop, fan, buzzer, comparator](schematic-3.svg). All of them on paper: [schematic.pdf](schematic.pdf). For KiCad 6 and later:',
  '[contrast-board.kicad_sch](kicad/contrast-board.kicad_sch) with its three sheets, and the netlist for the board editor,',
  '[contrast-board.net](kicad/contrast-board.net). A test reads what the drawing joins and compares it with the netlist, the netlist with',
  'pin map and list of parts, and ratings with the currents that the plant computes.',
  '',
  '![Sheet 1](schematic-1.svg)',
  '',
  '![Sheet 2](schematic-2.svg)',
  '',
  '![Sheet 3](schematic-3.svg)',
  '',
  '### The two legs, pin by pin',
  '',
  ...table(['', 'leg A: BTN8982TA, BTS7960', 'leg B: DRV8145-Q1, HW variant'], legs),
  '',
  '### Capacitors and contacts',
  '',
  `The large capacitors stand before the contacts of K1, ${micro(legFarad)} behind each (never more than ${micro(railBleeder.farad)}), emptied by ${railBleeder.ohm} Ω. K1 then closes onto`,
  `${closingA(coolV, legFarad).toFixed(0)} A for some microseconds, of the 40 A that it may make. With ${micro(bulkFarad)} behind it, it would be ${closingA(coolV, bulkFarad).toFixed(0)} A at each closing, which welds.`,
  '',
  '### The heat rail and its clamp',
  '',
  `Supply ${clampFigures.supplyV.toFixed(2)} V (5.0 V for the leg, 0.45 V for the diode, 0.1 V for fuse, contact and wire). The clamp fires at ${clampFigures.leastFiresV.toFixed(2)} to ${clampFigures.mostFiresV.toFixed(2)} V, so leg B`,
  `never has more than ${clampFigures.legMostV.toFixed(1)} V for longer: full heat from 40 °C then needs ${clampFigures.to45SAtMost} s to 45 °C. It sits between F2 and the diode. Behind the diode a`,
  'shorted leg A would fire it through the modules and leg B’s body diode: full cooling that no enable ends. F2 cannot be relied on to',
  'blow where the supply limits below twice its rating; so the thyristor is on a heatsink and may carry that limit for ever.',
  '',
  '### Returns',
  '',
  'Every return has a wire of its own to one bolt (X1) at the bridge: both supplies, the capacitors and the clamp, each leg, the coils and',
  'the fan. The board has one wire to it, with less than 60 mA. The returns of the beads end at the ground pin of the board (X2), not at the',
  'bolt: 2 mΩ that they share with the modules’ current, 29 cm of 2.5 mm² or two mediocre crimps, are borne; from 3.2 mΩ on it is',
  'named as ground, and stops the device.',
  '',
  '### What no program judges',
  '',
  ...unjudged(),
  'The guard holds K2 while it is armed, and proves it open under the first drive, by the current in the modules’ line.',
  'The link JP1 belongs at 2-3, where the guard pulses the loop; at 1-2 only for firmware that does not.',
  '',
];
