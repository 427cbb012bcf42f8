/** What a treatment is going to be, from its prescription to "safe to apply": every number computed a second time. */
import { all, button, factsIn, happenTo, named, wordsOf } from './document.ts';
import type { Drawn } from './document.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Planned, PresetsAnswer, ScreeningAnswer } from '../../src/server/contract/answers.ts';
import type { LiveState, SelfTestStep } from '../../src/server/contract/live-state.ts';
import { translator } from '../../src/web/i18n/catalogue.ts';
import { PlannedView } from '../../src/web/parts/PlannedView.tsx';
import { ChoosePrescription } from '../../src/web/screens/ChoosePrescription.tsx';
import { Preparing, SafeToApply } from '../../src/web/screens/Preparing.tsx';
import { Review } from '../../src/web/screens/Review.tsx';
import { draftAtRest } from '../../src/web/state/draft.ts';
import type { Draft } from '../../src/web/state/draft.ts';
import { atRest } from '../web/fixtures.ts';
import { Page, decimalOf, degreesOf, looks, timeOf } from './page.ts';

vi.mock('uplot', async () => ({ default: (await import('./pen.ts')).Pen }));

/** Every number differs from every other, so that none can stand in another one's place. */
const phases: Planned['phases'] = [
  { number: 1, kind: 'cold', setpointC: 12.3, startS: 0, lengthS: 610 },
  { number: 2, kind: 'hot', setpointC: 39.6, startS: 650, lengthS: 570 },
  { number: 3, kind: 'cold', setpointC: 14.7, startS: 1280, lengthS: 495 },
];
const planned: Planned = {
  name: 'Tuesday',
  phases,
  totalS: 4321,
  coldMinutes: 18.7,
  coldDegreeMinutes: 136.2,
  cem43Min: 0.823,
  curve: { tS: [0, 125, 777, 4321], plateC: [24.2, 11.9, 40.8, 17.5] },
  outlook: ['third session of the day', 'cold of the day: 78 min'],
  blockedBy: [],
};

let page: Page;
beforeEach(() => {
  page = new Page();
});
afterEach(() => {
  page.close();
});

const numbersIn = (text: string): number[] => text.split(/[\s,]+/).map(Number);

/** The points of the curve, from left and from below, as a share of the drawing. */
function pointsIn(root: Drawn): (readonly [x: number, y: number])[] {
  const [svg] = all(root, named('svg'));
  const [, , width, height] = numbersIn(svg!.attributes.get('viewBox')!);
  const numbers = numbersIn(all(root, named('polyline'))[0]!.attributes.get('points')!);
  return Array.from({ length: numbers.length / 2 }, (_, at) => [
    numbers[2 * at]! / width!,
    1 - numbers[2 * at + 1]! / height!,
  ]);
}

