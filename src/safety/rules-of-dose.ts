/** Rules about how much was given, and for how long: counted apart from the plan and its clock (H16, H17, H21, H25). */
import type { Rule } from './interlocks.ts';
import { removePlate } from './rule-words.ts';
import { provenByWitness } from './witness-watch.ts';
import type { WitnessWatch } from './witness-watch.ts';

/**
 * Whoever reads that a dose is full before its time should hear that two beads and their witness do not agree: by how
 * much, or null where the witness has charged nothing.
 */
function chargedByWitnessK(witness: WitnessWatch, way: 'above' | 'below'): number | null {
  const { smoothC, apartC, restApartC } = witness;
  const { hotC, coldC } = provenByWitness(witness);
  const beadsC = smoothC + apartC;
  const charged = way === 'above' ? hotC > beadsC : coldC < beadsC;
  if (!charged) return null;
  const sinceRestC = Number.isFinite(restApartC) ? apartC - restApartC : apartC;
  return Math.max(Math.abs(apartC), Math.abs(sinceRestC));
}

export const dose = {
  id: 'dose',
  alarm: 'The dose limit is reached',
  hazards: ['H17'],
  response: 'trip',
  holdMs: 0,
  judge: ({ permission, cem43Min, cem43CapMin, coldMinutes, coldCapMinutes, trend }) => {
    // Counted always, judged while power may flow: a trip can take nothing else away.
    if (permission === 'none') return null;
    if (!(cem43Min < cem43CapMin)) {
      const beyondK = chargedByWitnessK(trend.witness, 'above');
      const charged = { value: cem43Min, unit: 'CEM43 min', limit: cem43CapMin } as const;
      return {
        found:
          beyondK === null
            ? { kind: 'heat-dose', ...charged }
            : { kind: 'heat-dose-by-witness', ...charged, beyondK },
      };
    }
    if (coldMinutes <= coldCapMinutes) return null;
    const beyondK = chargedByWitnessK(trend.witness, 'below');
    const given = { value: coldMinutes, unit: 'cold min', limit: coldCapMinutes } as const;
    return {
      found:
        beyondK === null
          ? { kind: 'cold-dose', ...given }
          : { kind: 'cold-dose-by-witness', ...given, beyondK },
    };
  },
  remedy: removePlate,
} as const satisfies Rule;

/** The bounds of the software, whatever the clinic or the prescription says. */
const oneWayLimitMinutes = 20;
const sessionLimitMinutes = 90;
/** A phase and a session of just that length are allowed, and end by themselves before these rules act. */
const oneWayTripMs = oneWayLimitMinutes * 60_000 + 1000;
const sessionTripMs = sessionLimitMinutes * 60_000 + 60_000;
const minutesOf = (ms: number): number => ms / 60_000;

export const phaseOverrun = {
  id: 'phase-overrun',
  alarm: 'A phase lasts too long',
  hazards: ['H16', 'H17', 'H25'],
  response: 'trip',
  holdMs: 0,
  // Judged while power may flow, as the dose is: with the session over, its length is no cause any more.
  judge: ({ permission, oneWayMs }) =>
    permission === 'none' || oneWayMs < oneWayTripMs
      ? null
      : {
          found: {
            kind: 'phase-long',
            value: minutesOf(oneWayMs),
            unit: 'min',
            limit: oneWayLimitMinutes,
          },
        },
  remedy: removePlate,
} as const satisfies Rule;

export const sessionOverrun = {
  id: 'session-overrun',
  alarm: 'The treatment lasts too long',
  hazards: ['H21', 'H25'],
  response: 'trip',
  holdMs: 0,
  judge: ({ permission, sessionMs }) =>
    permission === 'none' || sessionMs < sessionTripMs
      ? null
      : {
          found: {
            kind: 'session-long',
            value: minutesOf(sessionMs),
            unit: 'min',
            limit: sessionLimitMinutes,
          },
        },
  remedy: removePlate,
} as const satisfies Rule;
