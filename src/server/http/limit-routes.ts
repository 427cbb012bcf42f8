/** Limits, prescriptions and the screening: what may be given, to whom, and why. */
import { stringify } from 'yaml';
import { CompanionError } from '../../errors.ts';
import { widestLimits } from '../../limits/clinic.ts';
import type { ClinicLimits } from '../../limits/clinic.ts';
import { limitLayers } from '../../limits/layers.ts';
import type { Ends } from '../../limits/layers.ts';
import { presetsNotOffered, whyNotOffered } from '../../limits/presets-not-offered.ts';
import { defaultPresetId, presets } from '../../limits/presets.ts';
import type { Prescription } from '../../limits/plan.ts';
import { limitsInForce, prescriptionFromText, presetWithin } from '../../limits/yaml-file.ts';
import { briefsInTurn } from '../../records/brief.ts';
import { readClock } from '../../records/clock.ts';
import { usesOf } from '../../records/folder-use.ts';
import { sources } from '../../limits/sources.ts';
import { wordKinds } from '../../safety/screening-item.ts';
import type { WordKind } from '../../safety/screening-item.ts';
import { checklistParts } from '../../safety/screening-checklist.ts';
import { contrastRating } from '../../safety/screening-item.ts';
import { bodySites, unspecifiedSite } from '../../safety/screening-sites.ts';
import { knownDoubts } from '../../treatment/doubts.ts';
import { isAbsolute } from '../../treatment/admission.ts';
import type { OpenReaction } from '../../treatment/open-reactions.ts';
import { isNear } from '../../treatment/skin-history.ts';
import {
  checkAnswerSchema,
  limitsAnswerSchema,
  presetsAnswerSchema,
  screeningAnswerSchema,
} from '../contract/answers.ts';
import type { CheckAnswer, LimitsAnswer, ScreeningAnswer } from '../contract/answers.ts';
import { checkRequestSchema } from '../contract/requests.ts';
import type { PrescriptionChoice } from '../contract/requests.ts';
import { textName } from '../device/draft.ts';
import type { App, ServerParts } from '../parts.ts';
import { plannedOf } from '../plan-words.ts';
import { declinedRows } from './declined-rows.ts';
import { personFor } from './guards.ts';
import { doing, limitErrors, noParameters, nothing, reading } from './routes.ts';
import type { RouteFacts } from './routes.ts';
import { countedIn, skinOwedIn } from './skin-look-routes.ts';

const told = {
  getLimits: {
    path: '/api/v1/limits',
    id: 'getLimits',
    tag: 'limits',
    summary: 'The limits in force',
    description: 'Each with what clinic, device and firmware make of it, its reason and source.',
    errors: limitErrors,
  },
  getPresets: {
    path: '/api/v1/prescriptions',
    id: 'getPresets',
    tag: 'limits',
    summary: 'The presets',
    description: 'What they do, and what the limits in force say to each (`blockedBy`).',
    errors: limitErrors,
  },
  checkPrescription: {
    path: '/api/v1/prescriptions/check',
    id: 'checkPrescription',
    tag: 'limits',
    summary: 'Would it be taken',
    description:
      'Answers 200 also where the text is wrong: `ok` is false then, and `problems` say where.',
    errors: limitErrors,
  },
  getScreening: {
    path: '/api/v1/screening',
    id: 'getScreening',
    tag: 'limits',
    summary: 'The questions',
    description:
      'In the order in which they are asked, with the answer that is a problem and how it weighs; the body sites; what speaks against the clock or the records; what was declined within the last day.',
    errors: ['FILE_UNREADABLE', 'TOO_BUSY', 'TOO_LARGE'],
  },
} as const satisfies Readonly<Record<string, RouteFacts<string>>>;

export function addLimits(app: App, parts: ServerParts): void {
  const { limitsFile } = parts;
  const inForce = (): ClinicLimits => limitsInForce(limitsFile ?? undefined);
  app.openapi(reading(told.getLimits, limitsAnswerSchema, nothing), (c) => {
    personFor(c, 'see');
    return c.json({ file: limitsFile, limits: limitRows(inForce()) }, 200);
  });
  app.openapi(reading(told.getPresets, presetsAnswerSchema, nothing), (c) => {
    personFor(c, 'see');
    const limits = inForce();
    return c.json(
      {
        presets: presets.map(({ id, prescription, basis }) => ({
          id,
          basis,
          yaml: stringify(prescription),
          planned: plannedOf(prescription, limits),
        })),
        defaultPreset: defaultPresetId,
        notOffered: presetsNotOffered.map(({ id, name, sequence }) => ({
          id,
          name,
          why: whyNotOffered(sequence),
        })),
      },
      200,
    );
  });
  app.openapi(
    doing(told.checkPrescription, checkRequestSchema, checkAnswerSchema, noParameters),
    (c) => {
      personFor(c, 'see');
      return c.json(checkOf(c.req.valid('json').prescription, inForce()), 200);
    },
  );
  app.openapi(reading(told.getScreening, screeningAnswerSchema, nothing), async (c) => {
    personFor(c, 'see');
    const { reactions, declined } = await skinOwedIn(parts);
    const doubts = await doubtsIn(parts, reactions);
    return c.json({ ...questions, doubts, declined: declinedRows(declined) }, 200);
  });
}

