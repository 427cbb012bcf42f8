import type { LiveState } from '../../server/contract/live-state.ts';
import { useApp } from '../app-context.ts';
import { decimal, exact } from '../i18n/format.ts';
import { share } from '../state/derive.ts';

type Dose = NonNullable<LiveState['dose']>;

/** From here on a meter is drawn as nearly full. */
const near = 0.9;

export function DoseMeters({ dose }: { readonly dose: Dose }) {
  const { t, preferences } = useApp();
  const number = (value: number | null, digits: number): string =>
    value === null ? t('common.notKnown') : decimal(value, digits, preferences.language);
  const bound = (value: number | null, digits: number): string =>
    value === null ? t('common.notKnown') : exact(value, preferences.language, digits);
  return (
    <div class="columns">
      <Meter
        name={t('run.heatDose')}
        value={share(dose.cem43Min, dose.cem43CapMin)}
        words={t('common.cem43', {
          value: t('run.ofCap', {
            value: number(dose.cem43Min, 2),
            cap: bound(dose.cem43CapMin, 1),
          }),
        })}
      />
      <Meter
        name={t('run.coldDose')}
        value={share(dose.coldMinutes, dose.coldCapMinutes)}
        words={t('common.minutes', {
          minutes: t('run.ofCap', {
            value: number(dose.coldMinutes, 1),
            cap: bound(dose.coldCapMinutes, 0),
          }),
        })}
      />
    </div>
  );
}

interface MeterProps {
  readonly name: string;
  /** 0 … 1 */
  readonly value: number;
  readonly words: string;
}

function Meter({ name, value, words }: MeterProps) {
  return (
    <div class="stack">
      <div class="row">
        <strong style={{ flex: 1 }}>{name}</strong>
        <span class="mono">{words}</span>
      </div>
      <div
        class="meter"
        data-level={value >= near ? 'near' : 'far'}
        role="meter"
        aria-label={name}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(value * 100)}
        aria-valuetext={words}
      >
        <div style={{ width: `${value * 100}%` }} />
      </div>
    </div>
  );
}
