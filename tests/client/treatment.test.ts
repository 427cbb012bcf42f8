/**
 * A treatment by somebody who has nothing but the description of the API: the client is generated from it, and what is done
 * here is what its words say. Where they did not suffice, they were mended.
 */
import { expect, it } from 'vitest';
import { password, server } from '../server/server.ts';
import { description } from '../server/contract.ts';
import * as api from './generated.ts';

/** What was answered well. @throws where it was refused */
async function well<Answer extends { status: number; data: unknown }>(
  asked: Promise<Answer>,
): Promise<Extract<Answer, { status: 200 }>['data']> {
  const { status, data } = await asked;
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(data)}`);
  return data;
}

interface Followed {
  /** Of the last `record`. */
  lastId: string | undefined;
  readonly lines: { readonly seq: number; readonly type: string }[];
  readonly records: Set<string>;
}

/** Follows until `isEnough`; the stream is then let go. */
async function follow(
  followed: Followed,
  onState: (state: api.LiveState) => Promise<void>,
  isEnough: (state: api.LiveState) => boolean,
): Promise<void> {
  const abort = new AbortController();
  const take = async (response: Response): Promise<void> => {
    let rest = '';
    const decoder = new TextDecoder();
    for await (const bytes of response.body!) {
      rest += decoder.decode(bytes as Uint8Array, { stream: true });
      const events = rest.split('\n\n');
      rest = events.pop()!;
      for (const text of events) {
        const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(text)?.[1];
        const data = JSON.parse(field('data') ?? 'null') as unknown;
        switch (field('event')) {
          case 'record': {
            followed.lastId = field('id');
            followed.lines.push(data as Followed['lines'][number]);
            break;
          }
          case 'treatment': {
            followed.records.add((data as { treatmentId: string }).treatmentId);
            break;
          }
          case 'state': {
            const state = data as api.LiveState;
            await onState(state);
            if (isEnough(state)) return;
            break;
          }
          case undefined: // A comment, to keep the connection alive.
        }
      }
    }
    throw new Error('the stream has ended');
  };
  const { lastId } = followed;
  const last = lastId === undefined ? {} : { lastEventId: lastId };
  await api.followEvents(last, {
    fetch: async (input, init) => {
      const response = await fetch(input, { ...init, signal: abort.signal });
      await take(response);
      abort.abort();
      return new Response('');
    },
  });
}

const exampleText = (): string => {
  const [, text] = /"examples":\[("(?:[^"\\]|\\.)*")\]/.exec(JSON.stringify(description))!;
  return JSON.parse(text!) as string;
};

it('is signed in, screened, followed over a lost stream, answered for, and delivered', async () => {
  const { url, record } = await server({ device: { speed: 60, standIn: false } });
  api.defaults.baseUrl = url;
  api.defaults.headers = {};
  const before = await api.getState();
  expect([before.status, before.data]).toMatchObject([401, { code: 'NOT_SIGNED_IN' }]);

  // Sign in, and send the cookie with every further request.
  const signedIn = await api.signIn({ name: 'Ann', password });
  expect(signedIn.status).toBe(200);
  const [cookie = ''] = (signedIn as { headers: Headers }).headers.getSetCookie();
  api.defaults.headers = { cookie: cookie.split(';')[0]! };

  // What may be given, and what is asked before.
  const prescription = { yaml: exampleText() };
  const check = await well(api.checkPrescription({ prescription }));
  expect([check.ok, check.problems]).toEqual([true, []]);
  const { parts, sites } = await well(api.getScreening());
  const answers = Object.fromEntries(
    parts
      .flatMap(({ items }) => items)
      .map(({ id, problem }) => [id, problem === 'yes' ? ('no' as const) : ('yes' as const)]),
  );
  const site = sites.find(({ rating, imaginaryOnly }) => rating === 'none' && !imaginaryOnly)!;

  const started = await well(api.startTreatment({ prescription, site: site.id }));
  expect([started.done, started.state.session]).toEqual([true, 'screening']);
  await well(api.answerScreening({ answers }));

  let skinChecks = 0;
  const answer = async ({ session, skinCheck, offers }: api.LiveState): Promise<void> => {
    const isOffered = (command: string): boolean =>
      offers.some((offer) => offer.command === command && offer.allowed);
    if (session === 'awaitingContact' && isOffered('confirmContact')) {
      await well(api.sendCommand('confirmContact', {}));
    }
    // A machine that is late answers late, and the treatment pauses: somebody goes on.
    if (session === 'paused' && isOffered('resume')) await api.sendCommand('resume', {});
    if (skinCheck !== null && isOffered('answerSkinCheck')) {
      // A state that was on its way while the last answer was given asks once more.
      const { status } = await api.answerSkinCheck({ answer: 'fine', findings: [] });
      if (status === 200) skinChecks += 1;
      else expect(status).toBe(409);
    }
  };
  const followed: Followed = { lastId: undefined, lines: [], records: new Set() };
  await follow(followed, answer, ({ session }) => session === 'treating.hot');
  const { length: before1 } = followed.lines;
  await follow(followed, answer, ({ outcome }) => outcome !== null);

  const { outcome, safeToTouch } = await well(api.getState());
  expect(outcome).toMatchObject({ outcome: 'completed', coldFinish: true, rule: null });
  expect(outcome!.phases.map(({ kind, delivered }) => [kind, delivered])).toEqual([
    ['cold', true],
    ['hot', true],
    ['cold', true],
  ]);
  expect(safeToTouch).toBe(true);
  expect(skinChecks).toBeGreaterThanOrEqual(3);

  // No line was missed or came twice where the stream was lost; the rest comes by the same way.
  const id = outcome!.treatmentId!;
  const lines = record(id);
  expect(before1).toBeGreaterThan(100);
  await follow(
    followed,
    () => Promise.resolve(),
    () => followed.lines.length >= lines.length,
  );
  expect(followed.lines).toEqual(lines.map((line) => JSON.parse(line) as unknown));
  expect([...followed.records]).toEqual([id]);

  const { row, verification } = await well(api.getRecord(id));
  expect([row.outcome, verification.verdict]).toEqual(['completed', 'intact']);
  const after = await well(api.sendCommand('acknowledgeEnd', {}));
  expect(after.state.session).toBe('idle');
});