describe.each(looks)('in $language and °$unit, what is planned', (look) => {
  const t = translator(look.language);
  const degrees = (celsius: number): string => degreesOf(celsius, look);
  const minutesOf = (seconds: number): string =>
    String(Number((seconds / 60).toFixed(1))).replace('.', look.language === 'en' ? '.' : ',');

  it('has its length, its phases and both doses', () => {
    const root = page.show(PlannedView, { planned }, { ...look, live: atRest });
    expect(wordsOf(all(root, named('h2'))[0]!)).toBe('Tuesday');
    expect([...factsIn(root)]).toEqual([
      [t('treat.length'), timeOf(4321)],
      [t('treat.phases'), '3'],
      [t('treat.dose'), t('common.cem43', { value: decimalOf(0.823, 2, look) })],
      [t('treat.cold'), t('common.coldMinutes', { minutes: '19', degreeMinutes: '136' })],
    ]);
    const lists = all(root, named('ul')).map(({ childNodes }) => childNodes.map(wordsOf));
    expect(lists).toEqual([planned.outlook]);
    expect(wordsOf(root)).toContain(t('treat.fits'));
    expect(wordsOf(root)).not.toContain(t('treat.blocked'));
  });

  it('has its phases as a bar, each as long as it is, and none of them begun', () => {
    const root = page.show(PlannedView, { planned }, { ...look, live: atRest });
    const parts = all(root, named('ol', 'class', 'timeline'))[0]!.childNodes;
    const seen = parts.map((part) => ({
      words: wordsOf(all(part, named('span', 'class', 'unseen'))[0]!),
      grow: Number((part.style as unknown as { flexGrow: unknown }).flexGrow),
      filled: (part.childNodes[0]!.style as unknown as { width: string }).width,
    }));
    expect(seen).toEqual(
      phases.map(({ kind, lengthS }) => ({
        words: t('run.timelinePart', {
          kind: t(`kind.${kind}`),
          minutes: minutesOf(lengthS),
          state: t('run.timelineAhead'),
        }),
        grow: lengthS,
        filled: '0%',
      })),
    );
  });

  it('is drawn point by point, over its phases, with its coldest and hottest', () => {
    const root = page.show(PlannedView, { planned }, { ...look, live: atRest });
    const points = pointsIn(root);
    const { tS, plateC } = planned.curve;
    expect(points).toHaveLength(tS.length);
    // Time in proportion, temperature in a straight line, the hotter the higher, nothing outside.
    const [first, , hottest] = points.map(([, y]) => y);
    const perC = (hottest! - first!) / (plateC[2]! - plateC[0]!);
    expect(perC).toBeGreaterThan(0);
    for (const [at, [x, y]] of points.entries()) {
      expect(Math.abs(x - tS[at]! / 4321), `time of point ${at}`).toBeLessThan(0.001);
      const wanted = first! + perC * (plateC[at]! - plateC[0]!);
      expect(Math.abs(y - wanted), `height of point ${at}`).toBeLessThan(0.002);
      expect(Math.min(y, 1 - y)).toBeGreaterThan(0);
    }
    const [svg] = all(root, named('svg'));
    const width = numbersIn(svg!.attributes.get('viewBox')!)[2]!;
    const shades = all(root, named('rect')).map(({ attributes }) => [
      attributes.get('fill'),
      Math.round((Number(attributes.get('x')) / width) * 4321),
      Math.round((Number(attributes.get('width')) / width) * 4321),
    ]);
    expect(shades).toEqual([
      ['var(--cold-wash)', 0, 610],
      ['var(--hot-wash)', 650, 570],
      ['var(--cold-wash)', 1280, 495],
    ]);
    expect(svg!.attributes.get('aria-label')).toBe(
      `${t('treat.planned')}: ${degrees(11.9)} … ${degrees(40.8)}`,
    );
    const caption = all(root, named('figcaption'))[0]!.childNodes.map(wordsOf);
    expect(caption).toEqual([t('treat.planned'), `▼ ${degrees(11.9)}`, `▲ ${degrees(40.8)}`]);
  });

  it('says every limit that blocks it, and nothing of fitting', () => {
    const blockedBy = ['hotSetpointC', 'sessionMinutes'].map((field, at) => ({
      field,
      limit: field,
      value: 43 + at,
      bound: 41 + 40 * at,
      unit: at === 0 ? '°C' : 'min',
      message: `${43 + at} is above ${41 + 40 * at}`,
    }));
    const root = page.show(
      PlannedView,
      { planned: { ...planned, blockedBy } },
      { ...look, live: atRest },
    );
    const [blocking] = all(root, named('div', 'class', 'notice bad'));
    expect(wordsOf(all(blocking!, named('h3'))[0]!)).toBe(`✕ ${t('treat.blocked')}`);
    expect(all(blocking!, named('li')).map(wordsOf)).toEqual([
      'hotSetpointC : 43 is above 41',
      'sessionMinutes : 44 is above 81',
    ]);
    expect(wordsOf(root)).not.toContain(t('treat.fits'));
  });
});

