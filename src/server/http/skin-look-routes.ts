/** The look at the skin twenty minutes after a treatment: which are owed, and what somebody says who has looked. */
import { z } from '@hono/zod-openapi';
import { briefsInTurn } from '../../records/brief.ts';
import { siteOf } from '../../safety/screening-sites.ts';
import type { Counted } from '../../treatment/history.ts';
import { answerLater, owedLooks } from '../../treatment/open-reactions.ts';
import { countedFor } from '../../treatment/screened.ts';
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
    reading('/api/v1/skin-looks', 'Skin to look at again', skinLooksAnswerSchema, nothing),
    async (c) => {
      personFor(c, 'see');
      return c.json(await looksIn(parts), 200);
    },
  );
  app.openapi(
    doing(
      '/api/v1/skin-looks/{id}',
      'Say how the skin is 20 min later',
      skinAnswerRequestSchema,
      skinLooksAnswerSchema,
      recordSchema,
    ),
    async (c) => {
      const { name: by } = personFor(c, 'treat');
      const { id } = c.req.valid('param');
      const refused = answerLater(recordsFolder, { id, by, ...c.req.valid('json') }, Date.now());
      if (refused !== null) throw whyRefused[refused];
      return c.json(await looksIn(parts), 200);
    },
  );
}

const whyRefused = {
  'not owed': notNow('nobody waits for a look at the skin after this treatment'),
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

async function looksIn(parts: ServerParts): Promise<SkinLooksAnswer> {
  const { recordsFolder: folder } = parts;
  const counted = countedIn(parts);
  if (counted === null) return { looks: [] };
  const nowMs = Date.now();
  const owed = owedLooks({ folder, briefs: await briefsInTurn(folder), nowMs }, counted);
  return {
    looks: owed.map(({ id, site, dueMs }) => {
      const dueInS = Math.max(0, Math.ceil((dueMs - nowMs) / 1000));
      const label = siteOf(site)?.label ?? site;
      return { id, label, dueInS: Number.isFinite(dueInS) ? dueInS : null };
    }),
  };
}
