/** What a prescription will do at most: its curve, its length, its dose, and the limit that blocks it. */
import type { Planned } from '../../server/contract/answers.ts';
import { useApp } from '../app-context.ts';
import { clock, decimal } from '../i18n/format.ts';
import { presetNameIn } from '../i18n/preset-names.ts';
import { Timeline } from './Timeline.tsx';
import { PlannedCurve } from './PlannedCurve.tsx';

interface PlannedViewProps {
  readonly planned: Planned;
  /** The id of the preset that it is of; missing: it is somebody's own prescription. */
  readonly preset?: string | undefined;
}

export function PlannedView({ planned, preset }: PlannedViewProps) {
  const { t, preferences } = useApp();
  const { totalS, cem43Min, coldMinutes, coldDegreeMinutes, phases, blockedBy } = planned;
  const number = (value: number, digits: number): string =>
    decimal(value, digits, preferences.language);
  const { name, language } = presetNameIn(preferences.language, preset, planned.name);
  return (
    <>
      <h2 lang={language}>{name}</h2>
      <PlannedCurve planned={planned} />
      <Timeline phases={phases} now={null} />
      <dl class="facts">
        <Fact name={t('treat.length')} value={clock(totalS)} />
        <Fact name={t('treat.phases')} value={String(phases.length)} />
        <Fact name={t('treat.dose')} value={t('common.cem43', { value: number(cem43Min, 2) })} />
        <Fact
          name={t('treat.cold')}
          value={t('common.coldMinutes', {
            minutes: number(coldMinutes, 0),
            degreeMinutes: number(coldDegreeMinutes, 0),
          })}
        />
      </dl>
      {blockedBy.length === 0 ? (
        <p class="notice good">✓ {t('treat.fits')}</p>
      ) : (
        <div class="notice bad">
          <h3>✕ {t('treat.blocked')}</h3>
          <ul lang="en">
            {blockedBy.map(({ field, message }) => (
              <li key={field + message}>
                <code>{field}</code>: {message}
              </li>
            ))}
          </ul>
        </div>
      )}
      <h3>{t('treat.outlook')}</h3>
      <ul lang="en">
        {planned.outlook.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