const blocked: Planned = {
  ...planned,
  name: 'Wednesday',
  totalS: 2345,
  blockedBy: [{ field: 'f', limit: 'f', value: 5, bound: 4, unit: 'min', message: 'too long' }],
};
const known: PresetsAnswer = {
  presets: [
    { id: 'wed', basis: 'basis of W', yaml: 'name: W', planned: blocked },
    { id: 'tue', basis: 'basis of T', yaml: 'name: T', planned },
    {
      id: 'thu',
      basis: 'basis of H',
      yaml: 'name: H',
      planned: { ...planned, name: 'Thursday', totalS: 3456 },
    },
  ],
  defaultPreset: 'tue',
  notOffered: [{ id: 'old', name: 'Old one', why: ['too hot', 'too long'] }],
};

describe('the choice of a prescription', () => {
  let draft: Draft;
  let steps: string[];
  const show = (): Drawn =>
    page.show(
      ChoosePrescription,
      {
        draft,
        known,
        change: (change: Partial<Draft>) => {
          draft = { ...draft, ...change };
        },
        next: () => void steps.push('next'),
        back: () => void steps.push('back'),
      },
      { ...looks[0]!, live: atRest },
    );
  beforeEach(() => {
    draft = draftAtRest;
    steps = [];
  });

  it('has each with its own length, the default one chosen and shown, and what is not offered', () => {
    const root = show();
    const choices = all(root, named('label'));
    expect(choices.map(wordsOf)).toEqual([
      `Wednesday · ${timeOf(2345)} basis of W`,
      `Tuesday · ${timeOf(4321)} basis of T`,
      `Thursday · ${timeOf(3456)} basis of H`,
      'Own prescription (text)',
    ]);
    const chosen = choices.map((choice) =>
      all(choice, named('input'))[0]!.attributes.has('checked'),
    );
    expect(chosen).toEqual([false, true, false, false]);
    expect(factsIn(root).get('Length')).toBe(timeOf(4321));
    expect(all(root, named('details')).map(wordsOf).join()).toContain('Old one too hot too long');
  });

  it.each([
    ['en', 'en', 'Tuesday'],
    ['de', 'de', 'Muskelkrampf, sanft'],
    ['es', 'es', 'Espasmo muscular, suave'],
  ] as const)('has a preset by its name in %s, and its basis in English', (language, its, name) => {
    const [, tuesday] = known.presets;
    const gentle = { ...known, presets: [{ ...tuesday!, id: 'seed-spasm-gentle' }] };
    const step = { change: () => {}, next: () => {}, back: () => {} };
    const chosen = { ...draftAtRest, preset: 'seed-spasm-gentle' };
    const root = page.show(
      ChoosePrescription,
      { ...step, draft: chosen, known: gentle },
      { live: atRest, language, unit: 'C' },
    );
    const [choice] = all(root, named('label'));
    const told = (one: Drawn): unknown[] => [one.attributes.get('lang'), wordsOf(one)];
    expect(all(choice!, named('strong')).map(told)).toEqual([[its, name]]);
    expect(all(choice!, named('span', 'class', 'soft')).map(told)).toEqual([['en', 'basis of T']]);
    const titles = all(root, named('h2')).filter(({ attributes }) => attributes.has('lang'));
    expect(titles.map(told)).toEqual([[its, name]]);
  });

  it('goes on with what is shown, and not with one that a limit blocks', async () => {
    await page.after(() => {
      happenTo(button(show(), 'Next'), 'click');
    });
    expect([draft.preset, steps]).toEqual(['tue', ['next']]);
    await page.after(() => {
      happenTo(all(show(), named('input'))[0]!, 'change');
    });
    expect(draft.preset).toBe('wed');
    const root = show();
    expect(factsIn(root).get('Length')).toBe(timeOf(2345));
    expect(wordsOf(root)).toContain('f : too long');
    const next = button(root, 'Next');
    expect(next.attributes.get('aria-disabled')).toBe('true');
    await page.after(() => {
      happenTo(next, 'click');
    });
    expect(steps).toEqual(['next']);
  });
});

