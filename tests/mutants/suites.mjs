/**
 * What is mutated, and the tests that must notice: the quick ones that state what this very code does. Whole treatments
 * notice many a mistake by accident, and documents that are compared with the code notice any change at all.
 *
 * Left out of the safety code, because a mistake there is one of words: hazards, rule-words, alarm-lines, and the rows of
 * the screening (checklist, item, medicines, red flags, rows, sites), which are text with a rating that
 * tests/screening/rated-rows.ts repeats. Of the limits: files, formats and wording.
 */
const table = ['tests/safety/interlocks.test.ts'];
const guardRules = ['tests/guard/rules.test.ts', ...table];
const alarms = [
  'tests/alarms/signals.test.ts',
  'tests/alarms/alarms.test.ts',
  'tests/alarms/table.test.ts',
];
const screening = ['tests/screening/screening.test.ts'];
const dose = 'tests/limits/dose.test.ts';
const limits = [
  'tests/limits/nesting.test.ts',
  'tests/limits/presets.test.ts',
  'tests/limits/clinic-file.test.ts',
  'tests/limits/prescription-file.test.ts',
  dose,
];
const charts = [
  'tests/machines/session.test.ts',
  'tests/paths/tables.test.ts',
  'tests/paths/every-event.test.ts',
];
const guard = ['wire', 'host-half', 'session'].map((name) => `tests/guard/${name}.test.ts`);

/** Code in which every mistake has to be noticed, or to have a reason in survivors.json. */
const testsOfHeld = {
  'src/safety/rules.ts': [...table, 'tests/guard/rules.test.ts'],
  'src/safety/rules-of-the-guard.ts': guardRules,
  'src/safety/rules-of-movement.ts': table,
  'src/safety/rules-of-wiring.ts': table,
  'src/safety/rules-of-power.ts': table,
  'src/safety/rules-of-current.ts': table,
  'src/safety/rules-of-the-witness.ts': table,
  'src/safety/rules-of-dose.ts': table,
  'src/safety/rules-that-warn.ts': table,
  'src/safety/interlocks.ts': [...table, 'tests/safety/over-time.test.ts'],
  'src/safety/fan-watch.ts': ['tests/safety/fan-watch.test.ts', ...table],
  'src/safety/drive-watch.ts': ['tests/safety/trend.test.ts'],
  'src/safety/course.ts': ['tests/safety/course.test.ts', ...table],
  'src/safety/lease-proof.ts': ['tests/safety/lease-proof.test.ts'],
  'src/safety/readings.ts': ['tests/safety/readings.test.ts'],
  'src/safety/trend.ts': ['tests/safety/trend.test.ts'],
  'src/safety/drive-gate.ts': ['tests/safety/drive-gate.test.ts'],
  'src/safety/self-test.ts': ['tests/safety/self-test.test.ts'],
  'src/safety/dose.ts': ['tests/safety/dose.test.ts', dose],
  'src/safety/exposure.ts': ['tests/screening/exposure.test.ts'],
  'src/safety/screening.ts': screening,
  'src/safety/screening-profile.ts': ['tests/screening/profile.test.ts'],
  'src/safety/alarms.ts': alarms,
  'src/safety/alarm-signals.ts': alarms,
  'src/safety/alarm-table.ts': alarms,
  'src/limits/cem43.ts': [dose, ...limits.slice(0, -1)],
  'src/limits/clinic.ts': limits,
  'src/limits/envelope.ts': limits,
  'src/limits/fields.ts': limits,
  'src/limits/firmware-bounds.ts': limits,
  'src/limits/plan.ts': [dose, ...limits.slice(0, -1)],
  'src/limits/prescription.ts': limits,
  'src/limits/presets.ts': ['tests/limits/presets.test.ts'],
  'src/limits/projection.ts': limits,
  'machines/session.ts': charts,
  'machines/session-events.ts': charts,
  'machines/dispositions.ts': charts,
  'machines/decide.ts': charts,
  'machines/permission.ts': charts,
  'machines/interlock.ts': charts,
  'machines/link.ts': charts,
  'hardware/guard/protocol.ts': guard,
  'hardware/guard/frames.ts': guard,
  'hardware/guard/guard-session.ts': guard,
  'hardware/guard/guard-link.ts': guard,
  'hardware/guard/guard-wire.ts': guard,
  'hardware/guard/guard-words.ts': guard,
};

