/** The order of the test files: one that takes minutes and begins last keeps one processor busy and lets the other rest. */
import { relative, sep } from 'node:path';
import { BaseSequencer } from 'vitest/node';
import type { TestSpecification } from 'vitest/node';

/** Those that take longer than half a minute, the longest first. */
const longest = [
  'tests/emulated/guard-treatment.test.ts',
  'tests/treatment/faults.test.ts',
  'tests/browser/broken-page.test.ts',
  'tests/paths/pairs.test.ts',
  'tests/paths/operator.test.ts',
  'tests/browser/screens.test.ts',
  'tests/browser/stop.test.ts',
  'tests/evidence/witnessed.test.ts',
  'tests/browser/treatment.test.ts',
  'tests/docs/commands.test.ts',
  'tests/emulated/shared-ground.test.ts',
  'tests/cli/run.test.ts',
  'tests/emulated/killed-host.test.ts',
  'tests/cli/screening.test.ts',
  'tests/treatment/healthy.test.ts',
  'tests/simulation/replayed.test.ts',
  'tests/emulated/treatment.test.ts',
  'tests/simulation/simulate.test.ts',
  'tests/simulation/world.test.ts',
  'tests/treatment/skin-check.test.ts',
  'tests/cli/bad-input.test.ts',
  'tests/emulated/guard-alone.test.ts',
  'tests/seek/seek.test.ts',
  'tests/cli/output.test.ts',
  'tests/package/packed.test.ts',
  'tests/treatment/bad-samples.test.ts',
  'tests/server/treatment.test.ts',
  'tests/emulated/guard-loss.test.ts',
  'tests/emulated/serial-guard.test.ts',
  'tests/server/death.test.ts',
  'tests/firmware/pins.test.ts',
] as const;

export class LongestFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { root } = this.ctx.config;
    const rank = ({ moduleId }: TestSpecification): number => {
      const path = relative(root, moduleId).split(sep).join('/');
      const at = longest.findIndex((one) => one === path);
      return at < 0 ? longest.length : at;
    };
    return Promise.resolve(files.toSorted((a, b) => rank(a) - rank(b)));
  }
}
