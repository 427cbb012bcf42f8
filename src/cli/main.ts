/** The `contrast` command: its parts, and the one place where an error becomes words and an exit code. */
import { Command, CommanderError } from 'commander';
import { CompanionError, exitCodes, messageOf } from '../errors.ts';
import { registerDoctor } from './doctor.ts';
import { registerExplain } from './explain.ts';
import { registerFaults } from './faults.ts';
import { registerFirmware } from './firmware.ts';
import { registerLimits } from './limits.ts';
import { registerPlant } from './plant.ts';
import { registerPrescription } from './prescription.ts';
import { registerRecords } from './records.ts';
import { registerRun } from './run.ts';
import { registerServe } from './serve.ts';
import { registerSimulate } from './simulate.ts';
import { processTerminal } from './terminal.ts';
import type { Terminal } from './terminal.ts';
import { programVersion } from './version.ts';

export function programFor(terminal: Terminal): Command {
  const program = new Command('contrast')
    .description(
      'Heat/cold contrast treatment on a Peltier plate: always starts cold, always ends cold.\n' +
        'Not a cleared medical device; consult a physician if spasms become worse or more frequent.',
    )
    .version(programVersion())
    .option('--debug', 'show the stack of an error')
    .showHelpAfterError('Run `contrast --help` or `contrast COMMAND --help`.')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => {
        terminal.out(text.trimEnd());
      },
      writeErr: (text) => {
        terminal.err(text.trimEnd());
      },
    });
  registerRun(program, terminal);
  registerServe(program, terminal);
  registerPrescription(program, terminal);
  registerLimits(program, terminal);
  registerRecords(program, terminal);
  registerExplain(program, terminal);
  registerPlant(program, terminal);
  registerFaults(program, terminal);
  registerSimulate(program, terminal);
  registerDoctor(program, terminal);
  registerFirmware(program, terminal);
  inheritSettings(program);
  return program;
}

/** Commander copies settings only to subcommands made after they were set. */
function inheritSettings(command: Command): void {
  for (const child of command.commands) {
    child.copyInheritedSettings(command);
    inheritSettings(child);
  }
}

/** Runs the command line; sets the exit code; never throws. */
export async function main(argv: readonly string[], terminal = processTerminal()): Promise<void> {
  ignoreClosedPipe();
  try {
    await programFor(terminal).parseAsync([...argv]);
  } catch (thrown) {
    process.exitCode = report(thrown, argv.includes('--debug'), terminal);
  }
}

/** Whoever read our output may leave; a treatment goes on and its record is kept. */
function ignoreClosedPipe(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE' && error.code !== 'EIO') throw error;
    });
  }
}

function report(thrown: unknown, debug: boolean, terminal: Terminal): number {
  if (thrown instanceof CommanderError) {
    // Help and version were asked for; anything else was said by commander already.
    return thrown.exitCode === 0 ? exitCodes.completed : exitCodes.usage;
  }
  if (thrown instanceof CompanionError) {
    terminal.err(`contrast: ${thrown.message}`);
  } else {
    terminal.err(
      `contrast: a defect of ours: ${messageOf(thrown)}. Please report it, with --debug. (DEFECT)`,
    );
  }
  if (debug && thrown instanceof Error) terminal.err(thrown.stack ?? '');
  return thrown instanceof CompanionError ? thrown.exitCode : exitCodes.defect;
}
