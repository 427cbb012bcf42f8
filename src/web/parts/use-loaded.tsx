/** Something asked of the server once, with what to show until it is there. */
import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { ApiError } from '../../server/contract/errors.ts';
import { useApp } from '../app-context.ts';
import { get, Refusal } from '../net/api.ts';

export type Loaded<Value> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'here'; readonly value: Value }
  | { readonly kind: 'refused'; readonly error: ApiError };

export const errorOf = (thrown: unknown): ApiError =>
  thrown instanceof Refusal
    ? thrown.error
    : { code: 'DEFECT', what: String(thrown), where: null, fix: 'Please report it.' };

/** @param path null: there is nothing to ask yet */
export function useLoaded<Value>(path: string | null): {
  readonly loaded: Loaded<Value>;
  readonly reload: () => void;
} {
  const [loaded, setLoaded] = useState<Loaded<Value>>({ kind: 'loading' });
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (path === null) return undefined;
    let current = true;
    const show = (shown: Loaded<Value>): void => {
      if (current) setLoaded(shown);
    };
    const load = async (): Promise<void> => {
      try {
        show({ kind: 'here', value: await get<Value>(path) });
      } catch (thrown) {
        show({ kind: 'refused', error: errorOf(thrown) });
      }
    };
    show({ kind: 'loading' });
    void load();
    return () => {
      current = false;
    };
  }, [path, round]);
  const reload = useCallback(() => {
    setRound((before) => before + 1);
  }, []);
  return { loaded, reload };
}

interface WhenProps<Value> {
  readonly loaded: Loaded<Value>;
  readonly reload: () => void;
  readonly children: (value: Value) => ComponentChildren;
}

export function When<Value>({ loaded, reload, children }: WhenProps<Value>) {
  const { t } = useApp();
  switch (loaded.kind) {
    case 'here':
      return <>{children(loaded.value)}</>;
    case 'loading':
      return <p class="soft">{t('common.loading')}</p>;
    case 'refused':
      return (
        <div class="stack">
          <Problem error={loaded.error} />
          <div class="row">
            <button type="button" class="button" onClick={reload}>
              {t('common.retry')}
            </button>
          </div>
        </div>
      );
  }
}

/** What went wrong and what to do, in the server's words. */
export function Problem({ error }: { readonly error: ApiError }) {
  const { t } = useApp();
  return (
    <div class="notice bad" role="alert">
      {error.code === 'NO_ANSWER' ? (
        <p>{t('common.noAnswer')}</p>
      ) : (
        <p lang="en">
          <strong>{error.what}.</strong> {error.where !== null && <code>{error.where}</code>}{' '}
          {error.fix}
        </p>
      )}
    </div>
  );
}
