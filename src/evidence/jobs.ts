/** What a worker can be asked to do. */
import { runFaultTrial } from './fault-trial.ts';
import type { FaultResult, FaultTrial } from './fault-trial.ts';

export type Job = FaultTrial;
export type JobResult = FaultResult;

export const runJob = (job: Job): Promise<JobResult> => runFaultTrial(job);
