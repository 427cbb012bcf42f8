/**
 * Names of people: one rule for what is shown and one for what is compared (law L14). Accounts, requests and the command
 * line use no other. Pure.
 *
 * A name is shown as it is written here: NFKC, one space between words, letters of one writing system, and nothing that
 * cannot be seen. Two names are one person where their keys are equal, and may be taken for each other where they look
 * alike: such a second name is refused where it would become an account.
 */

export const longestNameLength = 60;

/** Writing systems that are mixed in one name by those who write it. */
const writingSystems: readonly RegExp[] = [
  /\p{Script=Latin}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Georgian}/u,
  /\p{Script=Hebrew}/u,
  /\p{Script=Arabic}/u,
  /\p{Script=Devanagari}/u,
  /\p{Script=Bengali}/u,
  /\p{Script=Tamil}/u,
  /\p{Script=Thai}/u,
  /\p{Script=Ethiopic}/u,
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}ー々]/u,
];

const unseen = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
const otherThanName = /[^\p{L}\p{M}0-9 '.,()&/_-]/u;
/** Marks piled on a letter reach into the lines above and below. */
const piledMarks = /\p{M}{3}/u;

/** What a record says of the program itself, of its signals and of nobody in particular: no person is called so. */
const programWords: ReadonlySet<string> = new Set([
  'companion',
  'stand-in',
  'the stand-in',
  'operator',
  'nobody',
  'somebody',
  'somebody who is not signed in',
  'ctrl-c',
  'sigint',
  'sigterm',
  'sighup',
  'the stop button',
  'the loss of the server',
  'the end of npm',
  'contrast stop',
]);
const saysHowItIsKnown = /typed at the terminal|not signed in/;

/** Signs that people and keyboards use for each other. */
const sameSigns: readonly (readonly [RegExp, string])[] = [
  [/[\u2018\u2019\u02BC\u02B9\u2032`\u00B4]/gu, "'"],
  [/[\u2010-\u2015\u2212]/gu, '-'],
];

/** The name as it is shown and kept. It need not be a good one: see `nameProblem`. */
export function shownName(text: string): string {
  let name = text;
  for (const [pattern, sign] of sameSigns) name = name.replaceAll(pattern, sign);
  return name.normalize('NFKC').replaceAll(/ +/g, ' ').trim();
}

/** Why this cannot be a name, in words; null where it can. */
export function nameProblem(text: string): string | null {
  const name = shownName(text);
  if (name === '') return 'a name is needed';
  if (name.length > longestNameLength) return `a name of at most ${longestNameLength} characters`;
  if (unseen.test(text) || unseen.test(name))
    return 'a name of letters that can be seen, in one line';
  if (otherThanName.test(name) || piledMarks.test(name)) {
    return "a name of letters, digits, spaces and ' - . , ( ) & / _";
  }
  const key = nameKey(name);
  if (name.startsWith('-') || programWords.has(key) || saysHowItIsKnown.test(key)) {
    return 'a name of a person: the program says this of itself';
  }
  const letters = name.match(/\p{L}/gu) ?? [];
  if (letters.length === 0) return 'a name has letters';
  const system = writingSystems.find((one) => one.test(letters[0] ?? ''));
  if (system === undefined || !letters.every((letter) => system.test(letter))) {
    return 'a name with letters of one alphabet: others look alike and are not';
  }
  return null;
}

/** What people write where they have no clinician to name, in the languages of the screens; articles and titles left out. */
const nobodysClinician: ReadonlySet<string> = new Set(
  [
    'me myself i self patient person carer clinician doctor nurse operator someone somebody',
    'nobody none no unknown test same ich selbst patientin arzt ärztin niemand keiner unbekannt',
    'yo mismo misma paciente médico medico médica nadie ninguno',
  ].flatMap((words) => words.split(' ')),
);
const articlesAndTitles =
  /^(the|a|an|my|our|der|die|das|ein|eine|el|la|un|una|mi|dr|dra|mr|mrs|ms|herr|frau|sr|sra)$/u;
/** In these a name may have two letters. */
const signsForSyllables =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Why nobody can ask whether this clinician has seen it, in words; null where somebody can. */
export function clinicianProblem(text: string): string | null {
  const problem = nameProblem(text);
  if (problem !== null) return problem;
  const key = nameKey(text);
  const letters = key.match(/\p{L}/gu) ?? [];
  const words = (key.match(/[\p{L}\p{M}]+/gu) ?? []).filter(
    (word) => !articlesAndTitles.test(word),
  );
  const fewest = signsForSyllables.test(key) ? 2 : 3;
  const isNamed = words.some((word) => word.length > 1 && !nobodysClinician.has(word));
  return letters.length >= fewest && isNamed
    ? null
    : 'the name of a clinician, in full: somebody has to be able to ask them';
}

/** Equal keys are one person, however the name is typed. */
export function nameKey(text: string): string {
  const plain = text.replaceAll(/[\p{C}\p{Default_Ignorable_Code_Point}]/gu, '');
  return shownName(plain.replaceAll(/\s+/gu, ' ')).toUpperCase().toLowerCase().normalize('NFKC');
}

/** Letters of other alphabets that are drawn as Latin ones (Unicode UTS #39, the letters that names are made of). */
const drawnAlike: Readonly<Record<string, string>> = {
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  у: 'y',
  х: 'x',
  і: 'i',
  ї: 'i',
  ј: 'j',
  ѕ: 's',
  ԁ: 'd',
  һ: 'h',
  ԛ: 'q',
  ԝ: 'w',
  А: 'A',
  В: 'B',
  Е: 'E',
  К: 'K',
  М: 'M',
  Н: 'H',
  О: 'O',
  Р: 'P',
  С: 'C',
  Т: 'T',
  У: 'Y',
  Х: 'X',
  І: 'I',
  Ј: 'J',
  Ѕ: 'S',
  α: 'a',
  ι: 'i',
  κ: 'k',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  υ: 'u',
  χ: 'x',
  γ: 'y',
  Α: 'A',
  Β: 'B',
  Ε: 'E',
  Ζ: 'Z',
  Η: 'H',
  Ι: 'I',
  Κ: 'K',
  Μ: 'M',
  Ν: 'N',
  Ο: 'O',
  Ρ: 'P',
  Τ: 'T',
  Υ: 'Y',
  Χ: 'X',
  օ: 'o',
  ս: 'u',
  հ: 'h',
  ց: 'g',
  ı: 'i',
  ɡ: 'g',
  ɑ: 'a',
  0: 'o',
};

/** A mark on a letter, and a sign between words, are overlooked. */
const plainest = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036F]/g, '')
    .replaceAll(/[ '.,()&/_-]/g, '');

const drawn = (text: string): string =>
  Array.from(plainest(text), (letter) => drawnAlike[letter] ?? letter)
    .join('')
    .toLowerCase();

/** As given, all small and all large: letters look alike in one of them and not in another. */
const looksOf = (text: string): string[] => {
  const name = shownName(text);
  const asGiven = drawn(name.replaceAll(/[I1|]/g, 'l'));
  return [asGiven, drawn(name.toLowerCase().replaceAll('1', 'l')), drawn(name.toUpperCase())];
};

/** Whether a person who reads one of these names may take it for the other. */
export function isTakenFor(one: string, other: string): boolean {
  if (nameKey(one) === nameKey(other)) return true;
  const looks = looksOf(other);
  return looksOf(one).some((look) => looks.includes(look));
}
