/** Whole treatments by clicks, as an operator gives them. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import {
  chromiumPath,
  launch,
  patienceMs,
  serve,
  speed,
  startAnew,
  startTreatment,
  stopButton,
  violationsOf,
  visit,
} from './browser.ts';
import type { Served } from './browser.ts';
import { wireTo } from './wire.ts';

const short = `name: Short one
rotations: 1
cold: { setpointC: 15, minutes: 2 }
hot: { setpointC: 38, minutes: 2 }
finalCold: { minutes: 2 }
rampCPerS: 0.25
`;

const heading = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { level: 1, name });
/** How many samples the curve holds. */
const points = async (page: Page): Promise<number> =>
  Number(await page.locator('[data-points]').first().getAttribute('data-points'));

/** The downloaded file alone, without a network, as somebody reads it who was not there. */
async function readReport(context: BrowserContext, path: string): Promise<void> {
  const page = await context.newPage();
  await page.setContent(readFileSync(path, 'utf8'));
  await page.getByRole('heading', { level: 1, name: 'COMPLETED' }).waitFor();
  expect(await page.getByRole('img', { name: 'Plate and heatsink' }).count()).toBe(1);
  expect(await page.getByRole('row').count()).toBe(4);
  expect(await violationsOf(page)).toEqual([]);
  await page.close();
}

