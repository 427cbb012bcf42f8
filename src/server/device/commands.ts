/** What the device process does when it is asked. Every refusal says why. */
import { boardChecks } from '../../doctor/board-checks.ts';
import { watchBoard } from '../../doctor/board-facts.ts';
import { examine } from '../../doctor/check.ts';
import { committedFirmware } from '../../doctor/committed-firmware.ts';
import type { CommittedFirmware } from '../../doctor/committed-firmware.ts';
import { faultCatalogue } from '../../../hardware/boards/fault-catalogue.ts';
import { readClock } from '../../records/clock.ts';
import { usesOf } from '../../records/folder-use.ts';
import { noteSeen } from '../../records/seen.ts';
import { refuseUnguarded } from '../../treatment/board-policy.ts';
import type { CommandName } from '../contract/live-state.ts';
import type { PlainCommand } from '../contract/requests.ts';
import type { Stopped } from '../../treatment/host/stop-proof.ts';
import { namedBy } from '../../treatment/host/wishes.ts';
import { Refusal, notNow } from '../refusal.ts';
import { seenOf } from './aftermath.ts';
import { heardAtRest } from './between.ts';
import { calledOff, draftOf, onTheBench, screened } from './draft.ts';
import type { Draft, Screened } from './draft.ts';
import type { DeviceHost } from './host.ts';
import { keepDeclined } from './keep-declined.ts';
import type { DeviceReply, DeviceRequest, Screening } from './messages.ts';
import { aftermathOf } from './view.ts';

/** @throws Refusal, CompanionError */
export async function answer(host: DeviceHost, request: DeviceRequest): Promise<DeviceReply> {
  switch (request.type) {
    case 'stop':
      return { stopped: await stop(host, request.who) };
    case 'doctor':
      return { checks: await examineBoard(host) };
    case 'measure':
      return { loop: host.measure.lateness() };
    case 'start':
      await start(host, request);
      break;
    case 'screen':
      allow(host, 'screen');
      await screen(host, request);
      break;
    case 'declined':
      await declined(host, request);
      break;
    case 'wish':
      await wished(host, request.wish, request.who);
      break;
    case 'simulation':
      changeSimulation(host, request);
      break;
    case 'injectFault':
    case 'clearFault':
      changeFault(host, request);
      break;
    case 'leave':
      host.leave(request.who);
      break;
  }
  host.touch();
  return { state: host.state() };
}

function allow(host: DeviceHost, command: CommandName): void {
  const objection = host.objection(command);
  if (objection !== null) throw notNow(objection, host.wayOn(command));
}

/** Nothing stands before it: the power is off when this returns its promise. */
export async function stop(host: DeviceHost, who: string): Promise<Stopped> {
  host.allOff();
  const { draft } = host.between;
  if (draft !== null) {
    try {
      host.begin(calledOff(draft, { wish: 'stop' }, who));
      await host.nextTick();
    } catch {
      // No record can be kept of it: nothing was under way, and nothing will be.
      host.keep({ draft: null });
    }
  }
  const stopped = await host.stop(who);
  host.touch();
  return stopped;
}

type DeviceWish = Ask<'wish'>['wish'];
type Ask<Type extends DeviceRequest['type']> = Extract<DeviceRequest, { type: Type }>;

async function start(host: DeviceHost, request: Ask<'start'>): Promise<void> {
  allow(host, 'start');
  const { bench, limitsFile } = host.options;
  const { identity, rig } = host;
  refuseUnguarded(identity, bench);
  const { prescription, site, who, screening } = request;
  const draft = draftOf({ prescription, site, by: who }, { identity, bench, rig, limitsFile });
  host.keep({ draft });
  if (bench) {
    host.begin(onTheBench(draft));
    await host.nextTick();
  } else if (screening !== undefined) {
    try {
      await screen(host, { screening, who });
    } catch (thrown) {
      // Answers that are none are no reason to leave a session behind that nobody asked for.
      host.keep({ draft: null });
      throw thrown;
    }
  }
}

async function screen(
  host: DeviceHost,
  { screening, who }: Pick<Ask<'screen'>, 'screening' | 'who'>,
): Promise<void> {
  const { draft } = host.between;
  if (draft === null) throw notNow('nothing waits for its screening', 'Start a treatment first.');
  // Reading what was before takes as long as it takes; no tick is late for it.
  await host.atRest(async () => {
    await Promise.resolve();
    const result = judged(host, draft, screening, who);
    if (host.between.draft !== draft)
      throw notNow('this session was called off', 'Start it again.');
    host.begin(result);
  });
  // The session hears of the prescription in one tick, and of the screening in the next.
  await host.nextTick();
  await host.nextTick();
}

