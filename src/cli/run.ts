/** `contrast run`: one treatment in the terminal. */
import { Option } from 'commander';
import type { Command } from 'commander';
import { boardIdentityFacts, refuseUnguarded } from '../treatment/board-policy.ts';
import { suitsTheGuard } from '../treatment/guard-limits.ts';
import { faultCatalogue } from '../../hardware/boards/fault-catalogue.ts';
import { isCondition } from '../../hardware/plant/faults.ts';
import { rigs } from '../../hardware/plant/rigs.ts';
import { defaultPinMap, parsePinMap } from '../../hardware/parts/pin-map.ts';
import { defaultPresetId } from '../limits/presets.ts';
import type { Companion } from '../treatment/companion.ts';
import { namedBy, tell } from '../treatment/host/wishes.ts';
import { openDevice } from '../treatment/open-device.ts';
import type { OpenDevice } from '../treatment/open-device.ts';
import { paced } from '../treatment/pacing.ts';
import { exitCodeOfOutcome } from '../treatment/summary.ts';
import { prepareTreatment } from '../treatment/prepare.ts';
import { boardFactIn } from '../treatment/board-words.ts';
import { errorIn } from './error-words.ts';
import { admitPerson } from './run-admission.ts';
import { earlierThan } from './run-earlier.ts';
import { loadAnswers } from './run-answers.ts';
import { conduct } from './run-conduct.ts';
import {
  actOf,
  checkFlags,
  isImaginary,
  parseAct,
  parseFault,
  parseClinician,
  parseName,
  parsePort,
  parseRig,
  parseSeed,
  parseSite,
  parseSpeed,
  parseWords,
} from './run-options.ts';
import type { Act, RunFlags, Timed } from './run-options.ts';
import { characterSetWords, notAsked, refuseUnready } from './run-readiness.ts';
import { chooseScreen } from './run-screen.ts';
import { readClock } from '../records/clock.ts';
import { recordsFolderFor } from '../records/folder.ts';
import { parseSkinAfter } from './run-skin-after.ts';
import type { Terminal } from './terminal.ts';
import type { Happening } from '../treatment/host/run.ts';

/** Adds `contrast run`, and `contrast screening`: the questions that it asks. */
export function registerRun(program: Command, terminal: Terminal): void {
  const command = program
    .command('run')
    .description('run one treatment, with progress; on the simulated device unless told otherwise')
    .option(
      '--board <board>',
      'simulated, emulated, emulated-standard, auto, or a serial port',
      'simulated',
    )
    .addOption(
      new Option('--rig <rig>', 'which device it is').default('reference').argParser(parseRig),
    )
    .option('--bench', 'allow an unguarded board: no person may be on the plate', false)
    .option('--prescription <file>', 'a prescription file or the name of a preset', defaultPresetId)
    .option('--limits <file>', 'clinic limits, narrower than the built-in ones')
    .addOption(
      new Option('--speed <speed>', 'simulated seconds per second, or max')
        .default(1)
        .argParser(parseSpeed),
    )
    .addOption(
      new Option('--seed <seed>', 'seed of the simulated device').default(1).argParser(parseSeed),
    )
    .addOption(
      new Option(
        '--fault <id@seconds>',
        'let a fault happen at a second of the treatment; `list` prints them; repeatable',
      )
        .default([])
        .argParser(parseFault),
    )
    .addOption(
      new Option(
        '--act <what@seconds>',
        'stand in for a person: pause, resume, end-early, stop, press-stop-button …; repeatable',
      )
        .default([])
        .argParser(parseAct),
    )
    .option('--records <folder>', 'where the record is kept')
    .addOption(
      new Option(
        '--stop-port <port>',
        'port on this computer that hears STOP; any that is free where it is not said',
      ).argParser(parsePort),
    )
    .option(
      '--yes',
      'answer the screening all-clear and confirm contact (simulated and emulated boards)',
      false,
    )
    .option('--json', 'one JSON object a line for each event, and a summary', false);
  addPersonOptions(command).action(async (flags: RunFlags) => {
    if (flags.fault.some(({ id }) => id === 'list')) {
      printFaults(terminal);
      return;
    }
    process.exitCode = await run(flags, terminal);
  });
}

/** Who is under the plate, what is known of them, and who answers for what. */
function addPersonOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--site <site>', 'where the plate lies; needed on a real board').argParser(
        parseSite,
      ),
    )
    .option('--answers <file>', 'prepared answers to the screening: question ids with yes or no')
    .addOption(
      new Option(
        '--skin-after <answer>',
        'how the skin was 20 min after the session before: fine, not-sure, or wrong:blister,pain …',
      ).argParser(parseSkinAfter),
    )
    .addOption(
      new Option(
        '--clinician <name>',
        'who decides where the screening leaves it to a clinician',
      ).argParser(parseClinician),
    )
    .addOption(
      new Option(
        '--confirmed-by <name>',
        'who confirms answers that are other ones than in a screening that was declined within a day',
      ).argParser(parseName),
    )
    .addOption(
      new Option('--override <reason>', 'why that clinician decides to treat').argParser(
        parseWords,
      ),
    )
    .addOption(
      new Option(
        '--reset-by <name>',
        'who found the cause and clears a trip that the board or the newest record has latched',
      ).argParser(parseName),
    )
    .option('--password-file <file>', 'password of the named person, where there are accounts')
    .option(
      '--history',
      'count earlier sessions of the record folder, as a real board always does',
      false,
    );
}

