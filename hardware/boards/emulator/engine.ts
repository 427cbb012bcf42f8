/** The part of the WebAssembly JavaScript interface that is used here: types for Node come without it. */
export interface WasmMemory {
  readonly buffer: ArrayBuffer;
}
export interface WasmModule {
  readonly [Symbol.toStringTag]: 'WebAssembly.Module';
}
interface Engine {
  readonly Memory: new (size: { initial: number }) => WasmMemory;
  readonly Module: new (bytes: Uint8Array) => WasmModule;
  readonly Instance: new (
    module: WasmModule,
    imports: { host: { memory: WasmMemory } },
  ) => { readonly exports: { readonly run: Run } };
}

/** Runs from a place of the program with so many cycles, past the first head or not; gives the cycles that are left. */
export type Run = (place: number, cycles: number, pass: number) => number;

export const engine = (globalThis as unknown as { WebAssembly: Engine }).WebAssembly;
