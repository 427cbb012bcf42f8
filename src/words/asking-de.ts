/** The screening as the terminal asks and prints it, in German. The keys are the same in every language. */
import type { AskingCatalogue } from './asking-en.ts';

export const askingDe: AskingCatalogue = {
  'keys.text': '[Enter] weiter   [Esc] zurück   [Strg-C] STOPP',
  'keys.answer': '[y] ja   [n] nein   [b] zurück   [c] abbrechen   [s] STOPP',
  'keys.confirm': '[y] sie stimmen   [b] zurück   [c] abbrechen   [s] STOPP',
  'answer.yes': 'ja',
  'answer.no': 'nein',
  'ask.title': 'Befragung für: {site}',
  'ask.question': '{title}: Frage {number} von {total}, {layer}',
  'ask.before': '  vorher beantwortet mit: {answer}',
  'layer.lasting': 'Was bleibt',
  'layer.site': 'Die Stelle, an der die Platte liegen soll',
  'layer.today': 'Heute',
  'layer.start': 'Bei diesem Start',
  'ask.confirmer':
    'Wer sagt, dass die jetzigen Antworten stimmen, nennt den eigenen Namen; beide Antworten werden aufgezeichnet. Leer lassen, wenn das niemand sagt.',
  'ask.confirmerName': '? Name der bestätigenden Person: {typed}_',
  'ask.decide':
    'Eine Fachperson kann entscheiden, trotzdem zu behandeln, mit engeren Grenzen. Den Namen leer lassen, wenn das niemand tut.',
  'ask.clinician': '? Name der Fachperson: {typed}_',
  'ask.reason': '? Grund der Fachperson: {typed}_',
  'ask.healed':
    'Hat eine Fachperson die Haut angesehen und aufgeschrieben, dass sie verheilt ist? Den Namen leer lassen, wenn nicht.',
  'ask.known':
    'Ist es lange bekannt, und hat es eine Fachperson gesehen? Den Namen leer lassen, wenn nicht.',
  'ask.seenOn':
    'Der Tag, an dem es gesehen wurde, wie er aufgeschrieben ist. Leer lassen, wenn keiner aufgeschrieben ist.',
  'ask.day': '? Tag, etwa 2026-11-02: {typed}_',
  'ask.notTaken': '  gilt nicht: {why}',
  'ask.newOrWorse': '? Ist es neu oder schlimmer, seit {name} es am {day} gesehen hat?',
  'ask.allRight': '? Stimmen alle Antworten?',
  'found.nothing': 'Nichts Bedenkliches gefunden.',
  'verdict.may': 'Darf behandelt werden. {limits}',
  'verdict.decided': 'Darf behandelt werden, wie {name} entschieden hat: {reason}. {limits}',
  'verdict.not': 'Jetzt nicht zu behandeln.',
  'limits.clinic': 'Es gelten die Grenzen der Klinik.',
  'limits.reduced': 'Engere Grenzen: {limits}.',
  'reduced.words':
    'Wärme höchstens {hot} °C, Kälte mindestens {cold} °C, höchstens {phase} min je Phase und {all} min insgesamt, Dosis höchstens {dose} CEM43-min, höchstens {sessions} Sitzungen am Tag, mit {gap} min Abstand',
  'later.title': 'Die Haut nach der letzten Sitzung: {places}',
  'later.how': '? Ansehen und fühlen. Wie ist sie?',
  'later.fineWaits': '  in Ordnung: Enter drücken',
  'later.keys':
    '[k] und Enter in Ordnung   [u] nicht sicher   [w] etwas stimmt nicht   [c] abbrechen   [s] STOPP',
  'later.what': '? Was stimmt nicht?',
  'later.markKeys': '[Enter] das ist alles   [Strg-C] STOPP',
  'list.title': 'Befragung vor einer Behandlung, Contrast Companion {version}',
  'list.notAdvice':
    'Kein ärztlicher Rat: technische Voreinstellungen, die eine Fachperson prüfen muss.',
  'list.never':
    'nie                  niemand kann anders entscheiden; auch nicht bei einer offenen Frage',
  'list.decides': 'Fachperson entscheidet  mit Name und Grund; engere Grenzen',
  'list.known':
    'bekannt, verheilt    ein Wort mit Datum macht es leichter; „seither neu oder schlimmer“ hebt das Wort auf',
  'list.care': 'mit Vorsicht         engere Grenzen: {limits}',
  'list.sites': 'Wo die Platte liegen darf',
  'list.siteShort': '{rating}, kalte Phasen höchstens {minutes} min: {why}',
  'list.siteWords': '{rating}: {why}',
  'list.boxes': '[ ] ja  [ ] nein     {id}',
  'list.means': '{answer} heißt: im Wechsel {contrast} (Wärme {heat}, Kälte {cold})',
  'list.onlyAt': 'bei {sites}; sonst {rating}',
  'list.shortCold': 'eine kalte Phase höchstens {minutes} min',
  'list.twice': 'Haut doppelt so oft prüfen',
  'list.source': 'Quelle',
  'list.hazard': 'Gefahr',
  'rating.none': 'kein Einwand',
  'rating.precaution': 'mit Vorsicht',
  'rating.override': 'eine Fachperson entscheidet',
  'rating.absolute': 'nie',
  'lowered.healed':
    'mit Vorsicht, wenn eine Fachperson die Haut angesehen und mit Name und Datum aufgeschrieben hat, dass sie verheilt ist',
  'lowered.known':
    'mit Vorsicht, wenn es bekannt ist und eine Fachperson vor höchstens {days} Tagen mit Name und Datum aufgeschrieben hat, dass sie es gesehen hat',
};