function judged(host: DeviceHost, draft: Draft, screening: Screening, who: string): Screened {
  const { recordsFolder, history } = host.options;
  const { identity } = host;
  const past = {
    recordsFolder,
    history,
    nowMs: host.hooks.utcNow().getTime(),
    clock: readClock(),
    uses: identity.imaginary ? [] : usesOf(identity.port),
  };
  return screened(draft, screening, who, identity, past);
}

/** Answers that were shown to end in no treatment: kept, and nothing begins. */
async function declined(
  host: DeviceHost,
  { start: asked, screening, who }: Ask<'declined'>,
): Promise<void> {
  allow(host, host.between.draft === null ? 'start' : 'screen');
  const { bench, limitsFile } = host.options;
  const { identity, rig } = host;
  if (bench) return;
  const draft =
    host.between.draft ??
    (asked === undefined
      ? null
      : draftOf({ ...asked, by: who }, { identity, bench, rig, limitsFile }));
  if (draft === null) throw notNow('nothing waits for its screening', 'Say what is prescribed.');
  await host.atRest(() => keepDeclined(host, draft, judged(host, draft, screening, who), who));
}

async function wished(host: DeviceHost, wish: DeviceWish, who: string): Promise<void> {
  const command = wish.wish;
  allow(host, command);
  const { treatment } = host;
  if (treatment === null) {
    if (command === 'answerSkinCheck')
      throw notNow('no treatment is under way', host.wayOn(command));
    await atRest(host, command, who);
    return;
  }
  const refused = await treatment.hosted.ask(wish, namedBy(who));
  if (refused !== null) throw notNow(refused, host.wayOn(command));
  // The session has moved by the tick that heard of it; whatever it says of it is there one later.
  if (command !== 'confirmContact') await host.nextTick();
  if (command === 'acknowledgeAlarms') await rememberSeen(host, null);
  if (command === 'acknowledgeEnd') await rememberSeen(host, who);
}

/**
 * What somebody has seen stays seen, whoever starts after this process. Where it cannot be noted it is shown once more.
 * @param endSeenBy null: of the end nothing is known
 */
async function rememberSeen(host: DeviceHost, endSeenBy: string | null): Promise<void> {
  const { treatment } = host;
  // The disk may take its time: not while anything could be driven.
  if (treatment !== null && treatment.state !== 'faulted' && treatment.state !== 'ended') return;
  const left = treatment === null ? host.between.left : aftermathOf(treatment, null, false);
  const seen = seenOf(left, endSeenBy);
  if (seen === null) return;
  await host.atRest(async () => {
    await Promise.resolve();
    try {
      noteSeen(host.options.recordsFolder, seen);
    } catch {
      // The room may be what is missing.
    }
  });
}

async function atRest(host: DeviceHost, command: PlainCommand, who: string): Promise<void> {
  host.keep(heardAtRest(host.between, command, who, host.opened.board.nowMs()));
  if (command === 'acknowledgeAlarms') await rememberSeen(host, null);
  if (command === 'acknowledgeEnd') await rememberSeen(host, who);
  const { draft } = host.between;
  if (command !== 'cancel' || draft === null) return;
  host.begin(calledOff(draft, { wish: 'cancel' }, who));
  await host.nextTick();
  await host.nextTick();
}

function changeSimulation(
  host: DeviceHost,
  { who, change: { speed, standIn } }: Ask<'simulation'>,
): void {
  allow(host, 'setSpeed');
  if (speed !== undefined) {
    host.speed = speed;
    host.treatment?.hosted.note(who, `the simulation runs at ×${speed} from here on`);
  }
  if (standIn === undefined) return;
  host.keep({ standIn });
  if (standIn) host.treatment?.standsIn();
}

function changeFault(
  host: DeviceHost,
  { type, fault, who }: Ask<'injectFault' | 'clearFault'>,
): void {
  if (!faultCatalogue.some(({ id }) => id === fault)) {
    const fix = 'GET /api/v1/device lists them.';
    throw new Refusal('BAD_REQUEST', { what: `there is no fault "${fault}"`, where: 'fault', fix });
  }
  allow(host, type);
  if (type === 'clearFault') {
    host.opened.board.simulation?.clearFault(fault);
    host.keep({ injected: host.between.injected.filter((id) => id !== fault) });
    return;
  }
  host.treatment?.injectFault(fault, who);
  host.keep({ injected: [...new Set([...host.between.injected, fault])] });
}

async function examineBoard(host: DeviceHost) {
  if (host.treatment !== null || host.between.draft !== null) {
    throw notNow(
      'the board is examined at rest only, and a treatment is there',
      'Wait for its end, acknowledge it, and ask again.',
    );
  }
  const facts = await host.atRest(() => watchBoard(host.opened));
  return examine(boardChecks, { facts, committed: committedOrNull() });
}

/** An image that cannot be read or trusted is none; `contrast firmware info` says why. */
function committedOrNull(): CommittedFirmware | null {
  try {
    return committedFirmware();
  } catch {
    return null;
  }
}
