/** Bringing up a new device, step by step. Each step has something to see; who does not see it stops there. */
import type { PinMap } from '../../../hardware/parts/pin-map.ts';
import { pinLabel, pinRoles } from '../../../hardware/parts/pin-map.ts';
import { thermistorPoints } from '../../../hardware/parts/thermistor-part.ts';
import { cutOutFigures } from './cut-out.ts';
import { lineOf } from './currents.ts';

export interface Step {
  readonly title: string;
  readonly does: readonly string[];
  /** What must be there before the next step. */
  readonly see: readonly string[];
  readonly otherwise: string;
}

const roomOhm = thermistorPoints[1].resistanceOhm / 1000;

const withoutPower = (pin: (role: keyof PinMap) => string): Step[] => [
  {
    title: 'Nothing plugged in: resistances',
    does: [
      'No supply, no USB. Measure with an ohmmeter.',
      `From ${pin('bridgeCool')}, ${pin('bridgeHeat')}, ${pin('bridgeEnable')}, ${pin('relay')} and ${pin('fan')} to ground; from ${pin('stopLoop')} to ground; each thermistor at its plug; from the plate to ground and to the heatsink. The cut-out and each contact of the relay with four wires, at 3 A from a bench supply.`,
      'Insulation from the plate to all wires of modules, cut-out and sensors, joined together: 500 V d.c. from an insulation tester, dry, and again after 30 minutes at 10 °C in a humid room (the board unplugged).',
    ],
    see: [
      '10 kΩ (± 5 %) from each of the five outputs to ground.',
      `${pin('stopLoop')} to ground, blank plug in the socket: 0 Ω. Open with the stop button pressed, and open with the socket empty.`,
      `Thermistors: ${roomOhm} kΩ at 25 °C, the two of the plate within 1 % of each other.`,
      'Cut-out: at most 30 mV at 3 A (10 mΩ: at 10.8 A it then heats itself by 1.2 W). Each relay contact, closed by 12 V at its coil: at most 15 mV.',
      'Insulation: 10 MΩ or more, dry and wet. 12 V then drive 1.2 µA at most, and 10 µA d.c. is the limit of a part of type BF.',
    ],
    otherwise:
      'A missing pull-down lets the bridge drive while the board boots. A plate that is joined to ground or to a module wire must not touch anybody.',
  },
  {
    title: 'The cut-out, in water',
    does: [
      'Before it is clamped: seal the disc in a bag, put it into water with a thermometer, heat slowly (1 °C a minute), watch it with an ohmmeter. Let it cool to 30 °C.',
    ],
    see: [
      `It opens between 47 and 53 °C (nominal ${cutOutFigures.opensAtC} °C), and stays open when cold until its button is pressed.`,
    ],
    otherwise: 'Do not use it: it is the last thing between a shorted transistor and the skin.',
  },
];

