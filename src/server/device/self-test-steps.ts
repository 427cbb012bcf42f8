/** The stages of the self-test, as steps that a screen can tick off. Pure. */
import { english } from '../../words/facts.ts';
import type { Fact } from '../../words/facts.ts';
import type { SelfTest } from '../../safety/self-test.ts';
import type { SelfTestStep } from '../contract/live-state.ts';

type Stage = Exclude<SelfTest['stage'], 'passed' | 'failed' | 'refused'>;

const stages = [
  'rest',
  'relayAlone',
  'relayOpen',
  'pulse',
  'lease',
  'leaseClear',
  'rearm',
] as const satisfies readonly Stage[];

/** How far the self-test of a treatment has come. */
export interface TestCourse {
  /** The last stage that was under way. */
  readonly stage: Stage;
  readonly ending: 'none' | 'passed' | 'failed';
  readonly reason: Fact | null;
}

export const notTested: TestCourse = { stage: 'rest', ending: 'none', reason: null };

/** The course after one more tick in the self-test. */
export function courseAfter(course: TestCourse, { stage, reason }: SelfTest): TestCourse {
  if (stage === 'refused') return { ...course, ending: 'failed', reason };
  if (stage === 'failed' || stage === 'passed') return { ...course, ending: stage, reason };
  return { stage, ending: 'none', reason };
}

/** Stages that only some boards are asked for. */
const ofGuards: readonly Stage[] = ['lease', 'leaseClear', 'rearm'];

/**
 * @param guarded only a guarded board is asked to prove its lease
 * @param rails only a board that sees its supplies is asked to prove them
 */
export function stepsOf(
  course: TestCourse | null,
  guarded: boolean,
  rails: boolean,
): SelfTestStep[] {
  const shown = stages.filter(
    (id) => (guarded || !ofGuards.includes(id)) && (rails || id !== 'relayAlone'),
  );
  const reached = shown.findIndex((id) => id === (course?.stage ?? 'rest'));
  return shown.map((id, index) => {
    const verdict = verdictOf(course, index - reached);
    const reason = index === reached ? (course?.reason ?? null) : null;
    const detail = reason === null ? null : english.whole(reason);
    const label = english.reading({ kind: `stage-${id}` });
    return { id, label, verdict, detail, ...(reason === null ? {} : { found: { ...reason } }) };
  });
}

function verdictOf(course: TestCourse | null, ahead: number): SelfTestStep['verdict'] {
  if (course === null) return 'waiting';
  if (course.ending === 'passed' || ahead < 0) return 'passed';
  if (ahead > 0) return 'waiting';
  return course.ending === 'failed' ? 'failed' : 'running';
}
