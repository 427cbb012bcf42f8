/** Long work that a person ends: what was found until then is kept and shown. A second Ctrl-C ends it at once. */
import { exitCodes } from '../errors.ts';

const signals = ['SIGINT', 'SIGTERM'] as const;

/**
 * Does the work, which asks now and then whether somebody wants to end it; the command ends early then.
 * @param tell says that it was heard, and what becomes of the work
 */
export async function untilEnded<Result>(
  tell: () => void,
  work: (isAsked: () => boolean) => Promise<Result>,
): Promise<Result> {
  let asked = false;
  const forget = (): void => {
    for (const signal of signals) process.off(signal, ask);
  };
  const ask = (): void => {
    asked = true;
    process.exitCode = exitCodes.endedEarly;
    // From here on a signal does what it does to any program.
    forget();
    tell();
  };
  for (const signal of signals) process.on(signal, ask);
  try {
    return await work(() => asked);
  } finally {
    forget();
  }
}
