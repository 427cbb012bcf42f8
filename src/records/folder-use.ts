/**
 * Which folders the records of a board went to on this computer, whoever ran the program: a dose must not be forgotten
 * because another user, or another option, looked in another place. One small file for each user, in a place that all can
 * read; it holds no health data. What others wrote there is believed no further than to be asked about.
 */
import fs from 'node:fs';
import { userInfo } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { z } from 'zod';
import { recordLinkSchema } from './chain.ts';
import { writeWholeFile } from './whole-file.ts';

/** Outlives a restart of the computer (hier(7)). */
export const sharedFolder = '/var/tmp/contrast-companion';

const useSchema = z.object({
  board: z.string().max(300),
  folder: z.string().max(4096).refine(isAbsolute),
  /** UTC, milliseconds, and the newest record there at that time. */
  atMs: z.number(),
  newest: recordLinkSchema.nullable(),
});
export type FolderUse = z.infer<typeof useSchema>;
const fileSchema = z.array(useSchema).max(200);

const mostFiles = 100;
const mostBytes = 262_144;
const mostUses = 50;

/** What anybody noted of this board; nothing where nothing can be read. */
export function usesOf(board: string, shared = sharedFolder): FolderUse[] {
  return filesIn(shared)
    .flatMap((name) => usesIn(join(shared, name)))
    .filter((use) => use.board === board);
}

function filesIn(shared: string): string[] {
  try {
    const names = fs.readdirSync(shared).filter((name) => /^\d+\.json$/.test(name));
    return names.slice(0, mostFiles);
  } catch {
    return [];
  }
}

function usesIn(path: string): FolderUse[] {
  try {
    const stats = fs.lstatSync(path);
    if (!stats.isFile() || stats.size > mostBytes) return [];
    return fileSchema.safeParse(JSON.parse(fs.readFileSync(path, 'utf8'))).data ?? [];
  } catch {
    return [];
  }
}

/** Notes it for everybody. Where that cannot be done the treatment is recorded all the same. */
export function noteUse(use: FolderUse, shared = sharedFolder): void {
  try {
    if (!fs.existsSync(shared)) {
      fs.mkdirSync(shared);
      // Everybody writes a file of their own, and nobody can take away another one's.
      fs.chmodSync(shared, 0o1777);
    }
    const path = join(shared, `${Math.max(0, userInfo().uid)}.json`);
    const others = usesIn(path).filter(
      ({ board, folder }) => board !== use.board || folder !== use.folder,
    );
    const uses = [use, ...others].slice(0, mostUses);
    writeWholeFile(path, `${JSON.stringify(uses)}\n`, { overwrite: true });
    fs.chmodSync(path, 0o644);
  } catch {
    // Nobody elsewhere will be told; here everything counts as it does.
  }
}
