/** The look at the skin twenty minutes after a treatment: which are owed, and what somebody says who has looked. */
import { z } from '@hono/zod-openapi';
import { siteOf } from '../../safety/screening-sites.ts';
import type { DeclinedScreening } from '../../treatment/declined-before.ts';
import type { Counted } from '../../treatment/history.ts';
import { answerLater, isOwed } from '../../treatment/later-look.ts';
import type { SkinLook } from '../../treatment/later-look.ts';
import type { OpenReaction } from '../../treatment/open-reactions.ts';
import { countedFor } from '../../treatment/screened.ts';
import { reactionNamed } from '../../treatment/skin-history.ts';
import type { SkinOwed } from '../archive/record-work.ts';
import { skinLooksAnswerSchema } from '../contract/answers.ts';
import type { SkinLooksAnswer } from '../contract/answers.ts';
import { skinAnswerRequestSchema } from '../contract/requests.ts';
import type { App, ServerParts } from '../parts.ts';
import { notNow } from '../refusal.ts';
import { personFor } from './guards.ts';
import { doing, nothing, reading } from './routes.ts';

const recordSchema = z.object({ id: z.string().regex(/^(?!\.)[\w.-]{1,80}$/) });

export function addSkinLooks(app: App, parts: ServerParts): void {
  const { recordsFolder } = parts;
  app.openapi(
    reading(
      {
        path: '/api/v1/skin-looks',
        id: 'getSkinLooks',
        tag: 'treatment',
        summary: 'Skin to look at again',
        description:
          'Twenty minutes after a treatment; until it is told, nothing begins in that region.',
        errors: ['FILE_UNREADABLE', 'TOO_BUSY', 'TOO_LARGE'],
      },
      skinLooksAnswerSchema,
      nothing,
    ),
    async (c) => {
      personFor(c, 'see');
      return c.json(await looksIn(parts), 200);
    },
  );
  app.openapi(
    doing(
      {
        path: '/api/v1/skin-looks/{id}',
        id: 'answerSkinLook',
        tag: 'treatment',
        summary: 'Say how the skin is 20 min later',
        description:
          'Of a look that is owed; that something is wrong, of the newest treatment of a region at any time.',
        errors: ['NOT_ALLOWED_NOW', 'FILE_UNREADABLE', 'FILE_UNWRITABLE', 'TOO_BUSY'],
      },
      skinAnswerRequestSchema,
      skinLooksAnswerSchema,
      recordSchema,
    ),
    async (c) => {
      const { name: by } = personFor(c, 'treat');
      const { id } = c.req.valid('param');
      const { looks } = await skinOwedIn(parts);
      const said = { id, by, ...c.req.valid('json') };
      const refused = answerLater(recordsFolder, looks, said, Date.now());
      if (refused !== null) throw whyRefused[refused];
      return c.json(await looksIn(parts), 200);
    },
  );
}

const whyRefused = {
  'not owed': notNow(
    'nobody waits for that answer after this treatment',
    'GET /api/v1/skin-looks lists what is waited for. That something is wrong can be said at any time, of the newest treatment of a region.',
  ),
  'too soon': notNow(
    'twenty minutes have not passed since the treatment ended',
    'Look at the skin then; if something is wrong with it now, say so at once.',
  ),
} as const;

/** Whose sessions a start would count; null where it counts nobody's. */
export function countedIn({
  supervisor,
  history,
}: Pick<ServerParts, 'supervisor' | 'history'>): Counted | null {
  const { board } = supervisor.state;
  return board === null || board.bench ? null : countedFor({ identity: board, history });
}

interface Owed {
  readonly looks: readonly SkinLook[];
  readonly reactions: readonly OpenReaction[];
  readonly declined: readonly DeclinedScreening[];
}

/** Read and verified at the record desk: it stands before nothing that matters. */
export async function skinOwedIn(parts: ServerParts): Promise<Owed> {
  const counted = countedIn(parts);
  if (counted === null) return { looks: [], reactions: [], declined: [] };
  const { bytes } = await parts.records.ask({ kind: 'skin', counted, runningId: null });
  const { looks, reactions, declined } = JSON.parse(
    Buffer.from(bytes).toString('utf8'),
  ) as SkinOwed;
  return {
    looks: looks.map((look) => ({ ...look, dueInMs: look.dueInMs ?? Number.NaN })),
    reactions,
    declined: declined.map((one) => ({ ...one, atMs: one.atMs ?? Number.NaN })),
  };
}

const labelOf = (site: string): string => siteOf(site)?.label ?? site;

async function looksIn(parts: ServerParts): Promise<SkinLooksAnswer> {
  const { looks, reactions } = await skinOwedIn(parts);
  const open = new Set(reactions.map(({ reason }) => reactionNamed(reason.id)?.record));
  return {
    looks: looks.filter(isOwed).map(({ id, site, asks, dueInMs }) => {
      const dueInS = Math.max(0, Math.ceil(dueInMs / 1000));
      const seconds = Number.isFinite(dueInS) ? dueInS : null;
      return { id, site, label: labelOf(site), asks, dueInS: seconds };
    }),
    newest: looks.map(({ id, site }) => ({
      id,
      site,
      label: labelOf(site),
      open: open.has(id),
    })),
  };
}
