/** The other end of the way of STOP: asks a device process directly, and hears whether the power is proven off. */
import { createConnection } from 'node:net';
import { stopAnswerSchema } from '../contract/answers.ts';
import type { StopAnswer } from '../contract/answers.ts';
import { Patience, lookEveryMs } from '../patience.ts';

/** What came of asking: the device's own answer; or nobody is there; or somebody is, and said nothing that is a proof. */
export type StopReply = StopAnswer | 'nobody there' | 'no answer';

/** Longer than this no answer is. */
const mostAnswerBytes = 8192;

/** @param line the bare word, or one that our own server vouches for */
export function askStop(
  where: { readonly path: string } | { readonly host: string; readonly port: number },
  line: string,
  withinMs: number,
): Promise<StopReply> {
  return new Promise((resolve) => {
    const socket = createConnection({ ...where, noDelay: true });
    let reached = false;
    let text = '';
    const patience = new Patience({
      everyMs: lookEveryMs(withinMs),
      allowedMs: () => withinMs,
      onSilent: () => {
        socket.destroy();
      },
    });
    socket.on('connect', () => {
      reached = true;
      socket.write(line);
    });
    socket.on('data', (data) => {
      text += data.toString('utf8');
      if (text.length > mostAnswerBytes || text.includes('\n')) socket.destroy();
    });
    socket.on('error', () => {
      // It follows as a close.
    });
    socket.on('close', () => {
      patience.end();
      resolve(reached ? answerIn(text) : 'nobody there');
    });
  });
}

function answerIn(text: string): StopReply {
  try {
    return stopAnswerSchema.parse(JSON.parse(text));
  } catch {
    return 'no answer';
  }
}
