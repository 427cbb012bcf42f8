/** Who may do what: a file beside the records, readable by its owner alone, and written whole or not at all. */
import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { CompanionError, systemCodeOf } from '../../errors.ts';
import { ensureFolder, nodeJournalFiles } from '../../records/record-files.ts';
import { writeWholeFile } from '../../records/whole-file.ts';
import { isTakenFor, nameKey } from '../../records/person-name.ts';
import { roleSchema } from '../contract/requests.ts';
import type { Role } from '../contract/requests.ts';
import { Refusal } from '../refusal.ts';
import { hashPassword, isPassword } from './passwords.ts';

const accountSchema = z.strictObject({
  /** As it was made: a rule for names that came later must not lock anybody out. */
  name: z.string().min(1).max(120),
  role: roleSchema,
  mayMakeAccounts: z.boolean(),
  salt: z.string(),
  hash: z.string(),
});
type Account = z.infer<typeof accountSchema>;
const fileSchema = z.strictObject({ version: z.literal(1), accounts: z.array(accountSchema) });

/** Somebody who has signed in. */
export interface Person {
  readonly name: string;
  readonly role: Role;
  readonly mayMakeAccounts: boolean;
}

/** In the folder of the records. */
export const accountsName = 'accounts.json';
const mostAccounts = 200;
export class Accounts {
  readonly #path: string;
  #accounts: readonly Account[];

  /** @throws CompanionError FILE_UNREADABLE where the file is there and cannot be read or understood */
  constructor(folder: string) {
    ensureFolder(nodeJournalFiles, folder);
    this.#path = join(folder, accountsName);
    this.#accounts = load(this.#path);
  }

  get none(): boolean {
    return this.#accounts.length === 0;
  }

  list(): Person[] {
    return this.#accounts.map(personOf);
  }

  /** The person of that name and password; null where there is none. */
  async personWith(name: string, password: string): Promise<Person | null> {
    const account = this.#accounts.find((one) => nameKey(one.name) === nameKey(name));
    return (await isPassword(password, account)) && account !== undefined
      ? personOf(account)
      : null;
  }

  /** @throws Refusal NAME_TAKEN; CompanionError FILE_UNWRITABLE */
  async add(person: Person, password: string): Promise<void> {
    const hashed = await hashPassword(password);
    const taken = this.#accounts.find(({ name }) => isTakenFor(name, person.name));
    if (taken !== undefined) {
      const what = `there is an account "${taken.name}" already, and "${person.name}" would be taken for it`;
      throw new Refusal('NAME_TAKEN', {
        what,
        where: 'name',
        fix: 'Choose another name.',
      });
    }
    if (this.#accounts.length >= mostAccounts) {
      throw new Refusal('TOO_LARGE', {
        what: `there are ${mostAccounts} accounts already`,
        fix: 'Sign in with one of them.',
      });
    }
    const accounts = [...this.#accounts, { ...person, ...hashed }];
    writeWholeFile(this.#path, `${JSON.stringify({ version: 1, accounts }, null, 2)}\n`, {
      overwrite: true,
    });
    chmodSync(this.#path, 0o600);
    this.#accounts = accounts;
  }
}

const personOf = ({ name, role, mayMakeAccounts }: Account): Person => ({
  name,
  role,
  mayMakeAccounts,
});

function load(path: string): readonly Account[] {
  try {
    return fileSchema.parse(JSON.parse(readFileSync(path, 'utf8'))).accounts;
  } catch (thrown) {
    if (systemCodeOf(thrown) === 'ENOENT') return [];
    // Not "no accounts": that would let anybody make the first one.
    throw new CompanionError('FILE_UNREADABLE', {
      what: 'the accounts cannot be read',
      where: path,
      fix: 'Put the file right, or move it away: then a set-up code makes a first account again.',
      cause: thrown,
    });
  }
}
