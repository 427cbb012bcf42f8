/** Whole treatments through the API: what pages see, what is on disk, and what is refused on the way. */
import { describe, expect, it } from 'vitest';
import { liveStateSchema } from '../../src/server/contract/live-state.ts';
import { isSummary, linesOf, prescription, server } from './server.ts';

const seqOf = (id: string | null): number => Number(id?.split(':')[1]);

describe('a whole treatment', () => {
  it('is started, watched without a gap, recorded and acknowledged', async () => {
    const { person, state, record } = await server();
    const operator = await person('the operator');
    const stream = await operator.events();
    await operator.start();
    const events = await stream.until(isSummary);
    stream.close();
    const { treatmentId, outcome, safeToTouch } = await state((now) => now.outcome !== null);
    expect(outcome).toMatchObject({ outcome: 'completed', coldFinish: true, rule: null });
    expect(safeToTouch).toBe(true);
    expect(linesOf(events)).toEqual(record(treatmentId!));
    for (const { data } of events.filter(({ event }) => event === 'state')) {
      liveStateSchema.parse(JSON.parse(data));
    }
    expect((await operator.post('/api/v1/treatments', { prescription })).body).toMatchObject({
      code: 'NOT_ALLOWED_NOW',
    });
    await operator.command('acknowledgeEnd');
    expect(await state((now) => now.session === 'idle')).toMatchObject({ outcome: null });
  });

  it('goes on where a page left it, line by line, however often that page comes and goes', async () => {
    const { person, state, record } = await server();
    const operator = await person('the operator');
    await operator.start();
    const lines: string[] = [];
    let last: string | undefined;
    for (let done = false; !done;) {
      const stream = await operator.events(last);
      const from = lines.length;
      const part = await stream.until(
        (event) => isSummary(event) || (event.id !== null && seqOf(event.id) >= from + 300),
      );
      stream.close();
      last = part.at(-1)?.id ?? undefined;
      lines.push(...linesOf(part));
      done = isSummary(part.at(-1)!);
    }
    const { treatmentId } = await state((now) => now.outcome !== null);
    expect(lines).toEqual(record(treatmentId!));
    // Of a treatment that is over, the rest is sent too.
    const late = await operator.events(`${treatmentId!}:${lines.length - 3}`);
    expect(linesOf(await late.until(isSummary))).toEqual(lines.slice(-2));
    late.close();
  });

  it.each(['nonsense', '../../etc/passwd:3', 'a:99999999999', '20260101T000000000Z-ffff:2'])(
    'begins from the beginning after the unknown event %s',
    async (id) => {
      const { person, state, record } = await server();
      const operator = await person('the operator');
      await operator.start();
      const { treatmentId } = await state((now) => now.outcome !== null);
      const stream = await operator.events(id);
      expect(linesOf(await stream.until(isSummary))).toEqual(record(treatmentId!));
      stream.close();
    },
  );
});

describe('what the session does not allow', () => {
  it('is refused with a code and a reason, and changes nothing', async () => {
    const { person, supervisor } = await server();
    const operator = await person('the operator');
    for (const { command, allowed, reason } of supervisor.state.offers) {
      if (allowed || ['screen', 'injectFault', 'clearFault'].includes(command)) continue;
      const path = command === 'answerSkinCheck' ? 'skin-check' : `commands/${command}`;
      const said = command === 'answerSkinCheck' ? { answer: 'fine', findings: [] } : {};
      const { status, body } = await operator.post(`/api/v1/${path}`, said);
      expect([command, status, body['code'], body['what']]).toEqual([
        command,
        409,
        'NOT_ALLOWED_NOW',
        reason,
      ]);
    }
    expect(supervisor.state).toMatchObject({ session: 'idle', treatmentId: null });
  });

  it('a screening that is not clear declines, in words, and that is on record', async () => {
    const { person, state, record } = await server();
    const operator = await person('the operator');
    await operator.done('/api/v1/treatments', { prescription });
    expect(await state((now) => now.session === 'screening')).toMatchObject({ treatmentId: null });
    await operator.done('/api/v1/screening', { answers: { raynaud: 'yes' } });
    const { outcome, treatmentId } = await state((now) => now.session === 'declined');
    expect(outcome?.outcome).toBe('declined');
    expect(outcome?.reason).toMatch(/not answered/);
    const summary = JSON.parse(record(treatmentId!).at(-1)!) as { outcome: string };
    expect(summary.outcome).toBe('declined');
    await operator.command('acknowledgeEnd');
    await state((now) => now.session === 'idle');
  });

  it('a treatment that is called off in its screening was never given', async () => {
    const { person, state } = await server();
    const operator = await person('the operator');
    await operator.done('/api/v1/treatments', { prescription });
    await operator.command('cancel');
    const { outcome } = await state((now) => now.session === 'ended');
    expect(outcome).toMatchObject({ outcome: 'ended early', reason: 'cancelled by the operator' });
  });
});

