/** The wiring drawing, from the pin map: what moves there moves here. */
import type { PinMap } from '../../../hardware/parts/pin-map.ts';
import { pinLabel, pinRoles } from '../../../hardware/parts/pin-map.ts';
import { rigs } from '../../../hardware/plant/rigs.ts';
import { cutOutFigures } from './cut-out.ts';
import { lineOf } from './currents.ts';
import { sectionDrawing } from './section-drawing.ts';
import { box, drawing, ground, joint, label, wire } from './svg.ts';
import type { Box } from './svg.ts';

const size = { width: 1280, height: 1100 };
const boardRight = 230;
const bridge: Box = { x: 640, y: 235, width: 190, height: 160 };

/** Height of each pin's wire; the order is the one in which the wires do not cross. */
const rowOf: Readonly<Record<keyof PinMap, number>> = {
  bridgeHeat: 265,
  bridgeCool: 315,
  bridgeEnable: 365,
  relay: 440,
  fan: 510,
  buzzer: 580,
  statusLed: 635,
  stopLoop: 695,
  plateA: 760,
  plateB: 810,
  heatsink: 860,
  witness: 910,
  heatRail: 960,
  coolRail: 1010,
  fanTach: 1060,
};

const { coolRailV, heatRailV } = rigs.reference.parameters.power;

function board(pins: PinMap): string[] {
  return [
    box({ x: 30, y: 225, width: 200, height: 860 }, []),
    label({ x: 42, y: 247 }, 'Arduino Uno or Nano', 'strong', 'start'),
    ...pinRoles.flatMap((role) => [
      label({ x: 220, y: rowOf[role.role] + 5 }, pinLabel(role, pins), 'strong', 'end'),
      label({ x: 42, y: rowOf[role.role] + 5 }, role.signal, 'faint', 'start'),
    ]),
    box({ x: 30, y: 40, width: 200, height: 40 }, ['Computer']),
    box({ x: 30, y: 110, width: 200, height: 50 }, ['USB isolator', 'with its own 5 V']),
    wire('signal', { x: 130, y: 80 }, { x: 130, y: 110 }),
    wire('signal', { x: 130, y: 160 }, { x: 130, y: 225 }),
  ];
}

/** A resistor from the wire to a fixed level, written as what it does. */
const toLevel = (y: number, words: string): string =>
  box({ x: 262, y: y - 13, width: 152, height: 26 }, [words]);

const pullDown = (y: number): string => toLevel(y, '10 kΩ to ground');

function bridgeInputs(): string[] {
  const controls = [
    ['bridgeHeat', 'LPWM'],
    ['bridgeCool', 'RPWM'],
    ['bridgeEnable', 'R_EN, L_EN'],
  ] as const;
  return [
    box(bridge, []),
    label({ x: bridge.x + 78, y: bridge.y + 86 }, 'Bridge', 'title', 'start'),
    ...controls.flatMap(([role, name]) => [
      wire('signal', { x: boardRight, y: rowOf[role] }, { x: bridge.x, y: rowOf[role] }),
      pullDown(rowOf[role]),
      label({ x: bridge.x + 8, y: rowOf[role] + 5 }, name, 'text', 'start'),
    ]),
    label({ x: 680, y: 252 }, 'leg B', 'faint'),
    label({ x: 790, y: 252 }, 'leg A', 'faint'),
    label({ x: 822, y: 290 }, 'out A', 'text', 'end'),
    label({ x: 822, y: 345 }, 'out B', 'text', 'end'),
    ground({ x: 735, y: 395 }),
  ];
}

function supplies(): string[] {
  const [cool, heat, auxiliary] = [lineOf('F1'), lineOf('F2'), lineOf('F3')];
  const contact = (y: number, name: string): string =>
    box({ x: 560, y: y - 20, width: 100, height: 40 }, [name, 'normally open'], 'guard');
  const [auxiliaryY, coolY, heatY] = [40, 105, 170];
  return [
    box({ x: 285, y: 20, width: 120, height: 105 }, [`${coolRailV} V supply`, 'IEC 60601-1']),
    box({ x: 285, y: 145, width: 120, height: 50 }, [`${heatRailV} V supply`, 'clamped to 6.5 V']),
    wire('power', { x: 405, y: auxiliaryY }, { x: 700, y: auxiliaryY }),
    box({ x: 440, y: auxiliaryY - 15, width: 90, height: 30 }, [`F3 ${auxiliary.fuseA} A`]),
    label({ x: 708, y: auxiliaryY + 5 }, '12 V to fan and relay coil', 'text', 'start'),
    wire('cool', { x: 405, y: coolY }, { x: 790, y: coolY }, { x: 790, y: bridge.y }),
    box({ x: 440, y: coolY - 20, width: 90, height: 40 }, [`F1 ${cool.fuseA} A`, 'fuse 72 °C']),
    contact(coolY, 'K1a'),
    wire('heat', { x: 405, y: heatY }, { x: 680, y: heatY }, { x: 680, y: bridge.y }),
    box({ x: 440, y: heatY - 20, width: 90, height: 40 }, [`F2 ${heat.fuseA} A`, 'diode']),
    contact(heatY, 'K1b'),
    label({ x: 800, y: coolY + 5 }, `${coolRailV} V cools`, 'faint', 'start'),
    label({ x: 690, y: heatY + 5 }, `${heatRailV} V heats`, 'faint', 'start'),
  ];
}

