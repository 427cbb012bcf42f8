/** A fault strikes the simulated device while somebody watches: how long until it is answered? */
import { useState } from 'preact/hooks';
import type { DeviceAnswer } from '../../server/contract/answers.ts';
import type { DrillsAnswer } from '../../server/contract/record-answers.ts';
import type { LiveState } from '../../server/contract/live-state.ts';
import { offerOf, useApp } from '../app-context.ts';
import { clock, decimal } from '../i18n/format.ts';
import { post } from '../net/api.ts';
import { Action } from '../parts/Confirm.tsx';
import { useLoaded, When } from '../parts/use-loaded.tsx';

interface DrillProps {
  readonly device: DeviceAnswer;
  readonly live: LiveState;
}

export function Drill({ device, live }: DrillProps) {
  const { t, act } = useApp();
  const [fault, setFault] = useState('');
  const drills = useLoaded<DrillsAnswer>('/drills');
  const { allowed, reason } = offerOf(live, 'injectFault');
  const blocked = allowed ? null : (reason ?? t('device.drillWhen'));
  const inject = (id: string) => () => {
    void act(() => post('/drills', { fault: id })).then(drills.reload);
  };
  const running = live.simulation?.faults ?? [];
  return (
    <section class="card">
      <h2>{t('device.drill')}</h2>
      <p>{t('device.drillText')}</p>
      {blocked !== null && <p class="notice">{blocked}</p>}
      <DrillNow live={live} />
      <div class="row">
        <Action
          primary
          label={t('device.drillSurprise')}
          disabledReason={blocked}
          onAct={() => {
            inject(anyOf(device.faults.map(({ id }) => id)))();
          }}
        />
      </div>
      <div class="columns">
        <label class="field">
          <span class="label">{t('device.drillPick')}</span>
          <select
            value={fault}
            lang="en"
            onChange={({ currentTarget }) => {
              setFault(currentTarget.value);
            }}
          >
            <option value="" />
            {device.faults.map(({ id, description }) => (
              <option key={id} value={id}>
                {description}
              </option>
            ))}
          </select>
        </label>
        <div class="row">
          <Action
            label={t('device.drillInject')}
            disabledReason={blocked ?? (fault === '' ? t('device.drillPick') : null)}
            onAct={inject(fault)}
          />
          {running.map((id) => (
            <Action
              key={id}
              label={`${t('device.drillClear')}: ${id}`}
              onAct={() => void act(() => post('/drills/clear', { fault: id }))}
            />
          ))}
        </div>
      </div>
      <When {...drills}>{(answer) => <Training drills={answer.drills} />}</When>
    </section>
  );
}

/** Chance is the point of a surprise: which fault it is, nobody at the screen knows. */
function anyOf(ids: readonly string[]): string {
  const [number = 0] = crypto.getRandomValues(new Uint32Array(1));
  return ids[number % Math.max(1, ids.length)] ?? '';
}

function DrillNow({ live: { drill } }: { readonly live: LiveState }) {
  const { t, preferences } = useApp();
  if (drill === null) return null;
  const { response } = drill;
  return (
    <p class={`notice ${response === null ? 'warn' : 'good'}`} role="status">
      {response === null
        ? t('device.drillRunning', { time: clock(drill.injectedAtS) })
        : t('device.drillDone', {
            kind: t(`drill.${response.kind}`),
            seconds: decimal(response.afterS, 1, preferences.language),
            fault: drill.fault,
          })}
    </p>
  );
}

function Training({ drills }: { readonly drills: DrillsAnswer['drills'] }) {
  const { t, preferences } = useApp();
  if (drills.length === 0) return <p class="soft">{t('device.drillNone')}</p>;
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={t('device.drillRecord')}>
      <table>
        <caption class="unseen">{t('device.drillRecord')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('device.drillFault')}</th>
            <th scope="col">{t('device.drillAnswer')}</th>
            <th scope="col">{t('device.drillBy')}</th>
          </tr>
        </thead>
        <tbody>
          {drills.map(({ fault, response, by, treatmentId, injectedAtS }) => (
            <tr key={`${treatmentId}:${injectedAtS}:${fault}`}>
              <th scope="row" lang="en">
                {fault}
              </th>
              <td>
                {response === null
                  ? t('device.drillOpen')
                  : `${t(`drill.${response.kind}`)}, ${t('common.seconds', {
                      seconds: decimal(response.afterS, 1, preferences.language),
                    })}`}
              </td>
              <td>{by}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
