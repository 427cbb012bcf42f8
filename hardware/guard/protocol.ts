/**
 * The guard protocol's table of ids: frames, states, reasons, timing. The one source for the host and, through a
 * generated header, for the firmware; docs/guard-protocol.md explains it.
 *
 * Frames are Firmata sysex messages in the range that Firmata leaves to users (0x01…0x0F). Every value travels in
 * septets, low septet first; every frame ends with a CRC.
 */

export const protocolVersion = 5;

/** Septets of a field: 1 holds 7 bits, 2 hold 14, 3 hold 21, 5 hold 32. */
export type Septets = 1 | 2 | 3 | 5;
export type FrameLayout = Readonly<Record<string, Septets>>;

/** What both sides limit. Counts of the converter fall as the temperature rises. */
const boundFields = {
  /** Hottest allowed bead: a count below this trips. */
  ceilingCounts: 2,
  /** Coldest allowed bead: a count above this trips. */
  floorCounts: 2,
  /** Largest PWM count of each side, 0…255. */
  maxHeatCount: 2,
  maxCoolCount: 2,
  /** Longest drive in one direction, and longest time armed, in seconds. */
  oneWayS: 2,
  sessionS: 2,
} as const satisfies FrameLayout;

const limitFields = {
  ...boundFields,
  /** Parts of the device that the board is to judge (`partBits`): more of them is narrower. */
  parts: 1,
} as const satisfies FrameLayout;

/** What the board keeps in its EEPROM for the host; it judges nothing by it. */
const memoryFields = {
  /** Of the board itself: given once, and never another one. 0: it has none. */
  number: 5,
  /** Treatments begun on it. */
  begun: 5,
  /** First 16 bytes of the hash of the newest line of its newest record, as four numbers, the first byte the highest. */
  hash0: 5,
  hash1: 5,
  hash2: 5,
  hash3: 5,
} as const satisfies FrameLayout;

/** Host to board. Each begins with `sequence`. */
export const hostFrames = {
  /** Who are you? Accepted in every state; outside `armed` it draws a new challenge. */
  hello: { id: 0x01, fields: { sequence: 2, version: 1, nonce: 2 } },
  /** Narrows the limits in force. A wider value is refused whole. Not while armed. */
  narrow: { id: 0x02, fields: { sequence: 2, ...limitFields } },
  /** idle → armed. `limitsCrc` proves that the host knows the limits in force. */
  arm: { id: 0x03, fields: { sequence: 2, limitsCrc: 3 } },
  /** Renews the lease, and commits the drive that Firmata writes have staged, if it is this one. */
  renew: { id: 0x04, fields: { sequence: 2, coolCount: 2, heatCount: 2, switches: 1 } },
  /** armed → idle, everything off. */
  disarm: { id: 0x05, fields: { sequence: 2 } },
  /** tripped → idle, only with safe readings and the reason that is latched. */
  clear: { id: 0x06, fields: { sequence: 2, reason: 1 } },
  /** What do you remember? */
  recall: { id: 0x07, fields: { sequence: 2 } },
  /** Remember this. Not while armed, not with another number, and the count only as it is or one more. */
  remember: { id: 0x0b, fields: { sequence: 2, ...memoryFields } },
} as const satisfies Record<string, { readonly id: number; readonly fields: FrameLayout }>;

/** Board to host. */
export const boardFrames = {
  identity: {
    id: 0x08,
    fields: {
      nonce: 2,
      version: 1,
      major: 1,
      minor: 1,
      patch: 1,
      /** First 32 bits of the SHA-256 of the sources that the firmware was built from. */
      buildHash: 5,
      uptimeMs: 5,
      /** MCUSR as the ATmega328P had it at boot: 1 power-on, 2 external, 4 brown-out, 8 watchdog. */
      resetCause: 1,
      /** Seeds the CRC of every frame but hello and identity. */
      challenge: 3,
      /** As they are burnt in, and no part is. The frame is that of every number of the protocol: each side can name the other's. */
      ...boundFields,
    },
  },
  /** The limits in force, in answer to narrow. */
  limits: { id: 0x09, fields: limitFields },
  /** Five times a second, and at once when the state changes. */
  status: {
    id: 0x0a,
    fields: {
      /** Of the last host frame that was accepted. */
      sequence: 2,
      state: 1,
      reason: 1,
      /** What the reason was found on: a channel's number, or 0; its value and limit. */
      channel: 1,
      value: 2,
      limit: 2,
      leaseLeftMs: 2,
      /** What the pins really have. */
      coolCount: 2,
      heatCount: 2,
      switches: 1,
      plateACounts: 2,
      plateBCounts: 2,
      heatsinkCounts: 2,
      /** The chip's own reference against the supply of the converter. */
      bandGapCounts: 2,
      /** Edges of the fan's tachometer in the last whole window. */
      fanEdges: 2,
      /** Host frames refused since boot, stops at 16383. */
      refusedFrames: 2,
      uptimeMs: 5,
    },
  },
  /** In answer to recall, and to remember once it is written and was read back. */
  memory: { id: 0x0c, fields: { condition: 1, ...memoryFields } },
} as const satisfies Record<string, { readonly id: number; readonly fields: FrameLayout }>;

