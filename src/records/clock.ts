/** What this computer knows of the time: its wall clock, and what speaks for or against it (law L14). */
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The outermost edge: files of the kernel and of the service that sets the clock. */
export interface ClockReading {
  /** Seconds since the computer was started, on a clock that counts sleep too and is never set; null where it is not told. */
  readonly upS: number | null;
  /** Changes with every start of the computer. */
  readonly bootId: string | null;
  /** The clock has been set by the network since the computer was started; null where nobody tells. */
  readonly synchronised: boolean | null;
  /** When this program was made: no right clock shows less. NaN where it is not known. */
  readonly builtMs: number;
}

export const unknownClock: ClockReading = {
  upS: null,
  bootId: null,
  synchronised: null,
  builtMs: Number.NaN,
};

export function readClock(): ClockReading {
  const up = Number.parseFloat(textOf('/proc/uptime') ?? '');
  return {
    upS: Number.isFinite(up) ? up : null,
    bootId: textOf('/proc/sys/kernel/random/boot_id')?.trim() ?? null,
    synchronised: isSynchronised(),
    builtMs: modifiedMs(fileURLToPath(import.meta.url)),
  };
}

/** As systemd-timesyncd(8) shows it: a folder while it runs, and in it a file since the first time that it was told. */
function isSynchronised(): boolean | null {
  const folder = '/run/systemd/timesync';
  if (fs.existsSync(`${folder}/synchronized`)) return true;
  return fs.existsSync(folder) ? false : null;
}

function textOf(path: string): string | null {
  try {
    return fs.readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function modifiedMs(path: string): number {
  try {
    return fs.statSync(path).mtimeMs;
  } catch {
    return Number.NaN;
  }
}
