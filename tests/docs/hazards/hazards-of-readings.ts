/** Hazards of sensors, heatsink and supply. */
import { keys } from './hazard.ts';
import type { HazardLog } from './hazard.ts';

export const hazardsOfReadings = {
  H05: {
    severity: 'serious',
    harm: 'A burn: the controller heats a plate that seems cold.',
    cause: 'A thermistor, its wire or its plug is broken.',
    controls: [
      ...keys('law', 'L4'),
      ...keys('rule', 'sensor-open', 'no-response'),
      ...keys('guard', 'sensor-open'),
      ...keys('stage', 'rest'),
      ...keys('alarm', 'self-test'),
      ...keys('part', 'Thermistors'),
    ],
    left: 'A wire with a bad contact reads a few degrees low; the other bead counts in heat.',
    outside: 'Wires that are sealed and relieved of strain where they leave the plate.',
  },
  H06: {
    severity: 'serious',
    harm: 'A cold injury: the controller cools a plate that seems hot.',
    cause: 'The two wires of a thermistor touch, or water joins them.',
    controls: [
      ...keys('law', 'L4'),
      ...keys('rule', 'sensor-short', 'plate-cold'),
      ...keys('guard', 'sensor-short', 'plate-cold'),
      ...keys('stage', 'rest'),
      ...keys('alarm', 'self-test'),
      ...keys('part', 'Thermistors'),
    ],
    left: 'A leak instead of a short reads a few degrees high; the other bead counts in cold.',
    outside: 'Beads that are sealed against water.',
  },
  H07: {
    severity: 'serious',
    harm: 'A burn: the plate is hot while its sensor hangs in cool air.',
    cause: 'A bead comes out of its hole, or sits badly in it.',
    controls: [
      ...keys('law', 'L4'),
      ...keys('rule', 'sensors-disagree', 'sensors-drifting', 'sensor-jump', 'no-response'),
      ...keys('guard', 'sensors-disagree'),
      ...keys('stage', 'pulse'),
      ...keys('measure', 'worse-bead-counts'),
      ...keys('part', 'Thermistors'),
    ],
    left: 'Both beads out at once is H36.',
    outside: 'Each bead potted in a hole of its own.',
  },
  H08: {
    severity: 'serious',
    harm: 'A burn over minutes: each degree too many doubles or quadruples the dose.',
    cause: 'A thermistor of another type, an aged one, a divider resistor that is off.',
    controls: [
      ...keys('rule', 'sensors-disagree', 'sensors-drifting', 'plate-hot'),
      ...keys('guard', 'sensors-disagree', 'plate-hot'),
      ...keys('measure', 'worse-bead-counts', 'room-below-harm', 'doctor'),
      ...keys('alarm', 'self-test'),
      ...keys('part', 'Thermistors', 'Divider resistors, 10 kΩ 0.1 %'),
      ...keys('step', 'Cold, then heat, at full power'),
    ],
    left: 'Up to 1.5 °C between the beads is allowed in a hold, and the dose is counted from what they say: parts of 1 % may both read 0.9 °C too little, and then a third of the true dose is charged (seed 1626 of the simulation). The cap of 2 CEM43 minutes leaves room for that below the bound of 9.',
    outside: 'A person compares the plate with a thermometer, at bring-up and now and then.',
    next: 'A calibration by command, kept with its date, and 41 °C and more refused without a recent one: today that is only written down.',
  },
  H09: {
    severity: 'reversible',
    harm: 'A trip that comes late, or treatments that stop for nothing until nobody believes an alarm.',
    cause: 'A converter of ten bits has 0.1 °C a step; noise of supply and wires comes on top.',
    controls: [
      ...keys('rule', 'sensor-noisy', 'sensor-jump'),
      ...keys('measure', 'averaging', 'doctor'),
      ...keys('part', 'Divider resistors, 10 kΩ 0.1 %', 'Wire, fan, relay, signals'),
    ],
    left: 'The noise of a real build is not known before somebody builds it. Each self-test and each phase measures it with current flowing, and 2 LSB rms end the treatment by that name; the doctor measures it only at rest, and says so.',
    outside: 'Twisted wires, one ground point, the capacitors at the inputs.',
  },
  H10: {
    severity: 'serious',
    harm: 'A burn or a cold injury: every limit is judged on a temperature of the past.',
    cause:
      'The link stands still, a report comes late, a converter or a library repeats its last value.',
    controls: [
      ...keys('law', 'L4'),
      ...keys('rule', 'sensor-stale', 'sensor-frozen', 'no-response'),
      ...keys('measure', 'doctor'),
    ],
    left: 'A value that is repeated with a little noise passes for a live one until the plate should have moved.',
    outside: 'Nothing: this one is for program and board.',
    next: 'The board does not look for a reading that stands still. It could, with the same few bytes a bead as its slope.',
  },
  H13: {
    severity: 'reversible',
    harm: 'A plate that no longer cools, and a heatsink that burns whoever touches it.',
    cause: 'The fan fails or is blocked, or something covers the vents.',
    controls: [
      ...keys('rule', 'heatsink-hot', 'heatsink-warm', 'heatsink-mute', 'heatsink-unjudged'),
      ...keys('guard', 'heatsink-hot'),
      ...keys('alarm', 'preparing-overdue'),
      ...keys('measure', 'doctor'),
      ...keys('part', 'Heatsink and fan', 'Fan driver', 'Thermistors', 'Thermal fuse, 72 °C'),
      ...keys('step', 'Fan and relay: F3 only'),
    ],
    left: 'The fan itself is not watched: what is seen is its effect, minutes later.',
    outside: 'Somebody listens for the fan before each treatment and keeps the vents clear.',
    next: 'A fan with a tachometer, and the rule fan-stalled, which is named already.',
  },
  H14: {
    severity: 'reversible',
    harm: 'A plate that gets warm on the skin with its power off, at the moment at which everybody thinks it is safe.',
    cause: 'After cooling, the heatsink is hot, and its heat flows back through the modules.',
    controls: [
      ...keys('law', 'L8'),
      ...keys(
        'rule',
        'heatsink-hot',
        'heatsink-warm',
        'heatsink-mute',
        'heatsink-unjudged',
        'not-cooling-down',
      ),
      ...keys('guard', 'heatsink-hot'),
      ...keys('alarm', 'remove-plate', 'not-settling', 'self-test'),
      ...keys('part', 'Heatsink and fan', 'Fan driver'),
      ...keys('step', 'Fan and relay: F3 only'),
    ],
    left: 'Where the 12 V fail, the fan stops with them. In the model the plate then gets to some 31 °C from a hold at 10 °C, which harms nobody; from a heatsink near its trip it would be more.',
    outside: 'Somebody takes the plate off when told to.',
    next: 'A fault “supply lost” in the simulator: power and fan gone in the same moment, from the hottest heatsink that is allowed.',
  },
  H15: {
    severity: 'reversible',
    harm: 'A wet barrier conducts better than a dry one; water in the modules or the electronics makes them fail.',
    cause:
      'A plate at 12 °C is below the dew point of an ordinary room: it gathers water in every cold phase.',
    controls: [
      ...keys('guard', 'sensors-disagree'),
      ...keys('measure', 'leak-in-the-sensor'),
      ...keys('part', 'Peltier modules'),
    ],
    left: 'Water is there in normal use, and nothing measures it.',
    outside:
      'Sealed modules and beads, a way for drops to run off, a barrier that is changed when it is wet.',
    next: 'Say at the start, from room and setpoint, that water is to be expected, and ask about the barrier at the skin check.',
  },
  H24: {
    severity: 'reversible',
    harm: 'A hot plate is shown as cold, because the sensor that is read sits somewhere else.',
    cause: 'Plugs of plate and heatsink sensors, or of two devices, are swapped.',
    controls: [
      ...keys('rule', 'wrong-way'),
      ...keys('stage', 'pulse'),
      ...keys('measure', 'doctor'),
      ...keys('step', 'USB only: sensors and stop'),
    ],
    left: 'The two plate beads may be swapped with each other: they are treated alike, and only messages name the wrong one.',
    outside: 'Labels on the plugs, and the touch test of the bring-up.',
  },
  H29: {
    severity: 'reversible',
    harm: 'Modules with more power than anything was computed for, or a plate that follows nothing.',
    cause: 'The wrong adapter, a supply that fails high, a bad plug, a supply that sags.',
    controls: [
      ...keys('measure', 'weak-supply'),
      ...keys('alarm', 'preparing-overdue'),
      ...keys('part', 'Overvoltage clamp on the heat rail', '12 V supply', 'Fuses F1, F2, F3'),
    ],
    left: 'The voltage is not measured. Too little is seen as a slow plate; too much, as a plate that moves too fast.',
    outside: 'The clamp on the heat rail, and a plug that fits nothing else in the room.',
    next: 'A divider to a free input, the rule supply-low, which is named already, one for too much, and a fault of the simulator to try it.',
  },
  H30: {
    severity: 'serious',
    harm: 'An electric shock.',
    cause:
      'The charger of the computer, or the supply, lets mains voltage through to a plate that lies on skin.',
    controls: [
      ...keys('part', 'USB isolator', '12 V supply'),
      ...keys('step', 'Nothing plugged in: resistances'),
    ],
    left: 'No program sees leakage current. Everything rests on two bought parts and on how the plate is mounted.',
    outside:
      'A supply approved for patients, the isolator, a plate that is joined to nothing, and a measurement of leakage current by somebody who has the instrument.',
    next: 'A leakage measurement as a step of the bring-up, with the limit and what to measure it with.',
  },
  H31: {
    severity: 'serious',
    harm: 'Fire, or burns by molten plastic.',
    cause: 'A stuck bridge with a stopped fan; a pinched wire; a bad terminal.',
    controls: [
      ...keys(
        'part',
        'Fuses F1, F2, F3',
        'Thermal cut-out, 50 °C',
        'Thermal fuse, 72 °C',
        'Heatsink and fan',
      ),
      ...keys('part', 'Wire, modules and 12 V', 'Wire, heat rail', 'Wire, fan, relay, signals'),
      ...keys('step', 'The cut-out, in water', 'The cut-out, in place'),
    ],
    left: 'A terminal that gets hot at normal current opens no fuse.',
    outside:
      'Fuses, wires and terminals as calculated, nothing that burns near the modules, and somebody in the room.',
    next: 'A fault of the simulator with the fan stopped and the bridge stuck, to show that the thermal fuse comes in time; today only the cut-out is modelled.',
  },
  H36: {
    severity: 'serious',
    harm: 'A burn or a cold injury that no reading shows: all limits are judged on what both beads say.',
    cause:
      'Both beads are of another type than assumed, both come loose with the same glue, both get wet, or their common supply of the dividers is off.',
    controls: [
      ...keys('measure', 'room-below-harm'),
      ...keys('part', 'Thermal cut-out, 50 °C', 'Divider resistors, 10 kΩ 0.1 %'),
      ...keys('step', 'Cold, then heat, at full power'),
    ],
    left: 'Two beads that drift away from the truth alike, by 1 °C a minute, take the simulated plate beyond 50 °C in a hot phase before a rule trips: `contrast run --yes --speed max --fault plate-a-drifting@900 --fault plate-b-drifting@900`. The cut-out opens at about that temperature. Against cold nothing stands at all.',
    outside:
      'Somebody compares the plate with a thermometer of another kind. A third sensor of another kind would not be fooled.',
    next: 'A third sensor of another kind on the plate, read by the board; and until then a rule that compares the power that a hold takes with what the temperature shown should take.',
  },
} as const satisfies Partial<HazardLog>;
