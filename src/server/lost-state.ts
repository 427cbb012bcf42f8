/** What is shown while no device process can say anything: nothing is known, and nothing old is shown as if it were. */
import { commandNames } from './contract/live-state.ts';
import type { LiveOutcome, LiveState } from './contract/live-state.ts';
import { ceilings } from './device/view.ts';
import { readyWithinC } from '../treatment/schedule.ts';

/** @param before the last state, for what does not change with the process: the board and its words */
export function lostState(
  before: LiveState | null,
  link: 'starting' | 'lost',
  words: string,
): LiveState {
  return {
    revision: 0,
    at: new Date().toISOString(),
    device: { link, words },
    stopPort: null,
    treatmentId: before?.treatmentId ?? null,
    board: before?.board ?? null,
    simulation: null,
    session: 'idle',
    offers: commandNames.map((command) => ({
      command,
      allowed: command === 'stop',
      reason: command === 'stop' ? null : words,
    })),
    prescribed: null,
    phase: null,
    nextPhase: null,
    elapsedS: 0,
    leftS: null,
    contactAtS: null,
    readings: { plateAC: null, plateBC: null, heatsinkC: null },
    setpointC: null,
    toleranceC: readyWithinC,
    drive: 0,
    powered: false,
    ceilings,
    dose: null,
    skinCheck: null,
    pause: null,
    contactLeftS: null,
    selfTest: [],
    alarms: link === 'lost' ? [lostAlarm(words)] : [],
    trip: null,
    outcome: null,
    safeToTouch: false,
    settlingWhy: null,
    recordLost: null,
    drill: null,
  };
}

const lostAlarm = (detail: string): LiveState['alarms'][number] => ({
  id: 'device-lost',
  priority: 'high',
  text: 'Nothing is known of the plate',
  detail,
  remedy:
    'Take the plate off the skin. The board drops its power by itself; if it does not, cut it.',
  present: true,
  latching: false,
  acknowledgedBy: null,
  sounding: true,
});

/** The end of a treatment whose process died: that process may have said more of it than its record proves. */
export function withLostOutcome(state: LiveState, lost: LiveOutcome | null): LiveState {
  const known = state.outcome !== null && state.outcome.outcome !== 'not known';
  return lost === null || known ? state : { ...state, outcome: lost };
}
