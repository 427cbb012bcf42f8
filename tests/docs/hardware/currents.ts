/** Currents of the reference device, and from them fuses and wires. Nothing here is chosen by eye. */
import type { PlantParameters } from '../../../hardware/plant/parameters.ts';
import { rigs } from '../../../hardware/plant/rigs.ts';

const { parameters } = rigs.reference;

/** Rails and start conditions of the worst case that is not a fault. */
const supplyTolerance = 0.05;
const coldRoomK = 288;
/** Faces this far apart, with the module voltage adding to the rail: right after a reversal. */
const reversalK = 25;

/** A fuse carries three quarters of its rating for ever in a warm box; more ages it. */
const fuseLoading = 0.75;
/** Blade fuses (ISO 8820-3), in amperes. */
const fuseSizesA = [1, 2, 3, 4, 5, 7.5, 10, 15, 20, 25, 30] as const;

/** Copper, in mm², and the current that a cord of it may carry (IEC 60335-1, supply cords). */
export const wireSizes = [
  { mm2: 0.5, mostA: 3 },
  { mm2: 0.75, mostA: 6 },
  { mm2: 1, mostA: 10 },
  { mm2: 1.5, mostA: 16 },
  { mm2: 2.5, mostA: 25 },
] as const;

export interface Line {
  readonly id: 'F1' | 'F2' | 'F3';
  readonly feeds: string;
  readonly railV: number;
  /** With both faces of the modules at 27 °C, or what the parts draw. */
  readonly steadyA: number;
  /** For seconds. */
  readonly peakA: number;
  readonly fuseA: number;
  readonly wireMm2: number;
}

function moduleOhm({ module }: PlantParameters, meanK: number): number {
  return module.resistanceOhm * (1 + module.resistanceSlopePerK * (meanK - module.referenceK));
}

/** Current of the whole array at full duty. */
function arrayA(railV: number, meanK: number, helpingK: number): number {
  const { array, module, power } = parameters;
  const chainV = railV + array.seriesCount * module.seebeckVPerK * helpingK;
  const arrayOhm = (moduleOhm(parameters, meanK) * array.seriesCount) / array.parallelCount;
  return chainV / (arrayOhm + power.sourceOhm);
}

const smallest = <Size>(sizes: readonly Size[], fits: (size: Size) => boolean): Size => {
  const found = sizes.find(fits);
  if (found === undefined) throw new Error('no size is large enough');
  return found;
};

function line(
  id: Line['id'],
  feeds: string,
  railV: number,
  steadyA: number,
  peakA: number,
  leastMm2 = 0,
): Line {
  const fuseA = smallest(fuseSizesA, (size) => size * fuseLoading >= steadyA && size > peakA);
  const wire = smallest(wireSizes, ({ mm2, mostA }) => mostA >= fuseA && mm2 >= leastMm2);
  return { id, feeds, railV, steadyA, peakA, fuseA, wireMm2: wire.mm2 };
}

function railLine(id: Line['id'], feeds: string, railV: number, leastMm2: number): Line {
  const steadyA = arrayA(railV, parameters.module.referenceK, 0);
  const peakA = arrayA(railV * (1 + supplyTolerance), coldRoomK, reversalK);
  return line(id, feeds, railV, steadyA, peakA, leastMm2);
}

/** What hangs at F3: a 12 V tower cooler, the coils of T92 and T9A, the comparator. A fan takes twice as much to start. */
const auxiliaryA = { fan: 0.3, coilK1: 0.14, coilK2: 0.09, comparator: 0.01 } as const;
const auxiliarySteadyA = Object.values(auxiliaryA).reduce((sum, amps) => sum + amps, 0);

/** What the board takes from the isolator: itself, buzzer, converter’s relay, current sensor, dividers. */
const boardLoadsA = { board: 0.05, buzzer: 0.03, switchRelay: 0.09, sensor: 0.014, rest: 0.006 };
export const boardA = Object.values(boardLoadsA).reduce((sum, amps) => sum + amps, 0);
export const isolatorA = 0.25;

export const lines: readonly Line[] = [
  // Thicker than the fuse asks for: wire is part of the 0.05 Ω that the plant counts between supply and modules.
  railLine('F1', 'cooling: leg A of the bridge', parameters.power.coolRailV, 2.5),
  railLine('F2', 'heating: leg B of the bridge', parameters.power.heatRailV, 1.5),
  line('F3', 'fan, relay coils', 12, auxiliarySteadyA, auxiliarySteadyA + auxiliaryA.fan),
];

export function lineOf(id: Line['id']): Line {
  const found = lines.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`there is no line ${id}`);
  return found;
}

/** Of one of the modules, which share the current of the array. */
export const moduleA = lineOf('F1').steadyA / parameters.array.parallelCount;

/** Whole amperes of a supply: the peak and a fifth more. */
export const supplyA = (...ids: readonly Line['id'][]): number =>
  Math.ceil(1.2 * ids.reduce((sum, id) => sum + lineOf(id).peakA, 0));

export const amperes = (value: number): string => `${Number(value.toFixed(1))} A`;
