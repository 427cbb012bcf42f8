/** The `contrast` command: its parts, and the one place where an error becomes words and an exit code. */
import { Command, CommanderError, Option } from 'commander';
import { CompanionError, exitCodes, messageOf } from '../errors.ts';
import { languageFor, parseLanguage } from './spoken-language.ts';
import { processTerminal } from './terminal.ts';
import type { Terminal } from './terminal.ts';
import { programVersion } from './version.ts';
import { languages } from '../words/language.ts';
import { tongueOf } from '../words/tongue.ts';

type Register = (program: Command, terminal: Terminal) => void;

const run = async (): Promise<Register> => (await import('./run.ts')).registerRun;
const serve = async (): Promise<Register> => (await import('./serve.ts')).registerServe;
const screening = async (): Promise<Register> => (await import('./screening.ts')).registerScreening;

/**
 * In the order in which help shows them. What is not asked for is not loaded: to show a limit takes no serial port, and
 * loading all of it takes longer than most commands.
 */
const commands = new Map<string, () => Promise<Register>>([
  ['screening', screening],
  ['run', run],
  ['serve', serve],
  ['demo', serve],
  ['stop', async () => (await import('./stop.ts')).registerStop],
  ['prescription', async () => (await import('./prescription.ts')).registerPrescription],
  ['limits', async () => (await import('./limits.ts')).registerLimits],
  ['records', async () => (await import('./records.ts')).registerRecords],
  ['explain', async () => (await import('./explain.ts')).registerExplain],
  ['plant', async () => (await import('./plant.ts')).registerPlant],
  ['faults', async () => (await import('./faults.ts')).registerFaults],
  ['simulate', async () => (await import('./simulate.ts')).registerSimulate],
  ['doctor', async () => (await import('./doctor.ts')).registerDoctor],
  ['firmware', async () => (await import('./firmware.ts')).registerFirmware],
]);

/** @param wanted the command that was asked for; all of them where it is none of ours, for help and for suggestions */
export async function programFor(terminal: Terminal, wanted?: string): Promise<Command> {
  const program = new Command('contrast')
    .description(
      'Heat/cold contrast treatment on a Peltier plate: always starts cold, always ends cold.\n' +
        'Not a cleared medical device; consult a physician if spasms become worse or more frequent.',
    )
    .version(programVersion())
    .option('--debug', 'show the stack of an error')
    .addOption(
      new Option(
        '--lang <language>',
        `${languages.join(', ')}: what people read of treatments, screenings, records and reports; else by LC_ALL, LC_MESSAGES, LANG`,
      ).argParser(parseLanguage),
    )
    // What goes with every command is shown with each.
    .configureHelp({ showGlobalOptions: true })
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
  const load = commands.get(wanted ?? '');
  const loads = load === undefined ? new Set(commands.values()) : [load];
  for (const register of await Promise.all(Array.from(loads, (one) => one())))
    register(program, terminal);
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

const wantedIn = (argv: readonly string[]): string | undefined =>
  argv.find((word, index) => index >= 2 && !word.startsWith('-') && argv[index - 1] !== '--lang');

/** How a treatment ended says more than where its words went; of any other command the words are all there is. */
const lostOutput = (argv: readonly string[]) => (): void => {
  if (wantedIn(argv) !== 'run') process.exitCode = exitCodes.usage;
};

/** Runs the command line; sets the exit code; never throws. */
export async function main(
  argv: readonly string[],
  terminal = processTerminal(
    process.env,
    lostOutput(argv),
    tongueOf(languageFor(argv, process.env)),
  ),
): Promise<void> {
  try {
    const program = await programFor(terminal, wantedIn(argv));
    await program.parseAsync([...argv]);
  } catch (thrown) {
    process.exitCode = await report(thrown, argv.includes('--debug'), terminal);
  }
  // What nobody reads would keep this process alive for as long as they do not.
  if ((await terminal.live?.settled()) === false) process.exit();
}

async function report(thrown: unknown, debug: boolean, terminal: Terminal): Promise<number> {
  if (thrown instanceof CommanderError) {
    // Help and version were asked for; anything else was said by commander already.
    return thrown.exitCode === 0 ? exitCodes.completed : exitCodes.usage;
  }
  if (thrown instanceof CompanionError) {
    // Only an error needs the words of everything that can be wrong.
    const { errorIn } = await import('./error-words.ts');
    terminal.err(`contrast: ${errorIn(terminal.tongue, thrown)}`);
  } else {
    terminal.err(terminal.tongue.terminal('trouble.ours', { message: messageOf(thrown) }));
  }
  if (debug && thrown instanceof Error) terminal.err(thrown.stack ?? '');
  return thrown instanceof CompanionError ? thrown.exitCode : exitCodes.defect;
}
