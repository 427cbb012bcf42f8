/** What a tick has to say to the record, in the record's own terms. */
import type { Disposition, SessionState } from '../../machines/dispositions.ts';
import { stateOf } from '../../machines/dispositions.ts';
import { wishTypes } from '../../machines/session-events.ts';
import { noiseLimitLsb } from '../safety/noise.ts';
import type { NoiseMeter } from '../safety/noise.ts';
import type { RuleId } from '../safety/trip-ids.ts';
import type { Fact } from '../words/facts.ts';
import { isValid } from '../safety/readings.ts';
import type { Reading, Readings } from '../safety/readings.ts';
import type { Command, Entry, TreatmentState } from './state.ts';

/** What became of a wish; nothing for an event of the companion's own that was taken or is harmless. */
export function describeCommand(
  command: Command,
  disposition: Disposition,
  from: SessionState,
): Entry[] {
  const { event, who } = command;
  if (!wishTypes.has(event.type) && disposition !== 'refused') return [];
  const why: Fact | null =
    disposition === 'taken'
      ? null
      : { kind: 'no-effect', wish: event.type, state: from, disposition };
  return [
    {
      type: 'command',
      fields: { who, what: event.type, accepted: disposition === 'taken', why },
    },
  ];
}

export const describeRefused = ({ event, who }: Command, why: Fact): Entry => ({
  type: 'command',
  fields: { who, what: event.type, accepted: false, why },
});

/** A finding that somebody claims instead of a wish: only the companion itself finds. */
export const describeForged = (command: Command): Entry =>
  describeRefused(command, { kind: 'found-by-itself', wish: command.event.type });

/** What is delivered is the plan; a wish for another number of rotations is none for this treatment. */
export const describeUnplanned = (command: Command): Entry =>
  describeRefused(command, { kind: 'other-rotations', wish: command.event.type });

export const describeMove = (command: Command, from: SessionState, to: SessionState): Entry => ({
  type: 'state',
  fields: { from, to, event: command.event.type, by: command.who },
});

export const describeWarning = (rule: RuleId | 'pause-expired', found: Fact | null): Entry => ({
  type: 'warning',
  fields: { rule, found },
});

/** Nobody ended the pause, or answered for the skin: said where the record and the terminal are read, as the alarm says it where people are. */
export const describeUnattended = (): Entry => describeWarning('pause-expired', null);

/** When the self-test or a phase has ended: how noisy its readings were. */
export function describeNoise({ ended }: NoiseMeter): Entry[] {
  if (ended === null || ended.episode === '') return [];
  const { powered, atRest } = ended.noise;
  const lsb = (value: number): number | null => (Number.isFinite(value) ? rounded(value, 2) : null);
  return [
    {
      type: 'noise',
      fields: {
        during: ended.episode,
        plateALsb: lsb(powered.plateA),
        plateBLsb: lsb(powered.plateB),
        heatsinkLsb: lsb(powered.heatsink),
        plateAAtRestLsb: lsb(atRest.plateA),
        plateBAtRestLsb: lsb(atRest.plateB),
        heatsinkAtRestLsb: lsb(atRest.heatsink),
        limitLsb: noiseLimitLsb,
      },
    },
  ];
}

/** Once a second. An invalid value is null, never the last valid one (L4). */
export function sampleOf(state: TreatmentState, readings: Readings): Entry {
  const { session, nowMs } = state;
  const valid = (reading: Reading): number | null =>
    isValid(reading, nowMs) ? rounded(reading.celsius, 3) : null;
  return {
    type: 'sample',
    fields: {
      state: stateOf(session),
      phase: session.context.phase > 0 ? session.context.phase : null,
      setpointC: Number.isFinite(state.setpointC) ? rounded(state.setpointC, 3) : null,
      plateAC: valid(readings.plateA),
      plateBC: valid(readings.plateB),
      heatsinkC: valid(readings.heatsink),
      drive: rounded(state.gate.drive, 4),
      cem43Min: rounded(state.dose.cem43Min, 6),
      coldMin: rounded(state.dose.coldMinutes, 4),
    },
  };
}

const rounded = (value: number, digits: number): number => {
  const scale = 10 ** digits;
  return Math.round(value * scale) / scale;
};
