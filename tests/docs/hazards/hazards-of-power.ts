/** Hazards of drive, bridge, link and computer. */
import { keys } from './hazard.ts';
import type { HazardLog } from './hazard.ts';
import { partsAgainst } from './parts-against.ts';

export const hazardsOfPower = {
  H01: {
    severity: 'serious',
    harm: 'A burn. At 45 °C skin is injured within hours, at 50 °C within minutes, at 60 °C within seconds.',
    cause:
      'The controller has a wrong sign, gain or target, or a fault in the program asks for more heat than it should.',
    controls: [
      ...keys('guard', 'plate-hot', 'too-fast', 'over-cap'),
      ...keys('measure', 'drive-gate', 'controller', 'seeded-treatments'),
      ...keys('alarm', 'plate-near-limit', 'drive-gate'),
      ...partsAgainst('H01'),
      ...keys('step', 'The cut-out, in water'),
    ],
    left: 'Program and board both look through the same two beads. What both beads do not see is H36: their witness does, later.',
    outside:
      'The cut-out is the only thing that needs no software. It limits a burn and does not prevent one: in the model the plate ends at about 52 °C.',
  },
  H02: {
    severity: 'serious',
    harm: 'A burn or a cold injury: the plate goes on heating or cooling, whatever the program says.',
    cause: 'A transistor of the bridge fails shorted; the contacts of the relay weld; or both.',
    controls: [
      ...keys('law', 'L8'),
      ...keys('guard', 'relay-welded', 'bridge-shorted', 'module-open'),
      ...keys('guard', 'plate-hot', 'plate-cold', 'too-fast'),
      ...keys('stage', 'relayAlone', 'relayOpen'),
      ...keys('measure', 'seeded-treatments'),
      ...keys('alarm', 'not-settling'),
      ...partsAgainst('H02'),
      ...keys(
        'step',
        'Rails, without modules',
        'Cold first: a resistor in the modules’ line',
        'The cut-out, in water',
        'The cut-out, in place',
      ),
    ],
    left: 'A bridge that sticks shows by its current: within 0.3 s where it is driven against what is asked, and where as much is asked as flows, in a cold or hot phase, as soon as less is. A pole that welds is found as soon as the relay is told to open, at rest before every treatment at the latest, and without heat. One that welds during a treatment in which the bridge then sticks is not; the second relay, in the modules’ line and proven open at each arming, opens then. Only with that one welded in the same treatment as well the plate ends at 52.1 °C on heat, with the cut-out, and on cold nothing in the device opens: the alarm asks for the plug to be pulled.',
    outside:
      'Relay, heat rail and cut-out are parts; whether the disc really opens at its temperature is shown in a water bath, once.',
    next: 'The comparator with its own bead, an option in the list of parts, opens the second relay without any program.',
  },
  H03: {
    severity: 'serious',
    harm: 'A burn or a cold injury: the last drive stays on with nobody in control of it.',
    cause:
      'The program crashes or hangs, the computer freezes, sleeps, or is too busy for its control loop.',
    controls: [
      ...keys('law', 'L5', 'L9', 'L10'),
      ...keys('guard', 'lease-lost', 'watchdog'),
      ...keys('stage', 'lease', 'leaseClear', 'rearm'),
      ...keys('measure', 'device-process', 'no-judge-that-slept'),
      ...keys('alarm', 'link-lost', 'end-not-known'),
      ...partsAgainst('H03'),
      ...keys('step', 'Stop it, and let the computer die'),
    ],
    left: 'Half a second of the last drive: at the worst 0.4 °C on the reference device, more where heat runs on 12 V. The cold finish is then not given.',
    outside:
      'Somebody must take the plate off: a computer that died cannot say so. The board beeps by itself.',
  },
  H04: {
    severity: 'serious',
    harm: 'A burn or a cold injury: pins float, or keep what they had.',
    cause: 'The cable is pulled or breaks; opening the port resets the board; its supply dips.',
    controls: [
      ...keys('law', 'L5', 'L7', 'L8'),
      ...keys('guard', 'lease-lost'),
      ...keys('measure', 'reset-memory', 'lost-link-is-final'),
      ...keys('alarm', 'link-lost'),
      ...partsAgainst('H04'),
      ...keys('step', 'Nothing plugged in: resistances', 'USB only: firmware'),
    ],
    left: 'While a boot loader waits, for a second or two, only the pull-downs hold the bridge open.',
    outside:
      'The resistors must be there, and at the parts they belong to. An ohmmeter shows it; no program can.',
  },
  H11: {
    severity: 'serious',
    harm: 'A burn: the plate heats in what is meant to be the cold phase, with full power and on 12 V.',
    cause: 'The two wires of the modules, or the two sides of the bridge, are swapped.',
    controls: [
      ...keys('stage', 'pulse'),
      ...keys('step', 'Cold first: a resistor in the modules’ line'),
    ],
    left: 'Next to none: each treatment begins with a cold pulse before skin is near, and the plate must get colder.',
    outside: 'Bring-up with a current limit, so that the first mistake is a harmless one.',
  },
  H12: {
    severity: 'reversible',
    harm: 'A jolt of temperature, and cracked modules that fail later in some other way.',
    cause:
      'The drive goes from full heat to full cold without a pause, or does so again and again.',
    controls: [
      ...keys('guard', 'reversal', 'both-sides'),
      ...keys('measure', 'drive-gate', 'bridge-writer'),
      ...partsAgainst('H12'),
    ],
    left: 'Modules age with every phase. One that aged is found by what it no longer can: the rule no-response.',
    outside: 'Modules that their maker rates for temperature cycling.',
  },
  H25: {
    severity: 'reversible',
    harm: 'A phase lasts too long or too short; a rest between two sessions is counted wrong.',
    cause:
      'The clock is set, jumps with daylight saving or by the network; the computer sleeps and wakes.',
    controls: [
      ...keys('guard', 'one-way', 'session'),
      ...keys('measure', 'monotonic-time', 'every-wait-ends'),
    ],
    left: 'The rest between sessions has only the wall clock to go by. A clock that was set ahead makes a session look longer ago than it is; the doctor sees a clock that runs before the newest record, not the other way.',
    outside: 'A computer whose clock is right.',
    next: 'Compare the wall clock with the last record and the uptime at each start, and ask a person when it has leapt.',
  },
  H26: {
    severity: 'serious',
    harm: 'A burn or a cold injury: power flows in a pause, after a trip, or with nobody watching.',
    cause:
      'A fault in the statechart or around it: a transition that should not be, an event at a bad moment.',
    controls: [
      ...keys('law', 'L1', 'L7', 'L12'),
      ...keys('guard', 'both-sides', 'over-cap'),
      ...keys(
        'measure',
        'permission-from-state',
        'drive-gate',
        'bridge-writer',
        'seeded-treatments',
      ),
      ...keys('alarm', 'drive-gate'),
    ],
    left: 'The board does not know the phase: it would let heat through in a cold phase, within its limits of temperature, duty and time.',
    outside: 'Nothing: this one is for the program alone.',
    next: 'Tell the board what the phase permits, so that heat in a cold phase trips there too.',
  },
  H27: {
    severity: 'reversible',
    harm: 'Two programs fight over the plate, and neither has control of it.',
    cause:
      'A second program, a serial monitor or a firmware tool opens the port of a board in use.',
    controls: [...keys('guard', 'drive-mismatch'), ...keys('measure', 'port-lock', 'frames')],
    left: 'A program that ignores locks can open the port, and so reset the board: the treatment ends in a trip.',
    outside: 'Nobody should run other serial programs on this computer during a treatment.',
  },
  H28: {
    severity: 'serious',
    harm: 'A burn or a cold injury by a command that nobody gave.',
    cause: 'Interference, static or a bad cable changes bytes on the way.',
    controls: [
      ...keys('guard', 'drive-mismatch', 'both-sides'),
      ...keys('measure', 'frames', 'staging'),
      ...partsAgainst('H28'),
    ],
    left: 'Readings travel as plain Firmata, without a check sum. A single damaged one is seen as a jump or a bead that disagrees; the board judges its own.',
    outside:
      'Short cables, a common ground point, the isolator. Nobody has measured this device in a field.',
    next: 'Compare the counts in the status frames of the board, which carry a check sum, with what Firmata reports.',
  },
} as const satisfies Partial<HazardLog>;
