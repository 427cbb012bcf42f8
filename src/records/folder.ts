/** Where records are kept when nobody says otherwise: one place for one device, whoever runs the program. */
import fs from 'node:fs';
import { userInfo } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { CompanionError } from '../errors.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** Made by whoever installs the device; from then on everybody's records go there (hier(7), file-hierarchy(7)). */
export const deviceFolder = '/var/lib/contrast-companion';

/**
 * The folder that was named, else the default one; absolute, so that it does not depend on where a command was typed.
 * @throws CompanionError USAGE
 */
export function recordsFolderFor(named: string | undefined, env: Env): string {
  if (named === undefined) return defaultRecordsFolder(env);
  if (named.trim() !== '') return resolve(named);
  // As a variable that nobody has set: it would be another folder wherever a command is typed.
  throw new CompanionError('USAGE', {
    what: 'no folder is named',
    where: '--records',
    fix: 'Name a folder, or leave --records out.',
  });
}

/**
 * `CONTRAST_RECORDS`, else `/var/lib/contrast-companion/records` where that is set up, else `contrast-companion/records` in
 * the user's state folder (XDG Base Directory Specification), or in the data folder, where older versions kept them and
 * they still are.
 * @throws CompanionError USAGE where the environment names no place
 */
export function defaultRecordsFolder(env: Env, device = deviceFolder): string {
  const chosen = env['CONTRAST_RECORDS'];
  if (chosen !== undefined && chosen !== '') return resolve(chosen);
  if (fs.existsSync(device)) return join(device, 'records');
  const state = below(env, 'XDG_STATE_HOME', '.local/state');
  const older = olderFolder(env);
  return older !== null && fs.existsSync(older) ? older : state;
}

function below(env: Env, variable: string, inHome: string): string {
  const named = env[variable];
  const base = named !== undefined && isAbsolute(named) ? named : join(homeOf(env), inHome);
  return join(base, 'contrast-companion', 'records');
}

function olderFolder(env: Env): string | null {
  try {
    return below(env, 'XDG_DATA_HOME', '.local/share');
  } catch {
    // Without a home nothing was kept in one.
    return null;
  }
}

/** A home that is no absolute path would be another folder for every folder that a command is typed in. */
function homeOf(env: Env): string {
  const home = env['HOME'] ?? homeOfAccount();
  if (isAbsolute(home)) return home;
  throw new CompanionError('USAGE', {
    what: `HOME is ${home === '' ? 'empty' : `"${home}"`}, so there is no one place for the records`,
    where: 'HOME',
    fix: 'Set HOME, or name a folder with --records or CONTRAST_RECORDS.',
  });
}

function homeOfAccount(): string {
  try {
    return userInfo().homedir;
  } catch {
    // A user without an account.
    return '';
  }
}
