/** Names on the command line (law L14): as soon as there are accounts, whoever is named enters their password. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CompanionError } from '../errors.ts';
import { readTextFile } from '../limits/text-file.ts';
import { Accounts, accountsName } from '../server/access/accounts.ts';
import { treatingRoles } from '../server/contract/requests.ts';
import type { Role } from '../server/contract/requests.ts';
import type { Environment } from './terminal.ts';

export interface ProvenName {
  readonly name: string;
  readonly proof: 'account' | 'typed at the terminal';
}

export interface NameParts {
  readonly recordsFolder: string;
  /** A password a line: of the clinician, of who resets, and of who confirms, where that is somebody else. */
  readonly passwordFile: string | undefined;
  readonly env: Environment;
  /** Asks for the password of somebody, without showing what is typed; null where nobody can be asked, or nothing was entered. */
  readonly ask: (name: string) => Promise<string | null>;
}

const duties = {
  clinician: { option: '--clinician', roles: ['clinician'] as readonly Role[], line: 0 },
  reset: { option: '--reset-by', roles: treatingRoles, line: 1 },
  confirm: { option: '--confirmed-by', roles: treatingRoles, line: 2 },
} as const satisfies Readonly<
  Record<string, { option: string; roles: readonly Role[]; line: number }>
>;
export type Duty = keyof typeof duties;

/** In the record, of somebody without an account. */
export const shownAs = ({ name, proof }: ProvenName): string =>
  proof === 'account' ? name : `${name} (${proof})`;

const attempts = 3;

/** @throws CompanionError NAME_NOT_PROVEN */
export async function provenName(name: string, duty: Duty, parts: NameParts): Promise<ProvenName> {
  const { recordsFolder } = parts;
  if (!existsSync(join(recordsFolder, accountsName)))
    return { name, proof: 'typed at the terminal' };
  const accounts = new Accounts(recordsFolder);
  if (accounts.none) return { name, proof: 'typed at the terminal' };
  const { option, roles } = duties[duty];
  const prepared = preparedPassword(duty, parts);
  for (let attempt = 0; attempt < (prepared === null ? attempts : 1); attempt += 1) {
    const password = prepared ?? (await parts.ask(name));
    if (password === null) break;
    const person = await accounts.personWith(name, password);
    if (person === null) continue;
    if (roles.includes(person.role)) {
      return { name: person.name, proof: 'account' };
    }
    throw notProven(
      `${person.name} signs in as ${person.role}, and this is for: ${roles.join(', ')}`,
      option,
    );
  }
  throw notProven(`it is not proven that ${name} is here`, option);
}

const notProven = (what: string, where: string): CompanionError =>
  new CompanionError('NAME_NOT_PROVEN', {
    what,
    where,
    fix: 'There are accounts in this folder: whoever is named enters their own password, at the terminal, with --password-file, or in CONTRAST_PASSWORD.',
  });

/** Never from the arguments: every user of the computer can read those. */
function preparedPassword(duty: Duty, { passwordFile, env }: NameParts): string | null {
  if (passwordFile === undefined) {
    const password = env['CONTRAST_PASSWORD'] ?? '';
    return password === '' ? null : password;
  }
  const lines = readTextFile(passwordFile).split(/\r?\n/);
  const own = lines[duties[duty].line] ?? '';
  return own === '' ? (lines[0] ?? '') : own;
}

/** One line from the keyboard, not shown; null where there is none, or somebody calls it off. */
export function askHidden(question: string): Promise<string | null> {
  const { stdin, stderr } = process;
  if (!stdin.isTTY) return Promise.resolve(null);
  return new Promise((resolve) => {
    let typed = '';
    const done = (answer: string | null): void => {
      stdin.off('data', onText);
      stdin.off('end', onEnd);
      stdin.setRawMode(false);
      stdin.pause();
      stderr.write('\n');
      resolve(answer);
    };
    const onEnd = (): void => {
      done(null);
    };
    const onText = (text: string): void => {
      for (const key of text) {
        if (key === '\u0003' || key === '\u0004' || key === '\u001b') {
          done(null);
          return;
        }
        if (key === '\r' || key === '\n') {
          done(typed);
          return;
        }
        typed =
          key === '\u007f' || key === '\b' ? Array.from(typed).slice(0, -1).join('') : typed + key;
      }
    };
    // Before anybody is asked: what is typed at once would be shown.
    stdin.setRawMode(true);
    stderr.write(question);
    stdin.setEncoding('utf8');
    stdin.on('data', onText);
    stdin.on('end', onEnd);
    stdin.resume();
  });
}
