/**
 * What everybody who meets the device is told, in every language of the page: how little is known of what it is good for,
 * and what to do afterwards. Written to be read at eleven, and the same on page and report.
 */
export interface PlainWords {
  readonly knownTitle: string;
  readonly known: readonly string[];
  readonly afterTitle: string;
  /** Always shown; `{rest}` stands for the minutes without heat or cold. */
  readonly after: readonly string[];
  readonly moreTitle: string;
  readonly more: readonly string[];
}

export const plainWords = {
  en: {
    knownTitle: 'What is known, and what is not',
    known: [
      'Heat and cold in turn make tight, sore muscles feel better for some people.',
      'Nobody has tested it for cramps in ALS, nor in the order and length that this device gives.',
      'It leaves the cause of a cramp as it is, and muscle that lies deep hardly changes its warmth.',
      'To stop a cramp, stretching the muscle is what is known best.',
    ],
    afterTitle: 'Afterwards',
    after: [
      'Look at the skin and feel it now, and again in 20 minutes.',
      'Sit up slowly, and wait a minute before you stand. For half an hour the limb may be weak or clumsy: no stairs alone, no driving, no sport.',
      'No more heat or cold on this part of the body for {rest} minutes, and no cream where the plate will lie.',
    ],
    moreTitle: 'More for today',
    more: [
      'Drink as always; more in hot weather, or with fever, vomiting or the runs, unless a doctor limits it or thin drinks make you choke.',
      'Move gently a few times today, and stretch before bed. Rest what was strained.',
      'Write down how much it hurts now, and again in 20 minutes.',
      'Some water tablets and cholesterol tablets bring cramps. Ask your doctor; do not stop them by yourself.',
      'Pain after an injury may last for days, and should grow a little less each day.',
      'Spasms that grow worse or come more often: see a doctor.',
    ],
  },
  de: {
    knownTitle: 'Was bekannt ist und was nicht',
    known: [
      'Wärme und Kälte im Wechsel lassen manche Menschen verspannte, schmerzende Muskeln als besser empfinden.',
      'Bei Krämpfen durch ALS hat das niemand geprüft, auch nicht in der Reihenfolge und Dauer dieses Geräts.',
      'Die Ursache eines Krampfs bleibt, wie sie ist, und tief liegende Muskeln werden kaum wärmer oder kälter.',
      'Um einen Krampf zu lösen, ist das Dehnen des Muskels am besten bekannt.',
    ],
    afterTitle: 'Danach',
    after: [
      'Sehen und fühlen Sie die Haut jetzt an und in 20 Minuten noch einmal.',
      'Setzen Sie sich langsam auf und warten Sie eine Minute, bevor Sie aufstehen. Eine halbe Stunde lang kann das Glied schwach oder ungeschickt sein: nicht allein Treppen steigen, nicht fahren, kein Sport.',
      'Keine Wärme und keine Kälte mehr an diesem Teil des Körpers für {rest} Minuten, und keine Creme, wo die Platte liegen wird.',
    ],
    moreTitle: 'Mehr für heute',
    more: [
      'Trinken Sie wie immer; mehr bei Hitze, Fieber, Erbrechen oder Durchfall, außer Ihre Ärztin oder Ihr Arzt begrenzt es oder Sie verschlucken sich an dünnen Getränken.',
      'Bewegen Sie sich heute einige Male sanft, und dehnen Sie vor dem Schlafen. Schonen Sie, was überlastet war.',
      'Schreiben Sie auf, wie sehr es jetzt schmerzt, und in 20 Minuten noch einmal.',
      'Manche Wassertabletten und Cholesterintabletten machen Krämpfe. Fragen Sie ärztlich nach; setzen Sie nichts selbst ab.',
      'Schmerz nach einer Verletzung kann Tage dauern und soll jeden Tag etwas weniger werden.',
      'Wenn Krämpfe schlimmer werden oder häufiger kommen: gehen Sie zum Arzt.',
    ],
  },
  es: {
    knownTitle: 'Lo que se sabe y lo que no',
    known: [
      'El calor y el frío por turnos hacen que algunas personas sientan mejor sus músculos tensos y doloridos.',
      'Nadie lo ha probado para los calambres de la ELA, ni en el orden y la duración que da este aparato.',
      'La causa de un calambre queda como está, y el músculo profundo apenas cambia de temperatura.',
      'Para detener un calambre, lo que mejor se conoce es estirar el músculo.',
    ],
    afterTitle: 'Después',
    after: [
      'Mire y toque la piel ahora, y otra vez dentro de 20 minutos.',
      'Siéntese despacio y espere un minuto antes de ponerse de pie. Durante media hora el brazo o la pierna pueden estar débiles o torpes: no suba escaleras a solas, no conduzca, no haga deporte.',
      'Ni calor ni frío en esta parte del cuerpo durante {rest} minutos, y nada de crema donde vaya a ir la placa.',
    ],
    moreTitle: 'Más para hoy',
    more: [
      'Beba como siempre; más con calor, fiebre, vómitos o diarrea, salvo que su médico se lo limite o se atragante con líquidos.',
      'Muévase con suavidad varias veces hoy y estire antes de dormir. Deje descansar lo que se sobrecargó.',
      'Anote cuánto le duele ahora, y otra vez dentro de 20 minutos.',
      'Algunas pastillas para orinar y para el colesterol dan calambres. Pregunte a su médico; no las deje por su cuenta.',
      'El dolor tras una lesión puede durar días y debe bajar un poco cada día.',
      'Si los espasmos empeoran o son más frecuentes: vaya al médico.',
    ],
  },
} as const satisfies Record<string, PlainWords>;

export type PlainLanguage = keyof typeof plainWords;

/** @param restMinutes null: it is not known */
export const afterWords = (language: PlainLanguage, restMinutes: number | null): string[] =>
  plainWords[language].after
    .filter((text) => restMinutes !== null || !text.includes('{rest}'))
    .map((text) => text.replace('{rest}', String(restMinutes)));
