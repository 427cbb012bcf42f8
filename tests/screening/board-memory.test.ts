/** The board remembers what was begun on it: a record that is missing, altered or elsewhere shows at the next start (law L14). */
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { EmulatedGuardBoard } from '../../hardware/boards/emulated-guard.ts';
import { SimulatedBoard } from '../../hardware/boards/simulated.ts';
import { SimulatedDevice } from '../../hardware/boards/simulated-device.ts';
import { newEeprom } from '../../hardware/boards/emulator/eeprom.ts';
import { loadGuardFirmware } from '../../hardware/boards/emulator/guard-image.ts';
import { firstMemory } from '../../hardware/guard/board-memory.ts';
import type { BoardMemory } from '../../hardware/guard/board-memory.ts';
import type { GuardLink } from '../../hardware/guard/guard-link.ts';
import { defaultPinMap as pins } from '../../hardware/parts/pin-map.ts';
import { rigs } from '../../hardware/plant/rigs.ts';
import { unknownClock } from '../../src/records/clock.ts';
import { noteUse, usesOf } from '../../src/records/folder-use.ts';
import type { FolderUse } from '../../src/records/folder-use.ts';
import { openRecord } from '../../src/records/open-record.ts';
import { readRecord } from '../../src/records/store.ts';
import { allClear } from '../../src/safety/screening-checklist.ts';
import { admit, allowanceFor } from '../../src/treatment/admission.ts';
import { nextCount, tellBoard } from '../../src/treatment/board-memory.ts';
import { deviceOn } from '../../src/treatment/open-device.ts';
import { prepareTreatment } from '../../src/treatment/prepare.ts';
import { recordHeader } from '../../src/treatment/record-header.ts';
import { pastFor } from '../../src/treatment/screened.ts';
import { summaryOf } from '../records/fixtures/treatments.ts';
import { ann } from './people.ts';

const minute = 60_000;
const hour = 60 * minute;
const noon = Date.UTC(2026, 10, 20, 12);
const site = 'calf-left';
const prescribed = prepareTreatment('seed-spasm', undefined, rigs.reference);

