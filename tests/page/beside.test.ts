/** What stands beside a treatment: its strip, its meters, its pauses, the later looks at the skin, and the settings. */
import { all, button, happenTo, named, wordsOf } from './document.ts';
import type { Drawn } from './document.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SessionAnswer, SkinLooksAnswer } from '../../src/server/contract/answers.ts';
import type { LiveState } from '../../src/server/contract/live-state.ts';
import { sessionStates } from '../../src/server/contract/live-state.ts';
import { translator } from '../../src/web/i18n/catalogue.ts';
import { languageNames, languages } from '../../src/words/language.ts';
import { DoseMeters } from '../../src/web/parts/DoseMeters.tsx';
import { Strip } from '../../src/web/parts/Strip.tsx';
import type { Preferences } from '../../src/web/preferences.ts';
import { RunControls } from '../../src/web/screens/RunControls.tsx';
import { Settings } from '../../src/web/screens/Settings.tsx';
import { SkinLooks } from '../../src/web/screens/SkinLooks.tsx';
import { atRest, inHotPhase } from '../web/fixtures.ts';
import { Network } from './network.ts';
import { Page, decimalOf, looks, timeOf } from './page.ts';

let page: Page;
beforeEach(() => {
  page = new Page();
});
afterEach(() => {
  page.close();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const press = (words: string): Promise<Drawn> =>
  page.after(() => {
    happenTo(button(page.root, words), 'click');
  });

const treating: LiveState = {
  ...inHotPhase,
  phase: {
    number: 4,
    count: 9,
    kind: 'hot',
    setpointC: 38.5,
    dwellS: 620,
    elapsedS: 213,
    leftS: 407,
    coldFinishOwed: true,
  },
  leftS: 5011,
};

describe.each(looks)('in $language and °$unit, the strip on other pages', (look) => {
  const t = translator(look.language);
  const show = (live: LiveState): Drawn => page.show(Strip, {}, { ...look, live });

  it('says what is done, in which phase and how long that still is, and leads back', () => {
    const [strip] = show(treating).childNodes;
    expect(strip!.attributes.get('href')).toBe('#/treat');
    expect(strip!.childNodes.map(wordsOf)).toEqual([
      t('state.treating.hot'),
      `${t('run.phase', { number: 4, total: 9 })} · ${t('run.leftPhase')} ${timeOf(407)}`,
    ]);
  });

  it('has the words of every state, and is not there at rest', () => {
    for (const session of sessionStates.filter((one) => one !== 'idle')) {
      const root = show({ ...treating, session, phase: null });
      expect(wordsOf(root), session).toBe(t(`state.${session}`));
    }
    expect(show(atRest).childNodes).toEqual([]);
    const outcome = { outcome: 'undelivered' } as LiveState['outcome'];
    expect(wordsOf(show({ ...atRest, outcome }))).toBe(t('end.undelivered'));
  });
});

describe.each(looks)('in $language and °$unit, the meters of the doses', (look) => {
  const t = translator(look.language);
  /** In percent of the meter; no finer than anybody sees. */
  const widthOf = ({ style }: Drawn): number => {
    const { width } = style as unknown as { width: string };
    expect(width).toMatch(/%$/);
    return Number(Number.parseFloat(width).toFixed(3));
  };
  /** Words, place of the needle, width of the bar, and whether it is nearly full: of heat, and of cold. */
  const seen = (heat: number | null, heatCap: number, cold: number, coldCap: number): unknown[] => {
    const dose = {
      cem43Min: heat,
      cem43CapMin: heatCap,
      coldMinutes: cold,
      coldCapMinutes: coldCap,
    };
    const root = page.show(
      DoseMeters,
      { dose: dose as NonNullable<LiveState['dose']> },
      { ...look, live: treating },
    );
    return all(root, named('div', 'role', 'meter')).map((meter) => [
      meter.attributes.get('aria-valuetext'),
      wordsOf(all(meter.parentNode!, named('span', 'class', 'mono'))[0]!),
      meter.attributes.get('aria-valuenow'),
      widthOf(meter.childNodes[0]!),
      meter.attributes.get('data-level'),
    ]);
  };
  const heatOf = (value: string, cap: string): string =>
    t('common.cem43', { value: t('run.ofCap', { value, cap }) });
  const coldOf = (value: string, cap: string): string =>
    t('common.minutes', { minutes: t('run.ofCap', { value, cap }) });
  const d = (value: number, digits: number): string => decimalOf(value, digits, look);

  it('warn from nine tenths of their own cap on, and not before', () => {
    const far = [heatOf(d(1.78, 2), d(2, 1)), coldOf(d(36, 1), '40')];
    expect(seen(1.78, 2, 36, 40)).toEqual([
      [far[0], far[0], '89', 89, 'far'],
      [far[1], far[1], '90', 90, 'near'],
    ]);
    const near = [heatOf(d(1.81, 2), d(2, 1)), coldOf(d(35.6, 1), '40')];
    expect(seen(1.81, 2, 35.6, 40)).toEqual([
      [near[0], near[0], '91', 90.5, 'near'],
      [near[1], near[1], '89', 89, 'far'],
    ]);
  });

  it('are full above the cap, with the number as it is', () => {
    const over = [heatOf(d(2.37, 2), d(2, 1)), coldOf(d(46.1, 1), '45')];
    expect(seen(2.37, 2, 46.1, 45)).toEqual([
      [over[0], over[0], '100', 100, 'near'],
      [over[1], over[1], '100', 100, 'near'],
    ]);
  });

  it('are full and say so where nobody knows the dose', () => {
    const words = heatOf(t('common.notKnown'), d(2, 1));
    expect(seen(null, 2, 4, 40)[0]).toEqual([words, words, '100', 100, 'near']);
  });

  it('round no cap to another one', () => {
    const words = [heatOf(d(0.5, 2), d(0.75, 2)), coldOf(d(22.6, 1), d(22.5, 1))];
    expect(seen(0.5, 0.75, 22.6, 22.5).map((meter) => (meter as unknown[])[0])).toEqual(words);
  });
});

describe.each(looks)('in $language and °$unit, a pause and an early end', (look) => {
  const t = translator(look.language);
  const plan = [
    { number: 1, kind: 'cold' as const, setpointC: 12, startS: 0, lengthS: 600 },
    { number: 2, kind: 'hot' as const, setpointC: 40, startS: 600, lengthS: 540 },
    { number: 3, kind: 'cold' as const, setpointC: 13, startS: 1140, lengthS: 495 },
  ];
  const offers = (['pause', 'resume', 'endEarly', 'answerSkinCheck'] as const).map((command) => ({
    command,
    allowed: true,
    reason: null,
  }));
  const base: LiveState = {
    ...treating,
    offers,
    prescribed: {
      source: 'p',
      name: 'P',
      site: 'calf-left',
      profile: 'standard',
      restMinutes: 240,
      phases: plan,
      totalS: 1635,
    },
  };
  const show = (live: LiveState, given: string[] = []): Drawn => {
    const command = (name: string): Promise<boolean> => Promise.resolve(given.push(name) > 0);
    return page.show(RunControls, { live }, { ...look, live, app: { command } });
  };

  it('says how long the pause still is, and nothing of it where there is none', () => {
    const words = (time: string): string => t('run.pauseLeft', { time });
    const paused: LiveState = { ...base, session: 'paused', pause: { leftS: 94 } };
    expect(wordsOf(show(paused))).toContain(words(timeOf(94)));
    expect(wordsOf(show({ ...paused, pause: { leftS: 93 } }))).toContain(words(timeOf(93)));
    expect(all(show(base), named('p'))).toEqual([]);
  });

  it('says before an early end how long the cold finish is that then follows, or that none does', async () => {
    const given: string[] = [];
    const root = show(base, given);
    await press(t('run.endEarly'));
    expect(given).toEqual([]);
    const minutes = look.language === 'en' ? '8.3' : '8,3';
    expect(wordsOf(root)).toContain(t('run.endEarlyHeated', { minutes }));
    await press(t('run.endEarlyKeep'));
    expect(given).toEqual([]);
    await press(t('run.endEarly'));
    await press(t('run.endEarlyConfirm'));
    expect(given).toEqual(['endEarly']);
    show({ ...base, phase: { ...base.phase!, coldFinishOwed: false } }, given);
    await press(t('run.endEarly'));
    expect(wordsOf(root)).toContain(t('run.endEarlyCold'));
  });
});

describe.each(looks)('in $language and °$unit, the later looks at the skin', (look) => {
  const t = translator(look.language);
  const looksOwed = (...owed: SkinLooksAnswer['looks']): SkinLooksAnswer => ({
    looks: owed,
    newest: owed.map(({ id, site, label }) => ({ id, site, label, open: false })),
  });
  const early = {
    id: 'e/1',
    site: 'calf-left',
    label: 'Calf, left',
    asks: 'how' as const,
    dueInS: 725,
  };
  const due = {
    id: 'd',
    site: 'knee-right',
    label: 'Knee, right',
    asks: 'how' as const,
    dueInS: 0,
  };
  const what = { id: 'w', site: 'arm', label: 'Arm', asks: 'what' as const, dueInS: 0 };
  const never = { id: 'n', site: 'foot', label: 'Foot', asks: 'how' as const, dueInS: null };
  let network: Network;
  const show = (answer: SkinLooksAnswer): Promise<Drawn> => {
    network = new Network({
      'GET /skin-looks': answer,
      'POST /skin-looks/e%2F1': answer,
      'POST /skin-looks/d': answer,
    });
    const act = (wish: () => Promise<unknown>): Promise<boolean> => wish().then(() => true);
    page.show(SkinLooks, { onSaid: () => {} }, { ...look, live: atRest, app: { act } });
    return page.settled();
  };
  const cards = (root: Drawn): Drawn[] => all(root, named('section'));
  const blocked = (card: Drawn): (string | undefined)[] =>
    all(card, named('button')).map(({ attributes }) => attributes.get('aria-disabled'));
  const sent = (): unknown[] =>
    network.asked.filter(({ method }) => method === 'POST').map(({ path, body }) => [path, body]);

  it('say where, and when: too soon only that something is wrong can be told', async () => {
    const found = cards(await show(looksOwed(early, due, what, never)));
    const calf = { en: 'Calf, left', de: 'Wade, links', es: 'Pantorrilla, lado izquierdo' };
    // A site that the page does not know is named as the device names it.
    expect(found.map((card) => wordsOf(all(card, named('h2'))[0]!))).toEqual(
      [calf[look.language], 'Knee, right', 'Arm', 'Foot'].map((site) => t('later.title', { site })),
    );
    const asked = found.map((card) => all(card, named('p', 'class', 'question')).map(wordsOf));
    expect(asked).toEqual([
      [t('later.wait', { time: timeOf(725) })],
      [t('later.question')],
      [],
      [t('later.wait', { time: '?' })],
    ]);
    expect(found.map(blocked)).toEqual([
      ['true', 'true', 'false'],
      ['false', 'false', 'false'],
      ['true'],
      ['true', 'true', 'false'],
    ]);
  });

  it('count down by themselves, and open when it is time', async () => {
    vi.useFakeTimers({ now: 1_000_000 });
    const root = await show(looksOwed(early));
    const question = (): string => wordsOf(all(root, named('p', 'class', 'question'))[0]!);
    await page.after(() => void vi.advanceTimersByTime(95_000));
    expect(question()).toBe(t('later.wait', { time: timeOf(630) }));
    await page.after(() => void vi.advanceTimersByTime(629_000));
    expect(question()).toBe(t('later.wait', { time: timeOf(1) }));
    expect(blocked(root)).toEqual(['true', 'true', 'false']);
    await page.after(() => void vi.advanceTimersByTime(1000));
    expect(question()).toBe(t('later.question'));
    expect(blocked(root)).toEqual(['false', 'false', 'false']);
  });

  it('do not count by the time of day, which anybody may set', async () => {
    vi.useFakeTimers({ now: 1_000_000 });
    const root = await show(looksOwed(early));
    const question = (): string => wordsOf(all(root, named('p', 'class', 'question'))[0]!);
    for (const [aheadMs, passedS] of [
      [3_600_000, 5],
      [-86_400_000, 10],
      [365 * 86_400_000, 15],
    ] as const) {
      vi.setSystemTime(1_000_000 + aheadMs);
      await page.after(() => void vi.advanceTimersByTime(5000));
      expect(question()).toBe(t('later.wait', { time: timeOf(725 - passedS) }));
      expect(blocked(root)).toEqual(['true', 'true', 'false']);
    }
  });

  it('ask the server anew when the page comes to sight again: its clock may have slept', async () => {
    const heard: Record<string, () => void> = {};
    const listen = (name: string, hear: () => void): void => void (heard[name] = hear);
    vi.stubGlobal('document', Object.assign(Object.create(document), { addEventListener: listen }));
    const root = await show(looksOwed(early));
    network.answers['GET /skin-looks'] = looksOwed({ ...early, dueInS: 0 });
    await page.after(() => heard['visibilitychange']!());
    expect(blocked(root)).toEqual(['false', 'false', 'false']);
    expect(network.asked.filter(({ method }) => method === 'GET')).toHaveLength(2);
  });

  it('send what was answered for the treatment that it is of, and ask again', async () => {
    await show(looksOwed(early));
    await press(t('later.fine'));
    expect(sent()).toEqual([]);
    await press(t('check.sayWrong'));
    expect(sent()).toEqual([['/skin-looks/e%2F1', { answer: 'wrong' }]]);
    page.close();
    await show(looksOwed(due));
    await press(t('later.notSure'));
    expect(sent()).toEqual([['/skin-looks/d', { answer: 'notSure' }]]);
    await press(t('later.fine'));
    expect(sent().at(-1)).toEqual(['/skin-looks/d', { answer: 'fine' }]);
    expect(network.asked.filter(({ method }) => method === 'GET')).toHaveLength(3);
  });
});

describe.each(looks)('in $language and °$unit, the settings', (look) => {
  const t = translator(look.language);
  const session: SessionAnswer = {
    person: { name: 'Ann', role: 'clinician', mayMakeAccounts: false },
    setupNeeded: false,
    version: '4.5.6',
  };
  let preferred: Partial<Preferences>[];
  const show = (signedIn: SessionAnswer | null): Drawn => {
    preferred = [];
    const prefer = (change: Partial<Preferences>): void => void preferred.push(change);
    return page.show(Settings, {}, { ...look, live: atRest, app: { prefer, session: signedIn } });
  };

  it('show what is chosen, and prefer what is then chosen', async () => {
    vi.stubGlobal('speechSynthesis', {});
    const root = show(null);
    const picks = all(root, named('select'));
    expect(picks.map(({ attributes }) => attributes.get('value'))).toEqual([
      look.language,
      look.unit,
      'light',
    ]);
    const options = picks.map((pick) =>
      all(pick, named('option')).map((one) => [one.attributes.get('value'), wordsOf(one)]),
    );
    const themes = (['system', 'light', 'dark'] as const).map((one) => [
      one,
      t(`settings.theme.${one}`),
    ]);
    expect(options[0]).toEqual(
      expect.arrayContaining([
        ['en', 'English'],
        ['es', 'Español'],
      ]),
    );
    expect(options).toEqual([
      languages.map((one) => [one, languageNames[one]]),
      [
        ['C', '°C'],
        ['F', '°F'],
      ],
      themes,
    ]);
    for (const [at, value] of ['es', 'F', 'dark'].entries()) {
      await page.after(() => {
        happenTo(picks[at]!, 'change', { value });
      });
    }
    for (const box of all(root, named('input'))) {
      await page.after(() => {
        happenTo(box, 'change', { checked: true });
      });
    }
    expect(preferred).toEqual([
      { language: 'es' },
      { unit: 'F' },
      { theme: 'dark' },
      { speech: true },
      { bigTargets: true },
    ]);
    expect(wordsOf(root)).not.toContain(t('settings.account'));
  });

  it('say who is signed in as what, and which version this is', () => {
    const root = show(session);
    expect(wordsOf(root)).toContain(t('signIn.as', { name: 'Ann', role: t('role.clinician') }));
    expect(wordsOf(root)).toContain(t('settings.version', { version: '4.5.6' }));
    expect(all(root, named('form'))).toEqual([]);
    show({ ...session, person: { ...session.person!, mayMakeAccounts: true } });
    expect(all(root, named('form'))).toHaveLength(1);
  });
});
