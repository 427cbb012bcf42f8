/** What a control of the hazard log is: something that keeps a hazard from doing harm, with what shows that it does. */

/** Kinds of controls, in the order in which the page shows them. */
export const controlKinds = [
  'law',
  'rule',
  'guard',
  'stage',
  'measure',
  'alarm',
  'row',
  'part',
  'step',
] as const;
export type ControlKind = (typeof controlKinds)[number];

/** `kind:name`, the name as the thing itself is called where it is defined. */
export type ControlKey = `${ControlKind}:${string}`;

/** Test files with names of tests in them, `describe > it`; a `*` stands for any text. */
export type Evidence = Readonly<Record<string, readonly string[]>>;

export interface Control {
  /** What it does against a hazard, in a few words. */
  readonly what: string;
  /** Files that make it so. */
  readonly code: readonly string[];
  readonly tests: Evidence;
}

export type ControlTable = Readonly<Record<ControlKey, Control>>;

export const kindOf = (key: string): string => key.slice(0, key.indexOf(':'));
export const nameOf = (key: string): string => key.slice(key.indexOf(':') + 1);

/** Where a page only says what to buy or to do, its test shows that it is said, and nothing more. */
export const isOnPaper = ({ tests }: Control): boolean =>
  Object.keys(tests).every((file) => file.startsWith('tests/docs/'));

export const evidenceOf = ({
  tests,
}: Control): { readonly file: string; readonly name: string }[] =>
  Object.entries(tests).flatMap(([file, names]) => names.map((name) => ({ file, name })));
