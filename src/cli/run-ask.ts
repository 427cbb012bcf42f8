/** Asks the screening at the keyboard. Nothing is driven meanwhile, and nothing has been since the board was opened. */
import { dialogLines, pressKey } from './run-dialog.ts';
import type { Dialog, Ending } from './run-dialog.ts';
import type { Screen } from './run-screen.ts';
import { installSafeExit } from '../treatment/safe-exit.ts';

/** Goes through the dialog until it has an end. `allOff` is called on whatever ends the process. */
export async function askScreening(
  start: Dialog,
  screen: Screen,
  allOff: () => void,
): Promise<Dialog> {
  const { stdin } = process;
  let dialog = start;
  return new Promise<Dialog>((resolve) => {
    const show = (next: Dialog): void => {
      dialog = next;
      if (dialog.ending === null) {
        screen.show(dialogLines(dialog));
        return;
      }
      stdin.off('data', onKeys);
      stdin.off('end', leave);
      stdin.setRawMode(false);
      stdin.pause();
      safeExit.release();
      resolve(dialog);
    };
    const onKeys = (text: string): void => {
      for (const key of keysIn(text)) if (dialog.ending === null) show(pressKey(dialog, key));
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
    stdin.setRawMode(true);
    stdin.setEncoding('utf8');
    stdin.on('data', onKeys);
    stdin.on('end', leave);
    // Stays: a terminal that hangs up says so after it has ended, and unheard that would end the process.
    stdin.on('error', leave);
    stdin.resume();
    show(dialog);
  });
}

/** A key that sends an escape sequence is one key, not several. */
const keysIn = (text: string): string[] =>
  text.length > 1 && text.startsWith('\u001b') ? [text] : Array.from(text);
