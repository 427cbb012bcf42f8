/** Before anything is plugged in. */
import { railBleeder, railDivider } from '../../../../hardware/parts/rail-divider.ts';
import { thermistorPoints } from '../../../../hardware/parts/thermistor-part.ts';
import { cutOutLimit, insulation, leakageAtLeastInsulationUa, ways } from '../acceptance.ts';
import { lineOf } from '../currents.ts';
import { cutOutFigures } from '../cut-out.ts';
import type { PinOf, Step } from './step.ts';

const roomOhm = thermistorPoints[1].resistanceOhm / 1000;
const railOhm = Math.round(
  1 / (1 / railBleeder.ohm + 1 / (railDivider.upperOhm + railDivider.lowerOhm)),
);
const dividerKiloOhm = (railDivider.upperOhm + railDivider.lowerOhm) / 1000;
const railV = lineOf('F1').railV;

export const withoutPower = (pin: PinOf): Step[] => [
  {
    title: 'Nothing plugged in: resistances',
    does: [
      'No supply, no USB, all fuses out, the link JP1 at 1-2 (ground). Measure with an ohmmeter; where a transistor hangs at a line, swap the leads and take the higher value.',
      `From ${pin('bridgeCool')}, ${pin('bridgeHeat')}, ${pin('bridgeEnable')}, ${pin('relay')}, ${pin('fan')} and ${pin('buzzer')} to the star point; from ${pin('stopLoop')} to the ground of the board; from the output of F3 to the coil of K1; each rail behind K1 to the star point; each thermistor at its plug; from the plate to the star point and to the heatsink.`,
      `The cut-out with four wires: ${cutOutLimit.atA} A from a bench supply through its two tabs, a millivoltmeter at the tabs themselves and not at the clips.`,
    ],
    see: [
      '10 kΩ (± 5 %) from each of the six outputs.',
      `${pin('stopLoop')} to ground, blank plug in the socket: 1.3 kΩ (the 1 kΩ and 330 Ω in the line). More than 10 kΩ with the stop button pressed, and with the socket empty: the pull-up and what hangs on the board’s 5 V remain.`,
      'F3 to the coil of K1: below 1 Ω; open with the stop button pressed.',
      `Each rail behind K1: ${railOhm} Ω (± 5 %). About ${dividerKiloOhm} kΩ: its bleeder is missing, and only the divider is left. Much less: a shorted leg.`,
      `Thermistors: ${roomOhm} kΩ at 25 °C, the two of the plate within 1 % of each other.`,
      `Cut-out: ${cutOutLimit.milliVolt} mV or less, that is ${cutOutLimit.milliOhm} mΩ. Plate to star point and to heatsink: open.`,
    ],
    otherwise:
      'A missing pull-down lets the bridge drive while the board boots. A stop button that does not open the coils’ supply needs a chip that works. A cut-out of more resistance warms itself and opens in a healthy treatment.',
  },
  {
    title: 'Insulation of the plate, dry and wet',
    does: [
      'Unplug beads, witness, cut-out and modules from everything. Join all their wires and the tabs of all discs on the plate to one clip. Cover the skin side with aluminium foil; the foil is the other clip. Measure the ways with a gauge.',
      `Insulation tester, ${insulation.testV} V d.c., for ${insulation.testS} s. The electronics are not connected: ${insulation.testV} V would be their end.`,
      `Then cool the plate to ${insulation.wetC} °C, with the modules alone at a bench supply and the fan running, for ${insulation.wetMinutes} minutes in a room of ${insulation.wetHumidityPercent} % humidity or more (a kettle does it), unplug everything again and repeat within a minute, with the water on it.`,
    ],
    see: [
      `${insulation.leastMegOhm} MΩ or more, dry and wet: at ${railV} V no more than ${leakageAtLeastInsulationUa(railV).toFixed(1)} µA.`,
      `From every lead, tab and bead wire to the edge of the skin side ${ways.askedAlongMm} mm or more along any surface (${ways.alongMm} mm, and ${ways.throughAirMm} mm through air, are the least for two means of patient protection at this voltage).`,
    ],
    otherwise:
      'An ohmmeter says “open” at 1 MΩ and with water between the tabs. A plate that fails wet must not touch anybody: seal leads and tabs, and begin again.',
  },
  {
    title: 'The cut-out, in water',
    does: [
      'Before it is clamped: seal the disc in a bag, put it into water with a thermometer, heat slowly (1 °C a minute), watch it with an ohmmeter. Let it cool to 30 °C.',
      `Then ten breaks under load: 12 V and ${lineOf('F1').steadyA.toFixed(0)} A through it (a resistor of 1.1 Ω and 150 W, or two lamps of 12 V 55 W and one of 21 W), warm it with a hair dryer until it opens, let it cool, press its button. Measure its resistance again as in step 1.`,
    ],
    see: [
      `It opens between 47 and 53 °C (nominal ${cutOutFigures.opensAtC} °C), and stays open when cold until its button is pressed.`,
      `Each of the ten breaks ends the current, without an arc that stays. Afterwards still ${cutOutLimit.milliOhm} mΩ or less.`,
    ],
    otherwise: 'Do not use it: it is the last thing between a shorted transistor and the skin.',
  },
];
