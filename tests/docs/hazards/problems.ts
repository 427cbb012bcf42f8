/** What is wrong with a hazard log: holes, dead names, and disagreement with the program that it is about. */
import { boundedIds, world } from './world.ts';
import type { World } from './world.ts';
import { evidenceOf, isOnPaper, kindOf, nameOf } from './control.ts';
import type { Control } from './control.ts';
import type { Hazard } from './hazard.ts';

export type Log = Readonly<Record<string, Hazard>>;
export type Controls = Readonly<Record<string, Control>>;

/** One sentence a problem; empty: the log holds. */
export function problemsOf(log: Log, controls: Controls, around: World = world): string[] {
  return [
    ...holes(log, controls, around),
    ...Object.entries(log).flatMap(([id, hazard]) => weaknesses(id, hazard, controls)),
    ...deadNames(controls, around),
    ...disagreements(log, around),
    ...Object.entries(controls).flatMap(([key, control]) => unproven(key, control, around)),
  ];
}

const without = (ids: readonly string[], others: readonly string[]): string[] =>
  ids.filter((id) => !others.includes(id));

function holes(log: Log, controls: Controls, { hazardIds }: World): string[] {
  const named = Object.values(log).flatMap((hazard): readonly string[] => hazard.controls);
  return [
    ...without(hazardIds, Object.keys(log)).map((id) => `${id} is not in the log`),
    ...without(Object.keys(log), hazardIds).map((id) => `${id} is no hazard of the device`),
    ...without([...new Set(named)], Object.keys(controls)).map(
      (key) => `there is no control ${key}`,
    ),
    ...without(Object.keys(controls), named).map((key) => `${key} stands against no hazard`),
  ];
}

function weaknesses(id: string, hazard: Hazard, controls: Controls): string[] {
  const { controls: keys, harm, cause, left, outside, next } = hazard;
  const found = keys.flatMap((key) => controls[key] ?? []);
  const shown = found.filter((control) => !isOnPaper(control)).length;
  const few = hazard.severity === 'serious' ? 2 : 1;
  return [
    ...(found.length === 0 ? [`${id} has no control`] : []),
    ...(new Set(keys).size < keys.length ? [`${id} names a control twice`] : []),
    ...([harm, cause, left, outside].every((text) => text.trim() !== '')
      ? []
      : [`${id} says too little`]),
    ...(shown < few && next === undefined
      ? [`${id} is weak and does not say what comes next`]
      : []),
  ];
}

/** Names of things that are not, and things that have no name here. */
function deadNames(controls: Controls, around: World): string[] {
  return boundedIds(around).flatMap(({ kind, ids }) => {
    const named = Object.keys(controls)
      .filter((key) => kindOf(key) === kind)
      .map(nameOf);
    return [
      ...without(named, ids).map((id) => `${kind} ${id} does not exist`),
      ...without(ids, named).map((id) => `${kind} ${id} is not among the controls`),
    ];
  });
}

/** Rules, alarms and questions say themselves what they stand against; a part may serve in more cases than it lists. */
function disagreements(log: Log, around: World): string[] {
  return boundedIds(around).flatMap(({ kind, hazardsOf, mayBeMore }) =>
    Object.entries(hazardsOf ?? {}).flatMap(([id, own]) => {
      const logged = Object.keys(log).filter((hazard) =>
        log[hazard]?.controls.some((key) => key === `${kind}:${id}`),
      );
      return [
        ...without(own, logged).map((hazard) => `${kind} ${id} names ${hazard}, the log does not`),
        ...(mayBeMore === true ? [] : without(logged, own)).map(
          (hazard) => `the log names ${kind} ${id} for ${hazard}, it does not itself`,
        ),
      ];
    }),
  );
}

function unproven(key: string, control: Control, { exists, hasTest }: World): string[] {
  const evidence = evidenceOf(control);
  return [
    ...(control.what.trim() === '' ? [`${key} does not say what it does`] : []),
    ...(control.code.length === 0 ? [`${key} has no code`] : []),
    ...control.code.filter((file) => !exists(file)).map((file) => `${key}: there is no ${file}`),
    ...(evidence.length === 0 ? [`${key} has no test`] : []),
    ...evidence
      .filter(({ file, name }) => !hasTest(file, name))
      .map(({ file, name }) => `${key}: ${file} has no test "${name}"`),
  ];
}
