/** How this command was called, so that a hint can be typed as it stands: another `contrast` may be somebody else's. */
import { basename, isAbsolute, relative } from 'node:path';
import type { Environment } from './terminal.ts';

/** @param script what node was told to run */
export function calledAs(script: string, env: Environment, folder: string): string {
  if (env['npm_lifecycle_event'] === 'npx' || env['npm_command'] === 'exec') return 'npx contrast';
  if (basename(script).replace(/\.(cmd|ps1)$/, '') === 'contrast') return 'contrast';
  const near = relative(folder, script);
  const path = near.startsWith('..') || isAbsolute(near) ? script : near;
  return /\s/.test(path) ? `node "${path}"` : `node ${path}`;
}

/** Commands stand in backquotes wherever words name one. */
export const asCalled = (text: string, called: string): string =>
  called === 'contrast' ? text : text.replaceAll(/`contrast(?= [a-z-])/g, `\`${called}`);
