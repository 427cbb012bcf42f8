/** Whatever breaks in the page, STOP is there, uncovered, and stops (law L3). */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type {
  ScreeningAnswer,
  SessionAnswer,
  SkinLooksAnswer,
} from '../../src/server/contract/answers.ts';
import type { DeclinedRow } from '../../src/server/contract/declined.ts';
import type { LiveState } from '../../src/server/contract/live-state.ts';
import { atRest, inHotPhase } from '../web/fixtures.ts';
import { chromiumPath, launch, patienceMs, serve, speed, stopButton, visit } from './browser.ts';
import type { Served } from './browser.ts';
import { buildThrowing, componentNames, fakeStream, serveFrom } from './faked.ts';
import type { BuiltPage } from './faked.ts';
import { takeAway, youngerApis } from './younger-apis.ts';

const stopped = (page: Page) => page.locator('.stop-bar', { hasText: /Stopped in \d/ });

const isUncovered = (page: Page): Promise<boolean> =>
  page.evaluate<boolean>(`(() => {
    const button = document.querySelector('.stop-bar button.stop');
    const { x, y, width, height } = button.getBoundingClientRect();
    return document.elementFromPoint(x + width / 2, y + height / 2) === button && height >= 72;
  })()`);

const outcome = {
  treatmentId: 'A',
  outcome: 'faulted',
  reason: 'plate too hot',
  rule: 'plate-hot',
  coldFinish: false,
  durationS: 900,
  cem43Min: 0.1,
  coldMinutes: 10,
  coldDegreeMinutes: 80,
  phases: [{ phase: 1, kind: 'cold', setpointC: 12, owedMin: 8, inBandMin: 3.2, delivered: false }],
  skin: null,
} as const;
const alarm = {
  id: 'plate-hot',
  priority: 'high',
  text: 'The plate is too hot',
  detail: '44 °C',
  remedy: 'Take the plate off the skin.',
  present: false,
  latching: true,
  acknowledgedBy: null,
  sounding: false,
} as const;
const offers = (['acknowledgeAlarms', 'reset', 'pause', 'resume', 'endEarly'] as const).map(
  (command) => ({ command, allowed: true, reason: null }),
);
const treating: LiveState = {
  ...inHotPhase,
  offers,
  prescribed: {
    source: 'seed-spasm',
    name: 'Muscle spasm',
    site: 'calf-left',
    profile: 'standard',
    restMinutes: 120,
    phases: [1, 2, 3].map((number) => ({
      number,
      kind: number % 2 === 1 ? ('cold' as const) : ('hot' as const),
      setpointC: number % 2 === 1 ? 12 : 40,
      startS: (number - 1) * 600,
      lengthS: 600,
    })),
    totalS: 1800,
  },
  dose: { cem43Min: 0.1, cem43CapMin: 2, coldMinutes: 10, coldCapMinutes: 45 },
  alarms: [alarm, { ...alarm, id: 'dose' }],
  skinCheck: { question: 'skin', after: 'cold', askedInS: 0, leftS: 30 },
};
const tripped: LiveState = {
  ...treating,
  session: 'faulted',
  phase: null,
  skinCheck: null,
  outcome,
  trip: { rule: 'plate-hot', reading: '44', limit: '43', message: 'too hot', remedy: 'Look.' },
  drill: { fault: 'plate-a-open', by: 'Ada', injectedAtS: 800, response: null },
};
const testing: LiveState = {
  ...treating,
  session: 'selfTest',
  skinCheck: null,
  selfTest: [{ id: 'rest', label: 'at rest', verdict: 'running', detail: null }],
};

type Steps = (page: Page) => Promise<void>;
const next: Steps = async (page) => page.getByRole('button', { name: 'Next' }).click();
const site: Steps = async (page) => {
  await next(page);
  await page.getByRole('radio', { name: /Calf, left/ }).check();
};
const sound: Steps = async (page) => {
  await site(page);
  await next(page);
};
const questions: Steps = async (page) => {
  await sound(page);
  await page.getByRole('button', { name: 'Play the alarm sound' }).click();
  await page.getByRole('button', { name: 'Yes, I heard it' }).click();
};
const allClear: Steps = async (page) =>
  page.getByRole('button', { name: /answer all clear/ }).click();