/** Bits of `switches`. */
export const switchBits = { enable: 1, relay: 2, fanOff: 4, stopLoopClosed: 8 } as const;

export const guardStates = ['booting', 'idle', 'armed', 'tripped'] as const;
export type GuardState = (typeof guardStates)[number];

/** How the board's memory is: never written, as it was told, or neither copy of it whole. */
export const memoryConditions = ['blank', 'kept', 'damaged'] as const;
export type MemoryCondition = (typeof memoryConditions)[number];

/** Why the board tripped; the index is the number on the wire. */
export const guardReasons = [
  'none',
  'lease-lost',
  'drive-mismatch',
  'both-sides',
  'over-cap',
  'reversal',
  'one-way',
  'session',
  'stop-pressed',
  'sensor-open',
  'sensor-short',
  'plate-hot',
  'plate-cold',
  'heatsink-hot',
  'sensors-disagree',
  'too-fast',
  'watchdog',
  'witness-disagrees',
  'converter',
  'ground',
  'relay-welded',
  'supply-low',
  'supply-high',
  'bridge-shorted',
  'fan-stalled',
  'stop-loop-shorted',
  'module-open',
] as const;
export type GuardReason = (typeof guardReasons)[number];

/**
 * What an analog report carries: the sum of a channel's last conversions, which is their mean with its fraction, in as
 * many bits as the capability answer names. Sixteen quieten the noise of one to a quarter, take 0.1 s, a twelfth of the
 * bead's own lag, and fill the 14 bits of Firmata's analog message to the last.
 */
export const analogReport = { conversions: 16, bits: 14 } as const;

/** Milliseconds. */
export const guardTiming = {
  /** Drive after the last accepted renewal. Inside the 500 ms of law L5, with room for the last byte on the wire. */
  leaseMs: 450,
  /** The host renews with every tick. */
  renewMs: 50,
  statusMs: 200,
  watchdogMs: 250,
  /** At zero before the other side may be driven; the host's own gate waits 500. */
  reversalZeroMs: 200,
  /** A bead out of its window, or the stop loop open, this long is believed. */
  confirmMs: 20,
  /** Beads that differ, this long. */
  disagreeMs: 1000,
  /** A supervision pass that is later than this switches everything off, before the watchdog bites. */
  stallMs: 100,
  /** Drive of the other side without a turn back, or no drive at all, that ends a time of drive one way. */
  oneWayReliefMs: 5000,
  oneWayRestMs: 60_000,
  /** The slope of a bead is taken over this time. */
  slopeMs: 800,
  /** A bead lags the plate by this: what its slope says of the plate under it. */
  beadLagMs: 1200,
  /** Tripped, and no frame of the host this long: the board sounds its buzzer by itself. */
  silentHostMs: 2000,
  beepMs: 500,
} as const;

/** A host frame's sequence number is 1 … `ahead` after the one before it, modulo `modulus`. */
export const sequenceRule = { modulus: 0x4000, ahead: 255 } as const;

/** What the board limits besides the limits in force, and cannot be told to. */
export const guardBackstops = {
  /** The host trips at 50. */
  heatsinkC: 60,
  /** Between the two beads. The host trips at 1.5 in a hold. */
  disagreeC: 2.5,
  /** Room to ceiling and floor that arming and clearing take. */
  marginC: 1,
} as const;
