/** What can be pressed, by whom and when: each answer about the skin where it is asked for, and nothing by who only looks on. */
import { all, happenTo, named, wordsOf } from './document.ts';
import type { Drawn } from './document.ts';
import type { ComponentType } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { roles } from '../../src/server/contract/requests.ts';
import { commandNames } from '../../src/server/contract/live-state.ts';
import type { LiveState, SkinCheckNow } from '../../src/server/contract/live-state.ts';
import { translator } from '../../src/web/i18n/catalogue.ts';
import { Ended } from '../../src/web/screens/Ended.tsx';
import { Preparing, SafeToApply } from '../../src/web/screens/Preparing.tsx';
import { RunControls } from '../../src/web/screens/RunControls.tsx';
import { SkinCheck } from '../../src/web/screens/SkinCheck.tsx';
import { inHotPhase } from '../web/fixtures.ts';
import { Network } from './network.ts';
import { looks, Page } from './page.ts';

vi.mock('uplot', async () => ({ default: (await import('./pen.ts')).Pen }));

let page: Page;
let network: Network;
beforeEach(() => {
  page = new Page();
  network = new Network({ 'POST /skin-check': {}, 'GET /skin-looks': { looks: [], newest: [] } });
});
afterEach(() => {
  page.close();
  vi.unstubAllGlobals();
});

const offers = commandNames.map((command) => ({ command, allowed: true, reason: null }));
const live: LiveState = { ...inHotPhase, offers };
const act = (wish: () => Promise<unknown>): Promise<boolean> => wish().then(() => true);
const buttons = (): Drawn[] => all(page.root, named('button'));
const isDead = ({ attributes }: Drawn): boolean => attributes.get('aria-disabled') === 'true';
const press = (one: Drawn): Promise<Drawn> =>
  page.after(() => {
    happenTo(one, 'click');
  });

type Question = 'skin' | 'warm' | 'closing';
type Answer = 'fine' | 'notSure' | 'numb' | 'wrong';
/** A plate that is not felt yet is waited for after cold alone: after heat it is a reason to stop. */
const answersTo: readonly (readonly [Question, SkinCheckNow['after'], readonly Answer[]])[] = [
  ['skin', 'cold', ['fine', 'notSure', 'numb', 'wrong']],
  ['skin', 'hot', ['fine', 'notSure', 'wrong']],
  ['warm', 'cold', ['fine', 'notSure', 'wrong']],
  ['warm', 'hot', ['fine', 'notSure', 'wrong']],
  ['closing', 'cold', ['fine', 'notSure', 'wrong']],
  ['closing', 'hot', ['fine', 'notSure', 'wrong']],
];
const fineWords = {
  skin: 'check.sayFine',
  warm: 'check.sayWarm',
  closing: 'later.fine',
} as const;

describe.each(looks)('in $language and °$unit, asked of the skin', (look) => {
  const t = translator(look.language);
  const show = (check: SkinCheckNow): void => {
    const state: LiveState = { ...live, session: 'checking', skinCheck: check };
    page.show(SkinCheck, { live: state }, { ...look, live: state, app: { act } });
  };
  const wordsFor = (question: Question, answer: Answer): string =>
    ({
      fine: t(fineWords[question]),
      notSure: t('check.sayNotSure'),
      numb: t('check.sayNumb'),
      wrong: t('check.sayWrong'),
    })[answer];

  it.each(answersTo)(
    '%s after %s: these answers, each sent as what it says: %j',
    async (...row) => {
      const [question, after, answers] = row;
      show({ question, after, askedInS: 0, leftS: 47 });
      expect(buttons().map(wordsOf)).toEqual(answers.map((answer) => wordsFor(question, answer)));
      for (const one of buttons()) await press(one);
      expect(network.asked.map(({ method, path, body }) => [method, path, body])).toEqual(
        answers.map((answer) => ['POST', '/skin-check', { answer }]),
      );
    },
  );

  it.each(answersTo)(
    '%s after %s: nobody vouches before it is asked again, and why is said',
    async (question, after, answers) => {
      show({ question, after, askedInS: 21, leftS: 83 });
      const [fine, ...others] = buttons();
      expect(fine!.attributes.get('title')).toBe(t('check.tooSoon'));
      expect([fine!, ...others].map(isDead)).toEqual(answers.map((answer) => answer === 'fine'));
      await press(fine!);
      expect(network.asked).toEqual([]);
      // That something is wrong is heard at any time.
      await press(others.at(-1)!);
      expect(network.asked.map(({ body }) => body)).toEqual([{ answer: 'wrong' }]);
    },
  );
});

