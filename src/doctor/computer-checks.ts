/** Is the computer fit for a treatment? Pure. */
import type { Examination, Judged } from './check.ts';
import { fail, ok, warn } from './check.ts';
import type { ComputerFacts } from './computer-facts.ts';

/** What the dependencies need. */
const leastNode = { major: 20, minor: 19 } as const;

/** A record of the longest treatment is about two megabytes. */
const megabyte = 1_000_000;
const leastFreeBytes = 50 * megabyte;
const comfortableFreeBytes = 500 * megabyte;

/** A file system may stamp a file some seconds off the clock. */
const stampToleranceMs = 60_000;

const dateOf = (ms: number): string => new Date(ms).toISOString().slice(0, 16).replace('T', ' ');

function judgeNode({ node }: ComputerFacts): Judged {
  const [major = Number.NaN, minor = Number.NaN] = node.split('.').map(Number);
  const finding = `v${node} (20.19 or newer is needed)`;
  const enough = major > leastNode.major || (major === leastNode.major && minor >= leastNode.minor);
  return enough ? ok(finding) : fail(finding, 'Install Node 20.19 or newer.');
}

function judgeProgram({ program: { version, build, builtMs } }: ComputerFacts): Judged {
  if (build === 'installed') return ok(`version ${version}, installed`);
  if (build === 'missing' || builtMs === null) {
    return fail(`version ${version}, not compiled`, 'Run `npm run build`.');
  }
  const when = `version ${version}, compiled ${dateOf(builtMs)} UTC`;
  if (build === 'fresh') return ok(when);
  return warn(`${when}, and sources are newer`, 'Run `npm run build`.');
}

/** A clock that is behind something that has happened is wrong: a Raspberry Pi without network starts in the past. */
function judgeClock({ wallMs, program: { builtMs }, records: { newest } }: ComputerFacts): Judged {
  const fix = 'Set the clock (`timedatectl`), or wait for the network to set it.';
  if (!Number.isFinite(wallMs)) return fail('the clock has no time', fix);
  const now = `${dateOf(wallMs)} UTC`;
  const after = (ms: number | null | undefined): boolean =>
    ms === null || ms === undefined || wallMs + stampToleranceMs >= ms;
  if (!after(builtMs)) {
    return fail(`${now} is before this program was made: records would bear wrong dates`, fix);
  }
  if (!after(newest?.atMs)) {
    return fail(`${now} is before the newest record: the day’s dose cannot be counted`, fix);
  }
  return ok(now);
}

function judgeFolder({ records: { folder, problem } }: ComputerFacts): Judged {
  if (problem === null) return ok(`${folder} can be written`);
  return fail(
    `${folder} cannot be written: ${problem}`,
    'Set CONTRAST_RECORDS to a folder of yours. Without a record there is no treatment.',
  );
}

function judgeDisk({ records: { freeBytes } }: ComputerFacts): Judged {
  if (freeBytes === null) return warn('free space is not known', 'Look at it with `df -h`.');
  const finding = `${Math.floor(freeBytes / megabyte)} MB free for records`;
  if (freeBytes >= comfortableFreeBytes) return ok(finding);
  const fix = 'Make room; a treatment stops when its record cannot be written.';
  return freeBytes >= leastFreeBytes ? warn(finding, fix) : fail(finding, fix);
}

function judgeNewest({ records: { newest } }: ComputerFacts): Judged {
  if (newest === null) return ok('none yet');
  const finding = `${newest.id}: ${newest.words}`;
  switch (newest.kind) {
    case 'intact':
      return ok(finding);
    case 'truncated':
      return warn(
        finding,
        'The computer or the program died in that treatment. `contrast explain latest` says where.',
      );
    case 'altered':
    case 'unreadable':
      return fail(
        finding,
        'Copy the folder, then find out who or what changes files there. `contrast records list` shows the others.',
      );
  }
}

function judgeLimits({ limits: { file, problem } }: ComputerFacts): Judged {
  if (problem !== null) return fail(problem, 'Correct the file; `contrast limits check FILE`.');
  return ok(file === null ? 'built in; no clinic file given' : `${file}, inside the device’s own`);
}

export const computerChecks: readonly Examination<ComputerFacts>[] = [
  { name: 'Node', judge: judgeNode },
  { name: 'program', judge: judgeProgram },
  { name: 'clock', judge: judgeClock },
  { name: 'records', judge: judgeFolder },
  { name: 'disk', judge: judgeDisk },
  { name: 'newest record', judge: judgeNewest },
  { name: 'limits', judge: judgeLimits },
];