const lowPower = (pin: (role: keyof PinMap) => string): Step[] => [
  {
    title: 'USB only: firmware',
    does: [
      'Fuses F1 and F2 out, supplies off. Plug in the board through the isolator.',
      '`contrast doctor --board auto` finds the port, and fails on a board without our firmware: that is right. Then `contrast firmware flash`, and read the identity that it prints.',
    ],
    see: [
      'Flash ends with the version and build hash of the firmware that this version brings along.',
      `0 V at ${pin('bridgeCool')}, ${pin('bridgeHeat')}, ${pin('bridgeEnable')}, ${pin('relay')} and ${pin('fan')}, also while the reset button is held and for three seconds after.`,
    ],
    otherwise:
      'See [firmware](firmware.md). A pin that is not at 0 V during reset has no pull-down.',
  },
  {
    title: 'USB only: sensors and stop',
    does: [
      '`contrast doctor --board auto`. Warm bead A between two fingers and run it again; then bead B; then the one at the heatsink.',
      'Press the stop button and run it; release it. Plug the adaptive switch in instead of the blank plug, run it, press it and run it; pull the plug and run it.',
    ],
    see: [
      'All three sensors ok, at room temperature, the two of the plate within 0.5 °C. Each warming is seen on its own channel and on no other.',
      '“stop loop” fails as open while the button or the switch is pressed and while the socket is empty; ok otherwise.',
    ],
    otherwise:
      'Swapped channels hide a hot plate (hazard H24). Do not go on with a stop that is not seen.',
  },
  {
    title: 'The witness, in a room',
    does: [
      `Plate and heatsink as warm as the room for an hour, the fan off. \`contrast doctor --board auto\`, and read the line “witness”.`,
      `Choose the pull-up of ${pin('witness')} until it agrees: 0.6 % less for each degree that the witness reads too little. Warm the plate with a hand to 30 °C or more, and look again.`,
    ],
    see: [
      'Within 0.5 °C of the plate sensors, cold and warm, and no “fail”.',
      'The line “supplies”: 0 V behind the open relay, on both rails.',
    ],
    otherwise:
      'More than 1 °C apart when warm: one of the two is of another kind than the list says (hazard H36). Find out which, with a thermometer.',
  },
  {
    title: 'Fan and relay: F3 only',
    does: [
      '12 V on, F3 in, F1 and F2 still out. Pull the USB plug, and put it back.',
      '`contrast doctor --board auto` with an ear at the relay.',
    ],
    see: [
      'The fan runs as soon as the 12 V are there, with the board plugged in or not, and never stops while the doctor runs; the doctor counts its turns. Held by hand (at the hub, with a pencil) the line “fan” fails.',
      `The relay closes and opens once in the doctor’s test of the lease, and does not click when the board boots. ${pin('relay')} is low afterwards.`,
    ],
    otherwise: 'A fan that waits for the board stops with it, at the worst moment (law L8).',
  },
];

const fullPower = (pin: (role: keyof PinMap) => string): Step[] => [
  {
    title: 'Cold first: a resistor in the line',
    does: [
      'Nobody touches the plate until the last step is done. Both supplies as in the list of parts, F1 and F2 in; 4.7 Ω, 50 W in series with the modules, between the cut-out and them. A bench supply that limits the current will not do: its voltage falls, and the bridge locks out below 5.4 V.',
      'Measure both rails behind the relay while the self-test closes it. `contrast run --board auto --bench`: its self-test pulses cold for a moment with 2 A. Then the resistor holds the plate back, and the treatment ends with the rule `no-response` or `off-course`: that is right.',
    ],
    see: [
      'The self-test passes: both beads fall by about a degree.',
      '12 V and 5.2 V behind the closed relay, and 0 V on both a second after it opened.',
      'With the treatment ended the 12 V supply shows what the fan takes, and nothing more.',
    ],
    otherwise:
      '`wrong-way`: the modules’ two wires are swapped (hazard H11). `relay-welded`, `bridge-shorted`, `supply-low` or `supply-high` name the rail. A current that stays: the relay or the bridge does not open; find out which before anything else.',
  },
  {
    title: 'Cold, then heat, at full power',
    does: [
      `Supplies as in the list of parts, F1 (${lineOf('F1').fuseA} A) and F2 (${lineOf('F2').fuseA} A) in. Plate in still air.`,
      '`contrast run --board auto --bench`. It takes 70 minutes. Put a thermometer of your own on the plate, and write down what it shows at the end of each phase.',
    ],
    see: [
      'It ends as completed, with the cold finish delivered.',
      'Your thermometer agrees with both beads within 1 °C in every phase.',
      'The heatsink stays below 45 °C.',
    ],
    otherwise:
      '`contrast explain latest` says what stopped it. More than 1 °C off: the beads do not sit in the plate, or need calibration.',
  },
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
      'Unplug the board. Clip a bench supply to the terminal of out A, before the cut-out, and to that of out B; warm the plate to 55 °C through the modules at 3 A, watching the thermometer.',
    ],
    see: [
      'The current ends by itself with the plate between 47 and 55 °C, and does not come back when the plate is cold.',
    ],
    otherwise: 'The disc has no thermal contact, or is not in the line that all current takes.',
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

export function bringUp(pins: PinMap): Step[] {
  const pin = (role: keyof PinMap): string => {
    const found = pinRoles.find((candidate) => candidate.role === role);
    if (found === undefined) throw new Error(`no pin has the role ${role}`);
    return pinLabel(found, pins);
  };
  return [...withoutPower(pin), ...lowPower(pin), ...fullPower(pin)];
}
