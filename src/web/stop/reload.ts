/** Loads a page again that has failed: soon at first, then less and less often, and never in the middle of a STOP. */

const delaysMs = [4000, 10_000, 30_000, 60_000] as const;
const longestMs = 60_000;
/** Shown for so long without a failure, the page counts as whole again. */
const wholeAfterMs = 120_000;
const place = 'contrast-page-failures';

/** @param failures how often it has failed in a row before */
export const reloadDelayMs = (failures: number): number => delaysMs[failures] ?? longestMs;

/** Forbidden storage forgets nothing: it counts as having failed often. */
function failuresBefore(): number {
  try {
    const failures = Number(sessionStorage.getItem(place) ?? 0);
    sessionStorage.setItem(place, String(failures + 1));
    return failures;
  } catch {
    return Infinity;
  }
}

const isStopUnderWay = (): boolean => {
  const kind = document.getElementById('stop')?.dataset['kind'];
  return kind === 'stopping' || kind === 'unconfirmed';
};

/** @param isWanted asked when it is time: the page may have come all the same */
export function reloadSoon(isWanted: () => boolean): void {
  const reload = (): void => {
    if (!isWanted()) return;
    if (isStopUnderWay()) setTimeout(reload, 1000);
    else location.reload();
  };
  setTimeout(reload, reloadDelayMs(failuresBefore()));
}

/** The page is there: what failed before is forgotten once it has stayed for a while. */
export function countAsWholeLater(): void {
  setTimeout(() => {
    try {
      sessionStorage.removeItem(place);
    } catch {
      // Nothing was kept.
    }
  }, wholeAfterMs);
}
