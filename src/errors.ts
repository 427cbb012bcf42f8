/**
 * The one error class of the project. An error tells a person what happened, where, and what to do,
 * and carries a code that programs and tests can match on. The code is part of the message, so that it
 * survives a log, a chat or a screenshot.
 */

/** Process exit codes of the `contrast` command. A contract: programs rely on them. */
export const exitCodes = {
  completed: 0,
  defect: 1,
  usage: 2,
  endedEarly: 3,
  stopped: 4,
  faulted: 5,
  refused: 6,
  /** Ran to its end, and not every phase was delivered. */
  undelivered: 7,
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Stable codes, each with the exit code that a command ends with when the error reaches the top. */
const exitCodeOf = {
  USAGE: exitCodes.usage,
  FILE_UNREADABLE: exitCodes.usage,
  FILE_UNWRITABLE: exitCodes.usage,
  YAML_MALFORMED: exitCodes.usage,
  PRESCRIPTION_INVALID: exitCodes.usage,
  PRESCRIPTION_UNKNOWN: exitCodes.usage,
  LIMITS_INVALID: exitCodes.usage,
  LIMITS_EXCEEDED: exitCodes.refused,
  RECORD_UNKNOWN: exitCodes.usage,
  RECORD_DAMAGED: exitCodes.usage,
  RECORD_UNWRITABLE: exitCodes.usage,
  FOLDER_IN_USE: exitCodes.usage,
  PIN_MAP_INVALID: exitCodes.usage,
  RIG_INVALID: exitCodes.usage,
  CONTROL_INVALID: exitCodes.usage,
  FAULT_UNKNOWN: exitCodes.usage,
  CORPUS_DAMAGED: exitCodes.usage,
  SCENARIO_UNKNOWN: exitCodes.usage,
  FIRMWARE_UNAVAILABLE: exitCodes.usage,
  FIRMWARE_UNTRUSTED: exitCodes.usage,
  FIRMWARE_TOOL_MISSING: exitCodes.usage,
  FIRMWARE_BUILD_FAILED: exitCodes.defect,
  FIRMWARE_FLASH_FAILED: exitCodes.refused,
  ADDRESS_UNUSABLE: exitCodes.usage,
  NO_DEVICE: exitCodes.usage,
  PORT_MISSING: exitCodes.usage,
  PORT_BUSY: exitCodes.usage,
  PORT_FORBIDDEN: exitCodes.usage,
  PORT_FAILED: exitCodes.usage,
  BOARD_AMBIGUOUS: exitCodes.usage,
  BOARD_SILENT: exitCodes.usage,
  BOARD_UNGUARDED: exitCodes.refused,
  GUARD_SILENT: exitCodes.usage,
  GUARD_VERSION: exitCodes.usage,
  GUARD_REFUSED: exitCodes.usage,
  GUARD_TRIPPED: exitCodes.refused,
  NOT_SCREENED: exitCodes.refused,
  NAME_NOT_PROVEN: exitCodes.refused,
  SCREENING_DECLINED: exitCodes.refused,
  ANSWERS_INVALID: exitCodes.usage,
  DEFECT: exitCodes.defect,
} as const satisfies Record<string, ExitCode>;
export type ErrorCode = keyof typeof exitCodeOf;

export interface ErrorParts {
  /** What happened, one sentence without a final stop. */
  readonly what: string;
  /** Where: `file:line:column`, a port, a flag. */
  readonly where?: string;
  /** What the person can do about it, one sentence; only a defect of ours may leave it out. */
  readonly fix?: string;
  /** The error that led here, kept for `--debug`. */
  readonly cause?: unknown;
}

export class CompanionError extends Error {
  readonly code: ErrorCode;
  readonly exitCode: ExitCode;
  readonly parts: ErrorParts;

  constructor(code: 'DEFECT', parts: ErrorParts);
  constructor(code: ErrorCode, parts: ErrorParts & { readonly fix: string });
  constructor(code: ErrorCode, parts: ErrorParts) {
    const where = parts.where === undefined ? '' : `${parts.where}: `;
    const fix = parts.fix === undefined ? '' : ` ${parts.fix}`;
    super(
      `${where}${parts.what}.${fix} (${code})`,
      parts.cause === undefined ? {} : { cause: parts.cause },
    );
    this.name = 'CompanionError';
    this.code = code;
    this.exitCode = exitCodeOf[code];
    this.parts = parts;
  }
}

/** The message of anything that was thrown; never `[object Object]`. */
export function messageOf(thrown: unknown): string {
  if (thrown instanceof Error) return thrown.message;
  return typeof thrown === 'string' ? thrown : `an unusual error: ${JSON.stringify(thrown)}`;
}

/** The system's error code (`ENOENT`, `ENOSPC` …) of anything that was thrown, if it has one. */
export function systemCodeOf(thrown: unknown): string | undefined {
  if (typeof thrown !== 'object' || thrown === null || !('code' in thrown)) return undefined;
  return typeof thrown.code === 'string' ? thrown.code : undefined;
}
