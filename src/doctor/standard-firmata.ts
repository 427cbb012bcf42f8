/**
 * What StandardFirmata does when the computer dies. Measured on the emulated board; a test measures it again and
 * compares, so this is not a claim.
 */
export const standardFirmataAlone = {
  /** Commanded before the host was gone, in percent. */
  dutyPercent: 78,
  /** Of emulated time without a host. */
  minutes: 70,
  /** At the pin after that, in percent. */
  stillPercent: 78,
} as const;
