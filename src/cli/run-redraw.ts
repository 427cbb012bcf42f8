/** How a view takes the place of the one before on a terminal, whatever its size has become meanwhile. Pure. */

/** What stands on the screen. */
export interface Drawn {
  readonly lines: number;
  /** The width that it was drawn for. */
  readonly columns: number;
}

export const nothingDrawn: Drawn = Object.freeze({ lines: 0, columns: 0 });

/**
 * Takes the last view away. Where the width has changed since, nobody knows how many rows it takes now: some terminals
 * break lines anew and some cut them. Then the whole screen is cleared, and what it showed is in the record.
 */
export function erasing({ lines, columns }: Drawn, columnsNow: number): string {
  if (lines === 0) return '';
  return columns === columnsNow ? `\u001b[${lines}A\u001b[0J` : '\u001b[2J\u001b[H';
}

/** @param said lines that stay, above the view */
export function redrawn(
  drawn: Drawn,
  said: readonly string[],
  lines: readonly string[],
  columns: number,
  rows: number,
): { readonly text: string; readonly drawn: Drawn } {
  // What is higher than the screen cannot be taken away again. Alarms, questions and keys stand at its end.
  const shown = lines.slice(-Math.max(1, rows - 1));
  const text = `${erasing(drawn, columns)}${[...said, ...shown].join('\n')}\n`;
  return { text, drawn: { lines: shown.length, columns } };
}
