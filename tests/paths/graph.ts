/** The only importer of `xstate/graph`: all that a machine can reach, and the paths that cover it. */
import type { AnyStateMachine, EventFrom, SnapshotFrom } from 'xstate';
import { getAdjacencyMap, serializeSnapshot } from 'xstate/graph';

export interface Edge<E> {
  readonly event: E;
  readonly to: string;
}

/** Vertices are settled snapshots, told apart by their key. */
export interface Graph<S, E> {
  readonly root: string;
  readonly states: ReadonlyMap<string, S>;
  readonly out: ReadonlyMap<string, readonly Edge<E>[]>;
}

/** A context that only grows would never end; no machine here comes near. */
const mostStates = 20_000;

/**
 * Every snapshot that the machine can reach by its pure transition function.
 * @param events each event with the payloads that are to be tried
 * @param keyOf what tells two snapshots apart; may leave out only what decides no transition
 */
export function explore<M extends AnyStateMachine>(
  machine: M,
  events: readonly EventFrom<M>[],
  keyOf: (snapshot: SnapshotFrom<M>) => string = (snapshot) => serializeSnapshot(snapshot),
): Graph<SnapshotFrom<M>, EventFrom<M>> {
  const map = getAdjacencyMap(machine, {
    events: [...events],
    limit: mostStates,
    filterEvents: (snapshot, event) => snapshot.can(event),
    serializeState: (snapshot) => keyOf(snapshot as SnapshotFrom<M>),
  });
  const states = new Map<string, SnapshotFrom<M>>();
  const out = new Map<string, Edge<EventFrom<M>>[]>();
  for (const [key, { state, transitions }] of Object.entries(map)) {
    if (state.status === 'error') throw state.error;
    states.set(key, state as SnapshotFrom<M>);
    const leaving = Object.values<{ event: EventFrom<M>; state: unknown }>(transitions);
    out.set(
      key,
      leaving.map(({ event, state: next }) => ({ event, to: keyOf(next as SnapshotFrom<M>) })),
    );
  }
  const [root] = states.keys();
  if (root === undefined) throw new Error('the machine has no states');
  return { root, states, out };
}

/** The shortest way to each vertex, as events from rest. */
export function shortestWays<S, E>({ root, out }: Graph<S, E>): ReadonlyMap<string, readonly E[]> {
  const ways = new Map<string, readonly E[]>([[root, []]]);
  // A map may grow while it is walked: breadth first.
  for (const [at, way] of ways) {
    for (const { event, to } of out.get(at) ?? []) {
      if (!ways.has(to)) ways.set(to, [...way, event]);
    }
  }
  return ways;
}

/** The vertices from which `goal` can be reached. */
export function canReach<S, E>({ out }: Graph<S, E>, goal: string): ReadonlySet<string> {
  const reaching = new Set([goal]);
  for (let grown = true; grown;) {
    grown = false;
    for (const [from, edges] of out) {
      if (reaching.has(from) || !edges.some(({ to }) => reaching.has(to))) continue;
      reaching.add(from);
      grown = true;
    }
  }
  return reaching;
}

/** The vertices that can be reached from rest over the edges that `passable` lets through. */
export function reachedOver<S, E>(
  { root, out }: Graph<S, E>,
  passable: (event: E) => boolean,
): ReadonlySet<string> {
  const reached = new Set([root]);
  for (const at of reached) {
    for (const { event, to } of out.get(at) ?? []) if (passable(event)) reached.add(to);
  }
  return reached;
}

/** Two events that follow each other, and the vertex before them. */
export interface Pair<E> {
  readonly from: string;
  readonly first: E;
  readonly second: E;
}

export function pairsOf<S, E>({ out }: Graph<S, E>): readonly Pair<E>[] {
  return [...out].flatMap(([from, edges]) =>
    edges.flatMap(({ event: first, to }) =>
      (out.get(to) ?? []).map(({ event: second }) => ({ from, first, second })),
    ),
  );
}

/** A way through each transition, and through each of these pairs. */
export function coverOf<S, E>(graph: Graph<S, E>, pairs: readonly Pair<E>[]): readonly E[][] {
  const ways = shortestWays(graph);
  const wayTo = (key: string): readonly E[] => {
    const way = ways.get(key);
    if (way === undefined) throw new Error(`there is no way to ${key}`);
    return way;
  };
  return withoutPrefixes([
    ...[...graph.out].flatMap(([from, edges]) => edges.map(({ event }) => [...wayTo(from), event])),
    ...pairs.map(({ from, first, second }) => [...wayTo(from), first, second]),
  ]);
}

/** The same graph without some of its transitions. */
export const without = <S, E>(
  graph: Graph<S, E>,
  left: (from: string, event: E) => boolean,
): Graph<S, E> => ({
  ...graph,
  out: new Map(
    [...graph.out].map(([from, edges]) => [from, edges.filter(({ event }) => !left(from, event))]),
  ),
});

interface Trie extends Map<string, Trie> {}

/** A way that another one begins with is walked with that other one. */
function withoutPrefixes<E>(ways: readonly E[][]): readonly E[][] {
  const root: Trie = new Map();
  return ways
    .toSorted((a, b) => b.length - a.length)
    .filter((way) => {
      let node = root;
      let isNew = false;
      for (const event of way) {
        const key = JSON.stringify(event);
        let next = node.get(key);
        if (next === undefined) {
          next = new Map();
          node.set(key, next);
          isNew = true;
        }
        node = next;
      }
      return isNew;
    });
}
