/** `contrast prescription`: what a treatment will do, before anyone is treated. */
import type { Command } from 'commander';
import type { ClinicLimits } from '../limits/clinic.ts';
import { prescriptionJsonSchema } from '../limits/json-schema.ts';
import type { Prescription, TreatmentPlan } from '../limits/plan.ts';
import { planOf, plannedTemperatureC } from '../limits/plan.ts';
import { presetsNotOffered, sequenceText, whyNotOffered } from '../limits/presets-not-offered.ts';
import { presets } from '../limits/presets.ts';
import { figure } from '../limits/wording.ts';
import { limitsInForce, loadPrescription } from '../limits/yaml-file.ts';
import { checkPlan, projectDose } from '../safety/dose.ts';
import { outlookLines, outlookOf } from '../safety/plan-outlook.ts';
import { plotLines } from './plot.ts';
import { wrapped } from './run-view.ts';
import type { Environment, Terminal } from './terminal.ts';

interface LimitsOption {
  readonly limits?: string;
}
interface ShowOptions extends LimitsOption {
  readonly json?: true;
}

/**
 * Adds `contrast prescription …` to the program. Handlers throw `CompanionError`.
 * @param env where the terminal's character set comes from.
 */
export function registerPrescription(
  program: Command,
  terminal: Terminal,
  env: Environment = process.env,
): void {
  const group = program
    .command('prescription')
    .description('show and check prescriptions: presets and files');
  const limitsOption = ['--limits <file>', 'clinic limits to check against'] as const;

  group
    .command('show')
    .description('the presets, or the planned course of one prescription')
    .argument('[prescription]', 'name of a preset, or a file')
    .option(...limitsOption)
    .option('--json', 'for programs')
    .action((name: string | undefined, options: ShowOptions) => {
      const limits = limitsInForce(options.limits);
      if (name === undefined) {
        terminal.out(options.json === true ? json(presetsData(limits)) : presetList(limits));
        return;
      }
      const prescription = loadPrescription(name, limits);
      const text =
        options.json === true
          ? json(courseData(prescription, limits))
          : courseText(prescription, limits, terminal, env);
      terminal.out(text);
    });

  group
    .command('check')
    .description('whether a prescription may be given; tells every problem with its place')
    .argument('<file>', 'a file, or the name of a preset')
    .option(...limitsOption)
    .action((name: string, options: LimitsOption) => {
      const limits = limitsInForce(options.limits);
      const prescription = loadPrescription(name, limits);
      const lines = [
        `${name}: ok — ${prescription.name}`,
        `  ${summaryOf(prescription, limits)}`,
        ...outlookOfPlan(prescription, limits),
      ];
      terminal.out(lines.join('\n'));
    });

  group
    .command('schema')
    .description('the JSON Schema of the file format, for editors')
    .action(() => {
      terminal.out(prescriptionJsonSchema());
    });
}

const json = (value: unknown): string => JSON.stringify(value, null, 2);

/** What will end or refuse it beyond the session itself. */
function outlookOfPlan(prescription: Prescription, limits: ClinicLimits): string[] {
  const lines = outlookLines(outlookOf(planOf(prescription), limits));
  return lines.flatMap((line) => wrapped(`  ${line}`, columns));
}

const columns = 80;

/** `70 min, 40 of them cold, projected dose 0.469 of 2 CEM43 min`. */
function summaryOf(prescription: Prescription, limits: ClinicLimits): string {
  const { totalMinutes, coldMinutes, cem43Min } = projectDose(planOf(prescription));
  const dose = `projected dose ${doseText(cem43Min)} of ${limits.cem43PerSessionMin} CEM43 min`;
  return `${figure(totalMinutes)} min, ${figure(coldMinutes)} of them cold, ${dose}`;
}

function doseText(cem43Min: number): string {
  return cem43Min.toFixed(3);
}

function presetsData(limits: ClinicLimits): object {
  return {
    presets: presets.map(({ id, prescription, basis }) => {
      const plan = planOf(prescription);
      const refused = checkPlan(plan, limits).map(({ field, message }) => `${field}: ${message}`);
      return { id, prescription, projected: projectDose(plan), refused, basis };
    }),
    notOffered: presetsNotOffered.map(({ id, name, sequence, basis }) => {
      const why = whyNotOffered(sequence);
      return { id, name, sequence: sequenceText(sequence), why, basis };
    }),
  };
}

