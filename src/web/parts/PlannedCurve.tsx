/** The planned plate temperature as a small drawing: still, so it needs no chart. */
import type { Planned } from '../../server/contract/answers.ts';
import { useApp } from '../app-context.ts';
import { useDegrees } from './Degrees.tsx';

const width = 640;
const height = 170;
const rangeC = [5, 45] as const;

export function PlannedCurve({
  planned: { curve, phases, totalS },
}: {
  readonly planned: Planned;
}) {
  const { t } = useApp();
  const degrees = useDegrees();
  const x = (s: number): number => (s / Math.max(1, totalS)) * width;
  const y = (c: number): number => height - ((c - rangeC[0]) / (rangeC[1] - rangeC[0])) * height;
  const points = curve.tS.map(
    (s, index) => `${x(s).toFixed(1)},${y(curve.plateC[index] ?? 0).toFixed(1)}`,
  );
  const coldest = Math.min(...curve.plateC);
  const hottest = Math.max(...curve.plateC);
  const label = `${t('treat.planned')}: ${degrees(coldest)} … ${degrees(hottest)}`;
  return (
    <figure class="stack">
      <svg class="planned" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
        {phases.map(({ number, kind, startS, lengthS }) => (
          <rect
            key={number}
            x={x(startS)}
            y={0}
            width={x(lengthS)}
            height={height}
            fill={`var(--${kind}-wash)`}
          />
        ))}
        <polyline points={points.join(' ')} fill="none" stroke="var(--ink)" stroke-width="2.5" />
      </svg>
      <figcaption class="row soft">
        <span style={{ flex: 1 }}>{t('treat.planned')}</span>
        <span class="is-cold">▼ {degrees(coldest)}</span>
        <span class="is-hot">▲ {degrees(hottest)}</span>
      </figcaption>
    </figure>
  );
}
