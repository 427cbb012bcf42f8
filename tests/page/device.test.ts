/** What the device page says of board, sensors, checks, wiring and drills: every number computed a second time. */
import { all, button, factsIn, happenTo, named, wordsOf } from './document.ts';
import type { Drawn } from './document.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DeviceAnswer, DoctorAnswer } from '../../src/server/contract/answers.ts';
import type { DrillsAnswer } from '../../src/server/contract/record-answers.ts';
import type { LiveState } from '../../src/server/contract/live-state.ts';
import { translator } from '../../src/web/i18n/catalogue.ts';
import { DevicePage } from '../../src/web/screens/DevicePage.tsx';
import { atRest } from '../web/fixtures.ts';
import { Network } from './network.ts';
import { Page, decimalOf, degreesOf, looks, timeOf } from './page.ts';

// Nothing is plotted here.
vi.mock('uplot', async () => ({ default: (await import('./pen.ts')).Pen }));

/** Every number differs from every other, so that none can stand in another one's place. */
const live: LiveState = {
  ...atRest,
  board: {
    ...atRest.board!,
    kind: 'emulated',
    port: 'port 7',
    firmware: 'guard 3.2',
    guarded: true,
    memory: { condition: 'kept', number: '00c0ffee', begun: 17, lastHash: 'abcd' },
  },
  simulation: { ...atRest.simulation!, faults: ['bead-open', 'fan-dead'] },
  offers: [{ command: 'injectFault', allowed: true, reason: null }],
  readings: { plateAC: 21.3, plateBC: 22.7, heatsinkC: 28.4 },
  powered: true,
};
const device: DeviceAnswer = {
  faults: [
    { id: 'bead-open', description: 'a bead comes off' },
    { id: 'relay-stuck', description: 'the relay sticks' },
    { id: 'fan-dead', description: 'the fan stops' },
  ],
  speeds: [1],
  pins: [
    { pin: 'D9', signal: 'heat', wiring: 'to the bridge' },
    { pin: 'A0', signal: 'bead A', wiring: 'to 10 k' },
  ],
  processId: 4711,
  recordsFolder: 'records',
  loop: null,
};
const doctor: DoctorAnswer = {
  checks: [
    { name: 'node', verdict: 'ok', finding: 'version 20.19', fix: null },
    { name: 'clock', verdict: 'warn', finding: 'late by 34 ms', fix: 'Close other programs.' },
    { name: 'disk', verdict: 'fail', finding: '5 MB left', fix: 'Make room.' },
  ],
};
type Drill = DrillsAnswer['drills'][number];
const drill = (fault: string, at: number, response: Drill['response']): Drill => ({
  fault,
  by: `${fault} by Ann`,
  injectedAtS: at,
  response,
  treatmentId: 'T',
  at: null,
  simulation: true,
});
const drills: DrillsAnswer = {
  drills: [
    drill('relay-stuck', 310, { kind: 'trip', rule: 'r', afterS: 2.34 }),
    drill('fan-dead', 290, { kind: 'stop', rule: null, afterS: 41.27 }),
    drill('bead-open', 270, null),
  ],
};
const answers = (): Record<string, unknown> => ({
  'GET /device': device,
  'GET /device/doctor': doctor,
  'GET /drills': drills,
  'POST /drills': {},
  'POST /drills/clear': {},
});

let page: Page;
let network: Network;
beforeEach(() => {
  page = new Page();
  network = new Network(answers());
});
afterEach(() => {
  page.close();
  vi.unstubAllGlobals();
});

/** Runs what is wished, as the page does. */
const app = { act: (wish: () => Promise<unknown>) => wish().then(() => true) };

