/** A time in a record is proven by more than one clock where a dose depends on it (law L14). */
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { BoardMemory } from '../../hardware/guard/board-memory.ts';
import { rigs } from '../../hardware/plant/rigs.ts';
import { briefsIn } from '../../src/records/brief.ts';
import { gapsIn } from '../../src/records/chain.ts';
import { unknownClock } from '../../src/records/clock.ts';
import type { ClockReading } from '../../src/records/clock.ts';
import { noteUse, usesOf } from '../../src/records/folder-use.ts';
import type { FolderUse } from '../../src/records/folder-use.ts';
import { openJournal } from '../../src/records/journal.ts';
import { openRecord } from '../../src/records/open-record.ts';
import type { Fields } from '../../src/records/record-line.ts';
import { readRecord } from '../../src/records/store.ts';
import { allClear } from '../../src/safety/screening-checklist.ts';
import { admit, allowanceFor } from '../../src/treatment/admission.ts';
import { latchedTripIn, refuseLatched, resetLine } from '../../src/treatment/latched-trip.ts';
import { prepareTreatment } from '../../src/treatment/prepare.ts';
import { pastFor } from '../../src/treatment/screened.ts';
import { headerFields, sampleAt, summaryOf } from '../records/fixtures/treatments.ts';
import { ann } from './people.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const noon = Date.UTC(2026, 10, 20, 12);
/** What a computer without a clock of its own shows before anybody tells it the time. */
const atFactory = Date.UTC(2025, 0, 1);
const site = 'calf-left';
const board = { ...headerFields.board, kind: 'serial', port: '/dev/ttyX', imaginary: false };

