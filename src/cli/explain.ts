/** `contrast explain`: why did it stop? */
import type { Command } from 'commander';
import { verificationFacts } from '../records/export.ts';
import { recordsFolderFor } from '../records/folder.ts';
import { looksAfter } from '../records/later-looks.ts';
import { readRecord } from '../records/store.ts';
import { explain } from '../report/explanation.ts';
import { explanationLines } from './explain-words.ts';
import { showsBraille } from './terminal.ts';
import type { Environment, Terminal } from './terminal.ts';

interface ExplainOptions {
  readonly records?: string;
  readonly json?: true;
}

/**
 * Adds `contrast explain` to the program. The handler throws `CompanionError` RECORD_UNKNOWN or FILE_UNREADABLE.
 * @param env where the default folder and the terminal's character set come from.
 */
export function registerExplain(
  program: Command,
  terminal: Terminal,
  env: Environment = process.env,
): void {
  program
    .command('explain')
    .description('why a treatment stopped: rule, reading, limit, the last minute, what to do')
    .argument('<id>', 'identifier, the beginning of one, or "latest"')
    .option('--records <dir>', 'folder of the records')
    .option('--json', 'one JSON object')
    .action((id: string, { records, json }: ExplainOptions) => {
      const record = readRecord(recordsFolderFor(records, env), id);
      const explanation = explain(record, looksAfter(record));
      if (json === true) {
        terminal.out(JSON.stringify({ ...explanation, verification: verificationFacts(record) }));
        return;
      }
      const { columns: width, colour } = terminal;
      const look = { width, colour, ascii: !showsBraille(env), tongue: terminal.tongue };
      terminal.out(explanationLines(record, explanation, look).join('\n'));
    });
}
