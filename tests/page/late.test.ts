/** Something is wrong with the skin after all: always within reach on the page, confirmed, and what it bars is said. */
import { all, button, happenTo, named, wordsOf } from './document.ts';
import type { Drawn } from './document.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SkinLooksAnswer } from '../../src/server/contract/answers.ts';
import type { RecordAnswer, RecordRow } from '../../src/server/contract/record-answers.ts';
import type { LiveState } from '../../src/server/contract/live-state.ts';
import { plainWords } from '../../src/server/contract/plain-words.ts';
import { skinFindings } from '../../src/server/contract/skin-ids.ts';
import { translator } from '../../src/web/i18n/catalogue.ts';
import { Ended } from '../../src/web/screens/Ended.tsx';
import { History } from '../../src/web/screens/History.tsx';
import { RecordPage } from '../../src/web/screens/RecordPage.tsx';
import { SkinLooks } from '../../src/web/screens/SkinLooks.tsx';
import { atRest } from '../web/fixtures.ts';
import { Network } from './network.ts';
import { looks, Page } from './page.ts';
import type { Look } from './page.ts';

vi.mock('uplot', async () => ({ default: (await import('./pen.ts')).Pen }));

let page: Page;
let network: Network;
beforeEach(() => {
  page = new Page();
});
afterEach(() => {
  page.close();
  vi.unstubAllGlobals();
});

const calf = { id: 'c/1', site: 'calf-left', label: 'Calf, left', open: false };
const arm = { id: 'a', site: 'forearm-right', label: 'Forearm, right', open: false };
const newest = (...those: SkinLooksAnswer['newest']): SkinLooksAnswer => ({
  looks: [],
  newest: those,
});
const act = (wish: () => Promise<unknown>): Promise<boolean> => wish().then(() => true);
const sent = (): unknown[] =>
  network.asked.filter(({ method }) => method === 'POST').map(({ path, body }) => [path, body]);
const press = (words: string): Promise<Drawn> =>
  page.after(() => {
    happenTo(button(page.root, words), 'click');
  });
const buttons = (): string[] => all(page.root, named('button')).map(wordsOf);
const mark = (...findings: readonly (typeof skinFindings)[number][]): Promise<Drawn> =>
  page.after(() => {
    const boxes = all(page.root, named('input', 'type', 'checkbox'));
    for (const finding of findings) happenTo(boxes[skinFindings.indexOf(finding)]!, 'change');
  });

const names: Readonly<Record<Look['language'], Readonly<Record<string, string>>>> = {
  en: { 'calf-left': 'Calf, left', 'forearm-right': 'Forearm, right' },
  de: { 'calf-left': 'Wade, links', 'forearm-right': 'Unterarm, rechts' },
  es: { 'calf-left': 'Pantorrilla, lado izquierdo', 'forearm-right': 'Antebrazo, lado derecho' },
};
const sayOf = ({ site }: { readonly site: string }, { language }: Look): string =>
  `${names[language][site]}: ${translator(language)('check.sayWrong')}`;

/** From the first press to the server: nothing is sent before the last word. */
async function report(look: Look): Promise<void> {
  const t = translator(look.language);
  const [box] = all(page.root, named('fieldset'));
  expect(all(box!, named('label')).map(wordsOf)).toEqual(
    skinFindings.map((id) => t(`finding.${id}`)),
  );
  await press(t('late.report'));
  expect(wordsOf(page.root)).not.toContain(`${t('late.bars')} ${t('late.barred')}`);
  await mark('pain', 'blister');
  await press(t('late.report'));
  expect(wordsOf(page.root)).toContain(`${t('late.bars')} ${t('late.barred')}`);
  await press(t('common.cancel'));
  expect(sent()).toEqual([]);
  await press(t('late.report'));
  await press(t('late.confirm'));
}
const wrong = { answer: 'wrong', findings: ['pain', 'blister'] };

