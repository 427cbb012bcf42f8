/** Takes away from a scenario what its violation does not need: what is left is what to look at. */
import type { Scenario } from './scenario.ts';
import { simulateTreatment } from './simulated-treatment.ts';
import type { SimulatedResult } from './simulated-treatment.ts';

/** @returns the smallest scenario found that breaks one of the same laws, and what it comes to */
export async function shrunk(
  scenario: Scenario,
  result: SimulatedResult,
  simulate: (scenario: Scenario) => Promise<SimulatedResult> = (one) => simulateTreatment(one),
): Promise<{ readonly scenario: Scenario; readonly result: SimulatedResult }> {
  const laws = new Set(result.violations.map(({ law }) => law));
  let smallest = { scenario, result };
  for (const part of ['faults', 'acts'] as const) {
    for (const one of scenario[part]) {
      const kept = smallest.scenario[part].filter((other) => other !== one);
      const smaller: Scenario = { ...smallest.scenario, [part]: kept };
      const tried = await simulate(smaller);
      if (tried.violations.some(({ law }) => laws.has(law))) {
        smallest = { scenario: smaller, result: tried };
      }
    }
  }
  return smallest;
}
