/** What one module can do, as curves: the model of the module alone, at steady currents. */
import { heatFlows, noFlows, resistanceOhm, seebeckVPerK } from '../../hardware/plant/peltier.ts';
import { tec1x12706 } from '../../hardware/plant/rigs.ts';
import type { Point } from '../plots/svg-plot.ts';
import { svgPlot } from '../plots/svg-plot.ts';

/** Evenly spaced numbers, both ends included. */
export function range(low: number, high: number, step: number): number[] {
  return Array.from({ length: Math.round((high - low) / step) + 1 }, (_, at) => low + at * step);
}

const hotSideC = 50;
const kelvin = 273.15;

/** Heat from the cold side and electrical power of one module at a steady current. */
function modulePoint(currentA: number, differenceK: number): { takenW: number; powerW: number } {
  const flows = { ...noFlows(), meanA: currentA, meanSquareA2: currentA ** 2 };
  const coldSideC = hotSideC - differenceK;
  heatFlows(tec1x12706, coldSideC, hotSideC, flows);
  const meanK = (hotSideC + coldSideC) / 2 + kelvin;
  const volts =
    seebeckVPerK(tec1x12706, meanK) * differenceK + resistanceOhm(tec1x12706, meanK) * currentA;
  return { takenW: flows.takenW, powerW: volts * currentA };
}

export function moduleHeat(): string {
  return svgPlot({
    title: `Heat one module pumps, hot side at ${hotSideC} °C`,
    xLabel: 'current, A',
    yLabel: 'heat from the plate side, W',
    yRange: [0, 60],
    xRange: [0, 8],
    curves: range(0, 60, 15).map((differenceK) => ({
      name: `ΔT ${differenceK} K`,
      points: range(0, 8, 0.1).map((a): Point => [a, modulePoint(a, differenceK).takenW]),
    })),
  });
}

export function moduleCop(): string {
  return svgPlot({
    title: `Heat per electrical power of one module, hot side at ${hotSideC} °C`,
    xLabel: 'current, A',
    yLabel: 'coefficient of performance, cooling',
    xRange: [0, 6],
    yRange: [0, 4],
    curves: range(10, 50, 10).map((differenceK) => ({
      name: `ΔT ${differenceK} K`,
      points: range(0.1, 6, 0.02)
        .map((a) => [a, modulePoint(a, differenceK)] as const)
        .filter(([, { takenW }]) => takenW > 0)
        .map(([a, { takenW, powerW }]): Point => [a, takenW / powerW]),
    })),
  });
}
