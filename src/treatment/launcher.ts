/**
 * npm passes a signal on to a shell that does not pass it on to us, and leaves that shell behind when it is ended itself:
 * where npm or npx has started this process, the end of npm, or of anything between, is the end of it. Anybody else may
 * leave a process behind on purpose.
 */
import fs from 'node:fs';

/** What the system says of its processes. */
export interface ProcessTable {
  /** Null where it does not tell. */
  parentOf(pid: number): number | null;
  commandOf(pid: number): string | null;
}

/** Who was started by whom, from this process up to the child of npm. */
export type Descent = readonly { readonly pid: number; readonly parent: number }[];

/** Between npm and a program there is a shell, or a script in a script. */
const mostGenerations = 6;

/** Where the system tells nothing of npm, the one who started this process stands for it. */
export function descentFromNpm(pid: number, parent: number, table: ProcessTable): Descent {
  const descent = [{ pid, parent }];
  for (let at = parent; descent.length <= mostGenerations;) {
    if (isNpm(table.commandOf(at))) return descent;
    const above = table.parentOf(at);
    if (above === null || above <= 1) break;
    descent.push({ pid: at, parent: above });
    at = above;
  }
  return descent.slice(0, 1);
}

/** By the title that it gives itself, or by its program. */
const isNpm = (command: string | null): boolean =>
  command !== null && /^(?:npm|npx)(?:\s|$)|[/\\](?:npm|npx)(?:-cli\.js)?(?:\s|$)/.test(command);

/** Somebody in between has ended: whoever it had started is another one's child now. */
export const isCutOff = (descent: Descent, table: ProcessTable): boolean =>
  descent.some(({ pid, parent }) => table.parentOf(pid) !== parent);

const looksEveryMs = 1000;

export function watchLauncher(
  onGone: () => void,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): void {
  if (environment['npm_command'] === undefined) return;
  const descent = descentFromNpm(process.pid, process.ppid, systemTable);
  const timer = setInterval(() => {
    if (!isCutOff(descent, systemTable)) return;
    clearInterval(timer);
    onGone();
  }, looksEveryMs);
  timer.unref();
}

/** By proc(5); of itself every system tells the parent. */
const systemTable: ProcessTable = {
  parentOf(pid) {
    if (pid === process.pid) return process.ppid;
    const stat = read(pid, 'stat');
    // The name in brackets may hold anything; state and parent follow it.
    const parent = Number(stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    return Number.isInteger(parent) ? parent : null;
  },
  commandOf: (pid) => read(pid, 'cmdline')?.replaceAll('\0', ' ').trim() ?? null,
};

function read(pid: number, name: string): string | null {
  try {
    return fs.readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return null;
  }
}
