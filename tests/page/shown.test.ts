/** Every number that the page shows of a treatment under way, computed a second time, in each unit and way of writing. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LiveState } from '../../src/server/contract/live-state.ts';
import { Alarms } from '../../src/web/parts/Alarms.tsx';
import { Ended } from '../../src/web/screens/Ended.tsx';
import { ReadingsTable } from '../../src/web/parts/ReadingsTable.tsx';
import { Running } from '../../src/web/screens/Running.tsx';
import { SkinCheck } from '../../src/web/screens/SkinCheck.tsx';
import { plainWords } from '../../src/words/plain-words.ts';
import type { SkinKnown } from '../../src/words/plain-words.ts';
import { translator } from '../../src/web/i18n/catalogue.ts';
import { courseAtRest } from '../../src/web/state/course.ts';
import { inHotPhase, liveAlarm } from '../web/fixtures.ts';
import { all, factsIn, named, wordsOf } from './document.ts';
import { Page, decimalOf, degreesOf, looks, timeOf } from './page.ts';

vi.mock('uplot', async () => ({ default: (await import('./pen.ts')).Pen }));

const phases = [600, 540, 480].map((lengthS, index) => ({
  number: index + 1,
  kind: index % 2 === 0 ? ('cold' as const) : ('hot' as const),
  setpointC: index % 2 === 0 ? 12 : 40,
  lengthS,
}));

/** Every number differs from every other, so that none can stand in another one's place. */
const live: LiveState = {
  ...inHotPhase,
  phase: {
    number: 2,
    count: 3,
    kind: 'hot',
    setpointC: 40,
    dwellS: 540,
    elapsedS: 135,
    leftS: 405,
    coldFinishOwed: true,
  },
  nextPhase: { number: 3, kind: 'cold', setpointC: 12.5, dwellS: 480 },
  leftS: 4205,
  readings: { plateAC: 39.2, plateBC: 39.7, heatsinkC: 31.5 },
  setpointC: 38.5,
  drive: 0.34,
  dose: { cem43Min: 0.731, cem43CapMin: 2, coldMinutes: 9.14, coldCapMinutes: 45 },
  prescribed: {
    source: 'preset',
    name: 'short',
    site: 'calf-left',
    profile: 'standard',
    restMinutes: 240,
    phases: phases as unknown as NonNullable<LiveState['prescribed']>['phases'],
    totalS: 1620,
  },
};

let page: Page;
beforeEach(() => {
  page = new Page();
});
afterEach(() => {
  page.close();
});

