/**
 * Mistakes that a search must find: each opens again a fault that thousands of drawn treatments did not see. They are made
 * in a copy of the compiled program. `found` is the property that shows it, and the least scenario that a search has left.
 */

const attentive = {
  contactAfterS: 5,
  answersAfterS: 5,
  ignores: 0,
  says: { notSure: 0, numb: 0, wrong: 0 },
  resumesAfterS: 5,
};

const short = (minutes, { coldC, rotations }) => ({
  name: 'short',
  rotations,
  cold: { setpointC: coldC, minutes },
  hot: { setpointC: 40, minutes },
  finalCold: { minutes },
  rampCPerS: 0.5,
});

const roomAt = (temperatureC) => ({
  temperatureC,
  driftCPerHour: 0,
  stepK: 0,
  stepAtS: 0,
  sunOnPlateW: 0,
  sunOnHeatsinkW: 0,
});

const scenario = ({
  rig = 'reference',
  seed = 1,
  room = null,
  minutes = 2,
  coldC = 12,
  rotations = 1,
  faults,
}) => ({
  seed,
  device: { id: rig, seed, withinTolerance: true },
  room,
  prescription: short(minutes, { coldC, rotations }),
  person: attentive,
  acts: [],
  faults: faults.map((fault) => ({ untilS: null, size: 1, ...fault })),
});

export const mutants = [
  {
    id: 'leash',
    what: 'the setpoint follows a plate that is held back',
    path: 'src/control/controller.js',
    edits: [
      [
        'return stepRamp(ramp, i.rampCPerS, p.accelerationCPerS2, i.dtS);',
        `const leashC = Math.min(Math.max(ramp.setpointC, plateC - 0.5), plateC + 0.5);
         return stepRamp({ ...ramp, setpointC: leashC }, i.rampCPerS, p.accelerationCPerS2, i.dtS);`,
      ],
    ],
    property: 'setpoint-way',
    found: scenario({ faults: [{ atS: 60, id: 'modules-aged' }] }),
  },
  {
    id: 'clock-only',
    what: 'a phase is delivered by the clock, wherever the plate is',
    path: 'src/treatment/delivery.js',
    edits: [[' && isInBand(now, plateAC, plateBC);', ';']],
    property: 'delivered',
    found: scenario({
      room: roomAt(30),
      minutes: 4,
      coldC: 10,
      faults: [{ atS: 90, id: 'modules-aged' }],
    }),
  },
  {
    id: 'slower-bead',
    what: 'too-fast asks the slower of the two beads alone',
    path: 'src/safety/rules-of-movement.js',
    edits: [
      ['trend.rises[name];', 'slower(trend.rises, ({ slopeCPerS }) => slopeCPerS);'],
      ['trend.foreseen[name];', 'slower(trend.foreseen, ({ celsius }) => celsius);'],
      [
        "name === 'bothBeads' ? 0 : trend.slowSlopeCPerS[name];",
        'slower(trend.slowSlopeCPerS, (slope) => slope);',
      ],
      [
        'function risingFinding(',
        `const slower = ({ plateA, plateB }, of) => (of(plateA) < of(plateB) ? plateA : plateB);
         function risingFinding(`,
      ],
    ],
    property: 'plate-hot',
    found: scenario({
      rig: 'heat12V',
      minutes: 3,
      faults: [
        { atS: 300, id: 'plate-a-frozen' },
        // The current would say it before any temperature does.
        { atS: 300.1, id: 'current-sensor-dead' },
        { atS: 300.2, id: 'bridge-stuck-heat' },
      ],
    }),
  },
  {
    id: 'silent-exemption',
    what: 'heatsink-mute says nothing in a warm room',
    path: 'src/safety/rules-of-movement.js',
    edits: [
      [
        'const fall = fallOf(work);',
        'if (work.fromC > 24) return null;\n        const fall = fallOf(work);',
      ],
    ],
    property: 'off-in-time',
    found: scenario({
      room: roomAt(28),
      minutes: 6,
      rotations: 2,
      faults: [{ atS: 550, id: 'heatsink-detached' }],
    }),
  },
  {
    id: 'untested-pole',
    what: 'of the relay one pole alone is proven open',
    path: 'src/safety/rules-of-power.js',
    edits: [["{ channel: 'heatRail', railV: rails.heatV },", '']],
    property: 'relay-open',
    found: scenario({ faults: [{ atS: 0, id: 'relay-welded-b' }] }),
  },
];
