/** No source of the guard's core is left out of what is mutated. */
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { coreSources } from '../firmware/core-bench.ts';
import { suites } from './suites.mjs';

test('every source of the firmware that this computer can compile is mutated', () => {
  const mutated = suites.map(({ path }) => path).filter((path) => path.endsWith('.cpp'));
  const named = (paths: readonly string[]): string[] => paths.map((path) => basename(path));
  expect(named(mutated)).toEqual(named(coreSources));
});
