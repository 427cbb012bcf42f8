/** The report: what speaks against the device is said, what is stale is said, and the pages are whole. */
import { describe, expect, it } from 'vitest';
import { failuresOf, notesOf, staleRuns } from './findings.ts';
import type { Evidence } from './findings.ts';
import { escaped, inline, pageOf } from './html.ts';
import { layerNames } from './layers.ts';
import { markdownOf } from './markdown.ts';
import { reportBlocks, withHeadline } from './report.ts';
import { sample, sampleResults, sampleWith, staleSample } from './sample.ts';

const markdown = (evidence: Evidence): string => markdownOf(reportBlocks(evidence));
const page = (evidence: Evidence): string => pageOf('The evidence', reportBlocks(evidence));
const emptyReadme = 'before\n<!-- evidence -->\n<!-- /evidence -->\nafter\n';

/** Each figure that says what was done of what there is, one short. */
const shortOfOne = layerNames.flatMap((layer) =>
  Object.entries(sample.layers[layer]).flatMap(([name, value]) =>
    typeof value === 'object' && 'done' in value
      ? [[layer, name, { ...value, done: value.done - 1 }] as const]
      : [],
  ),
);

const row = sampleResults.faults.rows[0]!;
const { simulation, mutation } = sampleResults;
const file = mutation.files[0]!;
const spoilt: readonly (readonly [what: string, evidence: Evidence, said: RegExp])[] = [
  ...shortOfOne.map(
    ([layer, name, value]) =>
      [
        `${name} of ${layer} are not complete`,
        {
          ...sample,
          layers: {
            ...sample.layers,
            [layer]: { ...sample.layers[layer], [name]: value },
          },
        },
        new RegExp(`${layer}, ${name}: 6 of 7`),
      ] as const,
  ),
  [
    'nothing was covered, of nothing',
    { ...sample, layers: { ...sample.layers, tables: { cells: { done: 0, of: 0 } } } },
    /tables, cells: 0 of 0/,
  ],
  ['a test failed', { ...sample, testsPassed: false }, /a test of the layers has failed/],
  [
    'a law was broken in a long run',
    sampleWith({ simulation: { ...simulation, violations: 1 } }),
    /1 seeded treatments broke a law/,
  ],
  [
    'a law was broken in this run',
    {
      ...sample,
      layers: { ...sample.layers, simulate: { ...sample.layers.simulate, violations: 2 } },
    },
    /2 seeded treatments broke a law/,
  ],
  [
    'a plate too hot',
    sampleWith({ simulation: { ...simulation, plateMaxC: 45.1 } }),
    /plate went to 5\.1 … 45\.1/,
  ],
  [
    'a plate that nobody saw',
    sampleWith({ simulation: { ...simulation, plateMaxC: null, plateMinC: null } }),
    /plate went to –/,
  ],
  [
    'a plate of no number',
    sampleWith({ faults: { rows: [{ ...row, plateMinC: Number.NaN }] } }),
    /the plate went to NaN/,
  ],
  [
    'a fault that is too cold',
    sampleWith({ faults: { rows: [{ ...row, plateMinC: 3.9 }] } }),
    /plate-a-open, hot: the plate went to 3\.9/,
  ],
  [
    'a fault that came to something else',
    sampleWith({ faults: { rows: [{ ...row, objections: ['seed 3: no rule tripped'] }] } }),
    /seed 3: no rule tripped/,
  ],
  ['no faults at all', sampleWith({ faults: { rows: [] } }), /faults is empty/],
  ['no mistakes at all', sampleWith({ mutation: { files: [] } }), /mistakes is empty/],
  ['no bugs at all', sampleWith({ 'planted-bugs': { bugs: [] } }), /planted bugs is empty/],
  [
    'no treatments at all',
    sampleWith({ simulation: { ...simulation, treatments: 0 } }),
    /seeded treatments is empty/,
  ],
  [
    'a mistake that is not justified',
    sampleWith({
      mutation: { files: [{ ...file, survivors: [{ line: 3, what: 'x → y', why: ' ' }] }] },
    }),
    /src\/safety\/rules\.ts:3: nobody noticed x → y/,
  ],
  [
    'a mistake that is not named',
    sampleWith({ mutation: { files: [{ ...file, noticed: 8 }] } }),
    /unnoticed mistakes are not named/,
  ],
  [
    'a bug that nobody caught',
    sampleWith({
      'planted-bugs': { bugs: [{ number: 4, what: 'a bug', path: 'a.ts', caughtBy: [] }] },
    }),
    /planted bug 4 was caught by no layer/,
  ],
  [
    'a bug that no test noticed',
    sampleWith({
      'planted-bugs': {
        pinpointed: {
          bugs: [{ number: 2, kind: 'page', what: 'a bug', path: 'a.ts', noticedBy: null }],
          kinds: [{ kind: 'page', planted: 1, noticed: 0 }],
          of: 2,
        },
      },
    }),
    /planted bug 2 was noticed by no test/,
  ],
];

