/** Which limits are in force, in the unit and writing of whoever reads them, and what a text is told against them. */
import { all, happenTo, named, wordsOf } from './document.ts';
import type { Drawn } from './document.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type {
  CheckAnswer,
  LimitsAnswer,
  PresetsAnswer,
} from '../../src/server/contract/answers.ts';
import { translator } from '../../src/web/i18n/catalogue.ts';
import { Limits } from '../../src/web/screens/Limits.tsx';
import { atRest } from '../web/fixtures.ts';
import { Network } from './network.ts';
import { Page, decimalOf, inUnit, looks } from './page.ts';
import type { Look } from './page.ts';

type Limit = LimitsAnswer['limits'][number];
type Ends = readonly [min: number | null, max: number | null];

const limit = (
  field: string,
  unit: string,
  clinic: Ends | null,
  device: Ends,
  firmware: Ends | null = null,
): Limit => {
  const range = (ends: Ends): Limit['device'] => ({ min: ends[0], max: ends[1] });
  return {
    field,
    label: `label of ${field}`,
    unit,
    clinic: clinic === null ? null : range(clinic),
    device: range(device),
    firmware: firmware === null ? null : range(firmware),
    reason: `reason of ${field}`,
    source: `source of ${field}`,
  };
};

/** Every number differs from every other, so that none can stand in another one's place. */
const limits: Limit[] = [
  limit('cold', '°C', [11.5, 19], [10, 20], [5, 44]),
  limit('plate', '°C', null, [7.5, 43]),
  limit('sink', '°C', [null, 52], [null, 54]),
  limit('ramp', '°C/s', [0.15, 0.25], [0.1, 0.5]),
  limit('gap', 'min', [245, null], [120, null]),
  limit('dose', 'CEM43 min', [null, 2.75], [null, 9]),
];

const planned = (name: string): PresetsAnswer['presets'][number]['planned'] => ({
  name,
  phases: [{ number: 1, kind: 'cold', setpointC: 12, startS: 0, lengthS: 600 }],
  totalS: name === 'Checked' ? 3210 : 600,
  coldMinutes: 10,
  coldDegreeMinutes: 80,
  cem43Min: 0,
  curve: { tS: [0, 600], plateC: [12, 12] },
  outlook: [],
  blockedBy: [],
});
const presets: PresetsAnswer = {
  presets: [
    { id: 'a', basis: '', yaml: 'name: A', planned: planned('A') },
    { id: 'b', basis: '', yaml: 'name: B\nhot: 47', planned: planned('B') },
  ],
  defaultPreset: 'b',
  notOffered: [],
};
const checked: CheckAnswer = {
  ok: false,
  problems: [
    { line: 2, column: 6, text: 'too hot' },
    { line: null, column: null, text: 'no cold' },
  ],
  code: 'BAD',
  fix: 'Lower it.',
  planned: planned('Checked'),
};