function scratch(): string {
  const folder = fs.mkdtempSync(join(tmpdir(), 'contrast-'));
  onTestFinished(() => {
    fs.rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** A board as far as its memory goes: it stays when computers and folders change. */
interface Remembering {
  memory: BoardMemory | null;
}
const newBoard = (): Remembering => ({ memory: firstMemory(0x12ab34cd) });
/** A guard that takes what it is told at once, or, with the power cut, not at all. */
const guardOf = (board: Remembering, cut = false): GuardLink =>
  ({
    remember: (memory: BoardMemory) => {
      if (!cut) board.memory = memory;
    },
  }) as unknown as GuardLink;

const identityOf = ({ memory }: Remembering, imaginary = false) =>
  ({
    kind: 'serial',
    port: '/dev/ttyX',
    firmware: 'guard',
    guarded: true,
    imaginary,
    memory,
  }) as const;

interface Told {
  readonly bench?: boolean;
  readonly settled?: readonly string[];
  /** The host is killed: the record has no end. */
  readonly killed?: boolean;
  /** The power fails before the board has written anything of the beginning, or of the end. */
  readonly cut?: 'begin' | 'end';
}

/** One session of a person: the record, and what the board is told of it. */
async function session(
  folder: string,
  board: Remembering,
  startMs: number,
  told: Told = {},
): Promise<string> {
  const { bench = false, settled = [], killed = false, cut } = told;
  let elapsedMs = 0;
  const identity = identityOf(board);
  const count = nextCount(identity, bench, () => 0x7777);
  const journal = openRecord({
    folder,
    header: recordHeader(identity, prescribed, rigs.reference, {
      version: '0.0.0',
      seed: 1,
      bench,
      site,
      settled,
      count,
      options: {},
    }),
    utcNow: () => new Date(startMs + elapsedMs),
    monotonicMs: () => elapsedMs,
    clock: unknownClock,
    sharedFolder: join(folder, 'shared'),
  });
  tellBoard(guardOf(board, cut === 'begin'), count, journal);
  elapsedMs = 70 * minute;
  journal.append('state', 60, {
    from: 'awaitingContact',
    to: 'treating.cold',
    event: 'CONTACT_CONFIRMED',
    by: 'Ann',
  });
  if (!killed) journal.append('summary', 4200, { ...summaryOf(journal.id), cem43Min: 0.3 });
  await journal.close();
  if (!killed && cut !== 'end') tellBoard(guardOf(board, cut === 'begin'), count, journal);
  return journal.id;
}

function startAt(
  folder: string,
  board: Remembering,
  nowMs: number,
  uses: readonly FolderUse[] = [],
) {
  const past = pastFor({
    identity: identityOf(board),
    site,
    history: false,
    recordsFolder: folder,
    nowMs,
    uses,
  });
  const allowance = allowanceFor(prescribed, site, past);
  const found = allowance.reasons.filter(({ id }) => id.startsWith('board-'));
  const person = { site, answers: allClear };
  return {
    ids: found.map(({ id }) => id.split(':')[0]),
    texts: found.map(({ text }) => text).join('\n'),
    ratings: found.map(({ rating }) => rating),
    alone: admit(prescribed, { ...person, override: null }, allowance),
    decided: admit(prescribed, { ...person, override: ann }, allowance),
  };
}

/** Far enough apart that no other rule speaks. */
const later = (sessions: number): number => noon + sessions * 30 * hour;

async function treated(
  folder: string,
  board: Remembering,
  sessions: number,
  from = 0,
): Promise<string[]> {
  const ids: string[] = [];
  for (let index = from; index < from + sessions; index += 1) {
    ids.push(await session(folder, board, later(index)));
  }
  return ids;
}

const fileOf = (folder: string, id: string): string => join(folder, `${id}.jsonl`);

describe('a board and a folder that went through the same', () => {
  it('have nothing to ask, and each record says which device and which treatment', async () => {
    const [folder, board] = [scratch(), newBoard()];
    expect(startAt(folder, board, noon).ids).toEqual([]);
    const ids = await treated(folder, board, 3);
    const start = startAt(folder, board, later(3));
    expect(start.ids).toEqual([]);
    expect(start.alone.refusal).toBeNull();
    const headers = ids.map((id) => readRecord(folder, id).verification.lines[0]);
    expect(headers).toMatchObject(
      [1, 2, 3].map((begun) => ({ board: { number: '12ab34cd', begun } })),
    );
    const last = readRecord(folder, ids[2] ?? '').verification;
    expect(last.verdict.kind).toBe('intact');
    const text = fs
      .readFileSync(fileOf(folder, ids[2] ?? ''), 'utf8')
      .trimEnd()
      .split('\n')
      .at(-1);
    const { hash } = JSON.parse(text ?? '') as { hash: string };
    expect(board.memory).toEqual({
      condition: 'kept',
      number: '12ab34cd',
      begun: 3,
      lastHash: hash.slice(0, 32),
    });
  });

  it('a host that was killed, or a board whose power failed before it had written, raise no doubt', async () => {
    for (const told of [{ killed: true }, { cut: 'begin' }, { cut: 'end' }] as const) {
      const [folder, board] = [scratch(), newBoard()];
      await treated(folder, board, 2);
      await session(folder, board, later(2), told);
      expect(startAt(folder, board, later(4)).ids).toEqual([]);
      await treated(folder, board, 1, 4);
      expect(startAt(folder, board, later(6)).ids).toEqual([]);
    }
  });

  it('a bench run is no treatment: the board is told nothing of it', async () => {
    const [folder, board] = [scratch(), newBoard()];
    await treated(folder, board, 1);
    const before = board.memory;
    await session(folder, board, later(1), { bench: true });
    expect(board.memory).toEqual(before);
    expect(startAt(folder, board, later(2)).ids).toEqual([]);
  });
});

describe('what the board remembers and nobody has', () => {
  it('the last record deleted, with what the folder notes of it: asked, and settled by a clinician by name', async () => {
    const [folder, board] = [scratch(), newBoard()];
    const ids = await treated(folder, board, 3);
    fs.rmSync(fileOf(folder, ids[2] ?? ''));
    fs.rmSync(join(folder, '.newest-record.json'));
    const start = startAt(folder, board, later(3));
    expect(start.ids).toEqual(['board-record-missing']);
    expect(start.ratings).toEqual(['override']);
    expect(start.texts).toBe(
      'this board (number 12ab34cd) has begun 3 treatments, and the newest of which a record is here is number 2',
    );
    expect(start.alone.refusal?.code).toBe('SCREENING_DECLINED');
    expect(start.decided.refusal).toBeNull();
    await session(folder, board, later(3), { settled: start.decided.settled });
    expect(startAt(folder, board, later(4)).ids).toEqual([]);
  });

  it('another computer, with a folder that has never seen it', async () => {
    const board = newBoard();
    await treated(scratch(), board, 2);
    const start = startAt(scratch(), board, later(2));
    expect(start.texts).toContain(
      'has begun 2 treatments, and the newest of which a record is here is none',
    );
    expect(start.alone.refusal?.code).toBe('SCREENING_DECLINED');
  });

  it('a folder put back from an old copy', async () => {
    const [folder, board] = [scratch(), newBoard()];
    await treated(folder, board, 2);
    const copy = join(scratch(), 'copy');
    fs.cpSync(folder, copy, { recursive: true });
    expect(startAt(copy, board, later(2)).ids).toEqual([]);
    await treated(folder, board, 1, 2);
    expect(startAt(folder, board, later(3)).ids).toEqual([]);
    const start = startAt(copy, board, later(3));
    expect(start.texts).toContain(
      'has begun 3 treatments, and the newest of which a record is here is number 2',
    );
  });

  it('the end of the last record cut away: its lines are whole, and not what they were', async () => {
    const [folder, board] = [scratch(), newBoard()];
    const ids = await treated(folder, board, 2);
    const path = fileOf(folder, ids[1] ?? '');
    const lines = fs.readFileSync(path, 'utf8').trimEnd().split('\n');
    fs.writeFileSync(path, `${lines.slice(0, -1).join('\n')}\n`);
    const start = startAt(folder, board, later(2));
    expect(start.ids).toEqual(['board-record-altered']);
    expect(start.texts).toContain(
      'treatment 2 of this board (number 12ab34cd) is there, and is not what it was',
    );
  });

  it('a record of another board with the same count does not stand for it', async () => {
    const folder = scratch();
    const [board, other] = [newBoard(), { memory: firstMemory(0x99) }];
    await treated(scratch(), board, 1);
    await treated(folder, other, 1);
    expect(startAt(folder, board, later(2)).ids).toEqual(['board-record-missing']);
    expect(startAt(folder, other, later(2)).ids).toEqual([]);
  });

  it('what lies in another folder of this computer is not missing; once it is gone, it is', async () => {
    const [here, there, shared, board] = [scratch(), scratch(), scratch(), newBoard()];
    await treated(there, board, 1);
    noteUse({ board: '/dev/ttyX', folder: there, atMs: noon, newest: null }, shared);
    const uses = usesOf('/dev/ttyX', shared);
    expect(startAt(here, board, later(2), uses).ids).toEqual([]);
    fs.rmSync(there, { recursive: true });
    expect(startAt(here, board, later(2), uses).ids).toEqual(['board-record-missing']);
  });

  it('a settled doubt covers what was missing then, not what goes missing later', async () => {
    const [folder, board] = [scratch(), newBoard()];
    await treated(scratch(), board, 1);
    const { settled } = startAt(folder, board, later(1)).decided;
    await session(folder, board, later(1), { settled });
    expect(startAt(folder, board, later(2)).ids).toEqual([]);
    await treated(scratch(), board, 1, 2);
    expect(startAt(folder, board, later(3)).ids).toEqual(['board-record-missing']);
  });
});

describe('a board that has lost its memory', () => {
  const lost = (): Remembering => ({
    memory: { condition: 'damaged', number: null, begun: 0, lastHash: null },
  });

  it('is asked about each time that it happens, and gets a new number with the start that a clinician settles', async () => {
    const [folder, board] = [scratch(), lost()];
    const start = startAt(folder, board, noon);
    expect(start.ids).toEqual(['board-memory-lost']);
    expect(start.alone.refusal?.code).toBe('SCREENING_DECLINED');
    await session(folder, board, noon, { settled: start.decided.settled });
    expect(board.memory).toMatchObject({ condition: 'kept', number: '00007777', begun: 1 });
    expect(startAt(folder, board, later(1)).ids).toEqual([]);
    expect(startAt(folder, lost(), later(1)).ids).toEqual(['board-memory-lost']);
  });
});

describe('a board without a memory', () => {
  it('raises no doubt, counts nothing, and its records say that it has no number', async () => {
    const [folder, board] = [scratch(), { memory: null }];
    const [id = ''] = await treated(folder, board, 1);
    const [header] = readRecord(folder, id).verification.lines;
    expect(header).toMatchObject({ board: { number: null } });
    expect(header).not.toHaveProperty('board.begun');
    expect(startAt(folder, board, later(1)).ids).toEqual([]);
  });

  it('is what the simulated board is', () => {
    const world = new SimulatedDevice(rigs.reference.parameters, pins, 1);
    expect(new SimulatedBoard(world).identity.memory).toBeNull();
  });
});

describe('the guard firmware on the emulated chip', () => {
  /** Opens the board with that chip's EEPROM, as a computer does. */
  async function opened(eeprom: Uint8Array, seed: number) {
    const world = new SimulatedDevice(rigs.reference.parameters, pins, seed);
    const board = new EmulatedGuardBoard({ program: loadGuardFirmware(), world, seed, eeprom });
    await deviceOn(board, pins);
    onTestFinished(() => board.close());
    return board;
  }

  it('is numbered by the first computer, keeps that with the second, and carries count and hash across', async () => {
    const eeprom = newEeprom();
    const first = await opened(eeprom, 1);
    const { memory } = first.identity;
    expect(memory).toMatchObject({ condition: 'kept', begun: 0, lastHash: null });
    expect(memory?.number).toMatch(/^[0-9a-f]{8}$/);
    const count = nextCount(first.identity, false, () => 1);
    tellBoard(first.guard, count, { lastHash: 'ab'.repeat(32) });
    expect(await first.guard?.untilRemembered(() => first.advanceTo(first.nowMs() + 20))).toBe(
      true,
    );
    const second = await opened(eeprom, 2);
    expect(second.identity.memory).toEqual({
      ...memory,
      begun: 1,
      lastHash: 'ab'.repeat(16),
    });
    expect((await opened(newEeprom(), 2)).identity.memory?.number).not.toBe(memory?.number);
  });
});
