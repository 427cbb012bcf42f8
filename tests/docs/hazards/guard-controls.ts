/** The reasons for which the board trips by itself, and the self-test before each treatment, as controls. */
import type { Control, Evidence } from './control.ts';

const folder = 'hardware/firmware/contrast_guard';
const core = 'the core, compiled for this computer';
const pins = 'tests/firmware/pins.test.ts';

const reason = (what: string, file: string, tests: Evidence): Control => ({
  what,
  code: [`${folder}/${file}`, `${folder}/supervisor.cpp`],
  tests,
});

/** What the compiled core shows, and what the pins of the emulated board show with the committed image. */
function shown(file: string, ofCore: readonly string[], atPins: readonly string[]): Evidence {
  return {
    [`tests/firmware/${file}.test.ts`]: ofCore.map((name) => `${core} > ${name}`),
    [pins]: atPins,
  };
}

const alone = (name: string): string =>
  `its own readings > ${name}: trips by itself, with the host silent`;
const renewing = (name: string): string =>
  `its own readings > ${name}: trips with the host renewing`;

export const guardControls: Readonly<Record<`guard:${string}`, Control>> = {
  'guard:lease-lost': reason(
    'power off 450 ms after the last renewal',
    'supervisor.cpp',
    shown(
      'drive',
      [
        'the lease > ends 450 ms after the last renewal, at whatever drive; nothing else prolongs it',
      ],
      ['the lease > full heat is off within 0.50 s of the end of the last renewal'],
    ),
  ),
  'guard:drive-mismatch': reason(
    'trips when a renewal names another drive than was written',
    'drive.cpp',
    shown(
      'drive',
      ['staging > a renewal for another drive trips and switches off'],
      ['a renewal for another drive than the staged one trips'],
    ),
  ),
  'guard:both-sides': reason(
    'never drives both sides, and trips when asked to',
    'drive.cpp',
    shown(
      'drive',
      ['staging > both sides staged trip at once, renewed or not, and neither is driven'],
      ['both sides, asked for in every order, are never at the pins together'],
    ),
  ),
  'guard:over-cap': reason('trips on a drive above the cap of the rig', 'drive.cpp', {
    'tests/firmware/drive.test.ts': [
      `${core} > staging > a count above the cap trips, and the cap itself is driven`,
    ],
    'tests/guard/treatment.test.ts': [
      'a treatment on a guarded board > has the heat cap of its rig on the board too (L6)',
    ],
  }),
  'guard:reversal': reason(
    'trips on a reversal without 200 ms at zero',
    'drive.cpp',
    shown(
      'drive',
      ['a reversal > takes 200 ms at zero, either way'],
      ['a reversal without its pause trips; with it, the sides change and never overlap'],
    ),
  ),
  'guard:one-way': reason(
    'counts one direction by its own clock: 20 min, or less where it was narrowed',
    'drive.cpp',
    shown(
      'duration',
      ['drive one way > for 20 minutes trips, by the board’s own count'],
      ['drive one way longer than it was narrowed to trips'],
    ),
  ),
  'guard:session': reason('counts the time armed by its own clock: 95 min', 'supervisor.cpp', {
    'tests/firmware/duration.test.ts': [
      `${core} > a session ends after 95 minutes, or sooner where it was narrowed to`,
    ],
  }),
  'guard:stop-pressed': reason(
    'opens the bridge itself within 50 ms of an open stop loop',
    'confirmation.h',
    shown(
      'duration',
      ['the stop loop > open for 20 ms trips, off within 50 ms, whatever is driven'],
      ['the stop loop, opened: off within 50 ms at the pin'],
    ),
  ),
  'guard:sensor-open': reason(
    'sees a broken wire by its own converter',
    'readings.cpp',
    shown(
      'readings',
      ['a sensor that is open or shorted > trips within the time to confirm, on each channel'],
      [alone('channel * open'), renewing('channel * open')],
    ),
  ),
  'guard:sensor-short': reason(
    'sees a shorted wire by its own converter',
    'readings.cpp',
    shown(
      'readings',
      ['a sensor that is open or shorted > trips within the time to confirm, on each channel'],
      [alone('channel * shorted'), renewing('channel * shorted')],
    ),
  ),
  'guard:plate-hot': reason(
    'trips above 44 °C by its own readings, each bead with its slope, so that one may be broken',
    'readings.cpp',
    shown(
      'readings',
      [
        'a plate that is too hot or too cold > trips below the ceiling count, and not where the bead lies just inside and still',
      ],
      [alone('plate * above the ceiling'), renewing('plate * above the ceiling')],
    ),
  ),
  'guard:plate-cold': reason(
    'trips below 5 °C by its own readings, each bead with its slope',
    'readings.cpp',
    shown(
      'readings',
      [
        'a plate that is too hot or too cold > trips above the floor count, and not where the bead lies just inside and still',
      ],
      [alone('plate * below the floor'), renewing('plate * below the floor')],
    ),
  ),
  'guard:heatsink-hot': reason(
    'trips when the heatsink is at 60 °C',
    'readings.cpp',
    shown(
      'readings',
      ['the heatsink trips at 60 °C and not just below'],
      [alone('a heatsink that grows hot'), renewing('a heatsink that grows hot')],
    ),
  ),
  'guard:sensors-disagree': reason(
    'trips when its two beads are 2.5 °C apart for a second',
    'readings.cpp',
    shown(
      'readings',
      ['beads that disagree > trip when they differ by 2.5 °C for a second, and never by less'],
      ['its own readings > beads that disagree for a second trip while the host renews'],
    ),
  ),
  'guard:too-fast': reason(
    'trips when either bead warms faster than 1.25 °C/s or cools faster than 2 °C/s',
    'readings.cpp',
    shown(
      'readings',
      [
        'a plate that moves too fast > trips warming above its limit, and not below',
        'a plate that moves too fast > trips cooling above its limit, and not below',
      ],
      [alone('a plate that jumps'), renewing('a plate that jumps')],
    ),
  ),
  'guard:watchdog': reason('a program that hangs is switched off by the chip', 'watchdog.cpp', {
    'tests/firmware/hang.test.ts': [
      'a build that hangs when told to > with interrupts on: the stall guard switches off in time, and the board comes back tripped',
      'a build that hangs when told to > with interrupts off: the watchdog alone switches off in time, and the board comes back tripped',
    ],
    'tests/emulated/uno.test.ts': [
      'an Uno, * > lets go of its pins when the watchdog bites a hung program, and stays so',
    ],
  }),
};

