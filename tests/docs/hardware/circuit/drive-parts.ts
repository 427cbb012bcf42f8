/** What opens: relays and their coil supply, the stop loop, fan and buzzer, and the comparator that needs no program. */
import { between, diode } from './component.ts';
import type { Component } from './component.ts';

const pullDown = (ref: string, net: string, to: string): Component =>
  between(ref, 'Pull-down resistors, 10 kΩ', '10 kΩ', net, to, 'at the part that the pin drives');

/** An NPN transistor with its base resistor. */
const npn = (ref: string, base: string, net: string, collector: string): Component[] => [
  between(base, 'Resistors, 1 %', '1 kΩ', net, `${ref}_B`),
  {
    ref,
    part: 'Transistors',
    value: 'BC337-40',
    pins: { B: `${ref}_B`, C: collector, E: 'RET_AUX' },
  },
];

/** Diode and 24 V zener over a coil: a plain diode alone keeps the contact closed longer. */
const quench = (index: number, coil: string): Component[] => [
  diode(`D${index}`, 'Coil diodes', '1N4007', coil, `${coil}_Z`),
  diode(`D${index + 1}`, 'Coil diodes', 'BZX85C24', 'COIL_P', `${coil}_Z`),
];

const coilDisc = 'without it a wire in its place';

const coilSupply: readonly Component[] = [
  {
    ref: 'S1',
    part: 'Stop button',
    value: '2 × normally closed',
    pins: { 11: 'STOP_LINE', 12: 'STOP_TIP', 21: 'P12_F3', 22: 'COIL_S' },
  },
  {
    ...between('TC2', 'Discs in the coil supply', 'opens at 55 °C', 'COIL_S', 'COIL_T'),
    place: 'on the plate',
    option: coilDisc,
  },
  {
    ...between('TC3', 'Discs in the coil supply', 'opens falling, 0 °C', 'COIL_T', 'COIL_P'),
    place: 'on the plate',
    option: coilDisc,
  },
];

const relays: readonly Component[] = [
  {
    ref: 'K1',
    part: 'Safety relay K1',
    value: 'T92S7D12-12',
    pins: { A1: 'COIL_P', A2: 'K1_COIL', 11: 'P12_TF', 14: 'VS_A', 21: 'P5_D1', 24: 'VS_B' },
  },
  ...npn('Q3', 'R50', 'RELAY', 'K1_COIL'),
  pullDown('R51', 'RELAY', 'RET_AUX'),
  ...quench(4, 'K1_COIL'),
  {
    ref: 'K2',
    part: 'Second relay K2',
    value: 'T9AS1D12-12',
    pins: { A1: 'COIL_P', A2: 'K2_COIL', 11: 'K2_LINE', 14: 'OUT_B' },
  },
  {
    ref: 'Q4',
    part: 'Charge pump of K2',
    value: 'BSS138',
    pins: { G: 'K2_GATE', D: 'K2_COIL', S: 'RET_AUX' },
  },
  ...quench(6, 'K2_COIL'),
  between('R70', 'Charge pump of K2', '330 Ω', 'PUMP', 'PUMP_R'),
  between('C50', 'Charge pump of K2', '220 nF', 'PUMP_R', 'PUMP_C'),
  {
    ref: 'D8',
    part: 'Charge pump of K2',
    value: 'BAT54S',
    pins: { A: 'RET_AUX', M: 'PUMP_C', K: 'K2_GATE' },
  },
  between('C51', 'Charge pump of K2', '1 µF', 'K2_GATE', 'RET_AUX'),
  between('R52', 'Charge pump of K2', '100 kΩ', 'K2_GATE', 'RET_AUX'),
];

const surge = 'at the socket: it is the patient who touches this cable';

const stopLoop: readonly Component[] = [
  between(
    'R53',
    'Pull-up resistor for the stop loop, 10 kΩ',
    '10 kΩ',
    'BOARD_5V',
    'STOP_LINE',
    'at the board',
  ),
  between('R54', 'Resistors, 1 %', '1 kΩ', 'STOP_LOOP', 'STOP_LINE', 'at the board'),
  between('C52', 'Ceramic capacitors, small', '100 nF', 'STOP_LOOP', 'GND', 'at the pin'),
  diode('D9', 'Surge diodes of the stop cable', 'SMAJ5.0A', 'GND', 'STOP_LINE', surge),
  diode('D10', 'Surge diodes of the stop cable', 'SMAJ5.0A', 'GND', 'STOP_FAR', surge),
  {
    ref: 'J2',
    part: 'Socket for an adaptive switch',
    value: '3.5 mm mono',
    pins: { T: 'STOP_TIP', S: 'STOP_FAR' },
  },
  between('R55', 'Resistors, 1 %', '330 Ω', 'STOP_FAR', 'STOP_END'),
  {
    ref: 'JP1',
    part: 'Link for the stop loop',
    value: '1-2 ground, 2-3 pulsed',
    pins: { 1: 'GND', 2: 'STOP_END', 3: 'STOP_LOOP_DRIVE' },
  },
];

