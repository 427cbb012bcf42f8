/** What is asserted in words is worded where people read it: by the catalogue, in English. */
import { refusalFact } from '../../src/safety/drive-gate.ts';
import type { GateRefusal } from '../../src/safety/drive-gate.ts';
import { english, isFact } from '../../src/words/facts.ts';

/** The same with each fact in words: one member deep. */
export const inWords = (object: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(object).map(([name, value]: [string, unknown]) => [
      name,
      isFact(value) ? english.whole(value) : value,
    ]),
  );

/** Why the gate refuses; null where it does not. */
export const refusalWords = (refusal: GateRefusal | null): string | null =>
  refusal === null ? null : english.whole(refusalFact(refusal));

/** The output of the gate with its refusal in words. */
export const gateInWords = <O extends { readonly refusal: GateRefusal | null }>(output: O) => ({
  ...output,
  refusal: refusalWords(output.refusal),
});
