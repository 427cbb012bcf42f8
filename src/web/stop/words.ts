/** The words of STOP, in every language of the page. A key that is missing in one of them does not compile. */
import type { Language } from '../../words/language.ts';

interface StopWords {
  readonly button: string;
  readonly label: string;
  readonly stopping: string;
  readonly stoppingText: string;
  readonly stopped: string;
  readonly stoppedText: string;
  readonly ago: string;
  readonly unconfirmed: string;
  readonly unconfirmedText: string;
  readonly hint: string;
  readonly keys: string;
  readonly escape: string;
  /** Instead of the page, where it cannot be shown. */
  readonly noPage: string;
  readonly noPageText: string;
  readonly reload: string;
}

export const stopWords: Readonly<Record<Language, StopWords>> = {
  en: {
    button: 'STOP',
    stopping: 'STOPPING …',
    stoppingText: 'Waiting for the device to confirm.',
    stopped: 'Stopped in {seconds} s',
    stoppedText: 'Power verified off.',
    unconfirmed: 'NOT CONFIRMED: CUT THE POWER',
    unconfirmedText: 'Still trying, {seconds} s. Press the button on the device or pull its plug.',
    hint: 'Works at any time, without signing in',
    keys: 'Keys: {keys}',
    label: 'STOP the treatment and switch the power off',
    escape: 'Esc twice',
    ago: '{age} ago',
    noPage: 'The page could not be shown',
    noPageText:
      'It is loaded again by itself. The device does not need it, and STOP below works without it.',
    reload: 'Load it again now',
  },
  de: {
    button: 'STOPP',
    stopping: 'HÄLT AN …',
    stoppingText: 'Wartet auf die Bestätigung des Geräts.',
    stopped: 'Angehalten in {seconds} s',
    stoppedText: 'Strom nachweislich aus.',
    unconfirmed: 'NICHT BESTÄTIGT: STROM TRENNEN',
    unconfirmedText:
      'Wird weiter versucht, {seconds} s. Drücken Sie den Knopf am Gerät oder ziehen Sie den Stecker.',
    hint: 'Wirkt jederzeit, auch ohne Anmeldung',
    keys: 'Tasten: {keys}',
    label: 'STOPP: Behandlung anhalten und Strom abschalten',
    escape: 'zweimal Esc',
    ago: 'vor {age}',
    noPage: 'Die Seite konnte nicht angezeigt werden',
    noPageText:
      'Sie wird von selbst neu geladen. Das Gerät braucht sie nicht, und STOPP unten wirkt auch ohne sie.',
    reload: 'Jetzt neu laden',
  },
  es: {
    button: 'ALTO',
    stopping: 'DETENIENDO …',
    stoppingText: 'Esperando la confirmación del equipo.',
    stopped: 'Detenido en {seconds} s',
    stoppedText: 'Corriente cortada y comprobada.',
    unconfirmed: 'SIN CONFIRMAR: CORTE LA CORRIENTE',
    unconfirmedText: 'Sigue intentándolo, {seconds} s. Pulse el botón del equipo o desenchúfelo.',
    hint: 'Funciona siempre, sin iniciar sesión',
    keys: 'Teclas: {keys}',
    label: 'ALTO: detener el tratamiento y cortar la corriente',
    escape: 'Esc dos veces',
    ago: 'hace {age}',
    noPage: 'No se pudo mostrar la página',
    noPageText:
      'Se vuelve a cargar sola. El equipo no la necesita, y ALTO, abajo, funciona sin ella.',
    reload: 'Cargarla ahora',
  },
};

/** Puts values in place of `{name}`. */
export const filled = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
