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

/** A STOP that is confirmed can be read for so long before the page goes. */
const confirmedShownMs = 15_000;

const stopKind = (): string | undefined => document.getElementById('stop')?.dataset['kind'];

/** @param isWanted asked when it is time: the page may have come all the same */
export function reloadSoon(isWanted: () => boolean): void {
  let wasRead = false;
  const reload = (): void => {
    if (!isWanted()) return;
    const kind = stopKind();
    if (kind === 'stopping' || kind === 'unconfirmed') setTimeout(reload, 1000);
    else if (kind === 'stopped' && !wasRead) {
      wasRead = true;
      setTimeout(reload, confirmedShownMs);
    } else location.reload();
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
