import { dirname } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultClinicLimits } from '../../src/limits/clinic.ts';
import { limitOf } from '../../src/limits/prescription.ts';
import { presets } from '../../src/limits/presets.ts';
import { loadPrescription } from '../../src/limits/yaml-file.ts';
import { badPrescriptions, hotLine } from './bad-prescriptions.ts';
import { errorOf, standard, standardWith, temporaryFolder } from './files.ts';

const write = temporaryFolder();
const limits = defaultClinicLimits;

/** What the file is refused with, its path shortened to `f`. */
function refusal(content: string | Uint8Array): {
  message: string;
  code: string;
  exitCode: number;
} {
  const path = write('f.yaml', content);
  const { message, code, exitCode } = errorOf(() => loadPrescription(path, limits));
  return { message: message.replaceAll(path, 'f'), code, exitCode };
}

describe('a prescription file', () => {
  test('with the standard treatment is the standard preset', () => {
    expect(loadPrescription(write('ok.yaml', standard), limits)).toEqual(presets[0]?.prescription);
    const marked = `\uFEFF${standard.replaceAll('\n', '\r\n')}`;
    expect(loadPrescription(write('windows.yaml', marked), limits)).toEqual(
      presets[0]?.prescription,
    );
    const asJson = JSON.stringify(presets[0]?.prescription);
    expect(loadPrescription(write('ok.json', asJson), limits)).toEqual(presets[0]?.prescription);
  });

  for (const [name, content, [exitCode, code], ...parts] of badPrescriptions) {
    test(`with ${name} is refused`, () => {
      const found = refusal(content);
      expect(found).toMatchObject({ exitCode, code });
      expect(found.message.endsWith(`(${code})`)).toBe(true);
      for (const part of parts) expect(found.message).toContain(part);
      expect(found.message).not.toMatch(/object Object|undefined|expected|Invalid input/);
      // Nothing in the file drives the terminal.
      expect(found.message).not.toMatch(/[^\P{Cc}\n]/u);
    });
  }

  test('tells all its problems at once, in the order of the lines', () => {
    const content = standardWith(hotLine, 'hot: { setpoint: "40", minutes: 600 }').replace(
      '3',
      '-1',
    );
    expect(
      refusal(content)
        .message.split('\n')
        .map((line) => line.split(' ', 2).join(' ')),
    ).toEqual([
      'f:3:12: rotations:',
      'f:5:1: hot.setpointC:',
      'f:5:8: hot.setpoint:',
      'f:5:33: hot.minutes:',
    ]);
    // A wrong shape weighs more than a value that is too wide.
    expect(refusal(content)).toMatchObject({ code: 'PRESCRIPTION_INVALID', exitCode: 2 });
  });

  test('with thousands of problems names the first of them', () => {
    const content = Array.from({ length: 3000 }, (_, at) => `x${at}: 1`).join('\n');
    const lines = refusal(content).message.split('\n');
    expect(lines).toHaveLength(21);
    expect(lines.at(-1)).toContain('and 2986 more problems');
  });

  test('has no room for hidden work: anything small is answered', () => {
    const piece = fc.constantFrom(
      '{',
      '[',
      '- ',
      '? ',
      'a: ',
      '"',
      "'",
      '|',
      '>',
      '&a ',
      '*a ',
      '!',
      '%',
      '\n',
      '  ',
      '#',
      '40',
      ']',
      '}',
      ',',
      '\t',
      '---\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        expect(refusal(pieces.join('')).exitCode).toBe(2);
      }),
      { numRuns: 120 },
    );
  });
});

