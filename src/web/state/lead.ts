/**
 * Which of a browser's pages listens to the server: one leads and tells the others what it hears. A browser has six
 * connections to a server, and a stream holds one of them for as long as it lasts; a seventh page would leave none. Pure.
 */

export interface Lead {
  readonly id: string;
  readonly role: 'asking' | 'following' | 'leading';
  /** Asking: since when. Following: when the one that leads was heard last. */
  readonly sinceMs: number;
}

export type LeadEvent =
  | { readonly type: 'time'; readonly nowMs: number }
  /** Another page said that it leads. */
  | { readonly type: 'leads'; readonly id: string; readonly nowMs: number }
  /** The page that led is closed. */
  | { readonly type: 'leaves'; readonly nowMs: number };

/** An answer comes within milliseconds, from a busy computer within this. */
export const answerAllowedMs = 300;
/** The one that leads speaks at least twice a second. Shorter than the silence that means DISCONNECTED. */
export const leaderAllowedMs = 1800;
/** Of several that wait, one is first. */
const mostPatienceMs = 300;

const patienceMs = (id: string): number =>
  (Number.parseInt(id.slice(0, 4), 16) / 0xffff) * mostPatienceMs;

export const asking = (id: string, nowMs: number): Lead => ({ id, role: 'asking', sinceMs: nowMs });

export function reduceLead(lead: Lead, event: LeadEvent): Lead {
  switch (event.type) {
    case 'time': {
      if (lead.role === 'leading') return lead;
      const allowedMs = lead.role === 'asking' ? answerAllowedMs : leaderAllowedMs;
      // That somebody leads needs a proof: a clock that is no number is none.
      return event.nowMs - lead.sinceMs < allowedMs + patienceMs(lead.id)
        ? lead
        : { ...lead, role: 'leading', sinceMs: event.nowMs };
    }
    case 'leads':
      // Two that lead: both hear of it, and the same one stays.
      return lead.role === 'leading' && lead.id < event.id
        ? lead
        : { ...lead, role: 'following', sinceMs: event.nowMs };
    case 'leaves':
      return lead.role === 'following' ? asking(lead.id, event.nowMs - answerAllowedMs) : lead;
  }
}
