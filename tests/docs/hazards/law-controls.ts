/** The laws as controls: where each is kept, and what shows it. */
import type { Control } from './control.ts';
import { laws } from './laws.ts';
import type { LawId } from './laws.ts';

const states = 'tests/paths/every-event.test.ts';
const witnessed = 'tests/evidence/witnessed.test.ts';
const judges = 'tests/simulation/judges.test.ts';
const noLawBroken = 'a block of seeded treatments breaks no law, and is what is claimed';
const person = 'tests/treatment/person.test.ts';
const acts = 'what a person does, shown by the record';
const chart = ['machines/session.ts', 'machines/permission.ts'];

const kept: Readonly<Record<LawId, Omit<Control, 'what'>>> = {
  L1: {
    code: [...chart, 'src/safety/drive-gate.ts'],
    tests: {
      [states]: [
        'heat (L1) > is permitted in the hot phase of a running treatment, and nowhere else',
      ],
      [witnessed]: [noLawBroken],
      [judges]: ['a law that is broken > heat at rest is seen at the pins'],
    },
  },
  L2: {
    code: ['machines/session.ts', 'src/limits/prescription.ts', 'src/treatment/schedule.ts'],
    tests: {
      'tests/machines/session.test.ts': [
        'the treatment > runs cold, hot, cold, hot, cold, hot, cold and ends completed',
      ],
      [states]: [
        'cold first, cold last (L2) > gives whoever ends early no cold but what heat owes: never a cold phase upon another (Bassett 1992)',
      ],
      [person]: [
        `${acts} > END_EARLY in heat goes to the whole final cold phase (L2)`,
        `${acts} > END_EARLY soon after a cold phase > * s into the first heat gives no cold upon the cold: no heat was given yet`,
        `${acts} > a pause * that nobody ends goes to power off after five minutes, with an alarm (L2)`,
      ],
      'tests/limits/nesting.test.ts': [
        'a prescription > starts cold, alternates, and the plate is cold at both ends of the treatment (law L2)',
      ],
    },
  },
  L3: {
    code: ['machines/session.ts', 'src/treatment/tick.ts', 'hardware/device/stop-loop.ts'],
    tests: {
      [states]: ['STOP (L3) > is never refused, and leaves nothing permitted'],
      [person]: [`${acts} > STOP at * s cuts power in that tick and is not completed (L3)`],
      'tests/emulated/guard-faults.test.ts': [
        'the stop button is STOP within 50 ms at the pin, and the board knows of it (L3)',
      ],
    },
  },
  L4: {
    code: [
      'src/safety/readings.ts',
      'src/safety/drive-gate.ts',
      'hardware/device/analog-channel.ts',
    ],
    tests: {
      'tests/safety/readings.test.ts': ['a reading is valid only where that is proven (L4) > *'],
      'tests/treatment/bad-samples.test.ts': ['a sample that cannot be true > *'],
      'tests/hardware/device.test.ts': [
        'the device, through Johnny-Five > a sensor that no longer reports keeps its old time stamp (L4)',
      ],
    },
  },
  L5: {
    code: ['hardware/firmware/contrast_guard/supervisor.cpp', 'hardware/guard/guard-session.ts'],
    tests: {
      'tests/firmware/pins.test.ts': [
        'the lease > * is off within 0.50 s of the end of the last renewal',
      ],
      'tests/emulated/killed-host.test.ts': [
        'SIGKILL of the host > at *: power is off within 0.50 s of the last renewal',
      ],
      'tests/guard/session.test.ts': [
        'renewals > nothing is sent without a call: time alone renews nothing',
      ],
    },
  },
  L6: {
    code: [
      'src/limits/envelope.ts',
      'src/limits/firmware-bounds.ts',
      'src/treatment/guard-limits.ts',
    ],
    tests: {
      'tests/limits/nesting.test.ts': ['the layers > *', 'limits of a clinic > *'],
      'tests/guard/treatment.test.ts': [
        'a treatment on a guarded board > of somebody who built in wider limits, gets the limits of this device (L6, L10)',
      ],
      'tests/firmware/session.test.ts': [
        'the core, compiled for this computer > narrowing > refuses the whole when * alone is wider',
      ],
    },
  },
  L7: {
    code: [
      'machines/interlock.ts',
      'machines/session.ts',
      'hardware/firmware/contrast_guard/latch.cpp',
    ],
    tests: {
      [states]: [
        'a trip (L4, L7) > is left by a named reset with the cause gone, by nothing else, and to a session that knows nothing of it',
      ],
      'tests/treatment/faults.test.ts': [
        'a fault > gives no energy again before a named reset with the cause gone and a passed self-test (L7)',
      ],
      'tests/emulated/guard-loss.test.ts': [
        'a host that stops and goes on does not get its drive back: the trip is latched (L7)',
      ],
    },
  },
  L8: {
    code: ['hardware/device/device.ts', 'hardware/firmware/contrast_guard/pins.cpp'],
    tests: {
      'tests/hardware/device.test.ts': [
        'the device, through Johnny-Five > is off at once when power is taken, and all-off needs no decision',
      ],
      'tests/firmware/pins.test.ts': [
        'start-up > holds its power pins low by itself within 2 ms, and the fan runs',
        'switching off > takes the enable first: that alone opens the bridge',
      ],
      [judges]: ['a law that is broken > * at rest is seen at the pins'],
    },
  },
  L9: {
    code: ['hardware/device/device.ts', 'src/treatment/safe-exit.ts'],
    tests: {
      'tests/all-off/all-off.test.ts': ['* in the middle of heating leaves every output off'],
      'tests/hardware/device.test.ts': [
        'the device, through Johnny-Five > tries every write of all-off, even where some of them throw',
      ],
    },
  },
  L10: {
    code: ['src/treatment/board-policy.ts', 'hardware/boards/guard-behind.ts'],
    tests: {
      'tests/cli/bad-input.test.ts': [
        'bad boards > emulated-standard is unguarded: refused without --bench, exit code 6',
      ],
      'tests/emulated/serial-guard.test.ts': [
        'a board on a serial port > with other firmware is unguarded, and nobody is treated through it: exit code 6',
      ],
      'tests/paths/tables.test.ts': [
        'the link to the board > moves as written down, and is lost for good',
      ],
    },
  },
  L11: {
    code: ['src/records/journal.ts', 'src/records/outcome.ts'],
    tests: {
      'tests/records/killed-process.test.ts': [
        'killed after line * of * characters: every confirmed line is whole',
      ],
      'tests/records/export.test.ts': [
        'the outcome > of a record with a trip is never "completed", and of a damaged one never known',
      ],
      [states]: [
        'cold first, cold last (L2) > is "completed" after the whole prescription only, and "faulted" whenever the power was taken away',
      ],
    },
  },
  L13: {
    code: ['src/limits/owed.ts', 'src/treatment/delivery.ts', 'machines/session.ts'],
    tests: {
      'tests/treatment/delivery.test.ts': [
        'a treatment that ran to its end > with a hot phase of 40 °C that * is never completed: exit code 7',
        'a moment of a hot phase of 40 °C > * counts or does not',
      ],
      'tests/machines/session.test.ts': [
        'the treatment > with phase * not delivered is not completed (L13)',
      ],
    },
  },
  L12: {
    code: ['hardware/boards/board.ts', 'src/treatment/open-device.ts'],
    tests: {
      'tests/emulated/guard-treatment.test.ts': [
        'the default treatment on the guarded board > as on the simulated board, within 0.3 °C rms in each phase',
      ],
    },
  },
};

export const lawControls: Readonly<Record<`law:${string}`, Control>> = Object.fromEntries(
  Object.entries(laws).map(([id, what]) => [`law:${id}`, { what, ...kept[id as LawId] }]),
);
