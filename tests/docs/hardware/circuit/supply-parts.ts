/** From the mains to the star point: supplies, fuses, clamp, relay contacts, bridge, modules, and every return. */
import { railBleeder } from '../../../../hardware/parts/rail-divider.ts';
import { railCapacitors } from '../rail.ts';
import { cutOutFigures } from '../cut-out.ts';
import { lineOf } from '../currents.ts';
import { between, diode } from './component.ts';
import type { Component } from './component.ts';

const atLeg = 'within 10 mm of the supply pin of its leg';
const atBolt = 'at the star bolt, minus within 50 mm of it';

const supplies: readonly Component[] = [
  {
    ref: 'J1',
    part: 'Mains inlet',
    value: 'IEC C14, switch, 2 fuses T 3.15 A H',
    pins: { L: 'MAINS_L', N: 'MAINS_N', PE: 'PE' },
  },
  {
    ref: 'PS1',
    part: '12 V supply',
    value: '12 V, IEC 60601-1, 2 MOPP',
    pins: { L: 'MAINS_L', N: 'MAINS_N', PE: 'PE', '+': 'P12', '-': 'RET_PS1' },
  },
  {
    ref: 'PS2',
    part: '5 V heat rail',
    value: '5 V, IEC 60601-1, 2 MOPP',
    pins: { L: 'MAINS_L', N: 'MAINS_N', PE: 'PE', '+': 'P5', '-': 'RET_PS2' },
  },
  between('F1', 'Fuses F1, F2, F3', `${lineOf('F1').fuseA} A`, 'P12', 'P12_F1'),
  between('F2', 'Fuses F1, F2, F3', `${lineOf('F2').fuseA} A`, 'P5', 'P5_F2'),
  between('F3', 'Fuses F1, F2, F3', `${lineOf('F3').fuseA} A`, 'P12', 'P12_F3'),
];

const cooling: readonly Component[] = [
  between('C1', 'Rail capacitors, supply side', '1000 µF 25 V', 'P12_F1', 'RET_BULK', atBolt),
  diode('D3', 'Surge diode on 12 V', 'SMCJ15A', 'RET_BULK', 'P12_F1', atBolt),
  between(
    'TF1',
    'Thermal fuse, 93 °C',
    '93 °C',
    'P12_F1',
    'P12_TF',
    'clamped to the heatsink base',
  ),
  between('C3', 'Rail capacitors, leg side', railCapacitors.leg, 'VS_A', 'RET_LEG_A', atLeg),
  between('C5', 'Ceramic capacitors, small', '100 nF', 'VS_A', 'RET_LEG_A', atLeg),
  between('R1', 'Bleeder resistors', `${railBleeder.ohm} Ω 1 W`, 'VS_A', 'RET_LEG_A'),
  {
    ref: 'U2',
    part: 'Bridge, leg A',
    value: 'BTN8982TA / BTS7960',
    pins: {
      VS: 'VS_A',
      OUT: 'OUT_A',
      GND: 'RET_LEG_A',
      IN: 'BRIDGE_COOL',
      INH: 'BRIDGE_ENABLE',
      SR: 'LEG_A_SR',
      IS: 'LEG_A_IS',
    },
  },
  between('R3', 'Resistors, 1 %', '5.1 kΩ', 'LEG_A_SR', 'RET_LEG_A'),
  between('R4', 'Resistors, 1 %', '1 kΩ', 'LEG_A_IS', 'RET_LEG_A'),
];

const clamp: readonly Component[] = [
  {
    ref: 'Q1',
    part: 'Overvoltage clamp on the heat rail',
    value: 'TYN625',
    pins: { A: 'P5_F2', K: 'RET_BULK', G: 'CLAMP_GATE' },
    place: 'on a heatsink of 3 K/W; it may carry the limit of the supply for ever',
  },
  {
    ref: 'U5',
    part: 'Overvoltage clamp on the heat rail',
    value: 'TL431B',
    pins: { K: 'CLAMP_K', A: 'RET_BULK', REF: 'CLAMP_REF' },
  },
  {
    ref: 'Q2',
    part: 'Overvoltage clamp on the heat rail',
    value: 'BC327-40',
    pins: { E: 'P5_F2', B: 'CLAMP_B', C: 'CLAMP_C' },
  },
  between('R5', 'Resistors, 0.1 %', '15.0 kΩ', 'P5_F2', 'CLAMP_REF'),
  between('R6', 'Resistors, 0.1 %', '10.0 kΩ', 'CLAMP_REF', 'RET_BULK'),
  between('C7', 'Ceramic capacitors, small', '15 nF', 'CLAMP_REF', 'RET_BULK'),
  between('R7', 'Resistors, 1 %', '1 kΩ', 'P5_F2', 'CLAMP_B'),
  between('R8', 'Resistors, 1 %', '1 kΩ', 'CLAMP_B', 'CLAMP_K'),
  between('R9', 'Resistors, 1 %', '47 Ω', 'CLAMP_C', 'CLAMP_GATE'),
  between('R10', 'Resistors, 1 %', '1 kΩ', 'CLAMP_GATE', 'RET_BULK'),
];

