/** From a prescription to a start: which question is asked when, and exactly what is then sent. */
import { all, button, factsIn, happenTo, named, wordsOf } from './document.ts';
import type { Drawn } from './document.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PresetsAnswer, ScreeningAnswer } from '../../src/server/contract/answers.ts';
import type { LiveState } from '../../src/server/contract/live-state.ts';
import { translator } from '../../src/web/i18n/catalogue.ts';
import { OpenScreening } from '../../src/web/screens/OpenScreening.tsx';
import { Wizard } from '../../src/web/screens/Wizard.tsx';
import { atRest } from '../web/fixtures.ts';
import { Network } from './network.ts';
import { Page, looks } from './page.ts';

// Nothing is plotted here.
vi.mock('uplot', async () => ({ default: (await import('./pen.ts')).Pen }));

const preset = (id: string, minutes: number): PresetsAnswer['presets'][number] => ({
  id,
  basis: `basis of ${id}`,
  yaml: `name: ${id}`,
  planned: {
    name: `name of ${id}`,
    phases: [{ number: 1, kind: 'cold', setpointC: 12, startS: 0, lengthS: 60 * minutes }],
    totalS: 60 * minutes,
    coldMinutes: minutes,
    coldDegreeMinutes: 8 * minutes,
    cem43Min: 0,
    curve: { tS: [0, 60 * minutes], plateC: [24, 12] },
    outlook: [],
    blockedBy: [],
  },
});
const presets: PresetsAnswer = {
  presets: [preset('short', 11), preset('usual', 23), preset('long', 37)],
  defaultPreset: 'usual',
  notOffered: [],
};

type Item = ScreeningAnswer['parts'][number]['items'][number];
const item = (id: string, more: Partial<Item>): Item => ({
  id,
  row: id,
  question: `question ${id}?`,
  hint: null,
  problem: 'yes',
  finding: `finding ${id}`,
  heat: 'none',
  cold: 'none',
  contrast: 'precaution',
  onlyAt: null,
  loweredBy: null,
  advice: null,
  sources: [],
  ...more,
});
const site = (id: string, more: Partial<ScreeningAnswer['sites'][number]> = {}) => ({
  id,
  label: `label ${id}`,
  rating: 'none' as const,
  why: `why ${id}`,
  imaginaryOnly: false,
  ...more,
});
const screening: ScreeningAnswer = {
  parts: [
    {
      layer: 'lasting',
      title: 'Lasting',
      items: [
        item('one', { hint: 'hint of one' }),
        item('two', {
          contrast: 'override',
          loweredBy: { kind: 'known', maxAgeDays: 100_000 },
        }),
      ],
    },
    { layer: 'today', title: 'Today', items: [item('three', { problem: 'no' })] },
  ],
  sites: [
    site('arm'),
    site('calf', { rating: 'precaution' }),
    site('face', { rating: 'absolute' }),
    site('block', { imaginaryOnly: true }),
  ],
  doubts: [],
  declined: [],
};

const t = translator('en');
let page: Page;
let network: Network;
beforeEach(() => {
  page = new Page();
  vi.stubGlobal('scrollTo', () => {});
  network = new Network({
    'GET /prescriptions': presets,
    'GET /screening': screening,
    'GET /skin-looks': { looks: [], newest: [] },
    'POST /treatments': {},
    'POST /screening/declined': { declined: [] },
    'POST /screening': {},
  });
});
afterEach(() => {
  page.close();
  vi.unstubAllGlobals();
});

const app = { act: (wish: () => Promise<unknown>) => wish().then(() => true) };
const real: LiveState = { ...atRest, board: { ...atRest.board!, imaginary: false } };
const show = (live: LiveState, role?: 'viewer'): Promise<Drawn> => {
  const person = { name: 'Vi', role: role ?? ('operator' as const), mayMakeAccounts: false };
  const session = { person, setupNeeded: false, version: '1' };
  page.show(Wizard, { live }, { ...looks[0]!, live, app: { ...app, session } });
  return page.settled();
};
const press = (words: string): Promise<Drawn> =>
  page.after(() => {
    happenTo(button(page.root, words), 'click');
  });
const choose = (words: string): Promise<Drawn> =>
  page.after(() => {
    const [choice] = all(page.root, named('label')).filter((one) => wordsOf(one).startsWith(words));
    happenTo(all(choice!, named('input'))[0]!, 'change');
  });
const type = (at: number, value: string): Promise<Drawn> =>
  page.after(() => {
    happenTo(all(page.root, named('input'))[at]!, 'input', { value });
  });
const step = (): string => wordsOf(all(page.root, named('p', 'aria-live', 'polite'))[0]!);
const asked = (): string[] => [
  wordsOf(all(page.root, named('p'))[1]!),
  wordsOf(all(page.root, named('p', 'id', 'question'))[0]!),
];
const sent = (): unknown[] =>
  network.asked.filter(({ method }) => method === 'POST').map(({ path, body }) => [path, body]);

