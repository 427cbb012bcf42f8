/** Where the command writes to. Passed in, so that a test can read what a person would have seen. */
import { basename, isAbsolute, relative } from 'node:path';
import { Output, writeWithoutWaiting } from './output.ts';
import { english } from '../words/tongue.ts';
import type { Tongue } from '../words/tongue.ts';

export interface Terminal {
  /** Writes a line (or several) to standard output. */
  out(text: string): void;
  /** Writes a line (or several) to standard error. */
  err(text: string): void;
  /** Standard output is a terminal that a person looks at. */
  readonly interactive: boolean;
  /** Colour is wanted: a terminal, and NO_COLOR is not set. */
  readonly colour: boolean;
  /** The language of whoever reads. What programs read is English. */
  readonly tongue: Tongue;
  /** Width in characters now, 80 where unknown. */
  readonly columns: number;
  /** What only the terminal of this process can do. */
  readonly live?: LiveTerminal;
}

/** For a process that ticks: nothing that it says may wait for a reader. */
export interface LiveTerminal {
  /** From here on no write waits; what nobody reads is left out beyond a bound. */
  begin(): void;
  /** The ticking is over: what is said from here on is kept, whoever reads. */
  end(): void;
  /** Draws what is drawn anew later. @returns whether it was taken: a terminal that is halted takes nothing */
  draw(text: string): boolean;
  /** Height in lines now, 24 where unknown. */
  readonly rows: number;
  /** True once all that was written has been taken; false where nobody takes it. */
  settled(): Promise<boolean>;
}

const usual = { columns: 80, rows: 24 } as const;

/**
 * The terminal of this process.
 * @param onLost the output takes nothing more, and its reader has not just left
 */
export function processTerminal(
  env: Environment = process.env,
  onLost: () => void = () => {},
  tongue: Tongue = english,
): Terminal {
  const { stdout, stderr } = process;
  const interactive = stdout.isTTY;
  // Where words about the loss of one could go is the other, and nowhere else.
  const err = new Output(stderr, () => {}, tongue);
  const onLostOut = (why: string): void => {
    if (hasReaderLeft(why)) return;
    onLost();
    err.line(tongue.terminal('trouble.output', { why }));
  };
  const out = new Output(stdout, onLostOut, tongue);
  const called = calledAs(process.argv[1] ?? 'contrast', env, process.cwd());
  return {
    out: (text) => {
      out.line(asCalled(text, called));
    },
    err: (text) => {
      err.line(asCalled(text, called));
    },
    interactive,
    tongue,
    // As no-color.org has it: empty is as good as not set.
    colour: interactive && (env['NO_COLOR'] ?? '') === '',
    get columns() {
      return interactive ? stdout.columns : usual.columns;
    },
    live: {
      begin() {
        for (const stream of [stdout, stderr]) writeWithoutWaiting(stream);
      },
      end() {
        for (const output of [out, err]) output.keepAll();
      },
      draw: (text) => out.view(text),
      get rows() {
        return interactive && stdout.rows > 0 ? stdout.rows : usual.rows;
      },
      async settled() {
        const drained = await Promise.all([out.drained(), err.drained()]);
        return drained.every(Boolean);
      },
    },
  };
}

/** Whoever read our output may leave: a pipe that is closed, a terminal that is gone. */
const hasReaderLeft = (why: string): boolean =>
  why === 'EPIPE' || why === 'EIO' || why === 'ERR_STREAM_DESTROYED';

/** Where the terminal's character set comes from. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The font of the Linux console has no Braille, and a C locale may have no Unicode at all. */
export function showsBraille(env: Environment): boolean {
  const locale = env['LC_ALL'] ?? env['LC_CTYPE'] ?? env['LANG'] ?? '';
  return env['TERM'] !== 'linux' && (locale === '' || /utf-?8/i.test(locale));
}

/**
 * How this command was called, so that a hint can be typed as it stands: another `contrast` may be somebody else's.
 * @param script what node was told to run
 */
export function calledAs(script: string, env: Environment, folder: string): string {
  if (env['npm_lifecycle_event'] === 'npx' || env['npm_command'] === 'exec') return 'npx contrast';
  if (basename(script).replace(/\.(cmd|ps1)$/, '') === 'contrast') return 'contrast';
  const near = relative(folder, script);
  const path = near.startsWith('..') || isAbsolute(near) ? script : near;
  return /\s/.test(path) ? `node "${path}"` : `node ${path}`;
}

/** Commands stand in backquotes wherever words name one. */
export const asCalled = (text: string, called: string): string =>
  called === 'contrast' ? text : text.replaceAll(/`contrast(?= [a-z-])/g, `\`${called}`);
