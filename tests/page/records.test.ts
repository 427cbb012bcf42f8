/** What the page says of treatments that were: the list, two compared, and one in full, computed a second time. */
import { all, button, factsIn, happenTo, named, wordsOf } from './document.ts';
import type { Drawn } from './document.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type {
  CompareAnswer,
  RecordAnswer,
  RecordRow,
  RecordsAnswer,
  Samples,
} from '../../src/server/contract/record-answers.ts';
import { translator } from '../../src/web/i18n/catalogue.ts';
import { Compare } from '../../src/web/screens/Compare.tsx';
import { History } from '../../src/web/screens/History.tsx';
import { RecordPage } from '../../src/web/screens/RecordPage.tsx';
import { atRest } from '../web/fixtures.ts';
import { Network } from './network.ts';
import { Page, decimalOf, degreesOf, inUnit, looks, momentOf, timeOf, zone } from './page.ts';

vi.mock('uplot', async () => ({ default: (await import('./pen.ts')).Pen }));

const row = (id: string, more: Partial<RecordRow>): RecordRow => ({
  id,
  startedAt: null,
  name: `name of ${id}`,
  site: null,
  outcome: 'completed',
  reason: `reason of ${id}`,
  durationS: 60,
  simulated: false,
  bench: false,
  verdict: 'intact',
  ...more,
});

/** Every number differs from every other, and near midnight the day does too. */
const rows: RecordRow[] = [
  row('d/4', {
    startedAt: '2026-11-02T19:05:00Z',
    outcome: 'running',
    durationS: null,
    verdict: 'running',
  }),
  row('c', {
    startedAt: '2026-10-31T03:41:00Z',
    outcome: 'faulted',
    durationS: 727,
    verdict: 'altered',
    simulated: true,
  }),
  row('b', {
    outcome: 'undelivered',
    name: null,
    durationS: 4205,
    verdict: 'truncated',
    bench: true,
  }),
  row('a', { startedAt: '2026-02-01T12:30:00Z', outcome: 'ended early', durationS: 59.6 }),
  row('z', {
    startedAt: '2025-12-24T06:15:00Z',
    outcome: 'something new',
    durationS: 3599,
    verdict: 'unreadable',
  }),
];

let page: Page;
let network: Network;
const open = (answers: Record<string, unknown>): void => {
  network = new Network(answers);
};
beforeEach(() => {
  vi.stubEnv('TZ', zone);
  page = new Page();
});
afterEach(() => {
  page.close();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});

