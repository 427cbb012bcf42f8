/**
 * What a terminal sends, as the keys that a person pressed. Pure: characters and the time in, keys out. A function key, an
 * arrow, the keypad, a mouse or a focus report sends a sequence that begins with Esc and ends in a letter, whole or in
 * pieces; none of it is a key here, and neither is what is pasted. Only Ctrl-C is heard in the middle of anything, since
 * STOP only ever takes power away (L3).
 */

export interface Key {
  /** One character; Esc alone is `escape`. */
  readonly text: string;
  /** Held together with Alt, which a terminal sends as Esc before the character. */
  readonly alt: boolean;
}

export const ctrlC = '\u0003';
export const escape = '\u001b';

type Place =
  | 'ground'
  /** After Esc: a key by itself, or the beginning of a sequence. */
  | 'escape'
  /** After Esc that was taken for a key by itself: what follows may still be the rest of a slow sequence. */
  | 'afterEscape'
  /** After `Esc [`. */
  | 'csi'
  /** After `Esc [ [`, as the Linux console sends its function keys, or `Esc O`: one more character. */
  | 'oneMore'
  /** After `Esc [ M`: button and place of a mouse, three characters. */
  | 'mouse'
  /** A text from the terminal itself, such as its name or a colour. */
  | 'string'
  | 'paste';

export interface KeyReader {
  readonly place: Place;
  /** What has been heard of the sequence or the end of a paste. */
  readonly heard: string;
  /** When the last character came, milliseconds. */
  readonly atMs: number;
  /** When the sequence, the text or the paste began that is not over yet. */
  readonly sinceMs: number;
}

export const noKeys: KeyReader = Object.freeze({
  place: 'ground',
  heard: '',
  atMs: -Infinity,
  sinceMs: -Infinity,
});

/** Esc that nothing follows for so long is a key by itself. */
export const loneEscapeMs = 100;
/** What is begun and goes on no longer than this after is given up, so that it swallows no later key. */
export const givenUpAfterMs = 1000;
/**
 * However it goes on: somebody who hammers STOP into a sequence whose end was lost (`Alt` and `P` begin one) keeps it
 * going and must be heard. A terminal sends its own sequences within moments; a paste may take a little longer.
 */
export const longestSequenceMs = 1000;
export const longestPasteMs = 3000;

const pasteBegins = '200~';
const pasteEnds = `${escape}[201~`;
/** Beginnings of texts from the terminal: DCS, SOS, OSC, PM, APC. */
const stringBegins = new Set(['P', 'X', ']', '^', '_']);
/** The same beginnings as one character, as 8-bit terminals send them. */
const oneCharacterBegins: Readonly<Record<string, Place>> = {
  '\u008f': 'oneMore',
  '\u0090': 'string',
  '\u0098': 'string',
  '\u009b': 'csi',
  '\u009d': 'string',
  '\u009e': 'string',
  '\u009f': 'string',
};

export interface Heard {
  readonly reader: KeyReader;
  readonly keys: readonly Key[];
}

export function hearKeys(before: KeyReader, text: string, nowMs: number): Heard {
  let reader = passTime(before, nowMs);
  const keys = [...reader.keys];
  for (const character of text) {
    const { place, heard, key } = next(reader.reader, character);
    const goesOn = place !== 'ground' && reader.reader.place !== 'ground';
    const sinceMs = goesOn && place !== 'escape' ? reader.reader.sinceMs : nowMs;
    reader = { reader: { place, heard, atMs: nowMs, sinceMs }, keys: [] };
    if (key !== undefined) keys.push(key);
  }
  return { reader: reader.reader, keys };
}

/** Nothing came: an Esc alone becomes a key, and what is unfinished is given up. */
export function passTime(reader: KeyReader, nowMs: number): Heard {
  const silentMs = nowMs - reader.atMs;
  // In the middle needs a proof: a clock that is no number gives up.
  if (reader.place === 'escape' && !(silentMs < loneEscapeMs)) {
    const place = silentMs < givenUpAfterMs ? 'afterEscape' : 'ground';
    return { reader: { ...reader, place }, keys: [{ text: escape, alt: false }] };
  }
  const longestMs = reader.place === 'paste' ? longestPasteMs : longestSequenceMs;
  const goesOn = silentMs < givenUpAfterMs && nowMs - reader.sinceMs < longestMs;
  if (reader.place !== 'ground' && !goesOn) {
    return { reader: { ...noKeys, atMs: reader.atMs }, keys: [] };
  }
  return { reader, keys: [] };
}

interface Next {
  readonly place: Place;
  readonly heard: string;
  readonly key?: Key;
}

const to = (place: Place, heard = ''): Next => ({ place, heard });

function next({ place, heard }: KeyReader, character: string): Next {
  if (character === ctrlC) return { ...to('ground'), key: { text: ctrlC, alt: false } };
  switch (place) {
    case 'ground':
      return atGround(character);
    case 'escape':
      return afterBegin(character);
    case 'afterEscape':
      return character === '[' || character === 'O' ? afterBegin(character) : atGround(character);
    case 'csi':
      return inCsi(heard, character);
    case 'oneMore':
      return character === escape ? to('escape') : to('ground');
    case 'mouse':
      return heard.length < 2 ? to('mouse', heard + character) : to('ground');
    case 'string':
      return inString(heard, character);
    case 'paste':
      return inPaste(heard, character);
  }
}

function atGround(character: string): Next {
  if (character === escape) return to('escape');
  const begins = oneCharacterBegins[character];
  return begins === undefined
    ? { ...to('ground'), key: { text: character, alt: false } }
    : to(begins);
}

function afterBegin(character: string): Next {
  if (character === escape) return to('escape');
  if (character === '[') return to('csi');
  if (character === 'O') return to('oneMore');
  if (stringBegins.has(character)) return to('string');
  return { ...to('ground'), key: { text: character, alt: true } };
}

function inCsi(heard: string, character: string): Next {
  if (character === escape) return to('escape');
  if (heard === '' && character === '[') return to('oneMore');
  if (heard === '' && character === 'M') return to('mouse');
  const so = heard + character;
  // Parameters and what is between go on; anything else, the letter at the end first of all, ends it.
  if (/^[ -?]$/.test(character) && so.length < 64) return to('csi', so);
  return so === pasteBegins ? to('paste') : to('ground');
}

function inString(heard: string, character: string): Next {
  const ends = character === '\u0007' || character === '\u009c';
  if (ends || (heard === escape && character === '\\')) return to('ground');
  return to('string', character);
}

function inPaste(heard: string, character: string): Next {
  const so = (heard + character).slice(-pasteEnds.length);
  return so === pasteEnds ? to('ground') : to('paste', so);
}
