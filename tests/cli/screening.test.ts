import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { briefOf } from '../../src/records/brief.ts';
import { laterLooks } from '../../src/records/later-looks.ts';
import { session as earlierSession } from '../records/fixtures/sessions.ts';
import { describe, expect, it, onTestFinished } from 'vitest';
import { sources } from '../../src/limits/sources.ts';
import { allClear, checklist } from '../../src/safety/screening-checklist.ts';
import type { Answers } from '../../src/safety/screening-checklist.ts';
import { bodySites } from '../../src/safety/screening-sites.ts';
import { troubledBy, without } from '../screening/people.ts';
import { contrast, lastJson, project, recordIn, scratch } from './contrast.ts';

const fast = ['run', '--speed', 'max'];
const gentle = ['--prescription', 'seed-spasm-gentle'];
/** Long enough for the screening; the rest is tested elsewhere. */
const briefly = ['--act', 'stop@30'];

function answersFile(answers: Answers): string {
  const path = join(scratch(), 'answers.yaml');
  const lines = Object.entries(answers).map(([id, answer]) => `${id}: ${answer}\n`);
  writeFileSync(path, lines.join(''));
  return path;
}

/** A run with prepared answers, and its record. */
function runWith(answers: Answers, ...more: readonly string[]) {
  const folder = scratch();
  const args = ['--answers', answersFile(answers), '--site', 'calf-left', '--json'];
  const ran = contrast([...fast, ...args, '--records', folder, ...more]);
  const lines = readdirSync(folder).length > 0 ? recordIn(folder) : [];
  const screening = lines.find(({ type }) => type === 'screening') ?? {};
  return { ...ran, lines, screening, summary: lines.at(-1) };
}

const drivesOf = (lines: readonly Record<string, unknown>[]): unknown[] =>
  lines.filter(({ type }) => type === 'sample').map(({ drive }) => drive);

describe('somebody with nothing wrong', () => {
  it('is treated; the record holds every question, answer, rating, result and profile', () => {
    const { code, screening, lines } = runWith(allClear, ...briefly);
    expect(code).toBe(4);
    expect(screening).toMatchObject({
      site: 'calf-left',
      result: 'clear',
      profile: 'standard',
      reasons: [],
      clinician: null,
      admitted: true,
      refusal: null,
    });
    const answers = screening['answers'] as Record<string, unknown>[];
    expect(answers.map(({ id, question }) => [id, question])).toEqual(
      checklist.map(({ id, question }) => [id, question]),
    );
    expect(answers.find(({ id }) => id === 'raynaud')).toMatchObject({
      id: 'raynaud',
      layer: 'lasting',
      answer: 'no',
      heat: 'none',
      cold: 'absolute',
      contrast: 'absolute',
      clear: true,
    });
    expect(lines[0]).toMatchObject({ type: 'header', site: 'calf-left' });
    const types = lines.map(({ type, what, to }) => what ?? to ?? type);
    expect(types.indexOf('screening')).toBeLessThan(types.indexOf('SCREENED'));
    expect(drivesOf(lines).some((drive) => drive !== 0)).toBe(true);
  });

  it('or whom --yes says so of', () => {
    const folder = scratch();
    expect(contrast([...fast, '--yes', '--records', folder, ...briefly]).code).toBe(4);
    const screening = recordIn(folder).find(({ type }) => type === 'screening');
    expect(screening).toMatchObject({ site: 'unspecified', answeredBy: '--yes', result: 'clear' });
    const shown = contrast(['records', 'show', 'latest', '--records', folder]).out;
    expect(shown).toContain('screening: clear, admitted, standard limits, site unspecified');
  });
});

