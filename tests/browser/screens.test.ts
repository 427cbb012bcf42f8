/**
 * Every screen as a person meets it: nothing wrong for axe in light and dark, nothing cut off at three widths. With
 * `CONTRAST_SCREENS=docs/screens` in the environment it also leaves a picture of each.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import {
  chromiumPath,
  launch,
  letRest,
  patienceMs,
  serve,
  speed,
  violationsOf,
  visit,
} from './browser.ts';
import type { Served } from './browser.ts';
import { wireTo } from './wire.ts';

const widths = [360, 820, 1440] as const;
const pictures = process.env['CONTRAST_SCREENS'];

/** What lies right of the edge; empty where nobody has to scroll sideways. */
const overflowing = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`document.documentElement.scrollWidth <= innerWidth ? [] :
    [...document.querySelectorAll('main *, header *, .banner *')]
      .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
      .map((one) => one.outerHTML.slice(0, 120))`);

async function examine(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.locator(`html[data-theme="${colorScheme}"]`).waitFor();
    expect.soft(await violationsOf(page), `${name}, ${colorScheme}`).toEqual([]);
  }
  for (const width of widths) {
    await page.setViewportSize({ width, height: width < 500 ? 760 : 900 });
    expect.soft(await overflowing(page), `${name} at ${width} px`).toEqual([]);
    await picture(page, name, width);
  }
}

/** One of each screen, one on a phone, one in the dark: a picture is for people, and each of them is kept for ever. */
async function picture(page: Page, name: string, width: number): Promise<void> {
  if (pictures === undefined || width !== (name === 'skin-check' ? 360 : 1440)) return;
  mkdirSync(pictures, { recursive: true });
  await page.emulateMedia({ colorScheme: name === 'running' ? 'dark' : 'light' });
  if (width === 1440) await page.setViewportSize({ width: 1100, height: 800 });
  await page.evaluate('scrollTo(0, 0)');
  await page.screenshot({ path: join(pictures, `${name}.png`), animations: 'disabled' });
}

/** A treatment of a site that is not named, up to its first cold phase. */
async function startUnnamed(page: Page): Promise<void> {
  await letRest(page);
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('radio', { name: /Not named/ }).check();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: 'Play the alarm sound' }).click();
  await page.getByRole('button', { name: 'Yes, I heard it' }).click();
  await page.getByRole('button', { name: /answer all clear/ }).click();
  await page.getByRole('button', { name: /^Start/ }).click();
  await speed(page, 10);
  await page.getByRole('heading', { level: 1, name: 'Cold' }).waitFor();
  await speed(page, 1);
}

