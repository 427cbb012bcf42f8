import type { Fields } from '../../src/records/record-line.ts';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { pastFor } from '../../src/treatment/screened.ts';
import { planOf } from '../../src/limits/plan.ts';
import { presets } from '../../src/limits/presets.ts';
import { openJournal } from '../../src/records/journal.ts';
import type { Journal } from '../../src/records/journal.ts';
import type { HeaderFields } from '../../src/records/journal.ts';
import { verifyRecord } from '../../src/records/verify.ts';
import { exposureAt } from '../../src/safety/exposure.ts';
import { pastSessions, sessionOf } from '../../src/treatment/history.ts';
import { MemoryDisk } from '../records/fixtures/memory-disk.ts';
import { headerFields, sampleAt, summaryOf } from '../records/fixtures/treatments.ts';

const minute = 60_000;
const startMs = Date.UTC(2026, 10, 20, 9, 35, 12, 123);
const { prescription } = presets[0]!;
const plan = planOf(prescription).phases.map(({ kind, setpointC, dwellMs }) => ({
  kind,
  setpointC,
  dwellMs,
}));
/** The whole standard treatment: 30 min at 40 °C, 40 min cold. */
const whole = { cem43Min: 0.46875, coldMinutes: 40, minutes: 70 };

const real: HeaderFields = { ...headerFields, simulated: false, site: 'calf-left', plan };

interface Told {
  readonly header?: Partial<HeaderFields>;
  /** The plate came onto the skin. */
  readonly contact?: boolean;
  readonly cem43Min?: number;
  readonly endMinutes?: number;
  readonly coldFinish?: Fields<'summary'>['coldFinish'];
  readonly phases?: Fields<'summary'>['phases'];
  /** For how long its first hot phase was warm, and the cold that was counted then, of the 40 min at the end. */
  readonly warmS?: number;
  readonly coldAtHeat?: number;
  /** A line of a type that nobody knows yet. */
  readonly newer?: boolean;
}

function heatIn(journal: Journal, warmS: number, coldMin: number): void {
  const hot = { ...sampleAt(5), state: 'treating.hot', setpointC: 40, plateAC: 35, phase: 2 };
  for (let second = 0; second < warmS; second += 1)
    journal.append('sample', 5, { ...hot, plateBC: 35.1, coldMin });
  // Less cold, and no heat; a later hot phase that was warm for too short; a plate that drifts when all is over.
  journal.append('sample', 6, { ...hot, coldMin: 35, plateBC: 34.9 });
  for (let second = 0; second < 20; second += 1)
    journal.append('sample', 7, { ...hot, phase: 4, coldMin: 36, plateBC: 40 });
  journal.append('sample', 8, { ...hot, coldMin: 38, state: 'settling', plateBC: 36 });
}

/** The text of one session's record. */
function recordText({
  header = {},
  contact = true,
  cem43Min = 0.3,
  endMinutes = 70,
  coldFinish = true,
  phases,
  warmS = 0,
  coldAtHeat = 0,
  newer = false,
}: Told = {}) {
  const disk = new MemoryDisk();
  let atMs = startMs;
  const journal = openJournal({
    folder: '/records',
    header: { ...real, ...header },
    startedAt: new Date(startMs),
    utcNow: () => new Date(atMs),
    files: disk,
    suffix: () => '7f3a',
  });
  journal.append('state', 0, { from: 'idle', to: 'screening', event: 'PRESCRIBE', by: 'Ann' });
  if (contact) {
    const move = { from: 'awaitingContact', to: 'treating.cold', event: 'CONTACT_CONFIRMED' };
    journal.append('state', 60, { ...move, by: 'Ann' });
    for (let second = 0; second < 5; second += 1)
      journal.append('sample', second, sampleAt(second));
    if (warmS > 0) heatIn(journal, warmS, coldAtHeat);
  }
  if (newer) journal.append('touched' as 'note', 60, { by: null, text: 'on the skin' });
  atMs = startMs + endMinutes * minute;
  const summary = {
    ...summaryOf(journal.id),
    cem43Min,
    coldFinish,
    coldMinutes: contact ? 40 : 0,
    ...(phases === undefined ? {} : { phases }),
  };
  journal.append('summary', endMinutes * 60, summary);
  return { id: journal.id, text: disk.text(journal.path) };
}

