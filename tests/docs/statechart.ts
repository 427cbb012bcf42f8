/** A statechart as Mermaid text, from the machine's own configuration. */
import type { AnyStateMachine, AnyStateNode } from 'xstate';

const dotted = (node: AnyStateNode): string => node.path.join('.');
const idOf = (node: AnyStateNode): string =>
  node.path.length === 0 ? 'root' : node.path.join('_');

export interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly event: string;
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
    return [{ from: idOf(node), to: idOf(target), event: transition.eventType, label }];
  });
}

/** Every transition of a machine. */
export const arrowsIn = ({ root }: AnyStateMachine): Arrow[] =>
  everyNode(root)
    .filter((node) => node !== root)
    .flatMap(arrowsOf);

/** Arrows between the same two states share one arrow, each event a line of its own. */
function merged(arrows: readonly Arrow[]): string[] {
  const groups = new Map<string, string[]>();
  for (const { from, to, label } of arrows) {
    const key = `${from} --> ${to}`;
    groups.set(key, [...(groups.get(key) ?? []), label]);
  }
  return [...groups].map(([key, labels]) => `  ${key}: ${labels.join('<br>')}`);
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

/** @param isDrawn which transitions are shown, and only the states that they touch; all of them where it is not given */
export function mermaidOf(
  machine: AnyStateMachine,
  isDrawn: (arrow: Arrow) => boolean = () => true,
): string {
  const { root } = machine;
  const initial = root.initial.target[0];
  const arrows = arrowsIn(machine).filter(isDrawn);
  const touched = new Set(arrows.flatMap(({ from, to }) => [from, to]));
  const isTouched = (node: AnyStateNode): boolean =>
    everyNode(node).some((one) => touched.has(idOf(one)));
  return [
    'stateDiagram-v2',
    ...Object.values(root.states).filter(isTouched).flatMap(declaration),
    ...(initial === undefined || !isTouched(initial) ? [] : [`  [*] --> ${idOf(initial)}`]),
    ...merged(arrows),
  ].join('\n');
}

/** Where events lead to from so many states that no drawing shows it. */
export function exitRows(machine: AnyStateMachine, isExit: (arrow: Arrow) => boolean): string[] {
  const groups = new Map<string, string[]>();
  for (const { from, to, label } of arrowsIn(machine).filter(isExit)) {
    const key = `| ${label} | \`${to.replace('_', '.')}\` |`;
    groups.set(key, [...(groups.get(key) ?? []), `\`${from.replace('_', '.')}\``]);
  }
  return [...groups].map(([key, from]) => `${key} ${from.join(', ')} |`);
}
