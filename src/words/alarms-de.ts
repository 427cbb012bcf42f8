/** What every alarm says and what to do, in German. Numbers are those of the English words; a test holds them together. */
import { plainWords } from './plain-words.ts';
import type { AlarmCatalogue } from './alarms.ts';

export const germanAlarms = (() => {
  const off = 'Platte von der Haut nehmen.';
  const look = 'Platte von der Haut nehmen und die Haut ansehen.';
  const service = `${off} Gerät prüfen lassen, bevor es wieder benutzt wird.`;
  const unplug = `${off} Netzstecker des Geräts ziehen.`;
  const likely = 'Wahrscheinliche Ursachen, in dieser Reihenfolge:';
  const common = `${likely} Fühler der falschen Art; Wasser in der Platte oder ihrem Stecker; ein schlechter Stecker, den beide Fühler teilen; eine Masseleitung, die den Strom der Module führt.`;
  return {
    'stop-pressed': {
      text: 'STOPP wurde gedrückt, oder sein Stecker ist gezogen',
      remedy: 'Vor der nächsten Behandlung den Stoppknopf lösen oder seinen Stecker prüfen.',
    },
    'plate-hot': { text: 'Die Platte ist zu heiß', remedy: look },
    'plate-cold': { text: 'Die Platte ist zu kalt', remedy: look },
    'heatsink-hot': {
      text: 'Der Kühlkörper ist zu heiß',
      remedy: `${off} Lüftungsöffnungen freimachen und prüfen, ob der Lüfter läuft.`,
    },
    'heatsink-mute': {
      text: 'Der Fühler des Kühlkörpers folgt der Arbeit nicht',
      remedy: `${off} ${likely} Der Fühler steckt nicht mehr in seiner Bohrung; ein Raum, der viel kälter geworden ist, etwa durch ein offenes Fenster; Module, die nicht arbeiten.`,
    },
    'sensor-open': {
      text: 'Ein Temperaturfühler oder seine Leitung ist unterbrochen',
      remedy: service,
    },
    'sensor-short': {
      text: 'Ein Temperaturfühler oder seine Leitung hat einen Kurzschluss',
      remedy: service,
    },
    'sensor-stale': {
      text: 'Ein Temperaturfühler meldet sich nicht',
      remedy: `${off} Kabel zwischen Computer und Platine prüfen.`,
    },
    'sensor-jump': {
      text: 'Ein Temperaturwert springt',
      remedy: `${off} ${likely} ein loser Stecker oder Draht dieses Fühlers; Störungen von den Leitungen der Module; der Fühler selbst.`,
    },
    'sensor-noisy': {
      text: 'Ein Temperaturfühler rauscht zu stark',
      remedy: `${off} ${likely} Die Masseleitung der Fühler führt den Strom der Module; Fühlerleitungen liegen neben den Leitungen der Module; ein loser Stecker; das Netzteil.`,
    },
    'sensor-frozen': {
      text: 'Ein Temperaturfühler wiederholt einen einzigen Wert',
      remedy: `${off} ${likely} der Fühlereingang der Platine; der Fühler. Gerät prüfen lassen, bevor es wieder benutzt wird.`,
    },
    'sensors-disagree': {
      text: 'Die Fühler der Platte sind sich nicht einig',
      remedy: `${off} ${likely} Ein Fühler ist aus der Platte gerutscht; ein schlechter Stecker oder Draht; ein verbrauchter Fühler. Gerät prüfen lassen, bevor es wieder benutzt wird.`,
    },
    'witness-disagrees': {
      text: 'Die Fühler der Platte und ihr Kontrollfühler sind sich nicht einig',
      remedy: `${look} ${common}`,
    },
    'witness-hot': { text: 'Die Platte ist nach ihrem Kontrollfühler zu heiß', remedy: look },
    'witness-cold': { text: 'Die Platte ist nach ihrem Kontrollfühler zu kalt', remedy: look },
    'relay-welded': {
      text: 'Das Sicherheitsrelais öffnet nicht',
      remedy: `${service} Netzstecker ziehen: Ein Kontakt des Relais ist verschweißt oder überbrückt, und nur die Brücke hält den Strom noch ab.`,
    },
    'bridge-shorted': {
      text: 'Ein Transistor der Brücke hat einen Kurzschluss',
      remedy: `${service} Ein Transistor der Brücke hat einen Kurzschluss, oder ein Zweig schaltet nicht.`,
    },
    'supply-low': {
      text: 'Eine Versorgungsspannung ist zu niedrig',
      remedy: `${off} Netzteil, Sicherung, Stecker und Relaiskontakt der genannten Schiene prüfen.`,
    },
    'supply-high': {
      text: 'Eine Versorgungsspannung ist zu hoch',
      remedy: `${look} Das Netzteil der genannten Schiene gibt zu viel: nicht wieder benutzen, bevor es gemessen wurde.`,
    },
    'current-undriven': {
      text: 'Die Module werden angetrieben, ohne dass es verlangt ist',
      remedy: `${look} ${likely} eine Brücke, die festhängt; ihre Verdrahtung; vertauschte Drähte des Stromfühlers. Nicht wieder benutzen, bevor das Gerät repariert ist.`,
    },
    'current-reversed': {
      text: 'Die Module werden in die falsche Richtung angetrieben',
      remedy: `${look} ${likely} ein Zweig der Brücke, der nicht schaltet; vertauschte Eingänge der Brücke oder Drähte des Stromfühlers.`,
    },
    'current-missing': {
      text: 'Die Module nehmen zu wenig Strom auf',
      remedy: `${service} Ein Modul, ein Zweig der Brücke, der Temperaturschalter, ein Relais oder eine Leitung der Module ist unterbrochen, oder der Stromfühler zeigt nicht, was fließt.`,
    },
    'fan-stalled': {
      text: 'Der Lüfter steht still',
      remedy: `${off} Lüfter und Lüftungsöffnungen freimachen, und die Leitung seines Drehzahlgebers ansehen.`,
    },
    'too-fast': {
      text: 'Die Platte ändert sich zu schnell',
      remedy: `${look} ${likely} Die Brücke hängt eingeschaltet fest; ein Fühler der Platte ist lose oder springt.`,
    },
    'wrong-way': { text: 'Die Platte läuft gegen den Antrieb', remedy: service },
    'no-response': { text: 'Die Platte folgt dem Antrieb nicht', remedy: service },
    'off-course': {
      text: 'Die Platte ist weit von ihrem Sollwert entfernt',
      remedy: `${off} ${likely} ein Raum, der zu warm oder zu kalt ist; verdeckte Lüftungsöffnungen; ein schwaches Modul oder Netzteil; Störungen auf den Fühlerleitungen.`,
    },
    'not-cooling-down': {
      text: 'Der Strom ist aus, und die Platte heizt oder kühlt weiter',
      remedy:
        'Platte von der Haut nehmen und den Netzstecker des Geräts ziehen: Brücke und Relais hängen fest.',
    },
    'guard-tripped': {
      text: 'Die Platine selbst hat den Strom abgeschaltet',
      remedy: `${off} Die Haut ansehen, dann lesen, was die Platine meldet.`,
    },
    'lease-lost': {
      text: 'Die Platine hört den Computer nicht mehr',
      remedy: `${look} Kabel zwischen Computer und Platine prüfen.`,
    },
    'drive-mismatch': {
      text: 'Die Platine tut nicht, was ihr gesagt wird',
      remedy: `${off} Alle anderen Programme schließen, die sie benutzen, und neu beginnen.`,
    },
    dose: { text: 'Die Grenze der Dosis ist erreicht', remedy: look },
    'phase-overrun': { text: 'Eine Phase dauert zu lange', remedy: look },
    'session-overrun': { text: 'Die Behandlung dauert zu lange', remedy: look },
    'loop-late': {
      text: 'Der Computer ist zu langsam für die Regelung',
      remedy: `${off} Der Computer war überlastet: andere Programme schließen.`,
    },
    'link-lost': {
      text: 'Die Verbindung zur Platine ist verloren',
      remedy: `${unplug} Es lässt sich nicht mehr sagen, dass es anhalten soll.`,
    },
    'record-lost': {
      text: 'Das Protokoll lässt sich nicht schreiben',
      remedy: `${off} Platz auf dem Datenträger schaffen oder mit --records einen anderen Ordner nennen.`,
    },
    'not-settling': {
      text: 'Die Platte bleibt bei ausgeschaltetem Strom heiß oder kalt',
      remedy: 'Platte von der Haut lassen und den Netzstecker des Geräts ziehen.',
    },
    'too-many-alarms': {
      text: 'Es gibt mehr Alarme, als sich anzeigen lassen',
      remedy: `${unplug} Es prüfen lassen, bevor es wieder benutzt wird.`,
    },
    'end-not-known': {
      text: 'Wie die letzte Behandlung endete, ist nicht bekannt',
      remedy: `${off} Die Haut ansehen und mit dem Patienten sprechen, dann lesen, was im Protokoll steht.`,
    },
    'heatsink-warm': {
      text: 'Der Kühlkörper wird heiß',
      remedy: 'Lüftungsöffnungen freimachen. Bei 54 °C endet die Behandlung.',
    },
    'sensors-drifting': {
      text: 'Die Fühler der Platte laufen auseinander',
      remedy: 'Vor der nächsten Behandlung die Fühler kalibrieren.',
    },
    'witness-drifting': {
      text: 'Die Fühler der Platte und ihr Kontrollfühler laufen auseinander',
      remedy: `${service} ${common}`,
    },
    'preparing-overdue': {
      text: 'Die Platte wird für den Beginn nicht kalt genug',
      remedy:
        'Platte von der Haut lassen. Ist der Raum zu warm, oder scheint die Sonne auf das Gerät? Sind die Lüftungsöffnungen frei, und dreht sich der Lüfter? Berührt die Platte etwas Warmes? Ruhen lassen, noch einmal versuchen, und Module und Netzteil prüfen lassen, wenn es wieder vorkommt.',
    },
    'self-test': {
      text: 'Der Selbsttest wurde nicht bestanden',
      remedy: 'Platte von der Haut lassen. Gerät prüfen lassen, bevor es benutzt wird.',
    },
    'remove-plate': {
      text: 'Der Strom ist aus, und die Platte lässt sich noch nicht gefahrlos berühren',
      remedy: off,
    },
    'attention-lost': {
      text: 'Eine Hautkontrolle wurde nicht beantwortet',
      remedy: 'Die Haut ansehen und mit dem Patienten sprechen, dann antworten oder anhalten.',
    },
    'skin-reaction': {
      text: 'Mit der Haut ist etwas nicht in Ordnung: Die Behandlung ist zu Ende, der Strom ist aus',
      remedy: `${off} ${plainWords.de.reaction.join(' ')}`,
    },
    'pause-expired': {
      text: 'Niemand war da, um fortzufahren: Die Behandlung ist zu Ende, der Strom ist aus',
      remedy: `${off} Die Haut ansehen und mit dem Patienten sprechen.`,
    },
    'plate-near-limit': {
      text: 'Die Platte ist nahe an einer Grenze',
      remedy: 'Den Patienten fragen, wie es sich anfühlt. An der Grenze endet die Behandlung.',
    },
    'dose-near-limit': {
      text: 'Die Dosis ist nahe an ihrer Grenze',
      remedy: 'Die Behandlung vorzeitig beenden, oder die Grenze beendet sie.',
    },
    'heatsink-unjudged': {
      text: 'Der Fühler des Kühlkörpers lässt sich noch nicht beurteilen',
      remedy:
        'Fühlen, ob Luft aus den Lüftungsöffnungen kommt. Das Gerät vor der nächsten Behandlung ruhen lassen.',
    },
    'loop-slow': {
      text: 'Der Computer ist langsam',
      remedy: 'Andere Programme auf diesem Computer schließen.',
    },
    'drive-gate': {
      text: 'Die Antriebsfreigabe hat den Strom zurückgehalten',
      remedy: 'Wenn es immer wieder vorkommt, das Gerät prüfen lassen.',
    },
    'phase-change': {
      text: 'Eine neue Phase beginnt',
      remedy: 'Die Haut ansehen und den Patienten fragen, wie es sich anfühlt.',
    },
  } as const satisfies AlarmCatalogue;
})();
