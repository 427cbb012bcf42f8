/** What is missing around the program, said before the board is touched: a port that is opened resets its board. */
import { homedir } from 'node:os';
import { isAbsolute } from 'node:path';
import { CompanionError } from '../errors.ts';
import type { Environment, Terminal } from './terminal.ts';

export interface Surroundings {
  readonly env: Environment;
  /** The folder named with `--records`. */
  readonly records: string | undefined;
  /** A real board, and a person on it: the screening is asked at the keyboard. */
  readonly asksPerson: boolean;
  readonly canAsk: boolean;
  /** @throws where the user has no account */
  readonly home: () => string;
}

/** @throws CompanionError NOT_SCREENED, USAGE */
export function refuseUnready({ env, records, asksPerson, canAsk, home }: Surroundings): void {
  if (asksPerson && !canAsk) throw notAsked();
  const named = records ?? env['CONTRAST_RECORDS'] ?? '';
  if (named !== '' || isAbsolute(env['XDG_DATA_HOME'] ?? '')) return;
  if (isAbsolute(homeOf(env, home))) return;
  throw new CompanionError('USAGE', {
    what: 'there is nowhere to keep the record: HOME names no folder, and this user has none of their own',
    where: 'HOME',
    fix: 'Set HOME, or name a folder with --records or CONTRAST_RECORDS.',
  });
}

function homeOf(env: Environment, home: () => string): string {
  if (env['HOME'] !== undefined) return env['HOME'];
  try {
    return home();
  } catch {
    // A user id without an account.
    return '';
  }
}

/** Nobody can be asked: input or output is not a terminal. */
export const notAsked = (): CompanionError =>
  new CompanionError('NOT_SCREENED', {
    what: 'nobody can be asked the screening questions here: input or output is not a terminal',
    fix: 'Run it in a terminal, or add --yes or --answers FILE on a simulated or emulated board.',
  });

/** Null where the terminal shows what is drawn on it. */
export function characterSetWords(env: Environment, { interactive }: Terminal): string | null {
  const [name, locale] = (['LC_ALL', 'LC_CTYPE', 'LANG'] as const)
    .map((one) => [one, env[one] ?? ''] as const)
    .find(([, value]) => value !== '') ?? ['LANG', ''];
  if (!interactive || /utf-?8/i.test(locale)) return null;
  const said = locale === '' ? 'no character set is named' : `${name} is "${locale}"`;
  return `the terminal may not show degrees and curves: ${said}. Set LANG=C.UTF-8`;
}

export const ownHome = (): string => homedir();
