/** The keyboard of this terminal, while somebody is asked or treated. */
import { givenUpAfterMs, hearKeys, loneEscapeMs, noKeys, passTime } from './key-reader.ts';
import type { Key } from './key-reader.ts';

export interface KeyListener {
  readonly onKey: (key: Key) => void;
  /** The terminal has gone: nobody can press a key any more. */
  readonly onGone: () => void;
}

/** A terminal that knows it puts marks around what is pasted; another one shows nothing. */
const markPastes = '\u001b[?2004h';
const markNoPastes = '\u001b[?2004l';

/** @param write to the terminal, without waiting for it */
export function listenToKeyboard(
  { onKey, onGone }: KeyListener,
  write: (text: string) => void,
): { release(): void } {
  const { stdin } = process;
  let reader = noKeys;
  let listening = true;
  let timer: NodeJS.Timeout | undefined;
  const take = (heard: ReturnType<typeof hearKeys>): void => {
    ({ reader } = heard);
    for (const key of heard.keys) if (listening) onKey(key);
    clearTimeout(timer);
    if (!listening || reader.place === 'ground') return;
    timer = setTimeout(
      () => {
        take(passTime(reader, performance.now()));
      },
      reader.place === 'escape' ? loneEscapeMs : givenUpAfterMs,
    );
  };
  const onText = (text: string): void => {
    take(hearKeys(reader, text, performance.now()));
  };
  stdin.setRawMode(true);
  stdin.setEncoding('utf8');
  stdin.on('data', onText);
  stdin.on('end', onGone);
  // Stays: a terminal that hangs up says so after it has ended, and unheard that would end the process.
  stdin.on('error', onGone);
  stdin.resume();
  write(markPastes);
  return {
    release() {
      listening = false;
      clearTimeout(timer);
      stdin.off('data', onText);
      stdin.off('end', onGone);
      stdin.setRawMode(false);
      stdin.pause();
      write(markNoPastes);
    },
  };
}
