/** The screening in the language of the page: what is asked, where the plate may lie, and what was found. */
import { all, button, happenTo, named, wordsOf } from './document.ts';
import type { Drawn } from './document.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ScreeningAnswer } from '../../src/server/contract/answers.ts';
import type { LiveState } from '../../src/server/contract/live-state.ts';
import { translator } from '../../src/web/i18n/catalogue.ts';
import { DeclinedBefore } from '../../src/web/parts/DeclinedBefore.tsx';
import { ChooseSite } from '../../src/web/screens/ChooseSite.tsx';
import { SafeToApply } from '../../src/web/screens/Preparing.tsx';
import { Questions } from '../../src/web/screens/Questions.tsx';
import { Verdict } from '../../src/web/screens/Review.tsx';
import { draftAtRest } from '../../src/web/state/draft.ts';
import type { Item } from '../../src/web/state/draft.ts';
import { atRest } from '../web/fixtures.ts';
import { Page } from './page.ts';

// Nothing is plotted here.
vi.mock('uplot', async () => ({ default: (await import('./pen.ts')).Pen }));

const item = (id: string, hint: string | null): Item => ({
  id,
  row: id,
  question: `question ${id}?`,
  hint,
  problem: 'no',
  finding: `finding ${id}`,
  heat: 'absolute',
  cold: 'absolute',
  contrast: 'absolute',
  onlyAt: null,
  loweredBy: null,
  advice: null,
  sources: [],
});
const items = [item('strap', 'hint strap'), item('awake', null), item('of-tomorrow', 'hint new')];
const site = (id: string, rating: Item['contrast']): ScreeningAnswer['sites'][number] => ({
  id,
  label: `label ${id}`,
  rating,
  why: `why ${id}`,
  imaginaryOnly: false,
});
const sites = [site('calf-left', 'none'), site('foot-right', 'precaution'), site('tail', 'none')];

const words = {
  en: {
    strap: ['question strap?', 'hint strap'],
    awake: 'question awake?',
    findings: ['finding strap', 'finding awake'],
    sites: ['label calf-left', 'label foot-right', 'with care: why foot-right'],
    calf: 'calf, left',
  },
  de: {
    strap: ['Passen zwei Finger unter den Gurt?', 'Wo kein Gurt ist, ist die Antwort Ja.'],
    awake: 'Ist die Person hellwach?',
    findings: ['der Gurt ist zu eng', 'die Person ist nicht wach'],
    sites: ['Wade, links', 'Fuß, rechts', 'mit Vorsicht: wenig Gewebe über Knochen und Nerven'],
    calf: 'Wade, links',
  },
  es: {
    strap: ['¿Caben dos dedos debajo de la correa?', 'Donde no hay correa, la respuesta es sí.'],
    awake: '¿Está la persona bien despierta?',
    findings: ['la correa está demasiado apretada', 'la persona no está despierta'],
    sites: [
      'Pantorrilla, lado izquierdo',
      'Pie, lado derecho',
      'con cuidado: poco tejido sobre huesos y nervios',
    ],
    calf: 'Pantorrilla, lado izquierdo',
  },
} as const;

let page: Page;
beforeEach(() => {
  page = new Page();
});
afterEach(() => {
  page.close();
});

describe.each(['en', 'de', 'es'] as const)('in %s', (language) => {
  const t = translator(language);
  const around = { live: atRest, language, unit: 'C' } as const;
  const step = { draft: draftAtRest, change: () => {}, next: () => {}, back: () => {} };
  const told = (drawn: readonly Drawn[]): unknown[] =>
    drawn.map((one) => [one.attributes.get('lang'), wordsOf(one)]);

  it('a question and its hint are asked, and one that is not known in English', async () => {
    const parts = [{ layer: 'start' as const, title: 'Start', items }];
    const root = page.show(Questions, { ...step, parts, imaginary: false }, around);
    const asked = (): unknown[] => told(all(root, named('p')).slice(1));
    const answer = (): Promise<Drawn> =>
      page.after(() => {
        happenTo(button(root, t('common.yes')), 'click');
      });
    expect(asked()).toEqual(words[language].strap.map((text) => [language, text]));
    await answer();
    expect(asked()).toEqual([[language, words[language].awake]]);
    await answer();
    expect(asked()).toEqual([
      ['en', 'question of-tomorrow?'],
      ['en', 'hint new'],
    ]);
  });

  it('the sites are named, with the reason for care', () => {
    const root = page.show(ChooseSite, { ...step, sites, imaginary: false }, around);
    const [calf, foot, care] = words[language].sites;
    const found = all(root, named('span')).filter(({ attributes }) => attributes.has('lang'));
    expect(told(found)).toEqual([
      [language, calf],
      [language, `${foot} ⚠ ${care}`],
      [language, `⚠ ${care}`],
      ['en', 'label tail'],
    ]);
  });

  it('what was found is told, and what only the device says in English', () => {
    const found = {
      result: 'never',
      doubts: ['the clock was set'],
      problems: items,
      site: sites[1]!,
    } as const;
    const root = page.show(Verdict, { found, draft: draftAtRest, change: () => {} }, around);
    const [, foot, care] = words[language].sites;
    expect(told(all(root, named('li')))).toEqual([
      ['en', 'the clock was set'],
      ...words[language].findings.map((text) => [language, text]),
      ['en', 'finding of-tomorrow'],
      [language, `${foot}: ${care.slice(care.indexOf(': ') + 2)}`],
    ]);
  });

  it('what was declined before is told, with the question that is answered otherwise now', () => {
    const before = { id: 'strap', answer: 'no' } as const;
    const questions: ScreeningAnswer = {
      parts: [{ layer: 'start', title: 'Start', items }],
      sites,
      doubts: [],
      declined: [
        {
          record: null,
          at: null,
          label: 'label calf-left',
          sites: ['calf-left'],
          result: 'contraindicated',
          answers: [before, { id: 'of-tomorrow', answer: 'no' }, { id: 'forgotten', answer: 'no' }],
        },
      ],
    };
    const draft = { ...draftAtRest, site: 'calf-left', answers: { strap: 'yes' } as const };
    const root = page.show(DeclinedBefore, { questions, draft, change: () => {} }, around);
    expect(told(all(root, named('span')))).toEqual([
      [language, words[language].sites[0]],
      [language, words[language].findings[0]],
      ['en', '; finding of-tomorrow'],
      ['en', '; forgotten'],
      [language, words[language].strap[0]],
    ]);
  });

  it('where to lay the plate is said at the moment of laying it', () => {
    const prescribed = { site: 'calf-left' } as NonNullable<LiveState['prescribed']>;
    const live: LiveState = { ...atRest, session: 'awaitingContact', prescribed };
    const root = page.show(SafeToApply, { live }, { ...around, live });
    expect(wordsOf(all(root, named('p', 'class', 'question'))[0]!)).toContain(words[language].calf);
  });
});
