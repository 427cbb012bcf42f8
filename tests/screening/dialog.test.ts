import { english } from '../../src/words/tongue.ts';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dialogLines } from '../../src/cli/run-dialog-lines.ts';
import { confirmationOf, overrideOf, pressKey, startDialog } from '../../src/cli/run-dialog.ts';
import type { Dialog } from '../../src/cli/run-dialog.ts';
import { allClear, checklist } from '../../src/safety/screening-checklist.ts';
import type { Answers } from '../../src/safety/screening-checklist.ts';
import { evaluateScreening, isAdmitted } from '../../src/safety/screening.ts';
import { ann, troubledBy, without } from './people.ts';

const site = 'calf-left';
const fresh = startDialog(site, {});
const press = (dialog: Dialog, ...keys: readonly string[]): Dialog => keys.reduce(pressKey, dialog);
const keysFor = (answers: Answers): string[] =>
  checklist.flatMap(({ id, problem, loweredBy }) => {
    const answer = answers[id] === 'yes' ? 'y' : 'n';
    // Nobody's word on it.
    return loweredBy !== undefined && answers[id] === problem ? [answer, '\r'] : [answer];
  });
const text = (dialog: Dialog): string => dialogLines(english, dialog).join('\n');

describe('the dialog', () => {
  it('asks every question, one at a time, in order', () => {
    let dialog = fresh;
    for (const [index, { question }] of checklist.entries()) {
      expect(text(dialog)).toContain(`question ${index + 1} of ${checklist.length}`);
      expect(dialogLines(english, dialog).filter((line) => line.startsWith('?'))).toEqual([
        `? ${question}`,
      ]);
      dialog = press(dialog, keysFor(allClear)[index]!);
    }
    expect(dialog).toMatchObject({ step: 'confirm', ending: null, answers: allClear });
    expect(text(dialog)).toContain('Nothing was found.');
    expect(press(dialog, 'n', ' ', '\r', 'x').ending).toBeNull();
    expect(press(dialog, 'y').ending).toBe('confirmed');
  });

  it('can be confirmed only after the last question', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('y', 'n', 'b', '\r', 'x', '\u001b[D')), (keys) => {
        const dialog = press(fresh, ...keys);
        const answered = Object.keys(dialog.answers).length;
        if (dialog.ending !== null) expect(answered).toBe(checklist.length);
      }),
    );
  });

  it('keeps what the last key said for each question, however often one goes back', () => {
    const dialog = press(fresh, 'n', 'n', 'b', 'b', 'y', 'n');
    const [first, second] = checklist;
    expect(dialog.answers).toEqual({ [first!.id]: 'yes', [second!.id]: 'no' });
    expect(text(press(dialog, 'b'))).toContain('answered before: no');
    expect(press(fresh, 'b', 'b')).toEqual(fresh);
  });

  it('nobody passes it with one key held down', () => {
    for (const key of ['y', 'n', '\r', ' ']) {
      const dialog = press(fresh, ...Array.from({ length: 200 }, () => key));
      const admitted =
        dialog.ending === 'confirmed' &&
        isAdmitted(evaluateScreening(dialog.answers, site), overrideOf(dialog));
      expect(admitted).toBe(false);
    }
  });

  it('stops on s and Ctrl-C, cancels on c, and is over then', () => {
    for (const [key, ending] of [
      ['s', 'stopped'],
      ['\u0003', 'stopped'],
      ['\u0004', 'stopped'],
      ['c', 'cancelled'],
    ] as const) {
      const dialog = press(fresh, 'n', key);
      expect(dialog.ending).toBe(ending);
      expect(press(dialog, 'y', 'n', 'b')).toBe(dialog);
    }
  });

  it('asks for a clinician only where one can decide', () => {
    expect(press(fresh, ...keysFor(troubledBy('diabetes'))).step).toBe('clinician');
    expect(press(fresh, ...keysFor(troubledBy('frail'))).step).toBe('confirm');
    expect(press(fresh, ...keysFor(troubledBy('raynaud', 'diabetes'))).step).toBe('confirm');
    const known = startDialog(site, {}, { override: ann });
    expect(press(known, ...keysFor(troubledBy('diabetes'))).step).toBe('confirm');
  });

  it('takes name and reason as they are typed; every letter is a letter there', () => {
    const asked = press(fresh, ...keysFor(troubledBy('diabetes')));
    const named = press(asked, ...Array.from('Dr. Scyllax'), '\u007f', '\u001b[D', '\r');
    const decided = press(named, ...Array.from('seen; bcys'), '\r');
    expect(overrideOf(decided)).toEqual({ clinician: 'Dr. Scylla', reason: 'seen; bcys' });
    expect(text(decided)).toContain('as Dr. Scylla decided: seen; bcys');
    expect(text(decided)).toContain('May be treated');
    expect(press(named, '\u0003').ending).toBe('stopped');
  });

  it('without a name or a reason nobody decided', () => {
    const asked = press(fresh, ...keysFor(troubledBy('diabetes')));
    for (const half of [press(asked, '\r'), press(asked, ...Array.from('Ann'), '\r', ' ', '\r')]) {
      expect(half.step).toBe('confirm');
      expect(text(half)).toContain('Not to be treated now.');
    }
  });

  it('takes a clinician’s word on what is known: name, day, new or worse; Enter takes the last ones again', () => {
    const answers = troubledBy('muscle-wasting', 'new-weakness', 'frail');
    const typed = ['y', ...Array.from('Dr. Lee'), '\r', ...Array.from('2026-11-02'), '\r', 'n'];
    const keys = checklist.flatMap(({ id }) => {
      if (id === 'muscle-wasting') return typed;
      if (id === 'new-weakness') return ['y', '\r', '\r', 'n'];
      return [answers[id] === 'yes' ? 'y' : 'n'];
    });
    const told = { words: {}, nowMs: Date.UTC(2026, 10, 30) };
    const done = press(startDialog(site, {}, { told }), ...keys);
    const word = { clinician: 'Dr. Lee', seenOn: '2026-11-02', newOrWorse: 'no' };
    expect(done.told.words).toEqual({ 'muscle-wasting': word, 'new-weakness': word });
    expect(done).toMatchObject({ step: 'confirm', answers });
    expect(text(done)).toContain('May be treated');
    expect(text(done)).toContain('Dr. Lee on 2026-11-02');
  });

  it('does not go on from a day that counts for nothing, nor keeps a word that is taken back', () => {
    const at = checklist.findIndex(({ id }) => id === 'muscle-wasting');
    const told = { words: {}, nowMs: Date.UTC(2026, 10, 30) };
    const first = Object.fromEntries(
      Object.entries(allClear).slice(0, at) as [string, 'yes' | 'no'][],
    );
    const asked = press(startDialog(site, first, { told }), 'y', ...Array.from('Lee'), '\r');
    expect(asked.step).toBe('seenOn');
    const old = press(asked, ...Array.from('2026-01-02'), '\r');
    expect(old.step).toBe('seenOn');
    expect(text(old)).toContain('days old, and 90 are the most');
    const good = press(asked, ...Array.from('2026-11-02'), '\r');
    expect(text(good)).toContain('new or worse since Lee saw it on 2026-11-02');
    const taken = press(good, 'y');
    expect(taken.told.words['muscle-wasting']).toMatchObject({ newOrWorse: 'yes' });
    const back = press(taken, 'b', 'n');
    expect(back.told.words).toEqual({});
    expect(press(good, 's').ending).toBe('stopped');
    expect(press(asked, '\u0003').ending).toBe('stopped');
  });

  it('keeps what was refused when somebody goes back from it, and asks who confirms another answer', () => {
    const told = { words: {}, nowMs: Date.UTC(2026, 10, 30, 8) };
    const refused = press(startDialog(site, {}, { told }), ...keysFor(troubledBy('raynaud')));
    expect(text(refused)).toContain('Not to be treated now.');
    const answers = [{ id: 'raynaud', answer: 'yes' }];
    const result = 'contraindicated';
    const back = press(refused, 'b');
    expect(back.declined).toEqual([{ record: null, atMs: told.nowMs, site, result, answers }]);
    const again = press(back, ...keysFor(allClear).slice(-1));
    expect(again.step).toBe('confirm');
    expect(text(again)).toContain('a screening was declined on 2026-11-30 08:00 UTC');
    expect(press(again, 'b').declined).toEqual(back.declined);

    const steps = checklist.length - checklist.findIndex(({ id }) => id === 'raynaud');
    const first = press(back, ...Array.from({ length: steps - 1 }, () => 'b'));
    const otherwise = press(first, ...keysFor(allClear).slice(-steps));
    expect(otherwise.step).toBe('confirmer');
    expect(text(otherwise)).toContain('yes then, no now');
    expect(confirmationOf(otherwise)).toBeNull();
    const nobody = press(otherwise, '\r');
    expect(nobody.step).toBe('confirm');
    expect(text(nobody)).toContain('Not to be treated now.');
    const confirmed = press(otherwise, ...Array.from('Bea Olm'), '\r');
    expect(text(confirmed)).toContain('Bea Olm confirms what is answered now');
    expect(text(confirmed)).toContain('May be treated');
    const proof = 'typed at the terminal';
    expect(confirmationOf(confirmed)).toEqual({ name: 'Bea Olm', proof, ids: ['raynaud'] });
    // What is answered anew is confirmed anew.
    expect(confirmationOf(press(confirmed, 'b'))).toBeNull();
  });

  it('keeps what a clinician was to decide as well, and nothing of what may be given', () => {
    const asked = press(fresh, ...keysFor(troubledBy('diabetes')));
    const answers = [{ id: 'diabetes', answer: 'yes' }];
    expect(press(asked, '\u001b').declined).toMatchObject([{ result: 'needsClinician', answers }]);
    const known = startDialog(site, {}, { override: ann });
    const decided = press(known, ...keysFor(troubledBy('diabetes')));
    expect(press(decided, 'b').declined).toEqual([]);
    expect(press(fresh, ...keysFor(troubledBy('frail')), 'b').declined).toEqual([]);
  });

  it('takes no name for who confirms that can be none', () => {
    const declined = [
      {
        record: 'r',
        atMs: 0,
        site,
        result: 'contraindicated',
        answers: [{ id: 'raynaud', answer: 'yes' }],
      },
    ] as const;
    const asked = press(startDialog(site, {}, { declined }), ...keysFor(allClear));
    expect(asked.step).toBe('confirmer');
    expect(press(asked, ...Array.from('--yes'), '\r').step).toBe('confirmer');
    const named = startDialog(site, {}, { declined, confirmer: 'Bea Olm' });
    expect(press(named, ...keysFor(allClear)).step).toBe('confirm');
  });

  it('asks only what was not prepared, and shows what was found', () => {
    const open = ['awake', 'raynaud'];
    const dialog = startDialog(site, without(troubledBy('frail'), open));
    expect(text(dialog)).toContain('Raynaud');
    const done = press(dialog, 'n', 'y');
    expect(done).toMatchObject({ step: 'confirm', answers: troubledBy('frail') });
    expect(text(done)).toContain('hot at most 39 °C');
    expect(text(done)).toContain('frail or very thin');
    expect(startDialog(site, allClear).step).toBe('confirm');
  });
});
