/** Facts of the chip that stand in rooms which know no hardware. */
import { expect, it } from 'vitest';
import { atmega328p } from '../../hardware/port/chip.ts';
import { pwmSteps } from '../../src/safety/drive-gate.ts';

it("the drive gate counts in the chip's own steps", () => {
  expect(pwmSteps).toBe(atmega328p.pwmFullScale);
});
