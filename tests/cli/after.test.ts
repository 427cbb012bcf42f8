/** What is said after a treatment, of what happened in it: at the terminal, by `explain`, and in the report. */
import { english } from '../../src/words/tongue.ts';
import { describe, expect, it } from 'vitest';
import { readdirSync } from 'node:fs';
import { describeEntry } from '../../src/cli/run-words.ts';
import { briefOf } from '../../src/records/brief.ts';
import { noteLaterLook } from '../../src/records/later-looks.ts';
import type { SaidLater } from '../../src/records/later-looks.ts';
import type { Entry } from '../../src/treatment/state.ts';
import { contrast, scratch, shortly } from './contrast.ts';

/** Folded lines put together again. */
const oneLine = (text: string): string => text.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');

function explained(records: string): string {
  return oneLine(contrast(['explain', 'latest', '--records', records]).out);
}

/** In English; what follows is the same in other languages. */
function reported(records: string): string {
  const page = contrast(['records', 'export', 'latest', '--format', 'html', '--records', records]);
  return oneLine(page.out.split('<section lang="de"')[0] ?? '');
}

interface Told {
  readonly folder: string;
  readonly run: string;
  readonly explain: string;
  readonly report: string;
}

function told(...words: string[]): Told {
  const folder = scratch();
  const usual = ['run', '--speed', 'max', '--yes', '--records', folder, '--site', 'calf-left'];
  const { out } = contrast([...usual, ...words]);
  return { folder, run: oneLine(out), explain: explained(folder), report: reported(folder) };
}

const acts = (...all: string[]): string[] => all.flatMap((act) => ['--act', act]);

const firstAid = [
  'cool running tap water',
  'do not rub',
  'See a doctor',
  'nobody is treated there',
];
const untrueThen = [
  'can be given by itself',
  'Look at the skin and feel it now',
  'opens the next treatment',
  'heat or cold on this part of the body',
];

function expectReaction(text: string, found: string): void {
  for (const words of [`Something was wrong with the skin: ${found}`, ...firstAid])
    expect(text).toContain(words);
  for (const words of untrueThen) expect(text).not.toContain(words);
}

describe('after a treatment', () => {
  it('with a blister there is what was found, first aid, a doctor, and no cold finish', () => {
    const { run, explain, report } = told(...acts('skin-blister@800'));
    for (const text of [run, explain, report]) expectReaction(text, 'a blister');
    expect(explain).toMatch(/Skin something was wrong: a blister/);
    expect(report).toMatch(/skin, unasked: something is wrong \(a blister\), says script/);
  });

  it('that went well there is when to look again, at the terminal too', () => {
    const { run, explain, report, folder } = told(...shortly());
    for (const text of [run, report])
      for (const words of ['again in 20 minutes', 'Sit up slowly', 'for 120 minutes', 'opens the'])
        expect(text).toContain(words);
    for (const text of [run, explain, report]) expect(text).not.toContain('tap water');
    // What somebody finds later counts as what was found before.
    const [name = ''] = readdirSync(folder).filter((file) => file.endsWith('.jsonl'));
    const brief = briefOf(folder, name.replace('.jsonl', ''));
    const look: SaidLater = {
      at: '2099-01-01T10:00:00.000Z',
      by: 'Ann',
      answer: 'wrong',
      findings: ['whiteOrGrey'],
      timeProven: true,
    };
    noteLaterLook(folder, brief, look);
    for (const text of [explained(folder), reported(folder)]) {
      expectReaction(text, 'a white, grey or waxy patch');
      expect(text).toMatch(/Skin later .*something is wrong \(a white, .* says Ann/);
    }
    noteLaterLook(folder, brief, { ...look, answer: 'fine', findings: [] });
    expectReaction(explained(folder), 'a white, grey or waxy patch');
  });

  it('whose end was not felt there is what that means, until somebody says later that it is fine', () => {
    const { run, explain, report, folder } = told(...shortly(), ...acts('skin-numb@585'));
    for (const text of [run, explain, report]) {
      expect(text).toContain('The plate was not felt at the end.');
      expect(text).toContain('No treatment begins here before');
    }
    const [name = ''] = readdirSync(folder).filter((file) => file.endsWith('.jsonl'));
    noteLaterLook(folder, briefOf(folder, name.replace('.jsonl', '')), {
      at: '2099-01-01T10:00:00.000Z',
      by: 'Ann',
      answer: 'fine',
      findings: [],
    });
    expect(explained(folder)).not.toContain('The plate was not felt');
    expect(explained(folder)).toMatch(/Skin later .*fine, says Ann/);
  });

  it.each([
    ['not before any heat', 'pause@655.9', false],
    ['in heat', 'pause@900', true],
  ] as const)(
    'that a pause has ended, the cold finish is offered where it is owed: %s',
    (_, act, owed) => {
      const { run, explain, report } = told(...acts(act));
      for (const text of [run, explain, report])
        expect(text.includes('cold finish can be given by itself')).toBe(owed);
    },
  );

  it('that ran out of time there is who ended it', () => {
    const doubts = Array.from({ length: 10 }, (_, index) => `skin-not-sure@${120 + 180 * index}`);
    const { run, explain, folder } = told(...acts(...doubts));
    const { out } = contrast(['records', 'list', '--records', folder, '--json']);
    for (const text of [run, explain, out]) {
      expect(text).toContain('ended early by the companion: more would leave no time');
      expect(text).not.toContain('by the operator');
    }
    expect(told(...acts('end-early@300')).run).toContain('ENDED EARLY: ended early by script');
  });
});

describe('what a run says of the screening', () => {
  const reason = { rating: 'precaution', open: false } as const;
  const screening = {
    result: 'clear',
    profile: 'reduced',
    site: 'calf-left',
    clinician: null,
    overrideReason: null,
    admitted: false,
    reasons: [
      { ...reason, id: 'a', text: 'Is there metal in the skin?', advice: 'Ask.' },
      { ...reason, id: 'b', text: 'the skin is thin', advice: 'Ask.' },
      { ...reason, id: 'c', text: 'it is summer', advice: null },
    ],
  };
  const words = (admitted: boolean): string | null =>
    describeEntry(
      english,
      { type: 'screening', fields: { ...screening, admitted } } as unknown as Entry,
      0,
    );

  it('has one word for a rating, one full stop, and no yes where nobody is treated', () => {
    expect(words(false)?.split('\n')).toEqual([
      '00:00  screening of calf-left: no objection in the answers, not to be treated now',
      '       with care: Is there metal in the skin? Ask.',
      '       with care: the skin is thin. Ask.',
      '       with care: it is summer',
    ]);
    expect(words(true)).toContain('screening of calf-left: clear, reduced limits');
  });
});
