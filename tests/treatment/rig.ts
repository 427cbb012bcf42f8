/** The whole companion on the simulated board, in virtual time, with its record in memory. */
import { rigs } from '../../hardware/plant/rigs.ts';
import type { BoardParts, RigId } from '../../hardware/plant/rigs.ts';
import type { CompanionError } from '../../src/errors.ts';
import type { Prescription } from '../../src/limits/plan.ts';
import { automaticOperator } from '../../src/treatment/automatic-operator.ts';
import { drawnRig, openVirtualTreatment } from '../../src/evidence/virtual-treatment.ts';
import type { TimedEntry, VirtualTreatmentOptions } from '../../src/evidence/virtual-treatment.ts';
import type { Companion } from '../../src/treatment/companion.ts';
import type { Happening, Operator } from '../../src/treatment/host/run.ts';
import type { Entry } from '../../src/treatment/state.ts';
import type { Summary } from '../../src/treatment/summary.ts';
import type { SessionEvent } from '../../machines/session-events.ts';

export interface Rig {
  readonly companion: Companion;
  readonly entries: readonly TimedEntry[];
  /** The drive on the pins after each tick that changed it, for the laws to be checked against. */
  readonly onTick: ((companion: Companion) => void)[];
  run(happenings?: readonly Happening[], operator?: Operator): Promise<Summary>;
  samples(): Extract<Entry, { type: 'sample' }>['fields'][];
  states(): string[];
}

export interface RigOptions {
  readonly seed?: number;
  readonly rig?: RigId;
  /** What its board sees less or more than that of the rig. */
  readonly sees?: Partial<BoardParts>;
  /** Draws a plant within tolerance instead of the nominal one. */
  readonly plantSeed?: number;
  readonly prescription?: string | Prescription;
  /** The disk fails at this seq. */
  readonly failAtLine?: number;
  readonly failure?: CompanionError;
  readonly tamper?: VirtualTreatmentOptions['tamper'];
  readonly checksTwiceAsOften?: boolean;
}

export async function openRig(options: RigOptions = {}): Promise<Rig> {
  const id = options.rig ?? 'reference';
  const device = options.plantSeed === undefined ? rigs[id] : drawnRig(id, options.plantSeed);
  const treatment = await openVirtualTreatment({
    seed: options.seed ?? 1,
    rig: { ...device, sees: { ...device.sees, ...options.sees } },
    prescription: options.prescription ?? 'seed-spasm',
    ...(options.failure === undefined ? {} : { failure: options.failure }),
    ...(options.tamper === undefined ? {} : { tamper: options.tamper }),
    checksTwiceAsOften: options.checksTwiceAsOften ?? false,
    ...(options.failAtLine === undefined ? {} : { failAtLine: options.failAtLine }),
  });
  const { companion, entries } = treatment;
  const onTick: ((companion: Companion) => void)[] = [];
  return {
    companion,
    entries,
    onTick,
    run: (happenings = [], operator = automaticOperator(false)) =>
      treatment.run(operator, happenings, (running) => {
        for (const look of onTick) look(running);
      }),
    samples: () => entries.flatMap(({ entry }) => (entry.type === 'sample' ? [entry.fields] : [])),
    states: () => entries.flatMap(({ entry }) => (entry.type === 'state' ? [entry.fields.to] : [])),
  };
}

/**
 * As short as the limits allow: three phases of three minutes, for what is the same however long a treatment is. Its hot
 * phase covers 223 to 403 s in every seed.
 */
export const shortPrescription: Prescription = {
  name: 'short',
  rotations: 1,
  cold: { setpointC: 15, minutes: 3 },
  hot: { setpointC: 38, minutes: 3 },
  finalCold: { minutes: 3 },
  rampCPerS: 0.25,
};
/** Seconds into the short treatment at which it heats, the ramp behind it. */
export const inShortHeatS = 350;

export const at = (atS: number, event: SessionEvent): Happening => ({
  atS,
  happen: (companion) => {
    companion.send({ who: 'test', event });
  },
});

export const fault = (atS: number, id: string): Happening => ({
  atS,
  happen: ({ board }) => {
    board.simulation?.injectFault(id);
  },
});
