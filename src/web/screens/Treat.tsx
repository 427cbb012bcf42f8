/** The one page of a treatment: which part of it is shown is the device's state, not the page's. */
import { useApp } from '../app-context.ts';
import { Ended } from './Ended.tsx';
import { Preparing, SafeToApply } from './Preparing.tsx';
import { Running } from './Running.tsx';
import { Wizard } from './Wizard.tsx';
import { OpenScreening } from './OpenScreening.tsx';

export function Treat() {
  const { view, t } = useApp();
  // Greyed out while the stream is gone; the page around it says so.
  const { live } = view;
  if (live === null) {
    return (
      <section class="card">
        <h1>{t('link.connecting')}</h1>
      </section>
    );
  }
  switch (live.session) {
    case 'idle':
      // How the last one ended stays until somebody has acknowledged it, a reset before that or not.
      return live.device.link === 'ready' && live.outcome === null ? (
        <Wizard live={live} />
      ) : (
        <Ended live={live} />
      );
    case 'screening':
      return <OpenScreening />;
    case 'selfTest':
    case 'preparing':
      return <Preparing live={live} />;
    case 'awaitingContact':
      return <SafeToApply live={live} />;
    case 'treating.cold':
    case 'treating.hot':
    case 'paused':
    case 'checking':
      return <Running live={live} />;
    case 'settling':
    case 'ended':
    case 'declined':
    case 'faulted':
      return <Ended live={live} />;
  }
}
