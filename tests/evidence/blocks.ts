/**
 * The report before it is a page: blocks that know nothing of Markdown or HTML. Texts may hold `code`, **strong** and
 * [words](address), and nothing else that means something. Pure.
 */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'table';
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  /** On the page only; `instead` says the same in Markdown, which has no plots. */
  | {
      readonly kind: 'plot';
      readonly svg: string;
      readonly caption: string;
      readonly instead: readonly Block[];
    }
  | { readonly kind: 'verdict'; readonly failures: readonly string[] };

export const heading = (level: 1 | 2 | 3, text: string): Block => ({
  kind: 'heading',
  level,
  text,
});
export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
export const list = (items: readonly string[]): Block => ({ kind: 'list', items });
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): Block => ({
  kind: 'table',
  head,
  rows,
});
export const plot = (svg: string, caption: string, ...instead: readonly Block[]): Block => ({
  kind: 'plot',
  svg,
  caption,
  instead,
});

/** What a layer shows and what it does not, always in these words. */
export const shows = (what: string, not: string): readonly Block[] => [
  paragraph(`**What it shows.** ${what}`),
  paragraph(`**What it does not show.** ${not}`),
];

export const verdictWords = (failures: readonly string[]): string =>
  failures.length === 0
    ? 'The evidence holds: everything below was tried, and nothing was found that breaks a law of the device.'
    : `FAILED: ${failures.length === 1 ? 'one thing speaks' : `${failures.length} things speak`} against the device or its evidence.`;
