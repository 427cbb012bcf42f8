/** Sheet 3: relays and their coil supply, stop loop, fan, buzzer, comparator. */
import type { Component } from './component.ts';
import { SheetBuilder } from './sheet.ts';
import type { Sheet } from './sheet.ts';

const unit = (name: string, from: string, to: string) => ({
  pins: { 1: from, 2: to },
  unit: name,
  show: [name],
});

function coils(sheet: SheetBuilder): void {
  sheet
    .part('S1', 'opens', [22, 14], unit('S1b', '21', '22'))
    .part('TC2', 'disc', [36, 14])
    .part('TC3', 'disc', [52, 14])
    .flag('P12_F3', 'S1.21', 'left')
    .wire('S1.22', 'TC2.1')
    .wire('TC2.2', 'TC3.1')
    .wire('TC3.2', [158, 14])
    .note('STOP takes the coils’ supply by itself: no pin, no program', [8, 19]);
  for (const [relay, at, zener, plain] of [
    ['K1', 78, 'D5', 'D4'],
    ['K2', 146, 'D7', 'D6'],
  ] as const) {
    sheet
      .part(relay, 'coil', [at, 22], {
        turn: 1,
        unit: `${relay} coil`,
        words: 'left',
        show: [relay],
      })
      .part(zener, 'zener', [at + 12, 19], { turn: 1 })
      .part(plain, 'diode', [at + 12, 25], { turn: 3 })
      .wire([at, 14], `${relay}.A1`)
      .wire([at + 12, 14], `${zener}.A`)
      .wire(`${relay}.A2`, [at, 33])
      .wire(`${plain}.A`, [at + 12, 31], [at, 31]);
  }
  sheet
    .part('Q3', 'npn', [77, 36], { words: 'right' })
    .part('R50', 'resistor', [66, 36])
    .part('R51', 'resistor', [58, 42], { turn: 1 })
    .wire('R50.2', 'Q3.B')
    .wire([54, 36], 'R50.1')
    .wire([58, 36], 'R51.1')
    .flag('RELAY', [54, 36], 'left')
    .wire('Q3.E', [78, 48])
    .wire('R51.2', [58, 48], [168, 48])
    .flag('RET_AUX', [168, 48], 'right')
    .part('Q4', 'mosfet', [145, 36], { words: 'right' })
    .part('D8', 'clamp', [116, 40], { words: 'right', by: [0, 1.2] })
    .part('C50', 'capacitor', [108, 40])
    .part('R52', 'resistor', [126, 42], { turn: 1 })
    .part('C51', 'capacitor', [135, 42], { turn: 1 })
    .part('R70', 'resistor', [99, 40], { words: 'down' })
    .wire('R70.2', 'C50.1')
    .flag('PUMP', 'R70.1', 'left')
    .wire('C50.2', 'D8.M')
    .wire('D8.K', 'Q4.G')
    .wire('D8.A', [116, 48])
    .wire([126, 36], 'R52.1')
    .wire('R52.2', [126, 48])
    .wire([135, 36], 'C51.1')
    .wire('C51.2', [135, 48])
    .wire('Q4.S', [146, 48])
    .flag('K2_GATE', [121, 36], 'up');
}

function stopLoop(sheet: SheetBuilder): void {
  sheet
    .part('R54', 'resistor', [27, 74])
    .part('R53', 'resistor', [35, 68], { turn: 1 })
    .part('C52', 'capacitor', [19, 79], { turn: 1 })
    .part('D9', 'zener', [42, 80], { turn: 3 })
    .part('S1', 'opens', [54, 74], unit('S1a', '11', '12'))
    .box('J2', { left: ['T', '', 'S'], width: 12 }, [70, 72], { show: ['J2', '3.5 mm mono'] })
    .part('D10', 'zener', [50, 97], { turn: 3, words: 'left' })
    .part('R55', 'resistor', [66, 91])
    .box('JP1', { left: ['1', '', '2', '', '3'], width: 14 }, [82, 85], {
      show: ['JP1', '1-2 ground, 2-3 pulsed'],
    })
    .flag('STOP_LOOP', [15, 74], 'left')
    .wire([15, 74], 'R54.1')
    .wire([19, 74], 'C52.1')
    .flag('GND', 'C52.2', 'down')
    .flag('BOARD_5V', 'R53.1', 'up')
    .wire('R53.2', [35, 74])
    .wire('R54.2', 'S1.11')
    .wire([42, 74], 'D9.K')
    .flag('GND', 'D9.A', 'down')
    .wire('S1.12', 'J2.T')
    .flag('STOP_TIP', [62, 74], 'up')
    .wire('J2.S', [60, 78], [60, 91], [50, 91], 'D10.K')
    .flag('GND', 'D10.A', 'down')
    .wire([60, 91], 'R55.1')
    .flag('STOP_FAR', [60, 84], 'left')
    .wire('R55.2', 'JP1.2')
    .flag('GND', 'JP1.1', 'left')
    .flag('STOP_LOOP_DRIVE', 'JP1.3', 'left')
    .frame([5, 57], [99, 103], 'Stop loop');
}

