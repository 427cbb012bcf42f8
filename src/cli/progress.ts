/** How far a long work is, on standard error: a line that renews itself, or a line now and then where nobody watches. */

const quickestMs = 1000;
const quietestMs = 60_000;

/** @returns to be called with how many are done */
export function progressLine(what: string, total: number): (done: number) => void {
  const { stderr } = process;
  const startMs = performance.now();
  let shownPercent = -1;
  let shownMs = Number.NEGATIVE_INFINITY;
  return (done) => {
    const percent = Math.floor((100 * done) / total);
    const nowMs = performance.now();
    // The first at once, and one a minute: of a night's work a tenth is an hour.
    const isDue = nowMs - shownMs >= (stderr.isTTY ? quickestMs : quietestMs);
    const isFar = percent >= shownPercent + (stderr.isTTY ? 1 : 10);
    if (!isDue && !isFar && done < total) return;
    shownMs = nowMs;
    shownPercent = percent;
    const elapsedS = (nowMs - startMs) / 1000;
    const leftS = (elapsedS / done) * (total - done);
    const line = `${done} of ${total} ${what}, ${percent} %, ${elapsedS.toFixed(0)} s, about ${leftS.toFixed(0)} s left`;
    stderr.write(stderr.isTTY ? `\r${line}\u001b[K${done === total ? '\n' : ''}` : `${line}\n`);
  };
}
