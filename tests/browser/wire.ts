/** A network between browser and server that can fail: cut (connections break) or silent (nothing arrives any more). */
import { connect, createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import type { Served } from './browser.ts';

export type WireState = 'whole' | 'cut' | 'silent';

export interface Wire {
  readonly url: string;
  /** Also ends what is under way, except where it only falls silent. */
  readonly change: (state: WireState) => Promise<void>;
  readonly end: () => Promise<void>;
}

export async function wireTo({ url }: Served): Promise<Wire> {
  const target = Number(new URL(url).port);
  const sockets = new Set<Socket>();
  let state: WireState = 'whole';
  const pass = (from: Socket, to: Socket): void => {
    from.on('data', (data) => {
      if (state === 'whole') to.write(data);
    });
    from.on('close', () => to.destroy());
    from.on('error', () => to.destroy());
    sockets.add(from);
    from.on('close', () => sockets.delete(from));
  };
  const server = createServer((near) => {
    if (state === 'cut') {
      near.destroy();
      return;
    }
    const far = connect(target, '127.0.0.1');
    pass(near, far);
    pass(far, near);
  });
  await listening(server);
  const drop = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    change: (changed) => {
      state = changed;
      if (changed !== 'silent') drop();
      return Promise.resolve();
    },
    end: () => {
      drop();
      return new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
      });
    },
  };
}

const listening = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve();
    });
  });
