/**
 * Whatever ends this process, power goes off first (L9). Each handler calls `allOff`, which is synchronous, and
 * only then anything that could wait or fail.
 */
import { exitCodes, messageOf } from '../errors.ts';

export interface SafeExit {
  /** Removes the handlers. */
  release(): void;
}

export interface SafeExitHooks {
  /** Synchronous; never throws. */
  readonly allOff: () => void;
  /** Somebody pressed Ctrl-C: STOP. A second time means: leave now. */
  readonly onInterrupt: () => void;
  /** The system asks to end: STOP, and do not wait for the plate. */
  readonly onTerminate: (signal: string) => void;
  readonly onCrash: (message: string) => void;
}

/**
 * Whether somebody asked by `nohup` that this goes on after its terminal. The wish itself is lost: Node puts every signal
 * back to its default when it starts. The shell still says what it started.
 */
export const outlivesTerminal = (env: Readonly<Record<string, string | undefined>>): boolean =>
  /(^|\/)nohup$/.test(env['_'] ?? '');

export function installSafeExit(hooks: SafeExitHooks): SafeExit {
  const crash = (thrown: unknown): void => {
    hooks.allOff();
    hooks.onCrash(messageOf(thrown));
    process.exit(exitCodes.defect);
  };
  const handlers: Readonly<Record<string, (argument: unknown) => void>> = {
    SIGINT: () => {
      hooks.onInterrupt();
    },
    SIGTERM: () => {
      hooks.onTerminate('SIGTERM');
    },
    SIGHUP: () => {
      if (!outlivesTerminal(process.env)) hooks.onTerminate('SIGHUP');
    },
    uncaughtException: crash,
    unhandledRejection: crash,
  };
  for (const [event, handler] of Object.entries(handlers)) process.on(event, handler);
  return {
    release() {
      for (const [event, handler] of Object.entries(handlers)) process.off(event, handler);
    },
  };
}

const looksEveryMs = 1000;

/**
 * npm passes a signal on to a shell that does not pass it on to us: where npm or npx has started this process, the end of
 * whoever started it is the end of it. Anybody else may leave a process behind on purpose.
 */
export function watchLauncher(
  onGone: () => void,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): void {
  if (environment['npm_command'] === undefined) return;
  const launcher = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === launcher) return;
    clearInterval(timer);
    onGone();
  }, looksEveryMs);
  timer.unref();
}
