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
    (line) => JSON.parse(line) as { type: string; text?: string },
  );
  expect(lines[0]).toMatchObject({ type: 'header', simulated: true, board: { guarded: true } });
  expect(lines.at(-1)).toMatchObject({ type: 'summary', outcome: 'stopped' });
});
