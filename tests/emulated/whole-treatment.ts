/** Whole treatments by the real command, to be compared with each other. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contrast, recordIn } from '../cli/contrast.ts';

const base = ['run', '--speed', 'max', '--yes', '--seed', '1', '--json'];

export interface Sample {
  readonly state: string;
  readonly phase: number | null;
  readonly setpointC: number | null;
  readonly plateAC: number;
  readonly plateBC: number;
}

/** The default treatment by the real command, as fast as it goes, with its record. */
export function treatment(args: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'contrast-emulated-'));
  const ran = contrast([...base, ...args, '--records', folder]);
  const record = recordIn(folder);
  rmSync(folder, { recursive: true, force: true });
  const samples = record.filter(({ type }) => type === 'sample') as unknown as Sample[];
  return { ran, record, samples };
}

export const inPhase = (samples: readonly Sample[], phase: number): Sample[] =>
  samples.filter((sample) => sample.phase === phase && sample.state.startsWith('treating'));

/** How far two treatments lie apart in a phase, root mean square of plate sensor A. */
export function rmsC(ours: readonly Sample[], theirs: readonly Sample[], phase: number): number {
  const [a, b] = [inPhase(ours, phase), inPhase(theirs, phase)];
  const squares = a.map(({ plateAC }, second) => (plateAC - (b[second]?.plateAC ?? NaN)) ** 2);
  return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / squares.length);
}
