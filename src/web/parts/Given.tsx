import { useApp } from '../app-context.ts';
import { decimal } from '../i18n/format.ts';

interface Measured {
  readonly owedMin: number | null;
  readonly inBandMin: number | null;
  readonly delivered: boolean | null;
}

/** The minutes of a phase at its setpoint, of those that it owes; a mark where they are too few. */
export function Given({ owedMin, inBandMin, delivered }: Measured) {
  const { t, preferences } = useApp();
  if (owedMin === null || inBandMin === null) return <>{t('common.notKnown')}</>;
  const number = (minutes: number): string => decimal(minutes, 1, preferences.language);
  return (
    <>
      {t('end.given', { given: number(inBandMin), owed: number(owedMin) })}
      {delivered === false && <strong class="is-bad"> ⚠ {t('end.missed')}</strong>}
    </>
  );
}