describe('the way to a start', () => {
  it('asks step by step, sends nothing before the last button, and then what was chosen and answered', async () => {
    const root = await show(real);
    expect(step()).toBe('Step 1 of 5');
    await choose('name of long');
    expect(factsIn(root).get('Length')).toBe('37:00');
    await press(t('common.next'));

    expect(step()).toBe('Step 2 of 5');
    expect(all(root, named('label')).map(wordsOf)).toEqual([
      'label arm',
      `label calf ⚠ ${t('treat.siteCare', { why: 'why calf' })}`,
      `label face ✕ ${t('treat.siteNever', { why: 'why face' })}`,
    ]);
    const locked = all(root, named('input')).map(({ attributes }) => attributes.has('disabled'));
    expect(locked).toEqual([false, false, true]);
    await press(t('common.next'));
    expect(step()).toBe('Step 2 of 5');
    await choose('label calf');
    await press(t('common.next'));

    // The sound is proven already.
    expect(step()).toBe('Step 4 of 5');
    expect(asked()).toEqual([
      `${t('treat.question', { number: 1, total: 3 })} · ${t('layer.lasting')}`,
      'question one?',
    ]);
    expect(wordsOf(root)).toContain('hint of one');
    expect(wordsOf(root)).not.toContain(t('treat.allClear'));
    await press(t('common.no'));
    expect(asked()[1]).toBe('question two?');
    expect(wordsOf(root)).not.toContain('hint of one');
    await press(t('common.yes'));
    // Somebody may have seen it.
    expect(wordsOf(root)).toContain(t('word.known'));
    await type(0, 'Dr Bee');
    await type(1, '2026-10-05');
    await press(t('word.same'));
    expect(asked()).toEqual([
      `${t('treat.question', { number: 3, total: 3 })} · ${t('layer.today')}`,
      'question three?',
    ]);
    await press(t('common.no'));

    expect(step()).toBe('Step 5 of 5');
    expect([...factsIn(root).values()]).toEqual(['name of long', 'label calf']);
    expect(all(root, named('li')).map(wordsOf)).toEqual([
      'finding two',
      'finding three',
      'label calf: why calf',
    ]);
    expect(wordsOf(root)).toContain(t('treat.reviewCare'));
    expect(sent()).toEqual([]);
    await press(t('treat.start'));
    expect(sent()).toEqual([
      [
        '/treatments',
        {
          prescription: { preset: 'long' },
          site: 'calf',
          screening: {
            answers: { one: 'no', two: 'yes', three: 'no' },
            words: { two: { clinician: 'Dr Bee', seenOn: '2026-10-05', newOrWorse: 'no' } },
          },
        },
      ],
    ]);
  });

  it('goes back to the questions, and an answer that is changed counts, without the word of before', async () => {
    await show(real);
    await press(t('common.next'));
    await choose('label arm');
    await press(t('common.next'));
    await press(t('common.yes'));
    await press(t('common.yes'));
    await type(0, 'Dr Bee');
    await type(1, '2026-10-05');
    await press(t('word.worse'));
    await press(t('common.yes'));
    expect(wordsOf(page.root)).toContain(t('treat.reviewClinician'));
    await press(t('common.back'));
    expect(step()).toBe('Step 4 of 5');
    await press(t('common.no'));
    await press(t('common.no'));
    await press(t('common.yes'));
    expect(wordsOf(page.root)).toContain(t('treat.reviewClear'));
    expect(all(page.root, named('li'))).toEqual([]);
    await press(t('treat.start'));
    const body = {
      prescription: { preset: 'usual' },
      site: 'arm',
      screening: { answers: { one: 'no', two: 'no', three: 'yes' } },
    };
    // What a clinician would have had to decide is on record, though it was taken back.
    const { prescription, site: arm } = body;
    const word = { clinician: 'Dr Bee', seenOn: '2026-10-05', newOrWorse: 'yes' };
    const shown = { answers: { one: 'yes', two: 'yes', three: 'yes' }, words: { two: word } };
    expect(sent()).toEqual([
      ['/screening/declined', { start: { prescription, site: arm }, screening: shown }],
      ['/treatments', body],
    ]);
  });

  it('lets all be clear, and lie on the block, only where nobody can be on the board', async () => {
    await show(atRest);
    await press(t('common.next'));
    await choose('label block');
    await press(t('common.next'));
    await press(t('treat.allClear'));
    await press(t('treat.start'));
    const body = {
      prescription: { preset: 'usual' },
      site: 'block',
      screening: { answers: 'all-clear' },
    };
    expect(sent()).toEqual([['/treatments', body]]);
  });

  it('is closed to whoever only watches', async () => {
    const root = await show(real, 'viewer');
    expect(wordsOf(root)).toBe(t('treat.signIn'));
    expect(all(root, named('button'))).toEqual([]);
  });
});

describe('a screening that is still open', () => {
  it('is of the site that is prescribed, and sends its answers and who decided', async () => {
    const live: LiveState = {
      ...real,
      session: 'screening',
      prescribed: {
        source: 'long',
        name: 'L',
        site: 'calf',
        profile: 'standard',
        restMinutes: 240,
        phases: [],
        totalS: 0,
      },
    };
    page.show(OpenScreening, {}, { ...looks[0]!, live, app });
    const root = await page.settled();
    await press(t('common.no'));
    await press(t('common.yes'));
    await press(t('word.none'));
    await press(t('common.yes'));
    expect(wordsOf(root)).toContain(t('treat.reviewClinician'));
    expect(all(root, named('li')).map(wordsOf)).toEqual(['finding two', 'label calf: why calf']);
    await press(t('treat.start'));
    expect(sent()).toEqual([]);
    await type(0, 'Dr Cee');
    await type(1, 'secret words');
    await type(2, 'seen today');
    await press(t('treat.start'));
    const override = { clinician: 'Dr Cee', reason: 'seen today', password: 'secret words' };
    const answers = { one: 'no', two: 'yes', three: 'yes' };
    expect(sent()).toEqual([['/screening', { answers, override }]]);
  });
});
