/** The guard firmware on an emulated chip, behind the real serial protocol, driven through the server. */
import { expect, it } from 'vitest';
import { server } from './server.ts';

it('a treatment on the emulated board is stopped, and its own pins prove the power off', async () => {
  const { person, nobody, state, record } = await server({ device: { board: 'emulated' } });
  const operator = await person('the operator');
  await operator.start();
  await state((now) => now.session === 'treating.cold');
  const stopped = await nobody().done('/api/v1/stop');
  expect(stopped).toMatchObject({ confirmed: true });
  const { treatmentId, outcome, board } = await state((now) => now.outcome !== null);
  expect(board).toMatchObject({ kind: 'emulated', guarded: true });
  expect(outcome).toMatchObject({ outcome: 'stopped', rule: null });
  const lines = record(treatmentId!).map(
    (line) => JSON.parse(line) as { type: string; text?: string; hash: string },
  );
  expect(lines[0]).toMatchObject({ type: 'header', simulated: true, board: { guarded: true } });
  expect(lines.at(-1)).toMatchObject({ type: 'summary', outcome: 'stopped' });
  // The board goes on to remember the end of the record, and names itself in it.
  const hash = lines.at(-1)?.hash.slice(0, 32);
  const { board: after } = await state((now) => now.board?.memory?.lastHash === hash);
  expect(after?.memory).toMatchObject({ condition: 'kept', begun: 1 });
  const number = after?.memory?.number;
  expect(number).toMatch(/^[0-9a-f]{8}$/);
  expect(lines[0]).toMatchObject({ board: { number, begun: 1 } });
});