let page: Page;
let network: Network;
beforeEach(() => {
  vi.useFakeTimers();
  page = new Page();
});
afterEach(() => {
  page.close();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const answers = (file: string | null) => ({
  'GET /limits': { file, limits } satisfies LimitsAnswer,
  'GET /prescriptions': presets,
  'POST /prescriptions/check': checked,
});

const show = (look: Look, known: Record<string, unknown>): Promise<Drawn> => {
  network = new Network(known);
  page.show(Limits, {}, { ...look, live: atRest });
  expect(wordsOf(page.root)).not.toContain('label of');
  return page.settled();
};

describe.each(looks)('in $language and °$unit, the limits in force', (look) => {
  const t = translator(look.language);
  const degrees = (value: number): string =>
    look.unit === 'F' ? decimalOf(inUnit(value, look), 1, look) : plain(value);
  const plain = (value: number): string =>
    String(value).replace('.', look.language === 'en' ? '.' : ',');

  it('are each in their own row: what the clinic has set beside what the device allows, and why', async () => {
    const root = await show(look, answers(null));
    const rows = all(root, named('tr')).map(({ childNodes }) => childNodes.map(wordsOf));
    const unit = `°${look.unit}`;
    const c = degrees;
    const n = plain;
    expect(rows).toEqual([
      [t('limits.what'), t('limits.clinic'), t('limits.device'), t('limits.why')],
      ...[
        ['cold', `${c(11.5)} … ${c(19)} ${unit}`, `${c(10)} … ${c(20)} ${unit}`],
        ['plate', '–', `${c(7.5)} … ${c(43)} ${unit}`],
        ['sink', `≤ ${c(52)} ${unit}`, `≤ ${c(54)} ${unit}`],
        ['ramp', `${n(0.15)} … ${n(0.25)} °C/s`, `${n(0.1)} … ${n(0.5)} °C/s`],
        ['gap', '≥ 245 min', '≥ 120 min'],
        ['dose', `≤ ${n(2.75)} CEM43 min`, '≤ 9 CEM43 min'],
      ].map(([field, clinic, device]) => [
        `label of ${field}`,
        clinic,
        device,
        `reason of ${field} source of ${field}`,
      ]),
    ]);
    expect(all(root, named('h2')).map(wordsOf)).toContain(t('limits.builtIn'));
  });

  it('say which file they come from', async () => {
    const root = await show(look, answers('clinic.yaml'));
    const titles = all(root, named('h2')).map(wordsOf);
    expect(titles).toContain(t('limits.fromFile', { file: 'clinic.yaml' }));
    expect(titles).not.toContain(t('limits.builtIn'));
  });

  it('are told to a text: which line, what is wrong, and what it would come to', async () => {
    const root = await show(look, answers(null));
    const [field] = all(root, named('textarea'));
    expect(field!.attributes.get('value')).toBe('name: B\nhot: 47');
    expect(
      all(root, named('option')).map((one) => [wordsOf(one), one.attributes.has('selected')]),
    ).toEqual([
      ['A', false],
      ['B', true],
    ]);
    expect(all(root, named('p', 'class', 'problem'))).toEqual([]);
    await page.after(() => void vi.advanceTimersByTime(1000));
    const body = { prescription: { yaml: 'name: B\nhot: 47' } };
    expect(network.asked.at(-1)).toEqual({ method: 'POST', path: '/prescriptions/check', body });
    const problems = all(root, named('p', 'class', 'problem')).map(({ childNodes }) =>
      childNodes.map(wordsOf),
    );
    expect(problems).toEqual([[t('limits.line', { line: 2 }), 'hot: 47', 'too hot'], ['no cold']]);
    expect(wordsOf(root)).toContain(t('limits.problems', { count: 2 }));
    expect(wordsOf(root)).toContain('Lower it.');
    expect(wordsOf(root)).toContain('53:30');
    // What was checked before says nothing about what is written now.
    const asked = network.asked.length;
    await page.after(() => {
      happenTo(field!, 'input', { value: 'name: C' });
    });
    expect(wordsOf(root)).not.toContain('53:30');
    expect(network.asked).toHaveLength(asked);
    await page.after(() => void vi.advanceTimersByTime(1000));
    expect(network.asked.at(-1)!.body).toEqual({ prescription: { yaml: 'name: C' } });
    await page.after(() => {
      happenTo(all(root, named('select'))[0]!, 'change', { value: 'a' });
    });
    expect(field!.attributes.get('value')).toBe('name: A');
  });
});

describe('what the server does not say', () => {
  it('is no limit: its words stand there, and asking again shows them', async () => {
    const t = translator('en');
    const known: Record<string, unknown> = { 'GET /prescriptions': presets };
    const root = await show(looks[0]!, known);
    expect(all(root, named('table'))).toEqual([]);
    expect(wordsOf(all(root, named('div', 'role', 'alert'))[0]!)).toBe('unknown. /limits none');
    known['GET /limits'] = answers(null)['GET /limits'];
    const [retry] = all(root, named('button')).filter((one) => wordsOf(one) === t('common.retry'));
    await page.after(() => {
      happenTo(retry!, 'click');
    });
    expect(all(root, named('table'))).toHaveLength(1);
    expect(all(root, named('div', 'role', 'alert'))).toEqual([]);
  });
});
