/** The rules of the interlock table as controls. */
import type { Rule } from '../../../src/safety/interlocks.ts';
import { rules } from '../../../src/safety/rules.ts';
import type { RuleId } from '../../../src/safety/trip-ids.ts';
import { tableCases } from '../../safety/table-cases.ts';
import { fileOfRule } from '../rule-file.ts';
import type { Control, Evidence } from './control.ts';

const readings = 'src/safety/rules.ts';
const movement = 'src/safety/rules-of-movement.ts';
const wiring = 'src/safety/rules-of-wiring.ts';
const ofWitness = 'src/safety/rules-of-the-witness.ts';
const ofPower = 'src/safety/rules-of-power.ts';
const ofCurrent = 'src/safety/rules-of-current.ts';
const warnings = 'src/safety/rules-that-warn.ts';
const ofGuard = 'src/safety/rules-of-the-guard.ts';

/** Cases of the table, each with its rule, and faults of whole treatments that must come to it. */
function shown(cases: readonly string[], faults: readonly string[] = []): Evidence {
  const table = {
    'tests/safety/interlocks.test.ts': cases.map((name) => `the interlock table > ${name}`),
  };
  if (faults.length === 0) return table;
  return {
    ...table,
    'tests/treatment/faults.test.ts': faults.map(
      (id) => `a fault > '${id}', in '*', comes to what it must`,
    ),
  };
}

const alike = 'one cause that befalls several sensors';
const alone = 'one part of the power that fails';

/** Cases of the table, and whole treatments that are judged by the plate's own temperature and dose. */
const replayed = (cases: readonly string[], what: string, ids: readonly string[]): Evidence => ({
  ...shown(cases),
  'tests/treatment/common-causes.test.ts': ids.map((id) => `${what} > ${id} from *`),
});

const rule = (what: string, file: string, tests: Evidence): Control => ({
  what,
  code: [file, 'src/safety/interlocks.ts'],
  tests,
});

