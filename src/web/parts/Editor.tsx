/** A prescription as text, checked while it is written; what is wrong is said at its line. */
import { useEffect, useId, useState } from 'preact/hooks';
import type { CheckAnswer, Planned } from '../../server/contract/answers.ts';
import { useApp } from '../app-context.ts';
import { post } from '../net/api.ts';
import { errorOf, Problem } from './use-loaded.tsx';
import type { ApiError } from '../../server/contract/errors.ts';

interface EditorProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  /** What the text means; null while it is wrong or not yet checked. */
  readonly onPlanned: (planned: Planned | null) => void;
}

/** After the last key. */
const checkAfterMs = 350;

export function Editor({ text, onText, onPlanned }: EditorProps) {
  const { t } = useApp();
  const id = useId();
  const { answer, error } = useChecked(text, onPlanned);
  const problems = answer?.problems ?? [];
  return (
    <div class="editor">
      <div class="field">
        <label for={id}>{t('limits.yaml')}</label>
        <textarea
          id={id}
          lang="en"
          spellcheck={false}
          value={text}
          aria-invalid={problems.length > 0}
          aria-describedby={`${id}-problems`}
          onInput={({ currentTarget }) => {
            onText(currentTarget.value);
          }}
        />
      </div>
      <div id={`${id}-problems`} class="stack" aria-live="polite">
        {error !== null && <Problem error={error} />}
        {problems.length > 0 && <h3>{t('limits.problems', { count: problems.length })}</h3>}
        {problems.map(({ line, column, text: words }) => (
          <p key={`${line}:${column}:${words}`} class="problem">
            {line !== null && <strong>{t('limits.line', { line })}</strong>}
            {line !== null && <code lang="en">{text.split('\n')[line - 1]?.trim()}</code>}
            <span lang="en">{words}</span>
          </p>
        ))}
        {problems.length > 0 && answer !== null && answer.fix !== null && (
          <p class="soft" lang="en">
            {answer.fix}
          </p>
        )}
      </div>
    </div>
  );
}

function useChecked(text: string, onPlanned: EditorProps['onPlanned']) {
  const [answer, setAnswer] = useState<CheckAnswer | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  useEffect(() => {
    let current = true;
    const wanted = (): boolean => current;
    // What was checked before says nothing about what is written now.
    onPlanned(null);
    const check = async (): Promise<void> => {
      try {
        const prescription = { yaml: text };
        const checked = await post<CheckAnswer>('/prescriptions/check', { prescription });
        if (!wanted()) return;
        setAnswer(checked);
        setError(null);
        onPlanned(checked.planned);
      } catch (thrown) {
        if (wanted()) setError(errorOf(thrown));
      }
    };
    const timer = setTimeout(() => {
      if (text.trim() === '') return;
      void check();
    }, checkAfterMs);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [text]);
  return { answer, error };
}