/** What knows nothing of the chip, and is compiled for this computer. */
const testsOfCore = {
  bead: ['readings', 'edges', 'board-checks'],
  celsius: ['readings'],
  drive: ['drive', 'duration', 'core-session'],
  fan: ['edges', 'board-checks'],
  firmata: ['core-session', 'reports', 'drive'],
  firmata_answers: ['core-session', 'reports', 'session'],
  frames: ['core-session', 'session'],
  latch: ['core-session', 'reset'],
  limits: ['core-session', 'session', 'drive'],
  memory: ['core-session', 'memory'],
  module_current: ['edges', 'board-checks'],
  rails: ['board-checks'],
  readings: ['readings', 'edges'],
  reference: ['edges', 'board-checks'],
  second_relay: ['edges', 'board-checks'],
  session: ['core-session', 'session', 'reports'],
  stop_loop: ['core-session', 'edges', 'board-checks', 'drive'],
  supervisor: ['core-session', 'edges', 'drive', 'session', 'reset', 'board-checks', 'duration'],
  witness: ['edges', 'board-checks'],
};

const each = (folder, names, tests) =>
  Object.fromEntries(names.map((name) => [`${folder}/${name}.ts`, tests]));
const alike = (folder, tests, names) =>
  Object.fromEntries(
    Object.entries(names).map(([name, test]) => [
      `${folder}/${name}.ts`,
      [`${tests}/${test}.test.ts`],
    ]),
  );

/** Code around it: how many mistakes are noticed is told, and what was told must stay true. */
const testsOfOthers = {
  ...each(
    'src/control',
    ['controller', 'peltier-inverse', 'plate-observer', 'setpoint'],
    ['tests/control/controller.test.ts', 'tests/control/closed-loop.test.ts'],
  ),
  ...alike('src/treatment', 'tests/treatment', {
    'dose-course': 'dose-course',
    'open-reactions': 'open-reactions',
    'skin-check': 'skin-check',
    'sleep-watch': 'sleep',
    delivery: 'delivery',
    pacing: 'pacing',
    schedule: 'schedule',
    trips: 'trips',
  }),
  ...alike('src/records', 'tests/records', {
    'folder-lock': 'folder-lock',
    'line-text': 'line-text',
    'person-name': 'person-name',
    course: 'export',
    export: 'export',
    journal: 'journal',
    repeats: 'repeats',
    reserve: 'room',
    store: 'store',
    verify: 'verify',
  }),
  ...each(
    'src/report',
    ['explanation', 'report-facts', 'report-figures', 'report-sections'],
    ['tests/values/report.test.ts', 'tests/report/report.test.ts'],
  ),
  ...alike('hardware/device', 'tests/hardware', {
    'analog-channel': 'analog-channel',
    'read-back': 'device',
    'stop-loop': 'stop-contact',
    bridge: 'bridge',
    device: 'device',
  }),
  ...alike('hardware/parts', 'tests/hardware', { thermistor: 'thermistor' }),
  ...alike('src/server/access', 'tests/server', {
    accounts: 'access',
    attempts: 'attempts',
    idempotency: 'expiry',
    passwords: 'access',
    sessions: 'expiry',
  }),
  ...alike('src/web/state', 'tests/web', {
    'stop-keys': 'stop',
    course: 'view',
    derive: 'view',
    draft: 'draft',
    lead: 'lead',
    stop: 'stop',
    view: 'view',
  }),
  ...Object.fromEntries(
    Object.entries(testsOfCore).map(([name, tests]) => [
      `hardware/firmware/contrast_guard/${name}.cpp`,
      tests.map((test) => `tests/firmware/${test}.test.ts`),
    ]),
  ),
};

export const testsOfSources = { ...testsOfHeld, ...testsOfOthers };

export const suites = Object.entries(testsOfSources).map(([path, tests]) => ({
  path,
  tests,
  held: path in testsOfHeld,
  /** Its numbers are identifiers, widths and counts. */
  whole: path.startsWith('machines/') || path.startsWith('hardware/guard/'),
}));
