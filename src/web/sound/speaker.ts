/** The browser's loudspeaker. A page may make no sound before a person has touched it: `arm` is that touch. */
import { soundPatterns, tonesOf } from './signals.ts';
import type { Priority } from './signals.ts';

let context: AudioContext | null = null;
let wave: PeriodicWave | null = null;
let repeating: { readonly priority: Priority; readonly timer: number } | null = null;

/** Harmonics 1 … 5, falling off: heard through walls and by ears that have lost the high ones. */
const harmonics = [0, 1, 0.8, 0.7, 0.6, 0.5];

/** Called from a touch or a key. True where the browser lets the page sound. */
export async function arm(): Promise<boolean> {
  if (typeof AudioContext === 'undefined') return false;
  context ??= new AudioContext();
  await context.resume();
  wave ??= context.createPeriodicWave(
    new Float32Array(harmonics.length),
    Float32Array.from(harmonics),
  );
  return context.state === 'running';
}

export const isArmed = (): boolean => context?.state === 'running';

function tone(hertz: number, fromS: number, toS: number, loudness = 0.35): void {
  if (context === null || wave === null) return;
  const oscillator = context.createOscillator();
  const gain = context.createGain();
  oscillator.setPeriodicWave(wave);
  oscillator.frequency.value = hertz;
  // A ramp instead of a click.
  gain.gain.setValueAtTime(0, fromS);
  gain.gain.linearRampToValueAtTime(loudness, fromS + 0.015);
  gain.gain.setValueAtTime(loudness, toS - 0.02);
  gain.gain.linearRampToValueAtTime(0, toS);
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(fromS);
  oscillator.stop(toS);
}

export function burst(priority: Priority): void {
  const pattern = soundPatterns[priority];
  const startS = (context?.currentTime ?? 0) + 0.02;
  for (const [from, to] of tonesOf(pattern)) {
    tone(pattern.fundamentalHz, startS + from, startS + to);
  }
}

/** "Safe to apply": two soft rising notes, unlike any alarm. */
export function chime(): void {
  const startS = (context?.currentTime ?? 0) + 0.02;
  tone(523, startS, startS + 0.25, 0.2);
  tone(784, startS + 0.25, startS + 0.7, 0.2);
}

/** The sound of the most urgent alarm that nobody has acknowledged; null: silence. One sound at a time. */
export function sound(priority: Priority | null): void {
  if (repeating?.priority === priority) return;
  if (repeating !== null) clearInterval(repeating.timer);
  repeating = null;
  if (priority === null) return;
  burst(priority);
  const timer = window.setInterval(() => {
    burst(priority);
  }, soundPatterns[priority].everyMs);
  repeating = { priority, timer };
}
