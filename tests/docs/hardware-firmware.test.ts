/** docs/firmware.md: what is burnt in and what was measured come from the program's own data. */
import { expect, it } from 'vitest';
import { firmwareVersion } from '../../hardware/firmware/firmware-version.ts';
import { guardTiming, protocolVersion } from '../../hardware/guard/protocol.ts';
import { burntIn } from '../../src/cli/firmware.ts';
import { bootloaders } from '../../src/cli/firmware-flash.ts';
import { standardFirmataAlone } from '../../src/doctor/standard-firmata.ts';
import { firmwareBounds } from '../../src/limits/firmware-bounds.ts';
import { cutOutFigures } from './hardware/cut-out.ts';

const { dutyPercent, minutes, stillPercent } = standardFirmataAlone;
const boundMs = firmwareBounds.leaseMs.max;

const text = `# The firmware on the board: what it does, and how it gets there

Limits and figures on this page are written by \`npm run docs\` from the program’s own data; a test fails when they differ.

## Why StandardFirmata is not enough

StandardFirmata does what the computer said last, for ever. In our own test the computer dies while a bridge pin is driven at
${dutyPercent} %: after ${minutes} minutes without a single byte the pin **is still at ${stillPercent} %**. It is measured at the pin of an emulated Uno that runs a
StandardFirmata image of a third party (\`tests/doctor/standard-firmata.test.ts\`), every minute, and the test fails if this page
tells another figure.

On the reference device a heat drive that nobody ends takes the plate from 40 to 45 °C in ${cutOutFigures.to45SOn5V} s at full duty, and on a 12 V heat rail
in ${cutOutFigures.to45SOn12V} s. The one thing left is a thermal cut-out that leaves the plate at ${cutOutFigures.hottestOn5V} °C: a fire is prevented, a burn is not.

Nothing on the computer can repair that. Closing the port, ending the program in good order, a crash handler, a second
process that watches the first: each needs a computer that runs and a cable that is plugged in. So:

| | StandardFirmata | ContrastGuard |
| --- | --- | --- |
| computer dies, cable is pulled | drives on | off within ${boundMs} ms (lease of ${guardTiming.leaseMs} ms), and latched |
| a byte is garbled | may become another duty | a renewal must name the very drive that was written, with a CRC, or the board trips |
| the board’s program hangs | drives on | hardware watchdog, ${guardTiming.watchdogMs} ms, boots into “off, tripped” |
| the plate gets hot | does not look | its own readings, its own limits |
| stop button | an input like any other | off by the board itself |
| may treat a person | no: \`--bench\` only, said on screen and in the record | yes, once it has proven itself |

\`contrast doctor\` proves the first row on the board in front of you: it closes relay and bridge with no drive, stops renewing, and
measures how long the board keeps them closed.

## What is burnt in

A computer can narrow these limits and never widen them; see \`contrast limits show\` for the layers inside.

| limit | value |
| --- | --- |
${burntIn()
  .map(([what, value]) => `| ${what} | ${value} |`)
  .join('\n')}

\`contrast firmware info\` prints them with version, hash and size of the image that this version brings along.

## Flash

\`\`\`
sudo apt-get install avrdude                     once
contrast firmware flash                          finds the board, asks, flashes, and proves it
contrast firmware flash --board /dev/serial/by-id/usb-Arduino…
contrast firmware flash --bootloader old         Nanos from before 2018: ${bootloaders.old} instead of ${bootloaders.new} baud
\`\`\`

12 V off, and nobody at the plate: while the boot loader waits the pins float, and only the pull-downs keep the bridge open.

- It refuses a port that another program has open. avrdude itself would not: its first act is to reset the board, also under a
  treatment.
- It asks for a typed yes. \`--yes\` is for scripts, and only with a named port: a printer or another Arduino on the same computer must
  not lose its program to a guess.
- It flashes only an image whose SHA-256 is the one in its provenance.
- It does not believe avrdude. It opens the board anew and compares the build that the board itself reports.
- A new board gets its number then, for good: eight digits that stand in every record and in \`contrast doctor\`. Flashing over USB keeps
  number and [memory](guard-protocol.md#9-memory).
- Firmware ${firmwareVersion.major} speaks guard protocol ${protocolVersion}. A board with an older one says so when it is opened, and is to be flashed again. A
  circuit without a witness goes on serving with it: the board then arms from 10 to 41 °C only, and the program offers narrower setpoints.

| it says | do |
| --- | --- |
| \`FIRMWARE_TOOL_MISSING\` | install avrdude, or use the Arduino IDE as below |
| \`PORT_BUSY\` | a treatment, a serial monitor or the IDE has the port: end it |
| \`PORT_FORBIDDEN\` | \`sudo usermod -aG dialout $USER\`, log out and in |
| “not in sync” | the other \`--bootloader\`; another port; press reset as it begins |
| “does not answer after flashing” | unplug, plug in, \`contrast doctor --board auto\`; flash again |

With the Arduino IDE: open \`hardware/firmware/contrast_guard/contrast_guard.ino\`, choose Uno or Nano, upload. That build has no
build hash, so \`contrast doctor\` will say that it is not the tested one.

Afterwards go on with [bring-up](bring-up.md).

## Build

\`\`\`
sudo apt-get install gcc-avr avr-libc arduino-core-avr
contrast firmware build              compiles, and compares with the image that is brought along, byte for byte
contrast firmware build --out DIR    the same, and keeps image and provenance
\`\`\`

Nothing is compiled at \`npm ci\`, and nobody needs a compiler to flash. The build is reproducible: the same sources and the same compiler
give the same bytes in any folder, so anybody can check that the image in the repository came from the sketch beside it. The
board reports the first 32 bits of the SHA-256 of its sources; that is the “build” in every record, in \`contrast doctor\` and
in \`contrast firmware info\`.
`;

it('docs/firmware.md tells what the program knows and what was measured', async () => {
  await expect(text).toMatchFileSnapshot('../../docs/firmware.md');
});
