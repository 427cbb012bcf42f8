/** A whole way through a treatment with the keyboard alone, as a switch or a screen reader goes it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { chromiumPath, launch, patienceMs, serve, visit } from './browser.ts';
import type { Served } from './browser.ts';

/** The words of what has the focus. */
const focused = (page: Page): Promise<string> =>
  page.evaluate<string>(`(() => {
    const one = document.activeElement;
    if (!one.matches('a, button, input, select, textarea, summary')) return '';
    const label = one.labels?.[0]?.textContent ?? one.getAttribute('aria-label') ?? one.textContent;
    return (label ?? '').trim();
  })()`);

/** What has the focus lies above the STOP bar, or is STOP (WCAG 2.4.11). */
const isObscured = (page: Page): Promise<boolean> =>
  page.evaluate<boolean>(`(() => {
    const one = document.activeElement;
    const bar = document.querySelector('.stop-bar');
    if (bar.contains(one) || one.tagName === 'MAIN' || one === document.body) return false;
    return one.getBoundingClientRect().bottom > bar.getBoundingClientRect().top + 1;
  })()`);

/** Presses Tab until these words have the focus, and fails where they are never reached. */
async function tabTo(page: Page, words: RegExp): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    if (words.test(await focused(page))) {
      expect(await isObscured(page), String(words)).toBe(false);
      return;
    }
  }
  throw new Error(`the keyboard does not reach ${words.source}; last: ${await focused(page)}`);
}

describe.runIf(chromiumPath !== undefined)('with the keyboard alone', () => {
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

  it('a treatment is started, paused, resumed and stopped, and each phase is announced', async () => {
    const { page, context } = await visit(browser, server);
    await page.getByText('Within all limits in force').waitFor();
    const press = async (words: RegExp): Promise<void> => {
      await tabTo(page, words);
      await page.keyboard.press('Enter');
    };
    await press(/^Next$/);
    await page.getByRole('radio').first().waitFor();
    await tabTo(page, /Calf, left/);
    await page.keyboard.press('Space');
    await press(/^Next$/);
    await press(/^Play the alarm sound$/);
    await press(/^Yes, I heard it$/);
    await press(/answer all clear/);
    await press(/^Start/);
    await page
      .getByRole('status')
      .filter({ hasText: /Cold, 10 minutes/ })
      .waitFor();
    await press(/^Pause$/);
    await page.getByRole('heading', { level: 1, name: /^PAUSED/ }).waitFor();
    await page.getByRole('status').filter({ hasText: 'Paused' }).waitFor();
    await press(/^Resume …$/);
    await press(/^Resume: power/);
    await page.getByRole('heading', { level: 1, name: 'Cold' }).waitFor();
    await tabTo(page, /^STOP/);
    await page.keyboard.press('Enter');
    await page.locator('.stop-bar', { hasText: /Stopped in \d/ }).waitFor({ timeout: patienceMs });
    await context.close();
  });

  it('the first Tab leads past the navigation, and one Escape stops nothing', async () => {
    const { page, context } = await visit(browser, server);
    await page.evaluate('document.activeElement.blur()');
    await tabTo(page, /^Skip to the content$/);
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.tagName')).toBe('MAIN');
    await page.keyboard.press('Escape');
    expect(await page.locator('.stop-bar').getAttribute('data-kind')).toBe('ready');
    await context.close();
  });
});
