/** What the way of STOP answers: one short text, and the connection ends. Pure. */
import type { StopAnswer } from '../contract/answers.ts';

/** A page of the dashboard is at another port, which is another origin to a browser; nothing here is a secret. */
const readable = ['Access-Control-Allow-Origin: *', 'Cache-Control: no-store'];

function answer(status: string, body: object | null, more: readonly string[] = []): string {
  const text = body === null ? '' : `${JSON.stringify(body)}\n`;
  const head = [
    `HTTP/1.1 ${status}`,
    ...(body === null ? [] : ['Content-Type: application/json']),
    `Content-Length: ${Buffer.byteLength(text)}`,
    ...readable,
    ...more,
    'Connection: close',
  ];
  return `${head.join('\r\n')}\r\n\r\n${text}`;
}

export const httpAnswer = (stop: StopAnswer): string =>
  answer(stop.confirmed ? '200 OK' : '504 Gateway Timeout', stop);

/** For whoever typed STOP. */
export const lineAnswer = (stop: StopAnswer): string => `${JSON.stringify(stop)}\n`;

export const lookAnswer = (ticks: number): string =>
  answer('200 OK', { stop: 'POST /stop', ticks });

export const preflightAnswer = answer('204 No Content', null, [
  'Access-Control-Allow-Methods: POST',
  'Access-Control-Allow-Headers: *, Content-Type',
  'Access-Control-Allow-Private-Network: true',
  'Access-Control-Max-Age: 7200',
]);

export const nothingHere = answer('400 Bad Request', {
  code: 'BAD_REQUEST',
  what: 'only STOP is heard here',
  where: null,
  fix: 'POST /stop, or the line STOP.',
});
