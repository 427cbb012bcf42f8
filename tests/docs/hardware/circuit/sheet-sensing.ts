/** Sheet 2: the controller board and what it reads. */
import type { Component } from './component.ts';
import { SheetBuilder } from './sheet.ts';
import type { Sheet } from './sheet.ts';
import type { SymbolName } from './symbols.ts';

interface Channel {
  readonly x: number;
  readonly y: number;
  readonly net: string;
  /** Resistor above the node, and what it comes from. */
  readonly upper: string;
  readonly from: string;
  /** One more in series with it, above. */
  readonly above?: string;
  /** Part below the node. */
  readonly lower?: { readonly ref: string; readonly symbol: SymbolName };
  readonly series: string;
  readonly capacitor: string;
  readonly clamp?: string;
}

/** Divider, series resistor, capacitor, clamp, pin. */
function channel(sheet: SheetBuilder, given: Channel): void {
  const { x, y, net, upper, from, lower, series, capacitor, clamp, above } = given;
  if (above !== undefined) {
    sheet.part(above, 'resistor', [x, y - 13], { turn: 1, words: 'left' });
  }
  sheet
    .part(upper, 'resistor', [x, y - 6], { turn: 1, words: 'left' })
    .flag(from, `${above ?? upper}.1`, 'up')
    .part(series, 'resistor', [x + 10, y])
    .part(capacitor, 'capacitor', [x + 17, y + 5], { turn: 1, words: 'left' })
    .wire(`${upper}.2`, [x, y], `${series}.1`)
    .wire([x + 17, y], `${capacitor}.1`)
    .flag('GND', `${capacitor}.2`, 'down')
    .wire(`${series}.2`, [x + 31, y])
    .flag(net, [x + 31, y], 'right');
  if (lower !== undefined) {
    sheet
      .part(lower.ref, lower.symbol, [x, y + 6], { turn: 1, words: 'left' })
      .wire([x, y], `${lower.ref}.1`);
  }
  if (clamp !== undefined) {
    sheet
      .part(clamp, 'clamp', [x + 24, y], { words: 'right', by: [0, -2.6] })
      .flag('BOARD_5V', `${clamp}.K`, 'up')
      .flag('GND', `${clamp}.A`, 'down');
  }
}

function beads(sheet: SheetBuilder): void {
  const rows = ['PLATE_A', 'PLATE_B', 'HEATSINK', 'WITNESS'];
  rows.forEach((net, index) => {
    channel(sheet, {
      x: 18 + 51 * index,
      y: 28,
      net,
      upper: `R${30 + index}`,
      from: 'BOARD_5V',
      ...(net === 'WITNESS' ? { above: 'R34' } : {}),
      lower: { ref: `RT${index + 1}`, symbol: 'thermistor' },
      series: `R${20 + index}`,
      capacitor: `C${20 + index}`,
      clamp: `D${20 + index}`,
    });
    sheet.wire(`RT${index + 1}.2`, [18 + 51 * index, 44]);
  });
  sheet
    .wire('R34.2', 'R33.1')
    .wire([18, 44], [190, 44])
    .flag('BEAD_RET', [190, 44], 'right')
    .note(
      'Each bead has its own pair of wires; the returns meet at the board (X2), not at the star bolt.',
      [22, 46.5],
    );
}

function checks(sheet: SheetBuilder): void {
  const y = 70;
  ['HEAT_RAIL', 'COOL_RAIL'].forEach((net, index) => {
    const lower = `R${41 + 2 * index}`;
    channel(sheet, {
      x: 18 + 51 * index,
      y,
      net,
      upper: `R${40 + 2 * index}`,
      from: index === 0 ? 'VS_B' : 'VS_A',
      lower: { ref: lower, symbol: 'resistor' },
      series: `R${24 + index}`,
      capacitor: `C${24 + index}`,
      clamp: `D${24 + index}`,
    });
    sheet.flag('GND', `${lower}.2`, 'down');
  });
  channel(sheet, {
    x: 120,
    y,
    net: 'KNOWN_RESISTOR',
    upper: 'R44',
    from: 'BOARD_5V',
    lower: { ref: 'R45', symbol: 'resistor' },
    series: 'R46',
    capacitor: 'C44',
  });
  sheet
    .flag('BEAD_RET', 'R45.2', 'down')
    .part('C47', 'capacitor', [199, y - 12], { turn: 1 })
    .flag('BOARD_5V', 'C47.1', 'up')
    .flag('GND', 'C47.2', 'down')
    .part('R47', 'resistor', [183, y])
    .part('C45', 'capacitor', [192, y + 5], { turn: 1, words: 'left' })
    .flag('CURRENT', 'R47.1', 'left')
    .wire('R47.2', [198, y])
    .wire([192, y], 'C45.1')
    .flag('GND', 'C45.2', 'down')
    .flag('MODULE_CURRENT', [198, y], 'right');
}

function board(sheet: SheetBuilder, components: readonly Component[]): void {
  const own = components.find(({ ref }) => ref === 'A1')!;
  const number = (pin: string): number => Number(pin.slice(1));
  const named = (letter: string): string[] =>
    Object.keys(own.pins)
      .filter((pin) => new RegExp(`^${letter}\\d+$`).test(pin))
      .toSorted((a, b) => number(a) - number(b));
  const digital = named('D');
  const right = [...named('A'), '', '5V', 'GND', 'USB'];
  sheet.box('A1', { left: digital, right, width: 22, step: 3 }, [86, 96]);
  for (const pin of digital) sheet.flag(own.pins[pin]!, `A1.${pin}`, 'left');
  for (const pin of right.filter((name) => name !== ''))
    sheet.flag(own.pins[pin]!, `A1.${pin}`, 'right');
  sheet
    .note('A6 and A7 are on a Nano alone', [87, 139])
    .box('J3', { right: ['USB'], width: 10 }, [8, 104], { show: ['J3', 'to the computer'] })
    .box('U1', { left: ['HOST'], right: ['DEVICE'], width: 16 }, [28, 104], {
      show: ['U1 USB isolator', '2 MOPP, 5 V 0.25 A'],
    })
    .wire('J3.USB', 'U1.HOST')
    .flag('USB_BOARD', 'U1.DEVICE', 'right')
    .part('DS1', 'lamp', [36, 122], { words: 'down', show: ['DS1, on the board'] })
    .flag('STATUS_LED', 'DS1.A', 'left')
    .flag('GND', 'DS1.K', 'right');
}

export function sensingSheet(components: readonly Component[]): Sheet {
  const sheet = new SheetBuilder('2 of 3: controller board, beads, witness, rails', components);
  beads(sheet);
  checks(sheet);
  board(sheet, components);
  channel(sheet, {
    x: 160,
    y: 112,
    net: 'FAN_TACH',
    upper: 'R48',
    from: 'BOARD_5V',
    series: 'R49',
    capacitor: 'C46',
    clamp: 'D26',
  });
  sheet
    .wire([154, 112], [160, 112])
    .flag('TACH_LINE', [154, 112], 'left')
    .bar('X2', { 1: 164, 2: 180, 3: 196 }, [0, 138])
    .flag('GND_BOND', 'X2.1', 'up')
    .flag('GND', 'X2.2', 'up')
    .flag('BEAD_RET', 'X2.3', 'up');
  return sheet.done();
}
