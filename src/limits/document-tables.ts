import type { ClinicLimits } from './clinic.ts';
import { defaultClinicLimits } from './clinic.ts';
import type { SettableBound, SettableName } from './envelope.ts';
import { settableBounds } from './envelope.ts';
import { planOf } from './plan.ts';
import { limitOf, numberFields } from './prescription.ts';
import { presetsNotOffered, sequenceText, whyNotOffered } from './presets-not-offered.ts';
import { presets } from './presets.ts';
import { projectDose } from './projection.ts';

/** The tables of docs/prescriptions.md, from the data that the program runs on, so that the page cannot drift from it. */

type Row = readonly (string | number)[];

function table(head: Row, rows: readonly Row[]): string {
  const line = (cells: Row): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function presetTable(): string {
  const rows = presets.map(({ id, prescription, basis }) => {
    const { rotations, cold, hot, finalCold } = prescription;
    const last = { kind: 'cold', setpointC: cold.setpointC, minutes: finalCold.minutes } as const;
    const sequence = sequenceText(
      rotations === 0
        ? { steps: [last], times: 1 }
        : {
            steps: [
              { kind: 'cold', ...cold },
              { kind: 'hot', ...hot },
            ],
            times: rotations,
            last,
          },
    );
    const { cem43Min, coldMinutes, totalMinutes } = projectDose(planOf(prescription));
    const dose = cem43Min.toFixed(2);
    return [`\`${id}\``, prescription.name, sequence, totalMinutes, coldMinutes, dose, basis];
  });
  return table(['preset', 'name', 'min @ °C', 'min', 'cold min', 'CEM43 min', 'basis'], rows);
}

function notOfferedTable(): string {
  const rows = presetsNotOffered.map(({ id, name, sequence, basis }) => {
    const why = whyNotOffered(sequence).join('; ');
    return [id, name, sequenceText(sequence), why, basis];
  });
  return table(['protocol', 'name', 'min @ °C', 'why not', 'basis'], rows);
}

const rangeText = ({ min, max }: { readonly min: number; readonly max: number }): string =>
  `${min} … ${max}`;

/** What a clinic's limit allows: a range, or one end. */
function clinicText(limits: ClinicLimits, name: SettableName): string {
  const limit = limits[name];
  if (typeof limit !== 'number') return rangeText(limit);
  return name === 'sessionGapMinutes' ? `≥ ${limit}` : `≤ ${limit}`;
}

function fieldTable(): string {
  const name = ['`name`', 'What people call it, one line of up to 80 characters.', '', '', '', ''];
  const rows = numberFields.map(([field, meaning]) => {
    const { unit, reason } = settableBounds[limitOf[field]];
    const clinic = clinicText(defaultClinicLimits, limitOf[field]);
    return [
      `\`${field}\``,
      meaning,
      unit,
      clinic,
      rangeText(settableBounds[limitOf[field]]),
      reason,
    ];
  });
  return table(['field', 'meaning', 'unit', 'built-in limits', 'device', 'why'], [name, ...rows]);
}

function limitsTable(): string {
  const rows = Object.entries<SettableBound>(settableBounds).map(([name, bound]) => {
    const clinic = clinicText(defaultClinicLimits, name as SettableName);
    return [`\`${name}\``, bound.label, bound.unit, clinic, rangeText(bound), bound.source];
  });
  return table(['field', 'meaning', 'unit', 'built in', 'may be set to', 'source'], rows);
}

const tables: Readonly<Record<string, () => string>> = {
  presets: presetTable,
  'not-offered': notOfferedTable,
  fields: fieldTable,
  limits: limitsTable,
};

/** The page with every table between `<!-- table NAME -->` and `<!-- end -->` written anew. */
export function withTables(page: string): string {
  return page.replace(
    /(<!-- table ([a-z-]+) -->\n)[\s\S]*?(<!-- end -->)/g,
    (whole, begin: string, name: string, end: string) => {
      const make = tables[name];
      return make === undefined ? whole : `${begin}\n${make()}\n\n${end}`;
    },
  );
}
