/** How the page is built: one folder of plain files that need nothing from outside and nothing inline (CSP 'self'). */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, defineConfig } from 'vite';
import type { Plugin } from 'vite';
import { fromEach } from '../words/language.ts';
import type { LanguageWords, WordsOfPage } from '../words/language-words.ts';
import { pageEn } from '../words/page-en.ts';
import { oldestBrowsers } from './oldest-browsers.ts';

/**
 * What the chart's package can and this page never uses: axes of calendars and logarithms, its own legend, scatter plots, dots, curves that are no lines. It
 * all hangs on one function and cannot be shaken off, so it is taken out by name; a version that looks different fails
 * the build.
 */
const unusedInChart: readonly (readonly [find: string, instead: string])[] = [
  ['(paths.stepped = stepped);', ''],
  ['(paths.bars    = bars);', ''],
  ['(paths.spline  = monotoneCubic);', ''],
  ['uPlot.fmtDate = fmtDate;', ''],
  ['uPlot.tzDate  = tzDate;', ''],
  ['= genTimeStuffs(1);', '= [];'],
  ['= genTimeStuffs(1e-3);', '= [];'],
  ['(ms == 1 ? timeAxisSplitsMs(_tzDate) : timeAxisSplitsS(_tzDate))', 'null'],
  [
    'timeAxisVals(_tzDate, timeAxisStamps((ms == 1 ? _timeAxisStampsMs : _timeAxisStampsS), _fmtDate))',
    'null',
  ],
  ['timeSeriesVal(_tzDate, timeSeriesStamp(_timeSeriesStamp, _fmtDate))', 'null'],
  ['let isTime = sc.time;', 'const isTime = false;'],
  ['let isTime = mode == 1 && scales[s.scale].time;', 'const isTime = false;'],
  ['const showLegend = legend.show;', 'const showLegend = false;'],
  ['sc.distr == 3', 'false'],
  ['sc.distr == 4', 'false'],
  ['sc.distr >= 3', 'false'],
  ['mode == 2', 'false'],
  ['legend.live', 'false'],
  ['self.addSeries = addSeries;', ''],
  ['self.delSeries = delSeries;', ''],
  ['const pointsPath = points() ;', 'const pointsPath = null;'],
  ['let paths = uPlot.paths = {\n\t\tpoints,\n\t};', 'let paths = {};'],
  ['const cursorFocus = focus.prox >= 0;', 'const cursorFocus = false;'],
  ['self.addBand = addBand;', ''],
  ['self.delBand = delBand;', ''],
  ['self.setLegend = setLegend;', ''],
  ['uPlot.join = join;', ''],
  ['uPlot.rangeLog = rangeLog;', ''],
  ['uPlot.rangeAsinh = rangeAsinh;', ''],
  ['uPlot.clipGaps = clipGaps;', ''],
];

const chartPackage: Plugin = {
  name: 'chart-package',
  transform(code, id) {
    if (!id.endsWith('uPlot.esm.js')) return undefined;
    for (const [find] of unusedInChart) {
      if (!code.includes(find)) throw new Error(`uPlot has changed: "${find}" is not in it`);
    }
    return {
      code: unusedInChart.reduce((so, [find, instead]) => so.replaceAll(find, instead), code),
      map: null,
    };
  },
};

/** Keys that are put together while the page runs, as in `state.${session}`, keep their names. */
function shortKeys(): ReadonlyMap<string, string> {
  const sources = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => readFileSync(join(import.meta.dirname, path), 'utf8'));
  const families = sources.flatMap((text) =>
    [...text.matchAll(/`([\w.]+\.)\$\{/g)].map(([, family]) => family ?? ''),
  );
  const fixed = Object.keys(pageEn).filter((key) => !families.some((one) => key.startsWith(one)));
  return new Map(fixed.map((key, index) => [key, index.toString(36)]));
}

/** Names of messages are for people who write the page; what is sent needs only that they differ. */
const short = shortKeys();
const english = join(import.meta.dirname, '../words/page-en.ts');
const messageKeys: Plugin = {
  name: 'message-keys',
  enforce: 'pre',
  transform: (code, id) =>
    (id.startsWith(import.meta.dirname) || id === english) && /\.tsx?$/.test(id)
      ? {
          code: code.replaceAll(/'([\w.]+)'/g, (whole, key: string) => {
            const name = short.get(key);
            return name === undefined ? whole : `'${name}'`;
          }),
          map: null,
        }
      : undefined,
};

const withShortKeys = (page: WordsOfPage['page']): object =>
  Object.fromEntries(Object.entries(page).map(([key, text]) => [short.get(key) ?? key, text]));

const ofPage = (words: LanguageWords): Readonly<Record<keyof WordsOfPage, object>> => ({
  page: withShortKeys(words.page),
  alarms: words.alarms,
  questions: words.questions,
  sites: words.sites,
  presets: words.presets,
  facts: words.facts,
});

/**
 * A language is one file, for page, terminal and report. What is built of it for the page has the words of the page alone,
 * and the list of languages, which comes with what is loaded first, only what cannot wait for that.
 */
function languageFiles(...first: readonly (keyof LanguageWords)[]): Plugin {
  const words = join(import.meta.dirname, '../words');
  const firstOf = (all: LanguageWords): object =>
    Object.fromEntries(first.map((part) => [part, all[part]]));
  const code = new Map([[join(words, 'languages.ts'), exported(fromEach(firstOf))]]);
  fromEach((all, language) => {
    code.set(join(words, 'languages', `${language}.ts`), exported(ofPage(all)));
  });
  return {
    name: 'language-files',
    enforce: 'pre',
    load: (id) => code.get(id),
  };
}

const exported = (parts: Readonly<Record<string, object>>): string =>
  Object.entries(parts)
    .map(([name, part]) => `export const ${name} = ${JSON.stringify(part)};`)
    .join('\n');

/** STOP is a file of its own, without modules, for browsers far older than the page needs: it shares no fate with it. */
const stopScript: Plugin = {
  name: 'stop-script',
  async generateBundle() {
    const built = await build({
      configFile: false,
      logLevel: 'error',
      root: import.meta.dirname,
      publicDir: false,
      plugins: [languageFiles('stop', 'name')],
      build: {
        write: false,
        target: 'es2017',
        lib: { entry: 'stop/main.ts', formats: ['iife'], name: 'contrastStop' },
      },
    });
    const outputs = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
    const [script, ...more] = outputs;
    if (script?.type !== 'chunk' || more.length > 0) throw new Error('STOP is not one file');
    this.emitFile({ type: 'asset', fileName: 'stop.js', source: script.code });
  },
};

export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [languageFiles('plain', 'name'), messageKeys, chartPackage, stopScript],
  // The types are checked with the automatic runtime; the classic one compiles to less.
  oxc: {
    jsx: { runtime: 'classic', pragma: 'h', pragmaFrag: 'Fragment' },
    jsxInject: "import { h, Fragment } from 'preact'",
  },
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: Object.entries(oldestBrowsers).map(([name, version]) => `${name}${version}`),
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
