/** Asks the screening at the keyboard. Nothing is driven meanwhile, and nothing has been since the board was opened. */
import { dialogLines } from './run-dialog-lines.ts';
import { pressKey } from './run-dialog.ts';
import type { Dialog, Ending } from './run-dialog.ts';
import { listenToKeyboard } from './keyboard.ts';
import type { Screen } from './run-screen.ts';
import { installSafeExit } from '../treatment/safe-exit.ts';

/** Goes through the dialog until it has an end. `allOff` is called on whatever ends the process. */
export async function askScreening(
  start: Dialog,
  screen: Screen,
  allOff: () => void,
): Promise<Dialog> {
  let dialog = start;
  return new Promise<Dialog>((resolve) => {
    const show = (next: Dialog): void => {
      dialog = next;
      if (dialog.ending === null) {
        screen.show(dialogLines(dialog));
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
          if (!alt && dialog.ending === null) show(pressKey(dialog, text));
        },
      },
      (text) => {
        screen.control(text);
      },
    );
    show(dialog);
  });
}
