/** A few shapes of a drawing. Colours follow the reader's light or dark setting. */

export interface At {
  readonly x: number;
  readonly y: number;
}
export interface Box extends At {
  readonly width: number;
  readonly height: number;
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

type Anchor = 'start' | 'middle' | 'end';

export const label = (at: At, text: string, kind = 'text', anchor: Anchor = 'middle'): string =>
  `<text class="${kind}" x="${at.x}" y="${at.y}" text-anchor="${anchor}">${escape(text)}</text>`;

const lineHeight = 15;

/** A part: a box with its words in the middle, the first line strong. */
export function box(area: Box, words: readonly string[], kind = 'part'): string {
  const { x, y, width, height } = area;
  const top = y + height / 2 - ((words.length - 1) * lineHeight) / 2 + 4;
  const lines = words.map((text, index) =>
    label({ x: x + width / 2, y: top + index * lineHeight }, text, index === 0 ? 'strong' : 'text'),
  );
  const frame = `<rect class="${kind}" x="${x}" y="${y}" width="${width}" height="${height}" rx="6"/>`;
  return [frame, ...lines].join('\n');
}

const colours = {
  light: {
    page: '#ffffff',
    ink: '#1f2328',
    faint: '#59636e',
    part: '#f6f8fa',
    guard: '#fff1e5',
    edge: '#8c959f',
    heat: '#cf222e',
  },
  dark: {
    page: '#0d1117',
    ink: '#f0f6fc',
    faint: '#9da7b3',
    part: '#161b22',
    guard: '#3a2417',
    edge: '#656c76',
    heat: '#ff7b72',
  },
} as const;

function rules(theme: Readonly<Record<keyof (typeof colours)['light'], string>>): string[] {
  return [
    `.page { fill: ${theme.page} }`,
    `.part { fill: ${theme.part}; stroke: ${theme.edge} }`,
    `.guard { fill: ${theme.guard}; stroke: ${theme.heat} }`,
    `.text, .faint, .strong, .title { fill: ${theme.ink} }`,
    `.faint { fill: ${theme.faint} }`,
    `.joint { fill: ${theme.heat} }`,
  ];
}

/** The whole drawing. */
export function drawing(
  size: { width: number; height: number },
  title: string,
  body: readonly string[],
): string {
  const style = [
    'text { font-family: system-ui, "Segoe UI", Helvetica, Arial, sans-serif; font-size: 13px }',
    '.strong { font-weight: 600 }',
    '.title { font-size: 17px; font-weight: 600 }',
    '.faint { font-size: 12px }',
    '.part, .guard { stroke-width: 1.5 }',
    ...rules(colours.light),
    `@media (prefers-color-scheme: dark) { ${rules(colours.dark).join(' ')} }`,
  ];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label="${escape(title)}">`,
    `<title>${escape(title)}</title>`,
    `<style>${style.join('\n')}</style>`,
    `<rect class="page" width="${size.width}" height="${size.height}"/>`,
    ...body,
    '</svg>',
    '',
  ].join('\n');
}