describe.runIf(chromiumPath !== undefined)('the screens', () => {
  let browser: Browser;
  let demo: Served;
  let closed: Served;
  beforeAll(async () => {
    [browser, demo, closed] = await Promise.all([
      launch(),
      serve(['demo', '--role', 'engineer', '--speed', '1']),
      serve(['serve']),
    ]);
  });
  afterAll(async () => {
    await browser.close();
    await Promise.all([demo.end(), closed.end()]);
  });

  it('before anybody is signed in', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    page.setDefaultTimeout(patienceMs);
    await page.goto(closed.url);
    await page.getByRole('heading', { name: 'First set-up' }).waitFor();
    await examine(page, 'set-up');
    const code = /Set-up code for the first one: (\S+)/.exec(closed.output())?.[1] ?? '';
    await page.getByLabel('Set-up code').fill(code);
    await page.getByLabel('Name').fill('Ada');
    await page.getByLabel('Password').fill('a long enough sentence');
    await page.getByRole('button', { name: 'Make the account' }).click();
    await page.getByRole('link', { name: 'Settings' }).click();
    await examine(page, 'settings');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByLabel('Name').fill('Ada');
    await page.getByLabel('Password').fill('not the password');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('alert').filter({ hasText: /\w/ }).first().waitFor();
    await examine(page, 'sign-in');
    await context.close();
  });

  it('of a treatment that goes well', async () => {
    const { page, context, troubles } = await visit(browser, demo);
    await page.getByRole('button', { name: 'Checks answer themselves' }).click();
    await page.getByText('Within all limits in force').waitFor();
    await examine(page, 'prescription');
    const next = page.getByRole('button', { name: 'Next' });
    await next.click();
    await page.getByRole('radio', { name: /Calf, left/ }).check();
    await examine(page, 'site');
    await next.click();
    await page.getByRole('button', { name: 'Play the alarm sound' }).click();
    await examine(page, 'sound');
    await page.getByRole('button', { name: 'Yes, I heard it' }).click();
    await examine(page, 'question');
    await page.getByRole('button', { name: /answer all clear/ }).click();
    await examine(page, 'review');
    await page.getByRole('button', { name: /^Start/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Self-test' }).waitFor();
    await examine(page, 'self-test');
    await page.getByRole('heading', { level: 1, name: /^Cooling/ }).waitFor();
    await speed(page, 10);
    await page.getByRole('heading', { level: 1, name: /Safe to apply/ }).waitFor();
    await speed(page, 1);
    await examine(page, 'safe-to-apply');
    await page.getByRole('button', { name: 'The plate is on the skin' }).click();
    await speed(page, 60);
    await page.getByRole('heading', { level: 1, name: 'Skin check, power off' }).waitFor();
    await speed(page, 1);
    await examine(page, 'skin-check');
    await page.getByRole('button', { name: 'Fine, and the plate is felt' }).click();
    await page.getByRole('heading', { level: 1, name: 'Hot' }).waitFor();
    await page.getByText('Readings as a table').click();
    await examine(page, 'running');
    await page.getByRole('button', { name: 'Pause', exact: true }).click();
    await page.getByRole('button', { name: 'Resume …' }).click();
    await examine(page, 'paused');
    await page.getByRole('button', { name: 'Resume: power goes on again' }).click();
    // Whoever is asked whether it is hot has had heat.
    await speed(page, 10);
    await page.getByRole('button', { name: 'Warm, not hot' }).click();
    await speed(page, 1);
    await page.getByRole('button', { name: 'End early …' }).click();
    await page.getByText('the final cold phase follows now').waitFor();
    await page.getByRole('button', { name: 'End early', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Cold' }).waitFor();
    await speed(page, 60);
    await page.getByRole('heading', { level: 1, name: 'Ended early' }).waitFor();
    await page.getByText('The plate is safe to touch.').waitFor();
    await speed(page, 1);
    await examine(page, 'ended');
    await page.getByRole('button', { name: /^Read\. / }).click();
    expect(troubles).toEqual([]);
    await context.close();
  });

  it('of a drill, a trip, and a page without a network', async () => {
    const { page, context } = await visit(browser, demo);
    await page.getByRole('button', { name: 'Checks answer themselves' }).click();
    await startUnnamed(page);
    await page.getByRole('link', { name: 'Device' }).click();
    await page.getByLabel('Or choose a fault').selectOption({ value: 'plate-a-open' });
    await page.getByRole('button', { name: 'Inject it' }).click();
    await page.getByText(/^Answered by the device \(trip\) after/).waitFor();
    await page.getByRole('rowheader', { name: 'plate-a-open' }).waitFor();
    await examine(page, 'drill');
    await page.getByRole('link', { name: 'Treat', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Tripped: power cut' }).waitFor();
    await page.getByText('sensor-open').first().waitFor();
    await page.getByText('no reading').first().waitFor();
    await examine(page, 'tripped');
    const wire = await wireTo(demo);
    await page.goto(wire.url);
    await page.getByRole('heading', { level: 1, name: 'Tripped: power cut' }).waitFor();
    await wire.change('cut');
    await page.getByRole('heading', { name: /^DISCONNECTED/ }).waitFor();
    await examine(page, 'disconnected');
    await page.goto(`${demo.url}/#/device`);
    await page.getByRole('button', { name: 'Take the fault away: plate-a-open' }).click();
    await page.getByRole('button', { name: 'Seen: silence' }).click();
    await page.getByRole('link', { name: 'Treat', exact: true }).click();
    await page.getByRole('button', { name: /^The cause is gone/ }).click();
    await page.getByRole('button', { name: 'Reset', exact: true }).click();
    // A reset is no acknowledgement: how it ended stays until somebody has read it.
    const read = page.getByRole('button', { name: /^Read\. / });
    await read.waitFor();
    await examine(page, 'reset');
    await read.click();
    await page.getByRole('heading', { level: 1, name: 'New treatment' }).waitFor();
    await context.close();
    await wire.end();
  });

  it('of what is kept, and of what is in force', async () => {
    const { page, context } = await visit(browser, demo);
    await page.getByRole('link', { name: 'History' }).click();
    const boxes = page.getByRole('checkbox');
    await boxes.nth(0).check();
    await boxes.nth(1).check();
    await examine(page, 'history');
    await page.getByRole('link', { name: 'Compare the two chosen' }).click();
    await page.locator('svg.compare path').nth(1).waitFor();
    await examine(page, 'compare');
    await page.goBack();
    await page.locator('.record a').last().click();
    await page.getByText('What happened').click();
    await examine(page, 'record');
    await page.getByRole('link', { name: 'Limits' }).click();
    await page
      .getByRole('textbox', { name: 'Prescription (YAML)' })
      .fill('name: A\nrotations: 99\n');
    await page.getByText(/Line 2/).waitFor();
    await examine(page, 'limits');
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByLabel('Language').selectOption('de');
    await page.getByLabel('Temperaturen in').selectOption('F');
    await page.getByRole('checkbox', { name: /^Große Knöpfe/ }).check();
    await examine(page, 'settings-german-big');
    await page.getByRole('link', { name: 'Gerät', exact: true }).click();
    await page.getByText('°F').first().waitFor();
    await examine(page, 'device-german-big');
    await context.close();
  });

  it('of skin that is reported wrong while the plate is on it', async () => {
    const { page, context } = await visit(browser, demo);
    await startUnnamed(page);
    // Its first word cuts the power; what it is, is asked afterwards.
    await page.getByRole('button', { name: 'Something is wrong' }).click();
    await page.getByRole('group', { name: 'What is wrong?' }).waitFor();
    await examine(page, 'skin-wrong');
    await context.close();
  });
});
