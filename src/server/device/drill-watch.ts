/** A drill: a fault is injected on purpose, and the time until the device answers is kept in the record. */
import type { Entry } from '../../treatment/state.ts';
import type { Drill } from '../contract/live-state.ts';

/** Every line of a drill in a record begins with this. */
const mark = 'DRILL (simulation)';

export const startedText = ({ fault, by }: Drill): string =>
  `${mark}: ${by} injected the fault ${fault}`;

export function answeredText({ fault, response }: Drill): string {
  if (response === null) return `${mark}: ${fault} is not answered yet`;
  const rule = response.rule === null ? '' : ` by ${response.rule}`;
  const after = response.afterS.toFixed(2);
  return `${mark}: ${fault} was answered with a ${response.kind}${rule} after ${after} s`;
}

const startedPattern = /^DRILL \(simulation\): (.+) injected the fault ([\w-]+)$/;
const answeredPattern =
  /^DRILL \(simulation\): ([\w-]+) was answered with a (trip|stop|warning|end)(?: by ([\w-]+))? after ([\d.]+) s$/;

/** The drills of a record, from its notes. */
export function drillsIn(
  notes: readonly { readonly t: number | null; readonly text: string }[],
): Drill[] {
  const drills: Drill[] = [];
  for (const { t, text } of notes) {
    const started = startedPattern.exec(text);
    if (started !== null) {
      const [, by = '', fault = ''] = started;
      drills.push({ fault, by, injectedAtS: t ?? 0, response: null });
    }
    const answer = answeredPattern.exec(text);
    const last = drills.at(-1);
    if (answer === null || last === undefined) continue;
    const kind = answer[2] as 'trip' | 'stop' | 'warning' | 'end';
    const response = { kind, rule: answer[3] ?? null, afterS: Number(answer[4]) };
    drills[drills.length - 1] = { ...last, response };
  }
  return drills;
}

/** The drill after one more entry of the record; the same object where the entry is no answer to it. */
export function drillAfter(drill: Drill, entry: Entry, atS: number): Drill {
  if (drill.response !== null && drill.response.kind !== 'warning') return drill;
  const found = answerIn(entry);
  if (found === null || (found.kind === 'warning' && drill.response !== null)) return drill;
  return { ...drill, response: { ...found, afterS: atS - drill.injectedAtS } };
}

type Found = Omit<NonNullable<Drill['response']>, 'afterS'>;

function answerIn(entry: Entry): Found | null {
  if (entry.type === 'trip') return { kind: 'trip', rule: entry.fields.rule };
  if (entry.type === 'warning') return { kind: 'warning', rule: entry.fields.rule };
  if (entry.type !== 'state') return null;
  const { to, by, event } = entry.fields;
  if (to === 'faulted') return { kind: 'trip', rule: event === 'LINK_LOST' ? 'link-lost' : by };
  if (to === 'settling') return { kind: event === 'STOP' ? 'stop' : 'end', rule: by };
  return null;
}
