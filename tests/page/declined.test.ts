/** A screening that ends in no treatment is on record; a later one shows it, and what changed is confirmed by name. */
import { all, button, happenTo, named, wordsOf } from './document.ts';
import type { Drawn } from './document.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PresetsAnswer, ScreeningAnswer } from '../../src/server/contract/answers.ts';
import type { DeclinedRow } from '../../src/server/contract/declined.ts';
import type { LiveState } from '../../src/server/contract/live-state.ts';
import { translator } from '../../src/web/i18n/catalogue.ts';
import { OpenScreening } from '../../src/web/screens/OpenScreening.tsx';
import { Review } from '../../src/web/screens/Review.tsx';
import { draftAtRest } from '../../src/web/state/draft.ts';
import type { Draft } from '../../src/web/state/draft.ts';
import { atRest } from '../web/fixtures.ts';
import { Network } from './network.ts';
import { looks, momentOf, Page, zone } from './page.ts';

vi.mock('uplot', async () => ({ default: (await import('./pen.ts')).Pen }));

let page: Page;
let network: Network;
let draft: Draft;
let kept: DeclinedRow[] | null;
let started: boolean[];
beforeEach(() => {
  vi.stubEnv('TZ', zone);
  page = new Page();
  kept = null;
  started = [];
  network = new Network({ 'POST /screening/declined': { declined: [] } });
});
afterEach(() => {
  page.close();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});

type Item = ScreeningAnswer['parts'][number]['items'][number];
const item = (id: string, contrast: Item['contrast'], problem: Item['problem'] = 'yes'): Item => ({
  id,
  row: id,
  question: `question ${id}?`,
  hint: null,
  problem,
  finding: `finding ${id}`,
  heat: contrast,
  cold: contrast,
  contrast,
  onlyAt: null,
  loweredBy: null,
  advice: null,
  sources: [],
});
const site = (id: string) => ({
  id,
  label: `label ${id}`,
  rating: 'none' as const,
  why: '',
  imaginaryOnly: false,
});
const at = '2026-11-02T19:05:00.000Z';
const row = (
  ids: readonly (readonly [string, 'yes' | 'no'])[],
  more: Partial<DeclinedRow> = {},
): DeclinedRow => ({
  record: 'r',
  at,
  label: 'label calf',
  sites: ['calf'],
  result: 'contraindicated',
  answers: ids.map(([id, answer]) => ({ id, answer })),
  ...more,
});
const questions = (...declined: DeclinedRow[]): ScreeningAnswer => ({
  parts: [
    { layer: 'lasting', title: '', items: [item('never', 'absolute'), item('ask', 'override')] },
    { layer: 'site', title: '', items: [item('place', 'absolute', 'no')] },
  ],
  sites: [site('calf'), site('arm')],
  doubts: [],
  declined,
});
const clear = { never: 'no', ask: 'no', place: 'yes' } as const;
const known: PresetsAnswer = { presets: [], defaultPreset: 'p', notOffered: [] };
const person = { name: 'Bea Olm', role: 'operator' as const, mayMakeAccounts: false };
const session = { person, setupNeeded: false, version: '1' };
const act = (wish: () => Promise<unknown>): Promise<boolean> => wish().then(() => true);

const sent = (): unknown[] =>
  network.asked.filter(({ method }) => method === 'POST').map(({ path, body }) => [path, body]);
const request = (answers: Draft['answers']) => ({
  start: { prescription: { preset: 'p' }, site: 'calf' },
  screening: { answers },
});

