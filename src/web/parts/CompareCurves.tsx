/** Two curves of plate A as a still drawing; solid and dashed, so that colour is not needed. */
import type { CompareAnswer } from '../../server/contract/record-answers.ts';
import { useApp } from '../app-context.ts';
import { clock, decimal, inUnit, unitLabel } from '../i18n/format.ts';

const width = 900;
const height = 320;
const rangeC = [5, 45] as const;
const gridC = [10, 20, 30, 40] as const;

type Records = CompareAnswer['records'];

export function CompareCurves({ records }: { readonly records: Records }) {
  const { t, preferences } = useApp();
  const endS = Math.max(
    60,
    ...records.map(({ samples, contactAtS }) => (samples.tS.at(-1) ?? 0) - (contactAtS ?? 0)),
  );
  const x = (s: number): number => 44 + (s / endS) * (width - 54);
  const y = (c: number): number =>
    height - 24 - ((c - rangeC[0]) / (rangeC[1] - rangeC[0])) * (height - 34);
  const shown = (c: number): string =>
    decimal(inUnit(c, preferences.unit), 0, preferences.language);
  return (
    <svg
      class="compare"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={t('compare.title')}
    >
      {gridC.map((c) => (
        <g key={c}>
          <line x1={44} x2={width - 10} y1={y(c)} y2={y(c)} stroke="var(--line)" />
          <text x={38} y={y(c) + 5} text-anchor="end" fill="var(--soft)">
            {shown(c)}
          </text>
        </g>
      ))}
      <text x={4} y={14} fill="var(--soft)">
        {unitLabel(preferences.unit)}
      </text>
      {[0, 0.25, 0.5, 0.75, 1].map((part) => (
        <text
          key={part}
          x={x(part * endS)}
          y={height - 4}
          text-anchor={part === 1 ? 'end' : 'middle'}
          fill="var(--soft)"
        >
          {clock(part * endS)}
        </text>
      ))}
      {records.map((record, index) => (
        <path
          key={record.row.id}
          d={pathOf(record, x, y)}
          fill="none"
          stroke={index === 0 ? 'var(--ink)' : 'var(--hot)'}
          stroke-width="2"
          stroke-dasharray={index === 0 ? undefined : '8 5'}
        />
      ))}
    </svg>
  );
}

/** A missing value lifts the pen. */
function pathOf(
  { samples, contactAtS }: Records[number],
  x: (s: number) => number,
  y: (c: number) => number,
): string {
  let down = false;
  const parts: string[] = [];
  for (const [index, t] of samples.tS.entries()) {
    const value = samples.plateAC[index] ?? null;
    const s = t === null ? -1 : t - (contactAtS ?? 0);
    if (value === null || s < 0) {
      down = false;
      continue;
    }
    parts.push(`${down ? 'L' : 'M'}${x(s).toFixed(1)} ${y(value).toFixed(1)}`);
    down = true;
  }
  return parts.join('');
}
