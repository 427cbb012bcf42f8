/** Conducts one treatment on an open device: record, companion, person, signals, and a proper end. */
import { randomInt } from 'node:crypto';
import type { Board } from '../../hardware/boards/board.ts';
import { boardNumbers } from '../../hardware/guard/board-memory.ts';
import type { Rig } from '../../hardware/plant/rigs.ts';
import { messageOf } from '../errors.ts';
import { openRecord } from '../records/open-record.ts';
import type { Journal } from '../records/journal.ts';
import { reworded } from '../safety/reworded.ts';
import { forgetfulWords, nextCount, tellBoard } from '../treatment/board-memory.ts';
import type { BoardCount } from '../treatment/board-memory.ts';
import { isTripped } from '../treatment/board-policy.ts';
import { Companion } from '../treatment/companion.ts';
import { resetLine } from '../treatment/latched-trip.ts';
import type { LatchedTrip } from '../treatment/latched-trip.ts';
import type { OpenDevice } from '../treatment/open-device.ts';
import type { Pacer } from '../treatment/pacing.ts';
import type { Prescribed } from '../treatment/prepare.ts';
import { runTreatment } from '../treatment/host/run.ts';
import type { Happening, Operator } from '../treatment/host/run.ts';
import type { Entry } from '../treatment/state.ts';
import type { Summary } from '../treatment/summary.ts';
import { headerOf } from './run-header.ts';
import { listenToKeys } from './run-keys.ts';
import type { Admitted } from './run-admission.ts';
import { automaticOperator } from '../treatment/automatic-operator.ts';
import { screenedOperator, silentOperator } from './run-operator.ts';
import type { RunFlags } from './run-options.ts';
import { openRunStopWay, stopWords } from './run-stop-way.ts';
import type { RunStopWay } from './run-stop-way.ts';
import type { PlotPoint, Screen } from './run-screen.ts';
import { watchSleep } from '../treatment/sleep-watch.ts';
import { watchLauncher } from '../treatment/launcher.ts';
import { installSafeExit } from '../treatment/safe-exit.ts';
import type { Terminal } from './terminal.ts';

export interface Conduct {
  readonly opened: OpenDevice;
  readonly prescribed: Prescribed;
  /** What the screening came to; null on the bench, where there is no person. */
  readonly admitted: Admitted | null;
  /** A trip that the newest record has latched; `resetBy` clears it, or what the board has latched. */
  readonly latched: LatchedTrip | null;
  readonly resetBy: string | null;
  /** Nobody is at a keyboard: contact is confirmed and checks are answered by themselves. */
  readonly automatic: boolean;
  readonly flags: RunFlags;
  readonly rig: Rig;
  readonly screen: Screen;
  readonly terminal: Terminal;
  readonly recordsFolder: string;
  readonly pacer: Pacer;
  readonly happenings: readonly Happening[];
}

export async function conduct(parts: Conduct): Promise<Summary> {
  const { opened, prescribed, flags, screen } = parts;
  const { identity } = opened.board;
  const count = nextCount(identity, flags.bench, () => randomInt(1, boardNumbers));
  const journal = openRecord({
    folder: parts.recordsFolder,
    header: headerOf(identity, prescribed, flags, parts.rig, parts.admitted?.settled ?? [], count),
    utcNow: () => new Date(),
    monotonicMs: () => performance.now(),
  });
  await remember(opened.board, count, journal, parts.terminal);
  const { latched, resetBy } = parts;
  if (latched !== null && resetBy !== null)
    journal.append('command', 0, resetLine(latched, resetBy));
  const points: PlotPoint[] = [];
  const companion = new Companion({
    ...opened,
    config: prescribed.config,
    journal,
    onEntry: (entry, atS) => {
      if (entry.type === 'sample') points.push(pointOf(entry));
      screen.onEntry(entry, atS);
    },
  });
  parts.terminal.live?.begin();
  try {
    await runWithSignals(companion, journal, parts);
  } finally {
    parts.terminal.live?.end();
  }
  const summary = withRefusal(companion.summary(), parts.admitted);
  await closeRecord(journal, companion, summary, parts.terminal);
  if (opened.link.trouble === null) await remember(opened.board, count, journal, parts.terminal);
  const restMinutes = prescribed.limits.sessionGapMinutes;
  screen.finish(summary, { history: points, recordPath: journal.path, restMinutes });
  return summary;
}

/** Why somebody was not treated is what the screening found, in its own words. */
function withRefusal(summary: Summary, admitted: Admitted | null): Summary {
  const refusal = admitted?.refusal ?? null;
  if (summary.outcome !== 'declined' || refusal === null) return summary;
  const { what, fix } = refusal.parts;
  return { ...summary, reason: fix === undefined ? what : `${what}. ${fix}` };
}

