/**
 * Cuts a program into blocks: runs of instructions that are entered only at their begin. The whole
 * flash is swept, code and tables alike; what is never executed costs nothing but its translation.
 */
import type { Block, Step } from './block.ts';
import { hasIdleTurns } from './idle-turns.ts';
import { instructionCode } from './instruction-code.ts';
import { jumpCode } from './jump-code.ts';
import { ramEnd } from './machine.ts';

/**
 * What stands behind a data address, for a program that reads or writes it. Where it is `noted`,
 * compiled code notes that it has read it. What stands before a `peripheral` is left to avr8js.
 */
export type Access = 'memory' | 'peripheral' | 'noted';
export type AccessTo = (address: number, writes: boolean) => Access;

/** A longer block would leave more to avr8js where an event comes soon. */
const mostSteps = 16;
const erased = 0xffff;

export function blocksOf(flash: Uint16Array, accessTo: AccessTo): readonly Block[] {
  const mask = flash.length - 1;
  const steps = stepsOf(flash, accessTo);
  const starts = blockStarts(flash, steps);
  const blocks: Block[] = [];
  for (let start = 0; start < flash.length; start++) {
    if (starts[start] === 0 || steps[start] === undefined) continue;
    const run: Step[] = [];
    let at = start;
    for (;;) {
      const step = steps[at];
      if (step === undefined || (run.length > 0 && starts[at] === 1)) break;
      run.push(step);
      at = step.next & mask;
      if (step.jump !== undefined) break;
      if (run.length === mostSteps) starts[at] = 1;
    }
    blocks.push(...entrances({ start, steps: run, end: at }));
  }
  return blocks;
}

/** A loop that waits is where nearly all events come: the program gets back into it behind any instruction. */
function entrances(block: Block): readonly Block[] {
  if (!hasIdleTurns(block)) return [block];
  return block.steps.map(({ at }, index) => ({
    ...block,
    start: at,
    steps: block.steps.slice(index),
    stopsAnywhere: true,
  }));
}

/** Every word taken as an instruction; undefined where avr8js must execute it. */
function stepsOf(flash: Uint16Array, accessTo: AccessTo): readonly (Step | undefined)[] {
  const mask = flash.length - 1;
  return Array.from(flash, (word, at) => {
    if (word === erased) return undefined;
    const jump = jumpCode(word, at, flash);
    const plain =
      jump === undefined ? instructionCode(word, flash[(at + 1) & mask] ?? 0) : undefined;
    if (jump === undefined && plain === undefined) return undefined;
    const address = jump?.address ?? plain?.address;
    const access = address === undefined ? 'memory' : accessTo(address, plain?.writes === true);
    if (access === 'peripheral' || (address !== undefined && address >= ramEnd)) return undefined;
    return {
      at,
      word,
      next: at + (plain?.words ?? 1),
      ...(jump === undefined ? {} : { jump }),
      ...(plain === undefined ? {} : { plain }),
      ...(access === 'noted' && address !== undefined ? { noted: address } : {}),
    };
  });
}

/** Where jumps and branches go, and what stands behind them and behind what is left to avr8js, of one word or two. */
function blockStarts(flash: Uint16Array, steps: readonly (Step | undefined)[]): Uint8Array {
  const mask = flash.length - 1;
  const starts = new Uint8Array(flash.length);
  starts[0] = 1;
  steps.forEach((step, at) => {
    if (step !== undefined && step.jump === undefined) return;
    if (typeof step?.jump?.target === 'number') starts[step.jump.target] = 1;
    starts[(at + 1) & mask] = 1;
    starts[(at + 2) & mask] = 1;
  });
  return starts;
}
