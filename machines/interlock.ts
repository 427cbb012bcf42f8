/**
 * The latch of one interlock rule. Only edges reach it: a finding appears, outlasts its debounce, or goes. What
 * has tripped stays tripped, whatever the readings say later, until a named person resets it with the cause gone (L7).
 */
import { setup } from 'xstate';
import { isNamed } from './session-events.ts';

export type InterlockEvent =
  /** Safety is no longer proven. */
  | { readonly type: 'FOUND' }
  /** Safety is proven again, before the debounce was over. */
  | { readonly type: 'GONE' }
  /** The finding outlasted its debounce, or is too bad to wait. */
  | { readonly type: 'HELD' }
  | { readonly type: 'RESET'; readonly person: string; readonly causeGone: boolean };

export const interlockEventTypes = ['FOUND', 'GONE', 'HELD', 'RESET'] as const;

export const interlockMachine = setup({
  types: { events: {} as InterlockEvent },
  guards: {
    resetAllowed: ({ event }) => event.type === 'RESET' && event.causeGone && isNamed(event.person),
  },
}).createMachine({
  id: 'interlock',
  initial: 'clear',
  options: { maxIterations: 100 },
  states: {
    clear: { on: { FOUND: 'suspect' } },
    suspect: { on: { GONE: 'clear', HELD: 'tripped' } },
    tripped: { on: { RESET: { guard: 'resetAllowed', target: 'clear' } } },
  },
});