const pointOf = ({ fields }: Extract<Entry, { type: 'sample' }>): PlotPoint => ({
  plateC: fields.plateAC,
  setpointC: fields.setpointC,
  phase: fields.phase,
});

async function runWithSignals(
  companion: Companion,
  journal: Journal,
  parts: Conduct,
): Promise<void> {
  const { flags, prescribed } = parts;
  let interrupts = 0;
  const stop = (by: string): void => {
    interrupts += 1;
    companion.send({ event: { type: 'STOP', by }, who: by });
  };
  const terminate = (by: string): void => {
    companion.allOff();
    stop(by);
    interrupts += 1;
  };
  watchLauncher(() => {
    terminate('the end of npm');
  });
  const safeExit = installSafeExit({
    allOff: () => {
      companion.allOff();
    },
    onInterrupt: () => {
      stop('Ctrl-C');
    },
    onTerminate: terminate,
    onCrash: (message) => {
      noteCrash(journal, companion, message);
      parts.terminal.err(parts.terminal.tongue.terminal('trouble.defect', { message }));
    },
  });
  const keys = keysOf(companion, parts, stop);
  let stopWay: RunStopWay | null = null;
  resetFirst(companion, parts);
  companion.send({
    event: { type: 'PRESCRIBE', rotations: prescribed.prescription.rotations },
    who: 'operator',
  });
  try {
    const opened = await openRunStopWay(companion, parts.recordsFolder, flags.stopPort);
    stopWay = opened;
    const sleep = watchSleep();
    if (!parts.automatic || flags.stopPort !== undefined)
      parts.screen.banner(stopWords(parts.screen.tongue, opened));
    await runTreatment(companion, {
      pacer: parts.pacer,
      operator: operatorFor(parts, journal),
      happenings: parts.happenings,
      onTick: (running) => {
        opened.afterTick();
        parts.screen.onTick(running);
      },
      leaveNow: () => interrupts > 1,
      wallNowMs: () => performance.now(),
      sleptMs: () => sleep.look(),
    });
  } catch (thrown) {
    noteCrash(journal, companion, messageOf(thrown));
    throw thrown;
  } finally {
    companion.allOff();
    stopWay?.close();
    keys?.release();
    safeExit.release();
  }
}

/** Whether the cause of a latched trip is gone is found out by the tick that hears of it (L7). */
function resetFirst(companion: Companion, { resetBy }: Conduct): void {
  if (resetBy === null || !isTripped(companion.board.guard?.reading)) return;
  companion.send({ event: { type: 'RESET', person: resetBy, causeGone: false }, who: resetBy });
}

function operatorFor({ automatic, flags, admitted, screen }: Conduct, journal: Journal): Operator {
  const operator = automatic
    ? automaticOperator(flags.bench, flags.yes ? '--yes' : '--answers')
    : silentOperator;
  if (admitted === null) return operator;
  const { record, commands } = admitted;
  const write = ({ elapsedS }: Companion): void => {
    journal.append('screening', elapsedS, record);
    screen.onEntry({ type: 'screening', fields: record }, elapsedS);
  };
  return screenedOperator(commands, write, operator);
}

/** A crash is written down as well as it can be; the power is off already. */
function noteCrash(journal: Journal, companion: Companion, message: string): void {
  try {
    journal.append('note', companion.elapsedS, {
      by: 'companion',
      text: `a defect ended the run: ${message}`,
    });
  } catch {
    // The record may be what broke; the terminal still says so.
  }
}

async function closeRecord(
  journal: Journal,
  companion: Companion,
  summary: Summary,
  terminal: Terminal,
): Promise<void> {
  try {
    if (companion.recordLost === null || journal.onReserve)
      journal.append('summary', summary.durationS, summary);
    await journal.close();
  } catch (thrown) {
    // Whatever the disk does: how it ended is known, and is said.
    terminal.err(terminal.tongue.terminal('trouble.record', { message: messageOf(thrown) }));
  }
}

/** What the board remembers of the record; a board that does not take it is no reason not to treat, and is said. */
async function remember(
  board: Board,
  count: BoardCount | null,
  journal: Journal,
  terminal: Terminal,
): Promise<void> {
  if (board.guard === undefined || count === null) return;
  tellBoard(board.guard, count, journal);
  const pass = (): void | Promise<void> => board.advanceTo(board.nowMs() + 20);
  if (await board.guard.untilRemembered(pass)) return;
  terminal.err(`contrast: ${reworded(terminal.tongue, forgetfulWords)} (${journal.id}).`);
}

/** The keys of a person at the terminal, where there is one. */
function keysOf(
  companion: Companion,
  { automatic, screen, flags }: Conduct,
  stop: (by: string) => void,
): ReturnType<typeof listenToKeys> | null {
  if (automatic || !screen.canAsk) return null;
  return listenToKeys(
    companion,
    flags.bench,
    () => {
      stop('Ctrl-C');
    },
    (text) => {
      screen.control(text);
    },
  );
}
