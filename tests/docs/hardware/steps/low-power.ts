/** With the board alone, then with the small fuse, then with the rails and no modules. */
import { currentLimits } from '../../../../hardware/guard/board-checks.ts';
import { clampFigures } from '../clamp.ts';
import { lineOf } from '../currents.ts';
import type { PinOf, Step } from './step.ts';

const volts = (value: number): string => `${value.toFixed(2)} V`;

const boardAlone = (pin: PinOf): Step[] => [
  {
    title: 'USB only: firmware',
    does: [
      'Fuses F1 and F2 out, supplies off. Plug in the board through the isolator.',
      '`contrast doctor --board auto` finds the port, and fails on a board without our firmware: that is right. Then `contrast firmware flash`, and read the identity that it prints. Move the link JP1 to 2-3: this firmware pulses the stop loop from its far end.',
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
      'Plate and heatsink as warm as the room for an hour, the fan off. `contrast doctor --board auto`, and read the line “witness”.',
      `Choose R34, the second resistor above ${pin('witness')}, until it agrees: 60 Ω less for each degree that the witness reads too little. Warm the plate with a hand to 30 °C or more, and look again.`,
    ],
    see: [
      'Within 0.5 °C of the plate sensors, cold and warm. Of the other lines only “fan” fails, which has no supply yet, and “lease” warns that nothing stands behind the relay.',
      'The line “supplies”: 0 V behind the open relay, on both rails.',
      `The line “module current”: less than ${currentLimits.idleA} A either way.`,
    ],
    otherwise:
      'More than 1 °C apart when warm: one of the two is of another kind than the list says (hazard H36). Find out which, with a thermometer.',
  },
];

const coilsAndFan = (pin: PinOf): Step => ({
  title: 'Fan and relay: F3 only',
  does: [
    '12 V on, F3 in, F1 and F2 still out. Pull the USB plug, and put it back.',
    '`contrast doctor --board auto` with an ear at the relay.',
    'The stop button’s own wire: with a clip lead join pin A2 of K1’s coil to the star point. The relay clicks in. Press the stop button, and release it. Take the lead away. The same at K2.',
    'The ground of the board: take its wire off the star point, with USB plugged in. Listen. Put it back.',
  ],
  see: [
    'The fan runs as soon as the 12 V are there, with the board plugged in or not, and never stops while the doctor runs; the doctor counts its turns. Held by hand (at the hub, with a pencil) the line “fan” fails.',
    `The relay closes and opens once in the doctor’s test of the lease, and does not click when the board boots. ${pin('relay')} is low afterwards. With F1 and F2 out the line “lease” still warns: nothing stands behind the relay.`,
    'Pressed, the stop button drops the relay that the clip lead holds: with no chip and no program in it. The fan runs on.',
    'No relay clicks when the ground wire comes off.',
  ],
  otherwise:
    'A fan that waits for the board stops with it, at the worst moment (law L8). A relay that STOP does not drop has its second contact in the wrong line.',
});

const rails = (pin: PinOf): Step => ({
  title: 'Rails, without modules',
  does: [
    'Take the modules’ line off at the cut-out, so that no module gets current.',
    `The clamp: F2 in, PS2 unplugged from it; in its place a bench supply limited to 1 A. Raise it slowly from 5 V, with a voltmeter behind F2. When it has fired, take it to 0 V.`,
    `PS2 in place again, F1 (${lineOf('F1').fuseA} A) and F2 (${lineOf('F2').fuseA} A) in, both supplies on. Set PS2 to ${volts(clampFigures.supplyV)} behind F2.`,
    `Hold K1 in with the clip lead as before, and measure both rails behind it against the star point; take the lead off and measure again after a second. Then ${pin('heatRail')} and ${pin('coolRail')} against the ground of the board, with K1 held in.`,
    `Pull F2, K1 still held in, and measure behind the diode. Put F2 back.`,
  ],
  see: [
    `The clamp fires between ${volts(clampFigures.leastFiresV)} and ${volts(clampFigures.mostFiresV)}, stays down until the supply is at 0 V, and not at all at ${volts(clampFigures.supplyV)}.`,
    'With K1 held in: 11.4 to 12.6 V for leg A, 5.0 to 5.5 V for leg B. A second after it opened: below 0.5 V at **both**.',
    `${pin('coolRail')} 2.8 V and ${pin('heatRail')} 1.2 V, within 0.2 V; both follow their rail.`,
    'Without F2 leg B’s rail falls to 0 V, and does not come back from leg A.',
  ],
  otherwise:
    'A rail that stays up with K1 open: that pole, or its wire, bypasses the relay. A clamp that fires below 6 V will fire in a treatment. 12 V at leg B: the diode is missing or the wrong way round.',
});

export const lowPower = (pin: PinOf): Step[] => [...boardAlone(pin), coilsAndFan(pin), rails(pin)];
