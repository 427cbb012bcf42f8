/**
 * Rules about the two supplies, as the board sees them behind the relay: each pole of the relay is proven open, each supply
 * to be what it should, and an upper transistor of the bridge not to be shorted, all without any heat (H02, H29).
 */
import { liftedShares } from '../limits/lifted-rail.ts';
import { fanLeastTurnsPerS, fanStandsMs, isFanTurning } from './fan-watch.ts';
import type { Finding, Rule, Situation } from './interlocks.ts';
import { staleAfterMs } from './readings.ts';
import type { Rails, SupplyLimits } from './readings.ts';
import { callService, removePlate } from './rule-words.ts';

/** After the relay was told to move: 25 ms of its own, a bleeder's 10 ms, the way of the command, and a report's mean. */
const relaySettledMs = 600;
/** Emptied: no more than this stands behind a relay that is open. */
export const relayOpenV = 1.5;

/** The rails, and since when the relay has been told to be as it is; null where nothing may be said of them. */
function settledRails({ readings: { rails, guard }, nowMs, power }: Situation): Rails | null {
  if (rails === null) return null;
  // A guard that is not armed has opened the relay by itself, whatever it was told.
  if (power.relayClosed && guard !== null && guard.state !== 'armed') return null;
  // What is not reported is the stale rule's to name: an old value proves nothing, for or against.
  if (!(nowMs - rails.atMs < staleAfterMs)) return null;
  return nowMs - power.sinceMs >= relaySettledMs ? rails : null;
}

interface Fed {
  readonly rails: Rails;
  readonly supplies: SupplyLimits;
}

/** With the relay closed and settled: what stands behind it, and what may; null where that cannot be asked. */
function fedRails(situation: Situation): Fed | null {
  const rails = settledRails(situation);
  const { supplies, power } = situation;
  return rails === null || supplies === null || !power.relayClosed ? null : { rails, supplies };
}

export const relayWelded = {
  id: 'relay-welded',
  alarm: 'The safety relay does not open',
  hazards: ['H02'],
  response: 'trip',
  holdMs: 100,
  judge: (situation) => {
    const rails = settledRails(situation);
    if (rails === null || situation.power.relayClosed) return null;
    const live = [
      { channel: 'coolRail', railV: rails.coolV } as const,
      { channel: 'heatRail', railV: rails.heatV } as const,
    ].find(({ railV }) => !(railV < relayOpenV));
    if (live === undefined) return null;
    return {
      found: {
        kind: 'rail-live',
        channel: live.channel,
        value: live.railV,
        unit: 'V',
        limit: relayOpenV,
      },
    };
  },
  remedy: `${callService} Unplug it: a contact of the relay is welded or bridged, and the bridge alone keeps the power off.`,
} as const satisfies Rule;

/** A heating rail that stands above its supply is fed by something else. */
function liftedFinding({
  rails: { coolV, heatV },
  supplies,
}: Fed): 'bridge-shorted' | 'supply-high' | null {
  if (heatV <= supplies.heatV.max) return null;
  // Through the modules and a body diode comes less than the cooling rail has.
  return heatV < coolV * liftedShares.most ? 'bridge-shorted' : 'supply-high';
}

export const bridgeShorted = {
  id: 'bridge-shorted',
  alarm: 'A transistor of the bridge is shorted',
  hazards: ['H02'],
  response: 'trip',
  // At once: a finding that waits holds the drive back, and with it what lifts the rail.
  holdMs: 0,
  judge: (situation) => {
    const fed = fedRails(situation);
    if (fed === null || liftedFinding(fed) !== 'bridge-shorted') return null;
    const { rails, supplies } = fed;
    return {
      found: { kind: 'rail-lifted', value: rails.heatV, unit: 'V', limit: supplies.heatV.max },
    };
  },
  remedy: `${callService} A transistor of the bridge is shorted, or a leg does not switch.`,
} as const satisfies Rule;

/** Lower limits count while current may flow; the upper ones whenever the relay is closed. */
function lowFinding(situation: Situation): Finding | null {
  const fed = fedRails(situation);
  if (fed === null) return null;
  const { rails, supplies } = fed;
  const low = [
    { channel: 'coolRail', railV: rails.coolV, minV: supplies.coolV.min } as const,
    { channel: 'heatRail', railV: rails.heatV, minV: supplies.heatV.min } as const,
  ].find(({ railV, minV }) => !(railV >= minV));
  if (low === undefined) return null;
  return {
    found: {
      kind: 'rail-low',
      channel: low.channel,
      value: low.railV,
      unit: 'V',
      limit: low.minV,
    },
    // One that gives way under load gives nothing to see once the load is gone.
    atOnce: low.railV > relayOpenV,
  };
}

export const supplyLow = {
  id: 'supply-low',
  alarm: 'A supply voltage is low',
  hazards: ['H29'],
  response: 'trip',
  // Of a relay that the guard on the board has opened, the guard speaks first.
  holdMs: 400,
  judge: lowFinding,
  remedy:
    'Take the plate off the skin. Check supply, fuse, plug and relay contact of the rail that is named.',
} as const satisfies Rule;

export const supplyHigh = {
  id: 'supply-high',
  alarm: 'A supply voltage is high',
  hazards: ['H29'],
  response: 'trip',
  holdMs: 0,
  judge: (situation) => {
    const fed = fedRails(situation);
    if (fed === null) return null;
    const { rails, supplies } = fed;
    if (!(rails.coolV <= supplies.coolV.max)) {
      return {
        found: {
          kind: 'rail-high',
          channel: 'coolRail',
          value: rails.coolV,
          unit: 'V',
          limit: supplies.coolV.max,
        },
      };
    }
    if (liftedFinding(fed) !== 'supply-high') return null;
    return {
      found: {
        kind: 'rail-high',
        channel: 'heatRail',
        value: rails.heatV,
        unit: 'V',
        limit: supplies.heatV.max,
      },
    };
  },
  remedy: `${removePlate} The supply of the rail that is named gives too much: do not use it again before it was measured.`,
} as const satisfies Rule;

export const fanStalled = {
  id: 'fan-stalled',
  alarm: 'The fan stands still',
  hazards: ['H13', 'H14'],
  response: 'trip',
  holdMs: fanStandsMs,
  judge: ({ readings: { fanTurnsPerS }, permission, trend: { fanStoodMs } }) => {
    // With nothing permitted the plate is off the skin, or soon is: heatsink-hot sees what a dead fan does then.
    if (fanTurnsPerS === null || permission === 'none') return null;
    if (isFanTurning(fanTurnsPerS)) return null;
    return {
      found: {
        kind: 'fan-slow',
        value: fanTurnsPerS * 60,
        unit: 'per min',
        limit: fanLeastTurnsPerS * 60,
        forS: fanStandsMs / 1000,
      },
      // It has stood for long enough in all, with some turns in between.
      atOnce: !(fanStoodMs < fanStandsMs),
    };
  },
  remedy:
    'Take the plate off the skin. Clear the fan and the vents, and look at the wire of its tachometer.',
} as const satisfies Rule;
