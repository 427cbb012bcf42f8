/** What is handed to the plot of the page: every sample of a record, the limits, the axes, the names, in each unit. */
import type { ComponentType } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LiveState } from '../../src/server/contract/live-state.ts';
import { translator } from '../../src/web/i18n/catalogue.ts';
import { catalogues } from './packs.ts';
import { CoursePlot } from '../../src/web/parts/CoursePlot.tsx';
import { Legend } from '../../src/web/parts/Legend.tsx';
import { lineStyles } from '../../src/web/parts/plot-options.ts';
import { RecordPlot } from '../../src/web/parts/RecordPlot.tsx';
import { Ended } from '../../src/web/screens/Ended.tsx';
import { reduceView, viewAtStart } from '../../src/web/state/view.ts';
import type { View } from '../../src/web/state/view.ts';
import type { ServerEvent } from '../../src/server/contract/events.ts';
import type { RecordAnswer } from '../../src/server/contract/record-answers.ts';
import { golden, phasesIn } from '../values/golden.ts';
import type { Golden } from '../values/golden.ts';
import { inHotPhase } from '../web/fixtures.ts';
import { all, named, wordsOf } from './document.ts';
import { Page, degreesOf, inUnit, looks, timeOf } from './page.ts';
import type { Look } from './page.ts';
import { Pen } from './pen.ts';
import type { Column } from './pen.ts';

vi.mock('uplot', async () => ({ default: (await import('./pen.ts')).Pen }));

let page: Page;
beforeEach(() => {
  Pen.made = [];
  page = new Page();
});
afterEach(() => {
  page.close();
});

/** The page as it heard this record line by line. */
function heard({ lines }: Golden): View {
  const events: ServerEvent[] = [
    { event: 'treatment', data: { treatmentId: 'A', fromSeq: 0 } },
    ...lines.map(
      (data) =>
        ({ event: 'record', id: `A:${String(data['seq'])}`, data }) as unknown as ServerEvent,
    ),
  ];
  return reduceView(viewAtStart, { type: 'heard', events, nowMs: 0 });
}

/** As the axis of the drive and of the temperatures has it: no rounding but that of the machine. */
function expectColumns(drawn: readonly Column[], wanted: readonly Column[]): void {
  expect(drawn.map(({ length }) => length)).toEqual(wanted.map(({ length }) => length));
  for (const [at, column] of wanted.entries())
    for (const [row, value] of column.entries()) {
      const shown = drawn[at]![row]!;
      if (value === null) expect(shown, `column ${at}, row ${row}`).toBeNull();
      else expect(Math.abs(shown - value), `column ${at}, row ${row}`).toBeLessThan(1e-9);
    }
}

const live: LiveState = {
  ...inHotPhase,
  contactAtS: 43.35,
  toleranceC: 0.5,
  ceilings: { plateHotC: 43, plateColdC: 7, heatsinkHotC: 50 },
  prescribed: { totalS: 3000, phases: [] } as unknown as LiveState['prescribed'],
};

function expectTemperatures(pen: Pen, { samples }: Golden, look: Look): void {
  const column = (value: (sample: Golden['samples'][number]) => number | null): Column =>
    samples.map((sample) => {
      const celsius = value(sample);
      return celsius === null ? null : inUnit(celsius, look);
    });
  const beside = (byC: number): Column =>
    column(({ setpointC }) => (setpointC === null ? null : setpointC + byC));
  expectColumns(pen.data, [
    samples.map(({ t }) => t),
    column(({ setpointC }) => setpointC),
    column(({ heatsinkC }) => heatsinkC),
    column(({ plateAC }) => plateAC),
    column(({ plateBC }) => plateBC),
    beside(-0.5),
    beside(0.5),
  ]);
}

