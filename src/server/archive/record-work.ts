/** What the pages about records are made of, in a thread of its own: reading and verifying takes as long as it takes. */
import { readClock } from '../../records/clock.ts';
import { briefsIn } from '../../records/brief.ts';
import { csvOf, jsonOf } from '../../records/export.ts';
import { phasesOf } from '../../records/course.ts';
import { looksAfter } from '../../records/later-looks.ts';
import { headerOf, linesOf, summaryOf } from '../../records/outcome.ts';
import { toldOnce } from '../../records/repeats.ts';
import { readRecord } from '../../records/store.ts';
import type { StoredRecord } from '../../records/store.ts';
import { reportOf } from '../../report/report.ts';
import { declinedScreenings } from '../../treatment/declined-before.ts';
import type { DeclinedScreening } from '../../treatment/declined-before.ts';
import type { Counted } from '../../treatment/history.ts';
import { skinLooks } from '../../treatment/later-look.ts';
import type { SkinLook } from '../../treatment/later-look.ts';
import { openReactions } from '../../treatment/open-reactions.ts';
import type { OpenReaction } from '../../treatment/open-reactions.ts';
import type {
  CompareAnswer,
  RecordAnswer,
  RecordsAnswer,
  Samples,
} from '../contract/record-answers.ts';
import type { DrillsAnswer } from '../contract/record-answers.ts';
import { drillsIn } from '../device/drill-watch.ts';
import { RecordRows } from './record-rows.ts';

export const exportFormats = ['csv', 'json', 'html'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** What can be asked. Each says which record is being written now: that one is not over yet. */
export type RecordQuestion = { readonly runningId: string | null } & (
  | { readonly kind: 'list'; readonly limit: number }
  | { readonly kind: 'drills' }
  | { readonly kind: 'record'; readonly id: string }
  | { readonly kind: 'samples'; readonly id: string }
  | { readonly kind: 'compare'; readonly ids: readonly string[] }
  | { readonly kind: 'export'; readonly id: string; readonly format: ExportFormat }
  | { readonly kind: 'skin'; readonly counted: Counted }
);

/** What the skin still owes an answer for, and what was declined of late. A time that is not known is null on its way here. */
export interface SkinOwed {
  readonly looks: readonly (Omit<SkinLook, 'dueInMs'> & { readonly dueInMs: number | null })[];
  readonly reactions: readonly OpenReaction[];
  readonly declined: readonly (Omit<DeclinedScreening, 'atMs'> & {
    readonly atMs: number | null;
  })[];
}

/** A body, ready to be sent. */
export interface RecordPaper {
  readonly text: string;
  readonly type: string;
  /** Under which it is to be kept; null for what is shown. */
  readonly fileName: string | null;
}

/** @throws CompanionError RECORD_UNKNOWN, FILE_UNREADABLE */
export type RecordClerk = (question: RecordQuestion) => RecordPaper;

const mostDrills = 200;

export function recordClerk(folder: string): RecordClerk {
  let runningId: string | null = null;
  const rows = new RecordRows(folder, () => runningId);
  const shown = (answer: object): RecordPaper => ({
    text: JSON.stringify(answer),
    type: 'application/json',
    fileName: null,
  });
  return (question) => {
    runningId = question.runningId;
    switch (question.kind) {
      case 'list': {
        const { rows: records, older } = rows.newest(question.limit);
        return shown({ records, older } satisfies RecordsAnswer);
      }
      case 'drills':
        return shown({ drills: rows.newest(mostDrills).drills } satisfies DrillsAnswer);
      case 'record':
        return shown(recordOf(readRecord(folder, question.id), rows));
      case 'samples':
        return shown(samplesOf(readRecord(folder, question.id)));
      case 'compare':
        return shown(comparedOf(folder, question.ids, rows));
      case 'export':
        return exported(readRecord(folder, question.id), question.format);
      case 'skin':
        return shown(skinOwedIn(folder, question.counted));
    }
  };
}

function skinOwedIn(folder: string, counted: Counted): SkinOwed {
  const parts = { folder, briefs: briefsIn(folder), nowMs: Date.now(), clock: readClock() };
  return {
    looks: skinLooks(parts, counted),
    reactions: openReactions(parts, counted),
    declined: declinedScreenings(parts, counted),
  };
}

function comparedOf(folder: string, ids: readonly string[], rows: RecordRows): CompareAnswer {
  return {
    records: ids.map((id) => {
      const record = readRecord(folder, id);
      const { lines } = record.verification;
      const touched = linesOf(lines, 'state').find(({ to }) => to.startsWith('treating'));
      return {
        row: rows.rowOf(record),
        phases: phasesOf(lines),
        contactAtS: touched?.t ?? null,
        samples: samplesOf(record),
      };
    }),
  };
}

function recordOf(record: StoredRecord, rows: RecordRows): RecordAnswer {
  const { verification } = record;
  const { lines, text, because, provenLines } = verification;
  const row = rows.rowOf(record);
  const shown = new Set(['header', 'sample', 'summary']);
  return {
    row,
    verification: { verdict: row.verdict, text, because, provenLines },
    header: { ...headerOf(lines) },
    summary: summaryOf(lines) === undefined ? null : { ...summaryOf(lines) },
    phases: phasesOf(lines),
    entries: toldOnce(lines.filter(({ type }) => !shown.has(type))).map(({ line, times }) => ({
      ...line,
      times,
    })),
    drills: drillsIn(linesOf(lines, 'note')),
  };
}

function samplesOf({ id, verification }: StoredRecord): Samples {
  const samples = linesOf(verification.lines, 'sample');
  return {
    id,
    tS: samples.map(({ t }) => t),
    plateAC: samples.map(({ plateAC }) => plateAC),
    plateBC: samples.map(({ plateBC }) => plateBC),
    heatsinkC: samples.map(({ heatsinkC }) => heatsinkC),
    setpointC: samples.map(({ setpointC }) => setpointC),
    drive: samples.map(({ drive }) => drive),
    cem43Min: samples.map(({ cem43Min }) => cem43Min),
  };
}

/** The formats of `contrast records export`; each is a file to keep, and none is shown as a page of this server. */
const documents = {
  csv: {
    type: 'text/csv; charset=utf-8',
    write: ({ verification }: StoredRecord) => csvOf(verification.lines),
  },
  json: { type: 'application/json', write: jsonOf },
  html: {
    type: 'text/html; charset=utf-8',
    write: (record: StoredRecord) => reportOf(record, looksAfter(record)),
  },
} as const satisfies Record<ExportFormat, object>;

function exported(record: StoredRecord, format: ExportFormat): RecordPaper {
  const { type, write } = documents[format];
  // The columns of the table are fixed; its name says that no patient is in it.
  const mark = headerOf(record.verification.lines)?.simulated === true ? '-SIMULATED' : '';
  return { text: write(record), type, fileName: `${record.id}${mark}.${format}` };
}