describe.each(looks)('in $language and °$unit, a treatment under way', (look) => {
  const t = translator(look.language);
  const degrees = (celsius: number): string => degreesOf(celsius, look);

  it('shows phase, time left, plate, setpoint in force and target', () => {
    const [now] = all(
      page.show(Running, { live }, { ...look, live }),
      named('div', 'class', 'now'),
    );
    const columns = now!.childNodes.map(wordsOf);
    expect(columns).toEqual([
      [
        t('run.phase', { number: 2, total: 3 }),
        t('kind.hot'),
        t('run.toSetpoint', { target: degrees(40) }),
      ].join(' '),
      [t('run.leftPhase'), timeOf(405), t('run.leftAll'), timeOf(4205)].join(' '),
      // The hotter of both in a hot phase.
      [t('run.plate'), degrees(39.7), t('run.setpoint'), degrees(38.5)].join(' '),
    ]);
  });

  it.each(['checking', 'paused'] as const)(
    'shows no setpoint while the power is off, where the plate drifts: %s',
    (session) => {
      const off: LiveState = { ...live, session, setpointC: null, drive: 0, powered: false };
      const root = page.show(Running, { live: off }, { ...look, live: off });
      const [now] = all(root, named('div', 'class', 'now'));
      const columns = now!.childNodes.map(wordsOf);
      expect(columns[0]).toMatch(
        new RegExp(`${t('run.toSetpoint', { target: t('run.neutral') })}$`),
      );
      expect(columns[2]).toBe(`${t('run.plate')} ${degrees(39.7)}`);
      expect(wordsOf(now!)).not.toContain(degrees(40));
    },
  );

  it('counts the colder plate in a cold phase, and none where one has no value', () => {
    const cold = { ...live, phase: { ...live.phase!, number: 3, kind: 'cold' as const } };
    const shown = (state: LiveState): string =>
      wordsOf(
        all(
          page.show(Running, { live: state }, { ...look, live: state }),
          named('div', 'class', 'now'),
        )[0]!.childNodes[2]!,
      );
    expect(shown(cold)).toContain(`${t('run.plate')} ${degrees(39.2)}`);
    const half = { ...live, readings: { ...live.readings, plateBC: null } };
    expect(shown(half)).toContain(`${t('run.plate')} ${t('common.noReading')}`);
  });

  it('says what comes next, and fills the bar as far as it is done', () => {
    const root = page.show(Running, { live }, { ...look, live });
    expect(wordsOf(root)).toContain(
      t('run.nextPhase', { kind: t('kind.cold'), target: degrees(12.5), minutes: 8 }),
    );
    const parts = all(root, named('ol', 'class', 'timeline'))[0]!.childNodes;
    const widths = parts.map(
      (part) => (part.childNodes[0]!.style as unknown as { width: string }).width,
    );
    expect(widths).toEqual(['100%', '25%', '0%']);
    const state = ['run.timelineDone', 'run.timelineNow', 'run.timelineAhead'] as const;
    for (const [index, part] of parts.entries()) {
      const { kind, lengthS } = phases[index]!;
      const words = t('run.timelinePart', {
        kind: t(`kind.${kind}`),
        minutes: lengthS / 60,
        state: t(state[index]!),
      });
      expect(wordsOf(part)).toContain(words.replaceAll(/\s+/g, ' '));
    }
  });

  it('has both doses against their own bounds', () => {
    const meters = all(
      page.show(Running, { live }, { ...look, live }),
      named('div', 'role', 'meter'),
    );
    const seen = meters.map(({ attributes }) => [
      attributes.get('aria-label'),
      attributes.get('aria-valuenow'),
      attributes.get('aria-valuetext'),
    ]);
    const ofCap = (value: number, digits: number, cap: number, capDigits: number): string =>
      t('run.ofCap', {
        value: decimalOf(value, digits, look),
        cap: decimalOf(cap, capDigits, look),
      });
    expect(seen).toEqual([
      [
        t('run.heatDose'),
        String(Math.round((100 * 0.731) / 2)),
        t('common.cem43', { value: ofCap(0.731, 2, 2, 1) }),
      ],
      [
        t('run.coldDose'),
        String(Math.round((100 * 9.14) / 45)),
        t('common.minutes', { minutes: ofCap(9.14, 1, 45, 0) }),
      ],
    ]);
  });

  it('has a table of what each sensor says now, and said each minute', () => {
    const series = Array.from({ length: 130 }, (_, at) => ({
      t: at + 0.4,
      phase: 1,
      setpointC: 12,
      plateAC: 13 + at / 100,
      plateBC: 14 + at / 100,
      heatsinkC: 30 + at / 100,
      drive: -0.4,
    }));
    const root = page.show(
      ReadingsTable,
      { live },
      { ...look, live, view: { course: { ...courseAtRest, series } } },
    );
    expect([...factsIn(root)]).toEqual([
      [t('run.plateA'), degrees(39.2)],
      [t('run.plateB'), degrees(39.7)],
      [t('run.setpoint'), degrees(38.5)],
      [t('run.heatsink'), degrees(31.5)],
      [t('run.drive'), '34 %'],
    ]);
    const rows = all(root, named('tr')).map(({ childNodes }) => childNodes.map(wordsOf));
    const row = (at: number): string[] => [
      timeOf(at + 0.4),
      degrees(13 + at / 100),
      degrees(14 + at / 100),
      degrees(12),
      degrees(30 + at / 100),
    ];
    expect(rows[0]).toEqual(
      ['run.flagTime', 'run.plateA', 'run.plateB', 'run.setpoint', 'run.heatsink'].map((key) =>
        t(key as 'run.plateA'),
      ),
    );
    expect(rows.slice(1)).toEqual([row(120), row(60), row(0)]);
  });

  it('counts down the time to answer, and until it is asked again', () => {
    const asking = (askedInS: number, leftS: number): string => {
      const state: LiveState = {
        ...live,
        session: 'checking',
        skinCheck: { question: 'skin', after: 'hot', askedInS, leftS },
      };
      return wordsOf(page.show(SkinCheck, { live: state }, { ...look, live: state }));
    };
    const now = asking(0, 47);
    expect(now).toContain(
      `${t('check.title')}${timeOf(47)}`.replace(t('check.title'), `${t('check.title')} `),
    );
    expect(now).toContain(t('check.left.skin', { time: timeOf(47) }));
    const later = asking(21, 83);
    expect(later).toContain(t('check.again', { time: timeOf(21) }));
    expect(later).not.toContain(timeOf(83));
  });
});

