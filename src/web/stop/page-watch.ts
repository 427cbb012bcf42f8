/** Where the page does not come, or breaks before it can say so itself, this says so in its place and loads it again. */
import { reloadSoon } from './reload.ts';

/** A slow tablet on a slow network is no failure. */
const pageAllowedMs = 20_000;

interface Words {
  readonly noPage: string;
  readonly noPageText: string;
  readonly reload: string;
}

export function watchPage(words: () => Words): void {
  const place = document.getElementById('page');
  const isEmpty = (): boolean => place !== null && place.childElementCount === 0;
  const failed = (why: string): void => {
    if (place === null || !isEmpty()) return;
    const { noPage, noPageText, reload } = words();
    const card = document.createElement('main');
    card.className = 'card narrow';
    for (const [tag, text] of [
      ['h1', noPage],
      ['p', noPageText],
      ['p', why],
    ] as const) {
      const line = document.createElement(tag);
      line.textContent = text;
      card.append(line);
    }
    const again = document.createElement('a');
    again.className = 'button primary';
    again.href = location.href;
    again.textContent = reload;
    again.addEventListener('click', (event) => {
      event.preventDefault();
      location.reload();
    });
    card.append(again);
    place.append(card);
    reloadSoon(() => card.isConnected);
  };
  // Before the page is there, nobody else hears of it. A script that does not arrive has no message.
  const onError = ({ message, target }: ErrorEvent): void => {
    if (message) failed(message);
    else if (target instanceof HTMLScriptElement) failed(target.src);
  };
  addEventListener('error', onError, { capture: true });
  setTimeout(() => {
    failed('');
  }, pageAllowedMs);
}
