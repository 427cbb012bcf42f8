/** What a record proves about how the treatment ended. Pure. */
import type { LineOf, LineType, RecordLine } from './record-line.ts';
import type { Verification } from './verify.ts';

/** The lines of one type, in order. */
export function linesOf<K extends LineType>(lines: readonly RecordLine[], type: K): LineOf<K>[] {
  return lines.filter((line): line is LineOf<K> => line.type === type);
}

export function headerOf(lines: readonly RecordLine[]): LineOf<'header'> | undefined {
  return linesOf(lines, 'header')[0];
}

export function summaryOf(lines: readonly RecordLine[]): LineOf<'summary'> | undefined {
  return linesOf(lines, 'summary')[0];
}

export interface ProvenOutcome {
  /** One or two words, for a list. */
  readonly outcome: string;
  /** One sentence. */
  readonly reason: string;
}

/**
 * The outcome in words. A record that is cut off or altered proves none, and a trip is never shown
 * as "completed" whatever the summary says (L11).
 */
export function outcomeOf(verification: Verification): ProvenOutcome {
  const summary = summaryOf(verification.lines);
  const trip = linesOf(verification.lines, 'trip')[0];
  if (summary === undefined) {
    const tripped = trip === undefined ? '' : ` It had tripped: ${trip.rule}, ${trip.message}`;
    return {
      outcome: 'not known',
      reason: `The record has no proven end (${verification.text}).${tripped}`,
    };
  }
  const ranToItsEnd = summary.outcome === 'completed' || summary.outcome === 'undelivered';
  if (trip !== undefined && ranToItsEnd) {
    return {
      outcome: 'faulted',
      reason: `It tripped (${trip.rule}: ${trip.message}), although its summary says "${summary.outcome}".`,
    };
  }
  // What was measured counts, whatever the outcome says (L13).
  if (summary.outcome === 'completed' && summary.phases?.some(({ delivered }) => !delivered)) {
    return {
      outcome: 'undelivered',
      reason: 'Not every phase was delivered, although its summary says "completed".',
    };
  }
  return { outcome: summary.outcome, reason: summary.reason };
}
