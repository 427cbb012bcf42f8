/** An error as the terminal says it: where, what and what to do, in the language of whoever reads; the code is the same in all. */
import type { CompanionError } from '../errors.ts';
import { reworded } from '../safety/reworded.ts';
import type { Tongue } from '../words/tongue.ts';

export function errorIn(tongue: Tongue, { code, message, parts }: CompanionError): string {
  if (tongue.translated === null) return message;
  const { what, where, fix } = parts;
  const said = reworded(tongue, what);
  const todo = fix === undefined ? '' : ` ${reworded(tongue, fix)}`;
  return `${where === undefined ? '' : `${where}: `}${said}.${todo} (${code})`;
}