function modules(): string[] {
  const [outA, outB] = [285, 340];
  return [
    wire('power', { x: 830, y: outA }, { x: 1050, y: outA }),
    box(
      { x: 862, y: outA - 32, width: 148, height: 64 },
      ['Thermal cut-out', `${cutOutFigures.opensAtC} °C, on the plate`, 'manual reset'],
      'guard',
    ),
    wire('power', { x: 1050, y: 265 }, { x: 1050, y: 345 }, { x: 1080, y: 345 }),
    wire('power', { x: 1050, y: 265 }, { x: 1080, y: 265 }),
    joint({ x: 1050, y: outA }, 'power'),
    box({ x: 1080, y: 240, width: 120, height: 50 }, ['Module 1', 'TEC1-12706']),
    box({ x: 1080, y: 320, width: 120, height: 50 }, ['Module 2', 'TEC1-12706']),
    wire('power', { x: 1200, y: 265 }, { x: 1235, y: 265 }, { x: 1235, y: 405 }),
    wire('power', { x: 1200, y: 345 }, { x: 1235, y: 345 }),
    joint({ x: 1235, y: 345 }, 'power'),
    wire(
      'power',
      { x: 1235, y: 405 },
      { x: 845, y: 405 },
      { x: 845, y: outB },
      { x: 830, y: outB },
    ),
  ];
}

/** A pin that switches something through a driver. */
function driven(
  role: keyof PinMap,
  driver: readonly string[],
  load: readonly string[],
  rail: string,
): string[] {
  const y = rowOf[role];
  return [
    wire('signal', { x: boardRight, y }, { x: 715, y }),
    pullDown(y),
    box({ x: 435, y: y - 22, width: 130, height: 44 }, driver),
    box({ x: 595, y: y - 22, width: 100, height: 44 }, load),
    label({ x: 720, y: y + 5 }, rail, 'text', 'start'),
  ];
}

function loads(): string[] {
  return [
    ...driven(
      'relay',
      ['Transistor', 'flyback diode'],
      ['Relay coil', 'K1'],
      '12 V (F3), by way of the stop button',
    ),
    ...driven('fan', ['Inverting driver', 'low: fan runs'], ['Fan'], '12 V (F3)'),
    wire('signal', { x: boardRight, y: rowOf.buzzer }, { x: 715, y: rowOf.buzzer }),
    box({ x: 435, y: rowOf.buzzer - 16, width: 130, height: 32 }, ['Transistor']),
    box({ x: 595, y: rowOf.buzzer - 16, width: 100, height: 32 }, ['Buzzer']),
    label({ x: 720, y: rowOf.buzzer + 5 }, '5 V', 'text', 'start'),
    wire('signal', { x: boardRight, y: rowOf.statusLed }, { x: 275, y: rowOf.statusLed }),
    label({ x: 285, y: rowOf.statusLed + 5 }, 'light on the board', 'text', 'start'),
  ];
}

function inputs(): string[] {
  const stopY = rowOf.stopLoop;
  const beads = [
    ['plateA', 'over module 1'],
    ['plateB', 'over module 2'],
    ['heatsink', 'on the heatsink base'],
  ] as const;
  return [
    wire('signal', { x: boardRight, y: stopY }, { x: 735, y: stopY }),
    toLevel(stopY, '10 kΩ to 5 V'),
    box(
      { x: 435, y: stopY - 22, width: 130, height: 44 },
      ['Stop button', 'normally closed'],
      'guard',
    ),
    box(
      { x: 585, y: stopY - 22, width: 130, height: 44 },
      ['Switch socket', 'or blank plug'],
      'guard',
    ),
    ground({ x: 735, y: stopY }),
    ...beads.flatMap(([role, place]) => [
      wire('signal', { x: boardRight, y: rowOf[role] }, { x: 735, y: rowOf[role] }),
      toLevel(rowOf[role], '10 kΩ 0.1 % to 5 V'),
      box({ x: 435, y: rowOf[role] - 20, width: 280, height: 40 }, ['Thermistor 103/3950', place]),
      ground({ x: 735, y: rowOf[role] }),
    ]),
  ];
}

/** What proves the beads, the relay and the fan. */
function witnesses(): string[] {
  const rows = [
    ['witness', '10 kΩ chosen, to 5 V', ['Silicon sensor TMP6131', 'between the modules']],
    ['heatRail', '33 kΩ from the rail', ['10 kΩ to ground', 'and 470 Ω across the rail']],
    ['coolRail', '33 kΩ from the rail', ['10 kΩ to ground', 'and 470 Ω across the rail']],
    ['fanTach', '10 kΩ to 5 V', ['Fan tachometer', 'open collector']],
  ] as const;
  return rows.flatMap(([role, resistor, part]) => [
    wire('signal', { x: boardRight, y: rowOf[role] }, { x: 735, y: rowOf[role] }),
    toLevel(rowOf[role], resistor),
    box({ x: 435, y: rowOf[role] - 20, width: 280, height: 40 }, part),
    ground({ x: 735, y: rowOf[role] }),
  ]);
}

export const wiringDrawing = (pins: PinMap): string =>
  drawing(size, 'Wiring of the reference device', [
    ...board(pins),
    ...supplies(),
    ...bridgeInputs(),
    ...modules(),
    ...loads(),
    ...inputs(),
    ...witnesses(),
    ...sectionDrawing({ x: 830, y: 450, width: 420, height: 430 }),
  ]);