describe('somebody who must not be treated', () => {
  it.each<[string, Answers, readonly string[], RegExp]>([
    ['an absolute contraindication', troubledBy('raynaud'), [], /Raynaud/],
    [
      'one that a clinician would override',
      troubledBy('raynaud', 'diabetes'),
      ['--clinician', 'Dr. Ann', '--override', 'seen today'],
      /Raynaud.*nobody can override/,
    ],
    ['a question left open', without(allClear, ['fever']), [], /not answered: .*fever/],
    ['a red flag', troubledBy('chest-or-breath'), [], /chest pain.*medical help now/],
    ['a site that is never allowed', allClear, ['--site', 'eyes'], /Eyes/],
    ['a clinician’s decision that is missing', troubledBy('diabetes'), [], /--clinician/],
    ['a name alone', troubledBy('diabetes'), ['--clinician', 'Dr. Ann'], /--override/],
    ['a reason alone', troubledBy('diabetes'), ['--override', 'seen today'], /--clinician/],
  ])('%s: exit code 6, the reason in words, nothing driven', (_what, answers, more, words) => {
    const { code, err, out, lines, summary, screening } = runWith(answers, ...gentle, ...more);
    expect(code).toBe(6);
    expect(err).toMatch(words);
    expect(err).toContain('SCREENING_DECLINED');
    expect(summary).toMatchObject({ type: 'summary', outcome: 'declined' });
    expect(summary?.['reason']).toMatch(words);
    expect(lastJson(out)).toMatchObject({ outcome: 'declined', reason: summary?.['reason'] });
    expect(screening).toMatchObject({ admitted: false, profile: 'reduced' });
    expect(drivesOf(lines).every((drive) => drive === 0)).toBe(true);
    const states = lines.filter(({ type }) => type === 'state').map(({ to }) => to);
    expect(states).toEqual(['screening', 'declined']);
  });
});

describe('what is known', () => {
  const since = new Date(Date.now() - 20 * 86_400_000).toISOString().slice(0, 10);
  const word = { clinician: 'Dr. Lee', seenOn: since, newOrWorse: 'no' };
  const file = (newOrWorse: string): string => {
    const path = join(scratch(), 'answers.json');
    const known = { ...word, newOrWorse, answer: 'yes' };
    const answers = { ...troubledBy('motor-neuron-disease'), 'muscle-wasting': known };
    writeFileSync(path, JSON.stringify({ ...answers, breathless: known }));
    return path;
  };

  it('passes by a clinician’s dated word, within reduced limits, and stands in the record', () => {
    const folder = scratch();
    const args = ['--answers', file('no'), '--site', 'calf-left', '--records', folder];
    expect(contrast([...fast, ...args, ...gentle, ...briefly]).code).toBe(4);
    const screening = recordIn(folder).find(({ type }) => type === 'screening');
    expect(screening).toMatchObject({ result: 'clear', profile: 'reduced', admitted: true });
    expect(screening?.['words']).toEqual(
      ['muscle-wasting', 'breathless'].map((id) => ({ id, ...word, counts: true })),
    );
  });

  it('does not pass where it is new or worse since', () => {
    const ran = contrast([...fast, '--answers', file('yes'), ...gentle, '--records', scratch()]);
    expect(ran).toMatchObject({ code: 6 });
    expect(ran.err).toMatch(/shortness of breath .*does not count: it is new or worse since then/);
  });
});

describe('a precaution', () => {
  it('refuses 40 °C: exit code 6, field, value, bound, and the preset that fits', () => {
    const { code, err, summary, lines } = runWith(troubledBy('frail'));
    expect(code).toBe(6);
    expect(err).toMatch(/hot\.setpointC: 40 °C is above the reduced limit of 39 °C/);
    expect(err).toContain('seed-spasm-gentle');
    expect(err).toContain('LIMITS_EXCEEDED');
    expect(summary).toMatchObject({ outcome: 'declined' });
    expect(summary?.['reason']).toContain('hot.setpointC');
    expect(drivesOf(lines).every((drive) => drive === 0)).toBe(true);
  });

  it('accepts the gentle preset, to the end, within reduced limits', () => {
    const { code, screening, lines, out } = runWith(troubledBy('dulling-medicine'), ...gentle);
    expect(code).toBe(0);
    expect(screening).toMatchObject({
      result: 'clear',
      profile: 'reduced',
      checksTwiceAsOften: true,
      admitted: true,
      reasons: [{ id: 'dulling-medicine', rating: 'precaution' }],
    });
    expect(lines[0]).toMatchObject({
      limits: { hotSetpointC: { max: 39 }, coldSetpointC: { min: 15 }, cem43PerSessionMin: 2 },
    });
    expect(out).toContain('REDUCED LIMITS');
  });

  it('and a clinician’s decision, by name and with a reason, is on record', () => {
    const { code, screening, lines } = runWith(
      troubledBy('diabetes'),
      ...gentle,
      ...briefly,
      '--clinician',
      'Dr. Ann',
      '--override',
      'no nerve damage, seen today',
    );
    expect(code).toBe(4);
    expect(screening).toMatchObject({
      result: 'needsClinician',
      profile: 'reduced',
      clinician: 'Dr. Ann',
      overrideReason: 'no nerve damage, seen today',
      admitted: true,
    });
    const screened = lines.filter(({ what }) => what === 'SCREENED');
    expect(screened.map(({ who, accepted }) => [who, accepted])).toEqual([
      [expect.stringContaining('answers.yaml'), true],
      ['Dr. Ann', true],
    ]);
  });
});

