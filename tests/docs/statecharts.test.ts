import { expect, it } from 'vitest';
import { ignored } from '../../machines/dispositions.ts';
import { linkMachine } from '../../machines/link.ts';
import { sessionMachine } from '../../machines/session.ts';
import { mermaidOf } from './statechart.ts';

const fenced = (text: string): string => `\`\`\`mermaid\n${text}\n\`\`\``;

const ignoredRows = Object.entries(ignored).flatMap(([state, events]) =>
  Object.entries(events).map(([event, reason]) => `| \`${state}\` | ${event} | ${reason} |`),
);

const text = [
  '# Statecharts',
  '',
  'Written by `npm run docs` from the machines themselves; a test fails when they differ.',
  'In brackets stands what a state permits the drive: `none`, `coolPulse`, `cool` or `heatAndCool`.',
  '',
  '## Session',
  '',
  fenced(mermaidOf(sessionMachine)),
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
  await expect(text).toMatchFileSnapshot('../../docs/statecharts.md');
});
