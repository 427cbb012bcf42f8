/**
 * Prepared answers to the screening, from a YAML or JSON file of question ids with `yes` or `no`. A problem that a
 * clinician has seen takes four fields instead: `{ answer: yes, clinician: NAME, seenOn: YYYY-MM-DD, newOrWorse: no }`.
 */
import { readTextFile } from '../limits/text-file.ts';
import { echo, suggestion, visible } from '../limits/wording.ts';
import { parseYaml } from '../limits/yaml-document.ts';
import type { Problem } from '../limits/yaml-document.ts';
import { clinicianProblem } from '../records/person-name.ts';
import { contradictsAnswer } from '../safety/clinician-word.ts';
import type { ClinicianWord, Told } from '../safety/clinician-word.ts';
import { checklist } from '../safety/screening-checklist.ts';
import type { Answers } from '../safety/screening-checklist.ts';
import type { Answer } from '../safety/screening-item.ts';

const ids = checklist.map(({ id }) => id);

export interface Prepared {
  readonly answers: Answers;
  readonly words: Told['words'];
}

/**
 * The answers of a file. A question that is not in it stays unanswered, which is never a clear answer (law L4).
 * @throws CompanionError FILE_UNREADABLE, YAML_MALFORMED, or ANSWERS_INVALID naming file, line, column and question
 */
export function loadAnswers(path: string): Prepared {
  const file = parseYaml(visible(path), readTextFile(path));
  const answers: Record<string, Answer> = {};
  const words: Record<string, ClinicianWord> = {};
  const problems: Problem[] = [];
  for (const [id, value] of entriesOf(file.data)) {
    if (!ids.includes(id)) {
      const text = `${echo(id)}: no such question; ${suggestion(id, ids)}`;
      problems.push({ offset: file.keyOffsetOf([id]), text });
    } else if (isAnswer(value)) answers[id] = value;
    else {
      const read = wordIn(id, value);
      if (typeof read === 'string') problems.push({ offset: file.offsetOf([id]), text: read });
      else {
        answers[id] = read.answer;
        words[id] = read.word;
      }
    }
  }
  if (entriesOf(file.data).length === 0) {
    problems.push({ offset: 0, text: 'no answers: a line such as `raynaud: no` is needed' });
  }
  if (problems.length === 0) return { answers, words };
  throw file.error(
    'ANSWERS_INVALID',
    problems,
    'Correct the file; `contrast screening` prints the questions and their ids.',
  );
}

const isAnswer = (value: unknown): value is Answer => value === 'yes' || value === 'no';

const fields = ['answer', 'clinician', 'newOrWorse', 'seenOn'];

/** An answer with a clinician's word, or what is wrong with it. Whether the word counts is for the screening to say. */
function wordIn(id: string, value: unknown): { answer: Answer; word: ClinicianWord } | string {
  const given = Object.fromEntries(entriesOf(value));
  const { answer, clinician, seenOn, newOrWorse } = given;
  if (Object.keys(given).length === 0) return `${id}: must be yes or no, not ${echo(value)}`;
  const item = checklist.find((one) => one.id === id);
  if (item?.loweredBy === undefined) return `${id}: must be yes or no; nobody’s word lowers it`;
  if (Object.keys(given).toSorted().join() !== fields.join())
    return `${id}: needs the fields ${fields.join(', ')}, and no others`;
  if (!isAnswer(answer) || !isAnswer(newOrWorse))
    return `${id}: answer and newOrWorse must be yes or no`;
  if (typeof seenOn !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(seenOn))
    return `${id}: seenOn must be a day such as 2026-11-02, not ${echo(seenOn)}`;
  const problem = typeof clinician === 'string' ? clinicianProblem(clinician) : 'a name is needed';
  if (typeof clinician !== 'string' || problem !== null)
    return `${id}: clinician: ${problem ?? ''}`;
  const word = { clinician, seenOn, newOrWorse };
  if (contradictsAnswer(item, answer, word))
    return `${id}: it is not there (answer: ${answer}), and cannot be new or worse (newOrWorse: yes)`;
  return { answer, word };
}

const entriesOf = (data: unknown): [string, unknown][] =>
  typeof data === 'object' && data !== null && !Array.isArray(data) ? Object.entries(data) : [];
