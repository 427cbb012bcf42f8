/** Board, sensors, checks and drills. */
import type { DeviceAnswer, DoctorAnswer } from '../../server/contract/answers.ts';
import type { LiveState } from '../../server/contract/live-state.ts';
import { useApp } from '../app-context.ts';
import { Degrees } from '../parts/Degrees.tsx';
import { useLoaded, When } from '../parts/use-loaded.tsx';
import { Drill } from './Drill.tsx';
import { Fact } from './Ended.tsx';

export function DevicePage() {
  const { t, live } = useApp();
  const device = useLoaded<DeviceAnswer>('/device');
  return (
    <>
      <h1>{t('device.title')}</h1>
      <div class="columns">
        <BoardCard live={live} />
        <SensorsCard live={live} />
      </div>
      <DoctorCard />
      <When {...device}>
        {(answer) => (
          <>
            {live?.board?.imaginary === true && <Drill device={answer} live={live} />}
            <Pins pins={answer.pins} />
          </>
        )}
      </When>
    </>
  );
}

function BoardCard({ live }: { readonly live: LiveState | null }) {
  const { t } = useApp();
  const board = live?.board ?? null;
  const unknown = t('common.notKnown');
  return (
    <section class="card">
      <h2>{t('device.board')}</h2>
      <dl class="facts">
        <Fact name={t('device.kind')} value={board?.kind ?? unknown} />
        <Fact name={t('device.port')} value={board?.port ?? unknown} />
        <Fact name={t('device.firmware')} value={board?.firmware ?? unknown} />
        <Fact
          name={t('device.number')}
          value={board?.memory === null ? t('device.noMemory') : (board?.memory.number ?? unknown)}
        />
        <Fact
          name={t('device.guarded')}
          value={
            board === null ? unknown : t(board.guarded ? 'device.guardedYes' : 'device.guardedNo')
          }
        />
      </dl>
    </section>
  );
}

function SensorsCard({ live }: { readonly live: LiveState | null }) {
  const { t } = useApp();
  const readings = live?.readings;
  const sensor = (name: string, celsius: number | null | undefined) => (
    <div>
      <dt>{name}</dt>
      <dd class="middle reading">
        <Degrees celsius={celsius} />
      </dd>
    </div>
  );
  return (
    <section class="card">
      <h2>{t('device.sensors')}</h2>
      <dl class="facts">
        {sensor(t('run.plateA'), readings?.plateAC)}
        {sensor(t('run.plateB'), readings?.plateBC)}
        {sensor(t('run.heatsink'), readings?.heatsinkC)}
        <Fact
          name={t('device.powered')}
          value={
            live === null
              ? t('common.notKnown')
              : t(live.powered ? 'device.poweredYes' : 'device.poweredNo')
          }
        />
      </dl>
    </section>
  );
}

const marks = { ok: '✓', warn: '⚠', fail: '✕' } as const;
const tones = { ok: 'is-good', warn: 'is-warn', fail: 'is-bad' } as const;

function DoctorCard() {
  const { t } = useApp();
  const doctor = useLoaded<DoctorAnswer>('/device/doctor');
  return (
    <section class="card">
      <div class="row">
        <h2 style={{ flex: 1 }}>{t('device.doctor')}</h2>
        <button type="button" class="button" onClick={doctor.reload}>
          {t('device.runDoctor')}
        </button>
      </div>
      <When {...doctor}>
        {({ checks }) => (
          <ul class="list">
            {checks.map(({ name, verdict, finding, fix }) => (
              <li key={name} class="stack">
                <div class="row">
                  <span class={`tag ${tones[verdict]}`}>
                    <span aria-hidden="true">{marks[verdict]}</span>
                    {t(`device.check.${verdict}`)}
                  </span>
                  <strong lang="en">{name}</strong>
                </div>
                <p lang="en">{finding}</p>
                {fix !== null && (
                  <p class="soft" lang="en">
                    {fix}
                  </p>
                )}
              </li>
            ))}
          </ul>
        )}
      </When>
    </section>
  );
}

function Pins({ pins }: { readonly pins: DeviceAnswer['pins'] }) {
  const { t } = useApp();
  if (pins.length === 0) return null;
  return (
    <section class="card">
      <details>
        <summary>{t('device.pins')}</summary>
        <div class="scroll" tabIndex={0} role="region" aria-label={t('device.pins')} lang="en">
          <table>
            <tbody>
              {pins.map(({ pin, signal, wiring }) => (
                <tr key={pin}>
                  <th scope="row">{pin}</th>
                  <td>{signal}</td>
                  <td>{wiring}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </section>
  );
}
