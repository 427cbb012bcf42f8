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

/** The end of a treatment whose process died stays on the screen until somebody acknowledges it. */
export function withLostOutcome(state: LiveState, outcome: LiveOutcome | null): LiveState {
  if (outcome === null) return state;
  const offers = state.offers.map((offer) => {
    if (offer.command === 'acknowledgeEnd') return { ...offer, allowed: true, reason: null };
    if (offer.command !== 'start') return offer;
    return { ...offer, allowed: false, reason: 'acknowledge first how the last treatment ended' };
  });
  return { ...state, offers, outcome: state.outcome ?? outcome };
}