const read = (text: string, counted: 'people' | 'simulated too' = 'people') =>
  sessionOf(recordText().id, verifyRecord(text), counted);

describe('what a record proves of its session', () => {
  it('site, end, dose and contact', () => {
    expect(read(recordText().text)).toEqual({
      id: recordText().id,
      site: 'calf-left',
      endedAtMs: startMs + 70 * minute,
      cem43Min: 0.3,
      coldMinutes: 40,
      contact: true,
      heated: true,
      coldSinceHeatMinutes: null,
    });
  });

  it('that its cold finish is owed, by its last line alone', () => {
    const owing = { coldFinish: false } as const;
    // Where no warm plate is on record, all its cold is one stretch.
    expect(read(recordText(owing).text)).toMatchObject({ coldSinceHeatMinutes: 40 });
    const since = (told: Told) =>
      read(recordText({ ...owing, ...told }).text)?.coldSinceHeatMinutes;
    expect(since({ warmS: 60, coldAtHeat: 33.5 })).toBe(6.5);
    expect(since({ warmS: 27, coldAtHeat: 33.5 })).toBe(6.5);
    expect(since({ warmS: 26, coldAtHeat: 33.5 })).toBe(40);
    // What rounding leaves is no cold.
    expect(since({ warmS: 60, coldAtHeat: 39.996 })).toBe(0);
    for (const coldFinish of [true, null, 'not known'] as const) {
      const { text } = recordText({ coldFinish });
      expect(read(text)).toMatchObject({ coldSinceHeatMinutes: null });
    }
    const cut = recordText({ coldFinish: false }).text.trimEnd().split('\n').slice(0, -1);
    expect(read(`${cut.join('\n')}\n`)).toMatchObject({ coldSinceHeatMinutes: null });
  });

  it('that nobody was touched', () => {
    expect(read(recordText({ contact: false }).text)).toMatchObject({ contact: false });
  });

  it('a line of a newer version may tell of contact', () => {
    const { text } = recordText({ contact: false, newer: true });
    expect(read(text)).toMatchObject({ contact: true, coldMinutes: 0 });
  });

  it('that it was the bench or a simulation, which count for nobody', () => {
    expect(read(recordText({ header: { bench: true } }).text)).toBeNull();
    expect(read(recordText({ header: { bench: true } }).text, 'simulated too')).toBeNull();
    const simulated = recordText({ header: { simulated: true } }).text;
    expect(read(simulated)).toBeNull();
    expect(read(simulated, 'simulated too')).toMatchObject({ site: 'calf-left', contact: true });
  });

  it('no site: it counts for every site', () => {
    const { site: _, ...without } = real;
    const { text } = recordText();
    const nowhere = text.replace('"site":"calf-left",', '');
    expect(without).not.toHaveProperty('site');
    expect(read(nowhere)).toMatchObject({ site: null });
  });

  it('a sample above its summary: the higher dose counts', () => {
    expect(read(recordText({ cem43Min: 0.001 }).text)).toMatchObject({ cem43Min: 0.004 });
  });
});

