/** Prepared answers to the screening, from a YAML or JSON file of question ids with `yes` or `no`. */
import { readTextFile } from '../limits/text-file.ts';
import { echo, suggestion, visible } from '../limits/wording.ts';
import { parseYaml } from '../limits/yaml-document.ts';
import type { Problem } from '../limits/yaml-document.ts';
import { checklist } from '../safety/screening-checklist.ts';
import type { Answers } from '../safety/screening-checklist.ts';
import type { Answer } from '../safety/screening-item.ts';

const ids = checklist.map(({ id }) => id);

/**
 * The answers of a file. A question that is not in it stays unanswered, which is never a clear answer (law L4).
 * @throws CompanionError FILE_UNREADABLE, YAML_MALFORMED, or ANSWERS_INVALID naming file, line, column and question
 */
export function loadAnswers(path: string): Answers {
  const file = parseYaml(visible(path), readTextFile(path));
  const answers: Record<string, Answer> = {};
  const problems: Problem[] = [];
  for (const [id, answer] of entriesOf(file.data)) {
    const known = ids.includes(id);
    if (known && (answer === 'yes' || answer === 'no')) answers[id] = answer;
    else if (known) {
      const text = `${id}: must be yes or no, not ${echo(answer)}`;
      problems.push({ offset: file.offsetOf([id]), text });
    } else {
      const text = `${echo(id)}: no such question; ${suggestion(id, ids)}`;
      problems.push({ offset: file.keyOffsetOf([id]), text });
    }
  }
  if (entriesOf(file.data).length === 0) {
    problems.push({ offset: 0, text: 'no answers: a line such as `raynaud: no` is needed' });
  }
  if (problems.length === 0) return answers;
  throw file.error(
    'ANSWERS_INVALID',
    problems,
    'Correct the file; `contrast screening` prints the questions and their ids.',
  );
}

const entriesOf = (data: unknown): [string, unknown][] =>
  typeof data === 'object' && data !== null && !Array.isArray(data) ? Object.entries(data) : [];
