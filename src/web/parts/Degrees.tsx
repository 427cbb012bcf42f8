/** A temperature, or that there is none: never the last one (law L4). */
import { useApp } from '../app-context.ts';
import { temperature, unitLabel } from '../i18n/format.ts';

export function useDegrees(): (celsius: number | null | undefined) => string {
  const { preferences, t } = useApp();
  return (celsius) => {
    const words = temperature(celsius, preferences.unit, preferences.language);
    return words === null ? t('common.noReading') : `${words} ${unitLabel(preferences.unit)}`;
  };
}

export function Degrees({ celsius }: { readonly celsius: number | null | undefined }) {
  const degrees = useDegrees();
  return <span class="mono">{degrees(celsius)}</span>;
}