function converter(sheet: SheetBuilder): void {
  sheet
    .part('K3', 'coil', [20, 120], { turn: 1, unit: 'K3 coil', words: 'left', show: ['K3'] })
    .part('D11', 'diode', [30, 120], { turn: 3 })
    .box('J4', { left: ['T', '', 'S'], width: 12 }, [46, 124], { show: ['J4', '3.5 mm mono'] })
    .flag('BOARD_5V', [20, 115], 'up')
    .wire([20, 115], 'K3.A1')
    .wire([20, 116], [30, 116], 'D11.K')
    .wire('K3.A2', [20, 126], 'J4.T')
    .wire('D11.A', [30, 126])
    .flag('GND', 'J4.S', 'left')
    .part('K3', 'opens', [77, 120], unit('K3 contact', '11', '12'))
    .flag('STOP_TIP', 'K3.11', 'left')
    .flag('STOP_FAR', 'K3.12', 'right')
    .frame([5, 108], [99, 138], 'For a switch that is normally open, in place of the blank plug');
}

function fanAndBuzzer(sheet: SheetBuilder): void {
  sheet
    .box('FAN1', { left: ['+', '', '-'], right: ['TACH'], width: 14 }, [146, 64])
    .flag('P12_F3', 'FAN1.+', 'left')
    .flag('TACH_LINE', 'FAN1.TACH', 'right')
    .part('Q5', 'mosfet', [139, 80], { words: 'right' })
    .drop('FAN1.-', [140, 70], 'Q5.D')
    .part('R56', 'resistor', [126, 72], { turn: 1, words: 'left' })
    .part('D12', 'zener', [130, 87], { turn: 3 })
    .part('Q6', 'npn', [125, 88], { words: 'left', by: [0.3, 3.6] })
    .part('R57', 'resistor', [116, 88])
    .part('R58', 'resistor', [110, 94], { turn: 1 })
    .flag('P12_F3', 'R56.1', 'up')
    .wire('R56.2', 'Q6.C')
    .wire([126, 80], 'Q5.G')
    .wire([130, 80], 'D12.K')
    .wire([107, 88], 'R57.1')
    .flag('FAN', [107, 88], 'left')
    .wire('R57.2', 'Q6.B')
    .wire([110, 88], 'R58.1')
    .wire('R58.2', [110, 99], [182, 99])
    .wire('Q6.E', [126, 99])
    .wire('D12.A', [130, 99])
    .wire('Q5.S', [140, 99])
    .box('BZ1', { left: ['+', '', '-'], width: 14 }, [194, 64])
    .flag('BOARD_5V', 'BZ1.+', 'left')
    .part('Q7', 'npn', [187, 80], { words: 'right' })
    .drop('BZ1.-', [188, 70], 'Q7.C')
    .part('R59', 'resistor', [177, 80])
    .part('R60', 'resistor', [170, 88], { turn: 1 })
    .wire([166, 80], 'R59.1')
    .flag('BUZZER', [166, 80], 'left')
    .wire('R59.2', 'Q7.B')
    .wire([170, 80], 'R60.1')
    .wire('R60.2', [170, 99])
    .wire('Q7.E', [188, 99], [182, 99])
    .wire([188, 99], [194, 99])
    .flag('RET_AUX', [194, 99], 'right');
}

