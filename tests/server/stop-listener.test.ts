/** The device's own way of STOP: whatever is sent, in whatever form, and however many hold a place before it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { askStop } from '../../src/server/stop/ask.ts';
import { StopListener, mostConnections } from '../../src/server/stop/listener.ts';
import { confirmedAnswer, presserWords } from '../../src/server/stop/stop-words.ts';
import type { Presser } from '../../src/server/stop/stop-words.ts';
import { vouchedLine } from '../../src/server/stop/wish.ts';

const proof = { session: 'settling', relayOpen: true, bridgeOff: true, ticks: 1 } as const;
const key = 'only-the-server-knows';

let folder = '';
let pressed: Presser[] = [];
let listener: StopListener;
const open = (port: number, onlyThisPort: boolean): Promise<StopListener> =>
  StopListener.open({
    host: '127.0.0.1',
    port,
    onlyThisPort,
    socket: join(folder, 'stop.sock'),
    key,
    press: (presser) => {
      pressed.push(presser);
      return Promise.resolve(confirmedAnswer(proof, 4));
    },
    ticks: () => 7,
  });

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'contrast-stop-test-'));
  pressed = [];
  listener = await open(0, false);
});
afterEach(() => {
  listener.close();
  rmSync(folder, { recursive: true, force: true });
});

const connected = async (): Promise<Socket> => {
  const socket = createConnection({ port: listener.port!, host: '127.0.0.1' });
  socket.on('error', () => {});
  await once(socket, 'connect');
  return socket;
};

/** All that is answered to these pieces, each sent by itself. */
async function answerTo(pieces: readonly (string | Buffer)[], end = false): Promise<string> {
  const socket = await connected();
  let text = '';
  socket.on('data', (data) => (text += data.toString()));
  const closed = once(socket, 'close');
  for (const piece of pieces) await new Promise((sent) => socket.write(piece, sent));
  if (end) socket.end();
  await closed;
  return text;
}

