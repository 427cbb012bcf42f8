/** STOP is on every page, is never covered, needs nobody signed in, and says only what the device has confirmed (L3). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page, Request } from 'playwright-core';
import {
  chromiumPath,
  launch,
  patienceMs,
  serve,
  startAnew,
  stopButton,
  visit,
} from './browser.ts';
import type { Served } from './browser.ts';
import { wireTo } from './wire.ts';

const stopped = (page: Page) => page.locator('.stop-bar', { hasText: /Stopped in \d/ });
const unconfirmed = (page: Page) => page.locator('.stop-bar', { hasText: 'NOT CONFIRMED' });

/** What is under the middle of the STOP button, and how large it is. Run in the page, so it is a text. */
const inspection = `(button) => {
  const { x, y, width, height } = button.getBoundingClientRect();
  const top = document.elementFromPoint(x + width / 2, y + height / 2);
  const others = [...document.querySelectorAll('.stop-bar :is(a, button, input, select)')];
  return {
    uncovered: top === button || button.contains(top),
    inView: x >= 0 && y >= 0 && x + width <= innerWidth && y + height <= innerHeight,
    width,
    height,
    others: others.filter((other) => other !== button).length,
  };
}`;

interface Inspection {
  readonly uncovered: boolean;
  readonly inView: boolean;
  readonly width: number;
  readonly height: number;
  readonly others: number;
}

const inspect = (page: Page): Promise<Inspection> =>
  page.evaluate<Inspection>(`(${inspection})(document.querySelector('.stop-bar button.stop'))`);

describe.runIf(chromiumPath !== undefined)('STOP', () => {
  let browser: Browser;
  let demo: Served;
  let closed: Served;
  beforeAll(async () => {
    [browser, demo, closed] = await Promise.all([
      launch(),
      serve(['demo', '--role', 'engineer', '--speed', '10']),
      serve(['serve']),
    ]);
  });
  afterAll(async () => {
    await browser.close();
    await Promise.all([demo.end(), closed.end()]);
  });

  it.each([
    { width: 360, height: 640 },
    { width: 820, height: 1180 },
    { width: 1440, height: 900 },
  ])('is large, uncovered and alone on each page at $width px', async (viewport) => {
    const { page, context } = await visit(browser, demo, { viewport });
    for (const name of ['treat', 'history', 'device', 'limits', 'settings']) {
      await page.goto(`${demo.url}/#/${name}`);
      await page.locator('main h1').first().waitFor();
      const { width, height, ...rest } = await inspect(page);
      expect(rest, name).toEqual({ uncovered: true, inView: true, others: 0 });
      expect(Math.min(width, height), name).toBeGreaterThanOrEqual(72);
    }
    await context.close();
  });

  it.each(['treat', 'history', 'device', 'limits', 'settings'])(
    'is confirmed by the device from the page %s',
    async (name) => {
      const { page, context } = await visit(browser, demo);
      await page.goto(`${demo.url}/#/${name}`);
      await stopButton(page).click();
      await stopped(page).waitFor();
      await context.close();
    },
  );

  it('works before anybody has signed in, and from the set-up page', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(closed.url);
    await page.getByRole('heading', { name: 'First set-up' }).waitFor();
    expect((await inspect(page)).uncovered).toBe(true);
    // The keys work while somebody is typing, and the field hears nothing of them.
    await page.getByLabel('Name').fill('Ada');
    await page.keyboard.press('Control+Shift+S');
    await stopped(page).waitFor({ timeout: patienceMs });
    expect(await page.getByLabel('Name').inputValue()).toBe('Ada');
    const code = /Set-up code for the first one: (\S+)/.exec(closed.output())?.[1] ?? '';
    await page.getByLabel('Set-up code').fill(code);
    await page.getByLabel('Password').fill('a long enough sentence');
    await page.getByRole('button', { name: 'Make the account' }).click();
    await page.getByRole('heading', { name: 'New treatment' }).waitFor({ timeout: patienceMs });
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor({ timeout: patienceMs });
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await stopped(page).waitFor({ timeout: patienceMs });
    await context.close();
  });

  /** A page in a cold phase, over a network that can be changed. */
  async function treatingOverWire() {
    const wire = await wireTo(demo);
    const { page, context } = await visit(browser, demo);
    await page.goto(wire.url);
    await startAnew(page);
    await page.getByRole('heading', { level: 1, name: /Cold/ }).waitFor();
    return { wire, page, context };
  }

  it.each(['cut', 'silent'] as const)(
    'says that nobody has confirmed it while server and own port are %s, keeps trying, and stops at last',
    async (how) => {
      const { wire, page, context } = await treatingOverWire();
      expect(await page.locator('main').textContent()).toContain('Phase 1 of 7');
      await wire.change(how);
      const ownPort = (url: URL): boolean =>
        url.pathname === '/api/v1/stop' && url.origin !== wire.url;
      // What is silent is never answered.
      await page.route(ownPort, (route) => (how === 'cut' ? route.abort() : undefined));
      await stopButton(page).click();
      await unconfirmed(page).waitFor();
      await page.getByRole('heading', { name: /^DISCONNECTED/ }).waitFor();
      expect((await inspect(page)).uncovered).toBe(true);
      await wire.change('whole');
      await page.unrouteAll({ behavior: 'ignoreErrors' });
      await stopped(page).waitFor();
      // What was running does not run on, and says why it ended.
      await page.getByRole('heading', { level: 1, name: /^(Stopped|Power off)/ }).waitFor();
      await context.close();
      await wire.end();
    },
  );

  it.each(['cut', 'silent'] as const)(
    'is confirmed on the own port of the device while the server is %s',
    async (how) => {
      const { wire, page, context } = await treatingOverWire();
      await wire.change(how);
      await stopButton(page).click();
      await stopped(page).waitFor();
      await wire.change('whole');
      await page.getByRole('heading', { level: 1, name: /^(Stopped|Power off)/ }).waitFor();
      await context.close();
      await wire.end();
    },
  );

  it('is not kept waiting by twelve pages of one browser: together they hold one stream', async () => {
    const { page, context } = await visit(browser, demo);
    const streams = new Set<Request>();
    context.on('request', (request) => {
      if (request.url().endsWith('/events')) streams.add(request);
    });
    const over = (request: Request): void => {
      streams.delete(request);
    };
    context.on('requestfinished', over);
    context.on('requestfailed', over);
    // The first one, where it listens already, is not counted.
    const others: Page[] = [];
    for (let count = 0; count < 11; count += 1) {
      const other = await context.newPage();
      await other.goto(demo.url);
      others.push(other);
    }
    for (const other of [page, ...others])
      await other.locator('.link-state .is-good').first().waitFor();
    await expect.poll(() => streams.size, { timeout: patienceMs }).toBeLessThanOrEqual(1);
    const last = others.at(-1)!;
    await stopButton(last).click();
    await stopped(last).waitFor();
    // The one that listened is closed: another one takes its place, and all of them go on.
    await page.close();
    await expect.poll(() => streams.size, { timeout: patienceMs }).toBe(1);
    for (const other of others) await other.locator('.link-state .is-good').first().waitFor();
    await context.close();
  });

  it('works without the page itself: what the server sends first can already stop', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(demo.url);
    await page.getByRole('button', { name: 'STOP' }).click();
    await page.waitForURL('**/api/v1/stop');
    expect(await page.locator('body').textContent()).toContain('"confirmed":true');
    await context.close();
  });
});
