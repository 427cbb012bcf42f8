/** What there is in the project that a hazard log must agree with. */
import { guardReasons } from '../../../hardware/guard/protocol.ts';
import { defaultPinMap } from '../../../hardware/parts/pin-map.ts';
import { hazardNames, isHazardId } from '../../../src/safety/hazards.ts';
import { rules } from '../../../src/safety/rules.ts';
import { checklist } from '../../../src/safety/screening-checklist.ts';
import type { SelfTest } from '../../../src/safety/self-test.ts';
import { bringUp } from '../hardware/bring-up.ts';
import { parts } from '../hardware/parts.ts';
import type { ControlKind } from './control.ts';
import { laws } from './laws.ts';
import { ownAlarms } from './other-controls.ts';
import { exists, hasTest } from './test-titles.ts';

/** A thing that says itself which hazards it stands against. */
interface Guarding {
  readonly id: string;
  readonly hazards: readonly string[];
}

export interface World {
  readonly hazardIds: readonly string[];
  readonly lawIds: readonly string[];
  readonly rules: readonly Guarding[];
  readonly guardReasons: readonly string[];
  readonly stages: readonly string[];
  readonly alarms: readonly Guarding[];
  readonly rows: readonly Guarding[];
  readonly parts: readonly Guarding[];
  readonly steps: readonly string[];
  readonly exists: (path: string) => boolean;
  readonly hasTest: (path: string, name: string) => boolean;
}

/** The stages in which the self-test does something; complete by its type. */
const stages = {
  rest: true,
  relayAlone: true,
  relayOpen: true,
  pulse: true,
  lease: true,
  leaseClear: true,
  rearm: true,
} as const satisfies Record<Exclude<SelfTest['stage'], 'passed' | 'failed' | 'refused'>, true>;

export const world: World = {
  hazardIds: Object.keys(hazardNames),
  lawIds: Object.keys(laws),
  rules,
  guardReasons: guardReasons.filter((reason) => reason !== 'none'),
  stages: Object.keys(stages),
  alarms: ownAlarms,
  rows: checklist,
  parts: parts.map(({ name, reasons }) => ({ id: name, hazards: reasons.filter(isHazardId) })),
  steps: bringUp(defaultPinMap).map(({ title }) => title),
  exists,
  hasTest,
};

export interface BoundedKind {
  readonly kind: ControlKind;
  readonly ids: readonly string[];
  readonly hazardsOf?: Readonly<Record<string, readonly string[]>>;
  readonly mayBeMore?: true;
}

const guarding = (kind: ControlKind, things: readonly Guarding[]): BoundedKind => ({
  kind,
  ids: things.map(({ id }) => id),
  hazardsOf: Object.fromEntries(things.map(({ id, hazards }) => [id, hazards])),
});

/** The kinds of controls whose names are given by the project, all but the measures. */
export const boundedIds = (around: World): BoundedKind[] => [
  { kind: 'law', ids: around.lawIds },
  guarding('rule', around.rules),
  { kind: 'guard', ids: around.guardReasons },
  { kind: 'stage', ids: around.stages },
  guarding('alarm', around.alarms),
  guarding('row', around.rows),
  { ...guarding('part', around.parts), mayBeMore: true },
  { kind: 'step', ids: around.steps },
];
