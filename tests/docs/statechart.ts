/** A statechart as Mermaid text, from the machine's own configuration. */
import type { AnyStateMachine, AnyStateNode } from 'xstate';

const dotted = (node: AnyStateNode): string => node.path.join('.');
const idOf = (node: AnyStateNode): string =>
  node.path.length === 0 ? 'root' : node.path.join('_');

interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly label: string;
}

function guardName(guard: unknown): string {
  if (typeof guard === 'string') return guard;
  return typeof guard === 'object' && guard !== null && 'type' in guard ? String(guard.type) : '';
}

function arrowsOf(node: AnyStateNode): Arrow[] {
  return [...node.transitions.values()].flat().flatMap((transition): Arrow[] => {
    const [target] = transition.target ?? [];
    if (target === undefined) return [];
    const guard = guardName(transition.guard);
    const label = guard === '' ? transition.eventType : `${transition.eventType} [${guard}]`;
    return [{ from: idOf(node), to: idOf(target), label }];
  });
}

/** Arrows between the same two states share one line. */
function merged(arrows: readonly Arrow[]): string[] {
  const groups = new Map<string, string[]>();
  for (const { from, to, label } of arrows) {
    const key = `${from} --> ${to}`;
    groups.set(key, [...(groups.get(key) ?? []), label]);
  }
  return [...groups].map(([key, labels]) => `  ${key}: ${labels.join(' / ')}`);
}

function everyNode(node: AnyStateNode): AnyStateNode[] {
  return [node, ...Object.values(node.states).flatMap(everyNode)];
}

function declaration(node: AnyStateNode): string[] {
  const children = Object.values(node.states);
  const permission = (node.meta as { permission?: string } | undefined)?.permission;
  const title = permission === undefined ? dotted(node) : `${dotted(node)} (${permission})`;
  if (children.length === 0) return [`  state "${title}" as ${idOf(node)}`];
  return [
    `  state "${title}" as ${idOf(node)} {`,
    ...children.flatMap((child) => declaration(child).map((line) => `  ${line}`)),
    '  }',
  ];
}

export function mermaidOf(machine: AnyStateMachine): string {
  const { root } = machine;
  const nodes = everyNode(root).filter((node) => node !== root);
  const initial = root.initial.target[0];
  return [
    'stateDiagram-v2',
    ...Object.values(root.states).flatMap(declaration),
    ...(initial === undefined ? [] : [`  [*] --> ${idOf(initial)}`]),
    ...merged(nodes.flatMap(arrowsOf)),
  ].join('\n');
}