describe.each(looks)('in $language and °$unit, the history', (look) => {
  const t = translator(look.language);
  const show = (answer: RecordsAnswer): Promise<Drawn> => {
    open({ 'GET /records?limit=100': answer });
    page.show(History, {}, { ...look, live: atRest });
    return page.settled();
  };

  it('has each treatment with when, what, how long, how it ended and how far that can be trusted', async () => {
    const root = await show({ records: rows, older: 37 });
    const seen = all(root, named('li', 'class', 'record')).map((item) => {
      const [first, second] = all(item, named('div', 'class', 'row'));
      const reason = all(item, named('p'))[0]!;
      return [first!, second!]
        .map(({ childNodes }) => childNodes.map(wordsOf))
        .concat([[wordsOf(reason)]]);
    });
    const m = (iso: string): string => momentOf(iso, look);
    const end = (
      outcome: 'completed' | 'running' | 'faulted' | 'undelivered' | 'ended early',
    ): string => t(`end.${outcome}`);
    const verdict = (one: RecordRow['verdict']): string => t(`record.verdict.${one}`);
    expect(seen).toEqual([
      [
        [m('2026-11-02T19:05:00Z'), 'name of d/4', '–:––'],
        [`▶${end('running')}`, `…${verdict('running')}`],
        ['reason of d/4'],
      ],
      [
        [m('2026-10-31T03:41:00Z'), 'name of c', timeOf(727)],
        [`✕${end('faulted')}`, `✕${verdict('altered')}`, t('history.simulated')],
        ['reason of c'],
      ],
      [
        ['b', '', timeOf(4205)],
        [`◑${end('undelivered')}`, `✕${verdict('truncated')}`, t('history.bench')],
        ['reason of b'],
      ],
      [
        [m('2026-02-01T12:30:00Z'), 'name of a', timeOf(60)],
        [`◐${end('ended early')}`, `✓${verdict('intact')}`],
        ['reason of a'],
      ],
      [
        [m('2025-12-24T06:15:00Z'), 'name of z', timeOf(3599)],
        ['?something new', `✕${verdict('unreadable')}`],
        ['reason of z'],
      ],
    ]);
    const links = all(root, named('a')).map(({ attributes }) => attributes.get('href'));
    expect(links).toEqual(['d%2F4', 'c', 'b', 'a', 'z'].map((id) => `#/record/${id}`));
    expect(wordsOf(root)).toContain(t('history.older', { count: 37 }));
    const boxes = all(root, named('input')).map(({ attributes }) => attributes.get('aria-label'));
    expect(boxes[1]).toBe(t('history.choose', { id: m('2026-10-31T03:41:00Z') }));
    expect(boxes[2]).toBe(t('history.choose', { id: 'b' }));
  });

  it('says nothing of older ones where there are none, and that it is empty where it is', async () => {
    const about = t('history.older', { count: '|' })
      .split('|')
      .map((words) => words.trim())
      .filter((words) => words !== '');
    const root = await show({ records: rows, older: 0 });
    expect(about).not.toEqual([]);
    for (const words of about) expect(wordsOf(root)).not.toContain(words);
    page.close();
    expect(wordsOf(await show({ records: [], older: 0 }))).toContain(t('history.empty'));
    expect(all(root, named('li'))).toEqual([]);
  });
});

describe('choosing in the history', () => {
  const compare = translator('en')('history.compare');
  it('keeps the last two in the order of the choice, and leads to them', async () => {
    open({ 'GET /records?limit=100': { records: rows, older: 0 } satisfies RecordsAnswer });
    page.show(History, {}, { ...looks[0]!, live: atRest });
    const root = await page.settled();
    const state = (): unknown => {
      const boxes = all(root, named('input')).map(({ attributes }) => attributes.has('checked'));
      const link = all(root, named('a')).find((one) => wordsOf(one) === compare);
      const chosen = rows.filter((_, at) => boxes[at]).map(({ id }) => id);
      return [chosen.join(' '), link?.attributes.get('href') ?? null];
    };
    const choose = (id: string): Promise<Drawn> =>
      page.after(() => {
        const at = rows.findIndex((one) => one.id === id);
        happenTo(all(root, named('input'))[at]!, 'change');
      });
    expect(state()).toEqual(['', null]);
    await choose('a');
    expect(state()).toEqual(['a', null]);
    await choose('d/4');
    expect(state()).toEqual(['d/4 a', '#/compare/a/d%2F4']);
    await choose('c');
    expect(state()).toEqual(['d/4 c', '#/compare/d%2F4/c']);
    await choose('d/4');
    expect(state()).toEqual(['c', null]);
    await choose('z');
    expect(state()).toEqual(['c z', '#/compare/c/z']);
  });
});

const columns = (
  id: string,
  tS: readonly number[],
  plateAC: readonly (number | null)[],
): Samples => ({
  id,
  tS: [...tS],
  plateAC: [...plateAC],
  plateBC: tS.map(() => 33),
  heatsinkC: tS.map(() => 44),
  setpointC: tS.map(() => 22),
  drive: tS.map(() => 0.5),
  cem43Min: tS.map(() => 0.1),
});

const compared: CompareAnswer = {
  records: [
    {
      row: rows[3]!,
      phases: [],
      contactAtS: 43.5,
      samples: columns('a', [0, 40, 44, 100, 160, 220], [24, 23, 14.2, 12.6, null, 38.4]),
    },
    {
      row: rows[1]!,
      phases: [],
      contactAtS: 61.25,
      samples: columns('c', [10, 62, 362.25], [25, 13.1, 39.9]),
    },
  ],
};