function scratch(): string {
  const folder = fs.mkdtempSync(join(tmpdir(), 'contrast-'));
  onTestFinished(() => {
    fs.rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

const clockOf = (over: Partial<ClockReading>): ClockReading => ({ ...unknownClock, ...over });

interface Told {
  readonly startMs: number;
  readonly clock?: ClockReading;
  /** By how much the wall clock is put right after the first minute. */
  readonly leapMs?: number;
  readonly minutes?: number;
  readonly settled?: readonly string[];
  readonly lines?: (journal: ReturnType<typeof openRecord>) => void;
  readonly sharedFolder?: string;
  readonly simulated?: boolean;
}

/** One session of a person, from the first line to the summary. */
async function session(folder: string, told: Told): Promise<string> {
  const { startMs, clock = unknownClock, leapMs = 0, minutes = 70, settled } = told;
  let elapsedMs = 0;
  let aheadMs = 0;
  const journal = openRecord({
    folder,
    header: {
      ...headerFields,
      board,
      simulated: told.simulated ?? false,
      site,
      ...(settled === undefined ? {} : { settled: [...settled] }),
    },
    utcNow: () => new Date(startMs + elapsedMs + aheadMs),
    monotonicMs: () => elapsedMs,
    clock,
    sharedFolder: told.sharedFolder ?? join(folder, 'shared'),
  });
  told.lines?.(journal);
  elapsedMs = minute;
  aheadMs = leapMs;
  const move = { from: 'awaitingContact', to: 'treating.cold', event: 'CONTACT_CONFIRMED' };
  journal.append('state', 60, { ...move, by: 'Ann' });
  journal.append('sample', 61, sampleAt(1));
  elapsedMs = minutes * minute;
  journal.append('summary', minutes * 60, { ...summaryOf(journal.id), cem43Min: 0.3 });
  await journal.close();
  return journal.id;
}

const prescribed = prepareTreatment('seed-spasm', undefined, rigs.reference);

function startAt(
  folder: string,
  nowMs: number,
  clock: ClockReading = unknownClock,
  uses: readonly FolderUse[] = [],
  memory: BoardMemory | null = null,
) {
  const identity = { imaginary: false, memory };
  const past = pastFor({
    identity,
    site: 'calf-left',
    history: false,
    recordsFolder: folder,
    nowMs,
    clock,
    uses,
  });
  const allowance = allowanceFor(prescribed, site, past);
  const weights = Object.fromEntries(allowance.reasons.map(({ id, rating }) => [id, rating]));
  const person = { site, answers: allClear };
  return {
    exposure: allowance.exposure,
    weights,
    texts: allowance.reasons.map(({ text }) => text).join('\n'),
    alone: admit(prescribed, { ...person, override: null }, allowance),
    decided: admit(prescribed, { ...person, override: ann }, allowance),
  };
}

describe('healthy clocks and folders', () => {
  it('are no matter for anybody: three sessions in two days, and one more start', async () => {
    const folder = scratch();
    for (const hours of [0, 30, 33]) {
      const clock = clockOf({ bootId: 'one', upS: 100 + hours * 3600, synchronised: true });
      await session(folder, { startMs: noon + hours * hour, clock });
    }
    const now = noon + 37 * hour;
    const start = startAt(
      folder,
      now,
      clockOf({ bootId: 'one', upS: 100 + 37 * 3600, synchronised: true }),
    );
    expect(start.weights).toEqual({});
    expect(start.alone.refusal).toBeNull();
    expect(start.exposure).toMatchObject({ sessions: 2, minutesSinceLast: 170 });
    expect(startAt(folder, now, clockOf({ bootId: 'two', upS: 5 })).weights).toEqual({});
  });

  it('each record names the one before it, by the hash of its last line', async () => {
    const folder = scratch();
    const first = await session(folder, { startMs: noon });
    const second = await session(folder, { startMs: noon + day });
    const headerOf = (id: string) => briefsIn(folder).find((brief) => brief.id === id)?.header;
    const last = fs
      .readFileSync(join(folder, `${first}.jsonl`), 'utf8')
      .trimEnd()
      .split('\n')
      .at(-1);
    const { hash } = JSON.parse(last ?? '') as { hash: string };
    expect(headerOf(first)?.previous).toBeNull();
    expect(headerOf(second)?.previous).toEqual({ id: first, hash });
    expect(readRecord(folder, second).verification.verdict.kind).toBe('intact');
  });

  it('records of older versions, which name nothing, stay readable and raise no doubt', async () => {
    const folder = scratch();
    const journal = openJournal({
      folder,
      header: { ...headerFields, simulated: false, site },
      startedAt: new Date(noon),
      utcNow: () => new Date(noon),
    });
    journal.append('summary', 1, summaryOf(journal.id));
    await journal.close();
    const start = startAt(folder, noon + 5 * hour, clockOf({ bootId: 'one', upS: 9 }));
    expect(start.weights).toEqual({});
    const second = await session(folder, { startMs: noon + 5 * hour });
    expect(briefsIn(folder).find(({ id }) => id === second)?.header?.previous?.id).toBe(journal.id);
  });
});

describe('a clock that is put right during a session', () => {
  it('is noted with the size of the leap, and the session counts for the day that it was on', async () => {
    const folder = scratch();
    const leapMs = noon - atFactory - minute;
    const id = await session(folder, { startMs: atFactory, leapMs });
    const { lines } = readRecord(folder, id).verification;
    expect(lines.filter(({ type }) => type === 'clock')).toMatchObject([
      { leapS: leapMs / 1000, expectedAt: '2025-01-01T00:01:00.000Z' },
    ]);
    const start = startAt(folder, noon + 80 * minute);
    expect(start.exposure).toMatchObject({ sessions: 1, minutesSinceLast: 11 });
    expect(start.weights).toMatchObject({ sessionGapMinutes: 'absolute' });
    expect(start.decided.refusal?.code).toBe('SCREENING_DECLINED');
    expect(startAt(folder, noon + 26 * hour).exposure).toMatchObject({ sessions: 0 });
  });

  it('back by some hours: the newest time of any of its lines counts', async () => {
    const folder = scratch();
    await session(folder, { startMs: noon, leapMs: -5 * hour });
    expect(startAt(folder, noon + 90 * minute).exposure?.minutesSinceLast).toBe(90);
  });

  it('back by a day: for a clinician, not a lock until that date', async () => {
    const folder = scratch();
    await session(folder, { startMs: noon + day, leapMs: -day });
    const start = startAt(folder, noon + 10 * hour);
    expect(start.weights).toMatchObject({ sessionGapMinutes: 'override' });
    expect(start.alone.refusal?.code).toBe('SCREENING_DECLINED');
    expect(start.decided.refusal).toBeNull();
  });
});

describe('a session while the clock was not set', () => {
  const unset = clockOf({ bootId: 'one', upS: 30, synchronised: false });

  it('is found by the clock that is never set, as long as the computer runs', async () => {
    const folder = scratch();
    await session(folder, { startMs: atFactory, clock: unset });
    // Five hours later by that clock; the network has set the other one meanwhile.
    const now = clockOf({ bootId: 'one', upS: 30 + 5 * 3600, synchronised: true });
    const start = startAt(folder, noon, now);
    expect(start.exposure).toMatchObject({ sessions: 1, minutesSinceLast: 230 });
    expect(Object.keys(start.weights)).toEqual([expect.stringMatching(/^clock-set-since:/)]);
    expect(start.texts).toMatch(/set forward by \d+ h since the record/);
    const soon = startAt(folder, noon, { ...now, upS: 30 + 80 * 60 });
    expect(soon.weights).toMatchObject({ sessionGapMinutes: 'absolute' });
  });

  it('after a restart counts as just now until a clinician decides; then for a day, and no longer', async () => {
    const folder = scratch();
    await session(folder, { startMs: atFactory, clock: unset });
    const rebooted = clockOf({ bootId: 'two', upS: 60, synchronised: true });
    const start = startAt(folder, noon, rebooted);
    expect(start.exposure).toMatchObject({ sessions: 1, minutesSinceLast: 0 });
    expect(start.weights).toEqual({ sessionGapMinutes: 'override' });
    expect(start.texts).toContain('when that was, nobody can prove');
    expect(start.alone.refusal?.code).toBe('SCREENING_DECLINED');
    expect(start.decided.refusal).toBeNull();
    expect(start.decided.screening.profile).toBe('standard');
    await session(folder, { startMs: noon, clock: rebooted, settled: start.decided.settled });
    const later = (hours: number) =>
      startAt(folder, noon + hours * hour, { ...rebooted, upS: 60 + hours * 3600 });
    expect(later(5).exposure).toMatchObject({ sessions: 2 });
    expect(later(5).weights).toEqual({});
    expect(later(23.9).exposure).toMatchObject({ sessions: 2 });
    expect(later(26).exposure).toMatchObject({ sessions: 0 });
  });

  it('a start with it is for a clinician', () => {
    const start = startAt(scratch(), atFactory, unset);
    expect(start.weights).toEqual({ 'clock-not-set': 'override' });
    expect(start.decided).toMatchObject({ refusal: null, settled: ['clock-not-set'] });
  });

  it('nor does a clock that shows a time before the program was made pass in silence', () => {
    const start = startAt(scratch(), atFactory, clockOf({ builtMs: noon }));
    expect(start.weights).toEqual({ 'clock-before-build': 'override' });
    expect(startAt(scratch(), Number.NaN).weights).toEqual({ 'clock-without-time': 'override' });
  });

  it('and is told by the record before it, where nothing else tells', async () => {
    const folder = scratch();
    await session(folder, { startMs: noon - 3 * day });
    await session(folder, { startMs: atFactory });
    expect(startAt(folder, noon).weights).toEqual({ sessionGapMinutes: 'override' });
  });
});

describe('a record with the clock ahead', () => {
  it('is put to a clinician once, and locks no site until that date', async () => {
    const folder = scratch();
    const ahead = await session(folder, { startMs: noon + 300 * day });
    const start = startAt(folder, noon);
    expect(start.weights).toEqual({
      sessionGapMinutes: 'override',
      [`record-ahead:${ahead}`]: 'override',
    });
    expect(start.texts).toContain('later than now');
    expect(start.alone.refusal?.code).toBe('SCREENING_DECLINED');
    expect(start.decided.refusal).toBeNull();
    expect(start.decided.settled).toContain(`record-ahead:${ahead}`);
    const next = await session(folder, { startMs: noon, settled: start.decided.settled });
    expect(startAt(folder, noon + 5 * hour).weights).toEqual({});
    expect(startAt(folder, noon + 26 * hour).exposure).toMatchObject({ sessions: 0 });
    // What is settled is on record, not forgotten: the file stays.
    expect(fs.readdirSync(folder)).toEqual(
      expect.arrayContaining([`${ahead}.jsonl`, `${next}.jsonl`]),
    );
  });

  it('settled by nobody is asked about at every start', async () => {
    const folder = scratch();
    const ahead = await session(folder, { startMs: noon + 300 * day });
    await session(folder, { startMs: noon });
    expect(startAt(folder, noon + 5 * hour).weights).toHaveProperty(`record-ahead:${ahead}`);
  });
});

describe('a clock that was set since the last record', () => {
  it.each([
    ['forward', 3 * hour],
    ['back', -20 * minute],
  ])('%s, is put to a clinician, with its size', async (way, leapMs) => {
    const folder = scratch();
    const clock = clockOf({ bootId: 'one', upS: 100 });
    const id = await session(folder, { startMs: noon, clock });
    const upS = 100 + 6 * 3600;
    const start = startAt(folder, noon + 6 * hour + leapMs, { ...clock, upS });
    expect(start.weights).toEqual({ [`clock-set-since:${id}`]: 'override' });
    expect(start.texts).toContain(`set ${way} by ${leapMs > 0 ? '3 h' : '20 min'}`);
    expect(start.exposure?.minutesSinceLast).toBeCloseTo(290, 6);
    expect(startAt(folder, noon + 6 * hour + 30_000, { ...clock, upS }).weights).toEqual({});
  });
});

describe('a record that is not where it was', () => {
  const twoIn = async (folder: string) => [
    await session(folder, { startMs: noon - 5 * hour }),
    await session(folder, { startMs: noon - 3 * hour }),
  ];
  const fileOf = (folder: string, id: string): string => join(folder, `${id}.jsonl`);

  it('renamed to an old identifier counts all the same, and is asked about', async () => {
    const folder = scratch();
    const [, second] = await twoIn(folder);
    fs.renameSync(fileOf(folder, second!), fileOf(folder, '20200101T000000000Z-aaaa'));
    const start = startAt(folder, noon);
    expect(start.exposure).toMatchObject({ sessions: 2, minutesSinceLast: 110 });
    expect(start.weights).toEqual({
      sessionGapMinutes: 'absolute',
      [`record-renamed:${second}`]: 'override',
    });
  });

  it.each([
    ['the newest', 1],
    ['an earlier one', 0],
  ])('%s, moved away, is missed, by name, until a clinician settles it', async (_what, which) => {
    const folder = scratch();
    const ids = await twoIn(folder);
    fs.rmSync(fileOf(folder, ids[which]!));
    expect(gapsIn(folder)).toEqual([
      { id: ids[which], absence: 'missing', namedBy: which === 1 ? null : ids[1] },
    ]);
    const start = startAt(folder, noon);
    const id = `record-missing:${ids[which]}`;
    expect(start.weights).toHaveProperty(id, 'override');
    expect(start.texts).toContain(`the record ${ids[which]} of this folder is not there any more`);
    // A start that nobody settled, a simulation for instance, does not make it forgotten.
    await session(folder, { startMs: noon, simulated: true });
    expect(startAt(folder, noon + hour).weights).toHaveProperty(id, 'override');
    await session(folder, { startMs: noon + hour, settled: [id] });
    expect(startAt(folder, noon + 8 * hour).weights).not.toHaveProperty(id);
  });

  it('replaced by another one is not there', async () => {
    const folder = scratch();
    const [first, second] = await twoIn(folder);
    fs.copyFileSync(fileOf(folder, first!), fileOf(folder, second!));
    expect(startAt(folder, noon).weights).toHaveProperty(`record-replaced:${second}`, 'override');
  });

  it('however long ago is no matter any more', async () => {
    const folder = scratch();
    const [first] = await twoIn(folder);
    fs.rmSync(fileOf(folder, first!));
    expect(startAt(folder, noon + 3 * day).weights).toEqual({});
  });
});

describe('another folder', () => {
  const use = (shared: string): readonly FolderUse[] => usesOf(board.port, shared);

  it('with records of the same board counts here too', async () => {
    const [there, here, shared] = [scratch(), scratch(), join(scratch(), 'shared')];
    await session(there, { startMs: noon - 2 * hour, sharedFolder: shared });
    expect(use(shared)).toMatchObject([{ folder: there, atMs: noon - 2 * hour }]);
    const start = startAt(here, noon, unknownClock, use(shared));
    expect(start.exposure).toMatchObject({ sessions: 1, minutesSinceLast: 50 });
    expect(start.weights).toEqual({ sessionGapMinutes: 'absolute' });
    expect(startAt(here, noon + 3 * day, unknownClock, use(shared)).weights).toEqual({});
    expect(usesOf('/dev/ttyY', shared)).toEqual([]);
  });

  it('that cannot be read is put to a clinician, by name', async () => {
    const [there, here, shared] = [scratch(), scratch(), join(scratch(), 'shared')];
    await session(there, { startMs: noon - 2 * hour, sharedFolder: shared });
    fs.rmSync(there, { recursive: true });
    const start = startAt(here, noon, unknownClock, use(shared));
    expect(start.weights).toEqual({ [`records-elsewhere:${there}`]: 'override' });
  });

  it('a folder that was emptied is missed: its newest record was noted elsewhere too', async () => {
    const [folder, shared] = [scratch(), join(scratch(), 'shared')];
    const id = await session(folder, { startMs: noon - 2 * hour, sharedFolder: shared });
    fs.rmSync(folder, { recursive: true });
    fs.mkdirSync(folder);
    const start = startAt(folder, noon, unknownClock, use(shared));
    expect(start.weights).toEqual({ [`record-missing:${id}`]: 'override' });
  });

  it('what is noted of it is read with care', () => {
    const shared = scratch();
    fs.writeFileSync(join(shared, '0.json'), 'not json');
    fs.writeFileSync(join(shared, '1.json'), JSON.stringify([{ board: 'b', folder: '../x' }]));
    fs.symlinkSync('/dev/zero', join(shared, '2.json'));
    expect(usesOf('b', shared)).toEqual([]);
    noteUse({ board: 'b', folder: '/r', atMs: noon, newest: null }, shared);
    expect(usesOf('b', shared)).toMatchObject([{ folder: '/r' }]);
    expect(() => {
      noteUse({ board: 'b', folder: '/r', atMs: noon, newest: null }, '/dev/null/none');
    }).not.toThrow();
  });
});

describe('a trip that the newest record has latched', () => {
  const trip: Fields<'trip'> = { rule: 'plate-hot', reading: 44, limit: 43, message: 'too hot' };
  const faulted = { from: 'treating.hot', to: 'faulted', event: 'TRIP', by: 'companion' };
  const tripped = (folder: string, startMs: number, more: Partial<Told> = {}) =>
    session(folder, {
      startMs,
      ...more,
      lines: (journal) => {
        journal.append('trip', 1, trip);
        journal.append('state', 1, faulted);
        more.lines?.(journal);
      },
    });

  it('stays until a named person resets it, whatever the board has forgotten', async () => {
    const folder = scratch();
    const id = await tripped(folder, noon);
    const latched = latchedTripIn(folder, 'people');
    expect(latched).toMatchObject({ recordId: id, rule: 'plate-hot' });
    expect(() => {
      refuseLatched(latched, undefined);
    }).toThrow(/plate-hot.*too hot.*--reset-by.*GUARD_TRIPPED/);
    expect(() => {
      refuseLatched(latched, 'Ann');
    }).not.toThrow();
    await session(folder, {
      startMs: noon + day,
      lines: (journal) => {
        journal.append('command', 0, resetLine(latched!, 'Ann'));
      },
    });
    expect(latchedTripIn(folder, 'people')).toBeNull();
  });

  it('is none where it was reset in its own record', async () => {
    const folder = scratch();
    const reset = { from: 'faulted', to: 'idle', event: 'RESET', by: 'Ann' };
    await tripped(folder, noon, {
      lines: (journal) => {
        journal.append('state', 2, reset);
      },
    });
    expect(latchedTripIn(folder, 'people')).toBeNull();
  });

  it('is asked of the newest record, not of the latest date', async () => {
    const folder = scratch();
    await session(folder, { startMs: noon + 100 * day });
    await tripped(folder, noon);
    expect(latchedTripIn(folder, 'people')).not.toBeNull();
  });

  it('of a simulation holds up no real board, and nothing counts where nothing counts', async () => {
    const folder = scratch();
    await tripped(folder, noon, { simulated: true });
    expect(latchedTripIn(folder, 'people')).toBeNull();
    expect(latchedTripIn(folder, 'simulated too')).not.toBeNull();
    expect(latchedTripIn(folder, null)).toBeNull();
    expect(latchedTripIn(join(folder, 'none'), 'people')).toBeNull();
  });
});
