/** A reaction of the skin stays open until a clinician's dated word calls it healed; nothing else closes it. */
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { rigs } from '../../hardware/plant/rigs.ts';
import type { SkinAnswer, SkinFinding } from '../../machines/skin-answers.ts';
import { briefsIn } from '../../src/records/brief.ts';
import { unknownClock } from '../../src/records/clock.ts';
import { allClear } from '../../src/safety/screening-checklist.ts';
import type { Answers } from '../../src/safety/screening-checklist.ts';
import { admit, allowanceFor, toldIn } from '../../src/treatment/admission.ts';
import { answerLater, skinLooks } from '../../src/treatment/later-look.ts';
import { prepareTreatment } from '../../src/treatment/prepare.ts';
import { pastFor, screeningFields } from '../../src/treatment/screened.ts';
import { endedMs, session } from '../records/fixtures/sessions.ts';
import type { Session } from '../records/fixtures/sessions.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const site = 'calf-left';
const ann = { clinician: 'Dr. Ann', reason: 'looked' };
const fixedClock = { ...unknownClock, bootId: 'one' };
const clockAt = (nowMs: number) => ({ ...fixedClock, upS: (nowMs - endedMs) / 1000 + 1e6 });

function scratch(): string {
  const folder = fs.mkdtempSync(join(tmpdir(), 'reactions-kept-'));
  onTestFinished(() => {
    fs.rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

const given = (folder: string, endMs: number, more: Session = {}) =>
  session(folder, { endMs, clock: { bootId: 'one', upS: clockAt(endMs).upS }, ...more });

const say = (
  folder: string,
  answer: SkinAnswer,
  nowMs: number,
  findings: readonly SkinFinding[] = [],
) => {
  const clock = clockAt(nowMs);
  const looks = skinLooks({ folder, briefs: briefsIn(folder), nowMs, clock }, 'people', site);
  const [{ id } = { id: 'none' }] = looks;
  return answerLater(folder, looks, { id, by: 'Ann', answer, findings }, nowMs);
};

interface Asked {
  readonly at: number;
  readonly override?: typeof ann;
  /** The clinician's word that it has healed, of that day. */
  readonly seenOn?: string;
  readonly where?: string;
}

/** What a start then would come to, and its record. */
function start(folder: string, { at, override, seenOn, where = site }: Asked) {
  const past = pastFor({
    identity: { imaginary: false, memory: null },
    history: false,
    recordsFolder: folder,
    site: where,
    nowMs: at,
    clock: clockAt(at),
  });
  const prescribed = prepareTreatment('seed-spasm-gentle', undefined, rigs.reference);
  const word = { clinician: 'Dr. Ann', seenOn: seenOn ?? '', newOrWorse: 'no' } as const;
  const words = seenOn === undefined ? {} : { 'reaction-last-time': word };
  const answers: Answers = {
    ...allClear,
    ...(seenOn === undefined ? {} : { 'reaction-last-time': 'yes' }),
  };
  const told = toldIn(words, at, past, where);
  const allowance = allowanceFor(prescribed, where, past);
  const person = { site: where, answers, told, override: override ?? null } as const;
  const admission = admit(prescribed, person, allowance);
  const { screening, refusal, settled } = admission;
  return {
    result: screening.result,
    profile: screening.profile,
    code: refusal?.code ?? null,
    why: refusal?.message ?? '',
    settled,
    record: screeningFields(person, 'Ann', admission, allowance),
  };
}

/** The start, and what is left of it: a record of a session of that length, or of none. */
async function started(folder: string, asked: Asked, more: Session) {
  const told = start(folder, asked);
  const { record: screening, settled } = told;
  await given(folder, asked.at + 70 * minute, { screening, settled, ...more });
  return told;
}

const noon = (days: number): number => endedMs + days * day;
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

async function withBlister(): Promise<string> {
  const folder = scratch();
  await given(folder, endedMs, { reacted: true, atEnd: 'wrong' });
  say(folder, 'fine', endedMs + 300 * minute);
  return folder;
}

describe('a decision against a reaction', () => {
  it('is for the start for which it was made, within the reduced limits', async () => {
    const folder = await withBlister();
    expect(start(folder, { at: noon(0.5) })).toMatchObject({ code: 'SCREENING_DECLINED' });
    const decided = await started(folder, { at: noon(0.5), override: ann }, { untouched: true });
    expect(decided).toMatchObject({ code: null, profile: 'reduced' });
    const next = start(folder, { at: noon(0.51) });
    expect(next.code).toBe('SCREENING_DECLINED');
    expect(next.why).toContain('something was wrong with the skin');
    expect(start(folder, { at: noon(0.51), override: ann })).toMatchObject({ code: null });
  });

  it('closes nothing by the session that was given under it and ended well', async () => {
    const folder = await withBlister();
    await started(folder, { at: noon(0.5), override: ann }, {});
    say(folder, 'fine', noon(0.7));
    expect(start(folder, { at: noon(1.5) }).why).toContain('something was wrong with the skin');
    await started(folder, { at: noon(1.5), override: ann }, {});
    say(folder, 'fine', noon(1.7));
    expect(start(folder, { at: noon(3) }).why).toContain('something was wrong with the skin');
    expect(start(folder, { at: noon(3), where: 'calf-right' })).toMatchObject({
      code: null,
      profile: 'standard',
    });
  });
});

describe('the word that it has healed', () => {
  it.each<[what: string, at: number, seenOn: string, counts: boolean]>([
    ['of the day after, started that day', noon(1), dayOf(noon(1)), true],
    ['of the day after, started later', noon(4), dayOf(noon(1)), true],
    ['of the day itself', noon(1), dayOf(noon(0)), false],
    ['of a day that is to come', noon(0.4), dayOf(noon(1)), false],
  ])('%s', async (_what, at, seenOn, counts) => {
    const told = start(await withBlister(), { at, seenOn });
    expect(told).toMatchObject(
      counts
        ? { code: null, result: 'clear', profile: 'reduced' }
        : { code: 'SCREENING_DECLINED', settled: [] },
    );
  });

  it('closes the reaction, and three sessions keep to the reduced limits', async () => {
    const folder = await withBlister();
    const profiles: string[] = [];
    await started(folder, { at: noon(1), seenOn: dayOf(noon(1)) }, { untouched: true });
    for (let days = 2; days <= 5; days += 1) {
      const told = await started(folder, { at: noon(days) }, {});
      expect(told.code).toBeNull();
      profiles.push(told.profile);
      say(folder, 'fine', noon(days + 0.5));
    }
    expect(profiles).toEqual(['reduced', 'reduced', 'reduced', 'standard']);
  });

  it('counts no session that was stopped before any of it was delivered', async () => {
    const folder = await withBlister();
    await started(folder, { at: noon(1), seenOn: dayOf(noon(1)) }, { stoppedSoon: true });
    say(folder, 'fine', noon(1.5));
    const profiles: string[] = [];
    for (let days = 2; days <= 6; days += 1) {
      const told = await started(folder, { at: noon(days) }, { stoppedSoon: days === 3 });
      profiles.push(told.profile);
      say(folder, 'fine', noon(days + 0.5));
    }
    expect(profiles).toEqual(['reduced', 'reduced', 'reduced', 'reduced', 'standard']);
  });

  it('counts the session for which it was given', async () => {
    const folder = await withBlister();
    const profiles: string[] = [];
    for (let days = 1; days <= 4; days += 1) {
      const word = days === 1 ? { seenOn: dayOf(noon(1)) } : {};
      const told = await started(folder, { at: noon(days), ...word }, {});
      profiles.push(told.profile);
      say(folder, 'fine', noon(days + 0.5));
    }
    expect(profiles).toEqual(['reduced', 'reduced', 'reduced', 'standard']);
  });

  it('closes nothing that is wrong after it', async () => {
    const folder = await withBlister();
    await started(folder, { at: noon(1), seenOn: dayOf(noon(1)) }, { untouched: true });
    expect(start(folder, { at: noon(1.2) }).code).toBeNull();
    expect(say(folder, 'wrong', noon(1.2), ['pain'])).toBeNull();
    expect(start(folder, { at: noon(1.3) }).code).toBe('SCREENING_DECLINED');
  });
});

describe('what is wrong later', () => {
  it('is taken after "fine", bars the region, and is not unsaid', async () => {
    const folder = scratch();
    await given(folder, endedMs);
    expect(say(folder, 'fine', endedMs + 25 * minute)).toBeNull();
    expect(start(folder, { at: noon(0.4) }).code).toBeNull();
    expect(say(folder, 'wrong', endedMs + 125 * minute, ['blister'])).toBeNull();
    const barred = start(folder, { at: noon(0.4), where: 'outer-knee-left' });
    expect(barred.why).toContain('a blister');
    expect(say(folder, 'fine', endedMs + 126 * minute)).toBe('not owed');
    expect(start(folder, { at: noon(0.4) }).why).toContain('a blister');
  });

  it('is taken of the newest treatment of the region, and of no other', async () => {
    const folder = scratch();
    const first = await given(folder, endedMs);
    say(folder, 'fine', endedMs + 25 * minute);
    await given(folder, noon(1));
    const now = noon(2);
    const parts = { folder, briefs: briefsIn(folder), nowMs: now, clock: clockAt(now) };
    const said = { id: first, by: 'Ann', answer: 'wrong', findings: ['pain'] } as const;
    expect(answerLater(folder, skinLooks(parts, 'people'), said, now)).toBe('not owed');
  });
});

describe('a reaction that a start was told of', () => {
  const lost: readonly [string, (path: string) => void][] = [
    ['deleted', (path) => fs.rmSync(path)],
    ['emptied', (path) => fs.writeFileSync(path, '')],
    [
      'turned round',
      (path) => fs.writeFileSync(path, fs.readFileSync(path, 'utf8').replace('"wrong"', '"fine"')),
    ],
  ];
  it.each(lost)('stays open where what was said later is %s', async (_what, spoil) => {
    const folder = scratch();
    const id = await given(folder, endedMs);
    say(folder, 'wrong', endedMs + 30 * minute, ['blister']);
    const barred = await started(folder, { at: noon(0.4) }, { untouched: true });
    expect(barred.code).toBe('SCREENING_DECLINED');
    for (const path of [`${id}.after`, join('.skin-looks', `${id}.after`)])
      spoil(join(folder, path));
    expect(say(folder, 'fine', noon(0.4))).toBeNull();
    const next = start(folder, { at: noon(0.5) });
    expect(next.why).toContain('a blister');
    // Another region is open, and so is this one once it has healed.
    expect(start(folder, { at: noon(0.5), where: 'calf-right' }).code).toBeNull();
    await started(folder, { at: noon(1), seenOn: dayOf(noon(1)) }, { untouched: true });
    expect(start(folder, { at: noon(1.5) }).code).toBeNull();
  });

  it('is not carried to another region by a start at a place that nobody named', async () => {
    const folder = await withBlister();
    const nowhere = { at: noon(0.4), where: 'unspecified' };
    await started(folder, nowhere, { site: 'unspecified', untouched: true });
    expect(start(folder, { at: noon(0.5), where: 'calf-right' }).code).toBeNull();
  });

  it('is no reaction where nobody could say, once somebody can', async () => {
    const folder = scratch();
    await given(folder, endedMs, { atEnd: 'unanswered' });
    await started(folder, { at: endedMs + 5 * minute }, { untouched: true });
    expect(say(folder, 'fine', noon(0.1))).toBeNull();
    expect(start(folder, { at: noon(0.4) })).toMatchObject({ code: null, profile: 'standard' });
  });
});