function comparator(sheet: SheetBuilder): void {
  sheet
    .frame(
      [103, 104],
      [217, 153],
      'Comparator: opens K2 without any program; latched until the 12 V are off',
    )
    .box('U7', { left: ['IN'], right: ['OUT'], bottom: ['GND'], width: 10 }, [114, 113])
    .flag('P12_F3', [108, 115], 'up')
    .wire([108, 115], 'U7.IN')
    .part('C53', 'capacitor', [108, 128], { turn: 1 })
    .wire([108, 115], 'C53.1')
    .part('C54', 'capacitor', [127, 128], { turn: 1 })
    .wire('U7.OUT', [194, 115])
    .wire([127, 115], 'C54.1')
    .wire('U7.GND', [119, 148])
    .wire('C53.2', [108, 148], [194, 148])
    .wire('C54.2', [127, 148])
    .part('R64', 'resistor', [140, 120], { turn: 1 })
    .part('RT5', 'thermistor', [140, 137], { turn: 1, words: 'left' })
    .part('C55', 'capacitor', [144, 143], { turn: 1 })
    .part('R65', 'resistor', [154, 120], { turn: 1 })
    .part('R66', 'resistor', [154, 137], { turn: 1, words: 'left' })
    .part('C56', 'capacitor', [161, 143], { turn: 1, words: 'right' })
    .part('R67', 'resistor', [170, 120], { turn: 1 })
    .part('R68', 'resistor', [170, 137], { turn: 1, words: 'left' })
    .wire([140, 115], 'R64.1')
    .wire('R64.2', 'RT5.1')
    .wire('RT5.2', [140, 148])
    .wire([144, 126], 'C55.1')
    .wire('C55.2', [144, 148])
    .wire([154, 115], 'R65.1')
    .wire('R65.2', 'R66.1')
    .wire('R66.2', [154, 148])
    .wire([161, 128], 'C56.1')
    .wire('C56.2', [161, 148])
    .wire([170, 115], 'R67.1')
    .wire('R67.2', 'R68.1')
    .wire('R68.2', [170, 148])
    .part('U6', 'comparator', [186, 127], {
      unit: 'U6a',
      show: ['U6a LM393'],
      pins: { '+': '1+', '-': '1-', OUT: '1OUT' },
      by: [0, -2],
    })
    .part('U6', 'comparator', [186, 138], {
      unit: 'U6b',
      show: ['U6b'],
      words: 'down',
      pins: { '+': '2+', '-': '2-', OUT: '2OUT' },
      by: [0, 2],
    })
    .wire([140, 126], 'U6.1+')
    .wire([154, 128], 'U6.1-')
    .wire([170, 130], [176, 130], [176, 137], 'U6.2+')
    .wire([179, 126], [179, 139], 'U6.2-')
    .part('R69', 'resistor', [194, 120], { turn: 1 })
    .wire([194, 115], 'R69.1')
    .wire('R69.2', [194, 143])
    .wire('U6.1OUT', [194, 127])
    .wire('U6.2OUT', [194, 138])
    .part('C57', 'capacitor', [194, 145], { turn: 1 })
    .wire('C57.2', [194, 148])
    .part('D13', 'schottky', [201, 129], { turn: 2, words: 'up', by: [0, 0.2] })
    .part('D14', 'schottky', [201, 135], { turn: 2, words: 'down' })
    .wire([194, 129], 'D13.K')
    .wire([194, 135], 'D14.K')
    .flag('CMP_BEAD', 'D13.A', 'right')
    .flag('K2_GATE', 'D14.A', 'right')
    .flag('CMP_BEAD', [149, 126], 'up')
    .flag('RET_AUX', [132, 148], 'down')
    .box('U6', { left: ['VCC', 'GND'], width: 7 }, [206, 113], { unit: 'U6c', show: ['U6c'] })
    .flag('P12_F3', 'U6.VCC', 'left')
    .flag('RET_AUX', 'U6.GND', 'left');
}

export function driveSheet(components: readonly Component[]): Sheet {
  const sheet = new SheetBuilder('3 of 3: relays, stop, fan, buzzer, comparator', components);
  coils(sheet);
  stopLoop(sheet);
  converter(sheet);
  fanAndBuzzer(sheet);
  comparator(sheet);
  return sheet.done();
}
