/** Where the local sockets of STOP are: one for each device process of this computer, for whoever is at it. */
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const prefix = 'contrast-stop-';
const extension = '.sock';

/** Every user of this computer finds it: STOP needs no role. A socket's path has room for some hundred letters only. */
export const stopFolder = (): string => tmpdir();

const markOf = (recordsFolder: string): string =>
  createHash('sha256').update(resolve(recordsFolder)).digest('hex').slice(0, 12);

/** Of the process that keeps its records there. */
export const stopSocketOf = (recordsFolder: string, pid: number): string =>
  join(stopFolder(), `${prefix}${markOf(recordsFolder)}-${pid}${extension}`);

/**
 * All that are there, also those that a killed process left behind.
 * @param recordsFolder only those of this folder; null: all
 */
export function stopSockets(recordsFolder: string | null): string[] {
  const begin = recordsFolder === null ? prefix : `${prefix}${markOf(recordsFolder)}-`;
  return readdirSync(stopFolder())
    .filter((name) => name.startsWith(begin) && name.endsWith(extension))
    .map((name) => join(stopFolder(), name));
}
