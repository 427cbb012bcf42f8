/** The module model against vendors' data sheets and against a manufacturer's own polynomials. */
import type { PeltierModule } from '../parameters.ts';
import {
  conductanceWPerK,
  drivenFlows,
  heatFlows,
  noFlows,
  noPhases,
  resistanceOhm,
  seebeckVPerK,
} from '../peltier.ts';
import type { ValidationRow } from './row.ts';
import { rowAbsolute, rowRelative } from './row.ts';

const kelvin = 273.15;

/**
 * Hebei I.T. TEC1-12706 data sheet at two temperatures of the hot side, with Ferrotec's end points.
 */
const hebei = [
  { hotC: 25, maxW: 50, maxDifferenceK: 66, maxA: 6.4, maxV: 14.4, peerMaxW: 50.7, peerMaxV: 14.7 },
  { hotC: 50, maxW: 57, maxDifferenceK: 75, maxA: 6.4, maxV: 16.4, peerMaxW: 56.5, peerMaxV: 16.8 },
] as const;

/** Ferrotec's polynomials in T (kelvin) for 71 couples and 6 A, lowest power first. */
const ferrotec = {
  seebeck: [1.3345e-2, -5.37574e-5, 7.42731e-7, -1.27141e-9],
  resistance: [2.08317, -1.98763e-2, 8.53832e-5, -9.03143e-8],
  conductance: [4.76218e-1, -3.89821e-6, -8.64864e-6, 2.20869e-8],
} as const;

function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0);
}

/** The Ferrotec material at one mean temperature, scaled to 127 couples. */
function ferrotecModule(meanK: number): PeltierModule {
  const couples = 127 / 71;
  return {
    seebeckVPerK: couples * polynomial(ferrotec.seebeck, meanK),
    resistanceOhm: couples * polynomial(ferrotec.resistance, meanK),
    conductanceWPerK: couples * polynomial(ferrotec.conductance, meanK),
    seebeckSlopePerK: 0,
    resistanceSlopePerK: 0,
    conductanceSlopePerK: 0,
    referenceK: meanK,
  };
}

/** Heat taken from the cold side at a steady current. */
function takenW(module: PeltierModule, currentA: number, coldC: number, hotC: number): number {
  const flows = { ...noFlows(), meanA: currentA, meanSquareA2: currentA * currentA };
  heatFlows(module, coldC, hotC, flows);
  return flows.takenW;
}

function voltageV(module: PeltierModule, currentA: number, coldC: number, hotC: number): number {
  const meanK = (coldC + hotC) / 2 + kelvin;
  return seebeckVPerK(module, meanK) * (hotC - coldC) + resistanceOhm(module, meanK) * currentA;
}

/** The root of a falling function between two bounds. */
function bisect(f: (x: number) => number, low: number, high: number): number {
  let [below, above] = [low, high];
  for (let index = 0; index < 60; index += 1) {
    const middle = (below + above) / 2;
    if (f(middle) > 0) below = middle;
    else above = middle;
  }
  return (below + above) / 2;
}

/** Difference at which a current can pump nothing any more. */
function reachK(module: PeltierModule, currentA: number, hotC: number): number {
  return bisect((differenceK) => takenW(module, currentA, hotC - differenceK, hotC), 0, 120);
}

function endPointRows(module: PeltierModule): ValidationRow[] {
  return hebei.flatMap((sheet) => {
    const { hotC } = sheet;
    let bestA = 0;
    for (let currentA = 4; currentA <= 8; currentA += 0.01) {
      if (reachK(module, currentA, hotC) > reachK(module, bestA, hotC)) bestA = currentA;
    }
    const bestK = reachK(module, bestA, hotC);
    const at = `module, hot side ${String(hotC)} °C:`;
    const volts = voltageV(module, sheet.maxA, hotC - bestK, hotC);
    return [
      rowRelative(`${at} Qmax, W`, sheet.maxW, takenW(module, sheet.maxA, hotC, hotC), 0.03),
      rowRelative(`${at} ΔTmax, K`, sheet.maxDifferenceK, bestK, 0.03),
      rowRelative(`${at} Vmax, V`, sheet.maxV, volts, 0.03),
      rowRelative(`${at} Imax, A`, sheet.maxA, bestA, 0.06),
    ];
  });
}

