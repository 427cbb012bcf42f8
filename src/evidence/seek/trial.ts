/** One scenario of a search: how near it came to breaking each property. What the workers of a search run. */
import type { Violation } from '../law-watch.ts';
import { simulateTreatment } from '../simulated-treatment.ts';
import { MarginWatch } from './margin-watch.ts';
import type { Margins } from './margins.ts';
import { scenarioFrom } from './stored.ts';
import type { StoredScenario } from './stored.ts';

export interface Sought {
  readonly scenario: StoredScenario;
  readonly margins: Margins;
  readonly outcome: string;
  readonly rule: string | null;
  readonly durationS: number;
  readonly plateMinC: number;
  readonly plateMaxC: number;
  readonly violations: readonly Violation[];
}

export async function tryScenario(stored: StoredScenario): Promise<Sought> {
  const scenario = scenarioFrom(stored);
  const watch = new MarginWatch(scenario);
  const result = await simulateTreatment(scenario, { toRest: false, alsoWatched: watch });
  const { outcome, rule, durationS, plateMinC, plateMaxC, violations } = result;
  return {
    scenario: stored,
    margins: watch.margins(violations),
    outcome,
    rule,
    durationS,
    plateMinC,
    plateMaxC,
    violations,
  };
}
