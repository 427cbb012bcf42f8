/** The keyboard during a run: one key, one wish. Ctrl-C is STOP whatever the terminal is set to. */
import type { Companion } from '../treatment/companion.ts';
import { keysOf } from './run-operator.ts';

const ctrlC = '\u0003';

export function listenToKeys(
  companion: Companion,
  bench: boolean,
  onInterrupt: () => void,
): { release(): void } {
  const { stdin } = process;
  const onKeys = (text: string): void => {
    for (const pressed of text) {
      if (pressed === ctrlC) onInterrupt();
      keysOf(companion.state, bench)
        .find(({ key }) => key === pressed.toLowerCase())
        ?.press(companion);
    }
  };
  stdin.setRawMode(true);
  stdin.setEncoding('utf8');
  stdin.on('data', onKeys);
  // A terminal that hangs up: nobody can press a key any more. Unheard it would end the process, not the treatment.
  stdin.on('error', onInterrupt);
  stdin.resume();
  return {
    release() {
      stdin.off('data', onKeys);
      stdin.setRawMode(false);
      stdin.pause();
    },
  };
}