describe('the place of a problem', () => {
  const fields = Object.keys(limitOf);
  // None of these tokens occurs elsewhere in a generated file.
  const tokens = ['.nan', '-.inf', '"12"', 'tepid', '[7.5]', '98765', '-98765', 'false', '~'];
  const values: Readonly<Record<string, string>> = {
    name: 'knee',
    rotations: '3',
    'cold.setpointC': '12',
    'cold.minutes': '10',
    'hot.setpointC': '40',
    'hot.minutes': '10',
    'finalCold.minutes': '10',
    rampCPerS: '0.25',
  };

  /** The file in some order, groups in one line or in several, with or without comments. */
  function layout(
    order: readonly string[],
    block: boolean,
    noise: string,
    all: typeof values,
  ): string {
    const inGroup = (top: string): string[] =>
      Object.keys(all).filter((key) => key.startsWith(`${top}.`));
    return order
      .map((top) => {
        const inside = inGroup(top);
        if (inside.length === 0) return `${noise}${top}:   ${all[top]}`;
        const entries = inside.map((key) => `${key.slice(top.length + 1)}: ${all[key]}`);
        return block
          ? `${noise}${top}:\n${entries.map((entry) => `    ${entry}`).join('\n')}`
          : `${noise}${top}: {${entries.join(' ,  ')} }`;
      })
      .join('\n');
  }

  const tops = ['name', 'rotations', 'cold', 'hot', 'finalCold', 'rampCPerS'];

  test('is the token at fault, in whatever layout', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...fields),
        fc.constantFrom(...tokens),
        fc.shuffledSubarray(tops, { minLength: tops.length }),
        fc.boolean(),
        fc.constantFrom('', '\n', '# °C, at the plate\n', '\n  # ±\n'),
        (field, token, order, block, noise) => {
          const text = layout(order, block, noise, { ...values, [field]: token });
          const before = text.slice(0, text.indexOf(token)).split('\n');
          const place = `f:${before.length}:${(before.at(-1) ?? '').length + 1}: ${field}: `;
          const { message } = refusal(text);
          expect(message).toContain(place);
          expect(message.split('\n')).toHaveLength(1);
        },
      ),
      { numRuns: 120 },
    );
  });
});

describe('what is not there', () => {
  test.each([
    ['seed-spam', 2, 'no preset and no file called "seed-spam". Did you mean seed-spasm?'],
    ['french-cc', 2, 'the protocol "french-cc" is not offered: needs separate plates'],
    ['dawson-hh', 2, "starts hot; has no final cold; 45 °C is above the device's 42 °C"],
    ['zzz', 2, 'The presets are seed-spasm, seed-spasm-gentle, seed-spasm-four, cold-heavy'],
    ['constructor', 2, 'no preset and no file called "constructor"'],
  ])('%s', (name, exitCode, part) => {
    const found = errorOf(() => loadPrescription(name, limits));
    expect(found).toMatchObject({ exitCode, code: 'PRESCRIPTION_UNKNOWN' });
    expect(found.message).toContain(part);
  });

  test('a file that is missing, a folder, a device', () => {
    const folder = dirname(write('g.yaml', ''));
    const paths = [`${folder}/none.yaml`, folder, '/dev/zero', `${folder}/g.yaml/h.yaml`];
    const found = paths.map((path) => errorOf(() => loadPrescription(path, limits)));
    expect(found.map(({ code }) => code)).toEqual(paths.map(() => 'FILE_UNREADABLE'));
    expect(found.map(({ parts: { where, what } }) => `${where}: ${what}`)).toEqual([
      `${folder}/none.yaml: there is no such file`,
      `${folder}: this is a folder, not a file`,
      '/dev/zero: this is not a regular file',
      `${folder}/g.yaml/h.yaml: a part of the path is not a folder`,
    ]);
  });

  test('a preset wider than the limits in force is refused with its field, value and bound', () => {
    const narrow = { ...limits, hotSetpointC: { min: 36, max: 39 }, coldMinutesPerSession: 30 };
    const found = errorOf(() => loadPrescription('seed-spasm', narrow));
    expect(found).toMatchObject({ exitCode: 6, code: 'LIMITS_EXCEEDED' });
    expect(found.message).toContain(
      'preset seed-spasm: hot.setpointC: 40 °C is above the clinic limit of 39 °C',
    );
    expect(found.message).toContain(
      'preset seed-spasm: cold.minutes: a cold total of 40 min is above',
    );
  });
});