describe('the evidence', () => {
  it('holds where nothing speaks against it', () => {
    expect(failuresOf(sample)).toEqual([]);
    expect(notesOf(sample)).toEqual([]);
    expect(markdown(sample)).toContain('**The evidence holds');
    expect(`${markdown(sample)}${page(sample)}`).not.toContain('FAILED');
  });

  it('has a figure of every kind to spoil', () => {
    expect(shortOfOne.length).toBe(14);
  });

  it.each(spoilt)('FAILED, on every page, after %s', (_what, evidence, said) => {
    const failures = failuresOf(evidence);
    expect(failures.join('\n')).toMatch(said);
    expect(markdown(evidence)).toMatch(/\*\*FAILED/);
    expect(markdown(evidence)).toMatch(said);
    expect(page(evidence)).toContain('FAILED');
    expect(withHeadline(emptyReadme, evidence)).toContain('**FAILED**');
  });

  it('does not ask of software what only hardware can do, nor of the device for comparison', () => {
    const beyond = sampleResults.faults.rows
      .filter(({ fault, rig }) => fault === 'link-lost' || rig !== 'reference')
      .map((one) => ({ ...one, plateMaxC: 90 }));
    expect(beyond.length).toBeGreaterThan(10);
    expect(failuresOf(sampleWith({ faults: { rows: [row, ...beyond] } }))).toEqual([]);
  });

  it('names the faults that were not tried', () => {
    const [note] = notesOf(sampleWith({ faults: { rows: [row] } }));
    expect(note).toContain('`fan-stopped`');
    expect(note).not.toContain('`plate-a-open`');
  });
});

describe('a run on earlier sources', () => {
  const stale = staleSample;

  it('is said of each, in every place, with the day', () => {
    const text = markdown(stale);
    const names = ['simulation', 'faults', 'mutation', 'planted-bugs'];
    for (const name of names)
      expect(text).toContain(`The long run “${name}” of 2026-01-31 ran on earlier sources`);
    expect(text.split('Ran on 2026-01-31, **stale: it ran on earlier sources').length - 1).toBe(4);
    expect(text).not.toContain('on exactly these sources');
    expect(markdown(sample).split('on exactly these sources').length - 1).toBe(4);
    expect(withHeadline(emptyReadme, stale)).toContain('(**stale**: 2026-01-31, earlier sources)');
    expect(withHeadline(emptyReadme, sample)).not.toContain('earlier');
  });

  it('does not fail the evidence, and keeps these sources from being released', () => {
    expect(failuresOf(stale)).toEqual([]);
    expect(staleRuns(stale).length).toBe(4);
    expect(staleRuns(sample)).toEqual([]);
  });

  it('is what a run without a witness counts as, whatever digest it bears', () => {
    const unseen = { ...sample.longRuns.simulation, witness: null };
    const evidence = { ...sample, longRuns: { ...sample.longRuns, simulation: unseen } };
    expect(staleRuns(evidence)).toEqual([
      expect.stringMatching(/“simulation”.*nothing witnesses it: stale/),
    ]);
    expect(markdown(evidence).split('on exactly these sources').length - 1).toBe(3);
  });
});