function printFaults(terminal: Terminal): void {
  const width = Math.max(...faultCatalogue.map(({ id }) => id.length));
  for (const { id, description } of faultCatalogue)
    terminal.out(`${id.padEnd(width)}  ${description}`);
}

async function run(flags: RunFlags, terminal: Terminal): Promise<number> {
  checkFlags(flags);
  const rig = rigs[flags.rig];
  const prescribed = prepareTreatment(flags.prescription, flags.limits, rig);
  const prepared = flags.answers === undefined ? null : loadAnswers(flags.answers);
  // Where the record goes is known before the board is touched.
  const recordsFolder = recordsFolderFor(flags.records, process.env);
  const screen = chooseScreen(flags, terminal);
  const asksPerson = !isImaginary(flags.board) && !flags.bench;
  refuseUnready({ asksPerson, canAsk: screen.canAsk });
  const characters = characterSetWords(process.env, terminal);
  if (characters !== null) screen.banner(characters);
  if (flags.board === 'emulated-standard') {
    // Known beforehand, so that nothing is fetched or started in vain.
    refuseUnguarded({ kind: flags.board, port: flags.board, guarded: false }, flags.bench);
  }
  const opened = await open(flags);
  try {
    const { identity } = opened.board;
    refuseUnguarded(identity, flags.bench);
    const nowMs = Date.now();
    const earlier = await earlierThan(opened.board, flags, recordsFolder, nowMs, screen.tongue);
    const automatic =
      flags.yes || (identity.imaginary && prepared !== null && !screen.canAsk && !flags.bench);
    if (!automatic && !screen.canAsk) throw notAsked();
    const { witness } = opened.device.sees;
    const facts = boardIdentityFacts(identity, flags.bench, witness, suitsTheGuard(rig));
    for (const fact of facts) screen.banner(boardFactIn(screen.tongue, fact, identity));
    for (const banner of earlier.banners) screen.banner(banner);
    const admitted = flags.bench
      ? null
      : await admitPerson({
          identity,
          flags,
          prescribed,
          prepared,
          screen,
          recordsFolder,
          nowMs,
          clock: readClock(),
          uses: earlier.uses,
          prove: earlier.prove,
          allOff: () => {
            opened.device.allOff();
          },
        });
    const summary = await conduct({
      opened,
      prescribed: admitted?.prescribed ?? prescribed,
      admitted,
      latched: earlier.latched,
      resetBy: earlier.resetBy,
      automatic,
      flags,
      rig,
      screen,
      terminal,
      recordsFolder,
      pacer: paced(opened.board.virtual ? flags.speed : 'max'),
      happenings: happeningsOf(flags),
    });
    if (admitted?.refusal != null && !terminal.interactive) {
      terminal.err(`contrast: ${errorIn(terminal.tongue, admitted.refusal)}`);
    }
    return exitCodeOfOutcome(summary.outcome);
  } finally {
    opened.device.allOff();
    await opened.board.close();
  }
}

function open({ board, rig, seed, fault }: RunFlags): Promise<OpenDevice> {
  const pins = parsePinMap(defaultPinMap);
  const conditions = fault.filter(isStanding).map(({ id }) => id);
  return openDevice({ board, pins, rig: rigs[rig], seed, conditions });
}

/** A bench that is to be so from the first second has been so before the first reading. */
const isStanding = ({ id, atS }: Timed): boolean => atS === 0 && isCondition(id);

/** As short as a person in a fright may hit the button. */
const tapMs = 30;

function happeningsOf({ fault, act }: RunFlags): Happening[] {
  const events = fault.filter((one) => !isStanding(one));
  const faults = events.map(({ id, atS }: Timed): Happening => ({
    atS,
    happen: ({ board }) => {
      board.simulation?.injectFault(id);
    },
  }));
  const acts = act.map(({ id, atS }: Timed): Happening => ({
    atS,
    happen: (companion) => {
      perform(companion, actOf(id));
    },
  }));
  return [...faults, ...acts];
}

function perform(companion: Companion, act: Act): void {
  const { simulation } = companion.board;
  if (act === 'check due') companion.send({ event: { type: 'CHECK_DUE' }, who: 'script' });
  else if (act === 'tap') simulation?.setStopPressed(true, tapMs);
  else if (typeof act === 'string') simulation?.setStopPressed(act === 'press');
  else tell(companion, act, namedBy('script'));
}