describe.each(looks)('in $language and °$unit, two treatments compared', (look) => {
  const show = async (): Promise<Drawn> => {
    open({ 'GET /records/compare?ids=a,c%2F1': compared });
    page.show(Compare, { ids: ['a', 'c/1'] as const }, { ...look, live: atRest });
    return await page.settled();
  };
  const number = (knot: Drawn, name: string): number => Number(knot.attributes.get(name));

  /** Plate A of each from its own contact on; a value that is missing lifts the pen. */
  const wanted = [
    [
      ['M', 0.5, 14.2],
      ['L', 56.5, 12.6],
      ['M', 176.5, 38.4],
    ],
    [
      ['M', 0.75, 13.1],
      ['L', 301, 39.9],
    ],
  ] as const;

  it('are drawn from their own contact on, on the axes that stand there', async () => {
    const root = await show();
    const texts = all(root, named('text'));
    const [unit] = texts.filter((one) => wordsOf(one).startsWith('°')).map(wordsOf);
    expect(unit).toBe(`°${look.unit}`);
    const heights = all(root, named('g')).map((group) => [
      wordsOf(group),
      number(all(group, named('line'))[0]!, 'y1'),
    ]) as [string, number][];
    const gridC = [10, 20, 30, 40];
    expect(heights.map(([label]) => label)).toEqual(gridC.map((c) => String(inUnit(c, look))));
    const times = texts.slice(gridC.length + 1).map((one) => [wordsOf(one), number(one, 'x')]) as [
      string,
      number,
    ][];
    expect(times.map(([label]) => label)).toEqual(
      [0, 75.25, 150.5, 225.75, 301].map((s) => timeOf(s)),
    );
    const between = (low: number, high: number, share: number): number =>
      low + share * (high - low);
    const paths = all(root, named('path'));
    expect(paths).toHaveLength(wanted.length);
    for (const [index, path] of paths.entries()) {
      const steps = [...path.attributes.get('d')!.matchAll(/([A-Z])([\d.]+) ([\d.]+)/g)];
      expect(steps.map(([, step]) => step)).toEqual(wanted[index]!.map(([step]) => step));
      for (const [at, [, , x, y]] of steps.entries()) {
        const [, s, c] = wanted[index]![at]!;
        const wantedX = between(times[0]![1], times[4]![1], s / 301);
        const wantedY = between(heights[0]![1], heights[3]![1], (c - 10) / 30);
        expect(Math.abs(Number(x) - wantedX), `x of ${index}.${at}`).toBeLessThan(0.1);
        expect(Math.abs(Number(y) - wantedY), `y of ${index}.${at}`).toBeLessThan(0.1);
      }
    }
    // The hotter the higher.
    expect(heights[3]![1]).toBeLessThan(heights[0]![1]);
  });

  it('are named beside the line as it is drawn, each with its own end and length', async () => {
    const t = translator(look.language);
    const root = await show();
    const dashes = all(root, named('path')).map(({ attributes }) =>
      attributes.has('stroke-dasharray'),
    );
    expect(dashes).toEqual([false, true]);
    expect(all(root, named('li')).map(({ childNodes }) => childNodes.map(wordsOf))).toEqual([
      [
        `━━ ${momentOf('2026-02-01T12:30:00Z', look)}`,
        `◐${t('end.ended early')}${timeOf(60)}`,
        'reason of a',
      ],
      [
        `╌╌ ${momentOf('2026-10-31T03:41:00Z', look)}`,
        `✕${t('end.faulted')}${timeOf(727)}`,
        'reason of c',
      ],
    ]);
  });
});