/** Every tag that opens closes, in order. */
function unclosed(html: string): string[] {
  const open: string[] = [];
  for (const [, slash, tag, selfClosed] of html
    .replace(/<style>[\s\S]*<\/style>/, '')
    .matchAll(/<(\/?)([a-zA-Z][\w]*)(?:\s+[\w:-]+="[^"<>]*")*\s*(\/?)>/g)) {
    if (slash === '/' && open.pop() !== tag) return [`</${tag}>`];
    if (slash === '' && selfClosed === '') open.push(tag!);
  }
  return open;
}

describe('the page', () => {
  it('is well-formed, and every < begins a tag', () => {
    for (const evidence of [sample, ...spoilt.map(([, one]) => one)]) {
      const html = page(evidence);
      expect(unclosed(html)).toEqual([]);
      const body = html.replace(/<style>[\s\S]*<\/style>/, '').replace('<!doctype html>', '');
      const tags = /<\/?[a-zA-Z][\w]*(?:\s+[\w:-]+="[^"<>]*")*\s*\/?>/g;
      expect(body.replaceAll(tags, '')).not.toMatch(/[<>]/);
      expect(html).not.toMatch(/undefined|Infinity|\[object/);
    }
    expect(page(sample)).not.toContain('NaN');
    expect(unclosed('<p><b></p>')).not.toEqual([]);
  });

  it('asks nobody for anything: no script, no other address', () => {
    const html = page(sample).replaceAll('http://www.w3.org/2000/svg', '');
    expect(html).not.toMatch(/<script|https?:|url\(|@import|\ssrc=|\son\w+=/i);
    expect(html).toContain('prefers-color-scheme:dark');
    expect(html).toContain('@media print');
  });

  it('shows what comes from a file as text, whatever it is', () => {
    expect(escaped(`<a href="x">&</a>`)).toBe('&lt;a href=&quot;x&quot;&gt;&amp;&lt;/a&gt;');
    expect(inline('[x](javascript:alert`1`)')).not.toContain('<a');
    expect(inline('[x](https://example.org)')).not.toContain('<a');
    expect(inline('`**a** <b>` and **c**')).toBe(
      '<code>**a** &lt;b&gt;</code> and <strong>c</strong>',
    );
    expect(page(sample)).toContain('1 → 1.1 in: a &lt;b&gt; &amp; &quot;c&quot; | d');
    expect(markdown(sample)).toContain('a <b> & "c" \\| d');
  });

  it('holds every plot that it needs, and each says what it is', () => {
    const plots = page(sample).match(/<svg [\s\S]*?<\/svg>/g) ?? [];
    expect(plots.length).toBe(5);
    for (const svg of plots) expect(svg).toMatch(/role="img">\n<title>[^<]+<\/title>/);
  });

  it('links to parts of itself and pages beside it that exist', () => {
    const known = ['hazards', 'plant', 'faults', 'statecharts', 'firmware', 'bring-up'];
    const links = [...markdown(sample).matchAll(/\]\(([^)]*)\)/g)].map(([, to]) => to!);
    for (const name of known) expect(links.some((to) => to.startsWith(`${name}.md`))).toBe(true);
    const ids = [...page(sample).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    const own = links.filter((to) => to.startsWith('#'));
    expect(own.length).toBeGreaterThan(0);
    for (const to of own) expect(ids).toContain(to.slice(1));
  });
});

describe('the headline in the README', () => {
  it('stands between its marks, and leaves the rest', () => {
    const once = withHeadline(emptyReadme, sample);
    expect(once).toMatch(
      /^before\n<!-- evidence -->\n\| what[\s\S]+\|\n<!-- \/evidence -->\nafter\n$/,
    );
    expect(withHeadline(once, sample)).toBe(once);
    expect(once).toContain('90.0 % noticed, the rest with a reason');
    const bare = { ...file, survivors: [{ line: 3, what: 'x → y', why: null }] };
    expect(withHeadline(once, sampleWith({ mutation: { files: [bare] } }))).toContain(
      '90.0 % noticed, 1 of the rest without a reason',
    );
    expect(once.split('\n').length).toBeLessThanOrEqual(16);
  });

  it.each([
    ['no marks', 'text'],
    ['one mark', '<!-- evidence -->'],
    ['marks twice', emptyReadme + emptyReadme],
  ])('is refused with %s', (_what, readme) => {
    expect(() => withHeadline(readme, sample)).toThrow('README.md needs');
  });
});
