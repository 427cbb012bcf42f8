/** Why a treatment in a list ended, in the language of the page where its record has it as a fact. */
import type { RecordRow } from '../../server/contract/record-answers.ts';
import { useApp } from '../app-context.ts';
import { rowEndingIn } from '../i18n/facts.ts';

interface RowReasonProps {
  readonly row: RecordRow;
  readonly kind?: 'reason' | 'soft';
}

export function RowReason({ row, kind = 'soft' }: RowReasonProps) {
  const { text, language } = rowEndingIn(useApp().preferences, row);
  return (
    <p class={kind} lang={language}>
      {text}
    </p>
  );
}
