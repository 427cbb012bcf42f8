/** Asks at the keyboard, before a session. Nothing is driven meanwhile, and nothing has been since the board was opened. */
import type { Ending } from './run-dialog.ts';
import { listenToKeyboard } from './keyboard.ts';
import type { Screen } from './run-screen.ts';
import { installSafeExit } from '../treatment/safe-exit.ts';

interface Asked {
  readonly ending: Ending | null;
}

/** What is asked, how a key goes on, and what is shown of it. */
interface Asking<Dialog extends Asked> {
  readonly start: Dialog;
  readonly press: (dialog: Dialog, key: string) => Dialog;
  readonly lines: (dialog: Dialog) => string[];
}

/** Goes through a dialog until it has an end. `allOff` is called on whatever ends the process. */
export async function askAtKeyboard<Dialog extends Asked>(
  { start, press, lines }: Asking<Dialog>,
  screen: Screen,
  allOff: () => void,
): Promise<Dialog> {
  let dialog = start;
  return new Promise<Dialog>((resolve) => {
    const show = (next: Dialog): void => {
      dialog = next;
      if (dialog.ending === null) {
        screen.show(lines(dialog));
        return;
      }
      keys.release();
      safeExit.release();
      resolve(dialog);
    };
    const end = (ending: Ending): void => {
      allOff();
      if (dialog.ending === null) show({ ...dialog, ending });
    };
    const leave = (): void => {
      end('left');
    };
    const safeExit = installSafeExit({
      allOff,
      onInterrupt: () => {
        end('stopped');
      },
      onTerminate: leave,
      onCrash: (message) => {
        process.stderr.write(`contrast: ${message}\n`);
      },
    });
    const keys = listenToKeyboard(
      {
        onGone: leave,
        onKey: ({ text, alt }) => {
          if (!alt && dialog.ending === null) show(press(dialog, text));
        },
      },
      (text) => {
        screen.control(text);
      },
    );
    show(dialog);
  });
}
