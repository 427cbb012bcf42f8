/**
 * Every transition of the session, and every pair of transitions that follow each other, on the running companion with
 * the simulated board. The paths come from the machine; what they are replayed on is everything around it, and what
 * the pins may do comes from the laws. That the machine itself is right is the operator model's to say.
 */
import { afterAll, describe, expect, it } from 'vitest';
import { stateOf } from '../../machines/dispositions.ts';
import type { SessionEvent } from '../../machines/session-events.ts';
import { figures } from '../evidence/figures.ts';
import { coverOf, pairsOf } from './graph.ts';
import { named, possible, walk, whole, whyNever, whyNeverPair } from './session-paths.ts';
import type { Step } from './session-paths.ts';

const pairs = pairsOf(possible).filter((pair) => whyNeverPair(pair) === null);
const ways = coverOf(possible, pairs);

const transitionName = ({ from, event }: Step): string => `${from} ${named(event)}`;
const pairName = (from: string, first: SessionEvent, second: SessionEvent): string =>
  `${from} ${named(first)} ${named(second)}`;
const done = { transitions: new Set<string>(), pairs: new Set<string>() };
const sums = { events: 0, ticks: 0, heating: 0, cooling: 0 };

/** By the state and the event that a way is walked for. */
const groups = new Map<string, [readonly SessionEvent[], number][]>();
for (const [variant, way] of ways.entries()) {
  const before = way
    .slice(0, -1)
    .reduce(
      (at, event) => possible.out.get(at)!.find((edge) => edge.event === event)!.to,
      possible.root,
    );
  const name = `${stateOf(possible.states.get(before)!)} ${way.at(-1)!.type}`;
  groups.set(name, [...(groups.get(name) ?? []), [way, variant]]);
}

async function walkAndCount(way: readonly SessionEvent[], variant: number): Promise<void> {
  const { bench, steps } = await walk(way, variant);
  for (const [index, step] of steps.entries()) {
    done.transitions.add(transitionName(step));
    const following = steps[index + 1];
    if (following !== undefined) done.pairs.add(pairName(step.from, step.event, following.event));
  }
  sums.events += steps.length;
  sums.ticks += bench.ticks;
  sums.heating += bench.heating;
  sums.cooling += bench.cooling;
}

describe('the running companion goes as the machine does, and the pins as the laws say', () => {
  it.each([...groups])('%s', async (_name, members) => {
    for (const [way, variant] of members) await walkAndCount(way, variant);
  });
});

describe('what has been walked', () => {
  afterAll(() => {
    process.stdout.write(
      `running companion: ${ways.length} paths, ${sums.events} events, ${sums.ticks} ticks; ` +
        `${done.transitions.size} of ${transitions.length} transitions, ${done.pairs.size} of ${pairs.length} pairs\n`,
    );
    figures('pairs', {
      situations: possible.states.size,
      paths: ways.length,
      events: sums.events,
      transitions: { done: done.transitions.size, of: transitions.length },
      pairs: { done: done.pairs.size, of: pairs.length },
    });
  });
  const transitions = [...possible.out].flatMap(([from, edges]) =>
    edges.map(({ event }) => transitionName({ from, event })),
  );

  it('is every transition that can happen', () => {
    expect(transitions.filter((name) => !done.transitions.has(name))).toEqual([]);
  });

  it('is every pair of transitions that can happen', () => {
    const missing = pairs.filter(
      ({ from, first, second }) => !done.pairs.has(pairName(from, first, second)),
    );
    expect(missing).toEqual([]);
  });

  it('has not shrunk, and leaves out only what has a reason', () => {
    const edges = [...whole.out.values()].flat().length;
    const never = [...whole.out].flatMap(([from, leaving]) =>
      leaving.flatMap(({ event }) => whyNever(from, event) ?? []),
    );
    expect({
      states: possible.states.size,
      edges,
      never: never.length,
      pairs: pairs.length,
      paths: ways.length,
    }).toEqual({ states: 215, edges: 1118, never: 16, pairs: 3545, paths: 2637 });
    expect(transitions.length).toBe(edges - never.length);
  });

  it('was walked with power: the pins have heated and cooled', () => {
    expect(sums.heating).toBeGreaterThan(1000);
    expect(sums.cooling).toBeGreaterThan(1000);
  });
});
