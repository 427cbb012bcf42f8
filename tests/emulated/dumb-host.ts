/**
 * A host that follows a prescription by the plate beads, renews the lease and judges nothing: what then ends a fault is the
 * guard on the board.
 */
import { english } from '../../src/words/facts.ts';
import { EmulatedGuardBoard } from '../../hardware/boards/emulated-guard.ts';
import { loadGuardFirmware } from '../../hardware/boards/emulator/guard-image.ts';
import { defaultPinMap } from '../../hardware/parts/pin-map.ts';
import { rigs } from '../../hardware/plant/rigs.ts';
import { cem43OfRamp } from '../../src/limits/cem43.ts';
import { deviceOn } from '../../src/treatment/open-device.ts';
import { WatchedDevice } from './guarded-device.ts';

const tickMs = 50;
const tickS = tickMs / 1000;
const rampCPerS = 0.5;
const coldC = 12;

export interface Alone {
  readonly state: string;
  readonly reason: string;
  readonly reading: string;
  /** Seconds from arming to the trip; null where nothing tripped. */
  readonly tripS: number | null;
  /** Of the plate itself. */
  readonly maxC: number;
  readonly minC: number;
  readonly cem43Min: number;
}

export interface AloneOptions {
  readonly faults: readonly string[];
  /** Seconds after arming; the device was built with it where this is not given. */
  readonly atS?: number;
  readonly hotC?: number;
  /** Of cold, and of heat, ramps included. */
  readonly coldS?: number;
  readonly hotS?: number;
}

/** Proportional and integral: enough to hold a plate by what its beads say. */
function follower(): (setpointC: number, beadC: number) => number {
  let integral = 0;
  return (setpointC, beadC) => {
    const missedC = setpointC - beadC;
    integral = Math.min(Math.max(integral + 0.03 * missedC * tickS, -0.7), 0.7);
    return Math.min(Math.max(0.3 * missedC + integral, -1), 1);
  };
}

export async function guardAlone(options: AloneOptions): Promise<Alone> {
  const { faults, atS = null, hotC = 40, coldS = 60, hotS = 600 } = options;
  const world = new WatchedDevice('reference');
  const board = new EmulatedGuardBoard({ program: loadGuardFirmware(), world });
  const inject = (): void => {
    for (const id of faults) board.simulation.injectFault(id);
  };
  if (atS === null) inject();
  const { device } = await deviceOn(board, defaultPinMap, rigs.reference);
  board.simulation.setContact(true);
  const rest = { relayClosed: true, buzzer: false, light: false } as const;
  const reading = () => board.guard!.reading;
  for (let tick = 0; tick < 40 && reading().state !== 'armed'; tick += 1) {
    device.sense();
    device.actuate({ ...rest, drive: 0, powered: false, guard: 'arm' }, board.nowMs());
    await board.advanceTo(board.nowMs() + tickMs);
  }
  const drive = follower();
  const armedMs = board.nowMs();
  let setpointC = board.simulation.truth().plateC;
  let injected = atS === null;
  let tripS: number | null = null;
  while (board.nowMs() < armedMs + 1000 * (coldS + hotS)) {
    const elapsedS = (board.nowMs() - armedMs) / 1000;
    if (reading().state !== 'armed') {
      tripS = elapsedS;
      break;
    }
    if (!injected && elapsedS >= atS!) {
      inject();
      injected = true;
    }
    const { plateA, plateB } = device.sense();
    const targetC = elapsedS < coldS ? coldC : hotC;
    const step = rampCPerS * tickS;
    setpointC += Math.min(Math.max(targetC - setpointC, -step), step);
    const wish = drive(setpointC, (plateA.celsius + plateB.celsius) / 2);
    device.actuate({ ...rest, drive: wish, powered: true, guard: 'renew' }, board.nowMs());
    await board.advanceTo(board.nowMs() + tickMs);
  }
  await board.advanceTo(board.nowMs() + 5000);
  const { state, reason, found } = reading();
  await board.close();
  return { state, reason, reading: english.reading(found), tripS, ...truthOf(world) };
}

function truthOf({ slices }: WatchedDevice): Pick<Alone, 'maxC' | 'minC' | 'cem43Min'> {
  const plateC = slices.map((slice) => slice.plateC);
  let cem43Min = 0;
  slices.forEach(({ endMs, plateC: nowC }, index) => {
    const before = slices[index - 1];
    if (before !== undefined) {
      cem43Min += cem43OfRamp(before.plateC, nowC, (endMs - before.endMs) / 60_000);
    }
  });
  const max = (a: number, b: number): number => Math.max(a, b);
  const min = (a: number, b: number): number => Math.min(a, b);
  return { maxC: plateC.reduce(max), minC: plateC.reduce(min), cem43Min };
}
