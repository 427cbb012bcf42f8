/** Controls that are listed elsewhere: alarms, questions of the screening, parts to buy, steps of the bring-up. */
import { defaultPinMap } from '../../../hardware/parts/pin-map.ts';
import { alarmDefinitions } from '../../../src/safety/alarm-table.ts';
import { rules } from '../../../src/safety/rules.ts';
import { checklist } from '../../../src/safety/screening-checklist.ts';
import { bringUp } from '../hardware/bring-up.ts';
import { parts } from '../hardware/parts.ts';
import type { Control, Evidence } from './control.ts';

/** Alarms of conditions that no rule finds. */
export const ownAlarms = alarmDefinitions.filter(({ id }) => !rules.some((rule) => rule.id === id));

const alarmsOf = 'tests/treatment/alarms.test.ts';
const tripsOf = 'tests/treatment/trips.test.ts';
const nearLimit =
  'alarms of a treatment > a plate near its trip, and a dose near its cap, are said before a rule acts';
const shownBy: Readonly<Record<string, Evidence>> = {
  'link-lost': {
    'tests/treatment/faults.test.ts': [`a fault > 'link-lost', in '*', comes to what it must`],
  },
  'record-lost': {
    'tests/cli/bad-input.test.ts': [
      'bad record folders > a disk that fills up: power off, exit code 5, whole lines only',
    ],
  },
  'not-settling': { [tripsOf]: ['a trip that no rule of the table finds > not-settling is *'] },
  'preparing-overdue': {
    [tripsOf]: ['a trip that no rule of the table finds > preparing-overdue is *'],
  },
  'self-test': {
    'tests/treatment/self-test.test.ts': [
      'the self-test before each treatment > * from the start does not get through',
    ],
  },
  'too-many-alarms': {
    'tests/alarms/alarms.test.ts': [
      'limits > hold for any number of alarms and texts, and too many is an alarm of its own',
    ],
  },
  'remove-plate': {
    [alarmsOf]: [
      'alarms of a treatment > a plate that is not safe to touch after a stop is said to be so',
    ],
  },
  'pause-expired': {
    'tests/treatment/person.test.ts': [
      'what a person does, shown by the record > a pause * that nobody ends goes to power off after five minutes, with an alarm (L2)',
    ],
  },
  'attention-lost': {
    [alarmsOf]: [
      'alarms of a treatment > a skin check that nobody answers is an alarm while the treatment waits',
    ],
  },
  'skin-reaction': {
    'tests/treatment/skin-check.test.ts': [
      'the skin check after every phase > that finds something wrong after * ends it in phase *',
    ],
  },
  'plate-near-limit': { [alarmsOf]: [nearLimit] },
  'dose-near-limit': { [alarmsOf]: [nearLimit] },
  'drive-gate': {
    'tests/safety/drive-gate.test.ts': [
      'the drive gate, for any sequence of wishes > says why it refuses',
    ],
  },
  'end-not-known': {
    'tests/server/left-behind.test.ts': [
      'a latched alarm that nobody has acknowledged > is of its own when a treatment was cut off: nobody knows how it ended',
    ],
  },
  'phase-change': {
    [alarmsOf]: ['alarms of a treatment > a healthy treatment only announces its phases'],
  },
};

export const alarmControls: Readonly<Record<`alarm:${string}`, Control>> = Object.fromEntries(
  ownAlarms.map(({ id, message }) => [
    `alarm:${id}`,
    {
      what: `${message}: light, sound and what to do`,
      code: [
        'src/safety/alarm-table.ts',
        id === 'end-not-known'
          ? 'src/server/device/left-behind.ts'
          : 'src/treatment/alarm-conditions.ts',
      ],
      tests: shownBy[id] ?? {},
    },
  ]),
);

export const rowControls: Readonly<Record<`row:${string}`, Control>> = Object.fromEntries(
  checklist.map(({ id, row, finding }) => [
    `row:${id}`,
    {
      what: `row ${row}: ${finding}`,
      code: ['src/safety/screening-checklist.ts', 'src/safety/screening.ts'],
      tests: {
        'tests/screening/screening.test.ts': [
          `each question alone > *${id}: *`,
          `what is not answered is not clear (L4) > ${id}`,
        ],
      },
    },
  ]),
);

const onPage = (title: string): Evidence => ({
  'tests/docs/hardware.test.ts': [`the pages are current > docs/${title}.md`],
});
const summary =
  'summary > answers for every rig: reach, harm, and the heat that comes after power-off';
const trials = 'tests/plant-trials/trials.test.ts';

const inCircuit = (title: string): Evidence => ({
  'tests/docs/circuit.test.ts': [`what the circuit is there for > ${title}`],
});

