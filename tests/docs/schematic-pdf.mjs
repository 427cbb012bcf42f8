/**
 * Prints the sheets of the schematic on A3: docs/schematic.pdf. Its title names the drawings that it was printed from, so
 * that a test can tell when it is old.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const docs = join(dirname(fileURLToPath(import.meta.url)), '../../docs');
export const sheetFiles = ['schematic-1.svg', 'schematic-2.svg', 'schematic-3.svg'];

/** Of all sheets, in order. */
export function schematicHash() {
  const hash = createHash('sha256');
  for (const file of sheetFiles) hash.update(readFileSync(join(docs, file)));
  return hash.digest('hex').slice(0, 16);
}

const programs = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

async function print() {
  const executablePath = programs.find((path) => existsSync(path));
  if (executablePath === undefined) {
    console.error('no browser to print with: sudo apt-get install chromium');
    process.exitCode = 1;
    return;
  }
  const pages = sheetFiles.map((file) => `<div>${readFileSync(join(docs, file), 'utf8')}</div>`);
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const page = await browser.newPage();
  await page.setContent(
    `<title>Schematic of the second board ${schematicHash()}</title>` +
      '<style>@page { size: 420mm 297mm; margin: 0 } body { margin: 0 } div { height: 296mm; break-after: page } div:last-child { break-after: auto } svg { width: 420mm; height: 296mm }</style>' +
      pages.join(''),
  );
  await page.pdf({
    path: join(docs, 'schematic.pdf'),
    width: '420mm',
    height: '297mm',
    printBackground: true,
  });
  await browser.close();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await print();
