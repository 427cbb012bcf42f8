/** Where records are kept when nobody says otherwise. */
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/**
 * `CONTRAST_RECORDS`, else `contrast-companion/records` in the user's data folder (XDG Base
 * Directory Specification: `XDG_DATA_HOME` if it is absolute, else `~/.local/share`).
 */
export function defaultRecordsFolder(env: Readonly<Record<string, string | undefined>>): string {
  const chosen = env['CONTRAST_RECORDS'];
  if (chosen !== undefined && chosen !== '') return chosen;
  const dataHome = env['XDG_DATA_HOME'];
  const base =
    dataHome !== undefined && isAbsolute(dataHome)
      ? dataHome
      : join(env['HOME'] ?? homedir(), '.local', 'share');
  return join(base, 'contrast-companion', 'records');
}
