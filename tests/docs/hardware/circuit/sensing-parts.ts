/** The controller board and everything that it reads. */
import { railDivider } from '../../../../hardware/parts/rail-divider.ts';
import { between } from './component.ts';
import type { Component } from './component.ts';
import type { BoardPin } from './board-pins.ts';

const kiloOhm = (ohm: number): string => `${ohm / 1000} kΩ`;

/** Series resistor, capacitor and clamp of one analog pin, at the board. */
function guarded(index: number, from: string, pin: string, farad: string): Component[] {
  return [
    between(`R${20 + index}`, 'Series resistors, 2.2 kΩ', '2.2 kΩ', from, pin, 'at the board'),
    between(
      `C${20 + index}`,
      farad === '2.2 µF' ? 'Filter capacitors, 2.2 µF' : 'Ceramic capacitors, small',
      farad,
      pin,
      'GND',
      'at the pin',
    ),
    {
      ref: `D${20 + index}`,
      part: 'Clamp diodes',
      value: 'BAT54S',
      pins: { A: 'GND', M: pin, K: 'BOARD_5V' },
      place: 'at the pin, behind the series resistor',
    },
  ];
}

/** A bead, or the witness, against its resistor to the converter’s own 5 V. */
function bead(
  index: number,
  pin: string,
  sensor: Pick<Component, 'ref' | 'part' | 'value' | 'place'>,
  upper = { ohm: '10.0 kΩ', from: 'BOARD_5V' },
): Component[] {
  const node = `${pin}_IN`;
  return [
    between(`R${30 + index}`, 'Divider resistors, 10 kΩ 0.1 %', upper.ohm, upper.from, node),
    { ...sensor, pins: { 1: node, 2: 'BEAD_RET' } },
    ...guarded(index, node, pin, '2.2 µF'),
  ];
}

const thermistor = { part: 'Thermistors', value: '103 / 3950' } as const;

const beads: readonly Component[] = [
  ...bead(0, 'PLATE_A', { ref: 'RT1', ...thermistor, place: 'in the plate over module 1' }),
  ...bead(1, 'PLATE_B', { ref: 'RT2', ...thermistor, place: 'in the plate over module 2' }),
  ...bead(2, 'HEATSINK', { ref: 'RT3', ...thermistor, place: 'clamped to the heatsink base' }),
  between('R34', 'Resistors, 1 %', '0–510 Ω, chosen', 'BOARD_5V', 'WITNESS_TOP'),
  ...bead(
    3,
    'WITNESS',
    {
      ref: 'RT4',
      part: 'Witness of the plate',
      value: 'TMP6131',
      place: 'in the plate between the modules, in a hole and with a glue of its own',
    },
    { ohm: '9.76 kΩ', from: 'WITNESS_TOP' },
  ),
];

const rail = (index: number, pin: string, from: string): Component[] => [
  between(`R${40 + 2 * index}`, 'Rail dividers', kiloOhm(railDivider.upperOhm), from, `${pin}_IN`),
  between(`R${41 + 2 * index}`, 'Rail dividers', kiloOhm(railDivider.lowerOhm), `${pin}_IN`, 'GND'),
  ...guarded(4 + index, `${pin}_IN`, pin, '100 nF'),
];

const checks: readonly Component[] = [
  between('R44', 'Known resistor', '10.0 kΩ', 'BOARD_5V', 'KNOWN_IN'),
  between(
    'R45',
    'Known resistor',
    '4.70 kΩ',
    'KNOWN_IN',
    'BEAD_RET',
    'on the return of the beads: it reads what that return has against the board',
  ),
  between('R46', 'Series resistors, 2.2 kΩ', '2.2 kΩ', 'KNOWN_IN', 'KNOWN_RESISTOR'),
  between('C44', 'Ceramic capacitors, small', '100 nF', 'KNOWN_RESISTOR', 'GND'),
  between(
    'C47',
    'Ceramic capacitors, small',
    '100 nF',
    'BOARD_5V',
    'GND',
    'at the supply pin of the current sensor',
  ),
  between('R47', 'Resistors, 1 %', '10 kΩ', 'CURRENT', 'MODULE_CURRENT'),
  between('C45', 'Ceramic capacitors, small', '1 µF', 'MODULE_CURRENT', 'GND'),
];

const tachometer: readonly Component[] = [
  between('R48', 'Resistors, 1 %', '10 kΩ', 'BOARD_5V', 'TACH_LINE'),
  between('R49', 'Resistors, 1 %', '1 kΩ', 'TACH_LINE', 'FAN_TACH'),
  between('C46', 'Ceramic capacitors, small', '10 nF', 'FAN_TACH', 'GND'),
  {
    ref: 'D26',
    part: 'Clamp diodes',
    value: 'BAT54S',
    pins: { A: 'GND', M: 'FAN_TACH', K: 'BOARD_5V' },
  },
];

const board = (pins: readonly BoardPin[]): Component => ({
  ref: 'A1',
  part: 'Controller board',
  value: 'Arduino Nano',
  pins: {
    USB: 'USB_BOARD',
    '5V': 'BOARD_5V',
    GND: 'GND',
    ...Object.fromEntries(pins.map(({ pin, net }) => [pin, net])),
  },
});

const computer: readonly Component[] = [
  { ref: 'J3', part: 'USB isolator', value: 'to the computer', pins: { USB: 'USB_HOST' } },
  {
    ref: 'U1',
    part: 'USB isolator',
    value: '2 MOPP, 5 V 0.25 A',
    pins: { HOST: 'USB_HOST', DEVICE: 'USB_BOARD' },
  },
  {
    ref: 'DS1',
    part: 'Controller board',
    value: 'light on the board',
    pins: { A: 'STATUS_LED', K: 'GND' },
  },
];

export const sensingParts = (pins: readonly BoardPin[]): Component[] => [
  board(pins),
  ...computer,
  ...beads,
  ...rail(0, 'HEAT_RAIL', 'VS_B'),
  ...rail(1, 'COOL_RAIL', 'VS_A'),
  ...checks,
  ...tachometer,
];
