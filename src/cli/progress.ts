/** How far a long work is, on standard error: a line that renews itself, or a line now and then where nobody watches. */

/** @returns to be called with how many are done */
export function progressLine(what: string, total: number): (done: number) => void {
  const { stderr } = process;
  const startMs = performance.now();
  let shownPercent = -1;
  return (done) => {
    const percent = Math.floor((100 * done) / total);
    if (percent < shownPercent + (stderr.isTTY ? 1 : 10) && done < total) return;
    if (percent === shownPercent) return;
    shownPercent = percent;
    const elapsedS = (performance.now() - startMs) / 1000;
    const leftS = (elapsedS / done) * (total - done);
    const line = `${done} of ${total} ${what}, ${percent} %, ${elapsedS.toFixed(0)} s, about ${leftS.toFixed(0)} s left`;
    stderr.write(stderr.isTTY ? `\r${line}\u001b[K${done === total ? '\n' : ''}` : `${line}\n`);
  };
}
