/** Every mistake that can be made in the program. Pure but for reading the sources. */
import { mistakesInCpp } from './cpp-mistakes.mjs';
import { mistakesIn } from './mutations.mjs';
import { suites } from './suites.mjs';
import { sourceOf } from './workshop.mjs';

/** @param part of the path of the files that are asked for */
export const possibleMistakes = (part = '') =>
  suites
    .filter(({ path }) => path.includes(part))
    .flatMap((suite) => {
      const find = suite.path.endsWith('.cpp') ? mistakesInCpp : mistakesIn;
      return find(suite.path, sourceOf(suite.path), suite).map((one) => ({ ...one, ...suite }));
    });
