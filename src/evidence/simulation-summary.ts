/** Many simulated treatments in a few figures. Pure. */
import { createHash } from 'node:crypto';
import type { Scenario } from './scenario.ts';
import type { SimulatedResult } from './simulated-treatment.ts';

export interface SimulationSummary {
  readonly treatments: number;
  readonly firstSeed: number;
  readonly simulatedHours: number;
  readonly outcomes: Readonly<Record<string, number>>;
  /** How often each rule ended a treatment, most frequent first. */
  readonly rules: readonly (readonly [rule: string, times: number])[];
  readonly withFaults: number;
  /** Of the plate itself, where software could keep it. */
  readonly plateMaxC: number;
  readonly plateMinC: number;
  readonly violations: number;
  /** Of every result: who runs the same seeds on the same program gets the same. */
  readonly digest: string;
}

/** Processors may differ in the last digits of a sine. */
const significantDigits = 9;

/** SHA-256 over all that is known of each treatment. */
function digestOf(results: readonly SimulatedResult[]): string {
  const text = JSON.stringify(results, (_key, value: unknown) =>
    typeof value === 'number' ? Number(value.toPrecision(significantDigits)) : value,
  );
  return createHash('sha256').update(text).digest('hex');
}

function counted(names: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a);
}

export function summariseSimulation(results: readonly SimulatedResult[]): SimulationSummary {
  const stoppable = results.filter((result) => result.stoppable);
  return {
    treatments: results.length,
    firstSeed: results[0]?.seed ?? 0,
    simulatedHours: results.reduce((sum, { durationS }) => sum + durationS, 0) / 3600,
    outcomes: Object.fromEntries(counted(results.map(({ outcome }) => outcome))),
    rules: counted(results.flatMap(({ rule }) => rule ?? [])),
    withFaults: results.filter(({ faults }) => faults.length > 0).length,
    plateMaxC: stoppable.reduce((most, { plateMaxC }) => Math.max(most, plateMaxC), -Infinity),
    plateMinC: stoppable.reduce((least, { plateMinC }) => Math.min(least, plateMinC), Infinity),
    violations: results.filter(({ violations }) => violations.length > 0).length,
    digest: digestOf(results),
  };
}

export function simulationText(summary: SimulationSummary): string {
  const { outcomes, rules } = summary;
  const list = (pairs: readonly (readonly [string, number])[]): string =>
    pairs.map(([name, times]) => `${name} ${times}`).join(', ') || 'none';
  return [
    `${summary.treatments} treatments from seed ${summary.firstSeed}, ${summary.simulatedHours.toFixed(0)} hours simulated, ${summary.withFaults} with faults`,
    `outcomes    ${list(Object.entries(outcomes))}`,
    `rules       ${list(rules)}`,
    `true plate  ${summary.plateMinC.toFixed(2)} … ${summary.plateMaxC.toFixed(2)} °C where software could keep it`,
    `violations  ${summary.violations}`,
  ].join('\n');
}

/** What broke, and the least that it takes. */
export function violationText({ violations }: SimulatedResult, least: Scenario): string {
  const { seed, faults, acts, prescription } = least;
  const time = (atS: number): string => `${atS.toFixed(1)} s`;
  return [
    `seed ${seed}:`,
    ...violations.map(({ law, atS, what }) => `  ${law} at ${time(atS)}: ${what}`),
    '  the least that breaks it:',
    ...faults.map(
      ({ id, atS, untilS }) =>
        `    fault ${id} at ${time(atS)}${untilS === null ? '' : `, until ${time(untilS)}`}`,
    ),
    ...acts.map(({ act, atS }) => `    ${act} at ${time(atS)}`),
    `    prescription ${JSON.stringify(prescription)}`,
    `  again with: contrast simulate --seed ${seed} --treatments 1`,
  ].join('\n');
}
