/**
 * A whole program for the chip, compiled to WebAssembly. avr8js finds the meaning of an instruction
 * anew, by up to 99 comparisons, each time that it executes it; that is most of the time that an
 * emulated board costs. Compiled code touches no register behind which a peripheral stands, and runs up to
 * the next clock event at most, so that nothing can happen in between but the program itself. Whatever
 * is not compiled is left to avr8js.
 */
import type { Run, WasmMemory, WasmModule } from './engine.ts';
import { engine } from './engine.ts';
import { handOverFlags, loadFlags, storeFlags, takeOverFlags } from './flag-code.ts';
import {
  flashWords,
  layout,
  local,
  localsBesideParameters,
  memoryPages,
  setLocal,
} from './machine.ts';
import type { Block } from './block.ts';
import type { AccessTo } from './program-blocks.ts';
import { blocksOf } from './program-blocks.ts';
import { regionCode } from './region-code.ts';
import type { WasmFunction } from './wasm-code.ts';
import * as w from './wasm-code.ts';

export interface CompiledProgram {
  readonly module: WasmModule;
  /** For each word of flash, the function and the block in it that begin there: see `entryOf`. */
  readonly entries: Uint32Array;
  /** 1 at the word addresses where the program may come back to the head of an idle loop. */
  readonly heads: Uint8Array;
}

/** A region ends behind a jump once it has so many blocks, and anywhere with the double. */
const blocksPerRegion = 40;
/** From an entry: the block in its lower half, and the place in the table, from 1 on, above. */
const tableShift = 16;

/** @param isHead whether the program may idle in a loop back to that word */
export function compileProgram(
  flash: Uint16Array,
  accessTo: AccessTo,
  loopHeads: Uint8Array,
): CompiledProgram {
  if (flash.length !== flashWords) throw new RangeError(`a flash has ${flashWords} words`);
  const blocks = blocksOf(flash, accessTo);
  const heads = Uint8Array.from(loopHeads);
  // Compiled code passes over the turns of these by itself.
  for (const { start, stopsAnywhere } of blocks) if (stopsAnywhere === true) heads[start] = 0;
  const regions = regionsOf(blocks);
  const entries = new Uint32Array(flashWords);
  regions.forEach((region, index) => {
    region.forEach(({ start }, place) => {
      entries[start] = ((index + 1) << tableShift) | place;
    });
  });
  const functions = [driver, ...regions.map((region) => regionCode(region, heads))];
  return { module: new engine.Module(moduleOf(functions)), entries, heads };
}

const moduleOf = (functions: readonly WasmFunction[]): Uint8Array =>
  w.moduleOf(functions, memoryPages);

/** A chip's own copy, on the memory that it shares with avr8js. */
export function placeProgram(program: CompiledProgram, memory: WasmMemory): Run {
  new Uint32Array(memory.buffer).set(program.entries, layout.entries / 4);
  new Uint8Array(memory.buffer).set(program.heads, layout.heads);
  return new engine.Instance(program.module, { host: { memory } }).exports.run;
}

function regionsOf(blocks: readonly Block[]): Block[][] {
  const regions: Block[][] = [];
  let region: Block[] = [];
  for (const block of blocks) {
    region.push(block);
    const jumpsOff = block.steps.at(-1)?.jump?.condition === undefined;
    const isFull = region.length >= blocksPerRegion * (jumpsOff ? 1 : 2);
    if (!isFull) continue;
    regions.push(region);
    region = [];
  }
  if (region.length > 0) regions.push(region);
  return regions;
}

/** Calls region after region, until one stops or nothing compiled begins where the program goes on. */
const driver: WasmFunction = (() => {
  const [place, budget, pass] = [local.next, local.budget, local.pass].map(w.get) as [
    w.Code,
    w.Code,
    w.Code,
  ];
  const entry = w.get(local.p);
  const block = w.and(entry, (1 << tableShift) - 1);
  const body = [
    loadFlags,
    handOverFlags,
    w.openLoop,
    setLocal('p', w.longAt(layout.entries, w.shiftLeft(place, 2))),
    w.when(entry, [
      ...w.set(local.budget, w.callTable(w.shiftRight(entry, tableShift), [block, budget, pass])),
      ...setLocal('pass', 0),
      ...setLocal('next', w.longAt(layout.next)),
      ...w.branch(1),
    ]),
    w.end,
    takeOverFlags,
    storeFlags,
    w.storeLong(layout.next, place),
    budget,
  ];
  return { body, locals: localsBesideParameters };
})();
