/** What the device says at some moments of a treatment. */
import type { ServerEvent } from '../../src/server/contract/events.ts';
import type { LiveAlarm, LiveState } from '../../src/server/contract/live-state.ts';

export const atRest: LiveState = {
  revision: 1,
  at: '2026-01-01T10:00:00.000Z',
  device: { link: 'ready', words: null },
  stopPort: null,
  treatmentId: null,
  board: {
    kind: 'simulated',
    port: 'in this process',
    firmware: 'simulated',
    guarded: false,
    imaginary: true,
    memory: null,
    witnessed: true,
    bench: false,
    words: ['SIMULATION'],
  },
  simulation: { speed: 1, rig: 'reference', seed: 1, faults: [], standIn: false },
  session: 'idle',
  offers: [],
  prescribed: null,
  phase: null,
  nextPhase: null,
  elapsedS: 0,
  leftS: null,
  contactAtS: null,
  readings: { plateAC: 24, plateBC: 24.1, heatsinkC: 25 },
  setpointC: null,
  toleranceC: 0.5,
  drive: 0,
  powered: false,
  ceilings: { plateHotC: 43, plateColdC: 7, heatsinkHotC: 50 },
  dose: null,
  skinCheck: null,
  pause: null,
  contactLeftS: null,
  selfTest: [],
  alarms: [],
  trip: null,
  outcome: null,
  safeToTouch: true,
  settlingWhy: null,
  recordLost: null,
  drill: null,
};

export const inHotPhase: LiveState = {
  ...atRest,
  revision: 7,
  treatmentId: 'A',
  session: 'treating.hot',
  phase: {
    number: 2,
    count: 7,
    kind: 'hot',
    setpointC: 40,
    dwellS: 600,
    elapsedS: 150,
    leftS: 450,
    coldFinishOwed: true,
  },
  readings: { plateAC: 39.9, plateBC: 40.1, heatsinkC: 30 },
  setpointC: 40,
  drive: 0.3,
  powered: true,
};

/** One second of a record, as the stream brings it. */
export const sampleLine = (seq: number, t: number, treatmentId = 'A'): ServerEvent => ({
  event: 'record',
  id: `${treatmentId}:${seq}`,
  data: {
    seq,
    t,
    type: 'sample',
    state: 'treating.cold',
    phase: 1,
    setpointC: 12,
    plateAC: 12 + (t % 3) / 10,
    plateBC: 12,
    heatsinkC: 30,
    drive: -0.4,
  },
});

export const begins = (treatmentId: string, fromSeq = 0): ServerEvent => ({
  event: 'treatment',
  data: { treatmentId, fromSeq },
});

export const says = (state: LiveState): ServerEvent => ({ event: 'state', data: state });

/** An alarm that is there, sounds, and that nobody has seen. */
export const liveAlarm = (
  id: string,
  priority: LiveAlarm['priority'],
  more: Partial<LiveAlarm> = {},
): LiveAlarm => ({
  id,
  priority,
  text: `text of ${id}`,
  detail: '',
  remedy: `remedy of ${id}`,
  present: true,
  latching: true,
  acknowledgedBy: null,
  sounding: true,
  ...more,
});