const selfTest = 'tests/safety/self-test.test.ts';
const fromTheStart = (id: string): string =>
  `the self-test before each treatment > ${id} from the start does not get through`;
const proof = 'the lease proof of the self-test';

const stage = (what: string, tests: Evidence): Control => ({
  what,
  code: ['src/safety/self-test.ts'],
  tests,
});

const leaseStage = (what: string, tests: Evidence): Control => ({
  what,
  code: ['src/safety/lease-proof.ts', 'src/treatment/guard-course.ts'],
  tests,
});

export const stageControls: Readonly<Record<`stage:${string}`, Control>> = {
  'stage:rest': stage(
    'before anything is driven: all sensors valid, beads agree, heatsink cool, stop loop closed',
    {
      [selfTest]: ['what speaks against a start > *', 'the self-test at rest > *'],
      'tests/treatment/self-test.test.ts': [
        fromTheStart('plate-a-open'),
        'the self-test before each treatment > does not let a treatment begin while the stop loop is open',
      ],
    },
  ),
  'stage:relayAlone': stage(
    'closes the relay with the bridge off: each supply must be right, and nothing may lift the heating rail',
    {
      [selfTest]: ['the relay alone > *'],
      'tests/treatment/common-causes.test.ts': [
        'one part of the power that fails > leg-a-high-side-shorted from *',
        'one part of the power that fails > heat-supply-high from *',
      ],
    },
  ),
  'stage:relayOpen': stage('drives with the relay open: the plate must not answer', {
    [selfTest]: ['the self-test with power > with the relay open, *'],
    'tests/treatment/self-test.test.ts': [fromTheStart('relay-welded')],
  }),
  'stage:pulse': stage(
    'a short cool pulse: both beads must get colder, the heatsink warmer, before skin is near',
    {
      [selfTest]: ['the self-test with power > with the relay closed, *'],
      'tests/treatment/self-test.test.ts': [
        fromTheStart('polarity-reversed'),
        fromTheStart('plate-a-detached'),
        fromTheStart('heatsink-detached'),
        fromTheStart('leg-a-stuck-low'),
      ],
    },
  ),
  'stage:lease': leaseStage('falls silent on purpose: the board must cut the power within 0.5 s', {
    'tests/guard/treatment.test.ts': [
      `${proof} > is not passed by a board that never drops`,
      `${proof} > is not passed by a board that drops too late`,
      `${proof} > is not passed by a board that only says so`,
    ],
  }),
  'stage:leaseClear': leaseStage(
    'the board must latch that trip, and let it be cleared by its reason',
    {
      'tests/guard/treatment.test.ts': [
        `${proof} > is not passed by a board that cannot be cleared`,
      ],
    },
  ),
  'stage:rearm': leaseStage('the board must arm itself anew, with its own checks', {
    'tests/guard/treatment.test.ts': [`${proof} > is not passed by a board that does not arm`],
  }),
};
