/** Whatever ends or disturbs the process, the pins end up off (L9): each cause really happens, in a child process. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { project } from '../cli/contrast.ts';

const off = { cool: 0, heat: 0, enable: false, relay: false, fanStopped: false };

it.each(['trip', 'exception', 'rejection', 'machine', 'subscriber', 'SIGINT', 'SIGTERM', 'SIGHUP'])(
  '%s in the middle of heating leaves every output off',
  (cause) => {
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [join(project, 'tests/all-off/child.mjs'), join(project, 'dist'), cause],
      { encoding: 'utf8' },
    );
    const [line] = stdout.trim().split('\n').slice(-1);
    const { before, after } = JSON.parse(line ?? '') as Record<'before' | 'after', typeof off>;
    expect(before.heat, stderr).toBeGreaterThan(0);
    expect(before).toMatchObject({ enable: true, relay: true });
    expect(after).toEqual(off);
  },
);