describe.each(looks)('in $language and °$unit, an ended treatment', (look) => {
  const t = translator(look.language);

  it('shows outcome, reading, limit, doses and what each phase gave of what it owes', () => {
    const state: LiveState = {
      ...live,
      session: 'faulted',
      phase: null,
      safeToTouch: false,
      readings: { plateAC: 41.2, plateBC: 40.6, heatsinkC: 30 },
      trip: {
        rule: 'plate-hot',
        reading: 'plate sensor A reads 43.2 °C',
        limit: '43.0 °C',
        message: 'm',
        remedy: 'Take it off.',
      },
      outcome: {
        treatmentId: 'A',
        outcome: 'faulted',
        reason: 'too hot',
        rule: 'plate-hot',
        durationS: 4205.7,
        cem43Min: 0.7314,
        coldMinutes: 9.14,
        coldDegreeMinutes: 31.6,
        coldFinish: false,
        skin: null,
        phases: [
          {
            phase: 1,
            kind: 'cold',
            setpointC: 12,
            owedMin: 8.51,
            inBandMin: 9.92,
            delivered: true,
          },
          {
            phase: 2,
            kind: 'hot',
            setpointC: 40,
            owedMin: 6.63,
            inBandMin: 3.14,
            delivered: false,
          },
        ],
      },
    };
    const root = page.show(Ended, { live: state }, { ...look, live: state });
    expect(wordsOf(all(root, named('h1'))[0]!)).toBe(t('end.faulted'));
    const plate = `${degreesOf(41.2, look)} / ${degreesOf(40.6, look)}`;
    expect(wordsOf(root)).toContain(t('end.removeText', { temperature: plate }));
    const d = (value: number, digits: number): string => decimalOf(value, digits, look);
    const given = (inBand: number, owed: number): string =>
      t('end.given', { given: d(inBand, 1), owed: d(owed, 1) });
    expect(Object.fromEntries(factsIn(root))).toMatchObject({
      [t('end.rule')]: 'plate-hot',
      [t('end.reading')]: 'plate sensor A reads 43.2 °C',
      [t('end.limit')]: '43.0 °C',
      [t('end.duration')]: '1:10:06',
      [t('run.heatDose')]: t('common.cem43', { value: d(0.7314, 3) }),
      [t('run.coldDose')]: t('common.coldMinutes', {
        minutes: d(9.14, 1),
        degreeMinutes: d(31.6, 0),
      }),
      [t('end.coldFinish')]: t('end.coldFinishNo'),
      [`1. ${t('kind.cold')}`]: given(9.92, 8.51),
      [`2. ${t('kind.hot')}`]: `${given(3.14, 6.63)} ⚠ ${t('end.missed')}`,
    });
  });
});

describe.each(looks)('in $language and °$unit, what is to be done after the end', (look) => {
  const t = translator(look.language);
  const outcome: NonNullable<LiveState['outcome']> = {
    treatmentId: 'A/1',
    outcome: 'completed',
    reason: 'all phases',
    rule: null,
    durationS: 1987,
    cem43Min: null,
    coldMinutes: 17.26,
    coldDegreeMinutes: null,
    coldFinish: true,
    skin: null,
    phases: [
      { phase: 1, kind: 'cold', setpointC: 12, owedMin: 8.5, inBandMin: 9.9, delivered: true },
    ],
  };
  const show = (more: Partial<LiveState>) => {
    const state: LiveState = {
      ...live,
      session: 'ended',
      phase: null,
      treatmentId: 'A/1',
      outcome,
      safeToTouch: true,
      prescribed: { ...live.prescribed!, restMinutes: 275 },
      ...more,
    };
    return page.show(Ended, { live: state }, { ...look, live: state });
  };

  it('has the rest that is prescribed, the plate, the record, and what is not known', () => {
    const root = show({});
    expect(wordsOf(all(root, named('h1'))[0]!)).toBe(t('end.completed'));
    expect(all(root, named('li')).filter((one) => wordsOf(one).includes('275'))).toHaveLength(1);
    expect(wordsOf(root)).not.toContain('{rest}');
    expect(wordsOf(root)).toContain(`✓ ${t('end.safe')}`);
    expect(wordsOf(root)).not.toContain(t('end.remove'));
    const links = all(root, named('a')).map(({ attributes }) => attributes.get('href'));
    expect(links).toEqual(['#/record/A%2F1']);
    const unknown = t('common.notKnown');
    expect(Object.fromEntries(factsIn(root))).toMatchObject({
      [t('end.duration')]: timeOf(1987),
      [t('run.heatDose')]: t('common.cem43', { value: unknown }),
      [t('run.coldDose')]: t('common.coldMinutes', {
        minutes: decimalOf(17.26, 1, look),
        degreeMinutes: unknown,
      }),
      [t('end.coldFinish')]: t('end.coldFinishYes'),
    });
    expect(factsIn(root).has(t('end.rule'))).toBe(false);
  });

  it('is not said where nothing was given, and a finish that is not owed is none that is missing', () => {
    const root = show({ outcome: { ...outcome, phases: [], coldFinish: null } });
    expect(wordsOf(root)).not.toContain('275');
    expect(factsIn(root).get(t('end.coldFinish'))).toBe(t('end.coldFinishNone'));
  });

  it('waits while the power goes off, with why, and takes no answer before', () => {
    const root = show({ session: 'settling', safeToTouch: false, settlingWhy: 'plate at 39.9 °C' });
    expect(wordsOf(all(root, named('h1'))[0]!)).toBe(t('end.settling'));
    expect(wordsOf(root)).toContain('plate at 39.9 °C');
    expect(wordsOf(root)).not.toContain(t('end.safe'));
    expect(all(root, named('button'))).toEqual([]);
  });
});

