import { initialTransition, transition } from 'xstate';
import { expect, it } from 'vitest';
import { linkMachine } from '../../machines/link.ts';
import type { LinkEvent } from '../../machines/link.ts';

const after = (...events: LinkEvent[]) =>
  events.reduce(
    (snapshot, event) => transition(linkMachine, snapshot, event)[0],
    initialTransition(linkMachine)[0],
  );
const open: LinkEvent[] = [{ type: 'OPEN' }, { type: 'CONNECTED' }];

it('is guarded only where the board says so', () => {
  expect(after(...open, { type: 'IDENTIFIED', guarded: true }).value).toBe('guarded');
  expect(after(...open, { type: 'IDENTIFIED', guarded: false }).value).toBe('unguarded');
});

it('is lost for good: no event brings a lost link back', () => {
  for (const through of [1, 2, 3]) {
    const events = [...open, { type: 'IDENTIFIED', guarded: true } as const].slice(0, through);
    const lost = after(...events, { type: 'LOST', reason: 'cable' });
    expect(lost.value).toBe('lost');
    expect(lost.context.reason).toBe('cable');
    for (const event of [...open, { type: 'IDENTIFIED', guarded: true } as const]) {
      expect(transition(linkMachine, lost, event)[0].value).toBe('lost');
    }
  }
});
