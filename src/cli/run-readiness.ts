/** What is missing around the program, said before the board is touched: a port that is opened resets its board. */
import { CompanionError } from '../errors.ts';
import type { Environment, Terminal } from './terminal.ts';

export interface Surroundings {
  /** A real board, and a person on it: the screening is asked at the keyboard. */
  readonly asksPerson: boolean;
  readonly canAsk: boolean;
}

/** @throws CompanionError NOT_SCREENED */
export function refuseUnready({ asksPerson, canAsk }: Surroundings): void {
  if (asksPerson && !canAsk) throw notAsked();
}

/** Nobody can be asked: input or output is not a terminal. */
export const notAsked = (): CompanionError =>
  new CompanionError('NOT_SCREENED', {
    what: 'nobody can be asked the screening questions here: input or output is not a terminal',
    fix: 'Run it in a terminal, or add --yes or --answers FILE on a simulated or emulated board.',
  });

/** Null where the terminal shows what is drawn on it. */
export function characterSetWords(
  env: Environment,
  { interactive, tongue }: Terminal,
): string | null {
  const [name, locale] = (['LC_ALL', 'LC_CTYPE', 'LANG'] as const)
    .map((one) => [one, env[one] ?? ''] as const)
    .find(([, value]) => value !== '') ?? ['LANG', ''];
  if (!interactive || /utf-?8/i.test(locale)) return null;
  const { terminal: t } = tongue;
  const said = locale === '' ? t('banner.noLocale') : t('banner.locale', { name, value: locale });
  return t('banner.characters', { said });
}