/** One of each kind of line, and what it is in words. */
const happened = [
  [{ type: 'state', to: 'idle', event: 'OPEN' }, 'start → idle (OPEN)'],
  [
    { type: 'state', from: 'idle', to: 'selfTest', event: 'START', by: 'Ann' },
    'idle → selfTest (START by Ann)',
  ],
  [{ type: 'phase', phase: 2, kind: 'hot', setpointC: 39.5 }, 'phase 2: hot, 39.5 °C'],
  [{ type: 'command', who: 'Ann', what: 'PAUSE', accepted: true }, 'Ann: PAUSE'],
  [
    { type: 'command', who: 'Bob', what: 'RESUME', accepted: false, reason: 'not paused' },
    'Bob: RESUME (refused: not paused)',
  ],
  [
    { type: 'trip', rule: 'plate-hot', message: 'too hot', reading: '43.2 °C', limit: '43.0 °C' },
    'TRIP plate-hot: too hot (43.2 °C; limit 43.0 °C)',
  ],
  [
    { type: 'warning', rule: 'noisy', message: 'noise', times: 4, episode: { refusedS: 2.34 } },
    'warning noisy: noise, for 2.3 s (4 times)',
  ],
  [
    { type: 'screening', result: 'care', profile: 'reduced', answeredBy: 'Cid' },
    'screening: care, reduced limits, answered by Cid',
  ],
  [
    {
      type: 'noise',
      during: 'preparing',
      plateALsb: 1.1,
      plateBLsb: 1.2,
      heatsinkLsb: 1.3,
      limitLsb: 1.4,
    },
    'noise in preparing, powered: plate A 1.1, plate B 1.2, heatsink 1.3 LSB rms; limit 1.4',
  ],
  [{ type: 'dose', cem43Min: 0.61, coldMinutes: 17.2 }, 'dose: 0.61 CEM43 min, cold 17.2 min'],
  [{ type: 'clock', leapS: -62 }, "the computer's clock moved by -62 s"],
  [
    { type: 'skin', question: 'skin', by: 'Dan', answer: 'wrong', findings: ['pain', 'welts'] },
    'skin (skin), Dan: wrong (pain, welts)',
  ],
  [{ type: 'note', by: 'Eva', text: 'window open' }, 'Eva: window open'],
  [{ type: 'of-tomorrow' }, 'of-tomorrow'],
] as const;

const record: RecordAnswer = {
  row: row('r/7', {
    startedAt: '2026-11-02T19:05:00Z',
    outcome: 'undelivered',
    durationS: 4205.7,
    simulated: true,
  }),
  verification: {
    verdict: 'intact',
    text: 'every line is proven',
    because: 'the chain',
    provenLines: 5123,
  },
  header: null,
  summary: null,
  phases: [
    {
      phase: 1,
      kind: 'cold',
      setpointC: 12.3,
      fromS: 43,
      toS: 655,
      plateMinC: 11.6,
      plateMaxC: 24.7,
      owedMin: 8.51,
      inBandMin: 9.92,
      delivered: true,
    },
    {
      phase: 2,
      kind: 'hot',
      setpointC: 39.6,
      fromS: 671,
      toS: 1212,
      plateMinC: 13.8,
      plateMaxC: 40.4,
      owedMin: 6.63,
      inBandMin: 3.14,
      delivered: false,
    },
    {
      phase: 3,
      kind: 'cold',
      setpointC: 14.5,
      fromS: 1230,
      toS: 3725,
      plateMinC: null,
      plateMaxC: 38.9,
      owedMin: 7.72,
      inBandMin: null,
      delivered: null,
    },
  ],
  entries: happened.map(([entry], at) => ({ seq: at, t: 61 * at, times: 1, ...entry })),
  drills: [],
};