describe.each(looks)('in $language and °$unit, the plot of a treatment', (look) => {
  const t = translator(look.language);

  it('has every sample of the record in its own curve, and nothing else', async () => {
    const record = await golden('stopped');
    page.show(CoursePlot, { live }, { ...look, live, view: heard(record) });
    const [temperatures, drive] = Pen.made;
    expectTemperatures(temperatures!, record, look);
    expectColumns(drive!.data, [
      record.samples.map((one) => one.t),
      record.samples.map((one) => one.drive * 100),
    ]);
    // From the beginning to the end of what is prescribed, on both.
    for (const pen of [temperatures!, drive!]) expect(pen.span).toEqual({ min: 0, max: 3043.35 });
  });

  it('shows all that a plate and its heatsink may be, with numbers and units at the axes', async () => {
    page.show(CoursePlot, { live }, { ...look, live, view: heard(await golden('stopped')) });
    const [temperatures, drive] = Pen.made;
    const { range } = temperatures!.options.scales.y;
    expect(range[0]).toBeLessThanOrEqual(inUnit(5, look));
    expect(range[1]).toBeGreaterThanOrEqual(inUnit(50, look));
    expect(drive!.options.scales.y.range).toEqual([-100, 100]);
    const [time, values] = temperatures!.options.axes;
    expect(time!.values(null, [0, 65, 4205])).toEqual([timeOf(0), timeOf(65), timeOf(4205)]);
    expect([values!.label, values!.values(null, [12, 40])]).toEqual([
      `°${look.unit}`,
      ['12', '40'],
    ]);
    expect([
      drive!.options.axes[1]!.label,
      drive!.options.axes[1]!.values(null, [-100, 0]),
    ]).toEqual([t('run.drive'), ['-100 %', '0 %']]);
  });

  it('marks both limits, each phase, and who stopped it when', async () => {
    const record = await golden('stopped');
    page.show(CoursePlot, { live }, { ...look, live, view: heard(record) });
    const { words, lines, shades } = Pen.made[0]!.marks();
    const stopS = record.lines.find(({ type, what }) => type === 'command' && what === 'STOP')!.t;
    const contactS = record.lines.find(
      ({ type, what }) => type === 'command' && what === 'CONTACT_CONFIRMED',
    )!.t;
    expect(words).toEqual([t('run.limit'), t('run.limit'), '⚑ contact confirmed', '⚑ stop']);
    const heights = lines.slice(0, 4).map(([, y]) => Number(y.toFixed(9)));
    const [hot, cold] = [inUnit(43, look), inUnit(7, look)].map((value) =>
      Number(value.toFixed(9)),
    );
    expect(heights).toEqual([hot, hot, cold, cold]);
    expect(lines.slice(4).map(([x]) => x)).toEqual([contactS, contactS, stopS, stopS]);
    const phases = phasesIn(record);
    expect(shades).toHaveLength(phases.length);
    for (const [index, [from, to]] of shades.entries()) {
      expect(Math.abs(from - phases[index]!.fromS)).toBeLessThan(2);
      expect(Math.abs(to - phases[index]!.toS)).toBeLessThan(2);
    }
  });

  it('says what lies under the pointer, each reading by its own name', async () => {
    const record = await golden('stopped');
    const root = page.show(CoursePlot, { live }, { ...look, live, view: heard(record) });
    const words = (): string => wordsOf(all(root, named('p', 'class', 'plot-tip'))[0]!);
    const point = (idx: number | null) =>
      page.after(() => {
        Pen.made[0]!.options.hooks.setCursor![0]!({ cursor: { idx } });
      });
    expect(words()).toBe('');
    // Where both beads differ the most: neither can stand in the other one's place.
    const apart = record.samples.map(({ setpointC, plateAC, plateBC }) =>
      setpointC === null ? 0 : Math.abs(plateAC - plateBC),
    );
    const index = apart.indexOf(Math.max(...apart));
    expect(apart[index]).toBeGreaterThan(0.1);
    await point(index);
    const sample = record.samples[index]!;
    const parts = [
      [t('run.plateA'), sample.plateAC],
      [t('run.plateB'), sample.plateBC],
      [t('run.setpoint'), sample.setpointC!],
      [t('run.heatsink'), sample.heatsinkC],
    ] as const;
    const told = parts.map(([name, celsius]) => `${name} ${degreesOf(celsius, look)}`);
    expect(words()).toBe([timeOf(sample.t), ...told].join(' · '));
    await point(null);
    expect(words()).toBe('');
  });

  it('is named by what it shows now: phase, the plate that counts, target, time left', () => {
    const nameOf = (state: LiveState): string | undefined => {
      const root = page.show(CoursePlot, { live: state }, { ...look, live: state });
      return all(root, named('div', 'role', 'img'))[0]!.attributes.get('aria-label');
    };
    const now: LiveState = {
      ...live,
      phase: { ...live.phase!, number: 3, count: 8, setpointC: 12.4, kind: 'cold', leftS: 347 },
      readings: { plateAC: 13.6, plateBC: 13.1, heatsinkC: 29 },
    };
    const words = (kind: 'cold' | 'hot', plateC: number): string =>
      t('run.plotText', {
        kind: t(`kind.${kind}`),
        number: 3,
        total: 8,
        plate: degreesOf(plateC, look),
        target: degreesOf(12.4, look),
        left: timeOf(347),
      });
    expect(nameOf(now)).toBe(words('cold', 13.1));
    expect(nameOf({ ...now, phase: { ...now.phase!, kind: 'hot' } })).toBe(words('hot', 13.6));
    expect(nameOf({ ...now, phase: null })).toBe(t('run.plot'));
  });

  it.each([
    ['by itself', CoursePlot, { live, lastS: 60 }],
    ['on the page of the end', Ended, { live: { ...live, session: 'ended' } }],
  ] as const)('of the end is the minute before the power went, %s', async (_, Part, props) => {
    const record = await golden('stopped');
    const part = Part as ComponentType<{ readonly live: LiveState }>;
    page.show(part, props, { ...look, live: props.live, view: heard(record) });
    const endS = record.lines.find(({ type, to }) => type === 'state' && to === 'settling')!.t;
    const last = record.samples.filter(({ t: s }) => s >= endS - 55 && s <= endS + 5);
    expect(last.length).toBeGreaterThan(50);
    expectTemperatures(Pen.made[0]!, { ...record, samples: last }, look);
    const toS = last.at(-1)!.t;
    expect(Pen.made[0]!.span).toEqual({ min: toS - 60, max: toS });
  });

  it('of a record is the same curve', async () => {
    const record = await golden('tripped');
    const column = (name: keyof Golden['samples'][number]): Column =>
      record.samples.map((one) => one[name] as number | null);
    const samples = {
      tS: column('t'),
      setpointC: column('setpointC'),
      plateAC: column('plateAC'),
      plateBC: column('plateBC'),
      heatsinkC: column('heatsinkC'),
      drive: column('drive'),
      cem43Min: column('cem43Min'),
    };
    const entries = record.lines.filter(
      ({ type }) => !['header', 'sample', 'summary'].includes(type),
    ) as unknown as RecordAnswer['entries'];
    page.show(RecordPlot, { samples: samples as never, entries }, { ...look, live });
    expectTemperatures(Pen.made[0]!, record, look);
    expect(Pen.made[0]!.span).toEqual({ min: 0, max: record.samples.at(-1)!.t });
    const trip = record.lines.find(({ type }) => type === 'trip')!;
    expect(Pen.made[0]!.marks().words).toContain(`⚑ TRIP ${String(trip['rule'])}`);
  });
});

