/** The device and the health of it all. */
import { faultCatalogue } from '../../../hardware/boards/fault-catalogue.ts';
import { pinLabel, pinRoles } from '../../../hardware/parts/pin-map.ts';
import type { Check } from '../../doctor/check.ts';
import { examine } from '../../doctor/check.ts';
import { computerChecks } from '../../doctor/computer-checks.ts';
import { computerFacts } from '../../doctor/computer-facts.ts';
import { portChecks } from '../../doctor/port-checks.ts';
import { computerPorts } from '../../doctor/port-facts.ts';
import { deviceAnswerSchema, doctorAnswerSchema, healthAnswerSchema } from '../contract/answers.ts';
import type { DeviceAnswer, HealthAnswer } from '../contract/answers.ts';
import { DeviceHost } from '../device/host.ts';
import type { App, ServerParts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { personFor } from './guards.ts';
import { errorsOf, nothing, reading, toldOf } from './routes.ts';
import { createRoute } from '@hono/zod-openapi';

const deviceFacts = {
  path: '/api/v1/device',
  id: 'getDevice',
  tag: 'device',
  summary: 'The device',
  description: 'Pins, faults that a drill can inject, speeds, and how late the last ticks were.',
} as const;

const doctorFacts = {
  path: '/api/v1/device/doctor',
  id: 'getDoctor',
  tag: 'device',
  summary: 'Is everything fit for a treatment',
  description:
    'Checks of computer, folder, port and board. Nothing is driven; the board is looked at only while no treatment is under way.',
} as const;

const healthFacts = {
  path: '/healthz',
  id: 'getHealth',
  tag: 'device',
  summary: 'Do server and device answer',
  description: 'For watchdogs and proxies.',
} as const;

export function addDevice(app: App, parts: ServerParts): void {
  const { supervisor, recordsFolder } = parts;
  app.openapi(reading(deviceFacts, deviceAnswerSchema, nothing), async (c) => {
    personFor(c, 'see');
    const virtual = supervisor.state.board?.imaginary ?? false;
    const faults = faultCatalogue.map(({ id, description }) => ({ id, description }));
    return c.json(
      {
        faults: virtual ? faults : [],
        speeds: virtual ? [1, 10, 60] : [1],
        pins: pinRoles.map((role) => ({
          pin: pinLabel(role, DeviceHost.pins),
          signal: role.signal,
          wiring: role.wiring,
        })),
        processId: supervisor.processId,
        recordsFolder,
        loop: await loopOf(parts),
      },
      200,
    );
  });
  app.openapi(reading(doctorFacts, doctorAnswerSchema, nothing), async (c) => {
    personFor(c, 'see');
    const checks = [...computerReport(parts), ...(await boardReport(parts))];
    return c.json({ checks: checks.map((check) => ({ ...check, fix: check.fix ?? null })) }, 200);
  });
  addHealth(app, parts);
}

async function loopOf({ supervisor }: ServerParts): Promise<DeviceAnswer['loop']> {
  try {
    const reply = await supervisor.ask({ type: 'measure' }, 2000);
    return 'loop' in reply ? reply.loop : null;
  } catch (thrown) {
    if (thrown instanceof Refusal) return null;
    throw thrown;
  }
}

function computerReport({ version, recordsFolder, limitsFile, board }: ServerParts): Check[] {
  const facts = computerFacts({ version, recordsFolder, limitsFile: limitsFile ?? undefined });
  return [...examine(computerChecks, facts), ...portChecks(computerPorts(board))];
}

/** The board that is open is looked at by whoever has it, and by nobody else. */
async function boardReport({ supervisor }: ServerParts): Promise<Check[]> {
  try {
    const reply = await supervisor.ask({ type: 'doctor' }, 60_000);
    if (!('checks' in reply)) return [];
    return reply.checks.map(({ fix, ...check }) => (fix === undefined ? check : { ...check, fix }));
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown;
    const { what, fix, code } = thrown.body;
    const verdict = code === 'NOT_ALLOWED_NOW' ? 'warn' : 'fail';
    return [{ name: 'board', verdict, finding: what, fix }];
  }
}

function addHealth(app: App, { supervisor, streams, version }: ServerParts): void {
  const answer = { content: { 'application/json': { schema: healthAnswerSchema } } };
  const route = createRoute({
    method: 'get',
    ...toldOf('GET', healthFacts),
    responses: {
      200: { description: 'Both do.', ...answer },
      503: { description: 'The device does not.', ...answer },
      ...errorsOf('GET', healthFacts),
    },
  });
  app.openapi(route, (c) => {
    const { device, session } = supervisor.state;
    const ok = device.link === 'ready';
    const health: HealthAnswer = {
      ok,
      device: device.link,
      session,
      streams: streams.count,
      version,
    };
    return c.json(health, ok ? 200 : 503);
  });
}
