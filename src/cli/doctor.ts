/** `contrast doctor`: is everything fit for a treatment, and if not, what is to be done? */
import { accessSync, constants, existsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Command } from 'commander';
import { temperatureChannels } from '../../hardware/parts/device.ts';
import type { TemperatureChannel } from '../../hardware/parts/device.ts';
import { defaultPinMap, parsePinMap, pinLabel, pinRoles } from '../../hardware/parts/pin-map.ts';
import type { PinMap } from '../../hardware/parts/pin-map.ts';
import { rigs } from '../../hardware/plant/rigs.ts';
import { exitCodes, messageOf } from '../errors.ts';
import { channelNames } from '../safety/readings.ts';
import { openDevice } from '../treatment/open-device.ts';
import type { OpenDevice } from '../treatment/open-device.ts';
import { defaultRecordsFolder } from './records.ts';
import type { Terminal } from './terminal.ts';

type Verdict = 'ok' | 'warn' | 'fail';

export interface Check {
  readonly name: string;
  readonly verdict: Verdict;
  readonly finding: string;
  /** What to do; absent where all is well. */
  readonly fix?: string;
}

interface DoctorFlags {
  readonly board: string;
  readonly json: boolean;
}

export function registerDoctor(program: Command, terminal: Terminal): void {
  program
    .command('doctor')
    .description('check computer, record folder, board, sensors and stop loop; print the pin map')
    .option('--board <board>', 'simulated, emulated-standard, auto, or a serial port', 'simulated')
    .option('--json', 'as JSON', false)
    .action(async ({ board, json }: DoctorFlags) => {
      const pins = parsePinMap(defaultPinMap);
      const checks = [checkNode(), checkRecordsFolder(), ...(await checkBoard(board, pins))];
      if (json) terminal.out(JSON.stringify({ checks, pins }));
      else print(checks, pins, terminal);
      if (checks.some(({ verdict }) => verdict === 'fail')) process.exitCode = exitCodes.refused;
    });
}

function checkNode(): Check {
  return { name: 'Node', verdict: 'ok', finding: `${process.version} (20.19 or newer is needed)` };
}

function checkRecordsFolder(): Check {
  const folder = defaultRecordsFolder(process.env);
  let existing = folder;
  while (!existsSync(existing)) existing = dirname(existing);
  try {
    accessSync(existing, constants.W_OK);
    return { name: 'records', verdict: 'ok', finding: `${folder} can be written` };
  } catch {
    return {
      name: 'records',
      verdict: 'fail',
      finding: `${folder} cannot be written`,
      fix: 'Set CONTRAST_RECORDS to a folder of yours. Without a record there is no treatment.',
    };
  }
}

async function checkBoard(name: string, pins: PinMap): Promise<Check[]> {
  let opened: OpenDevice;
  try {
    opened = await openDevice({ board: name, pins, rig: rigs.reference, seed: 1 });
  } catch (thrown) {
    return [
      { name: 'board', verdict: 'fail', finding: messageOf(thrown), fix: 'See the message.' },
    ];
  }
  try {
    const { identity } = opened.board;
    const sensors = await checkSensors(opened);
    return [
      { name: 'board', verdict: 'ok', finding: `${identity.port}, firmware ${identity.firmware}` },
      checkGuard(opened),
      ...sensors,
      checkStopLoop(opened),
    ];
  } finally {
    opened.device.allOff();
    await opened.board.close();
  }
}

function checkGuard({ board: { identity } }: OpenDevice): Check {
  if (identity.guarded) return { name: 'guard', verdict: 'ok', finding: 'drops power by itself' };
  return {
    name: 'guard',
    verdict: 'warn',
    finding:
      identity.kind === 'simulated'
        ? 'the simulated device has no guard'
        : 'the firmware keeps driving when the computer dies',
    fix: 'No person may be treated through it. Bench only, with --bench.',
  };
}

const watchedReports = 40;
/** Half an LSB of noise is 0.05 °C; several times that is a loose wire. */
const noiseWarnC = 0.3;

async function checkSensors({ board, device }: OpenDevice): Promise<Check[]> {
  const seen: Record<TemperatureChannel, number[]> = { plateA: [], plateB: [], heatsink: [] };
  device.sense();
  for (let round = 0; round < watchedReports; round += 1) {
    await board.advanceTo(board.nowMs() + 2 * board.samplingIntervalMs);
    const sensing = device.sense();
    for (const channel of temperatureChannels) seen[channel].push(sensing[channel].celsius);
  }
  return temperatureChannels.map((channel) => checkSensor(channel, seen[channel]));
}

function checkSensor(channel: TemperatureChannel, celsius: readonly number[]): Check {
  const name = channelNames[channel];
  const mean = celsius.reduce((sum, value) => sum + value, 0) / celsius.length;
  const noiseC = Math.sqrt(
    celsius.reduce((sum, value) => sum + (value - mean) ** 2, 0) / celsius.length,
  );
  if (!(mean > -10 && mean < 60)) {
    return {
      name,
      verdict: 'fail',
      finding: 'no plausible temperature',
      fix: 'Check the sensor, its plug and its pull-up resistor.',
    };
  }
  const finding = `${mean.toFixed(2)} °C, noise ${noiseC.toFixed(3)} °C rms`;
  if (noiseC < noiseWarnC) return { name, verdict: 'ok', finding };
  return {
    name,
    verdict: 'warn',
    finding,
    fix: 'Check the plug and keep the wires away from the module supply.',
  };
}

function checkStopLoop({ device }: OpenDevice): Check {
  if (device.sense().stopLoopClosed) return { name: 'stop loop', verdict: 'ok', finding: 'closed' };
  return {
    name: 'stop loop',
    verdict: 'fail',
    finding: 'open',
    fix: 'Release the stop button; plug in the adaptive switch or its blank plug; check the wire.',
  };
}

function print(checks: readonly Check[], pins: PinMap, terminal: Terminal): void {
  const width = Math.max(...checks.map(({ name }) => name.length));
  for (const { name, verdict, finding, fix } of checks) {
    terminal.out(`${verdict.padEnd(5)} ${name.padEnd(width)}  ${finding}`);
    if (fix !== undefined) terminal.out(`${' '.repeat(width + 8)}→ ${fix}`);
  }
  terminal.out('\nPin map');
  for (const role of pinRoles) {
    terminal.out(`${pinLabel(role, pins).padEnd(5)} ${role.signal.padEnd(24)} ${role.wiring}`);
  }
}
