import { useApp } from '../app-context.ts';
import type { MessageKey } from '../i18n/catalogue.ts';
import { lineStyles } from './plot-options.ts';

const names = {
  plateA: 'run.plateA',
  plateB: 'run.plateB',
  heatsink: 'run.heatsink',
  setpoint: 'run.setpoint',
  limit: 'run.limit',
} as const satisfies Record<keyof typeof lineStyles, MessageKey>;

const lines = ['plateA', 'plateB', 'setpoint', 'heatsink', 'limit'] as const;

/** Each line with its own pattern, so that nobody has to tell colours apart. */
export function Legend() {
  const { t } = useApp();
  return (
    <ul class="legend">
      {lines.map((line) => (
        <li key={line}>
          <svg viewBox="0 0 34 10" aria-hidden="true">
            <line
              x1="0"
              y1="5"
              x2="34"
              y2="5"
              stroke={`var(${lineStyles[line].colour})`}
              stroke-width="2.5"
              stroke-dasharray={lineStyles[line].dash.join(' ')}
            />
          </svg>
          {t(names[line])}
        </li>
      ))}
    </ul>
  );
}