describe.each(looks)('in $language and °$unit, what is said of the skin at the end', (look) => {
  const t = translator(look.language);
  const words = plainWords[look.language];
  const ended = (reacted: boolean, atEnd: SkinKnown['atEnd']): string => {
    const state: LiveState = {
      ...live,
      session: 'ended',
      phase: null,
      outcome: {
        treatmentId: 'A',
        outcome: 'ended early',
        reason: 'something is wrong with the skin',
        rule: null,
        durationS: 800,
        cem43Min: 0.1,
        coldMinutes: 9,
        coldDegreeMinutes: 31,
        coldFinish: false,
        skin: { reacted, atEnd },
        phases: [
          { phase: 1, kind: 'cold', setpointC: 12, owedMin: 8, inBandMin: 9, delivered: true },
        ],
      },
    };
    return wordsOf(page.show(Ended, { live: state }, { ...look, live: state }));
  };
  const [lookTwice, sitUp, rest] = words.after;
  const usual = [lookTwice, rest.replace('{rest}', '240'), words.later, t('end.coldFinishNow')];

  it.each([
    [true, 'wrong'],
    [true, 'fine'],
    [false, 'wrong'],
  ] as const)(
    'after a reaction is first aid, and no look that opens anything: %s, %s',
    (reacted, atEnd) => {
      const shown = ended(reacted, atEnd);
      for (const text of [words.reactionTitle, ...words.reaction, sitUp])
        expect(shown).toContain(text);
      for (const text of usual) expect(shown).not.toContain(text);
    },
  );

  it('else is to look again, what the rest is, and the cold finish that is owed', () => {
    for (const [atEnd, doubt] of [
      ['fine', ''],
      ['numb', words.notFelt],
      ['unanswered', words.notSaid],
    ] as const) {
      const shown = ended(false, atEnd);
      for (const text of [...usual, doubt]) expect(shown).toContain(text);
      expect(shown).not.toContain(words.reactionTitle);
      for (const text of words.reaction) expect(shown).not.toContain(text);
    }
  });
});

describe.each(looks)('in $language and °$unit, the title of what has ended', (look) => {
  const t = translator(look.language);
  const endOf = (
    session: LiveState['session'],
    outcome: NonNullable<LiveState['outcome']>['outcome'] | null,
  ): readonly [words: string, bad: boolean] => {
    const known = {
      treatmentId: 'A',
      reason: 'why',
      rule: null,
      durationS: 1,
      cem43Min: 0,
      coldMinutes: 0,
      coldDegreeMinutes: 0,
      coldFinish: null,
      skin: null,
      phases: [],
    };
    const state: LiveState = {
      ...live,
      session,
      phase: null,
      outcome: outcome === null ? null : { ...known, outcome },
    };
    const [title] = all(page.show(Ended, { live: state }, { ...look, live: state }), named('h1'));
    return [wordsOf(title!), title!.attributes.get('class') === 'is-bad'];
  };

  /** Whatever is no success looks like none (law L13). */
  const isBad = {
    completed: false,
    undelivered: true,
    'ended early': false,
    stopped: false,
    faulted: true,
    declined: false,
    'not known': true,
  } as const;
  const ends = Object.entries(isBad) as [keyof typeof isBad, boolean][];

  it.each(ends)('%s is shown as what it is, and as a failure: %s', (outcome, bad) => {
    expect(endOf('ended', outcome)).toEqual([t(`end.${outcome}`), bad]);
    // A fault that stands is shown as one, whatever is written of the treatment.
    expect(endOf('faulted', outcome)).toEqual([t(`end.${outcome}`), true]);
  });

  it('is the fault where no outcome is written yet, and else that it is not known', () => {
    expect(endOf('faulted', null)).toEqual([t('end.faulted'), true]);
    expect(endOf('ended', null)[0]).toBe(t('end.not known'));
    expect(endOf('settling', null)[0]).toBe(t('end.settling'));
  });
});

