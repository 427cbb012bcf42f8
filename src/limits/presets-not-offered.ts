import { defaultClinicLimits } from './clinic.ts';
import { cem43PerMinute } from './cem43.ts';
import { settableBounds } from './envelope.ts';

/** Protocols of the literature that this device does not offer, as data, and the reasons, found from the data. */

export interface Step {
  readonly kind: 'cold' | 'hot';
  readonly minutes: number;
  readonly setpointC: number;
}

/** Some steps, several times over, then perhaps one more. */
export interface Sequence {
  readonly steps: readonly Step[];
  readonly times: number;
  readonly last?: Step;
}

export interface PresetNotOffered {
  readonly id: string;
  readonly name: string;
  readonly sequence: Sequence;
  readonly basis: string;
}

const cold = (minutes: number, setpointC: number): Step => ({ kind: 'cold', minutes, setpointC });
const hot = (minutes: number, setpointC: number): Step => ({ kind: 'hot', minutes, setpointC });

const bieuzen = 'in Bieuzen 2013, PLoS ONE 8(4):e62356, table 1';

export const presetsNotOffered: readonly PresetNotOffered[] = [
  {
    id: 'seed-spasm-90',
    name: 'Four rotations of 10 min',
    sequence: { steps: [cold(10, 12), hot(10, 40)], times: 4, last: cold(10, 12) },
    basis: 'second reading of the standard treatment; seed-spasm-four is its offered form',
  },
  {
    id: 'french-cc',
    name: 'Short cold-cold',
    sequence: { steps: [cold(1, 10), hot(3, 39)], times: 3, last: cold(1, 10) },
    basis: `French ${bieuzen}`,
  },
  {
    id: 'hyperice-333',
    name: 'Wearable, 3 + 3 min',
    sequence: { steps: [hot(3, 42), cold(3, 12)], times: 3 },
    basis: 'timing of a knee wearable trial, pubmed 35949385; temperatures assumed',
  },
  {
    id: 'myrer-41',
    name: 'Classic 4:1',
    sequence: { steps: [hot(4, 40.6), cold(1, 15.6)], times: 4 },
    basis: 'Myrer 1994, J Athl Train 29:318',
  },
  {
    id: 'packs-55',
    name: 'Packs, 5 + 5 min',
    sequence: { steps: [hot(5, 40), cold(5, 12)], times: 2 },
    basis: 'timing of Myrer 1997, J Athl Train 32:238; temperatures assumed',
  },
  {
    id: 'packs-66',
    name: 'Packs, 6 + 6 min',
    sequence: { steps: [hot(6, 41), cold(6, 12)], times: 3 },
    basis: 'timing of a textbook handout on contrast therapy; temperatures assumed',
  },
  {
    id: 'cwt-11-7',
    name: 'Water bath 1:1',
    sequence: { steps: [hot(1, 38), cold(1, 12)], times: 7 },
    basis: `Elias ${bieuzen}`,
  },
  {
    id: 'cwt-11-5',
    name: 'Water bath 1:1, short',
    sequence: { steps: [cold(1, 11), hot(1, 39)], times: 5 },
    basis: `Higgins ${bieuzen}; order not reported`,
  },
  {
    id: 'cwt-12-3',
    name: 'Water bath 1:2',
    sequence: { steps: [cold(1, 10), hot(2, 41)], times: 3 },
    basis: `Gill ${bieuzen}; order not reported`,
  },
  {
    id: 'dawson-hh',
    name: 'Water bath 2:1, hot ends',
    sequence: { steps: [hot(2, 45), cold(1, 12)], times: 4, last: hot(2, 45) },
    basis: `Dawson ${bieuzen}`,
  },
  {
    id: 'martins-b',
    name: 'Cold first, 1:4',
    sequence: { steps: [cold(1, 15), hot(4, 40)], times: 4 },
    basis: 'Martins 2011, Rev Andal Med Deporte 4:129; temperatures assumed',
  },
  {
    id: 'cold-only-15',
    name: 'Cold only',
    sequence: { steps: [cold(15, 12)], times: 1 },
    basis: 'common practice, 10–20 min',
  },
  {
    id: 'heat-only-15',
    name: 'Heat only',
    sequence: { steps: [hot(15, 40)], times: 1 },
    basis: 'common practice, 15–20 min at 37.8–40.6 °C',
  },
];

const stepText = ({ kind, minutes, setpointC }: Step): string =>
  `${kind === 'cold' ? 'C' : 'H'}${minutes}@${setpointC}`;

/** `C10@12 H10@40, ×3, C10@12`: kind, minutes, °C. */
export function sequenceText({ steps, times, last }: Sequence): string {
  const repeated = times === 1 ? '' : `, ×${times}`;
  return `${steps.map(stepText).join(' ')}${repeated}${last === undefined ? '' : `, ${stepText(last)}`}`;
}

const rampCPerS = 0.25;

/** Why one plate under the built-in clinic limits cannot offer a sequence; empty: it can. */
export function whyNotOffered({ steps, times, last }: Sequence): string[] {
  const all = [
    ...Array.from({ length: times }, () => steps).flat(),
    ...(last === undefined ? [] : [last]),
  ];
  const reasons: string[] = [];
  if (all[0]?.kind !== 'cold') reasons.push('starts hot');
  if (all.at(-1)?.kind !== 'cold') reasons.push('has no final cold');
  if (all.every(({ kind }) => kind === 'cold')) reasons.push('is no contrast: it has no hot phase');
  if (all.every(({ kind }) => kind === 'hot')) reasons.push('is no contrast: it has no cold phase');
  reasons.push(...doseReasons(all), ...plateReasons(all));
  return reasons;
}

function doseReasons(all: readonly Step[]): string[] {
  const { cem43PerSessionMin, coldMinutesPerSession } = defaultClinicLimits;
  const reasons: string[] = [];
  const hottestC = Math.max(...all.map(({ setpointC }) => setpointC));
  const deviceC = settableBounds.hotSetpointC.max;
  if (hottestC > deviceC) reasons.push(`${hottestC} °C is above the device's ${deviceC} °C`);
  const dose = all.reduce((sum, step) => sum + step.minutes * cem43PerMinute(step.setpointC), 0);
  if (dose > cem43PerSessionMin) {
    reasons.push(`its ${dose.toFixed(2)} CEM43 min exceed the cap of ${cem43PerSessionMin}`);
  }
  const coldMinutes = all.reduce(
    (sum, { kind, minutes }) => sum + (kind === 'cold' ? minutes : 0),
    0,
  );
  if (coldMinutes > coldMinutesPerSession) {
    const deviceMinutes = settableBounds.coldMinutesPerSession.max;
    reasons.push(
      `its ${coldMinutes} min of cold exceed the ${coldMinutesPerSession} of the clinic limits` +
        (coldMinutes > deviceMinutes ? ` and the ${deviceMinutes} of the device` : ''),
    );
  }
  return reasons;
}

function plateReasons(all: readonly Step[]): string[] {
  for (const [index, step] of all.entries()) {
    const before = all[index - 1];
    if (before === undefined) continue;
    const rampS = Math.abs(step.setpointC - before.setpointC) / rampCPerS;
    if (rampS > step.minutes * 60) {
      return [
        `needs separate plates: one takes ${Math.round(rampS)} s to get there, the phase lasts ${step.minutes * 60} s`,
      ];
    }
  }
  return [];
}
