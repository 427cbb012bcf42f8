/** With the modules: first through a resistor, then in full, then every way to off. */
import { cutOutLimit, leakageLimits, mainsOnPlateUa } from '../acceptance.ts';
import { amperes, lineOf } from '../currents.ts';
import { pulseDuty } from '../../../../src/safety/self-test.ts';
import { firstCold } from '../first-cold.ts';
import type { PinOf, Step } from './step.ts';

const firstPower = (): Step[] => [
  {
    title: 'Cold first: a resistor in the modules’ line',
    does: [
      `Nobody touches the plate until the last step is done. Supplies and fuses as in the list of parts, and ${firstCold.seriesOhm} Ω, ${firstCold.ratedW} W in series with the modules, between cut-out and modules, where nothing burns: it takes ${firstCold.resistorW.toFixed(0)} W. A bench supply with a current limit in place of PS1 does not do: at its limit the rail falls below what the bridge works at.`,
      `\`contrast run --board auto --bench\`. Its self-test pulses cold at half of the time; watch a clamp meter at the modules’ line, with its arrow from leg A to leg B.`,
    ],
    see: [
      `In the cold pulse the meter shows about ${amperes(firstCold.coolA * pulseDuty)}, along its arrow, and the rail at leg A stays above 11 V.`,
      `Within some seconds of the pulse it ends by itself, with \`current-missing\`, or \`guard-tripped\` by the board’s \`module-open\`: the resistor leaves a fifth of the current. The current that it names is the meter’s, with the same sign, to within 0.3 A.`,
      'By then both beads have got colder by some tenths of a degree, and neither has got warmer.',
      'Afterwards the meter shows 0 A, and PS1 gives what the fan takes, and nothing more.',
    ],
    otherwise:
      'Beads that get warmer: the modules’ two wires are swapped (hazard H11). `current-reversed` or `current-undriven`: the current sensor is turned round where the meter points the right way, and else the two inputs of the bridge are swapped. 0.0 A where the meter shows some: the sensor’s supply or output. `relay-welded`, `bridge-shorted`, `supply-low` or `supply-high` name the rail. A current that stays: the relay or the bridge does not open; find out which before anything else.',
  },
  {
    title: 'Ground and drops, under full current',
    does: [
      'Take the resistor out. `contrast run --board auto --bench`, and measure while the plate is cooled at full duty, in the first half minute.',
      'Millivoltmeter from the ground pin of the board to the ground end of each bead, of the witness and of the stop loop; across each contact of K1; across the cut-out; across each lug of the star point.',
    ],
    see: [
      'Ground pin to each bead’s return: below 1 mV, whichever way it points.',
      `Across a contact of K1: below 50 mV. Across the cut-out: below ${(cutOutLimit.milliOhm * lineOf('F1').steadyA).toFixed(0)} mV. Across any lug: below 5 mV.`,
    ],
    otherwise:
      'A bead’s return that sees the modules’ current reads colder while it heats, both beads alike. Find the wire that two currents share.',
  },
  {
    title: 'Cold, then heat, at full power',
    does: [
      `Supplies as in the list of parts, F1 (${lineOf('F1').fuseA} A) and F2 (${lineOf('F2').fuseA} A) in. Plate in still air.`,
      '`contrast run --board auto --bench`. It takes 70 minutes. Put a thermometer of your own on the plate, and write down what it shows at the end of each phase.',
      'In the first heat phase measure leg B’s rail at its supply pin, and set PS2 so that it has 5.0 V.',
    ],
    see: [
      'It ends as completed, with the cold finish delivered.',
      'Your thermometer agrees with both beads within 1 °C in every phase.',
      'The heatsink stays below 45 °C.',
    ],
    otherwise:
      '`contrast explain latest` says what stopped it. More than 1 °C off: the beads do not sit in the plate, or need calibration.',
  },
];

const waysToOff = (pin: PinOf): Step[] => [
  {
    title: 'Stop it, and let the computer die',
    does: [
      'Still nobody at the plate. Start a bench run, wait for the first heat phase (or choose a short prescription), and press the stop button. Start again, and pull the USB plug in the heat phase. Start again, and end the program with `kill -9`.',
    ],
    see: [
      'Each time the relay opens at once (within half a second for the plug and the kill), the fan goes on running, and the buzzer sounds.',
      `Afterwards 0 V at ${pin('bridgeEnable')} and ${pin('relay')}. The next start names the trip and does not resume.`,
    ],
    otherwise: 'This device does not guard anybody. Do not use it.',
  },
  {
    title: 'The cut-out, in place',
    does: [
      'Unplug the board, F1 and F2 out. Clip the bench supply to the modules’ line so that the cut-out is **inside**: minus at the out A terminal of leg A, in front of the cut-out; plus at the other end of the modules, at the current sensor or at K2. Warm the plate to 55 °C at 3 A, watching the thermometer.',
    ],
    see: [
      'The current ends by itself with the plate between 47 and 55 °C, and does not come back when the plate is cold.',
      'With the comparator fitted, the same again with F3 in and K2 held in by 10 kΩ from the 12 V of the coils to the gate of Q4 (a lead at the coil goes past what the comparator acts on): K2 drops at 46 ± 1 °C, and stays open with the plate cold until the 12 V have been off.',
    ],
    otherwise:
      'The disc has no thermal contact, or is not in the line that all current takes. A supply that was clipped behind the disc shows nothing about it.',
  },
];

const last = (): Step[] => [
  {
    title: 'Leakage, assembled',
    does: [
      'Complete and closed, computer with its charger at the USB isolator, all of it at one outlet of a medical safety analyser (IEC 60601-1 measuring device; for instance Fluke ESA612 or Rigel 288+). Foil over the whole skin side of the plate is the applied part, type BF.',
      'Patient leakage a.c. and d.c., touch current; each in normal condition and with one supply conductor and then the protective earth open, both polarities of the mains. Then mains voltage on the applied part through the analyser’s own resistor. Once while the device runs a bench treatment in a cold phase with water on the plate.',
    ],
    see: [
      ...leakageLimits.map(
        ({ what, normalUa, singleFaultUa }) =>
          `${what}: ${normalUa} µA or less, ${singleFaultUa} µA or less with a single fault.`,
      ),
      `Mains on the plate: ${mainsOnPlateUa} µA or less.`,
    ],
    otherwise:
      'Both supplies and the isolator add their leakage. Take one away at a time to see whose it is. Nobody touches a plate that has not passed.',
  },
  {
    title: 'The doctor has the last word',
    does: ['`contrast doctor --board auto`, with everything as it will be used.'],
    see: [
      'No “fail”, and every “warn” read and understood: “never calibrated” stands for beads that nobody has compared with a thermometer, and the built-in limits refuse more than 41 °C for it.',
      '“lease: ok” with a time below 500 ms.',
    ],
    otherwise: 'Each line says what to do. A person is treated only after a doctor without “fail”.',
  },
];

export const fullPower = (pin: PinOf): Step[] => [...firstPower(), ...waysToOff(pin), ...last()];
