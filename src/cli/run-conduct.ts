/** `contrast run` as the view of one treatment at a terminal: its record, its person, signals, and a proper end. */
import { randomInt } from 'node:crypto';
import type { Rig } from '../../hardware/plant/rigs.ts';
import { messageOf } from '../errors.ts';
import { reworded } from '../safety/reworded.ts';
import { automaticOperator } from '../treatment/automatic-operator.ts';
import { forgetfulWords } from '../treatment/board-memory.ts';
import type { Companion } from '../treatment/companion.ts';
import { openKeeper, untilRemembered } from '../treatment/host/open-keeper.ts';
import type { RecordParts } from '../treatment/host/open-keeper.ts';
import type { RecordKeeper } from '../treatment/host/record-keeper.ts';
import { silentOperator } from '../treatment/host/run.ts';
import type { Happening } from '../treatment/host/run.ts';
import { HostedTreatment, nothingInherited } from '../treatment/host/treatment.ts';
import { namedBy, tell } from '../treatment/host/wishes.ts';
import type { LatchedTrip } from '../treatment/latched-trip.ts';
import { watchLauncher } from '../treatment/launcher.ts';
import type { OpenDevice } from '../treatment/open-device.ts';
import type { Pacer } from '../treatment/pacing.ts';
import type { Prescribed } from '../treatment/prepare.ts';
import { installSafeExit } from '../treatment/safe-exit.ts';
import { watchSleep } from '../treatment/sleep-watch.ts';
import type { Entry } from '../treatment/state.ts';
import type { Summary } from '../treatment/summary.ts';
import type { Admitted } from './run-admission.ts';
import { listenToKeys } from './run-keys.ts';
import type { RunFlags } from './run-options.ts';
import { openRunStopWay, stopWords } from './run-stop-way.ts';
import type { RunStopWay } from './run-stop-way.ts';
import type { PlotPoint, Screen } from './run-screen.ts';
import type { Terminal } from './terminal.ts';
import { programVersion } from './version.ts';

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
  const { opened, prescribed, screen, terminal, admitted, latched, resetBy } = parts;
  const points: PlotPoint[] = [];
  const keeper = openKeeper(recordOf(parts));
  await sayIfForgetful(parts, keeper);
  const treatment = new HostedTreatment({
    opened,
    config: prescribed.config,
    rotations: prescribed.prescription.rotations,
    by: 'operator',
    keeper,
    screened: admitted,
    inherited: { ...nothingInherited, latched, resetBy },
    onEntry: (entry, atS) => {
      if (entry.type === 'sample') points.push(pointOf(entry));
      screen.onEntry(entry, atS);
    },
  });
  terminal.live?.begin();
  let summary: Summary;
  try {
    summary = await runWithSignals(treatment, parts);
  } finally {
    terminal.live?.end();
  }
  if (keeper.trouble !== null)
    terminal.err(terminal.tongue.terminal('trouble.record', { message: keeper.trouble }));
  if (opened.link.trouble === null) await sayIfForgetful(parts, keeper);
  const restMinutes = prescribed.limits.sessionGapMinutes;
  screen.finish(summary, { history: points, recordPath: keeper.path, restMinutes });
  return summary;
}

function recordOf({
  opened,
  flags,
  rig,
  prescribed,
  admitted,
  recordsFolder,
}: Conduct): RecordParts {
  return {
    board: opened.board,
    rig,
    prescribed,
    folder: recordsFolder,
    circumstances: {
      version: programVersion(),
      seed: flags.seed,
      bench: flags.bench,
      site: flags.site,
      settled: admitted?.settled ?? [],
      options: { speed: flags.speed, faults: flags.fault, acts: flags.act },
    },
    world: {
      utcNow: () => new Date(),
      wallNowMs: () => performance.now(),
      draw: randomInt,
    },
  };
}

const pointOf = ({ fields }: Extract<Entry, { type: 'sample' }>): PlotPoint => ({
  plateC: fields.plateAC,
  setpointC: fields.setpointC,
  phase: fields.phase,
});

async function runWithSignals(treatment: HostedTreatment, parts: Conduct): Promise<Summary> {
  const { flags, screen, terminal } = parts;
  const { companion } = treatment;
  let interrupts = 0;
  const stop = (by: string): void => {
    interrupts += 1;
    tell(companion, { wish: 'stop' }, namedBy(by));
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
      treatment.noteCrash(message);
      terminal.err(terminal.tongue.terminal('trouble.defect', { message }));
    },
  });
  const keys = keysOf(companion, parts, stop);
  let stopWay: RunStopWay | null = null;
  treatment.begin();
  try {
    const opened = await openRunStopWay(companion, parts.recordsFolder, flags.stopPort);
    stopWay = opened;
    const sleep = watchSleep();
    if (!parts.automatic || flags.stopPort !== undefined)
      screen.banner(stopWords(screen.tongue, opened));
    return await treatment.run({
      pacer: parts.pacer,
      operator: parts.automatic
        ? automaticOperator(flags.bench, flags.yes ? '--yes' : '--answers')
        : silentOperator,
      happenings: parts.happenings,
      onTick: (running) => {
        opened.afterTick();
        screen.onTick(running);
      },
      leaveNow: () => interrupts > 1,
      wallNowMs: () => performance.now(),
      sleptMs: () => sleep.look(),
    });
  } catch (thrown) {
    treatment.noteCrash(messageOf(thrown));
    throw thrown;
  } finally {
    companion.allOff();
    stopWay?.close();
    keys?.release();
    safeExit.release();
  }
}

/** A board that does not take what it was told to remember is no reason not to treat, and is said. */
async function sayIfForgetful({ opened, terminal }: Conduct, { id }: RecordKeeper): Promise<void> {
  if (await untilRemembered(opened.board)) return;
  terminal.err(`contrast: ${reworded(terminal.tongue, forgetfulWords)} (${id}).`);
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