describe.each(looks)('in $language and °$unit, the device page', (look) => {
  const t = translator(look.language);
  const show = (state: LiveState | null): Promise<Drawn> => {
    page.show(DevicePage, {}, { ...look, live: state ?? live, app: { ...app, live: state } });
    return page.settled();
  };
  const d = (value: number): string => decimalOf(value, 1, look);

  it('has the board, each sensor by its own name, and whether there is power', async () => {
    expect([...factsIn(await show(live))]).toEqual([
      [t('device.kind'), 'emulated'],
      [t('device.port'), 'port 7'],
      [t('device.firmware'), 'guard 3.2'],
      [t('device.number'), '00c0ffee'],
      [t('device.guarded'), t('device.guardedYes')],
      [t('run.plateA'), degreesOf(21.3, look)],
      [t('run.plateB'), degreesOf(22.7, look)],
      [t('run.heatsink'), degreesOf(28.4, look)],
      [t('device.powered'), t('device.poweredYes')],
    ]);
  });

  it('says what is missing, and nothing of before, where a bead, the memory or the whole device is gone', async () => {
    await show(live);
    const bare: LiveState = {
      ...live,
      board: { ...live.board!, guarded: false, memory: null },
      readings: { ...live.readings, plateAC: null },
      powered: false,
    };
    const seen = factsIn(await show(bare));
    expect(seen.get(t('device.number'))).toBe(t('device.noMemory'));
    expect(seen.get(t('device.guarded'))).toBe(t('device.guardedNo'));
    expect(seen.get(t('run.plateA'))).toBe(t('common.noReading'));
    expect(seen.get(t('run.plateB'))).toBe(degreesOf(22.7, look));
    expect(seen.get(t('device.powered'))).toBe(t('device.poweredNo'));
    const [unknown, none] = [t('common.notKnown'), t('common.noReading')];
    expect([...factsIn(await show(null)).values()]).toEqual([
      ...Array.from({ length: 5 }, () => unknown),
      none,
      none,
      none,
      unknown,
    ]);
  });

  it('has every check with its own verdict, finding and remedy, in the order of the server', async () => {
    const root = await show(live);
    const lines = all(root, named('li', 'class', 'stack'));
    expect(lines.map(({ childNodes }) => childNodes.map(wordsOf))).toEqual([
      [`✓${t('device.check.ok')}node`, 'version 20.19'],
      [`⚠${t('device.check.warn')}clock`, 'late by 34 ms', 'Close other programs.'],
      [`✕${t('device.check.fail')}disk`, '5 MB left', 'Make room.'],
    ]);
  });

  it('has the pins, and the training record with who answered what after how long', async () => {
    const tables = all(await show(live), named('table'));
    const rows = tables.map((table) =>
      all(table, named('tr')).map(({ childNodes }) => childNodes.map(wordsOf)),
    );
    const after = (kind: 'trip' | 'stop', seconds: string): string =>
      `${t(`drill.${kind}`)}, ${t('common.seconds', { seconds })}`;
    expect(rows).toEqual([
      [
        [t('device.drillFault'), t('device.drillAnswer'), t('device.drillBy')],
        ['relay-stuck', after('trip', d(2.34)), 'relay-stuck by Ann'],
        ['fan-dead', after('stop', d(41.27)), 'fan-dead by Ann'],
        ['bead-open', t('device.drillOpen'), 'bead-open by Ann'],
      ],
      [
        ['D9', 'heat', 'to the bridge'],
        ['A0', 'bead A', 'to 10 k'],
      ],
    ]);
  });

  it('says since when a fault is in the device and not which; which, and how fast, once it is answered', async () => {
    const during = { fault: 'relay-stuck', by: 'Ann', injectedAtS: 3723, response: null };
    const now = (root: Drawn): string => wordsOf(all(root, named('p', 'role', 'status'))[0]!);
    const running = now(await show({ ...live, drill: during }));
    expect(running).toBe(t('device.drillRunning', { time: timeOf(3723) }));
    const response = { kind: 'warning' as const, rule: 'r', afterS: 6.78 };
    expect(now(await show({ ...live, drill: { ...during, response } }))).toBe(
      t('device.drillDone', { kind: t('drill.warning'), seconds: d(6.78), fault: 'relay-stuck' }),
    );
    expect(all(await show(live), named('p', 'role', 'status'))).toEqual([]);
  });
});

describe('a drill', () => {
  const t = translator('en');
  const show = (state: LiveState): Promise<Drawn> => {
    page.show(DevicePage, {}, { ...looks[0]!, live: state, app });
    return page.settled();
  };
  const press = (words: string): Promise<Drawn> =>
    page.after(() => {
      happenTo(button(page.root, words), 'click');
    });
  const sent = (): unknown[] =>
    network.asked.filter(({ method }) => method === 'POST').map(({ path, body }) => [path, body]);

  it('puts in what was chosen, and takes away the one that is pressed', async () => {
    const root = await show(live);
    await press(t('device.drillInject'));
    expect(sent()).toEqual([]);
    const [choice] = all(root, named('select'));
    expect(all(choice!, named('option')).map(wordsOf)).toEqual([
      '',
      'a bead comes off',
      'the relay sticks',
      'the fan stops',
    ]);
    await page.after(() => {
      happenTo(choice!, 'change', { value: 'relay-stuck' });
    });
    await press(t('device.drillInject'));
    await press(`${t('device.drillClear')}: fan-dead`);
    expect(sent()).toEqual([
      ['/drills', { fault: 'relay-stuck' }],
      ['/drills/clear', { fault: 'fan-dead' }],
    ]);
    await press(t('device.drillSurprise'));
    const [, { fault }] = sent().at(-1) as [string, { fault: string }];
    expect(device.faults.map(({ id }) => id)).toContain(fault);
  });

  it('is refused with the reason of the device, and is not there on a board that a person can be on', async () => {
    const offers = [{ command: 'injectFault' as const, allowed: false, reason: 'nothing runs' }];
    const root = await show({ ...live, offers });
    expect(wordsOf(all(root, named('p', 'class', 'notice'))[0]!)).toBe('nothing runs');
    await press(t('device.drillSurprise'));
    expect(sent()).toEqual([]);
    const real = await show({ ...live, board: { ...live.board!, imaginary: false } });
    expect(wordsOf(real)).not.toContain(t('device.drill'));
    expect(wordsOf(real)).toContain('bead A');
  });

  it('has its checks run again by the one button, and shows what they then find', async () => {
    const root = await show(live);
    network.answers['GET /device/doctor'] = {
      checks: [{ name: 'node', verdict: 'fail', finding: 'gone', fix: null }],
    } satisfies DoctorAnswer;
    await press(t('device.runDoctor'));
    expect(all(root, named('li', 'class', 'stack')).map(wordsOf)).toEqual([
      `✕${t('device.check.fail')}node gone`,
    ]);
  });
});
