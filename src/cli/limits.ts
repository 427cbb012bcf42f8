/** `contrast limits`: every layer of limits side by side, each inside the one to its right (law L6). */
import type { Command } from 'commander';
import type { EnvelopeName } from '../limits/envelope.ts';
import type { FirmwareBound } from '../limits/firmware-bounds.ts';
import { firmwareBounds } from '../limits/firmware-bounds.ts';
import { clinicLimitsJsonSchema } from '../limits/json-schema.ts';
import { limitLayers } from '../limits/layers.ts';
import type { Ends, LimitLayers } from '../limits/layers.ts';
import { limitsInForce, loadClinicLimits } from '../limits/yaml-file.ts';
import type { Terminal } from './terminal.ts';

interface ShowOptions {
  readonly limits?: string;
  readonly json?: true;
}

/** Adds `contrast limits …` to the program. Handlers throw `CompanionError`. */
export function registerLimits(program: Command, terminal: Terminal): void {
  const group = program.command('limits').description('show and check the limits of a clinic');

  group
    .command('show')
    .description('the limits in force, next to those of the device and its firmware')
    .option('--limits <file>', 'clinic limits')
    .option('--json', 'for programs')
    .action((options: ShowOptions) => {
      const limits = limitsInForce(options.limits);
      const rows = limitLayers(limits);
      const text =
        options.json === true
          ? JSON.stringify({ limits: rows, firmware: firmwareBounds }, null, 2)
          : layersText(rows, options.limits);
      terminal.out(text);
    });

  group
    .command('check')
    .description('whether a limits file is valid and inside the device envelope')
    .argument('<file>', 'clinic limits')
    .action((file: string) => {
      const { hotSetpointC, coldSetpointC, cem43PerSessionMin } = loadClinicLimits(file);
      terminal.out(
        `${file}: ok — cold ${range(coldSetpointC)} °C, hot ${range(hotSetpointC)} °C, ` +
          `at most ${cem43PerSessionMin} CEM43 min a session`,
      );
    });

  group
    .command('schema')
    .description('the JSON Schema of the file format, for editors')
    .action(() => {
      terminal.out(clinicLimitsJsonSchema());
    });
}

function layersText(rows: readonly LimitLayers[], file: string | undefined): string {
  const settable = rows.filter(({ clinic }) => clinic !== undefined);
  const fixed = rows.filter(({ clinic }) => clinic === undefined);
  return [
    `Limits in force: ${file ?? 'built in, no clinic file given'}`,
    'Each layer lies inside the one to its right; none can be widened from its left.',
    '',
    line('field', 'clinic', 'device', 'firmware', 'unit'),
    ...settable.flatMap(rowLines),
    '',
    'Not settable: where the software cuts the power, and what it may drive',
    ...fixed.flatMap(rowLines),
    '',
    'Firmware alone',
    ...Object.entries<FirmwareBound>(firmwareBounds)
      .filter(([, { encloses }]) => encloses.length === 0)
      .flatMap(([name, bound]) => [
        '',
        line(name, '', '', range(bound), bound.unit),
        ...indented('', `${bound.label}: ${bound.reason}`),
      ]),
  ].join('\n');
}

function rowLines({
  field,
  label,
  unit,
  clinic,
  device,
  firmware,
  reason,
  source,
}: LimitLayers): string[] {
  const set = clinic === undefined ? '' : clinicText(clinic, field);
  const allowed = typeof clinic === 'number' ? oneEnd(device, field) : device;
  return [
    '',
    line(field, set, range(allowed), firmware === undefined ? '' : range(firmware), unit),
    ...indented('', `${label}.`),
    ...indented('why     ', reason),
    ...indented('source  ', source),
  ];
}

/** A rest is bounded from below, every other cap from above. */
function oneEnd({ min, max }: Ends, field: EnvelopeName): Ends {
  return field === 'sessionGapMinutes' ? { min } : { max };
}

function clinicText(clinic: Ends | number, field: EnvelopeName): string {
  if (typeof clinic !== 'number') return range(clinic);
  return range(oneEnd({ min: clinic, max: clinic }, field));
}

function range({ min, max }: Ends): string {
  if (min === undefined) return max === undefined ? '' : `≤ ${max}`;
  return max === undefined ? `≥ ${min}` : `${min} … ${max}`;
}

function line(
  field: string,
  clinic: string,
  device: string,
  firmware: string,
  unit: string,
): string {
  const cells = [field.padEnd(24), clinic.padEnd(12), device.padEnd(12), firmware.padEnd(12), unit];
  return cells.join('').trimEnd();
}

const textWidth = 76;

function indented(head: string, text: string): string[] {
  const indent = 2 + head.length;
  const lines: string[] = [];
  let current = '';
  for (const word of text.split(' ')) {
    const longer = current === '' ? word : `${current} ${word}`;
    if (longer.length + indent > textWidth && current !== '') {
      lines.push(current);
      current = word;
    } else {
      current = longer;
    }
  }
  lines.push(current);
  return lines.map((one, index) => `  ${index === 0 ? head : ' '.repeat(head.length)}${one}`);
}