describe.each(looks)('in $language and °$unit, an alarm', (look) => {
  const t = translator(look.language);
  const show = (...alarms: LiveState['alarms']): void => {
    const offers = [{ command: 'acknowledgeAlarms' as const, allowed: true, reason: null }];
    const state: LiveState = { ...live, alarms, offers };
    page.show(Alarms, {}, { ...look, live: state });
  };
  const details = (): string[] => all(page.root, named('p', 'class', 'soft')).map(wordsOf);
  const flashing = (): boolean[] =>
    all(page.root, ({ attributes }) => attributes.get('class')?.startsWith('mark ') === true).map(
      ({ attributes }) => attributes.get('class')!.includes('flashing'),
    );

  it.each([
    [null, true],
    [null, false],
    ['Ann', true],
    ['Ann', false],
  ] as const)('says who has seen it (%s), and whether its cause is there: %s', (name, present) => {
    // First in full, then as one of the others.
    const one = (id: string) => liveAlarm(id, 'high', { acknowledgedBy: name, present });
    show(one('x1'), one('x2'));
    const seen = name === null ? '' : ` · ${t('alarm.acknowledgedBy', { name })}`;
    const gone = present ? '' : ` · ${t('alarm.causeGone')}`;
    expect(details()).toEqual([`x1${seen}${gone}`, `x2${seen}${gone}`]);
    expect(flashing()).toEqual([name === null, name === null]);
  });

  it.each([
    // Seen and sounding, of two: any that is not seen can be, any that sounds can be paused.
    [[false, true], [false, true], true, true],
    [[true, true], [true, true], false, false],
    [[true, false], [true, false], true, true],
    [[true, false], [false, false], true, false],
  ] as const)(
    'of seen %j and sounding %j can be silenced: %s, paused: %s',
    (seen, sounding, silenced, paused) => {
      show(
        ...seen.map((is, at) =>
          liveAlarm(`x${at}`, 'high', {
            acknowledgedBy: is ? 'Ann' : null,
            sounding: sounding[at]!,
          }),
        ),
      );
      expect(all(page.root, named('button')).map(wordsOf)).toEqual([
        ...(silenced ? [t('alarm.acknowledge')] : []),
        ...(paused ? [t('alarm.pause')] : []),
      ]);
    },
  );
});

describe('alarms', () => {
  it('stand the most urgent first; of equals the cause first, then what nobody has seen', () => {
    const alarms = [
      liveAlarm('low', 'low'),
      liveAlarm('seen', 'high', { acknowledgedBy: 'Ann' }),
      liveAlarm('unseen', 'high'),
      liveAlarm('medium', 'medium'),
      liveAlarm('cause', 'high', { acknowledgedBy: 'Ann' }),
    ];
    const state: LiveState = {
      ...live,
      alarms,
      trip: { rule: 'cause', reading: null, limit: null, message: '', remedy: '' },
    };
    const root = page.show(Alarms, {}, { ...looks[0]!, live: state });
    const titles = all(root, named('h2')).map(wordsOf);
    const order = ['cause', 'unseen', 'seen', 'medium', 'low'];
    expect(titles.map((title) => title.replace(/^.*text of /, ''))).toEqual(order);
    // The remedy of the first alone, and the marks of IEC 60601-1-8.
    expect(wordsOf(root).match(/remedy of \w+/g)).toEqual(['remedy of cause']);
    const marks = all(
      root,
      ({ attributes }) => attributes.get('class')?.startsWith('mark ') === true,
    );
    expect(marks.map(wordsOf)).toEqual(['!!!', '!!!', '!!!', '!!', '!']);
  });
});
