/** Rules about how the plate moves: a threshold alone is too late, because the beads lag the plate by a second. */
import { fixedBounds, heatsinkEasesC } from '../limits/envelope.ts';
import { astrayLimitMs, farFromRampC } from './course.ts';
import { coolingAnswerC, heatingAnswerC } from './drive-watch.ts';
import type { HeatsinkWork } from './heatsink-work.ts';
import type { Finding, Rule, Situation } from './interlocks.ts';
import { isInWindow, isRead, plateChannels } from './readings.ts';
import { callService, removePlate } from './rule-words.ts';

/** Below this, skin warms a plate that is laid on it faster than any fault could; above it, only heat does. */
const warmPlateC = 30;
const slowHeatingCPerS = 1.0;
const slowCoolingCPerS = 1.5;

const slowOverS = 2;

/** Each bead counts for itself: where one is frozen or hangs in the air, the other alone sees a bridge that is stuck. */
export const tooFast = {
  id: 'too-fast',
  alarm: 'The plate changes too fast',
  hazards: ['H01', 'H02'],
  response: 'trip',
  // With the two ticks that make a rise, three: the shortest slope is a fit over seven.
  holdMs: 50,
  judge: (situation) => {
    const found = risingFinding(situation);
    if (found !== null) return found;
    // While nothing is driven, a lifted or wetted plate may cool as it likes.
    if (situation.permission === 'none') return null;
    const { plateA, plateB } = situation.trend.slowSlopeCPerS;
    if (plateA > -slowCoolingCPerS && plateB > -slowCoolingCPerS) return null;
    return {
      found: {
        kind: 'cools-fast',
        value: -Math.min(plateA, plateB),
        unit: '°C/s',
        limit: slowCoolingCPerS,
        forS: slowOverS,
      },
    };
  },
  remedy: `${removePlate} Likely causes, in this order: the bridge is stuck on; a plate sensor is loose or jumps; a ground wire that the sensors share with the modules.`,
} as const satisfies Rule;

/** Both beads together, and each by itself. */
const seriesWatched = [
  { name: 'bothBeads', watched: plateChannels },
  ...plateChannels.map((name) => ({ name, watched: [name] })),
] as const;

function risingFinding({ trend, readings }: Situation): Finding | null {
  for (const { name, watched } of seriesWatched) {
    // A broken wire is no movement, and the sensor rules' to name; the other bead is judged all the same.
    if (!watched.every((channel) => isInWindow(readings[channel].count))) continue;
    // The hotter bead counts: one that is frozen cold must not make a hot plate pass for a cold one.
    if (watched.every((channel) => readings[channel].celsius < warmPlateC)) continue;
    const { slopeCPerS, marginCPerS, windowMs } = trend.rises[name];
    const limit = marginCPerS + trend.expectedRiseCPerS;
    if (!(slopeCPerS < limit)) {
      return {
        found: {
          kind: 'warms-fast',
          moving: name,
          value: slopeCPerS,
          unit: '°C/s',
          limit,
          forS: windowMs / 1000,
        },
      };
    }
    const soon = trend.foreseen[name];
    if (!(soon.celsius < soon.limitC)) {
      return {
        found: {
          kind: 'on-its-way',
          moving: name,
          value: soon.celsius,
          unit: '°C',
          limit: soon.limitC,
        },
      };
    }
    const slowCPerS = name === 'bothBeads' ? 0 : trend.slowSlopeCPerS[name];
    if (!(slowCPerS < slowHeatingCPerS)) {
      return {
        found: {
          kind: 'warms-fast',
          moving: name,
          value: slowCPerS,
          unit: '°C/s',
          limit: slowHeatingCPerS,
          forS: slowOverS,
        },
      };
    }
  }
  return null;
}

const heatingAnswerS = 15;
const coolingAnswerS = 20;

