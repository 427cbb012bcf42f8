/** When a record was begun, from its identifier such as `20261120T093512123Z-7f3a`. */
const pattern = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z-/;

/** Milliseconds since 1970; null where the identifier is not of our making. */
export function timeOfRecord(id: string): number | null {
  const found = pattern.exec(id);
  if (found === null) return null;
  const [, year, month, day, hour, minute, second, milli] = found;
  const ms = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${milli}Z`);
  return Number.isFinite(ms) ? ms : null;
}
