/** The committed `generated.h` is what the host's tables say: one source for both sides of the protocol. */
import { expect, test } from 'vitest';
import { generatedHeader } from '../../src/firmware/generate.ts';

test('the committed header is the one that the tables give', async () => {
  await expect(generatedHeader()).toMatchFileSnapshot(
    '../../hardware/firmware/contrast_guard/generated.h',
  );
});
