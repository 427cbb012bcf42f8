/**
 * What a defect of a part of this page does: it says what happened, and the page is loaded again. The last thing that can be
 * drawn asks nothing of the rest of the page.
 */
import { Component } from 'preact';
import type { ComponentChildren } from 'preact';
import { translator } from '../i18n/catalogue.ts';
import { languages } from '../../words/language.ts';
import { reloadSoon } from '../stop/reload.ts';

interface Failed {
  readonly words: string | null;
}

export class Boundary extends Component<{ readonly children: ComponentChildren }, Failed> {
  override state: Failed = { words: null };

  static override getDerivedStateFromError(thrown: unknown): Failed {
    return { words: thrown instanceof Error ? thrown.message : String(thrown) };
  }

  override componentDidCatch(): void {
    reloadSoon(() => true);
  }

  render() {
    const { words } = this.state;
    if (words === null) return this.props.children;
    const t = translator(languages.find((one) => one === document.documentElement.lang) ?? 'en');
    return (
      <main class="card narrow">
        <div role="alert">
          <h1>{t('broken.title')}</h1>
          <p>{t('broken.text')}</p>
          <p class="mono" lang="en">
            {words}
          </p>
        </div>
        <button
          type="button"
          class="button primary"
          onClick={() => {
            location.reload();
          }}
        >
          {t('broken.reload')}
        </button>
      </main>
    );
  }
}