/** In words that say more than the alarm does, and with whole treatments that show it. */
const described: Readonly<Record<`rule:${string}`, Control>> = {
  'rule:stop-pressed': rule('STOP when the stop loop is open, or was for a moment', readings, {
    ...shown(['stop loop open']),
    'tests/treatment/person.test.ts': [
      'what a person does, shown by the record > the stop button on the board does the same, and names itself',
    ],
  }),
  'rule:sensor-open': rule(
    'off when a count lies above the window',
    readings,
    shown(['count 901', 'count unknown'], ['plate-a-open', 'plate-b-open', 'heatsink-open']),
  ),
  'rule:sensor-short': rule(
    'off when a count lies below the window',
    readings,
    shown(['count 129'], ['plate-a-short', 'plate-b-short', 'heatsink-short']),
  ),
  'rule:sensor-stale': rule(
    'off when the newest report is 300 ms old, from the future or out of order',
    readings,
    shown(['300 ms old', 'from the future', 'older than the report before'], ['link-delayed']),
  ),
  'rule:sensor-jump': rule(
    'off when a reading jumps by 3 °C in 0.25 s, or was at a rail for a moment',
    wiring,
    shown(
      ['a jump of 3 °C', 'a wire that was open for 50 ms'],
      ['plate-a-noisy', 'sensors-swapped'],
    ),
  ),
  'rule:sensor-noisy': rule('off when a channel has noise of 2 LSB rms or more', wiring, {
    ...shown(['noise of 2 LSB', 'noise of 5 LSB in one second'], ['plate-b-noisy']),
    'tests/safety/noise.test.ts': [
      'noise beyond it > * LSB white from one moment on is called noise within 20 s',
      'noise that a device may have > * trips nothing and holds nothing back',
    ],
  }),
  'rule:plate-hot': rule(
    'off at 43 °C for 0.3 s, or at 44 °C at once',
    readings,
    shown(['43.0 °C for 0.3 s', '44.0 °C at once, on B'], ['bridge-stuck-heat']),
  ),
  'rule:plate-cold': rule(
    'off at 7 °C for 0.3 s, or at 6 °C at once',
    readings,
    shown(['7.0 °C for 0.3 s', '6.0 °C at once'], ['bridge-stuck-cool']),
  ),
  'rule:too-fast': rule(
    'off when the plate, or one bead alone, moves faster than ramp and noise explain',
    movement,
    shown(
      ['0.85 °C/s in a ramp of 0.25', '0.6 °C/s that only A sees', '1.0 °C/s over 2 s'],
      ['bridge-stuck-heat'],
    ),
  ),
  'rule:heatsink-hot': rule(
    'off when the heatsink is at 54 °C',
    readings,
    shown(['heatsink 54.0 °C'], ['vents-covered']),
  ),
  'rule:heatsink-mute': rule(
    'off when the heatsink sensor does not get warmer with the work',
    movement,
    shown(['a heatsink that stays at rest'], ['heatsink-detached']),
  ),
  'rule:heatsink-unjudged': rule(
    'says that the heatsink sensor cannot be judged where the work began on a heatsink still warm',
    movement,
    {
      ...shown(['a heatsink still warm from before']),
      'tests/safety/heatsink-work.test.ts': [
        'what the heatsink answers to the work > a device that is warm from work cannot be judged, before it has rested',
      ],
    },
  ),
  'rule:sensors-disagree': rule(
    'off when the two beads are 1.5 °C apart for a second, more while the plate moves',
    wiring,
    shown(['1.5 °C apart for 0.8 s'], ['plate-a-detached', 'plate-a-drifting', 'module-open']),
  ),
  'rule:witness-disagrees': rule(
    'off when the beads and their witness, a sensor of the opposite sign, are 2.5 °C apart for 2 s, more while the plate moves or current flows',
    ofWitness,
    replayed(['2.5 °C apart', 'apart by no number'], alike, [
      'plate-beads-half-out',
      'plate-beads-slow',
    ]),
  ),
  'rule:witness-hot': rule(
    'off when the witness alone reads 45 °C, in every state',
    ofWitness,
    replayed(['witness at 45 °C', 'witness at 45 °C, nothing permitted'], alike, [
      'divider-supply-high',
    ]),
  ),
  'rule:witness-cold': rule(
    'off when the witness alone reads 5 °C',
    ofWitness,
    shown(['witness at 5 °C'], ['witness-leakage']),
  ),
  'rule:witness-drifting': rule(
    'warns when the beads and their witness are 1.8 °C apart for 20 s',
    ofWitness,
    shown(['1.8 °C apart']),
  ),
  'rule:relay-welded': rule(
    'says that a pole of the relay does not open: each rail behind it is sensed, in every state and without heat',
    ofPower,
    replayed(['cooling rail 1.5 V, relay open', 'heating rail 5.2 V, relay open'], alone, [
      'relay-welded-a',
      'relay-welded-b',
    ]),
  ),
  'rule:bridge-shorted': rule(
    'off when the heating rail is lifted through the modules: an upper transistor is shorted, or a leg does not switch',
    ofPower,
    replayed(['heating rail 6.11 V', 'heating rail 11.2 V'], alone, [
      'leg-a-high-side-shorted',
      'leg-a-stuck-high',
      'leg-b-stuck-high',
    ]),
  ),
  'rule:supply-low': rule(
    'off when a supply is below what the modules need, or a fuse is blown',
    ofPower,
    replayed(['cooling rail 10.19 V', 'heating rail 0 V'], alone, [
      'heat-supply-low',
      'fuse-heat-blown',
      'supply-sag',
    ]),
  ),
  'rule:supply-high': rule(
    'off when a supply gives more than it should, before anything is driven',
    ofPower,
    replayed(['cooling rail 13.81 V', 'heating rail as high as the cooling rail'], alone, [
      'heat-supply-high',
    ]),
  ),
  'rule:current-undriven': rule(
    'off within 0.3 s of a current through the modules that nobody asked for, whatever the plate sensors say',
    ofCurrent,
    replayed(['0.71 A, bridge off', '9.01 A at half cooling', '−2.81 A at full cooling'], alone, [
      'bridge-stuck-heat',
      'bridge-stuck-cool',
    ]),
  ),
  'rule:current-reversed': rule(
    'off when the current goes against the drive for 0.2 s of it',
    ofCurrent,
    {
      ...shown(['the other way for 200 ms']),
      'tests/safety/current-watch.test.ts': [
        'current that does not answer > −1.19 A of full cooling',
      ],
    },
  ),
  'rule:current-missing': rule(
    'off when the modules take too little of the current that their drive asks for, for 1.5 s of it',
    ofCurrent,
    replayed(['too little for 1500 ms'], alone, ['second-relay-open', 'leg-b-stuck-low']),
  ),
  'rule:fan-stalled': rule(
    'off when the fan turns at less than half of its speed for 3 s',
    ofPower,
    replayed(['719 turns a minute', 'turns that are no number'], alone, ['fan-stopped']),
  ),
  'rule:sensor-frozen': rule(
    'off when a count stays the very same while power is permitted',
    wiring,
    shown(['the same count for 10 s'], ['plate-a-frozen', 'plate-b-frozen', 'heatsink-frozen']),
  ),
  'rule:wrong-way': rule(
    'off when the plate goes 2 °C against the drive',
    movement,
    shown(['2 °C up while cooled', '2 °C down while heated'], ['polarity-reversed']),
  ),
  'rule:no-response': rule(
    'off when the plate does not follow the drive',
    movement,
    shown(['0.99 °C in 15 s of heating', '0.49 °C in 20 s of cooling'], ['leg-b-stuck-low']),
  ),
  'rule:off-course': rule(
    'off when the plate is 2 °C from the unleashed ramp for 45 s without coming nearer, whatever is driven',
    movement,
    {
      ...shown(['far from the ramp for 45 s', 'the same, driven away']),
      'tests/safety/course.test.ts': [
        'the course of the plate > a plate that does not move is found within a minute',
        'the course of the plate > one that *',
      ],
    },
  ),
  'rule:not-cooling-down': rule(
    'says that bridge and relay are stuck when the plate moves away from the room with the power off',
    movement,
    shown(['off, and warmer and warmer', 'off, and colder and colder']),
  ),
  'rule:guard-tripped': rule('makes a trip of the board a trip of the treatment', ofGuard, {
    ...shown(['a guard that tripped', 'a guard that is idle for a second']),
    'tests/guard/treatment.test.ts': [
      'a trip of the board > for * ends the treatment, and the record says so',
    ],
  }),
  'rule:lease-lost': rule('a board that is silent for 600 ms is a trip', ofGuard, {
    ...shown(['a guard of 600 ms']),
    'tests/guard/treatment.test.ts': [
      'a trip of the board > a board that falls silent is a lost lease within 0.7 s',
    ],
  }),
  'rule:drive-mismatch': rule('off when a pin holds what nobody wrote', wiring, {
    ...shown(['a pin that does what it was not told']),
    'tests/hardware/device.test.ts': [
      'the device, through Johnny-Five > reads the bridge back, and says which pin holds what nobody wrote',
    ],
  }),
  'rule:dose': rule(
    'off at the cap of the heat dose or of the cold minutes',
    readings,
    shown(['dose at the cap', 'dose unknown', 'cold minutes over the cap']),
  ),
  'rule:phase-overrun': rule('off after 20 min one way', readings, shown(['phase of 20 min 1 s'])),
  'rule:session-overrun': rule(
    'off after 90 min, pauses included',
    readings,
    shown(['session of 91 min']),
  ),
  'rule:loop-late': rule(
    'off when the control loop runs 250 ms late',
    readings,
    shown(['tick 250 ms late', 'lateness unknown'], ['host-stalled']),
  ),
  'rule:heatsink-warm': rule(
    'warns when the heatsink is at 50 °C',
    warnings,
    shown(['heatsink 50.0 °C']),
  ),
  'rule:sensors-drifting': rule(
    'warns when the beads are 1 °C apart for 5 s',
    warnings,
    shown(['1.0 °C apart for 5 s']),
  ),
  'rule:loop-slow': rule('warns of a loop 150 ms late', warnings, shown(['tick 150 ms late'])),
};

/** What a rule is where nobody has described it: what it says itself, and the cases of the table in which it acts. */
const byItself = ({ id, response, alarm }: Rule<RuleId>): Control =>
  rule(
    `${response === 'warn' ? 'warns' : 'off'}: ${alarm}`,
    fileOfRule(id),
    shown(tableCases.flatMap(([what, , , acting]) => (acting.includes(id) ? [what] : []))),
  );

export const ruleControls: Readonly<Record<`rule:${string}`, Control>> = {
  ...Object.fromEntries(
    rules
      .filter(({ id }) => !Object.hasOwn(described, `rule:${id}`))
      .map((one) => [`rule:${one.id}`, byItself(one)]),
  ),
  ...described,
};
