import { english } from '../../src/words/tongue.ts';
import { Command } from 'commander';
import { presets } from '../../src/limits/presets.ts';
import { describe, expect, test } from 'vitest';
import { registerLimits } from '../../src/cli/limits.ts';
import { registerPrescription } from '../../src/cli/prescription.ts';
import { clinicLimitsJsonSchema, prescriptionJsonSchema } from '../../src/limits/json-schema.ts';
import { errorOf, standard, standardWith, temporaryFolder } from './files.ts';

const write = temporaryFolder();

/** What a person sees on standard output. */
function run(...args: string[]): string {
  const written: string[] = [];
  const terminal = {
    out: (text: string) => void written.push(text),
    err: (text: string) => void written.push(`unexpected: ${text}`),
    interactive: false,
    colour: false,
    columns: 80,
    tongue: english,
  };
  const program = new Command('contrast').exitOverride();
  registerPrescription(program, terminal, {});
  registerLimits(program, terminal);
  program.parse(args, { from: 'user' });
  return written.join('\n');
}

/** As wide as a person's screen: long lines would break the columns. */
function fitsTheScreen(text: string): void {
  expect(text.split('\n').filter((line) => line.length > 80)).toEqual([]);
}

describe('contrast prescription', () => {
  test('show lists every preset with its length, cold minutes and dose', () => {
    const text = run('prescription', 'show');
    expect(text).toMatch(/^seed-spasm +70 min +40 min +30 min +0\.469 +Muscle spasm, standard$/m);
    expect(text).toMatch(/^seed-spasm-four +72 min +40 min +32 min +0\.500 /m);
    expect(text).not.toContain('refused');
    fitsTheScreen(text);
  });

  test('show marks the presets that the limits in force refuse', () => {
    const clinic = write('narrow.yaml', 'hotSetpointC: { max: 39 }\n');
    const lines = run('prescription', 'show', '--limits', clinic).split('\n');
    const marked = lines.filter(
      (_, at) => lines[at + 1]?.includes('refused by the limits') === true,
    );
    expect(marked.map((line) => line.split(' ')[0])).toEqual([
      'seed-spasm',
      'seed-spasm-four',
      'cold-heavy',
    ]);
  });

  test('show NAME prints phases, curve, sums and the dose against its cap', () => {
    const text = run('prescription', 'show', 'seed-spasm');
    expect(text).toMatch(/^ 1 {2}cold +12 °C +0:00 +10:00$/m);
    expect(text).toMatch(/^ 6 {2}hot +40 °C +50:00 +10:00$/m);
    expect(text).toMatch(/^ 7 {2}cold +12 °C +60:00 +10:00$/m);
    expect(text).toMatch(/^dose +0\.469 CEM43 min, projected +at most 2$/m);
    expect(text).toMatch(/^cold +40 min +at most 40$/m);
    expect(text).toMatch(/[\u2801-\u28FF]{5}/);
    fitsTheScreen(text);
  });

  test('show takes a file, and --json prints the plan', () => {
    const shown = JSON.parse(
      run('prescription', 'show', write('p.yaml', standard), '--json'),
    ) as object;
    expect(shown).toMatchObject({
      prescription: { rotations: 3 },
      plan: { phases: { length: 7 }, totalMinutes: 70 },
      projected: { coldMinutes: 40 },
      limits: { cem43PerSessionMin: 2 },
    });
    const list = JSON.parse(run('prescription', 'show', '--json')) as {
      presets: { id: string; refused: string[] }[];
      notOffered: { why: string[] }[];
    };
    expect(list.presets.map(({ refused }) => refused)).toEqual(presets.map(() => []));
    expect(list.notOffered.every(({ why }) => why.length > 0)).toBe(true);
  });

  test('check says ok, or ends with the place, and 6 for the clinic that is narrower', () => {
    const path = write('ok.yaml', standard);
    const [first, second, ...outlook] = run('prescription', 'check', path).split('\n');
    expect([first, second]).toEqual([
      `${path}: ok — Muscle spasm, standard`,
      '  70 min, 40 of them cold, projected dose 0.469 of 2 CEM43 min',
    ]);
    expect(outlook.join(' ').replaceAll(/ +/g, ' ')).toContain(
      'once more is 120 min, above coldMinutesPer24Hours of 80 min',
    );
    const clinic = write('narrow.yaml', 'cem43PerSessionMin: 0.5\ncoldMinutesPerSession: 30\n');
    const found = errorOf(() => run('prescription', 'check', path, '--limits', clinic));
    expect(found.exitCode).toBe(6);
    expect(found.message).toContain(`${path}:4:33: cold.minutes: a cold total of 40 min is above`);
    const wrong = write('bad.yaml', standardWith('rotations', 'rotation'));
    expect(errorOf(() => run('prescription', 'check', wrong)).exitCode).toBe(2);
    expect(errorOf(() => run('prescription', 'show', 'seed-spasm', '--limits', wrong)).code).toBe(
      'LIMITS_INVALID',
    );
  });

  test('schema prints the committed schema', () => {
    expect(run('prescription', 'schema')).toBe(prescriptionJsonSchema());
  });
});

describe('contrast limits', () => {
  test('show puts clinic, device and firmware side by side, with reason and source', () => {
    const clinic = write('clinic.yaml', 'hotSetpointC: { max: 40 }\nsessionGapMinutes: 180\n');
    const text = run('limits', 'show', '--limits', clinic);
    expect(text).toContain(`Limits in force: ${clinic}`);
    expect(text).toMatch(/^hotSetpointC +36 … 40 +36 … 42 +5 … 44 +°C$/m);
    expect(text).toMatch(/^sessionGapMinutes +≥ 180 +≥ 120 +min$/m);
    expect(text).toMatch(/^cem43PerSessionMin +≤ 2 +≤ 9 +CEM43 min$/m);
    expect(text).toMatch(/^plateC +7 … 43 +5 … 44 +°C$/m);
    expect(text).toMatch(/^leaseMs +≤ 500 +ms$/m);
    expect(text).toMatch(/^ {2}source {2}Geng 2006/m);
    fitsTheScreen(run('limits', 'show'));
  });

  test('show --json holds the same for programs', () => {
    const { limits } = JSON.parse(run('limits', 'show', '--json')) as {
      limits: { field: string }[];
    };
    expect(limits.find(({ field }) => field === 'hotSetpointC')).toMatchObject({
      unit: '°C',
      clinic: { min: 36, max: 41 },
      device: { min: 36, max: 42 },
      firmware: { min: 5, max: 44 },
    });
  });

  test('check says ok, or refuses', () => {
    const path = write('clinic.yaml', 'hotSetpointC: { max: 40 }\n');
    expect(run('limits', 'check', path)).toContain(`${path}: ok — cold 10 … 20 °C, hot 36 … 40 °C`);
    const wide = write('wide.yaml', 'hotSetpointC: { max: 43 }\n');
    const found = errorOf(() => run('limits', 'check', wide));
    expect(found.exitCode).toBe(6);
    expect(found.message).toContain(`${wide}:1:22: hotSetpointC.max: 43 °C`);
  });

  test('schema prints the committed schema', () => {
    expect(run('limits', 'schema')).toBe(clinicLimitsJsonSchema());
  });
});