describe('wrong answers files and flags', () => {
  it.each<[string, string, RegExp]>([
    ['a boolean', 'raynaud: true\n', /:1:10: raynaud: must be yes or no, not true/],
    ['an unknown question', 'fever: no\nraynauds: no\n', /:2:1: "raynauds": .*"raynaud"/],
    ['a list', '- raynaud\n', /no answers/],
    ['nothing', '', /no answers/],
    ['a word on what nobody lowers', 'raynaud: { answer: yes }\n', /nobody’s word lowers it/],
    ['half a word', 'trauma: { answer: yes, clinician: Ann }\n', /:1:9: trauma: needs the fields/],
    [
      'a word without a day',
      'trauma: { answer: yes, clinician: Ann, seenOn: May, newOrWorse: no }\n',
      /seenOn must be a day/,
    ],
    [
      'a word on what is not there, and is worse',
      'muscle-wasting: { answer: no, clinician: Ann, seenOn: 2026-11-02, newOrWorse: yes }\n',
      /:1:17: muscle-wasting: it is not there .* cannot be new or worse/,
    ],
    ...['me', 'the patient', 'x'].map((name): [string, string, RegExp] => [
      `a word of ${name}`,
      `trauma: { answer: yes, clinician: ${name}, seenOn: 2026-11-02, newOrWorse: no }\n`,
      /:1:9: trauma: clinician: the name of a clinician, in full/,
    ]),
    ['no YAML', 'raynaud: {', /YAML_MALFORMED/],
  ])('%s: exit code 2, the place, and no record', (_what, text, words) => {
    const path = join(scratch(), 'answers.yaml');
    writeFileSync(path, text);
    const records = join(scratch(), 'records');
    const ran = contrast([...fast, '--yes', '--answers', path, '--records', records]);
    expect(ran.code).toBe(2);
    expect(ran.err).toMatch(words);
    expect(existsSync(records)).toBe(false);
  });

  it('takes JSON too', () => {
    const path = join(scratch(), 'answers.json');
    writeFileSync(path, JSON.stringify(troubledBy('raynaud')));
    const ran = contrast([...fast, '--answers', path, '--records', scratch()]);
    expect(ran).toMatchObject({ code: 6, err: expect.stringContaining('Raynaud') as string });
  });

  it.each<[string[], RegExp]>([
    [['--site', 'calf-lft'], /calf-left/],
    [['--clinician', ' '], /--clinician/],
    [['--clinician', 'the patient'], /--clinician.*name of a clinician, in full/s],
    [['--override', 'two\nlines'], /--override/],
    [['--bench', '--site', 'calf-left'], /--site.*--bench|--bench.*--site/s],
    [['--bench', '--history'], /--history/],
    [['--bench', '--confirmed-by', 'Bea'], /--confirmed-by/],
    [['--confirmed-by', ' '], /--confirmed-by/],
    [['--answers', './nowhere.yaml'], /nowhere\.yaml/],
  ])('%j: exit code 2', (args, words) => {
    const ran = contrast([...fast, '--yes', ...args]);
    expect(ran.code).toBe(2);
    expect(ran.err).toMatch(words);
  });

  it.each([[], ['--site', 'unspecified']])('a real board needs a site: %j', (...args) => {
    const ran = contrast(['run', '--board', '/dev/ttyACM7', ...args]);
    expect(ran.code).toBe(2);
    expect(ran.err).toMatch(/--site: .*calf-left/);
  });

  it('the bench has no person and no screening', () => {
    const folder = scratch();
    const ran = contrast([...fast, '--bench', '--yes', ...briefly, '--records', folder]);
    expect(ran.code).toBe(4);
    const lines = recordIn(folder);
    expect(lines.some(({ type }) => type === 'screening')).toBe(false);
    expect(lines[0]).not.toHaveProperty('site');
  });
});

