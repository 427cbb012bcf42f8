/** The look at the skin twenty minutes after a treatment: recorded, owed until it is answered, and in the way until then. */
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { SkinAnswer, SkinFinding } from '../../machines/skin-answers.ts';
import { unknownClock } from '../../src/records/clock.ts';
import type { ClockReading } from '../../src/records/clock.ts';
import { briefOf, briefsIn } from '../../src/records/brief.ts';
import { laterLooks } from '../../src/records/later-looks.ts';
import { answerLater, owedLooks, skinLooks } from '../../src/treatment/later-look.ts';
import { openReactions } from '../../src/treatment/open-reactions.ts';
import { rigs } from '../../hardware/plant/rigs.ts';
import { allowanceFor } from '../../src/treatment/admission.ts';
import { prepareTreatment } from '../../src/treatment/prepare.ts';
import { pastFor } from '../../src/treatment/screened.ts';
import { endedMs, session } from '../records/fixtures/sessions.ts';
import type { Session } from '../records/fixtures/sessions.ts';

const minute = 60_000;
const later = (minutes: number): number => endedMs + minutes * minute;
const noon = later(180);

function scratch(): string {
  const folder = fs.mkdtempSync(join(tmpdir(), 'later-looks-'));
  onTestFinished(() => {
    fs.rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** Long after the start of the computer, and another one than in those sessions. */
const clock: ClockReading = { ...unknownClock, bootId: 'this start', upS: 1_000_000 };

const reasonsAt = (folder: string, site: string, nowMs = noon, now = clock) =>
  openReactions({ folder, briefs: briefsIn(folder), nowMs, clock: now }, 'people', site).map(
    ({ reason: { id, rating, text } }) => ({ id, rating, text }),
  );
const ratingsAt = (folder: string, site: string, nowMs = noon): string[] =>
  reasonsAt(folder, site, nowMs).map(({ rating }) => rating);

const say = (
  folder: string,
  id: string,
  answer: SkinAnswer,
  nowMs = noon,
  findings: readonly SkinFinding[] = [],
  now = clock,
) => {
  const looks = skinLooks({ folder, briefs: briefsIn(folder), nowMs, clock: now }, 'simulated too');
  return answerLater(folder, looks, { id, by: 'Ann', answer, findings }, nowMs);
};

describe('the next start in the region', () => {
  it('is barred until somebody has said how the skin is, and open then', async () => {
    const folder = scratch();
    const id = await session(folder);
    expect(reasonsAt(folder, 'calf-left')).toEqual([
      {
        id: `skin-look:${id}`,
        rating: 'absolute',
        text: 'nobody has said how the skin was twenty minutes after the last session here',
      },
    ]);
    expect(say(folder, id, 'fine')).toBeNull();
    expect(reasonsAt(folder, 'calf-left')).toEqual([]);
    expect(laterLooks(folder, briefOf(folder, id))).toEqual([
      {
        seq: 1,
        record: id,
        by: 'Ann',
        answer: 'fine',
        findings: [],
        at: '2026-04-01T15:00:00.000Z',
        timeProven: true,
      },
    ]);
  });

  it('is barred by the session that was last, whatever its file is called', async () => {
    const folder = scratch();
    say(folder, await session(folder, { endMs: later(-300) }), 'fine', later(-200));
    const last = await session(folder, { reacted: true, atEnd: 'wrong' });
    const old = '20200101T000000000Z-0000';
    fs.renameSync(join(folder, `${last}.jsonl`), join(folder, `${old}.jsonl`));
    expect(ratingsAt(folder, 'calf-left')).toEqual(['absolute', 'override']);
  });

  it('stays barred however often a start is refused there', async () => {
    const folder = scratch();
    const id = await session(folder, { reacted: true, atEnd: 'wrong' });
    const before = reasonsAt(folder, 'calf-left');
    expect(before.map((reason) => reason.id)).toEqual([`skin-look:${id}`, `open-reaction:${id}`]);
    for (let tried = 1; tried <= 30; tried += 1) {
      await session(folder, { untouched: true, endMs: later(70 + tried) });
    }
    expect(reasonsAt(folder, 'calf-left')).toEqual(before);
  });

  it.each([
    ['another site of the same leg', 'outer-knee-left', true],
    ['the other leg', 'calf-right', false],
    ['the back', 'lower-back', false],
    ['a site that nobody named', 'unspecified', true],
  ])('%s', async (_where, site, barred) => {
    const folder = scratch();
    await session(folder);
    expect(ratingsAt(folder, site)).toEqual(barred ? ['absolute'] : []);
  });

  it.each<[string, Session, string[]]>([
    ['a record that is older than the question asks for nothing', { old: true }, []],
    ['a plate that never reached the skin asks for nothing', { untouched: true }, []],
    ['a record that was cut off proves no end', { cut: true }, ['absolute']],
    ['what nobody could say at the end', { atEnd: 'unanswered' }, ['absolute', 'override']],
    ['what was wrong', { reacted: true, atEnd: 'wrong' }, ['absolute', 'override']],
  ])('%s', async (_what, told, ratings) => {
    const folder = scratch();
    await session(folder, told);
    expect(ratingsAt(folder, 'calf-left')).toEqual(ratings);
  });

  it('is decided by the newest session of the region', async () => {
    const folder = scratch();
    const first = await session(folder);
    const second = await session(folder, { site: 'outer-knee-left', endMs: noon });
    expect(reasonsAt(folder, 'calf-left', later(400)).map(({ id }) => id)).toEqual([
      `skin-look:${second}`,
    ]);
    expect(say(folder, first, 'fine', later(400))).toBe('not owed');
  });
});

describe('what is said twenty minutes later', () => {
  it('is heard not a millisecond too soon, but for what is wrong', async () => {
    const folder = scratch();
    const id = await session(folder);
    const dueMs = later(20);
    expect(say(folder, id, 'fine', dueMs - 1)).toBe('too soon');
    expect(say(folder, id, 'notSure', dueMs - 1)).toBe('too soon');
    expect(say(folder, id, 'fine', Number.NaN)).toBe('too soon');
    expect(laterLooks(folder, briefOf(folder, id))).toEqual([]);
    expect(say(folder, id, 'fine', dueMs)).toBeNull();
    const other = await session(folder, { endMs: later(200) });
    expect(say(folder, other, 'wrong', later(201), ['blister'])).toBeNull();
    expect(ratingsAt(folder, 'calf-left', later(400))).toEqual(['override']);
  });

  it('is asked again of whoever is not sure', async () => {
    const folder = scratch();
    const id = await session(folder);
    expect(say(folder, id, 'notSure')).toBeNull();
    expect(ratingsAt(folder, 'calf-left')).toEqual(['absolute']);
    expect(say(folder, id, 'fine')).toBeNull();
    expect(ratingsAt(folder, 'calf-left')).toEqual([]);
    expect(say(folder, id, 'fine')).toBe('not owed');
  });

  it('leaves what is wrong to a clinician, and says what it is', async () => {
    const folder = scratch();
    const id = await session(folder);
    say(folder, id, 'wrong', noon, ['netMarks', 'numbness']);
    const [reason] = reasonsAt(folder, 'calf-left');
    expect(reason?.id).toBe(`open-reaction:${id}@2026-04-01T15:00:00.000Z`);
    expect(reason?.rating).toBe('override');
    expect(reason?.text).toContain('net-like marks, numb for more than 20 min');
    expect(say(folder, id, 'fine')).toBe('not owed');
  });

  it('opens what nobody could say at the end, and never what was wrong', async () => {
    const unsaid = scratch();
    say(unsaid, await session(unsaid, { atEnd: 'unanswered' }), 'fine');
    expect(reasonsAt(unsaid, 'calf-left')).toEqual([]);
    const wrong = scratch();
    say(wrong, await session(wrong, { reacted: true, atEnd: 'wrong' }), 'fine');
    expect(ratingsAt(wrong, 'calf-left')).toEqual(['override']);
  });

  it('is not owed after a treatment that is not there', async () => {
    const folder = scratch();
    await session(folder);
    expect(say(folder, '20260401T000000000Z-ffff', 'fine')).toBe('not owed');
    expect(say(folder, '../elsewhere', 'fine')).toBe('not owed');
  });
});

const filesOf = (folder: string, id: string): string[] => [
  join(folder, `${id}.after`),
  join(folder, '.skin-looks', `${id}.after`),
];

describe('what was said is kept twice', () => {
  const spoilt: readonly [string, (path: string) => void][] = [
    ['deleted', (path) => fs.rmSync(path)],
    ['empty', (path) => fs.writeFileSync(path, '')],
    ['made a folder', (path) => (fs.rmSync(path), fs.mkdirSync(path))],
    [
      'turned round',
      (path) => fs.writeFileSync(path, fs.readFileSync(path, 'utf8').replace('"wrong"', '"fine"')),
    ],
  ];
  it.each(spoilt.flatMap(([what, spoil]) => [0, 1].map((which) => [what, which, spoil] as const)))(
    '%s, the one or the other (%i): what is wrong stays wrong',
    async (_what, which, spoil) => {
      const folder = scratch();
      const id = await session(folder);
      say(folder, id, 'notSure');
      say(folder, id, 'wrong', noon, ['blister']);
      const before = reasonsAt(folder, 'calf-left');
      expect(before.map(({ rating }) => rating)).toEqual(['override']);
      const path = filesOf(folder, id)[which]!;
      spoil(path);
      expect(reasonsAt(folder, 'calf-left')).toEqual(before);
      expect(say(folder, id, 'fine')).toBe('not owed');
    },
  );

  it('and what is said next puts the lost one back', async () => {
    const folder = scratch();
    const id = await session(folder);
    say(folder, id, 'notSure');
    const [beside, copy] = filesOf(folder, id);
    fs.rmSync(beside!);
    expect(say(folder, id, 'wrong', noon, ['pain'])).toBeNull();
    expect(fs.readFileSync(beside!, 'utf8')).toBe(fs.readFileSync(copy!, 'utf8'));
    fs.rmSync(copy!);
    expect(laterLooks(folder, briefOf(folder, id)).map(({ answer }) => answer)).toEqual([
      'notSure',
      'wrong',
    ]);
  });
});

describe('when twenty minutes have passed', () => {
  const day = 1440;
  const upAt = (upS: number, bootId: string | null = 'this start'): ClockReading => ({
    ...unknownClock,
    bootId,
    upS,
  });
  const told = { clock: { bootId: 'this start', upS: 10_000 } } as const;
  const heard = async (with_: Session, nowMs: number, now: ClockReading) => {
    const folder = scratch();
    const id = await session(folder, with_);
    const refused = say(folder, id, 'fine', nowMs, [], now);
    return [refused, reasonsAt(folder, 'calf-left', nowMs, now).map(({ rating }) => rating)];
  };
  it.each<[string, Session, number, ClockReading, string | null, string[]]>([
    ['as the computer counts', told, later(20), upAt(11_200), null, []],
    ['a second too soon', told, later(20), upAt(11_199), 'too soon', ['absolute']],
    [
      'with the clock set forward by a day',
      told,
      later(day),
      upAt(10_300),
      'too soon',
      ['absolute'],
    ],
    ['with the clock set back by a day', told, later(-day), upAt(11_200), null, []],
    ['after a new start, too soon since it', {}, later(30), upAt(600), 'too soon', ['absolute']],
    [
      'after a new start and a clock set forward',
      {},
      later(day),
      upAt(1199),
      'too soon',
      ['absolute'],
    ],
    ['after a new start, long enough ago', {}, later(30), upAt(1200), null, []],
    ['after a new start and a clock set back', {}, later(10), upAt(1200), 'too soon', ['absolute']],
    [
      'of a record that was cut off',
      { ...told, cut: true },
      later(400),
      upAt(10_060 + 1199),
      'too soon',
      ['absolute'],
    ],
    // The wall clock is all there is: kept, and for a clinician.
    ['where nothing counts', told, later(30), unknownClock, null, ['override']],
    [
      'where nothing counted',
      { clock: { bootId: null, upS: null } },
      later(30),
      upAt(99_999),
      null,
      ['override'],
    ],
    ['where nothing counts, too soon', told, later(19), unknownClock, 'too soon', ['absolute']],
  ])('%s', async (_when, with_, nowMs, now, refused, ratings) => {
    expect(await heard(with_, nowMs, now)).toEqual([refused, ratings]);
  });

  it.each<[string, Session, number, ClockReading, RegExp]>([
    ['by the time that is left', told, later(20), upAt(10_300), /^Wait 15 min more, then look/],
    [
      'by how long the computer has still to run since it was started',
      {},
      later(200),
      upAt(290),
      /^The computer has been started since, and its clock alone proves no time: it must have run for 20 min\. Wait 16 min more, then look/,
    ],
    ['and no longer than that', {}, later(200), upAt(1199), /Wait 1 min more, then look/],
    ['or by the wall clock', told, later(19), unknownClock, /^Wait 1 min more, then look/],
  ])('a refusal says how long to wait: %s', async (_how, with_, nowMs, now, says) => {
    const folder = scratch();
    await session(folder, with_);
    const parts = { folder, briefs: briefsIn(folder), nowMs, clock: now };
    const [open] = openReactions(parts, 'people', 'calf-left');
    expect(open?.reason).toMatchObject({ rating: 'absolute' });
    expect(open?.reason.advice).toMatch(says);
  });

  it('two clocks that the network has set need no such wait', async () => {
    const now = { ...upAt(60), synchronised: true };
    expect(await heard({ synchronised: true }, later(30), now)).toEqual([null, []]);
    expect(await heard({ synchronised: true }, later(19), now)).toEqual(['too soon', ['absolute']]);
    expect(await heard({}, later(30), now)).toEqual(['too soon', ['absolute']]);
  });
});

describe('the cold finish that is still owed', () => {
  const owes = { owesColdFinish: true } as const;
  it.each<[string, Session, string, number, boolean]>([
    ['comes before the look, of skin that was fine', owes, 'cold-finish', 5, true],
    ['only at the very site', { ...owes, site: 'shin-left' }, 'cold-finish', 5, false],
    ['only where it is owed', {}, 'cold-finish', 5, false],
    ['only as a cold finish', owes, 'seed-spasm', 5, false],
    ['only within half an hour', owes, 'cold-finish', 31, false],
    [
      'after the look, of skin of which nobody spoke',
      { ...owes, atEnd: 'unanswered' },
      'cold-finish',
      5,
      false,
    ],
    ['after the look, of skin that was wrong', { ...owes, reacted: true }, 'cold-finish', 5, false],
  ])('%s', async (_when, told, preset, minutes, passes) => {
    const recordsFolder = scratch();
    await session(recordsFolder, told);
    const site = 'calf-left';
    const identity = { imaginary: false, memory: null };
    const past = pastFor({
      identity,
      history: false,
      recordsFolder,
      site,
      nowMs: later(minutes),
      clock,
    });
    const prescribed = prepareTreatment(preset, undefined, rigs.reference);
    const { reasons } = allowanceFor(prescribed, site, past);
    expect(reasons.some(({ id }) => id.startsWith('skin-look:'))).toBe(!passes);
  });
});

describe('what is wrong and has no name', () => {
  it('counts at once, and is asked for until somebody names it', async () => {
    const folder = scratch();
    const id = await session(folder);
    expect(say(folder, id, 'wrong', later(1))).toBeNull();
    const [reason, ...others] = reasonsAt(folder, 'calf-left');
    expect(others).toEqual([]);
    expect(reason).toMatchObject({ rating: 'override' });
    expect(reason?.text).toContain('nobody has said what');
    const asked = () =>
      owedLooks({ folder, briefs: briefsIn(folder), nowMs: noon, clock }, 'people').map(
        ({ asks }) => asks,
      );
    expect(asked()).toEqual(['what']);
    expect(say(folder, id, 'fine')).toBe('not owed');
    // What is wrong is never refused, and without a name it is still asked for.
    expect(say(folder, id, 'wrong')).toBeNull();
    expect(asked()).toEqual(['what']);
    expect(say(folder, id, 'wrong', noon, ['pain'])).toBeNull();
    expect(asked()).toEqual([]);
    expect(reasonsAt(folder, 'calf-left')[0]?.text).toContain(': pain');
  });
});

describe('a file that proves nothing', () => {
  it.each<[string, (text: string) => string]>([
    ['an answer turned round', (text) => text.replace('"notSure"', '"fine"')],
    ['a torn line', (text) => text.slice(0, -5)],
    ['a line twice', (text) => text + text],
    ['something else', () => 'fine\n'],
  ])('%s counts as nothing said, and what is said then counts', async (_what, change) => {
    const folder = scratch();
    const id = await session(folder);
    say(folder, id, 'notSure');
    for (const path of filesOf(folder, id))
      fs.writeFileSync(path, change(fs.readFileSync(path, 'utf8')));
    expect(laterLooks(folder, briefOf(folder, id))).toEqual([]);
    expect(ratingsAt(folder, 'calf-left')).toEqual(['absolute']);
    expect(say(folder, id, 'fine')).toBeNull();
    expect(ratingsAt(folder, 'calf-left')).toEqual([]);
    // Nothing is thrown away.
    expect(fs.readdirSync(folder).filter((name) => name.includes('unproven'))).toHaveLength(1);
  });

  it.each<[string, (text: string) => string]>([
    ['a byte more', (text) => `${text}x`],
    ['a line twice', (text) => text + text],
  ])('%s does not unsay that something was wrong', async (_what, change) => {
    const folder = scratch();
    const id = await session(folder);
    say(folder, id, 'wrong', noon, ['blister']);
    const before = reasonsAt(folder, 'calf-left');
    expect(before.map(({ rating }) => rating)).toEqual(['override']);
    for (const path of filesOf(folder, id))
      fs.writeFileSync(path, change(fs.readFileSync(path, 'utf8')));
    expect(reasonsAt(folder, 'calf-left')).toEqual(before);
    expect(say(folder, id, 'fine')).not.toBeNull();
    expect(reasonsAt(folder, 'calf-left')).toEqual(before);
  });

  it('one of another treatment counts for none', async () => {
    const folder = scratch();
    const first = await session(folder);
    say(folder, first, 'fine');
    const second = await session(folder, { endMs: noon });
    fs.copyFileSync(join(folder, `${first}.after`), join(folder, `${second}.after`));
    const parts = { folder, briefs: briefsIn(folder), nowMs: noon, clock };
    expect(owedLooks(parts, 'people')).toMatchObject([{ id: second, dueInMs: 20 * minute }]);
  });
});
