/**
 * The link to the board. `lost` is final on purpose: Johnny-Five cannot close or reconnect a board and a
 * reopened port replays stale writes, so a lost link ends the process and a fresh one starts at rest.
 */
import { assign, setup } from 'xstate';

export type LinkEvent =
  | { readonly type: 'OPEN' }
  /** The port is open and the firmware has named itself. */
  | { readonly type: 'CONNECTED' }
  | { readonly type: 'IDENTIFIED'; readonly guarded: boolean }
  | { readonly type: 'LOST'; readonly reason: string };

export const linkEventTypes = ['OPEN', 'CONNECTED', 'IDENTIFIED', 'LOST'] as const;

export interface LinkContext {
  readonly reason: string | null;
}

export const linkMachine = setup({
  types: { context: {} as LinkContext, events: {} as LinkEvent },
  guards: {
    guarded: ({ event }) => event.type === 'IDENTIFIED' && event.guarded,
    unguarded: ({ event }) => event.type === 'IDENTIFIED' && !event.guarded,
  },
  actions: {
    keepReason: assign({ reason: ({ event }) => (event.type === 'LOST' ? event.reason : null) }),
  },
}).createMachine({
  id: 'link',
  context: { reason: null },
  initial: 'offline',
  options: { maxIterations: 100 },
  states: {
    offline: { on: { OPEN: 'opening' } },
    opening: { on: { CONNECTED: 'identifying', LOST: { target: 'lost', actions: 'keepReason' } } },
    identifying: {
      on: {
        IDENTIFIED: [
          { guard: 'guarded', target: 'guarded' },
          { guard: 'unguarded', target: 'unguarded' },
        ],
        LOST: { target: 'lost', actions: 'keepReason' },
      },
    },
    guarded: { on: { LOST: { target: 'lost', actions: 'keepReason' } } },
    unguarded: { on: { LOST: { target: 'lost', actions: 'keepReason' } } },
    lost: { type: 'final' },
  },
});
