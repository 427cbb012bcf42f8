/** What the program does against a hazard besides laws, rules and alarms. */
import type { Control } from './control.ts';

const core = 'the core, compiled for this computer';
const gate = 'the drive gate, for any sequence of wishes';
const edges = 'the limits of the drive gate, each on both of its sides';
const frames = 'what the host believes';

export const measureControls = {
  'measure:drive-gate': {
    what: 'the last step before the bridge checks permission, readings, caps, rise and reversal once more',
    code: ['src/safety/drive-gate.ts'],
    tests: {
      'tests/safety/drive-gate.test.ts': [
        `${gate} > lets power through only with permission, clear interlocks and both readings proven`,
        `${gate} > reverses only after ten seconds one way and half a second at zero, and then does (H12)`,
        `${edges} > does not heat at 42.5 °C`,
        `${edges} > does not cool at 7.5 °C`,
      ],
    },
  },
  'measure:bridge-writer': {
    what: 'never writes both sides, never more than was wished, and keeps its own pause at zero',
    code: ['hardware/device/bridge.ts'],
    tests: { 'tests/hardware/bridge.test.ts': ['the bridge, for any sequence of wishes > *'] },
  },
  'measure:device-process': {
    what: 'the process that owns the board depends on no page and no server: without them it stops, proves the power off and ends the record; after its own death nothing is resumed',
    code: ['src/server/device/process.ts', 'src/server/device/host.ts', 'src/server/supervisor.ts'],
    tests: {
      'tests/server/death.test.ts': ['the server is gone > *', 'the device process is gone > *'],
    },
  },
  'measure:stop-on-every-page': {
    what: 'STOP over the network needs no session and no role; it is confirmed by the pins, or the words are: cut the power',
    code: ['src/server/http/command-routes.ts', 'src/treatment/host/power-proof.ts'],
    tests: {
      'tests/server/stop.test.ts': [
        'STOP > needs no session, no body and no browser, and is confirmed by the pins',
        'STOP > is not said to have worked where nothing confirms it, and the silent process is ended',
      ],
    },
  },
  'measure:stop-has-its-own-way': {
    what: 'the process that ticks hears STOP itself, at a port and a local socket of its own: neither a server that hangs or is flooded nor whoever holds connections stands before it',
    code: [
      'src/server/stop/listener.ts',
      'src/server/stop/desk.ts',
      'src/treatment/host/stop-proof.ts',
      'src/cli/stop.ts',
    ],
    tests: {
      'tests/server/stop-listener.test.ts': ['STOP is heard > *'],
      'tests/server/flood.test.ts': [
        '* clients flood every public route, hold sockets and read slowly: *',
      ],
      'tests/cli/stop.test.ts': [
        'contrast stop > stops a treatment of another terminal, and says that the pins prove it',
        'a dashboard > that hangs does not stand before STOP, and finds its device as it was when it wakes',
      ],
    },
  },
  'measure:no-judge-that-slept': {
    what: 'a computer that slept is late by as long and trips; a server that was frozen ends no device process for it',
    code: ['src/treatment/sleep-watch.ts', 'src/server/patience.ts'],
    tests: {
      'tests/treatment/sleep.test.ts': [
        'a computer that sleeps in a hot phase has the treatment tripped in its first tick, with the power off',
      ],
      'tests/server/patience.test.ts': ['a silence > *'],
    },
  },
  'measure:controller': {
    what: 'stays within 0.25 °C of overshoot on drawn devices, and gives no drive for a value that is no number',
    code: ['src/control/controller.ts'],
    tests: {
      'tests/control/closed-loop.test.ts': [
        'the controller on drawn * plants > keeps the overshoot of a ramp within 0.25 °C, plant *',
      ],
      'tests/control/controller.test.ts': [
        'the controller > gives no drive when * is *, and recovers',
      ],
    },
  },
  'measure:worse-bead-counts': {
    what: 'of two beads the hotter one counts in heat and the colder one in cold',
    code: ['src/safety/readings.ts'],
    tests: {
      'tests/safety/readings.test.ts': [
        'the span of the plate > is the hotter and the colder bead, whichever is which',
        'the span of the plate > is unknown where one bead is: the other one alone is not enough',
      ],
    },
  },
  'measure:room-below-harm': {
    what: 'the standard treatment is at 40 °C, and the built-in limits allow 41: room for readings that are wrong',
    code: ['src/limits/clinic.ts', 'src/limits/presets.ts'],
    tests: {
      'tests/limits/presets.test.ts': [
        'the presets > the standard one is C H C H C H C, 10 min each at 12 and 40 °C',
      ],
      'tests/treatment/both-sensors.test.ts': [
        'both plate sensors 500 Ω off: the witness counts the dose, and the true plate stays below 43.0 °C',
      ],
    },
  },
  'measure:dose-by-the-witness': {
    what: 'the dose is charged from the worst that beads and witness allow',
    code: ['src/treatment/dose-course.ts'],
    tests: {
      'tests/treatment/dose-course.test.ts': ['the dose, with a witness > *'],
      'tests/treatment/common-causes.test.ts': [
        'one cause that befalls several sensors > beads-other-kind from *',
      ],
    },
  },
  'measure:narrower-without-witness': {
    what: 'a device without a witness is refused what is colder than 12 or hotter than 39 °C, and says so on every screen',
    code: ['src/treatment/prepare.ts', 'src/safety/rest.ts', 'src/treatment/board-policy.ts'],
    tests: {
      'tests/treatment/prepare.test.ts': ['a device without a witness > *'],
      'tests/safety/self-test.test.ts': ['the witness, at rest > *'],
    },
  },
  'measure:stop-opens-the-relay': {
    what: 'the stop button cuts the supply of the relay’s coil by a contact of its own, past board and program',
    code: ['hardware/plant/circuit.ts', 'tests/docs/hardware/parts.ts'],
    tests: {
      'tests/hardware/stop-contact.test.ts': ['the stop button > *'],
      'tests/docs/hardware.test.ts': ['the pages are current > docs/hardware.md'],
    },
  },
  'measure:averaging': {
    what: 'readings are means of several conversions; healthy devices do not trip on their noise',
    code: ['hardware/device/analog-channel.ts', 'hardware/firmware/contrast_guard/converter.cpp'],
    tests: {
      'tests/hardware/device.test.ts': [
        'the device, through Johnny-Five > reads each sensor from fresh reports, with its own calibration',
      ],
      'tests/treatment/healthy.test.ts': [
        'healthy treatments, on random devices within tolerance > seeds * complete without a trip, inside 7 and 43 °C',
      ],
    },
  },
  'measure:doctor': {
    what: '`contrast doctor` looks at sensors, noise, agreement, stop loop, relay, lease and firmware, and says what to do',
    code: ['src/doctor/board-checks.ts', 'src/doctor/lease-proof.ts'],
    tests: {
      'tests/doctor/checks.test.ts': [
        'the board > agreement: fail, saying *',
        'the board > firmware: fail, saying *',
        'the board > * sensor: *, saying *',
      ],
      'tests/doctor/emulated-guard.test.ts': ["finds '*'"],
    },
  },
  'measure:projection': {
    what: 'dose, cold minutes and length are computed before the start, and refused where they pass a cap',
    code: ['src/limits/projection.ts', 'src/limits/prescription.ts'],
    tests: {
      'tests/limits/nesting.test.ts': [
        'a prescription > never exceeds the envelope, in any number, sum, or phase of its plan',
      ],
      'tests/limits/dose.test.ts': [
        'cold minutes > and dose of a treatment that runs as planned never exceed the projection',
      ],
    },
  },
  'measure:running-dose': {
    what: 'heat dose and cold minutes are counted while it runs, pauses too, and what is unknown at its worst',
    code: ['src/safety/dose.ts', 'src/limits/cem43.ts'],
    tests: {
      'tests/safety/dose.test.ts': ['the dose that is counted > *'],
      'tests/limits/dose.test.ts': ['the heat dose > of 43 °C for 600 s is 10 CEM43 min'],
    },
  },
  'measure:earlier-sessions': {
    what: 'sessions in the region of the body are counted: rest, number, heat and cold of a day, sessions of a week, days of heat; damaged records at their worst',
    code: ['src/safety/exposure.ts', 'src/treatment/history.ts'],
    tests: {
      'tests/screening/exposure.test.ts': [
        'the last 24 hours at a site > *',
        'one more session > *',
      ],
      'tests/screening/regions.test.ts': [
        'a further session > *',
        'whoever starts whatever wherever, for weeks > no region goes beyond its day, its week, or its rest',
      ],
      'tests/screening/history.test.ts': [
        'a damaged or cut-off record counts at its worst > whatever byte is lost or changed, it never counts for less',
      ],
      'tests/cli/screening.test.ts': [
        'earlier sessions, with --history > a second one at the site comes too soon; elsewhere, or without the flag, it does not',
      ],
    },
  },
  'measure:record-times': {
    what: 'when a session was is proven by a second clock and the order of records; what is not counts at its worst, and a clinician decides',
    code: ['src/treatment/record-times.ts', 'src/treatment/doubts.ts', 'src/records/clock.ts'],
    tests: {
      'tests/screening/time.test.ts': [
        'a clock that is put right during a session > *',
        'a session while the clock was not set > *',
        'a record with the clock ahead > *',
        'a clock that was set since the last record > *',
      ],
    },
  },
  'measure:record-order': {
    what: 'each record names the one before it; one that is missing, renamed or in another folder is put to a person',
    code: ['src/records/chain.ts', 'src/records/folder-use.ts'],
    tests: {
      'tests/screening/time.test.ts': [
        'a record that is not where it was > *',
        'another folder > *',
      ],
    },
  },
  'measure:board-memory': {
    what: 'the board counts the treatments begun on it and remembers the end of its newest record: one that is deleted, altered, put back or elsewhere is put to a person',
    code: [
      'hardware/firmware/contrast_guard/memory.cpp',
      'hardware/guard/board-memory.ts',
      'src/treatment/board-doubts.ts',
      'src/treatment/board-memory.ts',
    ],
    tests: {
      'tests/screening/board-memory.test.ts': [
        'what the board remembers and nobody has > *',
        'a board that has lost its memory > *',
      ],
      'tests/firmware/memory.test.ts': [
        'the core, compiled for this computer > when the power fails in the middle of a write > *',
        'the core, compiled for this computer > whatever lies in the EEPROM, the board does the same with every frame, reading and write',
      ],
    },
  },
  'measure:record-room': {
    what: 'a start needs room for a whole record, and its end has a reserve on a disk that becomes full',
    code: ['src/records/reserve.ts', 'src/records/open-record.ts'],
    tests: {
      'tests/records/room.test.ts': ['a disk that becomes full under a treatment > *', 'room > *'],
      'tests/treatment/full-disk.test.ts': [
        'a disk that becomes full in a hot phase > trips, takes the power away, and the record holds trip, reason and summary',
      ],
    },
  },
  'measure:units': {
    what: 'numbers must come without unit, in °C and minutes; °F, kelvin and seconds are recognised and named',
    code: ['src/limits/wording.ts', 'src/limits/fields.ts'],
    tests: {
      'tests/limits/prescription-file.test.ts': [
        'a prescription file > with hot in °F is refused',
        'a prescription file > with hot in kelvin is refused',
        'a prescription file > with seconds is refused',
        'a prescription file > with a number with its unit is refused',
      ],
    },
  },
  'measure:strict-files': {
    what: 'a file is taken whole or not at all: unknown fields, doubled fields, torn or binary text are refused with their place',
    code: ['src/limits/yaml-file.ts', 'src/limits/yaml-document.ts'],
    tests: {
      'tests/limits/prescription-file.test.ts': [
        'a prescription file > with a field twice is refused',
        'a prescription file > with a zero byte is refused',
        'a prescription file > has no room for hidden work: anything small is answered',
      ],
      'tests/limits/clinic-file.test.ts': [
        'a file of clinic limits > holds whatever a clinic may set, and nothing that passes the envelope',
      ],
    },
  },
  'measure:screening': {
    what: 'no start before every question is answered; what is absolute stops it whoever decides',
    code: ['src/safety/screening.ts', 'src/treatment/admission.ts'],
    tests: {
      'tests/screening/screening.test.ts': [
        'many at once > more problems or fewer answers never make it milder, nor longer in the cold',
      ],
      'tests/screening/admission.test.ts': [
        'admission > never widens caps or limits, and never treats anybody with an absolute reason',
      ],
      'tests/cli/screening.test.ts': [
        'somebody who must not be treated > *: exit code 6, the reason in words, nothing driven',
      ],
    },
  },
  'measure:declined-before': {
    what: 'a screening that was declined is kept as soon as it was shown; for a day what is answered otherwise is pointed out, and a named person confirms it before anything begins',
    code: ['src/treatment/declined-before.ts', 'src/server/device/keep-declined.ts'],
    tests: {
      'tests/screening/declined-before.test.ts': [
        'a start after a screening that was declined > with another answer waits for whoever confirms it by name, and both stand in its record',
        'a start after a screening that was declined > is told of it for a day, and of a clinician’s question as well',
      ],
      'tests/server/declined.test.ts': [
        'let nobody through who answers otherwise, until the person who is signed in confirms each',
      ],
      'tests/screening/dialog.test.ts': [
        'the dialog > keeps what was refused when somebody goes back from it, and asks who confirms another answer',
      ],
    },
  },
  'measure:clinician': {
    what: 'what a clinician may decide takes a name and a reason, both on record',
    code: ['src/safety/screening.ts', 'src/cli/run-admission.ts'],
    tests: {
      'tests/screening/screening.test.ts': ['a clinician > not by half: *'],
      'tests/cli/screening.test.ts': [
        'a precaution > and a clinician’s decision, by name and with a reason, is on record',
      ],
    },
  },
  'measure:clinicians-word': {
    what: 'what is known or healed weighs less only by a clinician’s dated word that is not too old, and never where it is new or worse since',
    code: ['src/safety/clinician-word.ts', 'src/safety/screening.ts'],
    tests: {
      'tests/screening/clinician-word.test.ts': [
        'a dated word > lowers what it may lower to care, and nothing else: *',
        'a dated word > counts for nothing: *',
        'a dated word > never lowers below care, never raises, and never lets through what nobody’s word lowers',
      ],
    },
  },
  'measure:reduced-limits': {
    what: 'a precaution narrows heat and cold, their length, their dose and how often they come, whatever the clinic allows',
    code: ['src/safety/screening-profile.ts'],
    tests: {
      'tests/screening/profile.test.ts': [
        'the reduced limits > narrow and never widen, whatever a clinic allows',
        'a shallow nerve shortens the cold phases of everybody, and nothing else',
      ],
      'tests/screening/regions.test.ts': ['somebody at risk > *'],
    },
  },
  'measure:skin-check': {
    what: 'after every phase the power is off until somebody says that the skin is fine; a doubt waits two minutes, something wrong or no answer ends it',
    code: ['machines/session.ts', 'src/treatment/skin-check.ts'],
    tests: {
      'tests/treatment/skin-check.test.ts': [
        'the skin check after every phase > is asked six times in seven phases, in heat in passing, and at the end, and recorded',
        'the skin check after every phase > gives no power while it waits, and goes on from wherever the plate is',
        'the skin check after every phase > after * waits two minutes, is deaf to "fine" before, and heats nobody',
        'the skin check after every phase > that nobody answers is an alarm after a minute, and ends it after five, as L2 says',
        'whether it is warm, and not hot > takes the power after a minute without an answer, and goes on with one',
      ],
    },
  },
  'measure:open-reaction': {
    what: 'a skin that reacted, or of which nobody could say at the end that it was fine, bars the next start in its region until a clinician clears it by name; so does a look twenty minutes later that nobody took',
    code: ['src/treatment/open-reactions.ts', 'src/records/later-looks.ts'],
    tests: {
      'tests/treatment/open-reactions.test.ts': ['what is open of a session > *'],
      'tests/treatment/later-looks.test.ts': [
        'the next start in the region > is barred until somebody has said how the skin is, and open then',
        'what is said twenty minutes later > leaves what is wrong to a clinician, and says what it is',
      ],
      'tests/server/skin-looks.test.ts': [
        'takes what is wrong also after it was fine, and "fine" no more after that',
      ],
      'tests/page/late.test.ts': [
        'in * and °*, what is wrong with the skin after all > can be said before a start, of every region that was treated, and then bars that one',
      ],
    },
  },
  'measure:every-wait-ends': {
    what: 'a pause ends after five minutes, waiting for contact after ten',
    code: ['src/treatment/schedule.ts'],
    tests: {
      'tests/treatment/person.test.ts': [
        'what a person does, shown by the record > a pause * that nobody ends goes to power off after five minutes, with an alarm (L2)',
        'what a person does, shown by the record > nobody who says that the plate is on the skin: it is called off after ten minutes',
      ],
      'tests/treatment/schedule.test.ts': [
        'a plate that is not safe to touch half an hour after power-off is a fault',
      ],
    },
  },
  'measure:monotonic-time': {
    what: 'no wall clock ends a phase; a tick that comes late renews nothing',
    code: ['src/treatment/clocks.ts', 'src/treatment/companion.ts'],
    tests: {
      'tests/structure/structure.test.ts': [
        'dependencies > the core asks nobody for the time or for chance',
      ],
      'tests/guard/treatment.test.ts': ['a tick that runs late > by * ms renews * times'],
      'tests/emulated/guard-faults.test.ts': [
        'a fault of the link or of the host > clock-jump ends the treatment, and the pins are off within 0.50 s',
      ],
    },
  },
  'measure:port-lock': {
    what: 'a port that one program has open is not opened by another',
    code: ['hardware/johnny-five/port-gate.ts', 'src/doctor/port-checks.ts'],
    tests: {
      'tests/emulated/serial-guard.test.ts': [
        'a board on a serial port > is not opened by two programs at once',
      ],
      'tests/cli/firmware.test.ts': [
        'contrast firmware flash > flashes nothing while another program has the port',
      ],
    },
  },
  'measure:frames': {
    what: 'frames carry a check sum, a number that is used once, and the seed of the session: damaged, old and foreign ones are refused',
    code: ['hardware/guard/frames.ts', 'hardware/firmware/contrast_guard/frames.cpp'],
    tests: {
      'tests/firmware/hostile.test.ts': [
        '100 000 pieces of noise never drive a pin of the emulated board, and never hang it',
        `${core} > noise between the renewals of a host that drives nothing never drives`,
      ],
      'tests/firmware/session.test.ts': [
        `${core} > a damaged frame > with any one to three bits flipped, any byte lost or doubled, is refused and changes nothing`,
      ],
      'tests/guard/session.test.ts': [
        `${frames} > no frame with a bit changed, cut short or made longer`,
        `${frames} > no frame of another session, and none that means nothing`,
      ],
    },
  },
  'measure:staging': {
    what: 'what is written raises no pin; only a renewal that names the same drive does, while lowering acts at once',
    code: ['hardware/firmware/contrast_guard/drive.cpp'],
    tests: {
      'tests/firmware/drive.test.ts': [
        `${core} > staging > nothing that Firmata writes raises a pin; a renewal that equals it does`,
      ],
      'tests/emulated/guard-loss.test.ts': [
        'noise on the cable never gives drive that was not commanded',
      ],
    },
  },
  'measure:identity': {
    what: 'a board must answer a challenge as a guard does; one that only claims to be a guard is an error',
    code: ['hardware/guard/guard-session.ts', 'hardware/boards/guard-behind.ts'],
    tests: {
      'tests/guard/session.test.ts': [
        'identification > a board that claims to be a guard and does not answer is an error, in bounded time',
        'identification > another version of the protocol is refused',
        `${frames} > no identity that answers another question, and none after the first`,
      ],
      'tests/emulated/serial-guard.test.ts': [
        'a board on a serial port > that only claims to be a guard is an error, and no unguarded board',
      ],
    },
  },
  'measure:known-image': {
    what: 'the image is built from committed sources byte for byte, flashed by its hash, and asked for its build afterwards',
    code: [
      'src/firmware/build.ts',
      'src/cli/firmware-flash.ts',
      'src/doctor/committed-firmware.ts',
    ],
    tests: {
      'tests/firmware/build.test.ts': [
        'the provenance > names the committed image and the committed sources',
        'building > gives the committed image and provenance, byte for byte',
      ],
      'tests/cli/firmware.test.ts': [
        'contrast firmware flash > does not believe an avrdude that says it has flashed',
      ],
      'tests/doctor/facts.test.ts': [
        'the firmware that is brought along > is not trusted where its provenance names another image',
      ],
    },
  },
  'measure:second-emulator': {
    what: 'a second emulator, written by others, comes to the same trips with the same image',
    code: ['hardware/boards/emulator/uno.ts'],
    tests: {
      'tests/firmware/simavr.test.ts': [
        'on simavr as on our emulator > the host falls silent: the same trip, and no power',
        'on simavr as on our emulator > a treatment’s moves are allowed on both: heat, pause, cool',
      ],
    },
  },
  'measure:reset-memory': {
    what: 'a board that was reset while armed or tripped comes back tripped, and drives nothing while it boots',
    code: ['hardware/firmware/contrast_guard/latch.cpp'],
    tests: {
      'tests/firmware/reset.test.ts': [
        `${core} > after a reset > armed, then * reset (stalled *): tripped, *`,
        `${core} > after a reset > with spoilt memory: what a reset without loss of power should have kept counts as lost`,
      ],
      'tests/firmware/pins.test.ts': [
        'a reset > at any moment, by DTR: off at once, and stays off until cleared and armed',
      ],
    },
  },
  'measure:lost-link-is-final': {
    what: 'a lost link ends the treatment and is never taken up again',
    code: ['machines/link.ts', 'hardware/johnny-five/port-gate.ts'],
    tests: {
      'tests/paths/tables.test.ts': [
        'the link to the board > moves as written down, and is lost for good',
      ],
      'tests/emulated/guard-loss.test.ts': ['at * > a pulled cable: power is off within 0.50 s'],
    },
  },
  'measure:seeded-treatments': {
    what: 'random devices, prescriptions, people and faults, every law checked in every tick against plant and pins',
    code: ['src/evidence/law-watch.ts', 'src/evidence/simulated-treatment.ts'],
    tests: {
      'tests/evidence/witnessed.test.ts': [
        'a block of seeded treatments breaks no law, and is what is claimed',
      ],
      'tests/simulation/simulate.test.ts': [
        'a law that is broken > is named, with the least that breaks it and how to see it again',
      ],
    },
  },
  'measure:permission-from-state': {
    what: 'what may be driven is read from the state by one function that takes the most restrictive word',
    code: ['machines/permission.ts'],
    tests: {
      'tests/machines/session.test.ts': [
        'permissionOf > takes the most restrictive word, and none where nobody spoke or the machine is not active',
      ],
    },
  },
  'measure:verification': {
    what: 'a record says of itself whether it is intact, altered or cut off; exports say so too',
    code: ['src/records/verify.ts', 'src/records/export.ts'],
    tests: {
      'tests/records/verify.test.ts': [
        'a record as it was written > any byte changed to any other is found, and on its own line',
        'a record as it was written > cut off anywhere, exactly the whole lines before the cut are kept',
      ],
      'tests/records/records-command.test.ts': [
        'records export > of a damaged record warns loudly and writes what is proven',
      ],
    },
  },
  'measure:alarm-latch': {
    what: 'an alarm that matters stays until somebody has acknowledged it and its cause is gone; silence ends by itself',
    code: ['src/safety/alarms.ts', 'src/safety/alarm-signals.ts'],
    tests: {
      'tests/alarms/alarms.test.ts': [
        'an alarm that latches > never disappears before it is acknowledged and its cause is gone',
        'silence > by a pause ends after 120 s, with a reminder now and then',
      ],
      'tests/alarms/signals.test.ts': ['the buzzer > sounds the most urgent alarm only'],
    },
  },
  'measure:stop-loop': {
    what: 'the stop loop is closed at rest: pressed, pulled out or broken all read as STOP',
    code: ['hardware/device/stop-loop.ts'],
    tests: {
      'tests/hardware/device.test.ts': [
        'the device, through Johnny-Five > the stop loop counts as open until it is proven closed, and opens on a broken wire',
      ],
    },
  },
  'measure:leak-in-the-sensor': {
    what: 'moisture across a thermistor makes its bead disagree, or reads hotter than it is',
    code: ['hardware/plant/faults.ts', 'src/evidence/fault-expectations.ts'],
    tests: {
      'tests/treatment/faults.test.ts': [
        "a fault > 'plate-a-leakage', in '*', comes to what it must",
        "a fault > 'plate-b-leakage', in '*', comes to what it must",
      ],
    },
  },
  'measure:weak-supply': {
    what: 'a supply that sags or a bad plug is a plate that follows late or not at all, and is found as that',
    code: ['src/evidence/fault-expectations.ts', 'hardware/plant/faults.ts'],
    tests: {
      'tests/treatment/faults.test.ts': [
        "a fault > 'supply-sag', in '*', comes to what it must",
        "a fault > 'supply-connector-bad', in '*', comes to what it must",
      ],
      'tests/control/closed-loop.test.ts': [
        'the controller in trouble > never passes target + 0.5 °C as contact changes, supply × *',
      ],
    },
  },
} as const satisfies Readonly<Record<`measure:${string}`, Control>>;
