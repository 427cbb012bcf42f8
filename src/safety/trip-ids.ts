/**
 * Every id under which power can be taken away, or a warning said, as closed unions: one that has no alarm and no words in
 * `alarm-table.ts` does not compile.
 */

/** Rules of the interlock table. */
export type RuleId =
  | 'stop-pressed'
  | 'plate-hot'
  | 'plate-cold'
  | 'heatsink-hot'
  | 'heatsink-mute'
  | 'sensor-open'
  | 'sensor-short'
  | 'sensor-stale'
  | 'sensor-jump'
  | 'sensor-noisy'
  | 'sensor-frozen'
  | 'sensors-disagree'
  | 'witness-disagrees'
  | 'witness-hot'
  | 'witness-cold'
  | 'relay-welded'
  | 'bridge-shorted'
  | 'supply-low'
  | 'supply-high'
  | 'current-undriven'
  | 'current-reversed'
  | 'current-missing'
  | 'fan-stalled'
  | 'too-fast'
  | 'wrong-way'
  | 'no-response'
  | 'off-course'
  | 'not-cooling-down'
  | 'guard-tripped'
  | 'lease-lost'
  | 'drive-mismatch'
  | 'dose'
  | 'phase-overrun'
  | 'session-overrun'
  | 'loop-late'
  | 'heatsink-warm'
  | 'heatsink-unjudged'
  | 'sensors-drifting'
  | 'witness-drifting'
  | 'loop-slow';

/** What the companion itself finds, beside the table. */
export type CompanionTripId =
  | 'link-lost'
  | 'record-lost'
  | 'self-test'
  | 'preparing-overdue'
  | 'not-settling';

export type TripId = RuleId | CompanionTripId;