describe('a damaged or cut-off record counts at its worst', () => {
  const { id, text } = recordText();
  const lines = text.trimEnd().split('\n');
  const atWorst = { site: 'calf-left', ...whole, contact: true };
  const { minutes: _, ...expected } = atWorst;

  it.each(lines.slice(1).map((_line, index) => index + 1))('cut after line %d', (count) => {
    const session = read(
      lines
        .slice(0, count)
        .map((line) => `${line}\n`)
        .join(''),
    );
    expect(session).toMatchObject(expected);
    expect(session?.endedAtMs).toBe(startMs + 70 * minute);
  });

  it('followed by something after its end', () => {
    expect(read(`${text}{"seq":`)).toMatchObject(expected);
  });

  it('whatever byte is lost or changed, it never counts for less', () => {
    const bytes = Buffer.from(text);
    const intact = read(text)!;
    const damage = fc.oneof(
      fc.nat(bytes.length - 1).map((at) => bytes.subarray(0, at)),
      fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 })).map(([at, flip]) => {
        const copy = Buffer.from(bytes);
        copy[at] = (copy[at] ?? 0) ^ flip;
        return copy;
      }),
    );
    fc.assert(
      fc.property(damage, (broken) => {
        const session = sessionOf(id, verifyRecord(broken), 'people');
        expect(session).not.toBeNull();
        expect(session!.contact).toBe(true);
        expect(session!.cem43Min).toBeGreaterThanOrEqual(intact.cem43Min);
        expect(session!.coldMinutes).toBeGreaterThanOrEqual(intact.coldMinutes);
        expect(session!.endedAtMs).toBeGreaterThanOrEqual(intact.endedAtMs);
        expect([null, 'calf-left']).toContain(session!.site);
      }),
    );
  });

  it('nothing of it can be read: the most that the device can give, at every site', () => {
    const device = { site: null, cem43Min: 9, coldMinutes: 45, contact: true };
    expect(sessionOf(id, null, 'people')).toMatchObject({
      ...device,
      endedAtMs: startMs + 95 * minute,
    });
    expect(sessionOf('notes', null, 'people')).toMatchObject({ ...device, endedAtMs: Number.NaN });
  });

  it('a plan that is not known is not a plan of nothing', () => {
    const [cold, hot] = plan;
    const odd = [
      [],
      [{ ...cold!, dwellMs: -1 }],
      [{ ...cold!, dwellMs: null }],
      [{ ...hot!, setpointC: null }],
    ];
    for (const unknown of odd) {
      const cut = recordText({ header: { plan: unknown } })
        .text.split('\n')
        .slice(0, 2)
        .join('\n');
      expect(read(`${cut}\n`)).toMatchObject({ cem43Min: 9, coldMinutes: 45 });
    }
  });
});