describe.each(looks)('in $language and °$unit, what is wrong with the skin after all', (look) => {
  const t = translator(look.language);
  const { reaction, reactionTitle } = plainWords[look.language];
  const around = { ...look, live: atRest, app: { act } };

  it('can be said before a start, of every region that was treated, and then bars that one', async () => {
    let said = 0;
    network = new Network({
      'GET /skin-looks': newest(calf, arm),
      'POST /skin-looks/c%2F1': newest({ ...calf, open: true }, arm),
    });
    page.show(SkinLooks, { onSaid: () => void said++ }, around);
    await page.settled();
    expect(wordsOf(all(page.root, named('h2'))[0]!)).toBe(t('late.title'));
    expect(buttons()).toEqual([calf, arm].map((one) => sayOf(one, look)));
    expect(wordsOf(page.root)).not.toContain(reactionTitle);
    await press(sayOf(calf, look));
    network.answers['GET /skin-looks'] = newest({ ...calf, open: true }, arm);
    await report(look);
    expect(sent()).toEqual([['/skin-looks/c%2F1', wrong]]);
    expect(said).toBe(1);
    const notices = all(page.root, named('div', 'class', 'notice bad')).map(wordsOf);
    expect(notices).toHaveLength(1);
    for (const text of [
      reactionTitle,
      `${names[look.language][calf.site]}: ${t('late.barred')}`,
      ...reaction,
    ])
      expect(notices[0]).toContain(text);
    expect(buttons()).toEqual([sayOf(calf, look), sayOf(arm, look)]);
  });

  it('stands apart from the looks that are owed, which ask by themselves', async () => {
    const owed = { id: 'a', site: arm.site, label: arm.label, asks: 'how' as const, dueInS: 0 };
    network = new Network({ 'GET /skin-looks': { ...newest(calf, arm), looks: [owed] } });
    page.show(SkinLooks, { onSaid: () => {} }, around);
    await page.settled();
    const say = [calf, arm].map((one) => sayOf(one, look));
    expect(buttons()).toContain(say[0]);
    expect(buttons()).not.toContain(say[1]);
  });

  it('is not missing in silence where the server does not answer', async () => {
    network = new Network({});
    page.show(SkinLooks, { onSaid: () => {} }, around);
    await page.settled();
    network.answers['GET /skin-looks'] = newest(calf);
    await press(t('common.retry'));
    expect(buttons()).toEqual([sayOf(calf, look)]);
  });

  it('is for those who may treat', async () => {
    network = new Network({ 'GET /skin-looks': newest(calf) });
    const person = { name: 'Vic', role: 'viewer' as const, mayMakeAccounts: false };
    const session = { person, setupNeeded: false, version: '1' };
    page.show(SkinLooks, { onSaid: () => {} }, { ...around, app: { act, session } });
    await page.settled();
    const [say] = all(page.root, named('button'));
    expect(say!.attributes.get('title')).toBe(t('common.notAllowed'));
    await press(sayOf(calf, look));
    expect(all(page.root, named('fieldset'))).toEqual([]);
  });
});

const row = (id: string, verdict: RecordRow['verdict']): RecordRow => ({
  id,
  startedAt: null,
  name: id,
  site: 'calf-left',
  outcome: 'completed',
  reason: '',
  durationS: 60,
  simulated: false,
  bench: false,
  verdict,
});

describe.each(looks)(
  'in $language and °$unit, what is wrong after all, where history shows a treatment',
  (look) => {
    const t = translator(look.language);
    const around = { ...look, live: atRest, app: { act } };
    const columns = { tS: [], plateAC: [], plateBC: [], heatsinkC: [], setpointC: [], drive: [] };
    const open = (id: string, verdict: RecordRow['verdict']): Promise<Drawn> => {
      const record: RecordAnswer = {
        row: row(id, verdict),
        verification: { verdict, text: '', because: '', provenLines: 1 },
        header: null,
        summary: null,
        phases: [],
        entries: [],
        drills: [],
      };
      network = new Network({
        'GET /skin-looks': newest(calf),
        'POST /skin-looks/c%2F1': newest({ ...calf, open: true }),
        [`GET /records/${encodeURIComponent(id)}`]: record,
        [`GET /records/${encodeURIComponent(id)}/samples`]: { id, ...columns, cem43Min: [] },
      });
      page.show(RecordPage, { id }, around);
      return page.settled();
    };
    const say = sayOf(calf, look);

    it('is said of that treatment, and stays to be seen there', async () => {
      await open('c/1', 'intact');
      await press(say);
      network.answers['GET /skin-looks'] = newest({ ...calf, open: true });
      await report(look);
      expect(sent()).toEqual([['/skin-looks/c%2F1', wrong]]);
      expect(wordsOf(page.root)).toContain(
        `${names[look.language][calf.site]}: ${t('late.barred')}`,
      );
    });

    it('is not said of one that runs, whose own check takes the power, nor of one that is not the newest', async () => {
      await open('c/1', 'running');
      expect(buttons()).not.toContain(say);
      page.close();
      await open('b', 'intact');
      expect(buttons()).not.toContain(say);
    });

    it('has a way from the list', async () => {
      const records = [row('r', 'running'), row('c/1', 'truncated'), row('b', 'intact')];
      network = new Network({
        'GET /records?limit=100': { records, older: 0 },
        'GET /skin-looks': newest(calf, { ...arm, id: 'r' }),
      });
      page.show(History, {}, around);
      await page.settled();
      const links = all(page.root, named('a')).filter((one) => wordsOf(one) === t('late.title'));
      expect(links.map(({ attributes }) => attributes.get('href'))).toEqual(['#/record/c%2F1']);
    });
  },
);