describe('the legend', () => {
  it.each(Object.keys(catalogues) as (keyof typeof catalogues)[])(
    'in %s has the name beside the line as it is drawn',
    async (language) => {
      const look = { language, unit: 'C' } as const;
      page.show(CoursePlot, { live }, { ...look, live, view: heard(await golden('stopped')) });
      const [, setpoint, heatsink, plateA, plateB] = Pen.made[0]!.options.series;
      const drawn = { plateA, plateB, heatsink, setpoint };
      const root = page.show(Legend, {}, { ...look, live });
      const items = all(root, named('li'));
      const words = catalogues[language];
      const order = ['plateA', 'plateB', 'setpoint', 'heatsink', 'limit'] as const;
      expect(items.map(wordsOf)).toEqual(order.map((name) => words[`run.${name}`]));
      for (const [index, name] of order.entries()) {
        const { attributes } = all(items[index]!, named('line'))[0]!;
        const dash = name === 'limit' ? lineStyles.limit.dash : drawn[name]!.dash!;
        expect([name, attributes.get('stroke-dasharray')]).toEqual([name, dash.join(' ')]);
        if (name === 'limit') continue;
        const stroke = (drawn[name]!.stroke as () => string)();
        expect([name, attributes.get('stroke')]).toEqual([name, `var(${stroke})`]);
      }
      const told = order.map((name) => words[`run.${name}`]);
      expect(new Set(told).size).toBe(told.length);
    },
  );
});