describe('a folder of records', () => {
  function folderWith(files: Readonly<Record<string, string>>): string {
    const folder = mkdtempSync(join(tmpdir(), 'contrast-'));
    onTestFinished(() => {
      rmSync(folder, { recursive: true, force: true });
    });
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    return folder;
  }
  const { id, text } = recordText();
  const soonMs = startMs + 80 * minute;
  const exposureIn = (folder: string, nowMs = soonMs) =>
    exposureAt('calf-left', pastSessions(folder, 'people', nowMs), nowMs);

  it('that is not there holds no session', () => {
    expect(pastSessions(join(folderWith({}), 'none'), 'people', soonMs)).toEqual([]);
  });

  it('gives its sessions, and forgets those of the day before', () => {
    const folder = folderWith({ [`${id}.jsonl`]: text, 'README.txt': 'no record' });
    expect(exposureIn(folder)).toMatchObject({ sessions: 1, cem43Min: 0.3, minutesSinceLast: 10 });
    expect(exposureIn(folder, startMs + 25 * 60 * minute)).toMatchObject({ sessions: 1 });
    expect(exposureIn(folder, startMs + 48 * 60 * minute)).toMatchObject({ sessions: 0 });
    expect(exposureIn(folder, Number.NaN)).toMatchObject({ sessions: 1 });
  });

  it.each<[string, (path: string) => void]>([
    ['a folder', (path) => mkdirSync(path)],
    ['a link to nowhere', (path) => symlinkSync('/nowhere/at/all', path)],
    ['an empty file', (path) => writeFileSync(path, '')],
    ['other text', (path) => writeFileSync(path, 'hello\n')],
  ])('with %s in place of a record counts it at its worst', (_what, make) => {
    const folder = folderWith({});
    make(join(folder, `${id}.jsonl`));
    expect(exposureIn(folder)).toMatchObject({ sessions: 1, cem43Min: 9, minutesSinceLast: 0 });
  });

  it('with a renamed record still knows its time', () => {
    const folder = folderWith({ 'copy of a record.jsonl': text });
    expect(exposureIn(folder)).toMatchObject({ sessions: 1, minutesSinceLast: 10 });
  });

  it('counts people on a real board in any case, and simulations only for simulations', () => {
    const simulated = recordText({ header: { simulated: true } }).text;
    const folder = folderWith({
      [`${id}.jsonl`]: text,
      [`${id.slice(0, -4)}abcd.jsonl`]: simulated,
    });
    const counted = (imaginary: boolean, history: boolean) =>
      pastFor({
        site: 'calf-left',
        identity: { imaginary, memory: null },
        history,
        recordsFolder: folder,
        nowMs: soonMs,
      })?.sessions.length;
    expect([counted(false, false), counted(false, true)]).toEqual([1, 1]);
    expect([counted(true, false), counted(true, true)]).toEqual([undefined, 2]);
  });

  describe('days later', () => {
    const laterMs = startMs + 3 * 24 * 60 * minute;
    const weekIn = (record: string, site = 'calf-left') =>
      exposureAt(
        site,
        pastSessions(folderWith({ [`${id}.jsonl`]: record }), 'people', laterMs),
        laterMs,
      );
    const fresh = { sessions: 0, coldMinutes: 0, cem43Min: 0 };
    const given = { ...fresh, sessionsInWeek: 1 };
    const phases = (...kinds: ('cold' | 'hot')[]): Fields<'summary'>['phases'] =>
      kinds.map((kind, index) => {
        const measured = { setpointC: 12, owedMin: 8, inBandMin: 8, delivered: true };
        return { phase: index + 1, kind, ...measured };
      });

    it.each<[string, string, object]>([
      ['one that was given', recordText({ phases: phases('cold', 'hot', 'cold') }).text, given],
      ['one of an older version', text, given],
      ['one of which nobody was touched', recordText({ phases: [] }).text, { sessionsInWeek: 0 }],
      ['one that was cut off', text.slice(0, -40), given],
      ['one whose end was changed', text.replace('"outcome":"', '"outcome":"not '), given],
      [
        'one of the bench',
        recordText({ header: { bench: true } }).text,
        { ...fresh, sessionsInWeek: 0 },
      ],
    ])('counts %s', (_what, record, expected) => {
      expect(weekIn(record)).toMatchObject(expected);
    });

    it('counts it in its own region, and where no site is named everywhere', () => {
      expect(weekIn(text, 'foot-left')).toMatchObject(given);
      expect(weekIn(text, 'foot-right')).toMatchObject({ sessionsInWeek: 0 });
    });

    it('knows whether there was heat; what it cannot know was hot', () => {
      const heated = (record: string) =>
        pastSessions(folderWith({ [`${id}.jsonl`]: record }), 'people', laterMs).map(
          (one) => one.heated,
        );
      expect(heated(recordText({ phases: phases('cold', 'hot') }).text)).toEqual([true]);
      expect(heated(recordText({ phases: phases('cold') }).text)).toEqual([false]);
      expect(heated(recordText({ phases: phases('cold') }).text.slice(0, -2))).toEqual([true]);
      expect(heated(text)).toEqual([true]);
    });

    it('forgets it after four weeks', () => {
      const folder = folderWith({ [`${id}.jsonl`]: text });
      const after = (days: number) =>
        pastSessions(folder, 'people', startMs + days * 24 * 60 * minute).length;
      expect([6, 28, 30].map(after)).toEqual([1, 1, 0]);
    });
  });

  it('that cannot be read is an error, not an empty one', () => {
    const file = join(folderWith({ file: '' }), 'file');
    expect(() => pastSessions(file, 'people', soonMs)).toThrow(/FILE_UNREADABLE/);
  });
});