describe.runIf(chromiumPath !== undefined)('a treatment', () => {
  let browser: Browser;
  let server: Served;
  beforeAll(async () => {
    [browser, server] = await Promise.all([
      launch(),
      serve(['demo', '--role', 'engineer', '--speed', '10']),
    ]);
  });
  afterAll(async () => {
    await browser.close();
    await server.end();
  });

  it('is given by clicks from the prescription to the record, and each check is answered', async () => {
    const { page, context, troubles } = await visit(browser, server);
    await page.getByRole('button', { name: 'Checks answer themselves' }).click();
    await page.getByRole('radio', { name: 'Own prescription (text)' }).check();
    const editor = page.getByRole('textbox', { name: 'Prescription (YAML)' });
    await editor.fill(short.replace('setpointC: 38', 'setpointC: 48'));
    // The error stands at its line, and nothing can be started with it.
    await page.locator('.problem', { hasText: 'Line 4' }).first().waitFor();
    expect(await page.getByRole('button', { name: 'Next' }).getAttribute('aria-disabled')).toBe(
      'true',
    );
    await editor.fill(short);
    await page.getByText('Within all limits in force').waitFor();
    await startTreatment(page);
    await heading(page, 'Self-test').waitFor();
    await page.getByRole('button', { name: 'The plate is on the skin' }).click();
    await heading(page, 'Cold').waitFor();
    await page.getByText('Phase 1 of 3').waitFor();
    // Ending early says what it will do before it does it, and can be left alone.
    await page.getByRole('button', { name: 'End early …' }).click();
    await page.getByText('No heat has followed the cold').waitFor();
    await page.getByRole('button', { name: 'Go on with the treatment' }).click();
    const fine = page.getByRole('button', { name: 'Fine, and the plate is felt' });
    await fine.click();
    await heading(page, 'Hot').waitFor();
    await page.getByRole('button', { name: 'Warm, not hot' }).click();
    await heading(page, 'Skin check, power off').waitFor();
    await fine.click();
    await heading(page, 'Cold').waitFor();
    await heading(page, 'Completed').waitFor();
    await page.getByRole('button', { name: 'Fine, and it feels as usual' }).click();
    await page.getByRole('heading', { name: 'Skin check' }).waitFor({ state: 'detached' });
    await page.getByText('delivered', { exact: true }).waitFor();
    await page.getByText('The plate is safe to touch.').waitFor();
    await page.getByRole('link', { name: 'Open the record' }).click();
    await page
      .getByText(/^intact/)
      .first()
      .waitFor();
    expect(await points(page)).toBeGreaterThan(360);
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Export CSV' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/-SIMULATED\.csv$/);
    expect(readFileSync(await file.path(), 'utf8')).toContain('t_s,state,phase,setpoint_c');
    const report = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download the report' }).click();
    expect((await report).suggestedFilename()).toMatch(/-SIMULATED\.html$/);
    await readReport(context, await (await report).path());
    await page.getByRole('link', { name: 'Treat', exact: true }).click();
    await page.getByRole('button', { name: 'Read. Back to the start' }).click();
    await heading(page, 'New treatment').waitFor();
    expect(troubles).toEqual([]);
    await context.close();
  });

  it('pauses at once, and resumes only when asked twice', async () => {
    const { page, context } = await visit(browser, server);
    await startAnew(page);
    await page.getByRole('button', { name: 'The plate is on the skin' }).click();
    await page.getByRole('button', { name: 'Pause', exact: true }).click();
    await heading(page, 'PAUSED: Cold').waitFor();
    await page.getByRole('button', { name: 'Resume …' }).click();
    await heading(page, 'PAUSED: Cold').waitFor();
    await page.getByRole('button', { name: 'Resume: power goes on again' }).click();
    await heading(page, /^Cold/).waitFor();
    await context.close();
  });

  it('is the same for two operators, and what one does the other sees', async () => {
    const [one, other] = await Promise.all([visit(browser, server), visit(browser, server)]);
    await Promise.all([one, other].map(({ page }) => heading(page, 'Cold').waitFor()));
    await one.page.getByRole('button', { name: 'Pause', exact: true }).click();
    await heading(other.page, 'PAUSED: Cold').waitFor();
    await other.page.getByRole('button', { name: 'Resume …' }).click();
    await other.page.getByRole('button', { name: 'Resume: power goes on again' }).click();
    await heading(one.page, 'Cold').waitFor();
    await one.context.close();
    await other.context.close();
  });

  it('has a curve without a gap after the network was away, and greys what it does not know', async () => {
    const wire = await wireTo(server);
    const { page, context } = await visit(browser, server);
    await page.goto(wire.url);
    await heading(page, 'Cold').waitFor();
    const before = await points(page);
    await wire.change('silent');
    await page.getByRole('heading', { name: /^DISCONNECTED/ }).waitFor();
    await page.locator('main.gone').waitFor();
    expect(await stopButton(page).isVisible()).toBe(true);
    await wire.change('cut');
    await wire.change('whole');
    await page.getByRole('heading', { name: /^DISCONNECTED/ }).waitFor({ state: 'detached' });
    await expect.poll(() => points(page), { timeout: patienceMs }).toBeGreaterThan(before + 20);
    // Every second of the treatment, those of the dark included.
    const known = await page.evaluate<{ tS: number[] }>(`(async () => {
      const get = async (path) => (await fetch('/api/v1' + path)).json();
      return get('/records/' + (await get('/state')).treatmentId + '/samples');
    })()`);
    await expect
      .poll(() => points(page), { timeout: patienceMs })
      .toBeGreaterThanOrEqual(known.tS.length);
    await context.close();
    await wire.end();
  });

  it('ends cold when it is ended early in the heat, and can be compared with another', async () => {
    const { page, context } = await visit(browser, server);
    await speed(page, 60);
    await page.getByRole('button', { name: 'Fine, and the plate is felt' }).click();
    await heading(page, 'Hot').waitFor();
    // Whoever is asked whether it is hot has had heat.
    await page.getByRole('button', { name: 'Warm, not hot' }).click();
    await speed(page, 1);
    await page.getByRole('button', { name: 'End early …' }).click();
    await page.getByText('the final cold phase follows now').waitFor();
    await page.getByRole('button', { name: 'End early', exact: true }).click();
    await heading(page, 'Cold').waitFor();
    await speed(page, 60);
    await heading(page, 'Ended early').waitFor();
    await page.getByText('delivered', { exact: true }).waitFor();
    await page.getByRole('link', { name: 'History' }).click();
    const boxes = page.getByRole('checkbox');
    await boxes.nth(0).check();
    await boxes.nth(1).check();
    await page.getByRole('link', { name: 'Compare the two chosen' }).click();
    await page.locator('svg.compare path').nth(1).waitFor();
    await context.close();
  });
});
