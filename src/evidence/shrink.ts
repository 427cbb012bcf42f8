/** Takes away from a scenario what its violation does not need: what is left is what to look at. */
import type { Scenario } from './scenario.ts';
import { simulateTreatment } from './simulated-treatment.ts';
import type { SimulatedResult } from './simulated-treatment.ts';

interface Befallen {
  readonly faults: readonly unknown[];
  readonly acts: readonly unknown[];
}

export interface Shrunk<S, R> {
  readonly scenario: S;
  readonly result: R;
}

/**
 * Leaves out one fault, then one act, after the other.
 * @param shows whether what is looked for is still there
 */
export async function least<S extends Befallen, R>(
  scenario: S,
  result: R,
  simulate: (scenario: S) => Promise<R>,
  shows: (result: R) => boolean,
): Promise<Shrunk<S, R>> {
  let smallest = { scenario, result };
  for (const part of ['faults', 'acts'] as const) {
    for (const one of scenario[part]) {
      const kept = smallest.scenario[part].filter((other) => other !== one);
      const smaller: S = { ...smallest.scenario, [part]: kept };
      const tried = await simulate(smaller);
      if (shows(tried)) smallest = { scenario: smaller, result: tried };
    }
  }
  return smallest;
}

/** @returns the smallest scenario found that breaks one of the same laws, and what it comes to */
export function shrunk(
  scenario: Scenario,
  result: SimulatedResult,
  simulate: (scenario: Scenario) => Promise<SimulatedResult> = (one) => simulateTreatment(one),
): Promise<Shrunk<Scenario, SimulatedResult>> {
  const laws = new Set(result.violations.map(({ law }) => law));
  return least(scenario, result, simulate, ({ violations }) =>
    violations.some(({ law }) => laws.has(law)),
  );
}
