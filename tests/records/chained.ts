import { encodeLine } from '../../src/records/line-text.ts';

/** Lines with fitting hashes, whatever they say: what a forger, or another program, could write. */
export function chained(values: readonly object[]): string {
  let hash = '';
  return values
    .map((value) => {
      const line = encodeLine(hash, value);
      hash = line.hash;
      return line.text;
    })
    .join('');
}
