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
  /** What the look in twenty minutes is for. */
  readonly later: string;
  /** Where the skin was not called fine at the end. */
  readonly notFelt: string;
  readonly notSaid: string;
  readonly reactionTitle: string;
  /** Where something was wrong with the skin: first aid, who looks at it, and what is not to be done. */
  readonly reaction: readonly string[];
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
    later:
      'Look at the skin again 20 min after the end, and say how it is: that opens the next treatment here.',
    notFelt:
      'The plate was not felt at the end. Feeling comes back within minutes: test it, and see a doctor if the skin is numb for more than 20 minutes. No treatment begins here before somebody has said that the skin is fine.',
    notSaid:
      'Nobody said at the end that the skin is fine. No treatment begins here before somebody has said so.',
    reactionTitle: 'Something was wrong with the skin',
    reaction: [
      'Too hot: cool running tap water for 20 min, no ice.',
      'Too cold: warm it slowly with a hand or a blanket, do not rub, no hot water.',
      'See a doctor: today with a blister, welts, broken skin, a white, grey or dark patch, pain, or numbness for more than 20 min.',
      'No more heat or cold there, nor a cold finish: nobody is treated there before a clinician has looked at the skin and that is recorded.',
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
    later:
      'Sehen Sie die Haut 20 min nach dem Ende noch einmal an und sagen Sie, wie sie ist: das öffnet die nächste Behandlung hier.',
    notFelt:
      'Am Ende war die Platte nicht zu fühlen. Das Gefühl kommt in Minuten zurück: Prüfen Sie es, und gehen Sie zum Arzt, wenn die Haut länger als 20 Minuten taub ist. Hier beginnt keine Behandlung, bevor jemand sagt, dass die Haut in Ordnung ist.',
    notSaid:
      'Am Ende hat niemand gesagt, dass die Haut in Ordnung ist. Hier beginnt keine Behandlung, bevor das jemand sagt.',
    reactionTitle: 'Mit der Haut war etwas nicht in Ordnung',
    reaction: [
      'Zu heiß: 20 min kühles fließendes Leitungswasser, kein Eis.',
      'Zu kalt: langsam mit einer Hand oder einer Decke wärmen, nicht reiben, kein heißes Wasser.',
      'Gehen Sie zum Arzt: noch heute bei Blase, Quaddeln, offener Haut, weißer, grauer oder dunkler Stelle, Schmerz oder Taubheit von mehr als 20 min.',
      'Dort keine Wärme und keine Kälte mehr, auch keine abschließende Kälte: Niemand wird dort behandelt, bevor eine Fachperson die Haut angesehen hat und das aufgezeichnet ist.',
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
    later:
      'Mire la piel otra vez 20 min después del final y diga cómo está: eso abre el próximo tratamiento aquí.',
    notFelt:
      'Al final no se sentía la placa. La sensibilidad vuelve en minutos: compruébela, y vaya al médico si la piel sigue dormida más de 20 minutos. Aquí no empieza ningún tratamiento antes de que alguien diga que la piel está bien.',
    notSaid:
      'Al final nadie dijo que la piel está bien. Aquí no empieza ningún tratamiento antes de que alguien lo diga.',
    reactionTitle: 'La piel no estaba bien',
    reaction: [
      'Demasiado calor: agua fresca corriente del grifo durante 20 min, sin hielo.',
      'Demasiado frío: caliéntela despacio con una mano o una manta, sin frotar, sin agua caliente.',
      'Vaya al médico: hoy mismo si hay ampolla, ronchas, piel abierta, mancha blanca, gris u oscura, dolor, o si sigue dormida más de 20 min.',
      'Ni más calor ni más frío ahí, tampoco el frío final: no se trata a nadie ahí antes de que un profesional haya mirado la piel y quede registrado.',
    ],
  },
} as const satisfies Record<string, PlainWords>;

export type PlainLanguage = keyof typeof plainWords;

/** @param restMinutes null: it is not known */
export const afterWords = (language: PlainLanguage, restMinutes: number | null): string[] =>
  plainWords[language].after
    .filter((text) => restMinutes !== null || !text.includes('{rest}'))
    .map((text) => text.replace('{rest}', String(restMinutes)));

/** How the skin was, as far as anybody said; null where nobody's was under the plate. */
export interface SkinKnown {
  readonly reacted: boolean;
  readonly atEnd: 'fine' | 'notSure' | 'numb' | 'wrong' | 'unanswered' | null;
}

/** What is wrong stays so, whatever is said after it. */
export const hasReacted = (skin: SkinKnown | null): boolean =>
  skin !== null && (skin.reacted || skin.atEnd === 'wrong');

/** Of what is said after a treatment, what holds after a reaction too. */
const sittingUp = 1;

/** Where the skin reacted, no further cold or heat is spoken of, and no look that would open the next treatment. */
export function afterTreatment(
  language: PlainLanguage,
  skin: SkinKnown | null,
  restMinutes: number | null,
): string[] {
  const { reaction, after, later } = plainWords[language];
  if (hasReacted(skin)) return [...reaction, after[sittingUp]];
  const usual = afterWords(language, restMinutes);
  return skin === null ? usual : [...doubtWords(language, skin), ...usual, later];
}

/** Empty where the skin was called fine. */
export function doubtWords(language: PlainLanguage, { atEnd }: SkinKnown): string[] {
  const { notFelt, notSaid } = plainWords[language];
  if (atEnd === 'numb') return [notFelt];
  return atEnd === 'notSure' || atEnd === 'unanswered' ? [notSaid] : [];
}