function presetList(limits: ClinicLimits): string {
  const lines = ['preset             length    cold     hot    dose  name'];
  for (const { id, prescription } of presets) {
    const plan = planOf(prescription);
    const cells = [plan.totalMinutes, plan.coldMinutes, plan.hotMinutes].map((minutes) =>
      `${figure(minutes)} min`.padStart(6),
    );
    const dose = doseText(projectDose(plan).cem43Min).padStart(6);
    lines.push(`${id.padEnd(19)}${cells.join('  ')}  ${dose}  ${prescription.name}`);
    if (checkPlan(plan, limits).length > 0) {
      lines.push(`  refused by the limits in force: contrast prescription show ${id} says why`);
    }
  }
  return [
    ...lines,
    '',
    `Dose: projected CEM43 minutes at the plate; the limits in force allow ${limits.cem43PerSessionMin}.`,
    'All start and end cold. One in detail: contrast prescription show NAME',
    'Why other protocols are not offered: docs/prescriptions.md, or --json.',
  ].join('\n');
}

function courseData(prescription: Prescription, limits: ClinicLimits): object {
  const plan = planOf(prescription);
  const projected = projectDose(plan);
  return { prescription, plan, projected, limits, outlook: outlookOf(plan, limits) };
}

function courseText(
  prescription: Prescription,
  limits: ClinicLimits,
  terminal: Terminal,
  env: Environment,
): string {
  const plan = planOf(prescription);
  const { cem43Min, coldDegreeMinutes } = projectDose(plan);
  return [
    `${prescription.name}: ${figure(plan.totalMinutes)} min, starts and ends cold`,
    '',
    ...phaseTable(plan),
    '',
    ...curve(plan, terminal, env),
    '',
    total('cold', plan.coldMinutes, limits.coldMinutesPerSession, 'min'),
    total('', coldDegreeMinutes, undefined, '°C·min below 20 °C, projected'),
    total('hot', plan.hotMinutes, undefined, 'min'),
    total('session', plan.totalMinutes, limits.sessionMinutes, 'min'),
    total('dose', Number(doseText(cem43Min)), limits.cem43PerSessionMin, 'CEM43 min, projected'),
    '',
    `The plate moves ${plan.rampCPerS} °C a second between phases; a phase counts from the start`,
    'of that ramp. The dose is an upper bound: it takes no ramp into account.',
    '',
    'What will end or refuse it beyond this session:',
    ...outlookOfPlan(prescription, limits),
  ].join('\n');
}

function total(name: string, value: number, most: number | undefined, unit: string): string {
  const allowed = most === undefined ? '' : `   at most ${most}`;
  return `${name.padEnd(9)}${figure(value).padStart(7)} ${unit}${allowed}`;
}

function phaseTable(plan: TreatmentPlan): string[] {
  const lines = ['phase         plate   starts    lasts'];
  let startMs = 0;
  for (const { number, kind, setpointC, dwellMs } of plan.phases) {
    const plate = `${setpointC} °C`.padStart(9);
    const starts = clock(startMs).padStart(8);
    const lasts = clock(dwellMs).padStart(8);
    lines.push(`${String(number).padStart(2)}  ${kind.padEnd(5)}${plate}${starts} ${lasts}`);
    startMs += dwellMs;
  }
  return lines;
}

/** `10:00`, minutes and seconds. */
function clock(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

const curvePoints = 280;

function curve(plan: TreatmentPlan, terminal: Terminal, env: Environment): string[] {
  const { totalMinutes } = plan;
  const values = Array.from({ length: curvePoints }, (_, index) =>
    plannedTemperatureC(plan, (totalMinutes * index) / (curvePoints - 1)),
  );
  let startMinutes = 0;
  const bands = plan.phases.map(({ number, kind, dwellMs }) => {
    const from = Math.round((startMinutes / totalMinutes) * curvePoints);
    startMinutes += dwellMs / 60_000;
    const to = Math.round((startMinutes / totalMinutes) * curvePoints);
    return { label: `${number} ${kind}`, from, to };
  });
  return plotLines({
    series: [{ name: 'planned plate temperature', values }],
    width: Math.min(terminal.columns, 80),
    height: 8,
    yLabel: '°C',
    bands,
    xLabels: ['0:00', clock(totalMinutes * 60_000)],
    colour: terminal.colour,
    // The font of the Linux console has no Braille dots.
    ascii: env['TERM'] === 'linux',
  });
}
