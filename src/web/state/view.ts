/**
 * What the page knows, from what it heard, and nothing else: a pure reducer. The event stream may repeat, come late,
 * come in another order, break off and begin again; the same lines always give the same view. When the stream is gone,
 * so is the state: what was true a moment ago is not shown as true now (law L4).
 */
import type { ServerEvent } from '../../server/contract/events.ts';
import type { LiveState } from '../../server/contract/live-state.ts';
import { courseAtRest, hearLine, hearTreatment } from './course.ts';
import type { Course } from './course.ts';

/** Silence on the stream for this long is a lost stream. The server speaks at least once a second. */
export const silenceAllowedMs = 3000;

export interface View {
  readonly link: 'connecting' | 'live' | 'lost';
  /** When the stream last said anything; null: never. */
  readonly heardMs: number | null;
  /** The newest state; null where none is known. Stale while `link` is not `live`. */
  readonly live: LiveState | null;
  /** The next state is taken whatever its revision: the server may have been started anew. */
  readonly anyRevision: boolean;
  /** The record of the present or the last treatment. */
  readonly course: Course;
}

export type ViewEvent =
  /** What the stream brought, oldest first. */
  | { readonly type: 'heard'; readonly events: readonly ServerEvent[]; readonly nowMs: number }
  /** A state from the answer to a command. */
  | { readonly type: 'answered'; readonly state: LiveState }
  | { readonly type: 'opened'; readonly nowMs: number }
  | { readonly type: 'lost' }
  | { readonly type: 'time'; readonly nowMs: number };

export const viewAtStart: View = Object.freeze({
  link: 'connecting',
  heardMs: null,
  live: null,
  anyRevision: true,
  course: courseAtRest,
});

export function reduceView(view: View, event: ViewEvent): View {
  switch (event.type) {
    case 'heard':
      return event.events.reduce(hear, { ...view, heardMs: event.nowMs });
    case 'answered':
      return view.link === 'live' && isNewer(event.state, view.live)
        ? { ...view, live: event.state }
        : view;
    case 'opened':
      return { ...view, heardMs: event.nowMs, anyRevision: true };
    case 'lost':
      return view.link === 'lost' ? view : { ...view, link: 'lost', anyRevision: true };
    case 'time':
      return isSilent(view, event.nowMs) ? { ...view, link: 'lost', anyRevision: true } : view;
  }
}

/** Heard in time needs a proof: a clock that is no number is silence. */
function isSilent({ link, heardMs }: View, nowMs: number): boolean {
  if (link !== 'live' || heardMs === null) return false;
  return !(nowMs - heardMs < silenceAllowedMs);
}

const isNewer = (state: LiveState, than: LiveState | null): boolean =>
  than === null || state.revision > than.revision;

function hear(view: View, event: ServerEvent): View {
  switch (event.event) {
    case 'state': {
      if (!view.anyRevision && !isNewer(event.data, view.live)) return view;
      // Only a state says what is true now; old lines of the record may come before it.
      return { ...view, link: 'live', live: event.data, anyRevision: false };
    }
    case 'treatment':
      return { ...view, course: hearTreatment(view.course, event.data) };
    case 'record':
      return { ...view, course: hearLine(view.course, event.id, event.data) };
  }
}

/** The state as it may be shown as true now; null where the stream is gone. */
export const present = (view: View): LiveState | null => (view.link === 'live' ? view.live : null);
