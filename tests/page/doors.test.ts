/** Who comes in, and how: signing in, the first set-up, and what the head of every page says. */
import { all, button, happenTo, named, wordsOf } from './document.ts';
import type { Drawn } from './document.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { App } from '../../src/web/app-context.ts';
import { translator } from '../../src/web/i18n/catalogue.ts';
import { Header } from '../../src/web/parts/Header.tsx';
import type { Route } from '../../src/web/route.ts';
import { Setup, SignIn } from '../../src/web/screens/SignIn.tsx';
import { atRest } from '../web/fixtures.ts';
import { Network } from './network.ts';
import { Page, looks } from './page.ts';

let page: Page;
beforeEach(() => {
  page = new Page();
});
afterEach(() => {
  page.close();
  vi.unstubAllGlobals();
});

const fieldsOf = (root: Drawn): Drawn[] => all(root, named('input'));
const labelsOf = (root: Drawn): string[] =>
  all(root, named('label')).map((label) =>
    wordsOf(all(label, named('span', 'class', 'label'))[0]!),
  );
const type = (field: Drawn, value: string): Promise<Drawn> =>
  page.after(() => {
    happenTo(field, 'input', { value });
  });
const send = (root: Drawn): Promise<Drawn> =>
  page.after(() => {
    happenTo(all(root, named('form'))[0]!, 'submit');
  });
const kindsOf = (root: Drawn): unknown[] =>
  fieldsOf(root).map(({ attributes }) => [attributes.get('type'), attributes.get('autocomplete')]);

describe.each(looks)('in $language and °$unit', (look) => {
  const t = translator(look.language);
  const shown = (part: typeof SignIn, app: Partial<App> = {}): Drawn =>
    page.show(part, {}, { ...look, live: atRest, app });

  it('signing in sends name and password once, as typed, and then asks who is there', async () => {
    const network = new Network({ 'POST /session': {} });
    let reloads = 0;
    const reloadSession = (): Promise<void> => Promise.resolve(void (reloads += 1));
    const root = shown(SignIn, { reloadSession });
    expect(wordsOf(all(root, named('h1'))[0]!)).toBe(t('signIn.title'));
    expect(labelsOf(root)).toEqual([t('signIn.name'), t('signIn.password')]);
    expect(kindsOf(root)).toEqual([
      ['text', 'username'],
      ['password', 'current-password'],
    ]);
    await type(fieldsOf(root)[0]!, 'Ann');
    await type(fieldsOf(root)[1]!, ' a long sentence ');
    expect(wordsOf(button(root, t('signIn.button')))).toBe(t('signIn.button'));
    await page.after(() => {
      happenTo(all(root, named('form'))[0]!, 'submit');
      happenTo(all(root, named('form'))[0]!, 'submit');
    });
    const body = { name: 'Ann', password: ' a long sentence ' };
    expect(network.asked).toEqual([{ method: 'POST', path: '/session', body }]);
    expect(reloads).toBe(1);
  });

  it('a refusal is shown in the words of the server, and gone with the next attempt', async () => {
    const network = new Network({});
    const root = shown(SignIn, { reloadSession: () => Promise.resolve() });
    await send(root);
    const alerts = (): string[] => all(root, named('div', 'role', 'alert')).map(wordsOf);
    expect(alerts()).toEqual(['unknown. /session none']);
    network.answers['POST /session'] = {};
    await send(root);
    expect(alerts()).toEqual([]);
  });

  it('a server that does not answer is said in the language of the page', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('refused')));
    const root = shown(SignIn);
    await send(root);
    expect(all(root, named('div', 'role', 'alert')).map(wordsOf)).toEqual([t('common.noAnswer')]);
  });

  it('the first account is made with the code, a name, a password and a role', async () => {
    const network = new Network({ 'POST /setup': {} });
    const root = shown(Setup);
    expect(wordsOf(root)).toContain(t('setup.text'));
    expect(wordsOf(root)).toContain(t('setup.passwordHint'));
    expect(labelsOf(root)).toEqual([
      t('setup.code'),
      t('signIn.name'),
      t('signIn.password'),
      t('setup.role'),
    ]);
    expect(kindsOf(root)).toEqual([
      ['text', 'one-time-code'],
      ['text', 'username'],
      ['password', 'new-password'],
    ]);
    const roles = ['engineer', 'clinician', 'operator', 'viewer'] as const;
    expect(all(root, named('option')).map(wordsOf)).toEqual(roles.map((role) => t(`role.${role}`)));
    for (const [at, text] of [' 12-34 ', 'Ann', 'a long sentence'].entries())
      await type(fieldsOf(root)[at]!, text);
    await page.after(() => {
      happenTo(all(root, named('select'))[0]!, 'change', { value: 'clinician' });
    });
    await send(root);
    expect(network.asked).toEqual([
      {
        method: 'POST',
        path: '/setup',
        body: { code: '12-34', name: 'Ann', password: 'a long sentence', role: 'clinician' },
      },
    ]);
  });

  const head = (route: Route, app: Partial<App>, link: 'live' | 'connecting' | 'lost' = 'live') =>
    page.show(Header, { route }, { ...look, live: atRest, view: { link }, app });
  const inside: Partial<App> = {
    session: {
      person: { name: 'Ann', role: 'operator', mayMakeAccounts: false },
      setupNeeded: false,
      version: '1',
    },
  };
  const pages = ['treat', 'history', 'device', 'limits', 'settings'] as const;

  it('the head leads to every page, and marks the one that is open', () => {
    const marked = (route: Route): string[] =>
      all(head(route, inside), named('a', 'aria-current', 'page')).map(wordsOf);
    const links = all(head({ page: 'treat' }, inside), named('nav')).flatMap((nav) =>
      all(nav, named('a')),
    );
    expect(links.map((link) => [wordsOf(link), link.attributes.get('href')])).toEqual(
      pages.map((name) => [t(`nav.${name}`), `#/${name}`]),
    );
    for (const name of pages) expect(marked({ page: name })).toEqual([t(`nav.${name}`)]);
    expect(marked({ page: 'record', id: 'A' })).toEqual([t('nav.history')]);
  });

  it('the head says whether the device is heard, and whether the page may sound', () => {
    const said = (link: 'live' | 'connecting' | 'lost', soundProven: boolean): string[] => {
      const root = head({ page: 'treat' }, { ...inside, soundProven }, link);
      return all(root, named('span', 'class', 'link-state'))[0]!.childNodes.map(wordsOf);
    };
    expect(said('live', true)).toEqual([`●${t('link.live')}`, `♪${t('sound.on')}`]);
    expect(said('connecting', true)[0]).toBe(`✕${t('link.connecting')}`);
    expect(said('lost', false)).toEqual([`✕${t('link.lost')}`, `✕♪ ${t('sound.turnOn')}`]);
  });

  it('the head of somebody who is not signed in leads nowhere, and says nothing of the device', () => {
    for (const session of [null, { ...inside.session!, person: null }]) {
      const root = head({ page: 'treat' }, { session });
      expect(all(root, named('nav'))).toEqual([]);
      expect(wordsOf(root)).toBe(`${t('app.skip')} ${t('app.name')}`);
    }
  });
});
