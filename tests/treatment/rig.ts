/** The whole companion on the simulated board, in virtual time, with its record in memory. */
import { rigs } from '../../hardware/plant/rigs.ts';
import type { Rig as RigData, RigId } from '../../hardware/plant/rigs.ts';
import { isCapable } from '../../hardware/plant/capability.ts';
import { Random } from '../../hardware/plant/random.ts';
import { drawPlantParameters } from '../../hardware/plant/tolerances.ts';
import { defaultPinMap } from '../../hardware/parts/pin-map.ts';
import type { CompanionError } from '../../src/errors.ts';
import type { Journal } from '../../src/records/journal.ts';
import { automaticOperator } from '../../src/cli/run-operator.ts';
import { Companion } from '../../src/treatment/companion.ts';
import { openDevice } from '../../src/treatment/open-device.ts';
import { prepareTreatment } from '../../src/treatment/prepare.ts';
import { runTreatment } from '../../src/treatment/run.ts';
import type { Happening, Operator } from '../../src/treatment/run.ts';
import type { Entry } from '../../src/treatment/state.ts';
import type { Summary } from '../../src/treatment/summary.ts';
import type { SessionEvent } from '../../machines/session-events.ts';

export interface TimedEntry {
  readonly t: number;
  readonly entry: Entry;
}

export interface Rig {
  readonly companion: Companion;
  readonly entries: TimedEntry[];
  /** The drive on the pins after each tick that changed it, for the laws to be checked against. */
  readonly onTick: ((companion: Companion) => void)[];
  run(happenings?: readonly Happening[], operator?: Operator): Promise<Summary>;
  samples(): Extract<Entry, { type: 'sample' }>['fields'][];
  states(): string[];
}

export interface RigOptions {
  readonly seed?: number;
  readonly rig?: RigId;
  /** Draws a plant within tolerance instead of the nominal one. */
  readonly plantSeed?: number;
  readonly prescription?: string;
  /** The disk fails at this seq. */
  readonly failAtLine?: number;
  readonly failure?: CompanionError;
}

/** A device as it might be built: within tolerance, and able to do the job. */
export function drawnRig(nominal: RigData, seed: number): RigData {
  const random = new Random(seed).split('tolerance');
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const parameters = drawPlantParameters(random, nominal.parameters);
    if (isCapable(parameters, nominal.heatDutyCap)) return { ...nominal, parameters };
  }
  throw new Error('no capable plant was drawn');
}

export async function openRig(options: RigOptions = {}): Promise<Rig> {
  const nominal = rigs[options.rig ?? 'reference'];
  const rig = options.plantSeed === undefined ? nominal : drawnRig(nominal, options.plantSeed);
  const prescribed = prepareTreatment(options.prescription ?? 'seed-spasm', undefined, rig);
  const opened = await openDevice({
    board: 'simulated',
    pins: defaultPinMap,
    rig,
    seed: options.seed ?? 1,
  });
  const entries: TimedEntry[] = [];
  const onTick: ((companion: Companion) => void)[] = [];
  let lines = 0;
  const journal: Journal = {
    id: 'test',
    path: 'memory',
    failure: undefined,
    append: () => {
      lines += 1;
      if (options.failure !== undefined && lines >= (options.failAtLine ?? 0))
        throw options.failure;
    },
    flush: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
  const companion = new Companion({
    ...opened,
    config: prescribed.config,
    journal,
    onEntry: (entry, t) => entries.push({ t, entry }),
  });
  return {
    companion,
    entries,
    onTick,
    async run(happenings = [], operator = automaticOperator(false)) {
      companion.send({
        who: 'test',
        event: { type: 'PRESCRIBE', rotations: prescribed.prescription.rotations },
      });
      let wallMs = 0;
      await runTreatment(companion, {
        pacer: { until: () => undefined },
        operator,
        happenings,
        onTick: (running) => {
          for (const look of onTick) look(running);
        },
        leaveNow: () => false,
        wallNowMs: () => (wallMs += 1),
      });
      return companion.summary();
    },
    samples: () => entries.flatMap(({ entry }) => (entry.type === 'sample' ? [entry.fields] : [])),
    states: () => entries.flatMap(({ entry }) => (entry.type === 'state' ? [entry.fields.to] : [])),
  };
}

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