describe('earlier sessions, with --history', () => {
  const session = (folder: string, ...more: readonly string[]) =>
    contrast([...fast, '--yes', '--site', 'calf-left', '--records', folder, ...more]);

  it('a second one at the site comes too soon; elsewhere, or without the flag, it does not', () => {
    const folder = scratch();
    expect(session(folder, '--history', '--act', 'stop@300').code).toBe(4);
    const again = session(folder, '--history', '--json');
    expect(again.code).toBe(6);
    expect(again.err).toMatch(
      /the last session in this region \(left leg\) ended 0 min ago \(wait 120 min\)/,
    );
    const records = readdirSync(folder).toSorted();
    const last = readFileSync(join(folder, records.at(-1)!), 'utf8');
    expect(last).toMatch(/"id":"sessionGapMinutes","rating":"absolute"/);
    expect(last, 'nobody was asked').toContain('"answeredBy":"companion"');
    expect(session(folder, '--history', '--site', 'calf-right', ...briefly).code).toBe(4);
    expect(session(folder, ...briefly).code).toBe(4);
  });

  it('one that was declined or never touched the skin does not count', () => {
    const folder = scratch();
    expect(session(folder, '--history', '--site', 'eyes').code).toBe(6);
    expect(session(folder, '--history', ...briefly).code).toBe(4);
    expect(session(folder, '--history', ...briefly).code).toBe(4);
  });

  it('one that was declined for an answer waits, answered otherwise, for who confirms it by name', () => {
    const folder = scratch();
    const answered = (answers: object, ...more: readonly string[]) => {
      const path = join(scratch(), 'answers.json');
      writeFileSync(path, JSON.stringify(answers));
      const where = ['--site', 'calf-left', '--records', folder, '--history'];
      return contrast([...fast, '--answers', path, ...where, ...briefly, ...more]);
    };
    expect(answered(troubledBy('raynaud')).code).toBe(6);
    const otherwise = answered(allClear);
    expect(otherwise.code).toBe(6);
    expect(otherwise.err).toMatch(
      /answered otherwise than when it was declined: .*yes then, no now/,
    );
    expect(otherwise.err).toContain('contrast run --confirmed-by NAME');
    expect(answered(allClear, '--confirmed-by', 'Bea Olm').code).toBe(4);
    const records = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
    const last = readFileSync(join(folder, records.toSorted().at(-1)!), 'utf8');
    expect(last).toContain('"answers":[{"id":"raynaud","answer":"yes","now":"no"}]');
    expect(last).toContain('"confirmedBy":{"name":"Bea Olm","proof":"typed at the terminal"}');
  });

  it('one whose record is cut off does', () => {
    const folder = scratch();
    expect(session(folder, ...briefly).code).toBe(4);
    // Beside the record the folder keeps a note of which one is the newest.
    const path = join(
      folder,
      readdirSync(folder).find((name) => name.endsWith('.jsonl'))!,
    );
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.slice(0, text.length / 2));
    const after = session(folder, '--history');
    expect(after.code).toBe(6);
    expect(after.err).toContain('sessionGapMinutes');
  });
});