const check = (question: Question): Partial<LiveState> => ({
  session: 'checking',
  skinCheck: { question, after: 'cold', askedInS: 0, leftS: 47 },
});
type Screen = ComponentType<{ readonly live: LiveState }>;
/** Wherever a treatment is led from, and how many ways there are to lead it on. */
const screens: readonly (readonly [what: string, Screen, Partial<LiveState>, ways: number])[] = [
  ['the self-test', Preparing, { session: 'selfTest' }, 1],
  ['precooling', Preparing, { session: 'preparing' }, 1],
  ['the first contact', SafeToApply, { session: 'awaitingContact', contactLeftS: 60 }, 2],
  ['a phase', RunControls, {}, 3],
  ['a pause', RunControls, { session: 'paused', pause: { leftS: 83 } }, 3],
  ['a skin check', SkinCheck, check('skin'), 4],
  ['warmth', SkinCheck, check('warm'), 3],
  ['the closing look', SkinCheck, check('closing'), 3],
  ['the end', Ended, { session: 'ended' }, 1],
  ['a fault', Ended, { session: 'faulted' }, 1],
];

describe.each(looks)('in $language and °$unit, of what is allowed now', (look) => {
  const t = translator(look.language);
  const done: string[] = [];
  const command = (name: string): Promise<boolean> => {
    done.push(name);
    return Promise.resolve(true);
  };
  const show = async (Part: Screen, state: LiveState, role: (typeof roles)[number]) => {
    const person = { name: 'Ann', role, mayMakeAccounts: false };
    const session = { person, setupNeeded: false, version: '1' };
    done.length = 0;
    page.show(Part, { live: state }, { ...look, live: state, app: { act, command, session } });
    await page.settled();
    network.asked.length = 0;
  };

  it.each(screens)(
    'in %s a viewer can do nothing, and is told why',
    async (_, Part, more, ways) => {
      await show(Part, { ...live, ...more }, 'viewer');
      expect(buttons()).toHaveLength(ways);
      for (const one of buttons()) {
        const { attributes } = one;
        expect([wordsOf(one), attributes.get('aria-disabled'), attributes.get('title')]).toEqual([
          wordsOf(one),
          'true',
          t('common.notAllowed'),
        ]);
        await press(one);
      }
      expect([done, network.asked]).toEqual([[], []]);
    },
  );

  it.each(screens)('in %s everybody else can do all of it', async (_, Part, more, ways) => {
    for (const role of roles.filter((one) => one !== 'viewer')) {
      await show(Part, { ...live, ...more }, role);
      expect([role, buttons().map(isDead)]).toEqual([role, Array(ways).fill(false)]);
      // Another role sees another page.
      page.close();
    }
  });

  it.each(screens)('in %s what the device refuses is dead, with its reason', async (...row) => {
    const [, Part, more, ways] = row;
    const refused = offers.map((one) => ({ ...one, allowed: false, reason: `no ${one.command}` }));
    await show(Part, { ...live, ...more, offers: refused }, 'operator');
    const titles = buttons().map(({ attributes }) => attributes.get('title') ?? '');
    expect(titles).toHaveLength(ways);
    for (const title of titles) expect(title).toMatch(/^no \w+$/);
    for (const one of buttons()) await press(one);
    expect([done, network.asked]).toEqual([[], []]);
  });
});
