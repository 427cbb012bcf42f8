/** Which language the terminal speaks: what `--lang` says, else what the locale of the environment says. */
import { InvalidArgumentError } from 'commander';
import { languageNames, languages } from '../words/language.ts';
import type { Language } from '../words/language.ts';
import type { Environment } from './terminal.ts';

/** As POSIX has it: the first of these that is set, and not empty, names the language of messages. */
const localeNames = ['LC_ALL', 'LC_MESSAGES', 'LANG'] as const;

const languageCalled = (name: string): Language | undefined =>
  languages.find((language) => language === name);

/** English where the locale names none that there is. `language[_TERRITORY][.codeset][@modifier]`. */
export function languageOfLocale(env: Environment): Language {
  const locale = localeNames.map((name) => env[name] ?? '').find((value) => value !== '') ?? '';
  return languageCalled(/^[^_.@]*/.exec(locale)?.[0] ?? '') ?? 'en';
}

const option = '--lang';

/** Before commands are loaded: an error is said in that language too. A wish that cannot be is refused by the command line. */
export function languageFor(argv: readonly string[], env: Environment): Language {
  const end = argv.indexOf('--');
  const words = end < 0 ? argv : argv.slice(0, end);
  const at = words.findLastIndex((word) => word === option || word.startsWith(`${option}=`));
  const word = words[at] ?? '';
  const wished = word === option ? (words[at + 1] ?? '') : word.slice(option.length + 1);
  return languageCalled(wished) ?? languageOfLocale(env);
}

export function parseLanguage(text: string): Language {
  const language = languageCalled(text);
  if (language !== undefined) return language;
  throw new InvalidArgumentError(
    `one of: ${languages.map((one) => `${one} (${languageNames[one]})`).join(', ')}.`,
  );
}