describe.each(looks)('in $language and °$unit, the review', (look) => {
  const t = translator(look.language);
  const show = (
    answers: Draft['answers'],
    asked: ScreeningAnswer,
    more: Partial<Draft> = {},
    takes = true,
  ): Promise<Drawn> => {
    draft = { ...draftAtRest, preset: 'p', site: 'calf', answers, ...more };
    const draw = (): Drawn =>
      page.show(
        Review,
        {
          draft,
          known,
          questions: asked,
          change: (changed) => {
            draft = { ...draft, ...changed };
            draw();
          },
          next: () => {},
          back: () => {},
          onStart: () => {
            started.push(takes);
            return Promise.resolve(takes);
          },
          onKept: (rows) => void (kept = rows),
        },
        { ...look, live: atRest, app: { act, session } },
      );
    draw();
    return page.settled();
  };
  const startButton = (): Drawn => button(page.root, t('treat.start'));
  const isBlocked = (): boolean => startButton().attributes.get('aria-disabled') === 'true';
  const start = (): Promise<Drawn> =>
    page.after(() => {
      happenTo(startButton(), 'click');
    });
  const leave = (): Promise<Drawn> =>
    page.after(() => {
      page.close();
    });

  it('keeps at once what nobody can decide against, and tells what is declined now', async () => {
    const answers = { ...clear, never: 'yes' } as const;
    network.answers['POST /screening/declined'] = { declined: [row([['never', 'yes']])] };
    await show(answers, questions());
    expect(sent()).toEqual([['/screening/declined', request(answers)]]);
    expect(kept).toEqual([row([['never', 'yes']])]);
    await leave();
    expect(sent()).toHaveLength(1);
  });

  it('keeps what is left to a clinician when somebody leaves without their decision', async () => {
    const answers = { ...clear, ask: 'yes' } as const;
    await show(answers, questions());
    expect(sent()).toEqual([]);
    await leave();
    expect(sent()).toEqual([['/screening/declined', request(answers)]]);
  });

  it('keeps it too where the page goes away, and where the decision was not taken', async () => {
    const answers = { ...clear, ask: 'yes' } as const;
    const heard: Record<string, () => void> = {};
    vi.stubGlobal('addEventListener', (name: string, hear: () => void) => (heard[name] = hear));
    vi.stubGlobal('removeEventListener', () => {});
    await show(answers, questions());
    await page.after(() => heard['pagehide']!());
    expect(sent()).toHaveLength(1);
    await leave();
    for (const [takes, more] of [
      [true, 0],
      [false, 1],
    ] as const) {
      const before = sent().length;
      await show(answers, questions(), { clinician: 'Dr. Ann', reason: 'seen' }, takes);
      await start();
      await leave();
      expect(sent().length - before).toBe(more);
    }
  });

  it('keeps nothing of what may begin', async () => {
    await show(clear, questions());
    await start();
    await leave();
    expect(started).toEqual([true]);
    expect(sent()).toEqual([]);
  });

  it('shows when and for what it was declined, and takes the same answers as they are', async () => {
    const answers = { ...clear, ask: 'yes' } as const;
    const rows = [
      row([['ask', 'yes']], { result: 'needsClinician' }),
      row([['ask', 'yes']], { at: null, label: 'label arm' }),
    ];
    await show(answers, questions(...rows), { clinician: 'Dr. Ann', reason: 'seen' });
    const notice = all(page.root, named('div', 'class', 'notice warn stack'))[0]!;
    expect(wordsOf(all(notice, named('h3'))[0]!)).toBe(`⚠ ${t('declined.title')}`);
    expect(all(notice, named('li')).map(wordsOf)).toEqual([
      `${momentOf(at, look)}, label calf: ${t('treat.reviewClinician')}: finding ask`,
      `${t('common.notKnown')}, label arm: ${t('treat.reviewNever')}: finding ask`,
    ]);
    expect(all(notice, named('input'))).toEqual([]);
    expect(isBlocked()).toBe(false);
  });

  it('points out what changed, and begins only when who is signed in has confirmed it by name', async () => {
    const rows = row([
      ['never', 'yes'],
      ['ask', 'yes'],
      ['place', 'no'],
    ]);
    await show(clear, questions(rows));
    const notice = (): Drawn => all(page.root, named('div', 'class', 'notice warn stack'))[0]!;
    const [, changes] = all(notice(), named('ul'));
    const answered = (before: 'yes' | 'no', now: 'yes' | 'no'): string =>
      `${t(`common.${before}`)} → ${t(`common.${now}`)}`;
    expect(all(changes!, named('li')).map(wordsOf)).toEqual([
      `question never? ${answered('yes', 'no')}`,
      `question ask? ${answered('yes', 'no')}`,
      `question place? ${answered('no', 'yes')}`,
    ]);
    expect(wordsOf(all(notice(), named('label'))[0]!)).toBe(
      t('declined.confirm', { name: 'Bea Olm' }),
    );
    expect(isBlocked()).toBe(true);
    expect(startButton().attributes.get('title')).toBe(t('declined.changed'));
    await start();
    expect(started).toEqual([]);
    const tick = (checked: boolean): Promise<Drawn> =>
      page.after(() => {
        happenTo(all(notice(), named('input'))[0]!, 'change', { checked });
      });
    await tick(true);
    expect(draft.confirmed).toEqual(['never', 'ask', 'place']);
    expect(isBlocked()).toBe(false);
    await tick(false);
    expect(isBlocked()).toBe(true);
    await tick(true);
    await start();
    expect(started).toEqual([true]);
  });

  it('says nothing elsewhere of what was so of the place, and of all that is clear on a block', async () => {
    const rows = row([['place', 'no']]);
    await show(clear, questions(rows), { site: 'arm' });
    expect(wordsOf(page.root)).not.toContain(t('declined.title'));
    page.close();
    await show({}, questions(rows), { allClear: true });
    expect(isBlocked()).toBe(true);
  });
});

describe('a session that waits for its screening', () => {
  it('keeps what was declined before it is answered anew, and sends what was confirmed', async () => {
    const t = translator('en');
    network = new Network({
      'GET /screening': questions(),
      'POST /screening/declined': { declined: [row([['never', 'yes']])] },
      'POST /screening': {},
    });
    const live: LiveState = {
      ...atRest,
      session: 'screening',
      prescribed: {
        source: 'p',
        name: 'P',
        site: 'calf',
        profile: 'standard',
        restMinutes: 240,
        phases: [],
        totalS: 0,
      },
    };
    page.show(OpenScreening, {}, { ...looks[0]!, live, app: { act, session } });
    await page.settled();
    const press = (words: string): Promise<Drawn> =>
      page.after(() => {
        happenTo(button(page.root, words), 'click');
      });
    for (const word of ['yes', 'no', 'yes'] as const) await press(t(`common.${word}`));
    const declined = { screening: { answers: { ...clear, never: 'yes' } } };
    expect(sent()).toEqual([['/screening/declined', declined]]);
    await press(t('treat.changeAnswer'));
    for (const word of ['no', 'no', 'yes'] as const) await press(t(`common.${word}`));
    await page.after(() => {
      happenTo(all(page.root, named('input', 'type', 'checkbox'))[0]!, 'change', {
        checked: true,
      });
    });
    await press(t('treat.start'));
    expect(sent().slice(1)).toEqual([['/screening', { answers: clear, confirmed: ['never'] }]]);
  });
});

describe('what is confirmed', () => {
  it.each([
    ['en', 'I, Bea Olm, confirm what is answered now. Both answers are recorded.'],
    ['de', 'Ich, Bea Olm, bestätige die jetzigen Antworten. Beide werden aufgezeichnet.'],
    ['es', 'Yo, Bea Olm, confirmo las respuestas de ahora. Quedan registradas ambas.'],
  ] as const)('is said in full: %s', (language, confirm) => {
    expect(translator(language)('declined.confirm', { name: 'Bea Olm' })).toBe(confirm);
  });
});
