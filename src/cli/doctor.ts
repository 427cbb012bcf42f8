/** `contrast doctor`: is everything fit for a treatment, and if not, what is to be done? */
import type { Command } from 'commander';
import { defaultPinMap, parsePinMap, pinLabel, pinRoles } from '../../hardware/parts/pin-map.ts';
import type { PinMap } from '../../hardware/parts/pin-map.ts';
import type { Check } from '../doctor/check.ts';
import { doctorsReport } from '../doctor/doctor.ts';
import { exitCodes } from '../errors.ts';
import { recordsFolderFor } from '../records/folder.ts';
import type { Terminal } from './terminal.ts';
import { programVersion } from './version.ts';

interface DoctorFlags {
  readonly board: string;
  readonly limits?: string;
  readonly records?: string;
  readonly json: boolean;
}

export function registerDoctor(program: Command, terminal: Terminal): void {
  program
    .command('doctor')
    .description(
      'check computer, records, limits, ports, board, firmware, sensors, stop loop and lease; print the pin map',
    )
    .option(
      '--board <board>',
      'simulated, emulated, emulated-standard, auto, or a serial port',
      'simulated',
    )
    .option('--limits <file>', 'clinic limits to check')
    .option('--records <dir>', 'folder of the records')
    .option('--json', 'as JSON', false)
    .action(async ({ board, limits, records, json }: DoctorFlags) => {
      const pins = parsePinMap(defaultPinMap);
      const checks = await doctorsReport({
        board,
        pins,
        version: programVersion(),
        recordsFolder: recordsFolderFor(records, process.env),
        limitsFile: limits,
      });
      if (json) terminal.out(JSON.stringify({ checks, pins }));
      else print(checks, pins, terminal);
      if (checks.some(({ verdict }) => verdict === 'fail')) process.exitCode = exitCodes.refused;
    });
}

function print(checks: readonly Check[], pins: PinMap, terminal: Terminal): void {
  const width = Math.max(...checks.map(({ name }) => name.length));
  for (const { name, verdict, finding, fix } of checks) {
    terminal.out(`${verdict.padEnd(5)} ${name.padEnd(width)}  ${finding}`);
    if (fix !== undefined) terminal.out(`${' '.repeat(width + 8)}→ ${fix}`);
  }
  const count = (wanted: Check['verdict']): number =>
    checks.filter(({ verdict }) => verdict === wanted).length;
  terminal.out(
    `\n${count('ok')} ok, ${count('warn')} to know about, ${count('fail')} to be put right`,
  );
  terminal.out('\nPin map');
  for (const role of pinRoles) {
    terminal.out(`${pinLabel(role, pins).padEnd(5)} ${role.signal.padEnd(24)} ${role.wiring}`);
  }
}
