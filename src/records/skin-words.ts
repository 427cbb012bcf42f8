/** What can be wrong with the skin, in the English words in which a reason is recorded. */
import { recordEn } from '../words/record-en.ts';
import type { Fields } from './record-line.ts';
import { skinFindings } from './skin-ids.ts';

type Finding = Fields<'skin'>['findings'][number];

export const findingWords = Object.fromEntries(
  skinFindings.map((id) => [id, recordEn[`finding.${id}`]]),
) as Readonly<Record<Finding, string>>;
