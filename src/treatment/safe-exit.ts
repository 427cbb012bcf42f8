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
