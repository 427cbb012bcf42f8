/** Where the command writes to. Passed in, so that a test can read what a person would have seen. */
export interface Terminal {
  /** Writes a line (or several) to standard output. */
  out(text: string): void;
  /** Writes a line (or several) to standard error. */
  err(text: string): void;
  /** Standard output is a terminal that a person looks at. */
  readonly interactive: boolean;
  /** Colour is wanted: a terminal, and NO_COLOR is not set. */
  readonly colour: boolean;
  /** Width in characters, 80 where unknown. */
  readonly columns: number;
}

/** The terminal of this process. */
export function processTerminal(): Terminal {
  const interactive = process.stdout.isTTY;
  return {
    out: (text) => void process.stdout.write(`${text}\n`),
    err: (text) => void process.stderr.write(`${text}\n`),
    interactive,
    colour: interactive && process.env['NO_COLOR'] === undefined,
    columns: interactive ? process.stdout.columns : 80,
  };
}

/** Where the terminal's character set comes from. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The font of the Linux console has no Braille, and a C locale may have no Unicode at all. */
export function showsBraille(env: Environment): boolean {
  const locale = env['LC_ALL'] ?? env['LC_CTYPE'] ?? env['LANG'] ?? '';
  return env['TERM'] !== 'linux' && (locale === '' || /utf-?8/i.test(locale));
}