const openSwitch = 'only where the switch of the patient is normally open';
const converter: readonly Component[] = [
  {
    ref: 'K3',
    part: 'Converter for a normally open switch',
    value: '5 V relay',
    pins: { A1: 'BOARD_5V', A2: 'OPEN_SWITCH', 11: 'STOP_TIP', 12: 'STOP_FAR' },
    option: openSwitch,
  },
  {
    ref: 'J4',
    part: 'Converter for a normally open switch',
    value: '3.5 mm mono',
    pins: { T: 'OPEN_SWITCH', S: 'GND' },
    option: openSwitch,
  },
  {
    ...diode('D11', 'Converter for a normally open switch', '1N4148', 'OPEN_SWITCH', 'BOARD_5V'),
    option: openSwitch,
  },
];

const fan: readonly Component[] = [
  {
    ref: 'FAN1',
    part: 'Heatsink and fan',
    value: '12 V, tachometer',
    pins: { '+': 'P12_F3', '-': 'FAN_N', TACH: 'TACH_LINE' },
  },
  {
    ref: 'Q5',
    part: 'Fan driver',
    value: 'IRLZ44N',
    pins: { G: 'FAN_GATE', D: 'FAN_N', S: 'RET_AUX' },
  },
  between('R56', 'Fan driver', '10 kΩ', 'P12_F3', 'FAN_GATE'),
  diode('D12', 'Fan driver', 'BZX55C15', 'RET_AUX', 'FAN_GATE'),
  ...npn('Q6', 'R57', 'FAN', 'FAN_GATE'),
  pullDown('R58', 'FAN', 'RET_AUX'),
];

const buzzer: readonly Component[] = [
  { ref: 'BZ1', part: 'Buzzer', value: '5 V, active', pins: { '+': 'BOARD_5V', '-': 'BUZZER_N' } },
  ...npn('Q7', 'R59', 'BUZZER', 'BUZZER_N'),
  pullDown('R60', 'BUZZER', 'RET_AUX'),
];

const bridgeInputs: readonly Component[] = [
  pullDown('R61', 'BRIDGE_COOL', 'RET_LEG_A'),
  pullDown('R62', 'BRIDGE_HEAT', 'RET_LEG_B'),
  pullDown('R63', 'BRIDGE_ENABLE', 'RET_LEG_B'),
];

/** Divider of the comparator at its limits, Ω: the upper one to 5 V. */
export const comparatorDividers = {
  pullUpOhm: 10_000,
  hot: { upperOhm: 24_000, lowerOhm: 10_000 },
  cold: { upperOhm: 10_000, lowerOhm: 30_100 },
} as const;

const name = 'Comparator';
const comparator: readonly Component[] = [
  {
    ref: 'U7',
    part: name,
    value: '78L05',
    pins: { IN: 'P12_F3', OUT: 'CMP_5V', GND: 'RET_AUX' },
  },
  between('C53', name, '330 nF', 'P12_F3', 'RET_AUX'),
  between('C54', name, '100 nF', 'CMP_5V', 'RET_AUX'),
  between('R64', name, '10.0 kΩ', 'CMP_5V', 'CMP_BEAD'),
  {
    ...between('RT5', name, '103 / 3950', 'CMP_BEAD', 'RET_AUX'),
    place: 'in the plate, in a hole of its own; return to the star bolt, away from the other beads',
  },
  between('C55', name, '1 nF', 'CMP_BEAD', 'RET_AUX'),
  between('R65', name, '24.0 kΩ', 'CMP_5V', 'CMP_HOT'),
  between('R66', name, '10.0 kΩ', 'CMP_HOT', 'RET_AUX'),
  between('C56', name, '10 µF', 'CMP_HOT', 'RET_AUX'),
  between('R67', name, '10.0 kΩ', 'CMP_5V', 'CMP_COLD'),
  between('R68', name, '30.1 kΩ', 'CMP_COLD', 'RET_AUX'),
  {
    ref: 'U6',
    part: name,
    value: 'LM393',
    pins: {
      '1+': 'CMP_BEAD',
      '1-': 'CMP_HOT',
      '1OUT': 'CMP_TRIP',
      '2+': 'CMP_COLD',
      '2-': 'CMP_BEAD',
      '2OUT': 'CMP_TRIP',
      VCC: 'P12_F3',
      GND: 'RET_AUX',
    },
  },
  between('R69', name, '10 kΩ', 'CMP_5V', 'CMP_TRIP'),
  between('C57', name, '10 nF', 'CMP_TRIP', 'RET_AUX'),
  diode('D13', name, 'BAT54', 'CMP_BEAD', 'CMP_TRIP'),
  diode('D14', name, 'BAT54', 'K2_GATE', 'CMP_TRIP'),
].map((component) => ({ ...component, option: 'needs K2; without it nothing is wired' }));

export const driveParts: readonly Component[] = [
  ...coilSupply,
  ...relays,
  ...stopLoop,
  ...converter,
  ...fan,
  ...buzzer,
  ...bridgeInputs,
  ...comparator,
];