const heating: readonly Component[] = [
  between('C2', 'Rail capacitors, supply side', '1000 µF 25 V', 'P5_F2', 'RET_BULK', atBolt),
  diode('D1', 'Heat rail diode', 'STPS30L30CT', 'P5_F2', 'P5_D1', 'on a heatsink of 10 K/W'),
  between('C4', 'Rail capacitors, leg side', railCapacitors.leg, 'VS_B', 'RET_LEG_B', atLeg),
  between('C6', 'Ceramic capacitors, small', '100 nF', 'VS_B', 'RET_LEG_B', atLeg),
  between('R2', 'Bleeder resistors', `${railBleeder.ohm} Ω 1 W`, 'VS_B', 'RET_LEG_B'),
  {
    ref: 'U3',
    part: 'Bridge, leg B',
    value: 'DRV8145-Q1 (HW)',
    pins: {
      VM: 'VS_B',
      OUT: 'OUT_B',
      GND: 'RET_LEG_B',
      IN: 'BRIDGE_HEAT',
      nSLEEP: 'BRIDGE_ENABLE',
      DRVOFF: 'LEG_B_DRVOFF',
      SR: 'LEG_B_SR',
      ITRIP: 'LEG_B_ITRIP',
      DIAG: 'LEG_B_DIAG',
      IPROPI: 'LEG_B_IPROPI',
      nFAULT: 'LEG_B_NFAULT',
    },
  },
  between('R11', 'Resistors, 1 %', '10 kΩ', 'LEG_B_DRVOFF', 'RET_LEG_B'),
  between('R12', 'Resistors, 1 %', 'SR level', 'LEG_B_SR', 'RET_LEG_B'),
  between('R13', 'Resistors, 1 %', 'ITRIP level', 'LEG_B_ITRIP', 'RET_LEG_B'),
  between('R14', 'Resistors, 1 %', 'DIAG level', 'LEG_B_DIAG', 'RET_LEG_B'),
  between('R15', 'Resistors, 1 %', '1 kΩ', 'LEG_B_IPROPI', 'RET_LEG_B'),
  between('R16', 'Resistors, 1 %', '10 kΩ', 'BOARD_5V', 'LEG_B_NFAULT'),
];

const modules: readonly Component[] = [
  between(
    'TC1',
    `Thermal cut-out, ${cutOutFigures.opensAtC} °C`,
    `${cutOutFigures.opensAtC} °C`,
    'OUT_A',
    'MOD_P',
    'clamped to the plate between the modules, with grease',
  ),
  {
    ref: 'M1',
    part: 'Peltier modules',
    value: 'TEC1-12706',
    pins: { '+': 'MOD_P', '-': 'MOD_N' },
  },
  {
    ref: 'M2',
    part: 'Peltier modules',
    value: 'TEC1-12706',
    pins: { '+': 'MOD_P', '-': 'MOD_N' },
  },
  {
    ref: 'U4',
    part: 'Current sensor',
    value: 'ACS724LLCTR-20AB',
    pins: {
      'IP+': 'MOD_N',
      'IP-': 'K2_LINE',
      VCC: 'BOARD_5V',
      OUT: 'CURRENT',
      GND: 'GND',
    },
  },
];

const returns: readonly Component[] = [
  {
    ref: 'X1',
    part: 'Star point',
    value: 'brass bolt M5',
    pins: {
      1: 'RET_PS1',
      2: 'RET_PS2',
      3: 'RET_BULK',
      4: 'RET_LEG_A',
      5: 'RET_LEG_B',
      6: 'RET_AUX',
      7: 'GND_BOND',
    },
    place: 'at the bridge; one lug for each wire, none shared',
  },
  {
    ref: 'X2',
    part: 'Star point',
    value: 'ground of the board',
    pins: { 1: 'GND_BOND', 2: 'GND', 3: 'BEAD_RET' },
    place:
      'at the ground pin of the board; the returns of the beads end here and not at the star bolt',
  },
];

export const supplyParts: readonly Component[] = [
  ...supplies,
  ...cooling,
  ...clamp,
  ...heating,
  ...modules,
  ...returns,
];