export const noResponse = {
  id: 'no-response',
  alarm: 'The plate does not follow the drive',
  hazards: ['H05', 'H07', 'H10'],
  response: 'trip',
  holdMs: 0,
  judge: ({ trend: { drive }, nowMs }) => {
    if (drive.direction === 0) return null;
    const heating = drive.direction > 0;
    const allowedS = heating ? heatingAnswerS : coolingAnswerS;
    const enoughC = heating ? heatingAnswerC : coolingAnswerC;
    const movedC = (drive.plateC - drive.fromC) * drive.direction;
    const watchedS = (nowMs - drive.sinceMs) / 1000;
    if (watchedS < allowedS || movedC >= enoughC) return null;
    return {
      found: {
        kind: heating ? 'slow-to-heat' : 'slow-to-cool',
        value: movedC,
        unit: 'K',
        limit: enoughC,
        forS: allowedS,
        watchedS,
      },
    };
  },
  remedy: callService,
} as const satisfies Rule;

const wrongWayC = 2;

export const wrongWay = {
  id: 'wrong-way',
  alarm: 'The plate moves against the drive',
  hazards: ['H11', 'H24'],
  response: 'trip',
  holdMs: 0,
  judge: ({ trend: { drive, heatsink } }) => {
    if (drive.direction === 0) return null;
    const againstC = (drive.furthestC - drive.plateC) * drive.direction;
    if (againstC < wrongWayC) return null;
    const against = { value: againstC, unit: 'K', limit: wrongWayC, forS: 10 } as const;
    if (drive.direction > 0) return { found: { kind: 'down-while-heated', ...against } };
    // No wire is crossed then: a heatsink that takes no more heat lets the plate come back.
    return {
      found: drive.hasEased
        ? { kind: 'up-while-held-back', ...against, heatsinkC: heatsink.soonC }
        : { kind: 'up-while-cooled', ...against },
    };
  },
  remedy: callService,
} as const satisfies Rule;

/** Whatever is driven, and whoever holds it back: a plate that is not where the prescription wants it is seen. */
export const offCourse = {
  id: 'off-course',
  alarm: 'The plate is far from where it should be',
  hazards: ['H01', 'H16'],
  response: 'trip',
  // At once: a finding that waits holds the drive back, and so confirms itself.
  holdMs: 0,
  judge: ({ trend: { course, heatsink } }) => {
    if (course === null || course.astrayMs < astrayLimitMs) return null;
    const { plateC, referenceC, targetC } = course;
    const away = {
      plateC,
      targetC,
      value: Math.abs(plateC - referenceC),
      unit: 'K',
      limit: farFromRampC,
      forS: astrayLimitMs / 1000,
    } as const;
    // Nothing is broken then: a heatsink that cannot give its heat away leaves no cold to be given.
    const isHeldBack = plateC > targetC && heatsink.soonC >= heatsinkEasesC;
    return {
      found: isHeldBack
        ? { kind: 'astray-held-back', ...away, heatsinkC: heatsink.soonC }
        : { kind: 'astray', ...away },
    };
  },
  remedy:
    'Take the plate off the skin. Likely causes, in this order: a room that is too hot or too cold; covered vents; a weak module or supply; noise on the sensor wires.',
} as const satisfies Rule;

/**
 * Cooling that works for a minute warms a heatsink of this kind by several degrees, and the best of them in tolerance, in
 * the mildest treatment, by 1.7. A sensor out of its hole, or fallen silent, shows next to nothing.
 */
const workedMs = 60_000;
const heatsinkAnswerC = 1;
/** A room that the heating leaves alone takes half a degree off within a cold phase. */
const heatsinkFallC = 2;
/** Between its two filters, which lie 16 s apart: no heatsink follows its room so fast, and a bead in the air does. */
const quickFallC = 1.5;

/** A reading that goes down while the cooling goes on as before: from where, and by how much it may; null where it does not. */
function fallOf({ steadyC, lateC, soonC, fallC }: HeatsinkWork) {
  if (fallC >= quickFallC) return { fromC: lateC, limitC: quickFallC };
  return steadyC - soonC >= heatsinkFallC ? { fromC: steadyC, limitC: heatsinkFallC } : null;
}

