/** The keys that STOP from anywhere, text fields included. One Escape alone closes things, and stops nothing. */

interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly repeat: boolean;
}

const escapeTwiceWithinMs = 600;

export const isStopChord = ({ key, ctrlKey, metaKey, shiftKey }: Key): boolean =>
  (ctrlKey || metaKey) && shiftKey && key.toLowerCase() === 's';

/** @param lastMs when Escape was pressed before this, with no other key in between; null: it was not */
export const isEscapeTwice = (
  { key, repeat }: Key,
  lastMs: number | null,
  nowMs: number,
): boolean =>
  key === 'Escape' && !repeat && lastMs !== null && nowMs - lastMs <= escapeTwiceWithinMs;