const selfTest: SelfTestStep[] = [
  { id: 'a', label: 'sensors', verdict: 'passed', detail: '24.1 and 24.3 °C' },
  { id: 'b', label: 'relay', verdict: 'failed', detail: 'stays closed' },
  { id: 'c', label: 'STOP', verdict: 'running', detail: null },
  { id: 'd', label: 'heat', verdict: 'waiting', detail: null },
] as unknown as SelfTestStep[];

const preparing: LiveState = {
  ...atRest,
  session: 'preparing',
  treatmentId: 'A',
  offers: [
    { command: 'cancel', allowed: true, reason: null },
    { command: 'confirmContact', allowed: false, reason: 'not yet' },
  ],
  prescribed: {
    source: 'tue',
    name: 'Tuesday',
    site: 'lower-leg-right',
    profile: 'standard',
    restMinutes: 245,
    phases,
    totalS: 4321,
  },
  readings: { plateAC: 16.4, plateBC: 15.8, heatsinkC: 27.6 },
  setpointC: 13.6,
  contactLeftS: 83,
  selfTest,
};

describe.each(looks)('in $language and °$unit, before the skin', (look) => {
  const t = translator(look.language);
  const degrees = (celsius: number): string => degreesOf(celsius, look);

  it('the plate is cooled to the first phase, and its colder bead counts', () => {
    const root = page.show(Preparing, { live: preparing }, { ...look, live: preparing });
    expect(wordsOf(all(root, named('h1'))[0]!)).toBe(
      t('prepare.cooling', { target: degrees(12.3) }),
    );
    expect(wordsOf(all(root, named('p', 'class', 'big is-cold reading'))[0]!)).toBe(degrees(15.8));
    const half = { ...preparing, readings: { ...preparing.readings, plateAC: null } };
    page.show(Preparing, { live: half }, { ...look, live: half });
    expect(wordsOf(all(root, named('p', 'class', 'big is-cold reading'))[0]!)).toBe(
      t('common.noReading'),
    );
  });

  it('each step of the self-test has its own verdict, in order, and no temperature is promised', () => {
    const live: LiveState = { ...preparing, session: 'selfTest' };
    const root = page.show(Preparing, { live }, { ...look, live });
    expect(wordsOf(all(root, named('h1'))[0]!)).toBe(t('prepare.selfTest'));
    expect(all(root, named('p', 'class', 'big is-cold reading'))).toEqual([]);
    const steps = all(all(root, named('ol', 'class', 'list'))[0]!, named('li'));
    expect(steps.map(({ childNodes }) => childNodes.map(wordsOf))).toEqual([
      [`✓${t('step.passed')}`, 'sensors 24.1 and 24.3 °C'],
      [`✕${t('step.failed')}`, 'relay stays closed'],
      [`◔${t('step.running')}`, 'STOP'],
      [`○${t('step.waiting')}`, 'heat'],
    ]);
  });

  it('"safe to apply" says how cold, where, and how long the plate waits', () => {
    const live: LiveState = { ...preparing, session: 'awaitingContact' };
    const root = page.show(SafeToApply, { live }, { ...look, live });
    expect(wordsOf(root)).toContain(
      t('apply.text', { temperature: degrees(15.8), site: 'lower leg, right' }),
    );
    expect(wordsOf(root)).toContain(t('apply.left', { time: timeOf(83) }));
    const later: LiveState = { ...live, contactLeftS: 4 };
    page.show(SafeToApply, { live: later }, { ...look, live: later });
    expect(wordsOf(root)).toContain(t('apply.left', { time: timeOf(4) }));
    expect(wordsOf(root)).not.toContain(timeOf(83));
  });
});

