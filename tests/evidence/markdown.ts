/** Blocks as Markdown. Pure. */
import { verdictWords } from './blocks.ts';
import type { Block } from './blocks.ts';

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;

export const tableLines = (
  head: readonly string[],
  rows: readonly (readonly string[])[],
): string[] => [row(head), row(head.map(() => '---')), ...rows.map(row)];

function linesOf(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
      return [`${'#'.repeat(block.level)} ${block.text}`];
    case 'paragraph':
      return [block.text];
    case 'list':
      return block.items.map((item) => `- ${item}`);
    case 'table':
      return tableLines(block.head, block.rows);
    case 'plot':
      return block.instead.flatMap(linesOf);
    case 'verdict':
      return [
        `**${verdictWords(block.failures)}**`,
        ...block.failures.map((words) => `- ${words}`),
      ];
  }
}

export const markdownOf = (blocks: readonly Block[]): string =>
  `${blocks
    .map(linesOf)
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