describe('STOP is heard', () => {
  it.each<[string, readonly (string | Buffer)[], boolean?]>([
    ['as a browser sends it', ['POST /stop HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n{}']],
    ['by the path of the server', ['POST /api/v1/stop HTTP/1.1\r\nHost: x\r\n\r\n']],
    ['by any other path', ['POST / HTTP/1.1\r\nHost: x\r\n\r\n']],
    ['in HTTP/1.0, without a name', ['POST /stop HTTP/1.0\r\n\r\n']],
    ['in HTTP/1.1, without a name', ['POST /stop HTTP/1.1\r\n\r\n']],
    ['with an empty name', ['POST /stop HTTP/1.1\r\nHost:\r\n\r\n']],
    ['with half a name', ['POST /stop HTTP/1.1\r\nHost: [::1\r\n\r\n']],
    ['in small letters', ['post /stop http/1.0\n\n']],
    ['before its head is whole', ['POST /stop HTTP/1.1\r\nHost: very.slo']],
    ['before its body', ['POST /stop HTTP/1.1\r\nContent-Length: 1000000\r\n\r\n']],
    ['from another site', ['POST /stop HTTP/1.1\r\nOrigin: http://evil.example\r\n\r\n']],
    ['letter by letter', 'POST /stop HTTP/1.1\r\n'.split('')],
    ['after an empty line', ['\r\nPOST /stop HTTP/1.1\r\n\r\n']],
    ['as a word', ['STOP\n']],
    ['as a word in small letters', ['stop\r\n']],
    ['as a word among others', ['STOP! now, please\n']],
    ['as a word that is not ended', ['STOP'], true],
    ['as a word after a byte order mark', ['\uFEFFSTOP\n']],
    ['as a word with the zeros of UTF-16', ['\0S\0T\0O\0P\0\n']],
    [
      'as a word after what a telnet says first',
      [Buffer.from([0xff, 0xfd, 0x03, 0xff, 0xfb, 0x18]), 'STOP\r\n'],
    ],
    ['as a word whose line nobody ends', ['STOP']],
  ])('%s', async (_what, pieces, end) => {
    const answer = await answerTo(pieces, end);
    expect(JSON.parse(answer.split('\r\n\r\n').at(-1)!)).toMatchObject({ confirmed: true });
    expect(pressed.map(presserWords)).toEqual([
      'somebody who is not signed in (the STOP port, 127.0.0.1)',
    ]);
  });

  it('whoever holds all places before it, silent or slow', async () => {
    const holders = await Promise.all(Array.from({ length: 3 * mostConnections }, connected));
    for (const holder of holders) if (!holder.destroyed) holder.write('PO');
    expect(await answerTo(['STOP\n'])).toContain('"confirmed":true');
    expect(listener.connections).toBeLessThanOrEqual(mostConnections);
    for (const holder of holders) holder.destroy();
  });

  it('on the local socket, and from our own server with the name of who pressed', async () => {
    const where = { path: listener.socket! };
    expect(await askStop(where, 'STOP\n', 5000)).toMatchObject({ confirmed: true });
    const viewer = { name: 'the viewer', address: '192.168.1.20', way: 'page' } as const;
    await askStop(where, vouchedLine(key, JSON.stringify(viewer)), 5000);
    // One word, as a key is: what is not even in its form is believed by nobody.
    await askStop(where, vouchedLine('a-guess', JSON.stringify(viewer)), 5000);
    await askStop(where, vouchedLine('two words', JSON.stringify(viewer)), 5000);
    await askStop(where, vouchedLine(key, 'no presser'), 5000);
    expect(pressed.map(presserWords)).toEqual([
      'somebody who is not signed in (contrast stop, this computer)',
      'the viewer (the dashboard, 192.168.1.20)',
      'somebody who is not signed in (contrast stop, this computer)',
      'somebody who is not signed in (contrast stop, this computer)',
      'somebody who is not signed in (contrast stop, this computer)',
    ]);
  });
});

describe('no STOP is', () => {
  it.each([
    ['a look', 'GET /stop HTTP/1.1\r\n\r\n', 'HTTP/1.1 200 OK', '"ticks":7'],
    ['a question beforehand', 'OPTIONS /stop HTTP/1.1\r\n\r\n', 'HTTP/1.1 204', 'Methods: POST'],
    ['a greeting of TLS', '\u0016\u0003\u0001\u0002', 'HTTP/1.1 400', 'BAD_REQUEST'],
    ['another word', 'STOPPED\n', 'HTTP/1.1 400', 'only STOP is heard here'],
    ['a line without an end', 'x'.repeat(5000), 'HTTP/1.1 400', 'BAD_REQUEST'],
  ])('%s', async (_what, sent, status, said) => {
    const answer = await answerTo([sent]);
    expect(answer.startsWith(status)).toBe(true);
    expect(answer).toContain(said);
    // A page at the other port may read it.
    expect(answer).toContain('\r\nAccess-Control-Allow-Origin: *\r\n');
    expect(pressed).toEqual([]);
  });
});

describe('where the port is taken', () => {
  it('any other will do, unless it was asked for', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const second = await open(port, false);
    expect(second.port).not.toBe(port);
    expect(second.port).not.toBeNull();
    second.close();
    await expect(open(port, true)).rejects.toMatchObject({ code: 'ADDRESS_UNUSABLE' });
    other.close();
  });
});

it('nobody there, and nobody who answers, are told apart', async () => {
  expect(await askStop({ path: join(folder, 'none.sock') }, 'STOP\n', 5000)).toBe('nobody there');
  const mute = createServer((socket) => {
    socket.destroy();
  }).listen(join(folder, 'mute.sock'));
  await once(mute, 'listening');
  expect(await askStop({ path: join(folder, 'mute.sock') }, 'STOP\n', 5000)).toBe('no answer');
  mute.close();
});
