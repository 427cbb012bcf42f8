/** What the guard firmware calls itself, in Firmata's firmware report and in its identity. */
export const firmwareName = 'ContrastGuard';

/** Semantic version; each number 0 … 127. */
export const firmwareVersion = { major: 5, minor: 1, patch: 0 } as const;
