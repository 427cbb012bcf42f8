/** Which faults the hazard log names for which rule, and the trials that show what becomes of them with that rule gone. */
import type { FaultMoment } from '../../src/evidence/fault-trial.ts';
import { rules } from '../../src/safety/rules.ts';
import type { RuleId } from '../../src/safety/trip-ids.ts';
import type { ControlKey } from '../docs/hazards/control.ts';
import { ruleControls } from '../docs/hazards/rule-controls.ts';

export interface Link {
  readonly rule: RuleId;
  readonly fault: string;
  readonly moment: FaultMoment;
}

/** Before a treatment the self-test stands in front of every rule; what a rule is worth shows with a person under the plate. */
const moments: readonly FaultMoment[] = ['cold', 'hot'];

/** Whole treatments with a fault: `a fault > 'x', in …` and `… > x from *`. */
const faultIn = /^(?:a fault > '([^']+)', in|one (?:cause|part) [^>]+ > (\S+) from)/;
const files = ['tests/treatment/faults.test.ts', 'tests/treatment/common-causes.test.ts'];

export function faultsNamedFor(rule: RuleId): string[] {
  const key: ControlKey & `rule:${string}` = `rule:${rule}`;
  const tests = ruleControls[key]?.tests ?? {};
  const named = files.flatMap((file) => tests[file] ?? []);
  return [...new Set(named.flatMap((name) => faultIn.exec(name)?.slice(1).find(Boolean) ?? []))];
}

export const links: readonly Link[] = rules.flatMap(({ id }) =>
  faultsNamedFor(id).flatMap((fault) => moments.map((moment) => ({ rule: id, fault, moment }))),
);