describe('contrast screening', () => {
  it('prints every question with its id and row, and every site', () => {
    const { code, out } = contrast(['screening']);
    expect(code).toBe(0);
    const words = out.replaceAll(/\s+/g, ' ');
    for (const { id, question, sources: cited } of checklist) {
      const citations = cited.map((one) => sources[one].citation);
      for (const text of [id, question, ...citations]) expect(words).toContain(text);
    }
    for (const { id } of bodySites) expect(words).toContain(id);
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  it('as JSON, for programs', () => {
    const { code, out } = contrast(['screening', '--json']);
    expect(code).toBe(0);
    const facts = JSON.parse(out) as { parts: { items: { id: string; contrast: string }[] }[] };
    const items = facts.parts.flatMap((part) => part.items);
    expect(items.map(({ id }) => id)).toEqual(checklist.map(({ id }) => id));
    expect(items.find(({ id }) => id === 'diabetes')).toMatchObject({ contrast: 'override' });
  });
});

const hasScript = spawnSync('script', ['--version']).status === 0;

/** The command on a terminal of its own, with somebody who presses keys when they see something. */
async function atTerminal(args: readonly string[], presses: readonly [RegExp, string][]) {
  const command = [process.execPath, join(project, 'src/cli/contrast.mjs'), ...args];
  const child = spawn('script', [
    '-qec',
    command.map((word) => `'${word}'`).join(' '),
    '/dev/null',
  ]);
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const due = [...presses];
  let seen = '';
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
    seen += text;
    const next = due[0];
    if (next === undefined || !next[0].test(seen)) return;
    due.shift();
    seen = '';
    child.stdin.write(next[1]);
  });
  const code = await new Promise<number | null>((done) => child.on('close', done));
  return { code, out };
}

describe.runIf(hasScript)('a person at a terminal', () => {
  const keys = checklist.map(({ problem }) => (problem === 'yes' ? 'n' : 'y')).join('');
  const args = (folder: string) => [...fast, '--site', 'thigh-right', '--records', folder];

  it('is asked one question at a time, confirms, and is on record as the one who answered', async () => {
    const folder = scratch();
    const { code } = await atTerminal(args(folder), [
      [/question 1 of/, keys],
      [/Nothing was found\.[^]*Are all answers right/, 'y'],
      [/safe to apply/, 's'],
    ]);
    expect(code).toBe(4);
    expect(recordIn(folder).find(({ type }) => type === 'screening')).toMatchObject({
      answeredBy: 'operator',
      site: 'thigh-right',
      result: 'clear',
      admitted: true,
    });
  });

  it('may go back, and be declined', async () => {
    const folder = scratch();
    const { code, out } = await atTerminal(args(folder), [
      [/question 1 of/, `nby${keys.slice(1)}`],
      [/Not to be treated now/, 'y'],
    ]);
    expect(code).toBe(6);
    expect(out).toContain('answered before: no');
    expect(out).toContain('DECLINED');
    expect(out).toContain('blood flow at the site is poor');
  });

  it('is asked first how the skin was after the session before', async () => {
    const folder = scratch();
    const endMs = Date.now() - 5 * 3_600_000;
    const id = await earlierSession(folder, { site: 'thigh-right', endMs });
    const { code } = await atTerminal(
      [...args(folder), '--history'],
      [
        [/after the last session: Front of the thigh, right[^]*\[w\]/, 'k\r'],
        [/question 1 of/, '\u0003'],
      ],
    );
    expect(code).toBe(4);
    const looks = laterLooks(folder, briefOf(folder, id));
    expect(looks).toMatchObject([{ by: 'operator', answer: 'fine', findings: [] }]);
  });

  it('may stop in the middle: nothing was driven, and the record says what was answered', async () => {
    const folder = scratch();
    const { code } = await atTerminal(args(folder), [[/question 1 of/, 'nn\u0003']]);
    expect(code).toBe(4);
    const lines = recordIn(folder);
    expect(lines.at(-1)).toMatchObject({ outcome: 'stopped', reason: 'stopped by the operator' });
    const screening = lines.find(({ type }) => type === 'screening');
    expect(screening).toMatchObject({
      admitted: false,
      refusal: expect.stringMatching(/called off/) as string,
    });
    const answers = screening?.['answers'] as { answer: string | null }[];
    expect(answers.slice(0, 3).map(({ answer }) => answer)).toEqual(['no', 'no', null]);
  });
});
