/** The look at the skin that is owed since the session before, asked at the keyboard. Pure: a key in, the next dialog out. */
import type { SkinFinding } from '../../machines/skin-answers.ts';
import { skinFindings } from '../records/skin-ids.ts';
import { siteNameIn } from '../safety/spoken.ts';
import type { Tongue } from '../words/tongue.ts';
import { ctrlC } from './key-reader.ts';
import type { Ending } from './run-dialog.ts';
import type { SkinAfter } from './run-skin-after.ts';

export interface LaterLookDialog {
  /** Where the plate lay, by the ids of the sites. */
  readonly places: readonly string[];
  /** Null until somebody has said it. */
  readonly said: SkinAfter | null;
  /** What is wrong, as far as it is marked; null where nobody has said that anything is. */
  readonly marked: readonly SkinFinding[] | null;
  /** Fine waits for its Enter, as everything does that says that the skin is well. */
  readonly fineWaits: boolean;
  readonly ending: Ending | null;
}

export const startLaterLook = (places: readonly string[]): LaterLookDialog => ({
  places,
  said: null,
  marked: null,
  fineWaits: false,
  ending: null,
});

const endOfInput = '\u0004';
const enter = new Set(['\r', '\n']);
const letters = 'abcdefghijklmnopqrstuvwxyz';

/** @param key one character. Here letters name what is wrong, so that STOP is Ctrl-C there. */
export function pressLaterLook(dialog: LaterLookDialog, key: string): LaterLookDialog {
  if (dialog.ending !== null) return dialog;
  if (key === ctrlC || key === endOfInput) return { ...dialog, ending: 'stopped' };
  const { marked } = dialog;
  if (marked !== null) return marking(dialog, marked, key);
  const confirmed = (answer: 'fine' | 'notSure'): LaterLookDialog => ({
    ...dialog,
    said: { answer, findings: [] },
    ending: 'confirmed',
  });
  if (enter.has(key)) return dialog.fineWaits ? confirmed('fine') : dialog;
  switch (key.toLowerCase()) {
    case 'k':
      return { ...dialog, fineWaits: true };
    case 'u':
      return confirmed('notSure');
    case 'w':
      return { ...dialog, marked: [] };
    case 'c':
      return { ...dialog, ending: 'cancelled' };
    case 's':
      return { ...dialog, ending: 'stopped' };
    default:
      return { ...dialog, fineWaits: false };
  }
}

/** Whoever says that something is wrong says what. */
function marking(
  dialog: LaterLookDialog,
  marked: readonly SkinFinding[],
  key: string,
): LaterLookDialog {
  if (enter.has(key)) {
    const said = { answer: 'wrong', findings: marked } as const;
    return marked.length === 0 ? dialog : { ...dialog, said, ending: 'confirmed' };
  }
  const finding = skinFindings[letters.indexOf(key.toLowerCase())];
  if (finding === undefined) return dialog;
  const others = marked.filter((id) => id !== finding);
  return { ...dialog, marked: others.length < marked.length ? others : [...others, finding] };
}

/** One line for each string. */
export function laterLookLines(
  tongue: Tongue,
  { places, marked, fineWaits }: LaterLookDialog,
): string[] {
  const { asking: t, record } = tongue;
  const names = places.map((site) => siteNameIn(tongue, site));
  const title = t('later.title', { places: names.join('; ') });
  if (marked === null) {
    return [title, t('later.how'), ...(fineWaits ? [t('later.fineWaits')] : []), t('later.keys')];
  }
  return [
    title,
    t('later.what'),
    ...skinFindings.map((id, index) => {
      const mark = marked.includes(id) ? 'x' : ' ';
      return `[${letters[index] ?? ''}] (${mark}) ${record(`finding.${id}`)}`;
    }),
    t('later.markKeys'),
  ];
}