const review: Steps = async (page) => {
  await questions(page);
  await allClear(page);
};
/** A problem that a clinician may have seen asks on: by whom, and when. */
const word: Steps = async (page) => {
  await questions(page);
  const seenOn = page.locator('input[type="date"]');
  const yes = page.getByRole('button', { name: 'Yes', exact: true });
  for (;;) {
    await yes.or(seenOn).first().waitFor();
    if ((await seenOn.count()) > 0) return;
    await yes.click();
  }
};
const wrong: Steps = async (page) =>
  page
    .getByRole('button', { name: /^Something is wrong/ })
    .first()
    .click();
const yaml: Steps = async (page) => {
  await page
    .getByRole('radio', { name: /own|YAML|file/i })
    .last()
    .check();
};

interface Place {
  readonly state: LiveState;
  readonly route: string;
  readonly steps?: Steps;
  /** Instead of who is signed in. */
  readonly session?: SessionAnswer;
  /** A look at the skin that is owed. */
  readonly look?: SkinLooksAnswer['looks'][number];
  /** A screening that was declined before. */
  readonly declined?: DeclinedRow;
}

const refused: Steps = async (page) => {
  await page.route('**/api/v1/commands/pause', async (route) => {
    await route.fulfill({
      status: 409,
      json: { code: 'NOT_NOW', what: 'not now', where: null, fix: null },
    });
  });
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
};
const owner = { name: 'Ada', role: 'engineer', mayMakeAccounts: true } as const;

const owed = { id: '1', site: 'calf-left', label: 'Calf, left', asks: 'how', dueInS: 0 } as const;
const refusedBefore: DeclinedRow = {
  record: 'r',
  at: null,
  label: 'Calf, left',
  sites: ['calf-left'],
  result: 'contraindicated',
  answers: [{ id: 'raynaud', answer: 'yes' }],
};
/** Of another region: what was said to be wrong there bars it. */
const other = { id: '2', site: 'forearm-right', label: 'Forearm, right', open: true } as const;

/** Where each part of the page is drawn somewhere. */
const places: Readonly<Record<string, Place>> = {
  rest: { state: atRest, route: 'treat' },
  yaml: { state: atRest, route: 'treat', steps: yaml },
  site: { state: atRest, route: 'treat', steps: site },
  sound: { state: atRest, route: 'treat', steps: sound },
  questions: { state: atRest, route: 'treat', steps: questions },
  review: { state: atRest, route: 'treat', steps: review },
  declined: { state: atRest, route: 'treat', steps: review, declined: refusedBefore },
  answered: { state: { ...atRest, session: 'screening' }, route: 'treat', steps: allClear },
  word: { state: atRest, route: 'treat', steps: word },
  look: { state: atRest, route: 'treat', look: owed },
  wrong: { state: atRest, route: 'treat', look: owed, steps: wrong },
  namedLater: { state: atRest, route: 'treat', look: { ...owed, asks: 'what' } },
  named: {
    state: {
      ...treating,
      session: 'settling',
      phase: null,
      skinCheck: { question: 'what', after: 'cold', askedInS: 0, leftS: 30 },
    },
    route: 'treat',
  },
  screening: { state: { ...atRest, session: 'screening' }, route: 'treat' },
  testing: { state: testing, route: 'treat' },
  contact: { state: { ...testing, session: 'awaitingContact', contactLeftS: 60 }, route: 'treat' },
  treating: { state: treating, route: 'treat' },
  paused: { state: { ...treating, session: 'paused', pause: { leftS: 60 } }, route: 'treat' },
  tripped: { state: tripped, route: 'treat' },
  bench: {
    state: {
      ...tripped,
      board: { ...atRest.board!, kind: 'serial', imaginary: false, bench: true },
      device: { link: 'lost', words: 'gone' },
    },
    route: 'treat',
  },
  device: { state: tripped, route: 'device' },
  history: { state: treating, route: 'history' },
  limits: { state: treating, route: 'limits' },
  settings: {
    state: treating,
    route: 'settings',
    session: { person: owner, setupNeeded: false, version: '1' },
  },
  signIn: {
    state: atRest,
    route: 'treat',
    session: { person: null, setupNeeded: false, version: '1' },
  },
  setup: {
    state: atRest,
    route: 'treat',
    session: { person: null, setupNeeded: true, version: '1' },
  },
  refused: { state: { ...treating, skinCheck: null }, route: 'treat', steps: refused },
};

