/** The laws that the device obeys, each in a few words. Code, tests and pages cite their ids. */
export const laws = {
  L1: 'heat in a hot phase of a running treatment and nowhere else',
  L2: 'a treatment begins cold and ends cold',
  L3: 'STOP is instant and works in every state',
  L4: 'no energy on doubt',
  L5: 'power ends by itself within half a second of the last renewal',
  L6: 'limits lie inside each other: firmware, device, clinic, prescription',
  L7: 'a trip stays until a named person clears it; nothing is resumed',
  L8: 'safe means: bridge open, relay open, fan running',
  L9: 'all-off needs neither statechart nor queue nor record',
  L10: 'a person is treated only through a board that proves it is guarded',
  L11: 'what happened is on disk first, and a fault is never shown as completed',
  L12: 'the same program runs on simulated, emulated and real boards',
  L13: 'completed means delivered: measured, phase by phase, against the plan',
} as const;
export type LawId = keyof typeof laws;