describe('"safe to apply"', () => {
  it('takes only what the device would take now', async () => {
    const given: string[] = [];
    const command = (name: string): Promise<boolean> => Promise.resolve(given.push(name) > 0);
    const press = async (live: LiveState, words: string): Promise<string | undefined> => {
      page.show(SafeToApply, { live }, { ...looks[0]!, live, app: { command } });
      const pressed = button(page.root, words);
      await page.after(() => {
        happenTo(pressed, 'click');
      });
      return pressed.attributes.get('title');
    };
    const t = translator('en');
    expect(await press(preparing, t('apply.confirm'))).toBe('not yet');
    expect(given).toEqual([]);
    const offers = preparing.offers.map((offer) => ({ ...offer, allowed: true, reason: null }));
    expect(await press({ ...preparing, offers }, t('apply.confirm'))).toBeUndefined();
    expect(given).toEqual(['confirmContact']);
    await press(preparing, t('prepare.cancel'));
    expect(given).toEqual(['confirmContact', 'cancel']);
  });
});

describe.each(looks)('in $language and °$unit, the review', (look) => {
  const t = translator(look.language);
  const site = (id: string, rating: 'none' | 'precaution' | 'override' | 'absolute') => ({
    id,
    label: `label of ${id}`,
    rating,
    why: `why ${id}`,
    imaginaryOnly: false,
  });
  const questions: ScreeningAnswer = {
    parts: [],
    sites: [
      site('arm', 'none'),
      site('calf', 'precaution'),
      site('knee', 'override'),
      site('face', 'absolute'),
    ],
    doubts: [{ text: 'clock is off', advice: 'set it', site: 'calf' }],
    declined: [],
  };

  // Of these the page knows only the face by a name of its own.
  const face = {
    en: ['label of face', 'why face'],
    de: ['Gesicht', 'dünne Haut, und die Augen sind nahe'],
    es: ['Cara', 'piel fina, y los ojos están cerca'],
  } as const;
  const told = (id: string): readonly [label: string, why: string] =>
    id === 'face' ? face[look.language] : [`label of ${id}`, `why ${id}`];

  it.each([
    ['arm', 'clear', true],
    ['calf', 'clinician', false],
    ['knee', 'clinician', false],
    ['face', 'never', false],
  ] as const)('at the %s comes to %s, and only then starts', async (id, result, starts) => {
    let started = 0;
    const draft: Draft = { ...draftAtRest, preset: 'thu', site: id, allClear: true };
    const show = (one: Draft): Drawn =>
      page.show(
        Review,
        {
          draft: one,
          known,
          questions,
          change: () => {},
          next: () => {},
          back: () => {},
          onStart: () => Promise.resolve(started++ >= 0),
          onKept: () => {},
        },
        { ...look, live: atRest },
      );
    const root = show(draft);
    expect([...factsIn(root)]).toEqual([
      [t('history.what'), 'Thursday'],
      [t('treat.site'), told(id)[0]],
    ]);
    const titles = {
      clear: `✓ ${t('treat.reviewClear')}`,
      clinician: `⚠ ${t('treat.reviewClinician')}`,
      never: `✕ ${t('treat.reviewNever')}`,
    };
    expect(wordsOf(all(root, named('h3'))[0]!)).toBe(titles[result]);
    expect(all(root, named('li')).map(wordsOf)).toEqual([
      ...(id === 'calf' ? ['clock is off. set it'] : []),
      ...(id === 'arm' ? [] : [told(id).join(': ')]),
    ]);
    const start = button(root, t('treat.start'));
    expect(start.attributes.get('aria-disabled')).toBe(String(!starts));
    await page.after(() => {
      happenTo(start, 'click');
    });
    expect(started).toBe(Number(starts));
    // The fields of a clinician are there where one can decide, and nowhere else.
    expect(all(root, named('input'))).toHaveLength(result === 'clinician' ? 3 : 0);
    show({ ...draft, clinician: 'Dr Bee', reason: 'seen' });
    await page.after(() => {
      happenTo(button(root, t('treat.start')), 'click');
    });
    expect(started).toBe(Number(starts) + Number(result !== 'never'));
  });
});
