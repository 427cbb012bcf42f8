/** Sheet 1: from the mains to the modules and back. */
import type { Component } from './component.ts';
import { SheetBuilder } from './sheet.ts';
import type { Sheet } from './sheet.ts';

const line = (component: readonly Component[], ref: string): string[] => {
  const found = component.find((candidate) => candidate.ref === ref);
  return [`${ref} ${found?.value ?? ''}`];
};

const contact = (from: string, to: string, unit: string) => ({
  pins: { 1: from, 2: to },
  unit,
  show: [unit],
});

function supplies(sheet: SheetBuilder): void {
  sheet
    .box('J1', { right: ['L', 'N', 'PE'], width: 10 }, [5, 16], { show: ['J1', 'IEC C14, switch'] })
    .box('PS1', { left: ['L', 'N', 'PE'], right: ['+', '', '-'], width: 14 }, [24, 16], {
      show: ['PS1  12 V', 'IEC 60601-1, 2 MOPP'],
    })
    .box('PS2', { left: ['L', 'N', 'PE'], right: ['+', '', '-'], width: 14 }, [24, 56], {
      show: ['PS2  5 V', 'IEC 60601-1, 2 MOPP'],
    })
    .note('2 fuses T 3.15 A H', [3.6, 25.6])
    .wire('J1.L', 'PS1.L')
    .wire('J1.N', 'PS1.N')
    .wire('J1.PE', 'PS1.PE')
    .wire([21, 18], [21, 58], 'PS2.L')
    .wire([20, 20], [20, 60], 'PS2.N')
    .wire([19, 22], [19, 62], 'PS2.PE');
}

function coolRail(sheet: SheetBuilder): void {
  sheet
    .part('F1', 'fuse', [50, 18])
    .part('F3', 'fuse', [50, 10])
    .power('PS1.+', 'F1.1')
    .wire([44, 18], [44, 10], 'F3.1')
    .flag('P12_F3', 'F3.2', 'right')
    .part('C1', 'polarised', [60, 24], { turn: 1, words: 'left' })
    .part('D3', 'zener', [70, 25], { turn: 3 })
    .part('TF1', 'fuse', [80, 18])
    .part('K1', 'closes', [92, 18], contact('11', '14', 'K1a'))
    .power('F1.2', 'TF1.1')
    .power('TF1.2', 'K1.11')
    .wire([60, 18], 'C1.1')
    .wire([70, 18], 'D3.K')
    .drop('C1.2', [56, 32])
    .drop('D3.A', [60, 32])
    .part('R1', 'resistor', [101, 25], { turn: 1, show: ['R1', '470 Ω'] })
    .part('C3', 'capacitor', [111, 25], { turn: 1, show: ['C3', '10 µF'] })
    .part('C5', 'capacitor', [119, 25], { turn: 1 })
    .wire([101, 18], 'R1.1')
    .wire([111, 18], 'C3.1')
    .wire([119, 18], 'C5.1')
    .flag('VS_A', [125, 18], 'up')
    .drop('R1.2', [111, 38])
    .drop('C3.2', [119, 38])
    .drop('C5.2', [124, 38]);
}

function legA(sheet: SheetBuilder, components: readonly Component[]): void {
  sheet
    .box(
      'U2',
      {
        left: ['VS', '', 'IN'],
        right: ['OUT', '', 'SR', '', 'IS', '', 'INH'],
        bottom: ['GND'],
        width: 14,
      },
      [150, 16],
    )
    .power('K1.14', 'U2.VS')
    .part('R61', 'resistor', [143, 28], { turn: 1 })
    .wire('U2.IN', [139, 22])
    .wire([143, 22], 'R61.1')
    .drop('R61.2', [143, 38])
    .flag('BRIDGE_COOL', [139, 22], 'left')
    .part('R3', 'resistor', [175, 22], { show: line(components, 'R3') })
    .part('R4', 'resistor', [175, 26], { show: line(components, 'R4') })
    .wire('U2.SR', 'R3.1')
    .wire('U2.IS', 'R4.1')
    .flag('BRIDGE_ENABLE', 'U2.INH', 'right')
    .wire('R3.2', [186, 22], [186, 38], [124, 38])
    .wire('R4.2', [186, 26])
    .power('U2.GND', [157, 38], [124, 38], [124, 129]);
}

function clamp(sheet: SheetBuilder): void {
  sheet
    .part('R5', 'resistor', [71, 66], { turn: 1, words: 'left' })
    .part('R6', 'resistor', [71, 82], { turn: 1, words: 'left' })
    .part('C7', 'capacitor', [78, 82], { turn: 1, words: 'left' })
    .part('U5', 'reference', [84, 84], { turn: 3, mirror: true })
    .part('R7', 'resistor', [84, 64], { turn: 1 })
    .part('R8', 'resistor', [84, 75], { turn: 1 })
    .part('Q2', 'pnp', [94, 69], { words: 'right', by: [0.5, 0] })
    .part('R9', 'resistor', [95, 77], { turn: 1 })
    .part('R10', 'resistor', [95, 88], { turn: 1 })
    .part('Q1', 'thyristor', [106, 82], { turn: 1 })
    .wire([71, 58], 'R5.1')
    .wire('R5.2', 'R6.1')
    .wire([71, 74], [78, 74], 'C7.1')
    .wire([78, 74], [80, 74], [80, 84], 'U5.REF')
    .wire([84, 58], 'R7.1')
    .wire('R7.2', 'R8.1')
    .wire('R8.2', 'U5.K')
    .wire([84, 69], 'Q2.B')
    .wire('Q2.E', [95, 58])
    .wire('Q2.C', 'R9.1')
    .wire('R9.2', 'R10.1')
    .wire([95, 82], [101, 82], [101, 85], 'Q1.G')
    .wire([106, 58], 'Q1.A')
    .power('Q1.K', [106, 98], [56, 98])
    .wire('R6.2', [71, 98])
    .wire('C7.2', [78, 98])
    .wire('U5.A', [84, 98])
    .wire('R10.2', [95, 98])
    .note('Overvoltage clamp, 6.2 V, between F2 and D1:', [66, 101])
    .note('12 V that come back through the modules cannot fire it', [66, 103]);
}

