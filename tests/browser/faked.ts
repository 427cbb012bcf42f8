/** The page with parts that can be made to throw, over a server whose live states a test makes up. */
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { Plugin } from 'vite';
import type { BrowserContext } from 'playwright-core';

const web = join(dirname(fileURLToPath(import.meta.url)), '../../src/web');

/** The parts of the page: functions that draw. */
export const componentNames: readonly string[] = readdirSync(web, {
  recursive: true,
  encoding: 'utf8',
})
  .filter((path) => extname(path) === '.tsx')
  .flatMap((path) =>
    [...readFileSync(join(web, path), 'utf8').matchAll(/^(?:export )?function ([A-Z]\w*)\(/gm)].map(
      ([, name]) => name!,
    ),
  );

/** Each part says that it is drawn, and throws where it is told to. */
const canThrow: Plugin = {
  name: 'can-throw',
  enforce: 'pre',
  transform(code, id) {
    if (!id.startsWith(web) || !id.endsWith('.tsx')) return undefined;
    let changed = code;
    for (const { 0: head, 1: name, index } of [
      ...code.matchAll(/^(?:export )?function ([A-Z]\w*)\(/gm),
    ].toReversed()) {
      let depth = 1;
      let at = index + head.length;
      for (; depth > 0; at += 1) depth += code[at] === '(' ? 1 : code[at] === ')' ? -1 : 0;
      const body = code.indexOf('{\n', at) + 1;
      const words = `(globalThis.drawn ??= new Set()).add('${name}'); if (globalThis.throwIn === '${name}') throw new Error('thrown in ${name}');`;
      changed = changed.slice(0, body) + words + changed.slice(body);
    }
    return { code: changed, map: null };
  },
};

export interface BuiltPage {
  readonly folder: string;
  readonly remove: () => void;
}

export async function buildThrowing(): Promise<BuiltPage> {
  const folder = mkdtempSync(join(tmpdir(), 'contrast-throwing-'));
  await build({
    configFile: join(web, 'vite.config.ts'),
    logLevel: 'error',
    plugins: [canThrow],
    build: { outDir: folder, emptyOutDir: true },
  });
  return {
    folder,
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** The files of this build instead of the server's; what is asked of the API still goes to the server. */
export async function serveFrom(context: BrowserContext, { folder }: BuiltPage): Promise<void> {
  await context.route(
    (url) => !url.pathname.startsWith('/api/') && url.searchParams.size === 0,
    async (route) => {
      const { pathname } = new URL(route.request().url());
      const path = extname(pathname) === '' ? '/index.html' : pathname;
      await route.fulfill({
        body: readFileSync(join(folder, path)),
        contentType: types[extname(path)] ?? 'application/octet-stream',
      });
    },
  );
}

/** Stands in for the event stream: says `state` over and over, as JSON. */
export const fakeStream = `(state) => {
  globalThis.EventSource = class extends EventTarget {
    static CLOSED = 2;
    readyState = 1;
    constructor() {
      super();
      let revision = 1;
      setTimeout(() => this.dispatchEvent(new Event('open')));
      this.timer = setInterval(() => {
        revision += 1;
        const data = JSON.stringify({ ...state, revision });
        this.dispatchEvent(new MessageEvent('state', { data, lastEventId: '' }));
      }, 150);
    }
    close() { clearInterval(this.timer); }
  };
}`;
