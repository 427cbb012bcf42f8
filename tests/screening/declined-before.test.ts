/** A screening that ended in no treatment is not forgotten: who answers otherwise within a day is shown it, and confirms by name. */
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { rigs } from '../../hardware/plant/rigs.ts';
import { fieldSchemas } from '../../src/records/record-line.ts';
import type { Fields } from '../../src/records/record-line.ts';
import { allClear, checklist } from '../../src/safety/screening-checklist.ts';
import type { Answers } from '../../src/safety/screening-checklist.ts';
import { admit, allowanceFor, toldIn } from '../../src/treatment/admission.ts';
import { prepareTreatment } from '../../src/treatment/prepare.ts';
import type { Confirmation } from '../../src/treatment/declined-before.ts';
import { pastFor, screeningFields } from '../../src/treatment/screened.ts';
import { session } from '../records/fixtures/sessions.ts';
import { ann, troubledBy } from './people.ts';

const hour = 3_600_000;
const firstMs = Date.UTC(2026, 10, 20, 9);
const site = 'calf-left';

function scratch(): string {
  const folder = fs.mkdtempSync(join(tmpdir(), 'declined-before-'));
  onTestFinished(() => {
    fs.rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

interface Asked {
  readonly hours?: number;
  readonly where?: string;
  readonly confirmed?: Confirmation | null;
  readonly override?: typeof ann | null;
}

/** What a start then comes to, and the line of its record. */
function start(folder: string, answers: Answers | null, asked: Asked = {}) {
  const { hours = 0, where = site, confirmed = null, override = null } = asked;
  const nowMs = firstMs + hours * hour;
  const past = pastFor({
    identity: { imaginary: false, memory: null },
    history: false,
    recordsFolder: folder,
    site: where,
    nowMs,
  });
  const prescribed = prepareTreatment('seed-spasm-gentle', undefined, rigs.reference);
  const allowance = allowanceFor(prescribed, where, past);
  const told = toldIn({}, nowMs, past, where);
  const person = { site: where, answers, told, override, confirmed };
  const admission = admit(prescribed, person, allowance);
  const line = screeningFields(person, 'Ann', admission, allowance);
  expect(fieldSchemas.screening.parse(line)).toEqual(line);
  return { line, admission, nowMs };
}

const keep = (folder: string, { line, nowMs }: ReturnType<typeof start>): Promise<string> =>
  session(folder, { endMs: nowMs, site: line.site, screening: line, untouched: true });

const by = (...ids: string[]): Confirmation => ({ name: 'Bea Olm', proof: 'account', ids });
const changedIn = ({ line }: ReturnType<typeof start>) =>
  line.reasons.filter(({ id }) => id === 'answers-changed');
const raynaud = checklist.find(({ id }) => id === 'raynaud')!;

describe('a start after a screening that was declined', () => {
  it('with the same answers is told of it and declined again, for the same reason alone', async () => {
    const folder = scratch();
    const id = await keep(folder, start(folder, troubledBy('raynaud')));
    const again = start(folder, troubledBy('raynaud'), { hours: 1 });
    expect(again.line.result).toBe('contraindicated');
    expect(changedIn(again)).toEqual([]);
    expect(again.line.reasons[0]).toEqual({
      id: `declined-before:${id}`,
      rating: 'none',
      text: `a screening was declined on 2026-11-20 09:00 UTC: ${raynaud.finding}`,
      advice: null,
      open: false,
    });
    expect(again.admission.refusal?.parts.what).toBe(
      `this person is not to be treated now: ${raynaud.finding}`,
    );
    expect(again.line.declinedBefore).toEqual([
      {
        record: id,
        at: '2026-11-20T09:00:00.000Z',
        site,
        result: 'contraindicated',
        answers: [{ id: 'raynaud', answer: 'yes', now: 'yes' }],
      },
    ]);
  });

  it('with another answer waits for whoever confirms it by name, and both stand in its record', async () => {
    const folder = scratch();
    await keep(folder, start(folder, troubledBy('raynaud', 'frail')));
    const otherwise = start(folder, allClear, { hours: 1 });
    const difference = `"${raynaud.question}" yes then, no now`;
    expect(otherwise.admission.refusal?.parts).toMatchObject({
      what: `this person is not to be treated now: answered otherwise than when it was declined: ${difference}`,
      fix: 'Whoever knows which answer is right confirms it by name: on the page, or with contrast run --confirmed-by NAME.',
    });
    const confirmed = start(folder, allClear, { hours: 1, confirmed: by('raynaud') });
    expect(confirmed.admission.refusal).toBeNull();
    expect(confirmed.line).toMatchObject({ result: 'clear', profile: 'standard', admitted: true });
    expect(changedIn(confirmed)[0]).toMatchObject({ rating: 'none', advice: null });
    expect(changedIn(confirmed)[0]?.text).toContain(`${difference}; Bea Olm confirms`);
    expect(confirmed.line.confirmedBy).toEqual({ name: 'Bea Olm', proof: 'account' });
    expect(confirmed.line.declinedBefore?.[0]?.answers).toEqual([
      { id: 'raynaud', answer: 'yes', now: 'no' },
    ]);
  });

  it('is confirmed question by question, and no confirmation lets a problem pass', async () => {
    const folder = scratch();
    await keep(folder, start(folder, troubledBy('raynaud', 'diabetes')));
    for (const ids of [[], ['raynaud'], ['diabetes'], ['frail']])
      expect(start(folder, allClear, { confirmed: by(...ids) }).line.admitted, ids.join()).toBe(
        false,
      );
    const all = { confirmed: by('raynaud', 'diabetes') };
    expect(start(folder, allClear, all).line.admitted).toBe(true);
    expect(start(folder, troubledBy('raynaud'), all).line.admitted).toBe(false);
    expect(start(folder, troubledBy('diabetes'), all).line.admitted).toBe(false);
    // The one that a clinician may decide is theirs to decide as ever; the other waits for its confirmation.
    const decided = { override: ann, confirmed: by('raynaud') };
    expect(start(folder, troubledBy('diabetes'), decided).line.admitted).toBe(true);
    expect(start(folder, troubledBy('diabetes'), { override: ann }).line.admitted).toBe(false);
  });

  it('is told of it for a day, and of a clinician’s question as well', async () => {
    const folder = scratch();
    await keep(folder, start(folder, troubledBy('diabetes')));
    expect(start(folder, allClear, { hours: 23.9 }).line).toMatchObject({
      admitted: false,
      declinedBefore: [{ result: 'needsClinician' }],
    });
    expect(start(folder, allClear, { hours: 24.1 }).line).toMatchObject({
      admitted: true,
      declinedBefore: [],
      confirmedBy: null,
    });
    // A clock that was set back proves nothing to be over.
    expect(start(folder, allClear, { hours: -30 }).line.declinedBefore).toHaveLength(1);
  });

  it('elsewhere on the body is told of what is so of the person, and not of what was so of the place', async () => {
    const folder = scratch();
    await keep(folder, start(folder, troubledBy('raynaud', 'numb-site')));
    const at = (where: string) =>
      start(folder, allClear, { where }).line.declinedBefore?.flatMap(({ answers }) =>
        answers.map(({ id }) => id),
      );
    expect(at(site)).toEqual(['raynaud', 'numb-site']);
    expect(at('outer-knee-left')).toEqual(['raynaud', 'numb-site']);
    expect(at('forearm-right')).toEqual(['raynaud']);
  });

  it('is not held up by what no answer decided', async () => {
    const folder = scratch();
    await keep(folder, start(folder, {}));
    await keep(folder, start(folder, troubledBy('frail'), { hours: 0.1 }));
    await keep(folder, start(folder, troubledBy('diabetes'), { hours: 0.2, override: ann }));
    const unconfirmed: Fields<'screening'> = {
      ...start(folder, allClear).line,
      result: 'contraindicated',
      admitted: false,
      reasons: [{ id: 'answers-changed', rating: 'absolute', text: '', advice: null, open: true }],
    };
    await session(folder, { endMs: firstMs, screening: unconfirmed, untouched: true });
    expect(start(folder, allClear, { hours: 1 }).line).toMatchObject({
      admitted: true,
      declinedBefore: [],
    });
    expect(start(folder, null, { hours: 1 }).line.declinedBefore).toEqual([]);
  });

  it('has what was called off, and what was taken back in a dialog, as well; the same answers once', async () => {
    const folder = scratch();
    const calledOff = start(folder, troubledBy('raynaud'));
    const line = { ...calledOff.line, refusal: 'called off during the screening' };
    await keep(folder, { ...calledOff, line });
    const second = await keep(folder, start(folder, troubledBy('raynaud'), { hours: 1 }));
    const takenBack = {
      record: null,
      at: new Date(firstMs + 2 * hour).toISOString(),
      site,
      result: 'needsClinician' as const,
      answers: [{ id: 'diabetes', answer: 'yes' as const, now: 'no' as const }],
    };
    const third = start(folder, allClear, { hours: 2, confirmed: by('raynaud', 'diabetes') });
    const id = await keep(folder, {
      ...third,
      line: { ...third.line, declinedBefore: [takenBack] },
    });
    const { declinedBefore } = start(folder, allClear, { hours: 3 }).line;
    expect(declinedBefore?.map(({ record, answers }) => [record, answers[0]?.id])).toEqual([
      [id, 'diabetes'],
      [second, 'raynaud'],
    ]);
  });
});