describe.each(looks)(
  'in $language and °$unit, what is wrong after all, at the end of a treatment',
  (look) => {
    const t = translator(look.language);
    const words = plainWords[look.language];
    const phase = { phase: 1, setpointC: 12, owedMin: 8, inBandMin: 9, delivered: true };
    const ended = (allowed: boolean): LiveState => ({
      ...atRest,
      session: 'ended',
      treatmentId: 'c/1',
      contactAtS: 99,
      offers: [{ command: 'answerSkinCheck', allowed, reason: allowed ? null : 'closed' }],
      outcome: {
        treatmentId: 'c/1',
        outcome: 'completed',
        reason: 'all phases',
        rule: null,
        durationS: 800,
        cem43Min: 0.1,
        coldMinutes: 9,
        coldDegreeMinutes: 31,
        coldFinish: true,
        skin: { reacted: false, atEnd: 'fine' },
        phases: [{ ...phase, kind: 'cold' }],
      },
    });
    const show = (live: LiveState): Promise<Drawn> => {
      page.show(Ended, { live }, { ...look, live, app: { act } });
      return page.settled();
    };

    it('is told to the treatment itself as long as its record is open', async () => {
      network = new Network({ 'POST /skin-check': {} });
      await show(ended(true));
      await report(look);
      expect(sent()).toEqual([['/skin-check', wrong]]);
      expect(network.asked.filter(({ method }) => method === 'GET')).toEqual([]);
    });

    it('is kept beside the record once that is closed, and no look is spoken of that opens anything', async () => {
      network = new Network({
        'GET /skin-looks': newest(calf, arm),
        'POST /skin-looks/c%2F1': newest({ ...calf, open: true }),
      });
      await show(ended(false));
      expect(wordsOf(page.root)).toContain(words.later);
      await press(sayOf(calf, look));
      expect(buttons()).not.toContain(sayOf(arm, look));
      network.answers['GET /skin-looks'] = newest({ ...calf, open: true }, arm);
      await report(look);
      expect(sent()).toEqual([['/skin-looks/c%2F1', wrong]]);
      expect(wordsOf(page.root)).toContain(
        `${names[look.language][calf.site]}: ${t('late.barred')}`,
      );
      expect(wordsOf(page.root)).toContain(words.reactionTitle);
      expect(wordsOf(page.root)).not.toContain(words.later);
    });

    it('is not offered beside the check that asks anyway, nor of somebody who was not treated', async () => {
      network = new Network({ 'GET /skin-looks': newest(arm) });
      const check = { question: 'closing', askedInS: 0, leftS: 90, after: 'cold' } as const;
      await show({ ...ended(true), skinCheck: check });
      expect(buttons()).not.toContain(t('late.report'));
      page.close();
      await show({ ...ended(true), contactAtS: null });
      expect(wordsOf(page.root)).not.toContain(t('late.title'));
    });
  },
);

describe('what it bars', () => {
  it.each([
    [
      'en',
      'It is recorded in your name, and nobody can unsay it. Until a clinician’s word with name and day says that it has healed, a treatment in this region begins only where a clinician decides so by name.',
      'Report: bar this region',
    ],
    [
      'de',
      'Es wird unter Ihrem Namen aufgezeichnet, und niemand kann es zurücknehmen. Bis das Wort einer Fachperson mit Name und Tag sagt, dass es verheilt ist, beginnt eine Behandlung in dieser Region nur, wenn eine Fachperson es namentlich entscheidet.',
      'Melden: diese Region sperren',
    ],
    [
      'es',
      'Queda registrado con su nombre y nadie puede retirarlo. Hasta que la palabra de un profesional, con nombre y día, diga que se ha curado, un tratamiento en esta región empieza solo si un profesional lo decide con su nombre.',
      'Comunicar: cerrar esta región',
    ],
  ] as const)('is said before it is confirmed: %s', (language, bars, confirm) => {
    const t = translator(language);
    expect([`${t('late.bars')} ${t('late.barred')}`, t('late.confirm')]).toEqual([bars, confirm]);
  });
});
