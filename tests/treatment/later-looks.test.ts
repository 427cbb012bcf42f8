/** The look at the skin twenty minutes after a treatment: recorded, owed until it is answered, and in the way until then. */
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { SkinAnswer, SkinFinding } from '../../machines/skin-answers.ts';
import { briefOf, briefsIn } from '../../src/records/brief.ts';
import { laterLooks } from '../../src/records/later-looks.ts';
import { answerLater, openReactions, owedLooks } from '../../src/treatment/open-reactions.ts';
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

const reasonsAt = (folder: string, site: string, nowMs = noon) =>
  openReactions({ folder, briefs: briefsIn(folder), nowMs }, 'people', site).map(
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
) => {
  const owed = owedLooks({ folder, briefs: briefsIn(folder), nowMs }, 'simulated too');
  return answerLater(folder, owed, { id, by: 'Ann', answer, findings }, nowMs);
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
    expect(reason).toMatchObject({ id: `open-reaction:${id}`, rating: 'override' });
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
    const path = join(folder, `${id}.after`);
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
    const path = join(folder, `${id}.after`);
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
    expect(owedLooks({ folder, briefs: briefsIn(folder), nowMs: noon }, 'people')).toMatchObject([
      { id: second, dueMs: noon + 20 * minute },
    ]);
  });
});