const bothEnds = ({ min, max }: Ends): { min: number | null; max: number | null } => ({
  min: min ?? null,
  max: max ?? null,
});

function limitRows(limits: ClinicLimits): LimitsAnswer['limits'] {
  return limitLayers(limits).map(
    ({ field, label, unit, clinic, device, firmware, reason, source }) => ({
      field,
      label,
      unit,
      clinic: clinic === undefined ? null : bothEnds(endsOf(clinic, field)),
      device: bothEnds(device),
      firmware: firmware === undefined ? null : bothEnds(firmware),
      reason,
      source,
    }),
  );
}

/** A single number is a cap; the rest between two sessions is a floor. */
function endsOf(clinic: Ends | number, field: string): Ends {
  if (typeof clinic !== 'number') return clinic;
  return field === 'sessionGapMinutes' ? { min: clinic } : { max: clinic };
}

function checkOf(choice: PrescriptionChoice, limits: ClinicLimits): CheckAnswer {
  const load = (within: ClinicLimits): Prescription =>
    'preset' in choice
      ? presetWithin(choice.preset, within)
      : prescriptionFromText(textName, choice.yaml, within);
  try {
    const planned = plannedOf(load(limits), limits);
    return { ok: true, problems: [], code: null, fix: null, planned };
  } catch (thrown) {
    if (!(thrown instanceof CompanionError)) throw thrown;
    const planned = plannedWithin(load, limits);
    const { code, parts } = thrown;
    return { ok: false, problems: problemsIn(parts), code, fix: parts.fix ?? null, planned };
  }
}

/** What the limits in force refuse may still be shown, with what they say to it; null where it is no prescription. */
function plannedWithin(
  load: (within: ClinicLimits) => Prescription,
  limits: ClinicLimits,
): CheckAnswer['planned'] {
  try {
    return plannedOf(load(widestLimits), limits);
  } catch (thrown) {
    if (!(thrown instanceof CompanionError)) throw thrown;
    return null;
  }
}

/** The checker writes one problem a line, each with its place but the first, whose place is named apart. */
function problemsIn({ what, where }: CompanionError['parts']): CheckAnswer['problems'] {
  const lines = `${where ?? textName}: ${what}`.split('\n');
  const pattern = new RegExp(`^${textName}:(\\d+):(\\d+): (.*)$`);
  return lines.map((text) => {
    const [, line, column, words] = pattern.exec(text) ?? [];
    if (line === undefined || column === undefined || words === undefined) {
      return { line: null, column: null, text };
    }
    return { line: Number(line), column: Number(column), text: words };
  });
}

/** What the device will ask a clinician about, so that a page can say so before. */
async function doubtsIn(
  parts: ServerParts,
  reactions: readonly OpenReaction[],
): Promise<ScreeningAnswer['doubts']> {
  const { recordsFolder } = parts;
  const { board } = parts.supervisor.state;
  const counted = countedIn(parts);
  if (board === null || counted === null) return [];
  const uses = board.imaginary ? [] : usesOf(board.port);
  const known = {
    folder: recordsFolder,
    briefs: await briefsInTurn(recordsFolder),
    nowMs: Date.now(),
    clock: readClock(),
    uses,
    memory: board.memory,
  };
  // A look that is owed no clinician can answer: the page asks for it by itself.
  return [
    ...knownDoubts(known, counted).map((doubt) => ({ ...doubt })),
    ...reactions
      .filter(({ reason }) => !isAbsolute(reason))
      .flatMap(({ site, reason: { text, advice } }) =>
        bodySites
          .filter(({ id }) => isNear(site, id))
          .map(({ id }) => ({ text, advice, site: id })),
      ),
  ];
}

/** A site that may be anywhere is concerned too. */
const concernedSites = (ids: readonly string[]): string[] => [
  ...ids,
  ...bodySites.filter(({ region }) => region === null).map(({ id }) => id),
];

function wordOf(kind: WordKind): { kind: WordKind; maxAgeDays: number | null } {
  const { maxAgeDays } = wordKinds[kind];
  return { kind, maxAgeDays: Number.isFinite(maxAgeDays) ? maxAgeDays : null };
}

const questions: Omit<ScreeningAnswer, 'doubts' | 'declined'> = {
  parts: checklistParts.map(({ layer, title, items }) => ({
    layer,
    title,
    items: items.map((item) => ({
      id: item.id,
      row: item.row,
      question: item.question,
      hint: item.hint ?? null,
      problem: item.problem,
      finding: item.finding,
      heat: item.heat,
      cold: item.cold,
      contrast: contrastRating(item),
      onlyAt:
        item.onlyAt === undefined
          ? null
          : { sites: concernedSites(item.onlyAt), elsewhere: item.elsewhere ?? 'none' },
      loweredBy: item.loweredBy === undefined ? null : wordOf(item.loweredBy),
      advice: item.advice ?? null,
      sources: item.sources.map((id) => sources[id].citation),
    })),
  })),
  sites: bodySites.map(({ id, label, rating, why }) => ({
    id,
    label,
    rating,
    why,
    imaginaryOnly: id === unspecifiedSite,
  })),
};
