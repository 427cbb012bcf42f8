/**
 * A whole treatment on the simulated device in virtual time: the companion that treats people, with its record in
 * memory. What trials, evidence and tests run.
 */
import type { Board } from '../../hardware/boards/board.ts';
import { isCapable } from '../../hardware/plant/capability.ts';
import { Random } from '../../hardware/plant/random.ts';
import { rigs } from '../../hardware/plant/rigs.ts';
import type { Rig, RigId } from '../../hardware/plant/rigs.ts';
import { drawPlantParameters } from '../../hardware/plant/tolerances.ts';
import type { Sensing } from '../../hardware/device/device.ts';
import { defaultPinMap } from '../../hardware/parts/pin-map.ts';
import type { CompanionError } from '../errors.ts';
import { defaultClinicLimits } from '../limits/clinic.ts';
import type { Prescription } from '../limits/plan.ts';
import type { Journal } from '../records/journal.ts';
import type { Companion } from '../treatment/companion.ts';
import { RecordKeeper } from '../treatment/host/record-keeper.ts';
import { deviceOn, openDevice } from '../treatment/open-device.ts';
import { prepareTreatment, prescribe } from '../treatment/prepare.ts';
import type { Happening, Operator } from '../treatment/host/run.ts';
import { HostedTreatment, nothingInherited } from '../treatment/host/treatment.ts';
import type { Entry } from '../treatment/state.ts';
import type { Summary } from '../treatment/summary.ts';

export interface TimedEntry {
  /** Seconds of the treatment. */
  readonly t: number;
  readonly entry: Entry;
}

export interface VirtualTreatmentOptions {
  /** Of the noise of the sensors. */
  readonly seed: number;
  readonly rig: Rig;
  /** A preset, a file, or one that lies within the built-in limits. */
  readonly prescription: string | Prescription;
  /** Another board than the simulated one; it has its own device. */
  readonly board?: Board;
  /** What the simulated bench has been like all along, by the ids of its faults. */
  readonly conditions?: readonly string[];
  /** The disk fails with `failure` at this line. */
  readonly failAtLine?: number;
  readonly failure?: CompanionError;
  /** As the screening of some people asks for. */
  readonly checksTwiceAsOften?: boolean;
  /** What the companion senses instead of what the device sensed. */
  readonly tamper?: (sensing: Sensing, nowMs: number) => Sensing;
}

export interface VirtualTreatment {
  readonly companion: Companion;
  readonly entries: readonly TimedEntry[];
  readonly run: (
    operator: Operator,
    happenings: readonly Happening[],
    onTick: (companion: Companion) => void,
  ) => Promise<Summary>;
}

const mostDraws = 100;

/** A device as it might be built: within tolerance, and able to do the job. The same for the same seed. */
export function drawnRig(id: RigId, seed: number): Rig {
  const nominal = rigs[id];
  for (let attempt = 0; attempt < mostDraws; attempt += 1) {
    // A draw splits its stream by name, and so takes nothing from it: each attempt needs a stream of its own.
    const random = new Random(seed).split(attempt === 0 ? 'tolerance' : `tolerance ${attempt}`);
    const parameters = drawPlantParameters(random, nominal.parameters);
    if (isCapable(parameters, nominal.heatDutyCap)) return { ...nominal, parameters };
  }
  throw new Error('no capable plant was drawn');
}

function memoryJournal({ failAtLine = 0, failure }: VirtualTreatmentOptions): Journal {
  let lines = 0;
  return {
    id: 'virtual',
    path: 'memory',
    failure: undefined,
    lastHash: '',
    onReserve: false,
    append: () => {
      lines += 1;
      if (failure !== undefined && lines >= failAtLine) throw failure;
    },
    flush: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}

export async function openVirtualTreatment(
  options: VirtualTreatmentOptions,
): Promise<VirtualTreatment> {
  const { rig, seed } = options;
  const { prescription, conditions = [] } = options;
  // The product knows its device as it was designed, not as it was drawn.
  const nominal = rigs[rig.id];
  const prescribed =
    typeof prescription === 'string'
      ? prepareTreatment(prescription, undefined, nominal)
      : prescribe(prescription.name, prescription, defaultClinicLimits, nominal);
  const pins = defaultPinMap;
  const opened =
    options.board === undefined
      ? await openDevice({ board: 'simulated', pins, rig, seed, conditions })
      : await deviceOn(options.board, pins, rig);
  const { board, device } = opened;
  if (options.tamper !== undefined) {
    const { tamper } = options;
    const sense = device.sense.bind(device);
    device.sense = () => tamper(sense(), board.nowMs());
  }
  const entries: TimedEntry[] = [];
  const treatment = new HostedTreatment({
    opened,
    config: {
      ...prescribed.config,
      checksTwiceAsOften: options.checksTwiceAsOften ?? prescribed.config.checksTwiceAsOften,
    },
    rotations: prescribed.prescription.rotations,
    by: 'virtual',
    keeper: new RecordKeeper(memoryJournal(options)),
    screened: null,
    inherited: nothingInherited,
    onEntry: (entry, t) => entries.push({ t, entry }),
  });
  return {
    companion: treatment.companion,
    entries,
    run: (operator, happenings, onTick) => {
      treatment.begin();
      // Nobody waits in virtual time: the plate is watched by ticks, not by a clock on the wall.
      return treatment.run({
        pacer: { until: () => undefined },
        operator,
        happenings,
        onTick,
        leaveNow: () => false,
        wallNowMs: () => 0,
      });
    },
  };
}