/** 84 points: 1 … 6 A, 0 … 60 K, hot side at 25 and 50 °C. */
function polynomialRows(module: PeltierModule): ValidationRow[] {
  let worstW = 0;
  let worstV = 0;
  for (const { hotC, peerMaxW, peerMaxV } of hebei) {
    for (let currentA = 1; currentA <= 6; currentA += 1) {
      for (let differenceK = 0; differenceK <= 60; differenceK += 10) {
        const coldC = hotC - differenceK;
        const peer = ferrotecModule((coldC + hotC) / 2 + kelvin);
        const heatErrorW =
          takenW(module, currentA, coldC, hotC) - takenW(peer, currentA, coldC, hotC);
        const errorV =
          voltageV(module, currentA, coldC, hotC) - voltageV(peer, currentA, coldC, hotC);
        worstW = Math.max(worstW, Math.abs(heatErrorW) / peerMaxW);
        worstV = Math.max(worstV, Math.abs(errorV) / peerMaxV);
      }
    }
  }
  return [
    rowAbsolute('module against Ferrotec polynomials: worst heat error over Qmax', 0, worstW, 0.05),
    rowAbsolute('module against Ferrotec polynomials: worst voltage over Vmax', 0, worstV, 0.15),
  ];
}

/** The electrical power is what the hot side gives more than the cold side takes, exactly. */
function firstLawRow(module: PeltierModule): ValidationRow {
  let worst = 0;
  for (const currentA of [-6, -2.5, 0.3, 1, 4, 6]) {
    for (const coldC of [-10, 8, 25, 47]) {
      for (const hotC of [5, 30, 62]) {
        const flows = { ...noFlows(), meanA: currentA, meanSquareA2: currentA ** 2 };
        heatFlows(module, coldC, hotC, flows);
        const powerW = voltageV(module, currentA, coldC, hotC) * currentA;
        const error = Math.abs(flows.givenW - flows.takenW - powerW) / Math.abs(powerW);
        worst = Math.max(worst, error);
      }
    }
  }
  return rowAbsolute('module: first law, worst relative error', 0, worst, 1e-6);
}

function powerRow(name: string, heatW: number, expectedW: number, gotW: number): ValidationRow {
  return rowRelative(`module: W to pump ${String(heatW)} W by ${name}`, expectedW, gotW, 0.02);
}

/**
 * Power to pump a given heat between faces at 10 and 35 °C from a 12 V bridge, by direct current
 * and by PWM.
 */
function driveModeRows(module: PeltierModule): ValidationRow[] {
  const powerAt = (heatW: number, brake: boolean, direct: boolean): number => {
    const flows = noFlows();
    const phases = { ...noPhases(), drivenOhm: 0.05, brakeOhm: 0.02 };
    phases.direct = direct;
    phases.directHighV = 12;
    bisect(
      (drive) => {
        phases.drivenShare = drive;
        phases.drivenV = drive * 12;
        phases.drivenSquareV2 = drive * 144;
        phases.brakeShare = brake ? 1 - drive : 0;
        phases.directA = drive * 5;
        drivenFlows(module, 10, 35, phases, flows);
        return heatW - flows.takenW;
      },
      0,
      1,
    );
    return flows.givenW - flows.takenW;
  };
  return [
    powerRow('direct current', 5, 5.9, powerAt(5, false, true)),
    powerRow('direct current', 20, 22.7, powerAt(20, false, true)),
    powerRow('PWM, coasting', 5, 23.8, powerAt(5, false, false)),
    powerRow('PWM, coasting', 20, 44.2, powerAt(20, false, false)),
    powerRow('PWM, braking', 5, 29.6, powerAt(5, true, false)),
    powerRow('PWM, braking', 20, 46.6, powerAt(20, true, false)),
  ];
}

/** A shorted module lets 1 + ZT times the heat of an open one back: enable low, never duty 0. */
function brakeRow(module: PeltierModule): ValidationRow {
  const meanK = 22.5 + kelvin;
  const shorted = { ...noPhases(), brakeShare: 1, brakeOhm: 0.02 };
  const flows = noFlows();
  drivenFlows(module, 10, 35, shorted, flows);
  const ratio = -flows.takenW / (conductanceWPerK(module, meanK) * 25);
  return rowRelative('module: back-heat shorted over open', 1.68, ratio, 0.02);
}

/** Every check of the module model alone. */
export function validateModule(module: PeltierModule): ValidationRow[] {
  return [
    ...endPointRows(module),
    ...polynomialRows(module),
    firstLawRow(module),
    ...driveModeRows(module),
    brakeRow(module),
  ];
}