function heatRail(sheet: SheetBuilder): void {
  sheet
    .part('F2', 'fuse', [50, 58])
    .part('C2', 'polarised', [60, 74], { turn: 1, show: ['C2', '1000 µF'] })
    .power('PS2.+', 'F2.1')
    .part('D1', 'schottky', [112, 58])
    .power('F2.2', 'D1.A')
    .part('K1', 'closes', [120, 58], contact('21', '24', 'K1b'))
    .power('D1.K', 'K1.21')
    .wire([60, 58], 'C2.1')
    .wire('C2.2', [60, 98])
    .part('R2', 'resistor', [126, 65], { turn: 1, show: ['R2', '470 Ω'] })
    .part('C4', 'capacitor', [134, 65], { turn: 1, show: ['C4', '10 µF'] })
    .part('C6', 'capacitor', [142, 65], { turn: 1, words: 'right' })
    .wire([126, 58], 'R2.1')
    .wire([134, 58], 'C4.1')
    .wire([142, 58], 'C6.1')
    .flag('VS_B', [131, 58], 'up')
    .wire('C6.2', [142, 74], [126, 74])
    .wire('C4.2', [134, 74])
    .power('PS1.-', [44, 22], [44, 129])
    .power('PS2.-', [48, 62], [48, 129])
    .power([56, 32], [56, 129])
    .wire([56, 32], [70, 32]);
}

function legB(sheet: SheetBuilder, components: readonly Component[]): void {
  const rows = [
    ['R62', 'IN', 62],
    ['R63', 'nSLEEP', 66],
    ['R11', 'DRVOFF', 70],
    ['R12', 'SR', 74],
    ['R13', 'ITRIP', 78],
    ['R14', 'DIAG', 82],
    ['R15', 'IPROPI', 86],
  ] as const;
  const left = ['VM', ...Array.from({ length: 14 }, () => ''), 'nFAULT'];
  const right = ['OUT', ...rows.flatMap(([, pin]) => ['', pin])];
  sheet
    .box('U3', { left, right, bottom: ['GND'], width: 14 }, [150, 56])
    .power('K1.24', 'U3.VM')
    .part('R16', 'resistor', [143, 88])
    .wire('U3.nFAULT', 'R16.2')
    .flag('BOARD_5V', 'R16.1', 'left');
  for (const [ref, pin, y] of rows) {
    sheet
      .part(ref, 'resistor', [183, y], { show: line(components, ref) })
      .wire(`U3.${pin}`, `${ref}.1`)
      .wire(`${ref}.2`, [191, y]);
  }
  sheet
    .flag('BRIDGE_HEAT', [171, 62], 'up')
    .flag('BRIDGE_ENABLE', [171, 66], 'up')
    .wire([191, 62], [191, 101], [157, 101])
    .wire('R2.2', [126, 101], [157, 101])
    .power('U3.GND', [157, 101], [134, 101], [134, 129]);
}

function modules(sheet: SheetBuilder): void {
  sheet
    .part('TC1', 'disc', [176, 18])
    .part('M1', 'module', [194, 27], { turn: 1, show: ['M1'] })
    .part('M2', 'module', [207, 27], { turn: 1, show: ['M2'] })
    .note('M1, M2: TEC1-12706', [197, 41.5])
    .power('U2.OUT', 'TC1.1')
    .power('TC1.2', [207, 18], 'M2.+')
    .power([194, 18], 'M1.+')
    .box('U4', { left: ['IP+', '', 'IP-'], right: ['VCC', 'OUT', 'GND'], width: 11 }, [196, 46], {
      words: 'none',
    })
    .note('U4 ACS724LLCTR-20AB', [196, 56])
    .power('M1.-', [194, 38])
    .power('M2.-', [207, 38], [194, 38], 'U4.IP+')
    .part('K2', 'closes', [181, 52], contact('14', '11', 'K2'))
    .power('U4.IP-', 'K2.11')
    .power('K2.14', [170, 52], [170, 58], 'U3.OUT')
    .flag('BOARD_5V', 'U4.VCC', 'right')
    .flag('CURRENT', 'U4.OUT', 'right')
    .flag('GND', 'U4.GND', 'right');
}

function star(sheet: SheetBuilder): void {
  sheet
    .bar('X1', { 1: 44, 2: 48, 3: 56, 4: 124, 5: 134, 6: 156, 7: 176 }, [0, 132])
    .flag('RET_AUX', 'X1.6', 'up')
    .flag('GND_BOND', 'X1.7', 'up')
    .note('One lug for each wire, none shared. RET_AUX: coils, fan, buzzer (sheet 3).', [70, 139])
    .note('GND_BOND: the one wire to the board, below 60 mA (sheet 2).', [70, 141.2]);
}

export function powerSheet(components: readonly Component[]): Sheet {
  const sheet = new SheetBuilder('1 of 3: supplies, relays, bridge, modules, returns', components);
  supplies(sheet);
  coolRail(sheet);
  legA(sheet, components);
  clamp(sheet);
  heatRail(sheet);
  legB(sheet, components);
  modules(sheet);
  star(sheet);
  return sheet.done();
}
