/** An entry as the record has it: its facts, and beside them a sentence for whoever reads the bare file. Pure. */
import type { EventType } from '../records/journal.ts';
import type { Fields } from '../records/record-line.ts';
import { alarmFor } from '../safety/alarm-table.ts';
import { english } from '../words/facts.ts';
import type { AnyFact } from '../words/facts.ts';
import type { Entry } from './state.ts';

type Line = { [K in EventType]: { readonly type: K; readonly fields: Fields<K> } }[EventType];

export function recorded(entry: Entry): Line {
  switch (entry.type) {
    case 'trip': {
      const { rule, found } = entry.fields;
      return { type: 'trip', fields: { rule, found, message: sentenceOf(rule, found) } };
    }
    case 'warning': {
      const { rule, found, ...more } = entry.fields;
      return { type: 'warning', fields: { rule, found, message: warningOf(rule, found), ...more } };
    }
    case 'command': {
      const { why, ...wish } = entry.fields;
      const reason = why === null ? null : english.whole(why);
      return { type: 'command', fields: { ...wish, reason, why } };
    }
    case 'state':
    case 'phase':
    case 'screening':
    case 'skin':
    case 'note':
    case 'dose':
    case 'noise':
    case 'sample':
    case 'summary':
      return entry;
  }
}

/** What was found, and what to do; of what a person said or what only happened, that. */
export function sentenceOf(rule: string, found: AnyFact): string {
  if (found.kind === 'told') return english.reading(found);
  return `${english.whole(found)}. ${alarmFor(rule).remedy}`;
}

/** The gate's words stand for themselves. */
function warningOf(rule: string, found: AnyFact | null): string {
  const { message, remedy } = alarmFor(rule);
  if (found === null) return `${message}. ${remedy}`;
  return english.limit(found) === null ? english.whole(found) : sentenceOf(rule, found);
}
