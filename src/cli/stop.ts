/** `contrast stop`: STOP, by the device's own way. It needs no server, no page, no session and no question. */
import type { Command } from 'commander';
import { CompanionError, exitCodes } from '../errors.ts';
import { askStop } from '../server/stop/ask.ts';
import type { StopReply } from '../server/stop/ask.ts';
import { confirmedWithinMs } from '../server/stop/desk.ts';
import { stopFolder, stopSockets } from '../server/stop/places.ts';
import { cutThePower } from '../server/stop/stop-words.ts';
import type { Terminal } from './terminal.ts';

interface StopFlags {
  readonly records?: string;
  readonly json: boolean;
}

/** The device itself gives up after `confirmedWithinMs`, and says so. */
const answerWithinMs = confirmedWithinMs + 1000;

export function registerStop(program: Command, terminal: Terminal): void {
  program
    .command('stop')
    .description('STOP: every device that this computer drives, at once')
    .option('--records <folder>', 'only the device that keeps its records there')
    .option('--json', 'one JSON object a line for each device', false)
    .addHelpText('after', endings)
    .action(async (flags: StopFlags) => {
      process.exitCode = await stop(flags, terminal);
    });
}

const endings = `
Exit codes: 0 every device has proven that its power is off, 5 one has not (cut the power), 2 there is none.`;

async function stop({ records, json }: StopFlags, terminal: Terminal): Promise<number> {
  const replies = await Promise.all(
    stopSockets(records === undefined || records === '' ? null : records).map(async (path) => ({
      path,
      reply: await askStop({ path }, 'STOP\n', answerWithinMs),
    })),
  );
  // What a killed process left behind is no device.
  const devices = replies.filter(({ reply }) => reply !== 'nobody there');
  if (devices.length === 0) throw noDevice(records);
  for (const { path, reply } of devices) say(path, reply, json, terminal);
  return devices.every(({ reply }) => isConfirmed(reply)) ? exitCodes.completed : exitCodes.faulted;
}

const isConfirmed = (reply: StopReply): boolean => typeof reply !== 'string' && reply.confirmed;

function say(path: string, reply: StopReply, json: boolean, terminal: Terminal): void {
  if (json) {
    const words = typeof reply === 'string' ? cutThePower : reply.words;
    terminal.out(JSON.stringify({ socket: path, confirmed: isConfirmed(reply), words }));
    return;
  }
  const { terminal: t, decimal } = terminal.tongue;
  if (typeof reply !== 'string' && reply.confirmed) {
    const seconds = decimal(Math.ceil(Math.round(reply.tookMs) / 100) / 10, 1);
    terminal.out(t('stop.said', { words: t('stop.off', { seconds }) }));
  } else terminal.err(t('stop.said', { words: t('stop.cutThePower') }));
}

const noDevice = (records: string | undefined): CompanionError =>
  new CompanionError('NO_DEVICE', {
    what:
      records === undefined
        ? 'no device of this computer listens for STOP'
        : 'no device that keeps its records there listens for STOP',
    where: records ?? stopFolder(),
    fix: 'If a plate is warm or cold all the same: take it off the skin, press its stop button, pull the plug.',
  });
