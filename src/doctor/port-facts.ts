/** What is known of the serial ports, without opening one: opening resets the board behind it. */
import fs from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { serialPorts } from '../../hardware/boards/serial-ports.ts';
import { systemCodeOf } from '../errors.ts';

export interface PortFacts {
  readonly path: string;
  readonly exists: boolean;
  /** This user may read and write it. */
  readonly allowed: boolean;
  /** Name of the group that it belongs to, `dialout` as a rule; null where it is not known. */
  readonly group: string | null;
  /** A program of this user (of anybody, for root) that has it open; null where none is seen. */
  readonly heldBy: { readonly pid: number; readonly command: string } | null;
}

export interface ComputerPorts {
  /** `simulated`, `emulated` …, `auto`, or a port. */
  readonly board: string;
  readonly user: string;
  readonly ports: readonly PortFacts[];
}

/** Nothing here throws. */
export function computerPorts(board: string): ComputerPorts {
  const named = board === 'auto' || isVirtual(board) ? serialPorts() : [board];
  return { board, user: userName(), ports: named.map(portFacts) };
}

/** No serial port is behind it. */
export const isVirtual = (board: string): boolean =>
  board === 'simulated' || board.startsWith('emulated');

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return '$USER';
  }
}

function portFacts(path: string): PortFacts {
  try {
    const device = fs.realpathSync(path);
    const { gid } = fs.statSync(device);
    return {
      path,
      exists: true,
      allowed: mayUse(device),
      group: groupName(gid),
      heldBy: holderOf(device),
    };
  } catch (thrown) {
    const exists = systemCodeOf(thrown) !== 'ENOENT';
    return { path, exists, allowed: false, group: null, heldBy: null };
  }
}

function mayUse(device: string): boolean {
  try {
    fs.accessSync(device, fs.constants.R_OK | fs.constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function groupName(gid: number): string | null {
  try {
    const lines = fs.readFileSync('/etc/group', 'utf8').split('\n');
    return lines.find((line) => line.split(':')[2] === String(gid))?.split(':')[0] ?? null;
  } catch {
    return null;
  }
}

/** Whoever made a pseudo terminal keeps it open; there the lock alone tells whether it is in use. */
const pseudoTerminal = /^\/dev\/pts\//;

/** Looks through the open files of every process that this user may look into (Linux). */
function holderOf(device: string): PortFacts['heldBy'] {
  if (pseudoTerminal.test(device)) return null;
  for (const name of entriesOf('/proc')) {
    const pid = Number(name);
    if (!Number.isInteger(pid) || pid === process.pid) continue;
    const folder = join('/proc', name, 'fd');
    if (entriesOf(folder).some((fd) => linkOf(join(folder, fd)) === device)) {
      return { pid, command: commandOf(name) };
    }
  }
  return null;
}

function entriesOf(folder: string): string[] {
  try {
    return fs.readdirSync(folder);
  } catch {
    return [];
  }
}

function linkOf(path: string): string | null {
  try {
    return fs.readlinkSync(path);
  } catch {
    return null;
  }
}

function commandOf(pid: string): string {
  try {
    return fs.readFileSync(join('/proc', pid, 'comm'), 'utf8').trim();
  } catch {
    return 'a program';
  }
}
