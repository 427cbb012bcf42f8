/** The words of STOP, in English. */
import type { Catalogue } from './catalogue.ts';

export const stopEn = {
  button: 'STOP',
  stopping: 'STOPPING …',
  stoppingText: 'Waiting for the device to confirm.',
  stopped: 'Stopped in {seconds} s',
  stoppedText: 'Power verified off.',
  unconfirmed: 'NOT CONFIRMED: CUT THE POWER',
  unconfirmedText: 'Still trying, {seconds} s. Press the button on the device or pull its plug.',
  hint: 'Works at any time, without signing in',
  keys: 'Keys: {keys}',
  label: 'STOP the treatment and switch the power off',
  escape: 'Esc twice',
  ago: '{age} ago',
  // Instead of the page, where it cannot be shown.
  noPage: 'The page could not be shown',
  noPageText:
    'It is loaded again by itself. The device does not need it, and STOP below works without it.',
  reload: 'Load it again now',
} as const;

export type StopWords = Catalogue<typeof stopEn>;
