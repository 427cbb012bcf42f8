/** STOP from outside a treatment in the terminal: `contrast stop` and a port of its own, as the server's device has them. */
import { randomBytes } from 'node:crypto';
import { StopProof } from '../treatment/host/stop-proof.ts';
import { StopDesk } from '../server/stop/desk.ts';
import { StopListener } from '../server/stop/listener.ts';
import { stopSocketOf } from '../server/stop/places.ts';
import { namedBy, tell } from '../treatment/host/wishes.ts';
import type { Companion } from '../treatment/companion.ts';
import type { Tongue } from '../words/tongue.ts';

export interface RunStopWay {
  /** Null where no port could be had. */
  readonly port: number | null;
  /** To be called after every tick. */
  afterTick(): void;
  close(): void;
}

/** @param port undefined: any that is free. @throws CompanionError ADDRESS_UNUSABLE */
export async function openRunStopWay(
  companion: Companion,
  recordsFolder: string,
  port: number | undefined,
): Promise<RunStopWay> {
  let ticks = 0;
  const { board } = companion;
  const proof = new StopProof({
    board,
    // Before the first tick nothing was read, and nothing is driven.
    readings: () => companion.readings,
    session: () => companion.treatment.session,
    sessionName: () => companion.state,
  });
  const desk = new StopDesk({
    stop: (who) => {
      companion.allOff();
      tell(companion, { wish: 'stop' }, namedBy(who));
      return proof.wait();
    },
    nowMs: () => performance.now(),
  });
  const listener = await StopListener.open({
    host: '127.0.0.1',
    port: port ?? 0,
    onlyThisPort: port !== undefined,
    socket: stopSocketOf(recordsFolder, process.pid),
    key: randomBytes(24).toString('base64url'),
    press: (presser) => desk.press(presser),
    ticks: () => ticks,
  });
  return {
    port: listener.port,
    afterTick: () => {
      ticks += 1;
      proof.afterTick();
    },
    close: () => {
      listener.close();
    },
  };
}

export const stopWords = ({ terminal: t }: Tongue, { port }: RunStopWay): string =>
  port === null ? t('banner.stop') : t('banner.stopPort', { port: String(port) });
