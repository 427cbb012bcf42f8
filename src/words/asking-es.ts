/** The screening as the terminal asks and prints it, in Spanish. The keys are the same in every language. */
import type { AskingCatalogue } from './asking-en.ts';

export const askingEs: AskingCatalogue = {
  'keys.text': '[Enter] seguir   [Esc] atrás   [Ctrl-C] ALTO',
  'keys.answer': '[y] sí   [n] no   [b] atrás   [c] cancelar   [s] ALTO',
  'keys.confirm': '[y] son correctas   [b] atrás   [c] cancelar   [s] ALTO',
  'answer.yes': 'sí',
  'answer.no': 'no',
  'ask.title': 'Cuestionario para: {site}',
  'ask.question': '{title}: pregunta {number} de {total}, {layer}',
  'ask.before': '  respondido antes: {answer}',
  'layer.lasting': 'Datos que duran',
  'layer.site': 'El lugar donde irá la placa',
  'layer.today': 'Hoy',
  'layer.start': 'En este inicio',
  'ask.confirmer':
    'Quien afirme que las respuestas de ahora son correctas da su nombre; quedan registradas ambas. Déjelo vacío si nadie lo afirma.',
  'ask.confirmerName': '? Nombre de quien confirma: {typed}_',
  'ask.decide':
    'Un profesional clínico puede decidir tratar a pesar de ello, con límites reducidos. Deje el nombre vacío si ninguno lo decide.',
  'ask.clinician': '? Nombre del profesional: {typed}_',
  'ask.reason': '? Motivo del profesional: {typed}_',
  'ask.healed':
    '¿Ha mirado la piel un profesional sanitario y ha escrito que está curada? Deje el nombre vacío si no.',
  'ask.known':
    '¿Se conoce desde hace tiempo y lo ha visto un profesional sanitario? Deje el nombre vacío si no.',
  'ask.seenOn': 'El día en que lo vio, tal como está escrito. Déjelo vacío si no lo está.',
  'ask.day': '? Día, por ejemplo 2026-11-02: {typed}_',
  'ask.notTaken': '  no vale: {why}',
  'ask.newOrWorse': '? ¿Es nuevo o ha empeorado desde que {name} lo vio el {day}?',
  'ask.allRight': '? ¿Son correctas todas las respuestas?',
  'found.nothing': 'No se encontró ningún reparo.',
  'verdict.may': 'Puede tratarse. {limits}',
  'verdict.decided': 'Puede tratarse, como decidió {name}: {reason}. {limits}',
  'verdict.not': 'No tratar ahora.',
  'limits.clinic': 'Rigen los límites de la clínica.',
  'limits.reduced': 'Límites reducidos: {limits}.',
  'reduced.words':
    'calor como máximo {hot} °C, frío como mínimo {cold} °C, como máximo {phase} min por fase y {all} min en total, dosis como máximo {dose} CEM43 min, como máximo {sessions} sesiones al día, con {gap} min entre ellas',
  'later.title': 'La piel después de la última sesión: {places}',
  'later.how': '? Mírela y tóquela. ¿Cómo está?',
  'later.fineWaits': '  bien: pulse Enter',
  'later.keys': '[k] y Enter bien   [u] duda   [w] algo va mal   [c] cancelar   [s] ALTO',
  'later.what': '? ¿Qué va mal?',
  'later.markKeys': '[Enter] eso es todo   [Ctrl-C] ALTO',
  'list.title': 'Cuestionario antes de un tratamiento, Contrast Companion {version}',
  'list.notAdvice':
    'No es consejo médico: valores técnicos por defecto que debe revisar un profesional clínico.',
  'list.never':
    'nunca                nadie puede decidir lo contrario; tampoco con una pregunta sin responder',
  'list.decides': 'decide un profesional  con nombre y motivo; límites reducidos',
  'list.known':
    'conocido, curado     una palabra con fecha hace que pese menos; «nuevo o peor desde entonces» la anula',
  'list.care': 'con cuidado          límites reducidos: {limits}',
  'list.sites': 'Dónde puede ir la placa',
  'list.siteShort': '{rating}, fases frías de {minutes} min como máximo: {why}',
  'list.siteWords': '{rating}: {why}',
  'list.boxes': '[ ] sí  [ ] no     {id}',
  'list.means': '{answer} significa: contraste {contrast} (calor {heat}, frío {cold})',
  'list.onlyAt': 'en {sites}; en otro lugar {rating}',
  'list.shortCold': 'una fase fría de {minutes} min como máximo',
  'list.twice': 'controlar la piel con doble frecuencia',
  'list.source': 'fuente',
  'list.hazard': 'peligro',
  'rating.none': 'sin reparo',
  'rating.precaution': 'con cuidado',
  'rating.override': 'decide un profesional',
  'rating.absolute': 'nunca',
  'lowered.healed':
    'con cuidado si un profesional ha mirado la piel y ha escrito, con nombre y fecha, que está curada',
  'lowered.known':
    'con cuidado si se conoce y un profesional escribió, con nombre y fecha, hace como máximo {days} días, que lo vio',
};
