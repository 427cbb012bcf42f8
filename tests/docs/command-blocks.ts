/** The commands that README and docs show, as somebody copies them: line by line out of the fenced blocks. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../../', import.meta.url));

export const pages = [
  'README.md',
  ...readdirSync(join(project, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
].toSorted();
export const textOf = (page: string): string => readFileSync(join(project, page), 'utf8');

export interface ShownCommand {
  readonly page: string;
  /** As it is shown, without the words beside it. */
  readonly command: string;
  /** One of a list of what there is, with placeholders, and not to be copied. */
  readonly usage: boolean;
  /** The words beside it. */
  readonly beside: string;
}

const isCommand = /^(?:contrast|npx|npm|node|curl|python3|sudo) /;
/** A shell script is one command; any other block is one command a line. */
const isScript = (block: string): boolean => /^[A-Z]+=/m.test(block);

/** What stands beside a command begins with `#`, or after a wide gap. */
function lineOf(page: string, line: string, inList: boolean): ShownCommand {
  const [, command = '', beside = ''] = /^(.*?)(?:\s+#\s*(.*)|\s{2,}(.*))?$/.exec(line) ?? [];
  return {
    page,
    command: command.trim(),
    usage: inList || /[a-z]\|[a-z]|…$/.test(command),
    beside: beside || (/\s{2,}(\S.*)$/.exec(line)?.[1] ?? ''),
  };
}

/** Every command of a page, in its order. */
export function commandsOf(page: string): ShownCommand[] {
  const blocks = [...textOf(page).matchAll(/^```(\w*)\n(.*?)^```$/gms)];
  return blocks.flatMap(([, language = '', text = '']) => {
    if (language !== '' && language !== 'sh') return [];
    if (language === 'sh' && isScript(text))
      return [{ page, command: text, usage: false, beside: '' }];
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    // A drawing, a formula or a file of another program has no line that is a command.
    if (language === '' && !lines.some((line) => isCommand.test(line))) return [];
    return lines
      .filter((line) => !/^\s/.test(line))
      .map((line) => lineOf(page, line, text.includes('[options]')));
  });
}

/** The commands of this program in the middle of a sentence. */
export function commandsInText(page: string): string[] {
  const text = textOf(page).replaceAll(/^```.*?^```$/gms, '');
  return [...text.replaceAll(/\s+/g, ' ').matchAll(/`((?:npx )?contrast [^`]+)`/g)].map(
    ([, command = '']) => command.replace('npx ', ''),
  );
}
