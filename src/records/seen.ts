/**
 * What people have seen of how the newest treatment ended: its end, and alarms that stay until somebody has seen them. A
 * record is closed by then; this is one small file beside the records. Where it is lost, nothing is: all is shown again.
 */
import fs from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeWholeFile } from './whole-file.ts';

const seenSchema = z.object({
  /** Of the record that it is about. */
  id: z.string(),
  /** Who acknowledged how it ended; null while nobody has. */
  endSeenBy: z.string().nullable(),
  /** Alarm id → who acknowledged it. */
  alarmsSeenBy: z.record(z.string(), z.string()),
});
export type Seen = z.infer<typeof seenSchema>;

export const seenName = '.seen.json';

export const nothingSeen = (id: string): Seen => ({ id, endSeenBy: null, alarmsSeenBy: {} });

/** Of that record; nothing where the note is about another one, or cannot be read or understood. */
export function readSeen(folder: string, id: string): Seen {
  try {
    const seen = seenSchema.parse(JSON.parse(fs.readFileSync(join(folder, seenName), 'utf8')));
    return seen.id === id ? seen : nothingSeen(id);
  } catch {
    return nothingSeen(id);
  }
}

/** Adds to what was seen of that record. @throws CompanionError FILE_UNWRITABLE */
export function noteSeen(folder: string, { id, endSeenBy, alarmsSeenBy }: Seen): void {
  const before = readSeen(folder, id);
  const seen: Seen = {
    id,
    endSeenBy: before.endSeenBy ?? endSeenBy,
    alarmsSeenBy: { ...alarmsSeenBy, ...before.alarmsSeenBy },
  };
  writeWholeFile(join(folder, seenName), `${JSON.stringify(seen)}\n`, { overwrite: true });
}
