/** How long something still takes that the server has told of. */
import { useEffect, useState } from 'preact/hooks';

/** A page that was out of sight may have slept, and its clock with it: the server knows. */
export function useAskingAgain(waits: boolean, ask: () => void): void {
  useEffect(() => {
    if (!waits) return undefined;
    const onSight = (): void => {
      if (!document.hidden) ask();
    };
    document.addEventListener('visibilitychange', onSight);
    return () => {
      document.removeEventListener('visibilitychange', onSight);
    };
  }, [waits, ask]);
}

/**
 * Seconds that are left of so many when the server said it, on a clock that nobody sets: what the page’s computer takes for
 * the time of day is no part of it. The server decides when it is time.
 */
export function useCountdown(saidS: number | null): number | null {
  const [passedS, setPassedS] = useState(0);
  useEffect(() => {
    setPassedS(0);
    if (saidS === null || saidS === 0) return undefined;
    const saidAtMs = performance.now();
    const timer = setInterval(() => {
      setPassedS((performance.now() - saidAtMs) / 1000);
    }, 1000);
    return () => {
      clearInterval(timer);
    };
  }, [saidS]);
  return saidS === null ? null : Math.max(0, Math.ceil(saidS - passedS));
}
