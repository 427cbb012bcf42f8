/**
 * The guard’s protocol page is enough: a host that was written from it alone drives the committed image through a whole
 * session, and each answer is what the page says.
 */
import { expect, test } from 'vitest';
import { Desk, EmulatedChip } from './desk.ts';
import { clockErrors, steps, stepsAt } from './recorded-session.ts';
import { crcOf, openSeed, rowsOf, SecondHost } from './second-host.ts';

const hex = (value: number, digits: number): string =>
  value.toString(16).toUpperCase().padStart(digits, '0');
const onTheWire = (bytes: readonly number[]): string => bytes.map((byte) => hex(byte, 2)).join(' ');

test('the page’s worked examples', () => {
  const host = new SecondHost();
  const worked = [
    `0x${hex(crcOf([1, 2, 3], openSeed), 4)}`,
    `0x${hex(crcOf([1, 2, 3], 0x1234), 4)}`,
    onTheWire(host.hello({ sequence: 300, nonce: 4660 })),
  ];
  host.challenge = 0x1234;
  worked.push(onTheWire(host.renew({ heat: 200 })));
  expect(rowsOf('examples').map(([, result]) => result)).toEqual(worked);
});

test('a session by the page alone', () => {
  const desk = new Desk((hear) => new EmulatedChip(hear));
  expect(stepsAt(desk)).toEqual(steps);
  expect(clockErrors(desk.host)).toEqual([]);
  const armed = desk.host.heard.find(({ values }) => (values['leaseLeftMs'] ?? 0) > 0);
  expect(armed?.values['leaseLeftMs']).toBe(450);
});