describe.runIf(chromiumPath !== undefined)('a page that breaks', () => {
  let browser: Browser;
  let demo: Served;
  let built: BuiltPage;
  let known: Awaited<ReturnType<BrowserContext['storageState']>>;
  let recordIds: readonly string[];
  beforeAll(async () => {
    [browser, demo, built] = await Promise.all([
      launch(),
      serve(['demo', '--role', 'engineer', '--speed', '60']),
      buildThrowing(),
    ]);
    const { context, page } = await visit(browser, demo);
    known = await context.storageState();
    recordIds = await makeRecords(page);
    // Nothing is treated from here on: faster time would only be work.
    await speed(page, 1);
    await context.close();
  });
  afterAll(async () => {
    await browser.close();
    await demo.end();
    built.remove();
  });

  /** Two records to look at and to compare: begun and called off. */
  async function makeRecords(page: Page): Promise<string[]> {
    const done = async (path: string, body: object): Promise<void> => {
      const data = JSON.stringify(body);
      const headers = { 'Content-Type': 'application/json' };
      const answer = await page.request.post(`${demo.url}/api/v1/${path}`, { data, headers });
      expect(answer.status(), await answer.text()).toBe(200);
    };
    for (let count = 0; count < 2; count += 1) {
      await done('treatments', { prescription: { preset: 'seed-spasm' } });
      await done('commands/cancel', {});
      // An end is there to be read when the plate has settled.
      await vi.waitFor(() => done('commands/acknowledgeEnd', {}), patienceMs);
    }
    const answer = await page.request.get(`${demo.url}/api/v1/records`);
    return ((await answer.json()) as { records: { id: string }[] }).records.map(({ id }) => id);
  }

  /**
   * A page over the test's own states, whose STOP is answered, and counted. It is loaded as often as a test wishes: a
   * browser context of its own for each load takes longer than all that is done in it.
   */
  async function open(place: Place) {
    const context = await browser.newContext({ locale: 'en-GB', storageState: known });
    const wishes: string[] = [];
    await serveFrom(context, built);
    await context.route('**/api/v1/stop', async (route) => {
      wishes.push(route.request().method());
      await route.fulfill({ json: { confirmed: true } });
    });
    await context.addInitScript(`(${fakeStream})(${JSON.stringify(place.state)})`);
    const { session, look, declined } = place;
    if (look !== undefined)
      await context.route('**/api/v1/skin-looks', (route) =>
        route.fulfill({ json: { looks: [look], newest: [other] } }),
      );
    if (declined !== undefined)
      await context.route('**/api/v1/screening', async (route) => {
        const response = await route.fetch();
        const questionsAsked = (await response.json()) as ScreeningAnswer;
        await route.fulfill({ response, json: { ...questionsAsked, declined: [declined] } });
      });
    if (session !== undefined)
      await context.route('**/api/v1/session', (route) => route.fulfill({ json: session }));
    // Nothing is left of the page before, and one that has failed often is not loaded again soon.
    await context.addInitScript(
      `sessionStorage.clear(); sessionStorage.setItem('contrast-page-failures', '9')`,
    );
    await context.addInitScript(`globalThis.drawn = new Set();`);
    const page = await context.newPage();
    page.setDefaultTimeout(patienceMs);
    const load = async (): Promise<void> => {
      wishes.length = 0;
      const isFirst = page.url() === 'about:blank';
      await page.goto(`${demo.url}/#/${place.route}`);
      // To go to where one is loads nothing.
      if (!isFirst) await page.reload();
      await page.locator('main h1').first().waitFor();
      if (place.session?.person !== null)
        await page.locator('.link-state .is-good', { hasText: 'Live' }).waitFor();
      await place.steps?.(page);
    };
    await load();
    const breakPart = async (part: string): Promise<void> => {
      await page.evaluate(`globalThis.throwIn = ${JSON.stringify(part)}`);
      // What nothing changes is drawn again with another page, or by typing.
      if (place.session?.person === null) await page.getByLabel('Name').fill('A');
    };
    return { context, page, wishes, load, breakPart };
  }

  /** Of the defect and the STOP before. */
  async function expectNothingLeft(page: Page): Promise<void> {
    expect(await page.getByRole('heading', { name: 'This page has a defect' }).count()).toBe(0);
    expect(await stopped(page).count()).toBe(0);
  }

  it('takes only the part that broke, wherever it breaks: it says so, and STOP stops', async () => {
    const all: Record<string, Place> = {
      ...places,
      record: { state: treating, route: `record/${recordIds[0]}` },
      compare: { state: treating, route: `compare/${recordIds.slice(0, 2).join('/')}` },
    };
    const seen = new Set<string>();
    const silent: string[] = [];
    for (const [name, place] of Object.entries(all)) {
      const { context, page, wishes, load, breakPart } = await open(place);
      await page.waitForTimeout(500);
      const drawn = await page.evaluate<string[]>('[...drawn]');
      const title = page.getByRole('heading', { name: 'This page has a defect' });
      for (const part of drawn.filter((one) => !seen.has(one))) {
        seen.add(part);
        await load();
        await expectNothingLeft(page);
        await breakPart(part);
        try {
          await title.waitFor({ timeout: 6000 });
        } catch {
          silent.push(`${part} in ${name}`);
        }
        expect(await isUncovered(page), part).toBe(true);
        await stopButton(page).click();
        await stopped(page).waitFor();
        expect(new Set(wishes), part).toEqual(new Set(['POST']));
      }
      await context.close();
    }
    expect(silent).toEqual([]);
    expect(componentNames.filter((name) => !seen.has(name))).toEqual([]);
  });

  it('works where everything younger than the oldest browsers is missing, and so does STOP', async () => {
    const names = youngerApis();
    expect(names).toContain('Array.toSorted');
    const context = await browser.newContext({ locale: 'en-GB', storageState: known });
    await context.addInitScript(`(${takeAway})(${JSON.stringify(names)})`);
    const page = await context.newPage();
    page.setDefaultTimeout(patienceMs);
    const troubles: string[] = [];
    page.on('pageerror', ({ message }) => troubles.push(message));
    for (const route of [
      'treat',
      'history',
      'device',
      'limits',
      'settings',
      `record/${recordIds[0]}`,
    ]) {
      await page.goto(`${demo.url}/#/${route}`);
      await page.locator('main h1').first().waitFor();
      expect(await isUncovered(page), route).toBe(true);
    }
    // What this browser has of them really was taken away.
    const taken = await page.evaluate<string[]>('takenAway');
    expect(taken).toEqual(
      expect.arrayContaining(['Array.toSorted', 'Array.toReversed', 'Set.union']),
    );
    await stopButton(page).click();
    await stopped(page).waitFor();
    expect(troubles).toEqual([]);
    await context.close();
  });

  it.each([
    ['whose script does not come', '**/assets/*.js', null],
    ['whose script throws at once', '**/assets/*.js', 'throw new Error("broken at once")'],
    ['whose STOP script does not come', '**/stop.js', null],
    ['whose STOP script throws at once', '**/stop.js', 'throw new Error("broken at once")'],
  ])('%s can be stopped', async (_name, files, instead) => {
    const context = await browser.newContext({ locale: 'en-GB', storageState: known });
    await context.route(files, async (route) => {
      if (instead === null) await route.abort();
      else await route.fulfill({ body: instead, contentType: 'text/javascript' });
    });
    const page = await context.newPage();
    page.setDefaultTimeout(patienceMs);
    await page.goto(demo.url);
    if (files.includes('assets')) {
      await page.getByRole('heading', { name: 'The page could not be shown' }).waitFor();
      expect(await isUncovered(page)).toBe(true);
      await page.keyboard.press('Control+Shift+S');
      await stopped(page).waitFor();
    } else {
      await page.locator('main h1').first().waitFor();
      await stopButton(page).click();
      await page.waitForURL('**/api/v1/stop');
      expect(await page.locator('body').textContent()).toContain('"confirmed":true');
    }
    await context.close();
  });

  it('sends STOP to the port of the device too, and takes the answer that comes', async () => {
    const state = { ...treating, stopPort: 4321 };
    const { context, page } = await open({ state, route: 'treat' });
    const asked: string[] = [];
    await context.unroute('**/api/v1/stop');
    await context.route('**/api/v1/stop', async (route) => {
      const { port } = new URL(route.request().url());
      asked.push(port);
      // The server hangs; the device answers.
      if (port === '4321')
        await route.fulfill({
          json: { confirmed: true },
          headers: { 'Access-Control-Allow-Origin': '*' },
        });
    });
    await stopButton(page).click();
    await stopped(page).waitFor();
    expect(asked.toSorted()).toEqual(['4321', new URL(demo.url).port].toSorted());
    await context.close();
  });
});
