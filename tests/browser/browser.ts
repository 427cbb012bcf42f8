/** A real browser and a real server, for tests of the page as a person meets it. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';

const project = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** Debian's; none is ever downloaded. */
const programs = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
export const chromiumPath = programs.find((path) => existsSync(path));

/** For a machine that does much else besides: nothing here measures time. */
export const patienceMs = 90_000;

export const launch = (): Promise<Browser> =>
  chromium.launch({
    ...(chromiumPath === undefined ? {} : { executablePath: chromiumPath }),
    // A sandbox needs a user of its own, and tests often run as root in a container.
    args: ['--no-sandbox', '--autoplay-policy=no-user-gesture-required'],
  });

export interface Served {
  /** Lets the browser in. */
  readonly enter: string;
  readonly url: string;
  /** What the terminal showed so far. */
  readonly output: () => string;
  readonly end: () => Promise<void>;
}

/** Starts `contrast` with these words and waits for the address it prints. */
export async function serve(words: readonly string[]): Promise<Served> {
  const records = mkdtempSync(join(tmpdir(), 'contrast-page-'));
  const launcher = join(project, 'src/cli/contrast.mjs');
  const child = spawn(process.execPath, [launcher, ...words, '--port', '0', '--records', records], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text: string) => (output += text));
  }
  const [enter] = await seen(child, () => /http:\S+/.exec(output));
  return {
    enter,
    url: new URL(enter).origin,
    output: () => output,
    end: async () => {
      if (child.exitCode === null) {
        const ended = new Promise((resolve) => child.once('exit', resolve));
        child.kill('SIGTERM');
        await ended;
      }
      rmSync(records, { recursive: true, force: true });
    },
  };
}

/** Waits for something in what a program prints. */
function seen(child: ChildProcess, find: () => RegExpExecArray | null): Promise<RegExpExecArray> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      const found = find();
      if (found !== null) resolve(found);
    };
    child.stdout?.on('data', look);
    child.once('exit', (code) => {
      reject(new Error(`the server ended with ${code} before it printed an address`));
    });
  });
}

export interface Visit {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What went wrong in the page; empty: nothing did. */
  readonly troubles: readonly string[];
}

/** The code that lets a browser in is good for once; further ones come in with its cookie. */
const letIn = new WeakMap<Served, Awaited<ReturnType<BrowserContext['storageState']>>>();

/** Opens the page as a person who was let in. */
export async function visit(
  browser: Browser,
  server: Served,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<Visit> {
  const known = letIn.get(server);
  const context = await browser.newContext({
    locale: 'en-GB',
    ...options,
    ...(known === undefined ? {} : { storageState: known }),
  });
  const page = await context.newPage();
  page.setDefaultTimeout(patienceMs);
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/Failed to load resource|ERR_/.test(message.text()))
      troubles.push(message.text());
  });
  await page.goto(known === undefined ? server.enter : server.url);
  await page.locator('main h1').first().waitFor();
  if (known === undefined) letIn.set(server, await context.storageState());
  return { context, page, troubles };
}

/** From rest to the moment at which the device takes over: every answer by a click. */
export async function startTreatment(page: Page): Promise<void> {
  const next = page.getByRole('button', { name: 'Next' });
  await next.click();
  await page.getByRole('radio', { name: /Not named/ }).check();
  await next.click();
  await page.getByRole('button', { name: 'Play the alarm sound' }).click();
  await page.getByRole('button', { name: 'Yes, I heard it' }).click();
  await page.getByRole('button', { name: /answer all clear/ }).click();
  await page.getByRole('button', { name: /^Start/ }).click();
}

/** The self-test waits for a plate that still moves from the treatment before; here it is waited for at ×60. */
export async function letRest(page: Page): Promise<void> {
  await speed(page, 60);
  let beforeC = Number.NaN;
  for (let still = 0; still < 2;) {
    await page.waitForTimeout(1500);
    const { readings } = (await (
      await page.request.get(new URL('/api/v1/state', page.url()).href)
    ).json()) as {
      readings: { plateAC: number | null };
    };
    still = Math.abs((readings.plateAC ?? Number.NaN) - beforeC) < 0.1 ? still + 1 : 0;
    beforeC = readings.plateAC ?? Number.NaN;
  }
  await speed(page, 10);
}

/** The same from whatever there was before: an end that nobody has read, a trip that is latched. */
export async function startAnew(page: Page): Promise<void> {
  const reset = page.getByRole('button', { name: /^The cause is gone/ });
  const read = page.getByRole('button', { name: /^Read\./ });
  const first = page.getByRole('heading', { level: 1, name: 'New treatment' });
  await reset.or(read).or(first).first().waitFor();
  if (await reset.isVisible()) {
    await reset.click();
    await page.getByRole('button', { name: 'Reset', exact: true }).click();
    await read.waitFor();
  }
  if (await read.isVisible()) await read.click();
  await first.waitFor();
  const silence = page.getByRole('button', { name: 'Seen: silence' });
  if (await silence.isVisible()) await silence.click();
  await letRest(page);
  await startTreatment(page);
}

export const speed = async (page: Page, times: 1 | 10 | 60): Promise<void> => {
  await page.getByRole('button', { name: `×${times}`, exact: true }).click();
  await page.locator('.banner button[aria-pressed="true"]', { hasText: `×${times}` }).waitFor();
};

export const stopButton = (page: Page) => page.locator('.stop-bar button.stop');

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly nodes: readonly {
    readonly target: readonly string[];
    readonly failureSummary: string;
  }[];
}

/** What axe finds wrong for people who see, hear or move otherwise; empty: nothing. */
export async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate<{ violations: readonly Violation[] }>('axe.run()');
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
  );
}
