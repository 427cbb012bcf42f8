import { expect, it } from 'vitest';
import { ignored } from '../../machines/dispositions.ts';
import { linkMachine } from '../../machines/link.ts';
import { sessionMachine } from '../../machines/session.ts';
import { arrowsIn, exitRows, mermaidOf } from './statechart.ts';
import type { Arrow } from './statechart.ts';

const fenced = (text: string): string => `\`\`\`mermaid\n${text}\n\`\`\``;

const ignoredRows = Object.entries(ignored).flatMap(([state, events]) =>
  Object.entries(events).map(([event, reason]) => `| \`${state}\` | ${event} | ${reason} |`),
);

/** What ends or cuts short, from nearly everywhere. */
const exits = new Set(['STOP', 'CANCEL', 'END_EARLY', 'TRIP', 'LINK_LOST', 'SELF_TEST_FAILED']);
const interruptions = new Set([
  'PAUSE',
  'RESUME',
  'PAUSE_EXPIRED',
  'CHECK_DUE',
  'CHECK_EXPIRED',
  'SKIN_ANSWERED',
]);
const isExit = ({ event }: Arrow): boolean => exits.has(event);
const isInterruption = ({ event }: Arrow): boolean => interruptions.has(event);
const isOnTheWay = (arrow: Arrow): boolean => !isExit(arrow) && !isInterruption(arrow);

const text = [
  '# Statecharts',
  '',
  'Written by `npm run docs` from the machines themselves; a test fails when they differ.',
  'In brackets stands what a state permits the drive: `none`, `coolPulse`, `cool` or `heatAndCool`.',
  '',
  '## Session',
  '',
  'A treatment that nothing disturbs, from top to bottom:',
  '',
  fenced(mermaidOf(sessionMachine, isOnTheWay)),
  '',
  'On the skin, what people and skin checks make of it:',
  '',
  fenced(mermaidOf(sessionMachine, isInterruption)),
  '',
  'What ends it, or leads to the cold that ends it, from many states:',
  '',
  '| event | leads to | from |',
  '| --- | --- | --- |',
  ...exitRows(sessionMachine, isExit),
  '',
  'Events that may arrive in a state and change nothing there. Any other event without an arrow is refused, and the',
  'record says so.',
  '',
  '| state | event | why it is ignored |',
  '| --- | --- | --- |',
  ...ignoredRows,
  '',
  '## Link to the board',
  '',
  fenced(mermaidOf(linkMachine)),
  '',
].join('\n');

it('docs/statecharts.md shows the machines as they are', async () => {
  expect(text).toContain('treating_hot --> treating_cold: PHASE_ELAPSED [thisPhaseElapsed]');
  // Each transition is in one of the three, and no event is named that the machine does not have.
  const events = new Set(arrowsIn(sessionMachine).map(({ event }) => event));
  expect([...exits].filter((event) => interruptions.has(event))).toEqual([]);
  expect([...exits, ...interruptions].filter((event) => !events.has(event))).toEqual([]);
  await expect(text).toMatchFileSnapshot('../../docs/statecharts.md');
});