describe.each(looks)('in $language and °$unit, one record', (look) => {
  const t = translator(look.language);
  const degrees = (celsius: number): string => degreesOf(celsius, look);
  const show = (answer: RecordAnswer = record): Promise<Drawn> => {
    open({
      'GET /records/r%2F7': answer,
      'GET /records/r%2F7/samples': columns('r/7', [0, 1, 2], [20, 21, 22]),
    });
    page.show(RecordPage, { id: 'r/7' }, { ...look, live: atRest });
    return page.settled();
  };

  it('says when, what, how long, how it ended and why, and how far it is proven', async () => {
    const root = await show();
    expect([...factsIn(root)].slice(0, 3)).toEqual([
      [t('history.when'), momentOf('2026-11-02T19:05:00Z', look)],
      [t('history.what'), 'name of r/7'],
      [t('end.duration'), timeOf(4205.7)],
    ]);
    const lines = all(root, named('div', 'class', 'row')).map(({ childNodes }) =>
      childNodes.map(wordsOf),
    );
    expect(lines[0]).toEqual([`◑${t('end.undelivered')}`, t('history.simulated')]);
    expect(wordsOf(all(root, named('p', 'class', 'reason'))[0]!)).toBe('reason of r/7');
    expect(lines[1]).toEqual([
      t('record.verification'),
      `✓${t('record.verdict.intact')}`,
      'every line is proven (5123)',
    ]);
  });

  it('says why it is not proven to the end, and what is not known', async () => {
    const verification = { ...record.verification, verdict: 'truncated' as const };
    const bare = { ...record.row, startedAt: null, name: null, durationS: null, simulated: null };
    const root = await show({ ...record, row: bare, verification, phases: [] });
    expect(wordsOf(root)).toContain(
      `✕${t('record.verdict.truncated')}every line is proven (5123; the chain)`,
    );
    expect([...factsIn(root).values()].slice(0, 3)).toEqual([
      t('common.notKnown'),
      t('common.notKnown'),
      '–:––',
    ]);
    expect(wordsOf(root)).not.toContain(t('history.simulated'));
    expect(wordsOf(root)).not.toContain(t('record.phases'));
  });

  it('has each phase with its setpoint, its time, its range, and what it gave of what it owes', async () => {
    const [table] = all(await show(), named('table'));
    const given = (inBand: number, owed: number): string =>
      t('end.given', { given: decimalOf(inBand, 1, look), owed: decimalOf(owed, 1, look) });
    expect(all(table!, named('tr')).map(({ childNodes }) => childNodes.map(wordsOf))).toEqual([
      [
        t('record.phases'),
        t('run.setpoint'),
        t('run.flagTime'),
        t('record.range'),
        t('end.atSetpoint'),
      ],
      [
        `1. ${t('kind.cold')}`,
        degrees(12.3),
        `${timeOf(43)} – ${timeOf(655)}`,
        `${degrees(11.6)} … ${degrees(24.7)}`,
        given(9.92, 8.51),
      ],
      [
        `2. ${t('kind.hot')}`,
        degrees(39.6),
        `${timeOf(671)} – ${timeOf(1212)}`,
        `${degrees(13.8)} … ${degrees(40.4)}`,
        `${given(3.14, 6.63)} ⚠ ${t('end.missed')}`,
      ],
      [
        `3. ${t('kind.cold')}`,
        degrees(14.5),
        `${timeOf(1230)} – ${timeOf(3725)}`,
        `${t('common.noReading')} … ${degrees(38.9)}`,
        t('common.notKnown'),
      ],
    ]);
  });

  it('says what happened when, line by line', async () => {
    const [list] = all(await show(), named('ol'));
    expect(list!.childNodes.map(({ childNodes }) => childNodes.map(wordsOf))).toEqual(
      happened.map(([, words], at) => [timeOf(61 * at), words]),
    );
  });

  it('is taken away as the file that its link names, and is verified again where that is asked', async () => {
    const root = await show();
    const files = all(root, named('a')).map((link) => [wordsOf(link), link.attributes.get('href')]);
    const at = '/api/v1/records/r%2F7/export?format=';
    expect(files).toEqual([
      [t('record.exportReport'), `${at}html`],
      [t('record.exportCsv'), `${at}csv`],
      [t('record.exportJson'), `${at}json`],
    ]);
    network.answers['GET /records/r%2F7'] = {
      ...record,
      verification: { ...record.verification, verdict: 'altered', provenLines: 77 },
    };
    await page.after(() => {
      happenTo(button(root, t('record.verify')), 'click');
    });
    expect(wordsOf(root)).toContain(`✕${t('record.verdict.altered')}every line is proven (77;`);
  });
});
