/** Long work that a person ends: what was found until then is kept and shown. A second Ctrl-C ends it at once. */

export interface Interruption {
  readonly isAsked: () => boolean;
  /** From here on a signal does what it does to any program. */
  readonly end: () => void;
}

const signals = ['SIGINT', 'SIGTERM'] as const;

export function listenForInterruption(tell: () => void): Interruption {
  let asked = false;
  const end = (): void => {
    for (const signal of signals) process.off(signal, ask);
  };
  const ask = (): void => {
    asked = true;
    end();
    tell();
  };
  for (const signal of signals) process.on(signal, ask);
  return { isAsked: () => asked, end };
}