/** Parts of which the simulated device has a model, or of which a test knows more than that they are listed. */
const modelled: Readonly<Record<string, { readonly code: string; readonly tests: Evidence }>> = {
  'Controller board': {
    code: 'hardware/boards/emulated-guard.ts',
    tests: {
      'tests/firmware/pins.test.ts': [
        'start-up > drives nothing from power-on until a host has armed it and renewed',
      ],
    },
  },
  'Pull-down resistors, 10 kΩ': {
    code: 'hardware/parts/pin-map.ts',
    tests: {
      'tests/docs/hardware.test.ts': [
        'the bill of materials > has a pull-down for every output that could give power',
      ],
    },
  },
  Buzzer: {
    code: 'hardware/firmware/contrast_guard/contrast_guard.ino',
    tests: {
      'tests/firmware/pins.test.ts': [
        'the buzzer > beeps by itself when tripped and alone, and leaves it to a host that is there',
      ],
    },
  },
  'Peltier modules': {
    code: 'hardware/plant/peltier.ts',
    tests: {
      'tests/plant/plant.test.ts': ['the plant > gathers water below the dew point, and not above'],
    },
  },
  Plate: {
    code: 'hardware/plant/network.ts',
    tests: { [trials]: ['stuck > reference leaves its 7.6 s to 45 °C, and its cut-out ends it'] },
  },
  'Heatsink and fan': {
    code: 'hardware/plant/network.ts',
    tests: { [trials]: ['hold > stays where it began while the fan runs', summary] },
  },
  'Fan driver': {
    code: 'hardware/firmware/contrast_guard/pins.cpp',
    tests: {
      'tests/firmware/duration.test.ts': [
        'the core, compiled for this computer > the fan > stops in idle alone, and runs from the moment of arming',
      ],
    },
  },
  'Bridge, leg A': {
    code: 'hardware/plant/bridge.ts',
    tests: {
      'tests/plant/plant.test.ts': ['the plant > passes no current with the bridge disabled'],
    },
  },
  Thermistors: {
    code: 'hardware/plant/sensor.ts',
    tests: {
      'tests/plant/sensors.test.ts': ['the simulated thermistor > is the real part at * °C'],
    },
  },
  'Thermal cut-out, 50 °C': {
    code: 'hardware/plant/plant.ts',
    tests: {
      'tests/plant/plant.test.ts': [
        'the thermal cut-out > opens on a stuck heat bridge, stays open when cold again, and saves the plate',
      ],
    },
  },
  '5 V heat rail': {
    code: 'hardware/plant/rigs.ts',
    tests: { [trials]: ['stuck > reference leaves its 7.6 s to 45 °C, and its cut-out ends it'] },
  },
  'Safety relay K1': {
    code: 'hardware/plant/plant.ts',
    tests: { 'tests/plant/plant.test.ts': ['the plant > passes no current with the relay open'] },
  },
  'Second relay K2': {
    code: 'hardware/firmware/contrast_guard/second_relay.cpp',
    tests: {
      ...inCircuit('the current of * passes every part that is to open it'),
      'tests/firmware/board-checks.test.ts': [
        'the core, compiled for this computer > the relay in the modules’ line > is proven open by the first drive: *',
        'the core, compiled for this computer > the relay in the modules’ line > is proven at each arming anew',
      ],
    },
  },
  'Bridge, leg B': {
    code: 'tests/docs/hardware/circuit/supply-parts.ts',
    tests: inCircuit('opens leg B by nSLEEP, and never by DRVOFF'),
  },
  'Overvoltage clamp on the heat rail': {
    code: 'tests/docs/hardware/clamp.ts',
    tests: inCircuit('fires the clamp from the supply side of the diode'),
  },
  'Rail capacitors, supply side': {
    code: 'tests/docs/hardware/rail.ts',
    tests: inCircuit('keeps large capacitors before the relay, and small ones behind it'),
  },
  'Star point': {
    code: 'tests/docs/hardware/circuit/supply-parts.ts',
    tests: inCircuit('gives every return a lug of its own at the star point'),
  },
  Comparator: {
    code: 'tests/docs/hardware/circuit/drive-parts.ts',
    tests: inCircuit('trips the comparator at 46 and at 2 °C'),
  },
  'Fuses F1, F2, F3': {
    code: 'tests/docs/hardware/currents.ts',
    tests: {
      'tests/docs/hardware.test.ts': [
        "'F*' lets the device work, and blows before its wire is overloaded",
      ],
    },
  },
  'Stop button': {
    code: 'hardware/device/stop-loop.ts',
    tests: {
      'tests/hardware/device.test.ts': [
        'the device, through Johnny-Five > the stop loop counts as open until it is proven closed, and opens on a broken wire',
      ],
    },
  },
};

export const partControls: Readonly<Record<`part:${string}`, Control>> = Object.fromEntries(
  parts.map(({ name, why }) => {
    const more = modelled[name];
    return [
      `part:${name}`,
      {
        what: why,
        code: ['tests/docs/hardware/list', ...(more === undefined ? [] : [more.code])],
        tests: more?.tests ?? onPage('hardware'),
      },
    ];
  }),
);

export const stepControls: Readonly<Record<`step:${string}`, Control>> = Object.fromEntries(
  bringUp(defaultPinMap).map(({ title }, index) => [
    `step:${title}`,
    {
      what: `step ${index + 1} of the bring-up, with something to see`,
      code: ['tests/docs/hardware/bring-up.ts'],
      tests: onPage('bring-up'),
    },
  ]),
);

/** Names in the tables above that belong to no alarm and no part: they must be taken out. */
export const strayNames: readonly string[] = [
  ...Object.keys(shownBy).filter((id) => !ownAlarms.some((alarm) => alarm.id === id)),
  ...Object.keys(modelled).filter((name) => !parts.some((part) => part.name === name)),
];
