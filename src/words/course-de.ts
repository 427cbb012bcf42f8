/** Warum ein Selbsttest nicht gelingt, eine Behandlung endete und ein Wunsch nicht erfüllt wurde, auf Deutsch. */
import type { Catalogue } from './catalogue.ts';
import type { courseEn } from './course-en.ts';
import type { quantitiesEn } from './quantities.ts';

export const quantitiesDe: Catalogue<typeof quantitiesEn> = {
  'unit.cold min': 'Kälteminuten',
  'unit.CEM43 min': 'CEM43-Minuten',
  'none.temperature': 'keine Temperatur',
  'none.rate': 'unbekannter Geschwindigkeit',
  'none.voltage': 'keine Spannung',
  'none.time': 'unbekannter Zeit',
  'none.dose': 'eine unbekannte Dosis',
  'none.nothing': 'nichts',
  'none.turns': 'nicht bekannt',
};

export const courseDe: Catalogue<typeof courseEn> = {
  'causes.powered':
    'Wahrscheinliche Ursachen, in dieser Reihenfolge: die Masseleitung der Fühler führt Strom der Module; Fühlerleitungen liegen neben den Leitungen der Module; ein loser Stecker; das Netzteil.',
  'causes.atRest':
    'Wahrscheinliche Ursachen, in dieser Reihenfolge: ein loser Stecker oder eine lose Leitung; das Netzteil; Fühlerleitungen neben Netz- oder Modulleitungen.',
  'no-valid-reading': '{channel} liefert keinen gültigen Messwert',
  'heatsink-still-warm':
    'der Kühlkörper ist bei {value}; lassen Sie ihn unter {limit:exact} abkühlen',
  'test-stop-open': 'die Stoppschleife ist offen',
  'test-beads-differ':
    'die Plattenfühler unterscheiden sich in Ruhe um {value}; erlaubt sind {limit:exact}',
  'witness-needed':
    'die Platine liest keinen Kontrollfühler in der Platte: verordnen Sie {leastC:bareexact} bis {mostC:exact}, oder nehmen Sie eine Platine, die ihn liest',
  'witness-not-comparable': '{channel} lässt sich nicht mit den Plattenfühlern vergleichen',
  'beads-above-witness':
    'die Plattenfühler zeigen {value} mehr als der Kontrollfühler; erlaubt sind {limit}',
  'beads-below-witness':
    'die Plattenfühler zeigen {value} weniger als der Kontrollfühler; erlaubt sind {limit}',
  'outvoted-above':
    'die Plattenfühler zeigen {value} mehr als der Kontrollfühler, und der Kühlkörperfühler gibt diesem recht',
  'outvoted-below':
    'die Plattenfühler zeigen {value} weniger als der Kontrollfühler, und der Kühlkörperfühler gibt diesem recht',
  'plate-below-cold':
    'die Platte ruht bei {value:0} und ist kälter als die verordnete Kälte von {limit:0}: lassen Sie den Raum wärmer werden, oder verordnen Sie eine kältere Temperatur',
  'room-cold': 'im Raum sind es {value:0}: lassen Sie ihn auf {limit:exact} warm werden',
  'room-warm': 'im Raum sind es {value:0}: lassen Sie ihn auf {limit:exact} abkühlen',
  'plate-still-cold':
    'die Platte ist noch bei {value:0}: lassen Sie sie auf {limit:exact} warm werden',
  'plate-still-moves':
    'die Platte ist bei {plateC} und ändert sich noch mit {value}, wie nach einer Behandlung: lassen Sie sie ruhen',
  'board-found': '{cause}',
  'board-not-arming': 'die Platine schaltet sich nicht scharf',
  'board-guard-lost': 'die Platine hat ihren Wächter verloren',
  'moved-colder-unpowered':
    '{channel} änderte sich um {value}, obwohl das Relais offen war: das Relais ist verschweißt oder überbrückt, oder die Platte lag auf etwas Kaltem',
  'moved-unpowered':
    '{channel} änderte sich um {value}, obwohl das Relais offen war: die Platte wurde berührt oder abgelegt, oder Fühler oder Stecker ist lose',
  'test-noisy':
    '{channel} hat bei Strom ein Rauschen von {value} effektiv, ohne Strom {restLsb:bare1}; erlaubt sind {limit:bareexact}. {causes}',
  'warmer-while-cooled':
    '{channel} wurde beim Kühlen um {value} wärmer: die Module sind verkehrt herum angeschlossen, oder Fühler sind vertauscht',
  'hardly-colder':
    '{channel} wurde in {watchedS:0} Kühlen nur um {value} kälter; erwartet werden mindestens {limit:exact}: ein Modul, die Versorgung oder der Sitz des Fühlers ist fehlerhaft',
  'heatsink-hardly-warmer':
    'der Kühlkörper wurde um {value} wärmer, während die Platte gekühlt wurde; erwartet werden mindestens {limit:exact}: sein Fühler steckt nicht in der Bohrung oder sein Stecker ist lose, die Module arbeiten nicht, oder Fühler sind vertauscht',
  'lease-not-cleared':
    'die Platine ließ ihre Abschaltung nach der Prüfung ihrer Frist nicht zurücksetzen',
  'lease-not-rearmed':
    'die Platine schaltete sich nach der Prüfung ihrer Frist nicht wieder scharf',
  'lease-kept':
    'die Platine behielt ihren Strom {value} lang ohne Erneuerung; erlaubt sind {limit}',
  'lease-late':
    'die Platine schaltete den Strom {value} nach der letzten Erneuerung ab; erlaubt sind {limit}',
  'lease-drives': 'die Platine sagt, dass sie abgeschaltet hat, und ihre Pins treiben noch',
  'by.the stop button': 'Stoppknopf',
  'by.the operator': 'Bedienung',
  'by.the closed terminal': 'geschlossenes Terminal',
  'stopped-by': 'gestoppt durch: {by}',
  'ended-by': 'vorzeitig beendet durch: {by}',
  'ended-for-time':
    'vorzeitig beendet vom Gerät: mehr ließe in der längsten Sitzung keine Zeit für die abschließende Kälte',
  'link-was-lost': 'die Verbindung zur Platine ging verloren: {cause}',
  'self-test-failed': 'der Selbsttest ist fehlgeschlagen: {cause}',
  'not-all-delivered': 'sie lief bis zum Ende, aber nicht jede Phase wurde gegeben',
  'pause-expired': 'die Pause dauerte zu lang',
  'check-expired': 'niemand konnte rechtzeitig sagen, dass die Haut in Ordnung ist',
  'skin-wrong': 'mit der Haut ist etwas nicht in Ordnung',
  'all-delivered': 'die ganze Verordnung wurde gegeben',
  contraindicated: 'die Befragung ergab eine Gegenanzeige',
  'cancelled-by': 'abgebrochen durch: {by}',
  'not-started': 'nicht begonnen: {cause}',
  'nobody-confirmed':
    'niemand bestätigte innerhalb von {forMin}, dass die Platte auf der Haut liegt',
  'cut-off': 'abgeschnitten im Zustand {state}',
  'no-reason': 'es wurde kein Grund genannt',
  told: '{text}',
  'record-lost': '{text}',
  'link-lost': '{text}',
  'the-limit-is': 'Grenze: {text}',
  'cold-finish-missed': 'die abschließende Kälte wurde nicht gegeben',
  'phase-missed':
    'Phase {phase} ({phaseKind}) war {heldMin:1} von den {owedMin:bare1}, die sie schuldet, bei {setpointC:exact}',
  'phase-shorter':
    'Phase {phase} ({phaseKind}) war wegen des Rückwegs nach einer Pause {lessS:0} kürzer',
  'phaseKind.cold': 'Kälte',
  'phaseKind.hot': 'Wärme',
  'gate-refused': 'die Freigabe hielt den Strom zurück: {cause}',
  'gate-not-permitted': 'dieser Zustand erlaubt keinen Strom',
  'gate-no-reading': 'ein Messwert der Platte fehlt, ist veraltet oder unglaubhaft',
  'gate-no-number': 'der Regler verlangte eine Ansteuerung, die keine Zahl ist',
  'gate-interlock': 'eine Verriegelung ist nicht frei',
  'gate-heat-only-hot': 'Wärme ist nur in einer Wärmephase erlaubt',
  'gate-no-setpoint': 'es gibt keinen Sollwert',
  'gate-setpoint-astray': 'der Sollwert hat seinen Weg verlassen',
  'gate-beyond-hot': 'Heizen würde über das Ziel führen',
  'gate-beyond-cold': 'Kühlen würde über das Ziel führen',
  'gate-too-hot': 'die Platte ist bei {limitC:exact} oder darüber',
  'gate-too-cold': 'die Platte ist bei {limitC:exact} oder darunter',
  'gate-reversed-soon': 'die Richtung wurde vor weniger als {forS} gewechselt',
  'gate-no-cap': 'das Gerät hat keine Obergrenze',
  'no-effect': '{wish} hat im Zustand {state} keine Wirkung ({disposition})',
  'found-by-itself': '{wish} stellt das Gerät selbst fest und nimmt es von niemandem an',
  'other-rotations': '{wish} nennt eine andere Zahl von Durchgängen als die geltende Verordnung',
  'skin-said-wrong':
    'mit der Haut ist etwas nicht in Ordnung, wie gesagt wurde: sagen Sie, was, mit dem Befund, oder nichts weiter; wie sie später ist, wird zwanzig Minuten nach dem Ende gefragt',
  'look-again-in': 'sehen Sie die Haut in {leftS} noch einmal an',
  'cause-still-there': 'die Ursache besteht noch: {rule}, {whole}',
  'cause-not-known': 'die Ursache besteht noch und ist nicht bekannt',
  'link-is-lost': 'die Verbindung zur Platine ist verloren: {cause}',
  'plate-not-safe': 'es ist nicht sicher, dass die Platte längere Zeit berührt werden darf',
  'skin-not-said': 'niemand hat gesagt, wie die Haut ist',
  'plate-near-limit': 'die Platte ist zwischen {coldestC:bare1} und {hottestC}',
  'dose-near-limit':
    '{heatCem43:bare2} von {heatCapCem43:exact}, {coldGivenMin:bare1} von {coldCapColdMin:exact}',
  'plate-not-safe-yet':
    'die Platte ist bei {coldestC:bare1} bis {hottestC}; gefahrlos zu berühren ist sie bei {leastC:bareexact} bis {mostC:exact}',
  'plate-not-proven-safe':
    'kein gültiger Messwert belegt, dass die Platte zwischen {leastC:bareexact} und {mostC:exact} ist',
  'stage-rest': 'Fühler stimmen überein, Kühlkörper kühl, Stoppschleife geschlossen',
  'stage-relayAlone': 'Relais allein: beide Versorgungen stimmen, nichts hebt die Heizschiene',
  'stage-relayOpen': 'Relais offen: die Platte antwortet nicht',
  'stage-pulse': 'Kältepuls: beide Plattenfühler fallen, der Kühlkörper steigt',
  'stage-lease': 'Keine Erneuerung: die Platine schaltet den Strom selbst ab',
  'stage-leaseClear': 'Die provozierte Abschaltung lässt sich zurücksetzen',
  'stage-rearm': 'Die Platine schaltet sich wieder scharf',
  'phase-begins': 'Phase {phase} beginnt',
};
