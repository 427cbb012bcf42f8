/**
 * What a connection meets before any route: room for it, a bound on how much one address may ask, and a plain answer for
 * what is no proper request. STOP passes all of it, in whatever form.
 */
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { RequestError, getRequestListener } from '@hono/node-server';
import type { ApiError } from '../contract/errors.ts';
import type { App, ServerParts } from '../parts.ts';
import { reportIt } from '../refusal.ts';
import { httpAnswer } from '../stop/answer-text.ts';
import { Crowd } from '../stop/crowd.ts';
import { clientAddress, networkOf, hostIn } from './addresses.ts';
import { Allowance, usualAllowance } from './allowance.ts';
import type { AllowanceLimits } from './allowance.ts';
import { stopPath } from './guards.ts';

export interface FrontOptions {
  readonly parts: Pick<ServerParts, 'trustedProxies' | 'supervisor' | 'stopWithinMs'>;
  readonly onDefect: (thrown: unknown) => void;
  readonly nowMs: () => number;
  readonly allowance?: AllowanceLimits | undefined;
  readonly mostConnections: number;
}

/** Whoever sends or reads slowly must not hold a connection for ever. */
const headersWithinMs = 10_000;
const requestWithinMs = 20_000;
const lookEveryMs = 1000;
/** A connection on which nothing moves for so long is over; an event stream says something more often. */
const stillForMs = 65_000;

export function frontDoor(app: App, options: FrontOptions): Server {
  const listener = getRequestListener(app.fetch, {
    overrideGlobalObjects: false,
    errorHandler: (thrown) => answerFor(thrown, options.onDefect),
  });
  const allowance = new Allowance(options.allowance ?? usualAllowance, options.nowMs);
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const isStop = straightened(request);
    const refusal = isStop ? null : refusalFor(request, allowance, options.parts);
    if (refusal === null) void listener(request, response);
    else refuse(response, ...refusal);
  };
  const server = createServer(
    {
      headersTimeout: headersWithinMs,
      requestTimeout: requestWithinMs,
      connectionsCheckingInterval: lookEveryMs,
      // Who calls us by no name is told so by us, and STOP needs none.
      requireHostHeader: false,
    },
    answer,
  );
  // What else whoever asks expects is no reason not to hear it.
  server.on('checkExpectation', answer);
  server.on('connect', (_request, socket) => {
    socket.end(noTunnel);
  });
  server.on('clientError', (error: BrokenRequest, socket) => {
    answerBroken(error, socket as Socket, options.parts);
  });
  server.maxHeadersCount = 100;
  server.timeout = stillForMs;
  keepRoom(server, options.mostConnections);
  return server;
}

/** By any of its paths, with a slash too many or an origin before it, as proxies make them. */
function isStopPath(url: string): boolean {
  const path = url.replace(/[?#].*$/s, '').replace(/^https?:\/\/[^/]*/i, '');
  return /^\/+(?:api\/+v1\/+)?stop\/*$/i.test(path);
}

/** STOP by any of its paths, with whatever name, becomes the request that the route knows. */
function straightened(request: IncomingMessage): boolean {
  const isStop = request.method === 'POST' && isStopPath(request.url ?? '');
  const { localAddress = '127.0.0.1', localPort = 80 } = request.socket;
  const here = localAddress.includes(':') ? `[${localAddress}]` : localAddress;
  // HTTP/1.0 knew no names.
  const oldFashioned = request.headers.host === undefined && request.httpVersion === '1.0';
  if (isStop) request.url = stopPath;
  const host = hostIn(request.headers.host);
  if (host !== null) request.headers.host = host;
  else if (isStop || oldFashioned)
    request.headers.host = hostIn(`${here}:${localPort}`) ?? 'localhost';
  return isStop;
}

type Refused = readonly [status: number, error: ApiError];

function refusalFor(
  { headers, socket }: IncomingMessage,
  allowance: Allowance,
  { trustedProxies }: FrontOptions['parts'],
): Refused | null {
  const forwarded = headers['x-forwarded-for']?.toString();
  const address = clientAddress(socket.remoteAddress, forwarded, trustedProxies);
  if (!allowance.take(networkOf(address))) return tooMany;
  return hostIn(headers.host) === null ? noName : null;
}

const tooMany: Refused = [
  429,
  {
    code: 'TOO_MANY_REQUESTS',
    what: 'too many requests from one address',
    where: null,
    fix: 'Ask again in a second. STOP is always heard.',
  },
];
const noName: Refused = [
  400,
  {
    code: 'BAD_REQUEST',
    what: 'the request calls this server by no name and no address',
    where: 'Host',
    fix: 'Use its address, or localhost.',
  },
];
const noRequest: Refused = [
  400,
  { code: 'BAD_REQUEST', what: 'this is no request', where: null, fix: 'Send HTTP/1.1.' },
];

function refuse(response: ServerResponse, status: number, error: ApiError): void {
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'Cache-Control': 'no-store',
    Connection: status === 400 ? 'close' : 'keep-alive',
    ...(status === 429 ? { 'Retry-After': '1' } : {}),
  });
  response.end(JSON.stringify(error));
}

const noTunnel = 'HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n';

/** What Node says of a request that it cannot read, with the bytes as far as it got. */
interface BrokenRequest extends NodeJS.ErrnoException {
  readonly rawPacket?: Buffer;
}

const brokenStatus: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: '413 Payload Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};

/** STOP is what its first line says, whatever is wrong with the rest; anything else is answered and closed. */
function answerBroken(
  { code, rawPacket }: BrokenRequest,
  socket: Socket,
  { supervisor, stopWithinMs }: FrontOptions['parts'],
): void {
  const [, url = ''] = /^\s*POST[ \t]+(\S+)/i.exec(rawPacket?.toString('latin1') ?? '') ?? [];
  if (isStopPath(url)) {
    const presser = { name: null, address: socket.remoteAddress ?? null, way: 'page' } as const;
    void supervisor.stop(presser, stopWithinMs).then((answer) => socket.end(httpAnswer(answer)));
    return;
  }
  // Where an answer is under way, another one would be a part of it.
  if (!socket.writable || socket.bytesWritten > 0) socket.destroy();
  else {
    const status = brokenStatus[code ?? ''] ?? '400 Bad Request';
    socket.end(`HTTP/1.1 ${status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`);
  }
}

/** What cannot be read as a request is no defect of ours. */
function answerFor(thrown: unknown, onDefect: (thrown: unknown) => void): Response {
  if (thrown instanceof RequestError) {
    const [status, error] = noRequest;
    return Response.json(error, { status, headers: { Connection: 'close' } });
  }
  onDefect(thrown);
  const body: ApiError = { code: 'DEFECT', what: 'a defect of ours', where: null, fix: reportIt };
  return Response.json(body, { status: 500 });
}

function keepRoom(server: Server, most: number): void {
  const crowd = new Crowd<Socket>(most);
  server.on('connection', (socket) => {
    crowd.admit(socket, networkOf(socket.remoteAddress ?? 'unknown'))?.destroy();
    socket.on('close', () => {
      crowd.leave(socket);
    });
  });
  server.on('request', ({ socket }, response) => {
    crowd.busy(socket, true);
    response.on('close', () => {
      crowd.busy(socket, false);
    });
  });
}
