/** Blocks as one page that needs nothing else: no script, no request; light, dark and on paper. Pure. */
import { verdictWords } from './blocks.ts';
import type { Block } from './blocks.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
export const escaped = (text: string): string =>
  text.replaceAll(/[&<>"]/g, (character) => entities[character] ?? character);

/** What may be followed: a page beside this one, or a part of one. Anything else stays text. */
const address = /^[\w./-]*(?:#[\w-]+)?$/;

export function inline(text: string): string {
  return escaped(text)
    .split(/(`[^`]*`)/)
    .map((piece) =>
      piece.startsWith('`') && piece.endsWith('`') && piece.length > 1
        ? `<code>${piece.slice(1, -1)}</code>`
        : piece
            .replaceAll(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>')
            .replaceAll(/\[([^\]]*)\]\(([^)]*)\)/g, (whole, words: string, to: string) =>
              address.test(to) ? `<a href="${to}">${words}</a>` : whole,
            ),
    )
    .join('');
}

/** `all 413` and `412 of 413` are figures as well. */
const isNumber = (text: string): boolean => /^(?:all )?[−–-]?[\d,.]*(?: %| of [\d,]+)?$/.test(text);

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const numeric = head.map((_, column) => rows.every((row) => isNumber(row[column] ?? '')));
  const cells = (tag: 'th' | 'td', row: readonly string[]): string =>
    row
      .map(
        (text, at) => `<${tag}${numeric[at] === true ? ' class="n"' : ''}>${inline(text)}</${tag}>`,
      )
      .join('');
  return [
    '<div class="wide"><table>',
    `<thead><tr>${cells('th', head)}</tr></thead>`,
    '<tbody>',
    ...rows.map((row) => `<tr>${cells('td', row)}</tr>`),
    '</tbody></table></div>',
  ].join('\n');
}

/** As they are made of the headings of the Markdown page, so that a link serves both. */
const anchorOf = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\w\s-]/g, '')
    .trim()
    .replaceAll(/\s/g, '-');

function elementOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level} id="${anchorOf(block.text)}">${inline(block.text)}</h${block.level}>`;
    case 'paragraph':
      return `<p>${inline(block.text)}</p>`;
    case 'list':
      return `<ul>\n${block.items.map((item) => `<li>${inline(item)}</li>`).join('\n')}\n</ul>`;
    case 'table':
      return tableOf(block.head, block.rows);
    case 'plot':
      return `<figure>\n${block.svg}\n<figcaption>${inline(block.caption)}</figcaption>\n</figure>`;
    case 'verdict': {
      const items = block.failures.map((words) => `<li>${inline(words)}</li>`).join('');
      const reasons = items === '' ? '' : `<ul>${items}</ul>`;
      const kind = items === '' ? 'holds' : 'failed';
      return `<div class="verdict ${kind}"><p>${inline(verdictWords(block.failures))}</p>${reasons}</div>`;
    }
  }
}

const light =
  '--paper:#fff;--ink:#1b1f24;--soft:#5b6570;--rule:#d5dae0;--band:#f4f6f8;--cold:#1f6fb5;--hot:#c4421a;' +
  '--rest:#7a828c;--good:#2c7a4b;--bad:#b3261e;--other:#8a5fb0;--link:#0b5cad';
const dark =
  '--paper:#14171b;--ink:#e6e9ed;--soft:#a0a9b4;--rule:#363d46;--band:#1d2228;--cold:#6db3f2;--hot:#ff8f66;' +
  '--rest:#98a1ac;--good:#63c98b;--bad:#ff7b72;--other:#c39be8;--link:#7cb8ff';

const style = `
:root{color-scheme:light dark;${light}}
@media (prefers-color-scheme:dark){:root{${dark}}}
body{margin:0 auto;max-width:58rem;padding:2rem 1.25rem 4rem;background:var(--paper);color:var(--ink);
font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif}
h1{font-size:2rem;line-height:1.2;margin:0 0 .5rem}
h2{font-size:1.35rem;margin:2.6rem 0 .6rem;padding-top:.8rem;border-top:1px solid var(--rule)}
h3{font-size:1.05rem;margin:1.6rem 0 .4rem}
p,ul{max-width:46rem}
a{color:var(--link)}
code{font:.9em ui-monospace,SFMono-Regular,Menlo,"DejaVu Sans Mono",monospace}
.verdict{border:2px solid;border-radius:8px;padding:.2rem 1rem;margin:1.2rem 0;font-weight:600}
.holds{border-color:var(--good)}.failed{border-color:var(--bad)}
.verdict ul{font-weight:400}
.wide{overflow-x:auto;margin:1rem 0}
table{border-collapse:collapse;font-size:.9rem;font-variant-numeric:tabular-nums}
th,td{padding:.32rem .7rem;border-bottom:1px solid var(--rule);text-align:left;vertical-align:top}
th{background:var(--band)}
.n{text-align:right;white-space:nowrap}
figure{margin:1.4rem 0}
figcaption{color:var(--soft);font-size:.9rem;max-width:46rem}
svg{display:block;max-width:100%;height:auto}
svg text{fill:var(--ink);font-size:12px}
svg .soft{fill:var(--soft)}
svg .axis{stroke:var(--rule);stroke-width:1}
svg .bound{stroke:var(--bad);stroke-width:1.5;stroke-dasharray:5 4}
svg .limit{fill:var(--bad)}
svg .cold{fill:var(--cold);stroke:var(--cold)}
svg .hot{fill:var(--hot);stroke:var(--hot)}
svg .rest{fill:var(--rest);stroke:var(--rest)}
svg .good{fill:var(--good);stroke:var(--good)}
svg .bad{fill:var(--bad);stroke:var(--bad)}
svg .other{fill:var(--other);stroke:var(--other)}
svg .open{fill:var(--paper);stroke-width:1.6}
svg .band{fill:var(--band)}
svg .ghost{fill:var(--rule)}
@media print{:root{color-scheme:light;${light}}body{max-width:none;padding:0;font-size:10.5pt}
h2,h3{break-after:avoid}figure,tr,.verdict{break-inside:avoid}.wide{overflow:visible}a{color:inherit}}
`;

export function pageOf(title: string, blocks: readonly Block[]): string {
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8"/>',
    '<meta name="viewport" content="width=device-width, initial-scale=1"/>',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>`,
    `<title>${escaped(title)}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    ...blocks.map(elementOf),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}
