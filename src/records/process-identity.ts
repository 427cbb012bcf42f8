/** Which process that is: a number alone is given anew to another one. */
import fs from 'node:fs';
import { hostname } from 'node:os';
import { z } from 'zod';
import { systemCodeOf } from '../errors.ts';

export const processIdentitySchema = z.object({
  host: z.string(),
  pid: z.int().min(1),
  /** When it began, as the kernel counts, and since which boot; null where the system does not tell. */
  began: z.string().nullable(),
});
export type ProcessIdentity = z.infer<typeof processIdentitySchema>;

export const thisProcess = (): ProcessIdentity => ({
  host: hostname(),
  pid: process.pid,
  began: beganAt(process.pid),
});

/** A process of that number is there, whoever it is. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    return systemCodeOf(thrown) === 'EPERM';
  }
}

/** That very process is still there. Of another computer nobody can tell: it counts as being there. */
export function isStillThere({ host, pid, began }: ProcessIdentity): boolean {
  if (host !== hostname()) return true;
  if (!isAlive(pid)) return false;
  const now = beganAt(pid);
  return began === null || now === null || began === now;
}

/** Field 22 of proc(5)'s `stat`, after a name that may hold anything. */
function beganAt(pid: number): string | null {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    const boot = fs.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return ticks === undefined ? null : `${boot} ${ticks}`;
  } catch {
    return null;
  }
}