export const heatsinkMute = {
  id: 'heatsink-mute',
  alarm: 'The heatsink sensor does not follow the work',
  hazards: ['H13', 'H14'],
  response: 'trip',
  // At once: a finding that waits holds the drive back, and so takes its own cause away.
  holdMs: 0,
  judge: ({ trend: { heatsink: work }, readings: { heatsink } }) => {
    // A broken wire is the sensor rules' to name.
    if (!isInWindow(heatsink.count)) return null;
    const fall = fallOf(work);
    if (fall !== null) {
      return {
        found: {
          kind: 'heatsink-fell',
          fromC: fall.fromC,
          toC: work.soonC,
          value: fall.fromC - work.soonC,
          unit: 'K',
          limit: fall.limitC,
        },
      };
    }
    // Where the work began on a heatsink still warm, `heatsink-unjudged` says so.
    if (work.workingMs < workedMs || !work.judgeable) return null;
    if (work.soonC - work.fromC >= heatsinkAnswerC) return null;
    return {
      found: {
        kind: 'heatsink-unmoved',
        fromC: work.fromC,
        toC: work.soonC,
        value: work.soonC - work.fromC,
        unit: 'K',
        limit: heatsinkAnswerC,
      },
    };
  },
  remedy:
    'Take the plate off the skin. Likely causes, in this order: the heatsink sensor is out of its hole; a room that has become much colder, as by an open window; modules that do not work.',
} as const satisfies Rule;

/** A rule that cannot judge says so. The self-test has seen the sensor answer; the hot heatsink has its own limit. */
export const heatsinkUnjudged = {
  id: 'heatsink-unjudged',
  alarm: 'The heatsink sensor cannot be judged yet',
  onlyNotice: true,
  hazards: ['H13', 'H14'],
  response: 'warn',
  holdMs: 0,
  judge: ({ trend: { heatsink: work }, readings: { heatsink } }) =>
    work.workingMs < workedMs ||
    work.judgeable ||
    // A rise is an answer, whatever it was before; only its absence cannot be told.
    work.soonC - work.fromC >= heatsinkAnswerC ||
    !isInWindow(heatsink.count)
      ? null
      : {
          found: { kind: 'heatsink-moving', value: work.fromC, unit: '°C' },
        },
  remedy: 'Feel that air comes out of the vents. Let the device rest before the next treatment.',
} as const satisfies Rule;

/** After power-off the beads and the module faces need this long to stop moving on their own. */
const settleAfterOffMs = 20_000;
const awayCPerS = 0.05;
/** Warmer than anything that could passively warm the plate; skin is at 37 °C at most. */
const bodyC = 37;
const coldestRoomC = 10;
/** A heatsink reading beyond these explains nothing: hotter, its own rule has tripped; colder, no room is. */
const believableSinkC = { min: 5, max: fixedBounds.heatsinkC.max ?? Number.NaN };

export const notCoolingDown = {
  id: 'not-cooling-down',
  alarm: 'The power is off, and the plate still heats or cools',
  hazards: ['H02', 'H14'],
  response: 'trip',
  holdMs: 5000,
  judge: ({ trend, readings }) => {
    if (trend.offMs < settleAfterOffMs) return null;
    const { min, max } = believableSinkC;
    const sink = readings.heatsink;
    // A heatsink that is not read excuses nothing.
    const sinkC = isRead(sink) ? Math.min(Math.max(sink.celsius, min), max) : Number.NaN;
    const warmest = (isRead(sink) ? Math.max(bodyC, sinkC) : bodyC) + 1;
    const coldest = (isRead(sink) ? Math.min(coldestRoomC, sinkC) : coldestRoomC) - 1;
    for (const channel of plateChannels) {
      // A broken wire is the sensor rules' to name; the other bead is judged all the same.
      if (!isRead(readings[channel])) continue;
      const plateC = trend.smoothC[channel];
      const slope = trend.driftCPerS[channel];
      const hotter = !(plateC <= warmest) && !(slope <= awayCPerS);
      const colder = !(plateC >= coldest) && !(slope >= -awayCPerS);
      if (!hotter && !colder) continue;
      return {
        found: {
          kind: hotter ? 'off-and-up' : 'off-and-down',
          plateC,
          value: Math.abs(slope),
          unit: '°C/s',
        },
      };
    }
    return null;
  },
  remedy: 'Take the plate off the skin and unplug the device: bridge and relay are stuck.',
} as const satisfies Rule;
