/** Hazards of sensors, heatsink and supply. */
import { keys } from './hazard.ts';
import type { HazardLog } from './hazard.ts';
import { partsAgainst } from './parts-against.ts';
import { unseenWords } from './unseen-words.ts';

export const hazardsOfReadings = {
  H05: {
    severity: 'serious',
    harm: 'A burn: the controller heats a plate that seems cold.',
    cause: 'A thermistor, its wire or its plug is broken.',
    controls: [
      ...keys('law', 'L4'),
      ...keys('guard', 'sensor-open'),
      ...keys('stage', 'rest'),
      ...keys('alarm', 'self-test'),
      ...partsAgainst('H05'),
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
      ...keys('guard', 'sensor-short', 'plate-cold'),
      ...keys('stage', 'rest'),
      ...keys('alarm', 'self-test'),
      ...partsAgainst('H06'),
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
      ...keys('guard', 'sensors-disagree'),
      ...keys('stage', 'pulse'),
      ...keys('measure', 'worse-bead-counts'),
      ...partsAgainst('H07'),
    ],
    left: 'Both beads out at once is H36.',
    outside: 'Each bead potted in a hole of its own.',
  },
  H08: {
    severity: 'serious',
    harm: 'A burn over minutes: each degree too many doubles or quadruples the dose.',
    cause: 'A thermistor of another type, an aged one, a divider resistor that is off.',
    controls: [
      ...keys('guard', 'sensors-disagree', 'plate-hot', 'witness-disagrees', 'converter'),
      ...keys('measure', 'worse-bead-counts', 'room-below-harm', 'doctor'),
      ...keys('alarm', 'self-test'),
      ...keys('measure', 'dose-by-the-witness', 'narrower-without-witness'),
      ...partsAgainst('H08'),
      ...keys('step', 'Cold, then heat, at full power'),
    ],
    left: 'Up to 1.5 °C between the beads is allowed in a hold, and the dose is counted from what they say: parts of 1 % may both read 0.9 °C too little, and then a third of the true dose is charged (seed 1626 of the simulation). The cap of 2 CEM43 minutes leaves room for that below the bound of 9.',
    outside: 'A person compares the plate with a thermometer, at bring-up and now and then.',
    next: 'A calibration by command, kept with its date: an error of both beads below 0.8 °C is in nobody’s dose.',
  },
  H09: {
    severity: 'reversible',
    harm: 'A trip that comes late, or treatments that stop for nothing until nobody believes an alarm.',
    cause: 'A converter of ten bits has 0.1 °C a step; noise of supply and wires comes on top.',
    controls: [
      ...keys('guard', 'ground'),
      ...keys('measure', 'averaging', 'doctor'),
      ...partsAgainst('H09'),
      ...keys('step', 'Ground and drops, under full current'),
    ],
    left: 'The noise of a real build is not known before somebody builds it. Each self-test and each phase measures it with current flowing, and 2 LSB rms end the treatment by that name; the doctor measures it only at rest, and says so.',
    outside: 'Twisted wires, one ground point, the capacitors at the inputs.',
  },
  H10: {
    severity: 'serious',
    harm: 'A burn or a cold injury: every limit is judged on a temperature of the past.',
    cause:
      'The link stands still, a report comes late, a converter or a library repeats its last value.',
    controls: [...keys('law', 'L4'), ...keys('guard', 'converter'), ...keys('measure', 'doctor')],
    left: 'A value that is repeated with a little noise passes for a live one until the plate is 2.5 °C from it by the witness, or should have moved.',
    outside: 'Nothing: this one is for program and board.',
    next: 'The board does not look for a reading that stands still. It could, with the same few bytes a bead as its slope.',
  },
  H13: {
    severity: 'reversible',
    harm: 'A plate that no longer cools, and a heatsink that burns whoever touches it.',
    cause: 'The fan fails or is blocked, or something covers the vents.',
    controls: [
      ...keys('guard', 'heatsink-hot', 'fan-stalled'),
      ...keys('alarm', 'preparing-overdue'),
      ...keys('measure', 'doctor'),
      ...partsAgainst('H13'),
      ...keys('step', 'Fan and relay: F3 only'),
    ],
    left: 'A fan that stands still is found within 7 s, a broken wire of its tachometer as well. A fan that turns behind covered vents is seen by its effect only, minutes later, at 50 to 54 °C of the heatsink.',
    outside: 'Somebody keeps the vents clear.',
  },
  H14: {
    severity: 'reversible',
    harm: 'A plate that gets warm on the skin with its power off, at the moment at which everybody thinks it is safe.',
    cause: 'After cooling, the heatsink is hot, and its heat flows back through the modules.',
    controls: [
      ...keys('law', 'L8'),
      ...keys('guard', 'heatsink-hot'),
      ...keys('alarm', 'remove-plate', 'not-settling', 'self-test'),
      ...partsAgainst('H14'),
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
      ...partsAgainst('H15'),
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
      ...keys('guard', 'supply-low', 'supply-high'),
      ...keys('stage', 'relayAlone'),
      ...keys('measure', 'weak-supply'),
      ...keys('alarm', 'preparing-overdue'),
      ...partsAgainst('H29'),
      ...keys('step', 'Rails, without modules'),
    ],
    left: 'Both supplies are measured behind the relay, to 6 %: the board’s own 5 V and the dividers are in that. Between 5.5 and 5.9 V on the heating rail nothing trips, and up to 6.1 V where the host alone judges it; a stuck bridge then takes 5.4 to 6.6 s to 45 °C instead of 8. With the relay open the supplies are not seen.',
    outside:
      'The clamp on the heat rail, tried at bring-up with a supply that is raised until it fires; the surge diode and fuse on 12 V; a plug that fits nothing else in the room.',
  },
  H30: {
    severity: 'serious',
    harm: 'An electric shock.',
    cause:
      'The charger of the computer, or one of the two supplies, lets mains voltage through to a plate that lies on skin. The 5 V supply is as much the patient’s as the 12 V one: both secondaries meet at the star point.',
    controls: [
      ...partsAgainst('H30'),
      ...keys(
        'step',
        'Nothing plugged in: resistances',
        'Insulation of the plate, dry and wet',
        'Leakage, assembled',
      ),
    ],
    left: 'No program sees leakage current. Everything rests on three bought parts, both supplies and the isolator, each with two means of patient protection, and on how leads, tabs and beads on the plate are sealed. The plate is an applied part of type BF: 100 µA in normal condition, 500 µA with a single fault, all three together. A seal that gives way after the bring-up is not seen, and in every cold phase there is water on it.',
    outside:
      'Supplies and isolator with their certificates, a plate that is joined to nothing, 10 MΩ at 500 V, dry and wet, and a leakage measurement by somebody who has the instrument, at bring-up and every year.',
    next: 'Insulation between circuit and plate measured by the device itself before each treatment: an electrode on the plate, and a source of some µA.',
  },
  H31: {
    severity: 'serious',
    harm: 'Fire, or burns by molten plastic.',
    cause: 'A stuck bridge with a stopped fan; a pinched wire; a bad terminal.',
    controls: [
      ...partsAgainst('H31'),
      ...keys(
        'step',
        'Ground and drops, under full current',
        'The cut-out, in water',
        'The cut-out, in place',
      ),
    ],
    left: 'A terminal that gets hot at normal current opens no fuse. A supply that limits below twice the rating of its fuse may never blow it: the clamp carries that current for ever, on its heatsink. The disc of the cut-out warms by 1.2 W at 10 mΩ; no maker prints a rating for it at 11 A and 12 V direct current.',
    outside:
      'Fuses, wires and terminals as calculated; drops measured under full current; a cut-out of 10 mΩ or less that has opened ten times under load; nothing that burns near the modules, and somebody in the room.',
    next: 'A fault of the simulator with the fan stopped and the bridge stuck, to show that the thermal fuse comes in time; today only the cut-out is modelled.',
  },
  H36: {
    severity: 'serious',
    harm: 'A burn or a cold injury that no reading shows: all limits are judged on what both beads say.',
    cause:
      'Both beads are of another type than assumed, both come loose with the same glue, both get wet, or their common supply of the dividers is off.',
    controls: [
      ...keys('guard', 'witness-disagrees', 'converter', 'ground'),
      ...keys('stage', 'rest'),
      ...keys('measure', 'dose-by-the-witness', 'narrower-without-witness', 'room-below-harm'),
      ...partsAgainst('H36'),
      ...keys('step', 'Cold, then heat, at full power', 'The witness, in a room'),
    ],
    left: `What the witness cannot tell from whole beads: 2.5 °C in a hold, for as long as the dose, which is charged from the witness less 0.5 °C, and from what it has moved from the beads since rest less 0.25 °C, allows. Of twenty devices drawn within tolerance, each at 41 °C and judged by its true plate, beads of B 3435 end by the dose with 6.0 CEM43 minutes and 44.4 °C at most (8.3 at 40 °C, where the dose fills later), a plug that grows by 1 kΩ with 4.4 and 44.4 °C, beads that drift by 0.1 °C a minute with 5.6 and 43.5 °C. On the device as it is described beads half out end at 44.8 °C; water of 200 kΩ leaves a cold of 9.7 °C instead of 12. Beads and witness that go wrong alike, such as all three out of the same hole, are seen by nothing but the cut-out, at 50 °C. ${unseenWords}`,
    outside:
      'Somebody compares the plate with a thermometer of another kind, at bring-up and now and then.',
  },
} as const satisfies Partial<HazardLog>;
