/**
 * The keyboard during a run. STOP is one key in every state (L3), and Ctrl-C is STOP whatever the terminal is set to;
 * what gives power, or says that the skin is well, is a key and then Enter.
 */
import type { SessionState } from '../../machines/dispositions.ts';
import type { Companion } from '../treatment/companion.ts';
import { tell } from '../treatment/host/wishes.ts';
import { ctrlC } from './key-reader.ts';
import type { Key } from './key-reader.ts';
import { listenToKeyboard } from './keyboard.ts';
import { atTheKeys, keysOf } from './run-operator.ts';
import type { KeyHelp } from './run-operator.ts';

/** A key that waits for its Enter. */
export interface Waiting {
  readonly key: string;
  readonly state: SessionState;
  readonly sinceMs: number;
}

/** Enter counts for a key that was pressed so long ago at most, in the same state, with none in between. */
export const enterWithinMs = 3000;
const enter = new Set(['\r', '\n']);

export type Pressed =
  | { readonly does: 'nothing' }
  | { readonly does: 'interrupt' }
  | { readonly does: 'wait'; readonly waiting: Waiting }
  | { readonly does: 'act'; readonly act: KeyHelp };

const nothing: Pressed = Object.freeze({ does: 'nothing' });

/** What a key means in a state. Pure. */
export function meaningOf(
  { text, alt }: Key,
  state: SessionState,
  bench: boolean,
  waiting: Waiting | null,
  nowMs: number,
): Pressed {
  if (text === ctrlC) return { does: 'interrupt' };
  const known = keysOf(state, bench);
  if (enter.has(text) && !alt) {
    const inTime = waiting !== null && nowMs - waiting.sinceMs <= enterWithinMs;
    const act = known.find(({ key }) => inTime && waiting.state === state && key === waiting.key);
    return act === undefined ? nothing : { does: 'act', act };
  }
  const act = known.find(({ key }) => key === text.toLowerCase());
  // An Esc that ran into the next key must not cost a STOP; nothing else is meant by a key with Alt.
  if (act === undefined || (alt && !act.stops)) return nothing;
  return act.entered
    ? { does: 'wait', waiting: { key: act.key, state, sinceMs: nowMs } }
    : { does: 'act', act };
}

export function listenToKeys(
  companion: Companion,
  bench: boolean,
  onInterrupt: () => void,
  write: (text: string) => void,
): { release(): void } {
  let waiting: Waiting | null = null;
  return listenToKeyboard(
    {
      onGone: onInterrupt,
      onKey: (key) => {
        const meaning = meaningOf(key, companion.state, bench, waiting, performance.now());
        waiting = meaning.does === 'wait' ? meaning.waiting : null;
        if (meaning.does === 'interrupt') onInterrupt();
        if (meaning.does === 'act')
          tell(companion, meaning.act.wishes(companion.treatment), atTheKeys);
      },
    },
    write,
  );
}