describe('a plate that still moves from a treatment before', () => {
  it('keeps nobody from the next one: its self-test waits until the plate rests', async () => {
    const { person, state, record } = await server({ device: { speed: 60 } });
    const operator = await person('the operator');
    await operator.start();
    await state((now) => now.session === 'treating.cold');
    await operator.done('/api/v1/stop');
    await state((now) => now.session === 'ended');
    await operator.command('acknowledgeEnd');
    await state((now) => now.session === 'idle');
    await operator.start();
    const { treatmentId } = await state((now) => now.session === 'treating.cold');
    expect(record(treatmentId!).filter((line) => line.includes('"type":"trip"'))).toEqual([]);
  });
});

describe('the speed of the simulation', () => {
  it('is on record with whoever changed it', async () => {
    const { person, state, record } = await server({ device: { speed: 60 } });
    const operator = await person('the operator');
    await operator.start();
    await state((now) => now.session === 'treating.cold');
    await operator.done('/api/v1/simulation', { speed: 10 });
    await operator.done('/api/v1/stop');
    const { treatmentId } = await state((now) => now.outcome !== null);
    const notes = record(treatmentId!).map((line) => JSON.parse(line) as { text?: string });
    expect(notes).toContainEqual(
      expect.objectContaining({ by: 'the operator', text: expect.stringContaining('×10') }),
    );
  });
});

describe('two operators', () => {
  it('one starts, the other pauses and goes on, and the record names both', async () => {
    const { person, state, record } = await server({ device: { speed: 60 } });
    const [ann, bob] = [await person('Ann'), await person('Bob')];
    await ann.start();
    await state((now) => now.session === 'treating.cold');
    const [first, second] = await Promise.all([
      ann.post('/api/v1/commands/pause', {}),
      bob.post('/api/v1/commands/pause', {}),
    ]);
    // A second pause changes nothing, and is told so.
    expect([first.status, second.status].toSorted((a, b) => a - b)).toEqual([200, 409]);
    await bob.command('resume');
    await bob.command('endEarly');
    const { treatmentId, outcome } = await state((now) => now.outcome !== null);
    expect(outcome?.outcome).toBe('ended early');
    const commands = record(treatmentId!)
      .map((line) => JSON.parse(line) as { type: string; who?: string; what?: string })
      .filter(({ type }) => type === 'command');
    expect(commands).toContainEqual(expect.objectContaining({ who: 'Ann', what: 'PRESCRIBE' }));
    expect(commands).toContainEqual(expect.objectContaining({ who: 'Bob', what: 'END_EARLY' }));
  });

  it('a request that is sent twice is done once', async () => {
    const { person, state, url } = await server({ device: { speed: 60 } });
    const [ann, bob] = [await person('Ann'), await person('Bob')];
    const body = {
      prescription,
      screening: { answers: 'all-clear' },
    };
    const key = { 'idempotency-key': 'start-1' };
    const [one, other] = await Promise.all([
      ann.post('/api/v1/treatments', body, key),
      ann.post('/api/v1/treatments', body, key),
    ]);
    expect([one.status, other.status]).toEqual([200, 200]);
    expect(other.body).toEqual(one.body);
    expect((await ann.post('/api/v1/treatments', {}, key)).body).toMatchObject({
      code: 'KEY_REUSED',
    });
    // Nobody is served with another one's answer.
    expect((await bob.post('/api/v1/treatments', body, key)).body).toMatchObject({
      code: 'NOT_ALLOWED_NOW',
    });
    await state((now) => now.session === 'treating.cold');
    expect(url).toContain('127.0.0.1');
  });
});
