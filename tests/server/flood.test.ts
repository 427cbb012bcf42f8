/** Two hundred clients who want everything at once stand before nobody's STOP. It is counted in ticks: a tick is 50 ms. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { expect, it, onTestFinished } from 'vitest';
import type { StopAnswer } from '../../src/server/contract/answers.ts';
import { server } from './server.ts';

interface Press {
  readonly answer: StopAnswer | null;
  /** Of the device, from just before the press to just after its answer. */
  readonly ticks: number;
}
type Presses = Readonly<Record<'device' | 'server', Press>>;

const clients = 200;
/** Half a second, whatever the machine is busy with. */
const mostTicks = 10;

const asked = async (child: ReturnType<typeof fork>, message: object): Promise<unknown> => {
  const answered = once(child, 'message');
  child.send(message);
  return (await answered)[0];
};

/** The clients, in processes of their own: who floods and who presses do not share one. */
function clientProcess() {
  const child = fork(new URL('flood.mjs', import.meta.url), { execArgv: [] });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return child;
}

it(`${clients} clients flood every public route, hold sockets and read slowly: STOP is proven within ${mostTicks} ticks`, async () => {
  const { person, state, url, supervisor } = await server({ device: { speed: 1 } });
  const operator = await person('the operator');
  await operator.start();
  await state((now) => now.session === 'selfTest' || now.session === 'preparing');
  const stop = `http://127.0.0.1:${supervisor.state.stopPort}`;
  const { cookie } = operator;
  const flooding = clientProcess();
  const pressing = clientProcess();
  await asked(flooding, { type: 'begin', url, stop, clients, cookie });
  const presses: Presses[] = [];
  for (let pressed = 0; pressed < 5; pressed += 1) {
    const said = (await asked(pressing, { type: 'press', url, stop })) as { presses: Presses };
    presses.push(said.presses);
  }
  for (const { device, server: byServer } of presses) {
    expect(device.answer).toMatchObject({ confirmed: true, relayOpen: true, bridgeOff: true });
    expect(device.answer?.ticks).toBeLessThanOrEqual(2);
    expect(device.ticks).toBeLessThanOrEqual(mostTicks);
    expect(byServer.answer).toMatchObject({ confirmed: true });
    expect(byServer.answer?.ticks).toBeLessThanOrEqual(2);
  }
  flooding.send({ type: 'end' });
  // Nothing but the first of those presses has ended it: no tick was too late.
  const { outcome } = await state((now) => now.outcome !== null);
  expect(outcome).toMatchObject({ outcome: 'stopped', rule: null });
  expect(outcome?.reason).toContain('(the STOP port, 127.0.0.1)');
});
