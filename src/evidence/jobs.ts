/** What a worker can be asked to do. */
import { runPairTrial } from './fault-pairs.ts';
import { runFaultTrial } from './fault-trial.ts';
import type { FaultResult, FaultTrial } from './fault-trial.ts';
import { simulateSeed } from './simulated-treatment.ts';
import type { SimulatedResult } from './simulated-treatment.ts';
import type { StoredScenario } from './seek/stored.ts';
import { tryScenario } from './seek/trial.ts';
import type { Sought } from './seek/trial.ts';

interface Work {
  readonly fault: { readonly job: FaultTrial; readonly result: FaultResult };
  readonly pair: { readonly job: FaultTrial; readonly result: FaultResult };
  readonly treatment: { readonly job: number; readonly result: SimulatedResult };
  readonly sought: { readonly job: StoredScenario; readonly result: Sought };
}
export type WorkKind = keyof Work;
export type Job<Kind extends WorkKind> = Work[Kind]['job'];
export type JobResult<Kind extends WorkKind> = Work[Kind]['result'];

export const workers: {
  readonly [Kind in WorkKind]: (job: Job<Kind>) => Promise<JobResult<Kind>>;
} = {
  fault: runFaultTrial,
  pair: runPairTrial,
  treatment: simulateSeed,
  sought: tryScenario,
};
