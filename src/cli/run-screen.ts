/** What a run shows: JSON lines for a program, plain lines for a log, a live view for a person. */
import { recorded } from '../treatment/recorded.ts';
import { stateOf } from '../../machines/dispositions.ts';
import type { SkinFinding } from '../../machines/skin-answers.ts';
import { warningKey } from '../records/repeats.ts';
import type { Companion } from '../treatment/companion.ts';
import type { Entry } from '../treatment/state.ts';
import type { Summary } from '../treatment/summary.ts';
import { english } from '../words/tongue.ts';
import type { Tongue } from '../words/tongue.ts';
import { describeEntry, summaryLines } from './run-words.ts';
import { keysOf, questionsNow } from './run-operator.ts';
import type { RunFlags } from './run-options.ts';
import { erasing, nothingDrawn, redrawn } from './run-redraw.ts';
import type { Drawn } from './run-redraw.ts';
import { plainLine, viewLines, wrapped } from './run-view.ts';
import type { LiveTerminal, Terminal } from './terminal.ts';

export interface Screen {
  /** A person is at a keyboard and can be asked. */
  readonly canAsk: boolean;
  /** Of what it is told; a program is told in English. */
  readonly tongue: Tongue;
  /** Tells the terminal itself something, where there is one. */
  control(text: string): void;
  banner(text: string): void;
  /** Shows these lines to the person who is asked, in place of what was there. */
  show(lines: readonly string[]): void;
  onEntry(entry: Entry, atS: number): void;
  onTick(companion: Companion): void;
  /** The view is over; what follows stands below it. */
  finish(summary: Summary, end: RunEnd): void;
}

/** What stands below the summary of a run. */
export interface RunEnd {
  readonly history: readonly PlotPoint[];
  readonly recordPath: string;
  /** Without heat or cold, by the limits in force. */
  readonly restMinutes: number;
}

/** One second of the treatment, for the plot at the end. */
export interface PlotPoint {
  readonly plateC: number | null;
  readonly setpointC: number | null;
  readonly phase: number | null;
}

export function chooseScreen(flags: RunFlags, terminal: Terminal): Screen {
  if (flags.json) return jsonScreen(terminal);
  const { live } = terminal;
  return terminal.interactive && live !== undefined
    ? liveScreen(flags, terminal, live)
    : plainScreen(terminal);
}

function jsonScreen(terminal: Terminal): Screen {
  const print = (value: object): void => {
    terminal.out(JSON.stringify(value));
  };
  return {
    canAsk: false,
    tongue: english,
    control: () => {},
    banner: (text) => {
      print({ type: 'banner', text });
    },
    show: () => {},
    onEntry: ({ type, fields }, atS) => {
      if (type !== 'sample') print({ type, t: atS, ...fields });
    },
    onTick: () => {},
    finish: (summary) => {
      print({ type: 'summary', ...summary });
    },
  };
}

/** Says a repeated warning once, and at the end how often it came; and knows what was found of the skin. */
class Teller {
  readonly #tongue: Tongue;
  readonly found: SkinFinding[] = [];
  readonly #warned = new Map<string, { readonly text: string; times: number }>();

  constructor(tongue: Tongue) {
    this.#tongue = tongue;
  }

  /** The line of an entry; null where there is none, or where it was said before. */
  lineOf(entry: Entry, atS: number): string | null {
    if (entry.type === 'skin') this.found.push(...entry.fields.findings);
    const text = describeEntry(this.#tongue, entry, atS);
    const { type, fields } = recorded(entry);
    const key = warningKey({ type, ...fields });
    if (key === null || text === null) return text;
    const known = this.#warned.get(key);
    this.#warned.set(key, known ?? { text, times: 1 });
    if (known !== undefined) known.times += 1;
    return known === undefined ? text : null;
  }

  repeats(): string[] {
    return [...this.#warned.values()].flatMap(({ text, times }) =>
      times === 1 ? [] : [this.#tongue.terminal('log.times', { text, count: times })],
    );
  }
}

/** A line for each event, and one for every five minutes of treatment. */
const plainEveryS = 300;

function plainScreen(terminal: Terminal): Screen {
  const { tongue } = terminal;
  const teller = new Teller(tongue);
  let nextAtS = plainEveryS;
  return {
    canAsk: false,
    tongue,
    control: () => {},
    banner: (text) => {
      terminal.out(`! ${text}`);
    },
    show: () => {},
    onEntry: (entry, atS) => {
      const text = teller.lineOf(entry, atS);
      if (text !== null) terminal.out(text);
    },
    onTick: (companion) => {
      if (companion.elapsedS < nextAtS) return;
      nextAtS += plainEveryS;
      terminal.out(plainLine(tongue, companion.treatment, companion.config));
    },
    finish: (summary, end) => {
      const last = summaryLines(summary, { ...end, found: teller.found }, terminal);
      for (const line of [...teller.repeats(), ...last]) terminal.out(line);
    },
  };
}

/** Fast enough for a person, slow enough for a slow terminal. */
const redrawEveryMs = 100;
const sparklineSeconds = 600;
/** More than a terminal holds. */
const mostEventsKept = 1000;

function liveScreen(flags: RunFlags, terminal: Terminal, live: LiveTerminal): Screen {
  const banners: string[] = [];
  const events: string[] = [];
  const { tongue } = terminal;
  const teller = new Teller(tongue);
  const history: number[] = [];
  let drawnAtMs = Number.NEGATIVE_INFINITY;
  let drawn: Drawn = nothingDrawn;
  const draw = (companion: Companion): void => {
    const state = stateOf(companion.treatment.session);
    const lines = viewLines({
      treatment: companion.treatment,
      config: companion.config,
      banners,
      history,
      keys: flags.yes ? [] : keysOf(state, flags.bench),
      questions: flags.yes ? [] : questionsNow(tongue, companion, flags.bench),
      columns: terminal.columns,
      colour: terminal.colour,
      tongue,
    });
    put(lines);
  };
  const put = (lines: readonly string[]): void => {
    const next = redrawn(drawn, events, lines, terminal.columns, live.rows);
    // A terminal that is halted shows the newest once it goes on.
    if (!live.draw(next.text)) return;
    events.length = 0;
    ({ drawn } = next);
  };
  return {
    canAsk: process.stdin.isTTY,
    tongue,
    control: (text) => {
      live.draw(text);
    },
    banner: (text) => {
      banners.push(text);
    },
    show: (lines) => {
      const all = [...banners.map((banner) => `! ${banner}`), ...lines];
      put(all.flatMap((line) => wrapped(line, terminal.columns)));
    },
    onEntry: (entry, atS) => {
      if (entry.type === 'sample') history.push(entry.fields.plateAC ?? Number.NaN);
      if (history.length > sparklineSeconds) history.shift();
      const text = teller.lineOf(entry, atS);
      if (text !== null) events.push(text);
      if (events.length > mostEventsKept) events.shift();
    },
    onTick: (companion) => {
      const nowMs = performance.now();
      if (nowMs - drawnAtMs < redrawEveryMs) return;
      drawnAtMs = nowMs;
      draw(companion);
    },
    finish: (summary, end) => {
      const last = summaryLines(summary, { ...end, found: teller.found }, terminal);
      const lines = [...events, ...teller.repeats(), ...last];
      terminal.out(`${erasing(drawn, terminal.columns)}${lines.join('\n')}`);
    },
  };
}
