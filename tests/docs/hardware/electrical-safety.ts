/** What docs/hardware.md says about shock: the class of the device, its limits, and what each means of protection is. */
import { amperes, lineOf } from './currents.ts';
import {
  cutOutLimit,
  discW,
  insulation,
  leakageAtLeastInsulationUa,
  leakageLimits,
  mainsOnPlateUa,
  ways,
} from './acceptance.ts';
import { table } from './table.ts';

const { railV, steadyA } = lineOf('F1');

const barriers: readonly (readonly string[])[] = [
  [
    'mains to 12 V',
    'PS1',
    'two means of patient protection, by its approval',
    'certificate; leakage, assembled',
  ],
  [
    'mains to 5 V',
    'PS2',
    'two means of patient protection, by its approval',
    'certificate; leakage, assembled',
  ],
  [
    'computer to board',
    'U1',
    'two means of patient protection, data and supply',
    'certificate; leakage, assembled',
  ],
  [
    'circuit to plate',
    'alumina of the modules, seal of leads, tabs and beads',
    `${ways.alongMm} mm along, ${ways.throughAirMm} mm through air; ${insulation.leastMegOhm} MΩ`,
    'insulation of the plate, dry and wet',
  ],
  [
    'stop cable to patient',
    'insulation of cable, plug and switch; the loop has 5 V',
    'one means of protection, and 0.5 mA at the most behind it',
    'insulation tester, as for the plate',
  ],
];

export const electricalSafetyLines = (): string[] => [
  '## Electrical safety: class and limits',
  '',
  'The plate is an **applied part of type BF** (IEC 60601-1): it floats, and is joined neither to the circuit nor to earth. The device is of',
  'class I with open-frame supplies behind the inlet J1, of class II with two desktop adapters of class II. Both supplies have the same',
  'class of insulation, because both secondaries meet at the star point; their leakage adds, so each may have half of what is allowed.',
  '',
  ...table(
    ['current', 'normal', 'single fault'],
    [
      ...leakageLimits.map(({ what, normalUa, singleFaultUa }) => [
        what,
        `${normalUa} µA`,
        `${singleFaultUa} µA`,
      ]),
      ['mains voltage on the plate', '–', `${mainsOnPlateUa} µA`],
    ],
  ),
  '',
  ...table(['between', 'what insulates', 'as much as', 'shown by'], barriers),
  '',
  `At ${insulation.testV} V d.c. ${insulation.leastMegOhm} MΩ or more, dry and after ${insulation.wetMinutes} minutes at ${insulation.wetC} °C in a humid room: at ${railV} V that is ${leakageAtLeastInsulationUa(railV).toFixed(1)} µA.`,
  'Anodising is not insulation. The limits are those of the standard as its third edition with amendments is commonly cited; whoever',
  'signs for a device takes them from the edition in force.',
  '',
  '## Accepting a cut-out',
  '',
  `Four-wire, at ${cutOutLimit.atA} A: ${cutOutLimit.milliVolt} mV or less across the tabs, that is ${cutOutLimit.milliOhm} mΩ, and ${discW(steadyA).toFixed(1)} W in the disc at ${amperes(steadyA)}. A common disc of 50 mΩ would have`,
  `${discW(steadyA, 50).toFixed(1)} W, warm itself by several degrees, and open in a healthy treatment at 42 °C.`,
  '',
];
