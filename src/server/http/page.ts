/** The built page: its files as they were built, and nothing that lies beside them. */
import { readFileSync, readdirSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { App, ServerParts } from '../parts.ts';
import { Refusal } from '../refusal.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.mp3': 'audio/mpeg',
  '.wav': 'audio/wav',
};

interface PageFile {
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly zipped: Uint8Array<ArrayBuffer>;
  readonly type: string;
  /** Its name changes with its contents. */
  readonly hashed: boolean;
}

const notBuilt = `<!doctype html><html lang="en"><title>Contrast Companion</title>
<h1>The page is not built</h1><p>Run <code>npm run build</code>. The API works without it: <a href="/api/v1/openapi.json">what it offers</a>.</p>
<form method="post" action="/api/v1/stop"><button>STOP</button></form>`;

function pageFiles(folder: string): ReadonlyMap<string, PageFile> {
  const files = new Map<string, PageFile>();
  for (const entry of entriesOf(folder)) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const url = `/${relative(folder, path).split(sep).join('/')}`;
    const plain = new Uint8Array(readFileSync(path));
    const type = types[extname(path)] ?? 'application/octet-stream';
    const hashed = url.startsWith('/assets/');
    files.set(url, { plain, zipped: new Uint8Array(gzipSync(plain)), type, hashed });
  }
  return files;
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true });
  } catch {
    return [];
  }
}

/** Where the device itself hears STOP stands in the page: its STOP asks no script and no session for it. */
function withStopPort(page: PageFile, stopPort: number): PageFile {
  const text = new TextDecoder().decode(page.plain);
  const told = text.replace('</head>', `<meta name="stop-port" content="${stopPort}" /></head>`);
  const plain = new Uint8Array(Buffer.from(told));
  return { ...page, plain, zipped: new Uint8Array(gzipSync(plain)) };
}

/** The files, and the page with the port that is in force: made anew only where that changes. */
function fileFinder(folder: string, supervisor: ServerParts['supervisor']) {
  const files = pageFiles(folder);
  const index = files.get('/index.html');
  let told: { readonly port: number; readonly page: PageFile } | null = null;
  return (path: string): PageFile | undefined => {
    // A page of ours that is opened by its address; files keep their own names.
    const file = files.get(path) ?? (extname(path) === '' ? index : undefined);
    const port = supervisor.state.stopPort;
    if (file === undefined || file !== index || port === null) return file;
    if (told?.port !== port) told = { port, page: withStopPort(file, port) };
    return told.page;
  };
}

export function addPage(app: App, { webFolder, supervisor }: ServerParts): void {
  const fileAt = fileFinder(webFolder, supervisor);
  app.get('*', (c) => {
    const { path } = c.req;
    if (path.startsWith('/api/')) throw missing(path);
    const file = fileAt(path);
    if (file === undefined) {
      if (extname(path) !== '') throw missing(path);
      return c.html(notBuilt);
    }
    const zip = /\bgzip\b/.test(c.req.header('accept-encoding') ?? '');
    return new Response(zip ? file.zipped : file.plain, {
      headers: {
        'Content-Type': file.type,
        'Cache-Control': file.hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
        Vary: 'Accept-Encoding',
        ...(zip ? { 'Content-Encoding': 'gzip' } : {}),
      },
    });
  });
}

export const missing = (path: string): Refusal =>
  new Refusal('NOT_FOUND', {
    what: 'there is nothing here',
    where: path.slice(0, 200),
    fix: 'GET /api/v1/openapi.json lists what there is.',
  });
