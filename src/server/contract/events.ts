/**
 * The one event stream, `GET /api/v1/events`.
 *
 * - `state`: the newest `LiveState`. It has no event id: an older one is worth nothing, and slow pages skip some. It comes
 *   at least once a second, changed or not: a page that hears nothing for 3 s says DISCONNECTED.
 * - `record`: one line of the record of the treatment, as it is on disk. Its event id is `TREATMENTID:SEQ`, so a page
 *   that comes back with `Last-Event-ID` (browsers send it by themselves) gets exactly the lines that it missed. Without
 *   it, the whole record of the present treatment, or of the last one, is replayed first.
 * - `treatment`: the lines that follow are of this record; curves of another one are to be dropped.
 */
import { z } from 'zod';
import { liveStateSchema } from './live-state.ts';

export { liveStateSchema } from './live-state.ts';
export type { RecordLine } from '../../records/record-line.ts';

/** `20260101T101112345Z-ab12:17`: a record and the number of a line in it. */
export const eventIdPattern = /^([\w.-]{1,64}):(\d{1,9})$/;

export const treatmentEventSchema = z.strictObject({
  treatmentId: z.string(),
  fromSeq: z.number().describe('Number of the first line that follows; 0: from the beginning.'),
});

export const serverEventSchema = z.discriminatedUnion('event', [
  z.strictObject({ event: z.literal('state'), data: liveStateSchema }),
  z.strictObject({
    event: z.literal('record'),
    id: z.string(),
    data: z
      .looseObject({ seq: z.number(), t: z.number().nullable(), type: z.string() })
      .describe('A `RecordLine` with its `seq`, `t`, `at`, `type`, fields and `hash`.'),
  }),
  z.strictObject({ event: z.literal('treatment'), data: treatmentEventSchema }),
]);
export type ServerEvent = z.infer<typeof serverEventSchema>;
