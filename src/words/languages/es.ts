/**
 * All words in Spanish, in this one file: the parts that there are, and where each is said, stand in `../language-words.ts`. What
 * the placeholders mean is said beside the English words.
 */
import { sidedIn } from '../language-words.ts';
import type * as words from '../language-words.ts';

/** As the language calls itself. */
export const name = 'Español';

/** STOP. */
export const stop: words.StopWords = {
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
};

/** What everybody is told. */
export const plain = {
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
} as const satisfies words.PlainWords;

/** The page. */
export const page: words.PageCatalogue = {
  'app.name': 'Contrast Companion',
  'app.skip': 'Ir al contenido',
  'app.notDevice': 'Software de investigación. No es un producto sanitario autorizado.',
  'nav.label': 'Páginas',
  'nav.treat': 'Tratar',
  'nav.history': 'Historial',
  'nav.device': 'Equipo',
  'nav.limits': 'Límites',
  'nav.settings': 'Ajustes',
  'link.live': 'Conectado',
  'link.connecting': 'Conectando …',
  'link.lost': 'Desconectado',
  'gone.title': 'DESCONECTADO: nada de esta página es seguro ahora',
  'gone.text':
    'La página no recibe nada del equipo y sigue intentándolo. El equipo continúa o se detiene solo; mírelo. ALTO, abajo, se envía igualmente, y el botón del equipo siempre funciona.',
  'device.starting': 'El equipo está arrancando',
  'device.lost': 'Se ha perdido la conexión con el equipo',
  'device.lostText':
    'No se sabe nada de la placa. Retírela de la piel. Un nuevo arranque empieza en reposo; nada se reanuda.',
  'sim.title': 'SIMULACIÓN: sin placa, sin paciente',
  'sim.speed': 'Velocidad',
  'sim.standIn': 'Los controles se responden solos',
  'bench.title': 'PRUEBA DE BANCO: sin paciente',
  'unguarded.title': 'PLACA SIN VIGILANTE: no usar en personas',
  'witness.none': 'SIN SENSOR DE CONTROL EN LA PLACA: solo de 12 a 39 °C',
  'broken.title': 'Esta página tiene un defecto',
  'broken.text':
    'Se vuelve a cargar sola. El equipo no la necesita y sigue; ALTO, abajo, funciona sin ella.',
  'broken.reload': 'Cargarla ahora',
  'alarm.region': 'Alarmas',
  'alarm.high': 'Alarma de prioridad alta',
  'alarm.medium': 'Alarma de prioridad media',
  'alarm.low': 'Aviso',
  'alarm.acknowledge': 'Vista: silenciar',
  'alarm.pause': 'Pausar el sonido 2 min',
  'alarm.acknowledgedBy': 'Vista por {name}',
  'alarm.causeGone': 'causa resuelta',
  'sound.on': 'Sonido activo',
  'sound.turnOn': 'Activar el sonido',
  'state.idle': 'En reposo',
  'state.screening': 'Cuestionario',
  'state.declined': 'Rechazado',
  'state.selfTest': 'Autocomprobación',
  'state.preparing': 'Preparando la placa',
  'state.awaitingContact': 'Esperando la piel',
  'state.treating.cold': 'Frío',
  'state.treating.hot': 'Calor',
  'state.paused': 'En pausa',
  'state.checking': 'Control de la piel, sin corriente',
  'state.settling': 'Apagando',
  'state.ended': 'Terminado',
  'state.faulted': 'Disparado',
  'kind.cold': 'Frío',
  'kind.hot': 'Calor',
  'common.next': 'Siguiente',
  'common.back': 'Atrás',
  'common.yes': 'Sí',
  'common.no': 'No',
  'common.cancel': 'Cancelar',
  'common.loading': 'Cargando …',
  'common.retry': 'Reintentar',
  'common.notKnown': 'desconocido',
  'common.minutes': '{minutes} min',
  'common.coldMinutes': '{minutes} min, {degreeMinutes} °C·min por debajo de 20 °C',
  'common.seconds': '{seconds} s',
  'common.noReading': 'sin lectura',
  'common.noAnswer': 'El servidor no responde. Compruebe la red e inténtelo de nuevo.',
  'common.notAllowed': 'Su función no lo permite.',
  'common.step': 'Paso {number} de {total}',
  'common.cem43': '{value} CEM43 min',
  'treat.title': 'Nuevo tratamiento',
  'treat.choose': 'Elegir una prescripción',
  'treat.custom': 'Prescripción propia (texto)',
  'treat.planned': 'Temperatura prevista de la placa',
  'treat.length': 'Duración',
  'treat.dose': 'Dosis de calor prevista',
  'treat.cold': 'Frío en total',
  'treat.phases': 'Fases',
  'treat.blocked': 'Un límite impide esta prescripción',
  'treat.outlook': 'Qué lo termina o lo impide más allá de esta sesión',
  'treat.fits': 'Dentro de todos los límites vigentes',
  'treat.notOffered': 'Conocidas, pero no ofrecidas aquí',
  'treat.site': '¿Dónde se apoyará la placa?',
  'treat.siteNever': 'nunca: {why}',
  'treat.siteCare': 'con cuidado: {why}',
  'treat.sound': '¿Oye la alarma?',
  'treat.soundText':
    'El equipo tiene su propio zumbador. Esta pantalla es la segunda alarma: compruebe que se oye donde usted estará.',
  'treat.soundPlay': 'Reproducir la alarma',
  'treat.soundHeard': 'Sí, la he oído',
  'treat.soundNot': 'No. Seguir sin ella',
  'treat.soundRefused': 'El navegador no deja sonar la página. Compruebe el volumen y los ajustes.',
  'treat.screening': 'Cuestionario',
  'treat.question': 'Pregunta {number} de {total}',
  'layer.lasting': 'Datos que duran',
  'layer.site': 'El lugar',
  'layer.today': 'Hoy',
  'layer.start': 'En este inicio',
  'word.known':
    '¿Se conoce desde hace tiempo y lo ha visto un profesional sanitario? Lo que dejó escrito hace que pese menos, mientras no sea nuevo ni peor.',
  'word.healed': '¿Ha mirado la piel un profesional sanitario y ha escrito que está curada?',
  'word.clinician': 'Quién lo vio',
  'word.seenOn': 'Día en que lo vio',
  'word.same': 'Ni nuevo ni peor desde entonces',
  'word.worse': 'Nuevo o peor desde entonces',
  'word.none': 'Ningún profesional lo ha visto',
  'word.missing': 'Hacen falta el nombre y el día',
  'treat.allClear': 'Nadie está bajo esta placa: todo en orden',
  'treat.review': '¿Listo para empezar?',
  'treat.reviewClear': 'El cuestionario está en orden.',
  'treat.reviewCare': 'Hace falta cuidado: los límites de este tratamiento son más estrechos.',
  'treat.reviewClinician': 'Debe decidir un profesional clínico',
  'treat.reviewNever': 'No tratar',
  'treat.clinician': 'Nombre del profesional',
  'treat.clinicianPassword':
    'Contraseña del profesional (no hace falta si ha iniciado sesión aquí)',
  'treat.reason': 'Motivo de la decisión',
  'treat.start': 'Empezar: autocomprobación y enfriar la placa',
  'treat.startHint': 'La placa no toca la piel hasta que la pantalla diga que es seguro aplicarla.',
  'treat.changeAnswer': 'Cambiar una respuesta',
  'treat.signIn': 'Inicie sesión como operador para tratar.',
  'declined.title': 'En el último día se rechazó un cuestionario',
  'declined.changed': 'Ahora se responde otra cosa; confírmelo antes:',
  'declined.confirm': 'Yo, {name}, confirmo las respuestas de ahora. Quedan registradas ambas.',
  'prepare.selfTest': 'Autocomprobación',
  'prepare.selfTestText':
    'Mantenga la placa lejos de la piel. El equipo comprueba sus sensores, su relé y su ALTO.',
  'prepare.cooling': 'Enfriando la placa a {target}',
  'prepare.coolingText':
    'Mantenga la placa lejos de la piel. La pantalla dirá cuándo es seguro aplicarla.',
  'prepare.cancel': 'Suspender',
  'step.waiting': 'en espera',
  'step.running': 'en curso',
  'step.passed': 'superado',
  'step.failed': 'FALLO',
  'apply.title': 'Aplicar es seguro',
  'apply.text': 'La placa está a {temperature}. Apóyela en la piel: {site}. Después confirme.',
  'apply.confirm': 'La placa está sobre la piel',
  'apply.left': 'La placa espera {time} más.',
  'run.phase': 'Fase {number} de {total}',
  'run.paused': 'PAUSA: {kind}',
  'run.toSetpoint': 'objetivo {target}',
  'run.neutral': 'neutro',
  'run.leftPhase': 'Resta en esta fase',
  'run.leftAll': 'Resta en total',
  'run.next': 'Después',
  'run.nextPhase': '{kind}, {target}, {minutes} min',
  'run.nextEnd': 'se corta la corriente y se retira la placa',
  'run.plate': 'Placa',
  'run.plateA': 'Placa A',
  'run.plateB': 'Placa B',
  'run.heatsink': 'Disipador',
  'run.setpoint': 'Consigna',
  'run.drive': 'Potencia',
  'run.limit': 'Se corta la corriente',
  'run.whole': 'Tratamiento completo',
  'run.timelinePart': '{kind} {minutes} min, {state}',
  'run.timelineDone': 'hecho',
  'run.timelineNow': 'ahora',
  'run.timelineAhead': 'pendiente',
  'run.dose': 'Dosis y su límite',
  'run.heatDose': 'Calor',
  'run.coldDose': 'Frío',
  'run.ofCap': '{value} de {cap}',
  'run.pause': 'Pausa',
  'run.resume': 'Reanudar …',
  'run.resumeConfirm': 'Reanudar: vuelve la corriente',
  'run.resumeText': '¿Está la placa sobre la piel, y la piel se ve normal?',
  'run.pauseLeft': 'La pausa acaba en {time}; entonces el tratamiento termina antes de tiempo.',
  'run.endEarly': 'Terminar antes …',
  'run.endEarlyConfirm': 'Terminar antes',
  'run.endEarlyHeated':
    'Se ha dado calor, así que ahora sigue la última fase fría, {minutes} min. Después se retira la placa.',
  'run.endEarlyCold':
    'Tras el frío aún no se ha dado calor: se corta la corriente y se retira la placa.',
  'run.endEarlyKeep': 'Seguir con el tratamiento',
  'run.plot': 'Curva del tratamiento',
  'run.readings': 'Lecturas en tabla',
  'run.readAloud': 'Leer el estado en voz alta',
  'run.flagTime': 'Tiempo',
  'run.plotText':
    '{kind}, fase {number} de {total}. Placa {plate}, objetivo {target}. Quedan {left} en esta fase.',
  'check.title': 'Control de la piel',
  'check.skin': '¿Cómo está la piel? ¿Se siente la placa?',
  'check.warm': '¿Está caliente sin quemar?',
  'check.closing': 'El tratamiento ha terminado. ¿Cómo está la piel ahora?',
  'check.again': 'La corriente está cortada. Vuelva a mirar la piel en {time}.',
  'check.tooSoon': 'Es pronto para volver a mirar.',
  'check.look':
    'Levante la placa. Mire, toque con el dorso de la mano, pregunte. Compare con la piel de al lado y con el otro lado.',
  'check.left.skin': 'La corriente está cortada. Responda en {time} o el tratamiento termina.',
  'check.left.closing': 'Responda en {time}: antes nadie vuelve a empezar aquí.',
  'check.left.what':
    'La corriente está cortada. Dígalo en {time}; que algo va mal cuenta en todo caso.',
  'check.left.warm': 'Responda en {time} o se corta la corriente.',
  'check.skin.light': 'Piel clara',
  'check.skin.dark': 'Piel morena y negra',
  'check.skin.any': 'Toda piel',
  'check.fine.cold.light': 'Bien: fresca, rosada o rosa pálido.',
  'check.fine.cold.dark': 'Bien: fresca, quizá algo gris o más oscura.',
  'check.fine.hot.light': 'Bien: caliente y rosada.',
  'check.fine.hot.dark': 'Bien: caliente, quizá más oscura.',
  'check.bad.cold.light': 'Mal: blanca, cerosa, dura.',
  'check.bad.cold.dark': 'Mal: gris, cenicienta, cerosa, dura.',
  'check.bad.hot.light': 'Mal: una mancha roja que duele.',
  'check.bad.hot.dark':
    'Mal: una mancha más oscura, morada o brillante, que está caliente, dura o dolorida.',
  'check.bad.any': 'Mal: ampolla, ronchas, piel abierta, marcas en red, hinchazón, dolor.',
  'check.sayFine': 'Bien, y se siente la placa',
  'check.sayWarm': 'Caliente, sin quemar',
  'check.sayNotSure': 'No estoy seguro: cortar la corriente y volver a mirar',
  'check.sayNumb': 'Aún no se siente: esperar',
  'check.sayWrong': 'Algo va mal',
  'check.what': '¿Qué va mal?',
  'later.title': 'Piel 20 min después del último tratamiento ({site})',
  'later.question':
    '¿Cómo está la piel ahora? Hasta que alguien lo diga, no empieza ningún tratamiento en esta zona.',
  'later.wait': 'Hay que mirarla en {time}',
  'later.fine': 'Bien, y siente como siempre',
  'later.notSure': 'No estoy seguro: mirar más tarde',
  'later.keep': 'Guardar: lo mira un profesional',
  'late.title': '¿La piel no está bien después de todo?',
  'late.report': 'Comunicarlo …',
  'late.bars': 'Queda registrado con su nombre y nadie puede retirarlo.',
  'late.confirm': 'Comunicar: cerrar esta región',
  'late.barred':
    'Hasta que la palabra de un profesional, con nombre y día, diga que se ha curado, un tratamiento en esta región empieza solo si un profesional lo decide con su nombre.',
  'finding.blister': 'Ampolla',
  'finding.brokenSkin': 'Piel abierta',
  'finding.welts': 'Ronchas',
  'finding.whiteOrGrey': 'Mancha blanca, gris o cerosa',
  'finding.darkPatch': 'Mancha más oscura, morada o brillante',
  'finding.redPatch': 'Mancha roja que duele o se extiende',
  'finding.netMarks': 'Marcas en red',
  'finding.swelling': 'Hinchazón',
  'finding.pain': 'Dolor',
  'finding.numbness': 'Dormida más de 20 minutos',
  'finding.other': 'Otra cosa',
  'end.settling': 'Sin corriente. Retire la placa de la piel',
  'end.completed': 'Completado',
  'end.undelivered': 'No todo se ha aplicado',
  'end.atSetpoint': 'A la temperatura prescrita',
  'end.given': '{given} de los {owed} min debidos',
  'end.missed': 'NO APLICADO',
  'end.ended early': 'Terminado antes',
  'end.stopped': 'Detenido',
  'end.faulted': 'Disparado: corriente cortada',
  'end.declined': 'No tratado',
  'end.running': 'En curso',
  'end.not known': 'No se sabe cómo terminó',
  'end.rule': 'Regla',
  'end.reading': 'Lectura',
  'end.limit': 'Límite',
  'end.do': 'Qué hacer',
  'end.remove': 'Retire la placa ahora',
  'end.removeText':
    'La corriente está cortada, pero la placa aún no se puede tocar: ahora {temperature}.',
  'end.safe': 'La placa se puede tocar.',
  'end.lastMinute': 'Los últimos 60 segundos',
  'end.coldFinish': 'Final frío',
  'end.coldFinishYes': 'dado',
  'end.coldFinishNo': 'NO DADO',
  'end.coldFinishNone': 'no hacía falta: no se dio calor',
  'end.coldFinishNow':
    'Falta todavía el frío final. Puede darse solo, pronto: como próximo tratamiento, con la prescripción de frío final, cuando alguien haya dicho que la piel está bien. Si ya se dio una parte, puede rechazarse: entonces vale el tiempo de descanso.',
  'end.duration': 'Duración',
  'end.acknowledge': 'Leído. Volver al inicio',
  'end.reset': 'Causa resuelta: restablecer …',
  'end.resetConfirm': 'Restablecer',
  'end.resetText':
    'Nada se reanuda. El próximo tratamiento empieza con una autocomprobación completa.',
  'end.readAloud': 'Leer esto en voz alta',
  'end.record': 'Abrir el registro',
  'history.title': 'Historial',
  'history.empty': 'Aún no hay tratamientos registrados.',
  'history.when': 'Cuándo',
  'history.what': 'Prescripción',
  'history.compare': 'Comparar los dos elegidos',
  'history.choose': 'Elegir {id} para comparar',
  'history.simulated': 'simulado',
  'history.bench': 'banco',
  'history.older': '{count} más antiguos no se muestran.',
  'history.compareHint': 'Elija dos para superponer sus curvas.',
  'record.title': 'Registro',
  'record.verification': 'Prueba',
  'record.verdict.intact': 'íntegro',
  'record.verdict.altered': 'ALTERADO',
  'record.verdict.truncated': 'truncado',
  'record.verdict.unreadable': 'ilegible',
  'record.verdict.running': 'aún se escribe',
  'record.verify': 'Verificar de nuevo',
  'record.exportReport': 'Descargar el informe',
  'record.exportCsv': 'Exportar CSV',
  'record.exportJson': 'Exportar JSON',
  'record.events': 'Qué ocurrió',
  'record.phases': 'Fases',
  'record.range': 'Placa, de … a',
  'compare.title': 'Dos tratamientos comparados',
  'compare.text': 'Ambos empiezan en el primer contacto con la piel.',
  'device.title': 'Equipo',
  'device.doctor': 'Comprobaciones',
  'device.runDoctor': 'Comprobar ahora',
  'device.check.ok': 'bien',
  'device.check.warn': 'aviso',
  'device.check.fail': 'FALLO',
  'device.board': 'Tarjeta',
  'device.kind': 'Tipo',
  'device.port': 'Puerto',
  'device.firmware': 'Firmware',
  'device.number': 'Número del aparato',
  'device.noMemory': 'ninguno: esta placa no tiene memoria',
  'device.guarded': 'Vigilante',
  'device.guardedYes': 'sí: corta la corriente por sí mismo',
  'device.guardedNo': 'NO: nunca en una persona',
  'device.sensors': 'Sensores ahora',
  'device.powered': 'Corriente',
  'device.poweredYes': 'activa',
  'device.poweredNo': 'cortada',
  'device.pins': 'Cableado',
  'device.drill': 'Simulacro de avería',
  'device.drillText':
    'Solo simulación. Aparece una avería durante un tratamiento. Detéctela y responda como con un paciente; se guarda el tiempo.',
  'device.drillSurprise': 'Sorpréndame',
  'device.drillPick': 'O elija una avería',
  'device.drillInject': 'Provocarla',
  'device.drillClear': 'Quitar la avería',
  'device.drillRunning': 'Hay una avería en el equipo desde {time}. Responda.',
  'device.drillDone': 'Respondida por {kind} tras {seconds} s: {fault}',
  'device.drillWhen': 'Inicie primero un tratamiento en el equipo simulado.',
  'device.drillOpen': 'aún sin respuesta',
  'device.drillRecord': 'Registro de formación',
  'device.drillFault': 'Avería',
  'device.drillAnswer': 'Respuesta',
  'device.drillBy': 'Persona',
  'device.drillNone': 'Aún no hay simulacros registrados.',
  'drill.trip': 'el equipo (disparo)',
  'drill.stop': 'ALTO',
  'drill.warning': 'un aviso',
  'drill.end': 'el final del tratamiento',
  'limits.title': 'Límites vigentes',
  'limits.builtIn': 'Límites propios del equipo',
  'limits.fromFile': 'Del archivo {file}',
  'limits.what': 'Límite',
  'limits.clinic': 'Vigente',
  'limits.device': 'Equipo',
  'limits.why': 'Por qué, y según quién',
  'limits.editor': 'Comprobar una prescripción',
  'limits.editorText':
    'Aquí nada se acciona ni se guarda: el texto solo se compara con los límites.',
  'limits.yaml': 'Prescripción (YAML)',
  'limits.line': 'Línea {line}',
  'limits.problems': '{count} por corregir',
  'limits.template': 'Partir de',
  'signIn.title': 'Iniciar sesión',
  'signIn.name': 'Nombre',
  'signIn.password': 'Contraseña',
  'signIn.button': 'Iniciar sesión',
  'signIn.out': 'Cerrar sesión',
  'signIn.as': 'Sesión de {name}, {role}',
  'setup.title': 'Primera configuración',
  'setup.text':
    'El terminal en que se inició el programa muestra un código. Con él se crea la primera cuenta.',
  'setup.code': 'Código de configuración',
  'setup.role': 'Función',
  'setup.button': 'Crear la cuenta',
  'setup.passwordHint': 'Al menos 10 caracteres; mejor una frase.',
  'role.viewer': 'observador: mira y puede pulsar ALTO',
  'role.operator': 'operador: trata',
  'role.clinician': 'clínico: decide y trata',
  'role.engineer': 'técnico: comprueba el equipo y practica',
  'settings.title': 'Ajustes de esta pantalla',
  'settings.language': 'Idioma',
  'settings.unit': 'Temperaturas en',
  'settings.theme': 'Colores',
  'settings.theme.system': 'como el sistema',
  'settings.theme.light': 'claro',
  'settings.theme.dark': 'oscuro',
  'settings.speech': 'Decir en voz alta fases y controles',
  'settings.bigTargets': 'Botones grandes en una columna (barrido con pulsador)',
  'settings.account': 'Cuenta',
  'settings.newAccount': 'Crear otra cuenta',
  'settings.accountMade': 'Creada: {name}',
  'settings.version': 'Versión {version}',
  'say.phase': '{kind}, {minutes} minutos',
};

/** What is wrong, and what to do: by the alarm. Numbers are those of the English words; a test holds them together. */
const off = 'Retire la placa de la piel.';
const look = 'Retire la placa de la piel y mire la piel.';
const service = `${off} Haga revisar el equipo antes de volver a usarlo.`;
const unplug = `${off} Desenchufe el equipo.`;
const likely = 'Causas probables, en este orden:';
const common = `${likely} sensores de otro tipo; agua en la placa o en su conector; un mal conector que comparten los dos sensores; un cable de masa que lleva la corriente de los módulos.`;

export const alarms = {
  'stop-pressed': {
    text: 'Se pulsó ALTO, o su conector está suelto',
    remedy: 'Suelte el botón de parada, o revise su conector, antes del próximo tratamiento.',
  },
  'plate-hot': { text: 'La placa está demasiado caliente', remedy: look },
  'plate-cold': { text: 'La placa está demasiado fría', remedy: look },
  'heatsink-hot': {
    text: 'El disipador está demasiado caliente',
    remedy: `${off} Despeje las rejillas y compruebe que el ventilador gira.`,
  },
  'heatsink-mute': {
    text: 'El sensor del disipador no sigue el trabajo',
    remedy: `${off} ${likely} el sensor del disipador está fuera de su agujero; una sala que se ha enfriado mucho, por ejemplo por una ventana abierta; módulos que no funcionan.`,
  },
  'sensor-open': { text: 'Un sensor de temperatura o su cable está roto', remedy: service },
  'sensor-short': {
    text: 'Un sensor de temperatura o su cable está en cortocircuito',
    remedy: service,
  },
  'sensor-stale': {
    text: 'Un sensor de temperatura no informa',
    remedy: `${off} Revise el cable entre el ordenador y la tarjeta.`,
  },
  'sensor-jump': {
    text: 'Una temperatura salta',
    remedy: `${off} ${likely} un conector o un cable suelto de este sensor; interferencias de los cables de los módulos; el sensor mismo.`,
  },
  'sensor-noisy': {
    text: 'Un sensor de temperatura tiene demasiado ruido',
    remedy: `${off} ${likely} el cable de masa de los sensores lleva la corriente de los módulos; los cables de los sensores van junto a los de los módulos; un conector suelto; la fuente de alimentación.`,
  },
  'sensor-frozen': {
    text: 'Un sensor de temperatura repite un solo valor',
    remedy: `${off} ${likely} la entrada del sensor en la tarjeta; el sensor. Haga revisar el equipo antes de volver a usarlo.`,
  },
  'sensors-disagree': {
    text: 'Los sensores de la placa no coinciden',
    remedy: `${off} ${likely} un sensor se ha salido de la placa; un mal conector o cable; un sensor gastado. Haga revisar el equipo antes de volver a usarlo.`,
  },
  'witness-disagrees': {
    text: 'Los sensores de la placa y su sensor de control no coinciden',
    remedy: `${look} ${common}`,
  },
  'witness-hot': {
    text: 'La placa está demasiado caliente según su sensor de control',
    remedy: look,
  },
  'witness-cold': {
    text: 'La placa está demasiado fría según su sensor de control',
    remedy: look,
  },
  'relay-welded': {
    text: 'El relé de seguridad no se abre',
    remedy: `${service} Desenchúfelo: un contacto del relé está soldado o puenteado, y solo el puente mantiene la corriente cortada.`,
  },
  'bridge-shorted': {
    text: 'Un transistor del puente está en cortocircuito',
    remedy: `${service} Un transistor del puente está en cortocircuito, o una rama no conmuta.`,
  },
  'supply-low': {
    text: 'Una tensión de alimentación es baja',
    remedy: `${off} Revise la fuente, el fusible, el conector y el contacto del relé de la línea que se nombra.`,
  },
  'supply-high': {
    text: 'Una tensión de alimentación es alta',
    remedy: `${look} La fuente de la línea que se nombra da demasiado: no vuelva a usarla antes de medirla.`,
  },
  'current-undriven': {
    text: 'Los módulos reciben corriente sin que se haya pedido',
    remedy: `${look} ${likely} un puente que se ha quedado encendido; su cableado; los cables del sensor de corriente cambiados. No vuelva a usarlo antes de que esté reparado.`,
  },
  'current-reversed': {
    text: 'Los módulos reciben corriente en el sentido contrario',
    remedy: `${look} ${likely} una rama del puente que no conmuta; las entradas del puente, o los cables del sensor de corriente, cambiados.`,
  },
  'current-missing': {
    text: 'Los módulos toman muy poca corriente',
    remedy: `${service} Un módulo, una rama del puente, el corte térmico, un relé o un cable de los módulos está abierto, o el sensor de corriente no muestra lo que pasa.`,
  },
  'fan-stalled': {
    text: 'El ventilador está parado',
    remedy: `${off} Despeje el ventilador y las rejillas, y mire el cable de su tacómetro.`,
  },
  'too-fast': {
    text: 'La placa cambia demasiado deprisa',
    remedy: `${look} ${likely} el puente se ha quedado encendido; un sensor de la placa está suelto o salta; un cable de masa que los sensores comparten con los módulos.`,
  },
  'wrong-way': { text: 'La placa va en contra del accionamiento', remedy: service },
  'no-response': { text: 'La placa no sigue el accionamiento', remedy: service },
  'off-course': {
    text: 'La placa está lejos de donde debería estar',
    remedy: `${off} ${likely} una sala demasiado caliente o demasiado fría; rejillas tapadas; un módulo o una fuente débil; ruido en los cables de los sensores.`,
  },
  'not-cooling-down': {
    text: 'La corriente está cortada, y la placa sigue calentando o enfriando',
    remedy:
      'Retire la placa de la piel y desenchufe el equipo: el puente y el relé se han quedado pegados.',
  },
  'guard-tripped': {
    text: 'La propia tarjeta ha cortado la corriente',
    remedy: `${off} Mire la piel, y lea después lo que informa la tarjeta.`,
  },
  'lease-lost': {
    text: 'La tarjeta ya no oye al ordenador',
    remedy: `${look} Revise el cable entre el ordenador y la tarjeta.`,
  },
  'drive-mismatch': {
    text: 'La tarjeta no hace lo que se le dice',
    remedy: `${off} Cierre todos los demás programas que la usan, y empiece de nuevo.`,
  },
  dose: { text: 'Se ha alcanzado el límite de la dosis', remedy: look },
  'phase-overrun': { text: 'Una fase dura demasiado', remedy: look },
  'session-overrun': { text: 'El tratamiento dura demasiado', remedy: look },
  'loop-late': {
    text: 'El ordenador es demasiado lento para mantener el control',
    remedy: `${off} El ordenador estaba demasiado ocupado: cierre otros programas.`,
  },
  'link-lost': {
    text: 'Se ha perdido la conexión con la tarjeta',
    remedy: `${unplug} Ya no se le puede decir que pare.`,
  },
  'record-lost': {
    text: 'No se puede escribir el registro',
    remedy: `${off} Haga sitio en el disco, o indique otra carpeta con --records.`,
  },
  'not-settling': {
    text: 'La placa sigue caliente o fría con la corriente cortada',
    remedy: 'Mantenga la placa lejos de la piel y desenchufe el equipo.',
  },
  'too-many-alarms': {
    text: 'Hay más alarmas de las que se pueden mostrar',
    remedy: `${unplug} Hágalo revisar antes de volver a usarlo.`,
  },
  'end-not-known': {
    text: 'No se sabe cómo terminó el último tratamiento',
    remedy: `${off} Mire la piel y hable con el paciente, y lea después lo que dice el registro.`,
  },
  'heatsink-warm': {
    text: 'El disipador se está calentando',
    remedy: 'Despeje las rejillas. A 54 °C termina el tratamiento.',
  },
  'sensors-drifting': {
    text: 'Los sensores de la placa se separan',
    remedy: 'Calibre los sensores antes del próximo tratamiento.',
  },
  'witness-drifting': {
    text: 'Los sensores de la placa y su sensor de control se separan',
    remedy: `${service} ${common}`,
  },
  'preparing-overdue': {
    text: 'La placa no se enfría lo bastante para empezar',
    remedy:
      'Mantenga la placa lejos de la piel. ¿La sala está demasiado caliente, o da el sol en el equipo? ¿Están libres las rejillas, y gira el ventilador? ¿Toca la placa algo caliente? Déjelo reposar, inténtelo otra vez, y haga revisar los módulos y la fuente si se repite.',
  },
  'self-test': {
    text: 'No se superó la autoprueba',
    remedy: 'Mantenga la placa lejos de la piel. Haga revisar el equipo antes de usarlo.',
  },
  'remove-plate': {
    text: 'La corriente está cortada y aún no es seguro tocar la placa',
    remedy: off,
  },
  'attention-lost': {
    text: 'No se respondió a un control de la piel',
    remedy: 'Mire la piel y hable con el paciente, y después responda o pare.',
  },
  'skin-reaction': {
    text: 'La piel no está bien: el tratamiento ha terminado, la corriente está cortada',
    remedy: `${off} ${plain.reaction.join(' ')}`,
  },
  'pause-expired': {
    text: 'Nadie estaba para continuar: el tratamiento ha terminado, la corriente está cortada',
    remedy: `${off} Mire la piel y hable con el paciente.`,
  },
  'plate-near-limit': {
    text: 'La placa está cerca de un límite',
    remedy: 'Pregunte al paciente qué nota. En el límite termina el tratamiento.',
  },
  'dose-near-limit': {
    text: 'La dosis está cerca de su límite',
    remedy: 'Termine antes el tratamiento, o lo terminará el límite.',
  },
  'heatsink-unjudged': {
    text: 'El sensor del disipador aún no se puede valorar',
    remedy:
      'Compruebe con la mano que sale aire por las rejillas. Deje reposar el equipo antes del próximo tratamiento.',
  },
  'loop-slow': {
    text: 'El ordenador va lento',
    remedy: 'Cierre otros programas en este ordenador.',
  },
  'drive-gate': {
    text: 'El control de paso retuvo la corriente',
    remedy: 'Si se repite una y otra vez, haga revisar el equipo.',
  },
  'phase-change': {
    text: 'Empieza una nueva fase',
    remedy: 'Mire la piel y pregunte al paciente qué nota.',
  },
} as const satisfies words.AlarmCatalogue;

/** The screening, by the question: yes and no mean what they mean in English. */
const thinner = 'un anticoagulante (diluyente de la sangre)';
export const questions = {
  // What lasts.
  'poor-circulation': {
    question: '¿Circula mal la sangre en esa parte del cuerpo?',
    hint: 'Arterias estrechas o duras, enfermedad de Buerger, piel a la que llega poca sangre.',
    finding: 'la sangre circula mal en el lugar',
  },
  raynaud: {
    question: '¿Se ponen blancos o azules con el frío los dedos de manos o pies (Raynaud)?',
    finding: 'síndrome de Raynaud',
  },
  'cold-oversensitive': {
    question: '¿Provoca el frío ronchas, hinchazón o mucho dolor?',
    finding: 'el frío causa ronchas, hinchazón o un dolor poco común',
  },
  'cold-blood-disorder': {
    question: '¿Tiene la persona una enfermedad de la sangre que aparece con el frío?',
    hint: 'Crioglobulinas, crioaglutininas, orina oscura después del frío.',
    finding: 'una enfermedad de la sangre que aparece con el frío',
  },
  'sickle-cell': {
    question: '¿Tiene la persona la enfermedad de células falciformes (drepanocitosis)?',
    finding: 'enfermedad de células falciformes',
  },
  'cold-worsens-weakness': {
    question: '¿Empeora el frío los calambres, la rigidez o la debilidad?',
    finding: 'el frío empeora los calambres, la rigidez o la debilidad',
  },
  'cold-worsens-much': {
    question: '¿Empeora mucho el frío los calambres o la debilidad?',
    finding: 'el frío empeora mucho los calambres, la rigidez o la debilidad',
  },
  'cold-muscle': {
    question: '¿Se bloquean los músculos con el frío (miotonía, parálisis periódica)?',
    finding: 'los músculos se bloquean con el frío',
  },
  'cold-injury-before': {
    question: '¿Ha sufrido este lugar alguna vez una congelación?',
    finding: 'una lesión anterior por frío en el lugar',
  },
  'heat-injury-before': {
    question: '¿Ha dejado alguna vez un tratamiento con calor una quemadura o una ampolla?',
    finding: 'una lesión anterior por un tratamiento con calor',
  },
  'heat-oversensitive': {
    question: '¿Duele un calor suave o provoca un sarpullido?',
    finding: 'sensibilidad excesiva al calor',
  },
  'net-marks': {
    question: '¿Hay marcas en red, marrones o rojas, donde se usó calor?',
    finding: 'marcas en red por el calor',
  },
  'heat-intolerant': {
    question: '¿Pone el calor enferma o débil a la persona?',
    finding: 'el calor se tolera mal',
  },
  bleeding: {
    question: '¿Sangra la persona con demasiada facilidad, o sangra ahora?',
    finding: 'tendencia a sangrar, o un sangrado ahora',
  },
  'unsettled-blood-thinner': {
    question: `¿Toma la persona ${thinner} cuya dosis aún cambia?`,
    finding: `${thinner} cuya dosis aún cambia`,
  },
  'stable-blood-thinner': {
    question: `¿Toma la persona ${thinner} con una dosis estable?`,
    finding: `${thinner} con una dosis estable`,
  },
  clotting: {
    question: '¿Ha dicho un médico que su sangre se coagula con demasiada facilidad?',
    finding: 'sangre que se coagula con demasiada facilidad',
  },
  diabetes: {
    question: '¿Tiene la persona diabetes?',
    finding: 'tiene diabetes',
  },
  'diabetes-nerve-damage': {
    question: '¿Ha dañado la diabetes los nervios: pies dormidos o que arden?',
    finding: 'diabetes con daño en los nervios',
  },
  'heart-disease': {
    question: '¿Hay una enfermedad grave del corazón o de los vasos sanguíneos?',
    hint: 'Por ejemplo, angina de pecho o un corazón débil.',
    finding: 'una enfermedad grave del corazón o de los vasos sanguíneos',
  },
  'high-pressure': {
    question: '¿Está la tensión demasiado alta a pesar de las pastillas?',
    finding: 'tensión arterial sin controlar',
  },
  dysreflexia: {
    question: '¿Está dañada la médula espinal a la altura del pecho o más arriba?',
    finding: 'una lesión de la médula espinal a la altura del pecho o más arriba',
  },
  'dysreflexia-attack': {
    question: '¿Ha dado alguna vez una médula espinal dañada un dolor de cabeza palpitante?',
    finding: 'crisis de disreflexia autónoma',
  },
  'motor-neuron-disease': {
    question: '¿Tiene la persona ELA o una enfermedad parecida de los nervios?',
    finding: 'ELA u otra enfermedad de las neuronas motoras',
  },
  'multiple-sclerosis': {
    question: '¿Tiene la persona esclerosis múltiple (EM)?',
    finding: 'esclerosis múltiple',
  },
  'dulling-medicine': {
    question: '¿Toma la persona un medicamento que reduce la sensibilidad o da sueño?',
    hint: 'Por ejemplo, un opioide, diazepam, baclofeno, gabapentina o trihexifenidilo.',
    finding: 'un medicamento que reduce la sensibilidad o el estado de alerta',
  },
  quinine: {
    question: '¿Toma la persona quinina?',
    finding: 'quinina, que puede alterar el sangrado',
  },
  child: {
    question: '¿Tiene la persona 12 años o menos?',
    finding: '12 años o menos',
  },
  minor: {
    question: '¿Tiene la persona menos de 18 años?',
    finding: 'menos de 18 años',
  },
  'aged-75': {
    question: '¿Tiene la persona 75 años o más?',
    finding: '75 años o más',
  },
  frail: {
    question: '¿Es la persona frágil o muy delgada?',
    finding: 'frágil o muy delgada',
  },
  // The place where the plate is to lie.
  'feeling-tested': {
    question: '¿Se comprobó aquí la sensibilidad con dos cucharas?',
    hint: 'Una cuchara de agua fresca del grifo y otra de agua templada como la mano; tóquelas antes usted. La persona cierra los ojos: toque el lugar seis veces, mezclando fresca y templada, y después el mismo lugar en el otro lado.',
    finding: 'no se comprobó la sensibilidad en el lugar',
  },
  'numb-site': {
    question:
      '¿Fue alguna respuesta de la prueba de las cucharas equivocada o menos clara que en el otro lado?',
    finding: 'la sensibilidad en el lugar es débil o falta',
  },
  'healing-nerve': {
    question: '¿Se está curando aquí un nervio dañado?',
    finding: 'un nervio que se está curando o que se reparó hace poco',
  },
  'cancer-near-site': {
    question: '¿Hay cáncer activo en este lugar o cerca de él?',
    finding: 'cáncer activo en el lugar o cerca de él',
  },
  radiotherapy: {
    question: '¿Recibió este lugar radioterapia en los últimos 6 meses?',
    finding: 'radioterapia reciente en el lugar',
  },
  'radiotherapy-skin': {
    question: '¿Ha dejado la radioterapia la piel de aquí fina o cambiada?',
    finding: 'piel que la radioterapia ha cambiado',
  },
  'thin-skin': {
    question: '¿Es la piel aquí fina como el papel?',
    finding: 'piel fina',
  },
  'surgery-or-implant': {
    question: '¿Hay metal, cemento óseo u otro implante debajo de este lugar?',
    finding: 'un implante en el lugar',
  },
  'surgery-here': {
    question: '¿Hubo aquí una operación en las últimas semanas?',
    finding: 'una operación reciente en el lugar',
  },
  'implanted-electronics': {
    question: '¿Hay un marcapasos u otro aparato implantado cerca de este lugar?',
    finding: 'electrónica implantada cerca del lugar',
  },
  pump: {
    question: '¿Hay una bomba de medicamento bajo la piel cerca de este lugar?',
    finding: 'una bomba de medicamento bajo la piel cerca del lugar',
  },
  'forbidden-site': {
    question:
      '¿Está este lugar cerca de los ojos, la cara, la parte delantera del cuello o los órganos sexuales?',
    finding: 'un lugar donde la placa nunca debe estar',
  },
  'nerve-or-bone': {
    question:
      '¿Hay aquí hueso o un nervio justo debajo de la piel, como en la parte de fuera de la rodilla?',
    finding: 'un nervio o un hueso justo debajo de la piel del lugar',
  },
  'growth-plate': {
    question: '¿Está este lugar cerca del extremo de un hueso que aún crece?',
    finding: 'un cartílago de crecimiento debajo del lugar',
  },
  'cannot-report': {
    question: '¿Le sería imposible a la persona decir o indicar enseguida que le duele?',
    finding: 'la persona no puede avisar enseguida de una molestia',
  },
  'broken-skin': {
    question: '¿Está la piel abierta, quemada o dolorida, o tiene un sarpullido o una ampolla?',
    finding: 'la piel del lugar no está entera y sana',
  },
  'skin-graft': {
    question: '¿Hay aquí un injerto de piel nuevo?',
    finding: 'un injerto de piel reciente',
  },
  'liniment-or-patch': {
    question: '¿Hay aquí en la piel una crema, una pomada para frotar o un parche con medicamento?',
    hint: 'Por ejemplo, con mentol, capsaicina o fentanilo.',
    finding: 'una pomada para frotar, una crema o un parche con medicamento en el lugar',
  },
  'other-source': {
    question: '¿Hay otra cosa que caliente o enfríe este lugar?',
    finding: 'otra cosa calienta o enfría el lugar',
  },
  'too-soon': {
    question:
      '¿Tuvo esta parte del cuerpo calor o frío dentro del tiempo de descanso de 120 minutos?',
    hint: 'O dentro del descanso más largo que ha fijado la clínica. Lo que un frío final ha de terminar no cuenta.',
    finding: 'el descanso desde el último tratamiento en el lugar es demasiado corto',
  },
  'reaction-last-time': {
    question:
      '¿Dejó el último tratamiento una marca, una ampolla, ronchas o la piel dormida más de 20 minutos?',
    finding: 'una mala reacción al último tratamiento',
  },
  'skin-after-cold': {
    question: '¿Ha dejado alguna vez el frío la piel gris, blanca, dura o con una ampolla?',
    finding: 'piel que no se recuperó del frío',
  },
  'numb-after-cold': {
    question: '¿Ha dejado alguna vez el frío la piel dormida más de 20 minutos?',
    finding: 'piel que siguió dormida después del frío',
  },
  // What must be so: of these the clear answer is yes.
  'stroke-felt': {
    question: '¿Se nota aquí un roce suave tan claramente como en el otro lado?',
    hint: 'Pase un dedo por los dos lados, uno después del otro; la persona cierra los ojos.',
    finding: 'un roce suave no se nota tan claramente como en el otro lado',
  },
  'lie-and-breathe': {
    question: '¿Puede la persona estar así tumbada y respirar bien todo el tiempo?',
    finding: 'la persona no puede estar tumbada y respirar bien tanto tiempo',
  },
  'barrier-dry': {
    question: '¿Hay un paño seco entre la placa y la piel?',
    finding: 'no hay un paño seco entre la placa y la piel',
  },
  strap: {
    question: '¿Caben dos dedos debajo de la correa?',
    hint: 'Donde no hay correa, la respuesta es sí.',
    finding: 'la correa está demasiado apretada',
  },
  'skin-inspected': {
    question: '¿Acaba alguien de mirar la piel?',
    finding: 'nadie ha mirado la piel',
  },
  awake: {
    question: '¿Está la persona bien despierta?',
    finding: 'la persona no está despierta',
  },
  'not-alone': {
    question: '¿Se quedará alguien con la persona?',
    finding: 'la persona estaría sola',
  },
  'stop-in-reach': {
    question: '¿Puede la persona alcanzar el botón ALTO o un pulsador?',
    finding: 'la persona no alcanza nada con que parar',
  },
  'stop-tried': {
    question: '¿Ha probado la persona ALTO una vez?',
    finding: 'no se probó ALTO',
  },
  // Today.
  'getting-worse': {
    question: '¿Son los espasmos peores o más frecuentes que la última vez?',
    finding: 'los espasmos empeoran o se hacen más frecuentes',
  },
  'rest-pain': {
    question: '¿Hay dolor por la noche o en reposo que nada alivia?',
    finding: 'dolor por la noche o en reposo que nada alivia',
  },
  'muscle-wasting': {
    question: '¿Se ha hecho más pequeño algún músculo?',
    finding: 'pérdida de músculo',
  },
  'severe-spasms': {
    question: '¿Son los espasmos fuertes y a la vez frecuentes?',
    finding: 'espasmos fuertes y frecuentes',
  },
  'new-weakness': {
    question: '¿Está alguna parte del cuerpo más débil que hace unas semanas?',
    finding: 'debilidad nueva',
  },
  'new-numbness': {
    question: '¿Hay alguna parte del cuerpo que desde hace poco hormiguea o está dormida?',
    finding: 'hormigueo nuevo, o una parte del cuerpo dormida desde hace poco',
  },
  trauma: {
    question: '¿Empezó el espasmo con una caída, un golpe u otro accidente?',
    finding: 'el espasmo empezó con un accidente',
  },
  'saddle-or-bladder': {
    question: '¿Está dormida la parte entre las piernas?',
    finding: 'la parte entre las piernas está dormida',
  },
  'bladder-or-bowels': {
    question: '¿Cuesta desde hace poco retener o expulsar la orina o las heces?',
    finding: 'problemas nuevos con la vejiga o el intestino',
  },
  fever: {
    question: '¿Tiene la persona fiebre ahora?',
    finding: 'fiebre',
  },
  'chest-or-breath': {
    question: '¿Hay dolor en el pecho?',
    finding: 'dolor en el pecho',
  },
  breathless: {
    question: '¿Le falta el aire a la persona?',
    finding: 'falta de aire',
  },
  'dark-urine': {
    question: '¿Es la orina oscura como un refresco de cola?',
    finding: 'orina oscura',
  },
  'vomiting-or-diarrhoea': {
    question: '¿Hay vómitos o diarrea junto con los calambres?',
    finding: 'vómitos o diarrea junto con los calambres',
  },
  'one-calf': {
    question: '¿Está una pantorrilla hinchada, caliente o dolorida, y la otra no?',
    finding: 'una pantorrilla está hinchada o caliente',
  },
  'cold-pale-limb': {
    question: '¿Hay un brazo o una pierna que de repente está con frío, palidez o dolor?',
    finding: 'un brazo o una pierna que de repente está con frío, palidez o dolor',
  },
  'belly-pain': {
    question: '¿Hay un dolor fuerte de vientre que nadie sabe explicar?',
    finding: 'un dolor fuerte de vientre sin causa conocida',
  },
  'fresh-injury': {
    question: '¿Sufrió este lugar una lesión o un moratón en las últimas 72 horas?',
    finding: 'una lesión o un moratón de las últimas 72 horas',
  },
  'blood-pool': {
    question: '¿Hay un bulto de sangre bajo la piel?',
    finding: 'una acumulación de sangre bajo la piel',
  },
  infection: {
    question: '¿Está el lugar caliente, rojo o más oscuro, o hay pus?',
    finding: 'una inflamación aguda o una infección en el lugar',
  },
  swelling: {
    question: '¿Está hinchado el lugar?',
    finding: 'un lugar hinchado',
  },
  'limb-thicker': {
    question: '¿Abulta ese brazo o esa pierna más que en el otro lado?',
    finding: 'un brazo o una pierna abulta más que en el otro lado',
  },
  'vein-clot': {
    question: '¿Podría haber un coágulo de sangre o una vena dolorida?',
    finding: 'se sabe o se sospecha un coágulo de sangre o una vena inflamada',
  },
  'pregnant-trunk': {
    question: '¿Podría estar embarazada la persona?',
    finding: 'embarazo, con un lugar en el vientre, la espalda o la pelvis',
  },
  'systemic-illness': {
    question: '¿Está enfermo todo el cuerpo, como con la gripe o la tuberculosis?',
    finding: 'una enfermedad de todo el cuerpo',
  },
  'fever-lately': {
    question: '¿Tuvo la persona fiebre en los últimos días?',
    finding: 'fiebre en los últimos días',
  },
  botulinum: {
    question: '¿Se puso bótox en este lugar en las últimas semanas?',
    finding: 'toxina botulínica puesta hace poco en el lugar',
  },
  dehydrated: {
    question: '¿Bebió la persona demasiado poco o sudó mucho?',
    finding: 'demasiado poco líquido',
  },
} as const satisfies words.QuestionCatalogue;

/** The sites of the body, and why one is not simply allowed. */
const nearNerve =
  'un nervio pasa cerca de la piel, y 20 min de hielo han paralizado nervios así (Moeller 1997, Collins 1986)';
const shallowNerve =
  'un nervio está justo debajo de la piel, y el frío lo ha paralizado (Bassett 1992)';
const thinCover = 'poco tejido sobre huesos y nervios';

const sided = sidedIn('lado izquierdo', 'lado derecho');

export const sites = {
  ...sided('calf', 'Pantorrilla', nearNerve),
  ...sided('hamstring', 'Parte de atrás del muslo', nearNerve),
  ...sided('thigh', 'Parte de delante del muslo'),
  ...sided('inner-thigh', 'Parte de dentro del muslo'),
  ...sided('buttock', 'Nalga'),
  'lower-back': { label: 'Parte baja de la espalda', why: '' },
  'upper-back': { label: 'Parte alta de la espalda', why: '' },
  ...sided('neck-shoulder', 'Hombro y nuca'),
  ...sided('biceps', 'Parte de delante del brazo, por encima del codo'),
  ...sided('triceps', 'Parte de atrás del brazo, por encima del codo', nearNerve),
  ...sided('forearm', 'Antebrazo', nearNerve),
  abdomen: { label: 'Vientre', why: '' },
  ...sided('ribs', 'Costado del pecho, sobre las costillas', thinCover),
  ...sided('shin', 'Espinilla', thinCover),
  ...sided('foot', 'Pie', thinCover),
  ...sided('hand', 'Mano', thinCover),
  ...sided('outer-knee', 'Parte de fuera, bajo la rodilla (cabeza del peroné)', shallowNerve),
  ...sided('inner-elbow', 'Parte de dentro del codo (canal cubital)', shallowNerve),
  face: { label: 'Cara', why: 'piel fina, y los ojos están cerca' },
  jaw: {
    label: 'Mandíbula',
    why: 'poco tejido sobre el nervio de la cara; una mandíbula bloqueada necesita un médico',
  },
  eyes: { label: 'Ojos', why: 'el calor y el frío dañan el propio ojo' },
  'front-of-neck': {
    label: 'Cuello por delante o de lado',
    why: 'un punto de la arteria del cuello (seno carotídeo) regula allí el corazón y la tensión',
  },
  genitals: {
    label: 'Órganos sexuales',
    why: 'piel fina y sensible, y el calor daña los testículos',
  },
  unspecified: { label: 'Sin nombrar: solo tarjetas simuladas y emuladas', why: '' },
} as const satisfies words.SiteCatalogue;

/** The ready-made prescriptions. */
export const presets: words.PresetNames = {
  'seed-spasm': 'Espasmo muscular, estándar',
  'seed-spasm-gentle': 'Espasmo muscular, suave',
  'seed-spasm-four': 'Espasmo muscular, cuatro rotaciones',
  'cold-heavy': 'Sobre todo frío',
  'cold-finish': 'Frío final',
  'cold-finish-gentle': 'Frío final, suave',
};

/** What rules and board find, why a self-test fails, a treatment ends, or a wish is not done. */
export const facts: words.FactCatalogue = {
  'unit.cold min': 'minutos de frío',
  'unit.CEM43 min': 'minutos CEM43',
  'none.temperature': 'ninguna temperatura',
  'none.rate': 'un ritmo desconocido',
  'none.voltage': 'ninguna tensión',
  'none.time': 'un tiempo desconocido',
  'none.dose': 'una dosis desconocida',
  'none.nothing': 'nada',
  'none.turns': 'no se sabe',
  'channel.plateA': 'el sensor de placa A',
  'channel.plateB': 'el sensor de placa B',
  'channel.heatsink': 'el sensor del disipador',
  'channel.witness': 'el sensor de control de la placa',
  'channel.moduleCurrent': 'el sensor de corriente de los módulos',
  'channel.rails': 'una línea de alimentación',
  'channel.coolRail': 'la línea de frío',
  'channel.heatRail': 'la línea de calor',
  'channel.coolSupply': 'la alimentación de frío (12 V) tras el relé',
  'channel.heatSupply': 'la alimentación de calor (5 V) tras el relé',
  'channel.knownResistor': 'la resistencia de prueba',
  'channel.bandGap': 'la referencia propia del chip',
  'channel.ground': 'la masa propia del chip',
  'channel.unknown': 'un sensor',
  'moving.bothBeads': 'la placa',
  'moving.plateA': 'la placa, solo según el sensor A,',
  'moving.plateB': 'la placa, solo según el sensor B,',
  'boardState.booting': 'arrancando',
  'boardState.idle': 'en reposo',
  'boardState.armed': 'armada',
  'boardState.tripped': 'cortada',
  'side.cool': 'lado de frío',
  'side.heat': 'lado de calor',
  'side.switches': 'interruptores',
  'side.drive': 'mando',
  'reads-or-at-once.reading': '{channel} marca {value}',
  'reads-or-at-once.limit': '{limit} durante {forS}, o {atOnceC} al instante',
  'reads-for.reading': '{channel} marca {value}',
  'reads-for.limit': '{limit:exact} durante {forS}',
  'reads.reading': '{channel} marca {value}',
  'reads.limit': '{limit}',
  'heatsink-rising.reading':
    'el sensor del disipador marca {value} y sube como con el ventilador parado',
  'heatsink-rising.limit': '{limit}',
  'sensor-open.reading': '{channel} da la cuenta {value}',
  'sensor-open.limit': 'cuenta {limit}: el sensor o su cable está cortado',
  'sensor-short.reading': '{channel} da la cuenta {value}',
  'sensor-short.limit': 'cuenta {limit}: el sensor o su cable está en cortocircuito',
  'current-open.reading': '{channel} marca {value}',
  'current-open.limit': '{limit:exact} en ambos sentidos: el sensor o su cable está cortado',
  'current-shorted.reading': '{channel} marca {value}',
  'current-shorted.limit':
    '{limit:exact} en ambos sentidos: el sensor o su cable está en cortocircuito',
  'stale.reading': '{channel} no informa desde hace {value}',
  'stale.limit': '{limit}, cada dato posterior al anterior',
  'never-reported.reading': '{channel} no ha informado nunca',
  'never-reported.limit': '{limit}, cada dato posterior al anterior',
  'out-of-order.reading': '{channel} tiene un dato más antiguo que el anterior',
  'out-of-order.limit': '{limit}, cada dato posterior al anterior',
  'from-the-future.reading': '{channel} tiene un dato del futuro',
  'from-the-future.limit': '{limit}, cada dato posterior al anterior',
  'heat-dose.reading': 'la dosis de calor es de {value}',
  'heat-dose.limit': '{limit:exact}',
  'heat-dose-by-witness.reading':
    'la dosis de calor es de {value}, contada por el sensor de control, que está {beyondK} por encima de los sensores de placa',
  'heat-dose-by-witness.limit': '{limit:exact}',
  'cold-dose.reading': 'se dieron {value}',
  'cold-dose.limit': '{limit:exact}',
  'cold-dose-by-witness.reading':
    'se dieron {value}, contados por el sensor de control, que está {beyondK} por debajo de los sensores de placa',
  'cold-dose-by-witness.limit': '{limit:exact}',
  'phase-long.reading': 'una fase ha durado {value:1}',
  'phase-long.limit': '{limit:exact}',
  'session-long.reading': 'el tratamiento ha durado {value:1}, pausas incluidas',
  'session-long.limit': '{limit:exact}',
  'loop-late.reading': 'el control llegó con {value} de retraso',
  'loop-late.limit': '{limit}',
  'stop-open.reading': 'el circuito de parada está abierto',
  'stop-open.limit': 'cerrado',
  'flows-heating.reading': 'por los módulos pasan {value} en el sentido que calienta',
  'flows-heating.limit': '{limit} en ese sentido, según lo mandado',
  'flows-cooling.reading': 'por los módulos pasan {value} en el sentido que enfría',
  'flows-cooling.limit': '{limit} en ese sentido, según lo mandado',
  'current-against.reading': 'por los módulos pasaron {value} en contra de lo mandado',
  'current-against.limit': '{limit} o más a favor, salvo durante {forS}',
  'current-missing.reading': 'los módulos tomaron solo {value} de lo mandado',
  'current-missing.limit': '{limit} o más, salvo durante {forS}',
  'cools-fast.reading': 'la placa se enfría a {value}',
  'cools-fast.limit': '{limit} durante {forS}',
  'warms-fast.reading': '{moving} se calienta a {value}',
  'warms-fast.limit': '{limit} durante {forS}',
  'on-its-way.reading': '{moving} va camino de {value}',
  'on-its-way.limit': '{limit}, previsto por su subida',
  'slow-to-heat.reading': 'la placa se movió {value} en {watchedS:0} de calor',
  'slow-to-heat.limit': 'al menos {limit:exact} en {forS}',
  'slow-to-cool.reading': 'la placa se movió {value} en {watchedS:0} de frío',
  'slow-to-cool.limit': 'al menos {limit:exact} en {forS}',
  'down-while-heated.reading': 'la placa bajó {value} mientras se calentaba',
  'down-while-heated.limit': '{limit:exact} en {forS}',
  'up-while-cooled.reading': 'la placa subió {value} mientras se enfriaba',
  'up-while-cooled.limit': '{limit:exact} en {forS}',
  'up-while-held-back.reading':
    'la placa subió {value} mientras el frío estaba reducido: a {heatsinkC} el disipador no admite más calor, por una sala demasiado caliente o unas rejillas tapadas',
  'up-while-held-back.limit': '{limit:exact} en {forS}',
  'astray.reading':
    'la placa está a {plateC} camino de {targetC}, a {value} de la rampa, y no se acerca',
  'astray.limit': '{limit:exact} de la rampa, {forS} sin avanzar',
  'astray-held-back.reading':
    'la placa está a {plateC} camino de {targetC}, a {value} de la rampa, y no se acerca: a {heatsinkC} el disipador no admite más calor, por una sala demasiado caliente o unas rejillas tapadas',
  'astray-held-back.limit': '{limit:exact} de la rampa, {forS} sin avanzar',
  'heatsink-fell.reading':
    'el sensor del disipador bajó de {fromC} a {toC} mientras el frío seguía igual',
  'heatsink-fell.limit': '{limit:exact}',
  'heatsink-unmoved.reading':
    'el sensor del disipador marca {toC} tras un minuto de frío, y antes marcaba {fromC}',
  'heatsink-unmoved.limit': 'al menos {limit:exact} más',
  'heatsink-moving.reading':
    'el disipador aún cambiaba, a {value}, cuando empezó este frío: hasta el próximo no se sabrá si su sensor responde',
  'heatsink-moving.limit': 'un disipador en reposo',
  'off-and-up.reading': 'no hay corriente y la placa sigue subiendo, a {plateC}, {value}',
  'off-and-up.limit': 'debe acercarse a la piel y a la sala',
  'off-and-down.reading': 'no hay corriente y la placa sigue bajando, a {plateC}, {value}',
  'off-and-down.limit': 'debe acercarse a la piel y a la sala',
  'rail-live.reading': '{channel} tiene {value} aunque se mandó abrir el relé',
  'rail-live.limit': '{limit}',
  'rail-lifted.reading': 'la línea de calor sube a {value} a través de los módulos',
  'rail-lifted.limit': '{limit}',
  'rail-low.reading': '{channel} tiene {value}',
  'rail-low.limit': 'al menos {limit}',
  'rail-high.reading': '{channel} tiene {value}',
  'rail-high.limit': '{limit}',
  'fan-slow.reading': 'vueltas del ventilador por minuto: {value}',
  'fan-slow.limit': 'al menos {limit} durante {forS}',
  'guard-not-armed.reading': 'la tarjeta está {boardState} en pleno tratamiento',
  'guard-not-armed.limit': 'armada',
  'guard-silent.reading': 'la vigilancia de la tarjeta no informa desde hace {value}',
  'guard-silent.limit': '{limit}',
  'guard-never-heard.reading': 'la vigilancia de la tarjeta no ha informado nunca',
  'guard-never-heard.limit': '{limit}',
  'witness-apart.reading': 'los sensores de placa y su sensor de control difieren en {value}',
  'witness-apart.limit': '{limit} durante {forS}',
  'came-back.reading': '{channel} faltó durante {value} y volvió',
  'came-back.limit': 'un cable sin cortes: eso lo hace un mal contacto',
  'jumped.reading': '{channel} saltó {value}',
  'jumped.limit': '{limit:exact} en {forS}: más de lo que puede una placa o un disipador',
  'beads-read.reading': 'los sensores de placa A y B marcan {plateAC} y {plateBC}',
  'beads-read.limit': 'una diferencia de {limit} durante {forS}',
  'noisy.reading': '{channel} tiene un ruido eficaz de {value}',
  'noisy.limit': '{limit:exact}',
  'frozen.reading': '{channel} da exactamente la misma cuenta desde hace {value:1}',
  'frozen.limit': '{limit} mientras se permite corriente: un sensor vivo tiene ruido',
  'pin-differs.reading': 'la patilla D{pin} tiene {value} de 255 y se escribió {wrote}',
  'pin-differs.limit': 'lo que se mandó',
  'pins-untold.reading':
    'la tarjeta no dice desde hace {value} qué tienen las patillas de su puente',
  'pins-untold.limit': 'lo que se mandó',
  'heatsink-warm.reading': 'el disipador está a {value}',
  'heatsink-warm.limit': '{limit:exact}',
  'beads-differ.reading': 'los sensores de placa difieren en {value}',
  'beads-differ.limit': '{limit} durante {forS}',
  'board-cut.reading': 'la tarjeta cortó la corriente ({rule}): {cause}',
  'board-cut.limit': '{cause}',
  'no-renewal.reading': 'no llegó ninguna renovación del ordenador',
  'no-renewal.limit': '{limit}',
  'named-otherwise.reading': 'una renovación decía {value} ({side}) y se escribió {wrote}',
  'named-otherwise.limit': 'lo que se escribió',
  'both-sides.reading': 'se mandaron los dos lados del puente',
  'both-sides.limit': 'un lado',
  'over-cap.reading': 'se pidió un mando de {value} de 255',
  'over-cap.limit': '{limit} de 255',
  'reversed-soon.reading': 'el sentido se invirtió tras {value} a cero',
  'reversed-soon.limit': 'al menos {limit}',
  'one-way-long.reading': 'se mandó un mismo sentido durante {value}',
  'one-way-long.limit': '{limit}',
  'armed-long.reading': 'la tarjeta estuvo armada {value}',
  'armed-long.limit': '{limit}',
  'stop-opened.reading': 'se abrió el circuito de parada',
  'stop-opened.limit': 'cerrado',
  'moves.reading': '{channel} cambia a {value:1}',
  'moves.limit': '{limit:1}',
  'witness-gone.reading': 'el sensor de control se ha alejado {value} de los sensores de placa',
  'witness-gone.limit': '{limit}',
  'converter.reading': '{channel} da la cuenta {value}: no se puede creer al convertidor',
  'converter.limit': 'cuenta {limit}',
  'ground-moves.reading':
    'la resistencia de prueba cambia {value:1} cuentas con la corriente de los módulos: los sensores comparten su masa',
  'ground-moves.limit': '{limit:1} cuentas',
  'second-relay-closed.reading':
    'por los módulos pasan {value} aunque el segundo relé está abierto: su contacto no se abrió',
  'second-relay-closed.limit': 'sin corriente',
  'relay-closed.reading':
    '{channel} tiene {value} aunque el relé está abierto: su contacto no se abrió',
  'relay-closed.limit': '{limit}',
  'flows-undriven.reading':
    'por los módulos pasan {value}, que no es lo mandado: un transistor del puente está en cortocircuito, o una rama se ha quedado fija',
  'flows-undriven.limit': '{limit}',
  'supply-lifted.reading':
    '{channel} sube a {value} a través de los módulos: un transistor del puente está en cortocircuito, una rama se ha quedado fija, o esa alimentación ha fallado',
  'supply-lifted.limit': '{limit}',
  'modules-open.reading':
    'por los módulos pasan solo {value}: un módulo, su línea, el segundo relé o una rama está abierto, o el sensor de corriente no marca nada',
  'modules-open.limit': 'al menos {limit}',
  'fan-edges.reading': 'pulsos del cuentavueltas del ventilador en dos segundos: {value}',
  'fan-edges.limit': 'al menos {limit}',
  'stop-loop-shorted.reading':
    'el circuito de parada no siguió su pulso de prueba: está en cortocircuito, y pulsarlo no haría nada',
  'stop-loop-shorted.limit': 'dos pulsos',
  'watchdog.reading': 'el programa de la tarjeta se colgó y se reinició',
  'watchdog.limit': 'nunca',
  'nothing.reading': 'nada',
  'nothing.limit': 'nada',
  'plate-not-settling.reading':
    'la placa marca {coldestC} y {hottestC} después de cortar la corriente',
  'plate-not-settling.limit': 'de {leastC:bareexact} a {mostC:exact} a los {forMin}',
  'plate-not-ready.reading': 'la placa marca {coldestC} y {hottestC} tras {forMin} de frío',
  'plate-not-ready.limit': '{targetC:exact}, con {withinK:exact} de margen, en {forMin}',
  'causes.powered':
    'Causas probables, en este orden: la masa de los sensores lleva corriente de los módulos; los cables de los sensores van junto a los de los módulos; un conector flojo; la fuente de alimentación.',
  'causes.atRest':
    'Causas probables, en este orden: un conector o un cable flojo; la fuente de alimentación; los cables de los sensores junto a los de la red o los módulos.',
  'no-valid-reading': '{channel} no da ninguna lectura válida',
  'heatsink-still-warm':
    'el disipador está a {value}; deje que se enfríe por debajo de {limit:exact}',
  'test-stop-open': 'el circuito de parada está abierto',
  'test-beads-differ':
    'los sensores de placa difieren en {value} en reposo; se permiten {limit:exact}',
  'witness-needed':
    'la tarjeta no lee ningún sensor de control en la placa: prescriba de {leastC:bareexact} a {mostC:exact}, o use una tarjeta que lo lea',
  'witness-not-comparable': '{channel} no se puede comparar con los sensores de placa',
  'beads-above-witness':
    'los sensores de placa marcan {value} más que el sensor de control; se permiten {limit}',
  'beads-below-witness':
    'los sensores de placa marcan {value} menos que el sensor de control; se permiten {limit}',
  'outvoted-above':
    'los sensores de placa marcan {value} más que el sensor de control, y el sensor del disipador coincide con este',
  'outvoted-below':
    'los sensores de placa marcan {value} menos que el sensor de control, y el sensor del disipador coincide con este',
  'plate-below-cold':
    'la placa reposa a {value:0}, más fría que el frío prescrito de {limit:0}: deje que la sala se caliente o prescriba una temperatura más fría',
  'room-cold': 'la sala está a {value:0}: deje que se caliente hasta {limit:exact}',
  'room-warm': 'la sala está a {value:0}: deje que se enfríe hasta {limit:exact}',
  'plate-still-cold': 'la placa aún está a {value:0}: deje que se caliente hasta {limit:exact}',
  'plate-still-moves':
    'la placa está a {plateC} y aún cambia a {value}, como después de un tratamiento: déjela reposar',
  'board-found': '{cause}',
  'board-not-arming': 'la tarjeta no se arma',
  'board-guard-lost': 'la tarjeta ha perdido su vigilancia',
  'moved-colder-unpowered':
    '{channel} cambió {value} con el relé abierto: el relé está soldado o puenteado, o se dejó la placa sobre algo frío',
  'moved-unpowered':
    '{channel} cambió {value} con el relé abierto: se tocó o se apoyó la placa, o el sensor o su conector está flojo',
  'test-noisy':
    '{channel} tiene un ruido eficaz de {value} con corriente y de {restLsb:bare1} sin ella; se permite {limit:bareexact}. {causes}',
  'warmer-while-cooled':
    '{channel} se calentó {value} mientras se enfriaba: los módulos están conectados al revés, o los sensores están cambiados',
  'hardly-colder':
    '{channel} se enfrió solo {value} en {watchedS:0} de frío; se esperan al menos {limit:exact}: falla un módulo, la alimentación o el asiento del sensor',
  'heatsink-hardly-warmer':
    'el disipador se calentó {value} mientras se enfriaba la placa; se esperan al menos {limit:exact}: su sensor está fuera de su hueco o su conector está flojo, los módulos no funcionan, o los sensores están cambiados',
  'lease-not-cleared': 'la tarjeta no dejó rearmar su corte tras la prueba de su plazo',
  'lease-not-rearmed': 'la tarjeta no volvió a armarse tras la prueba de su plazo',
  'lease-kept': 'la tarjeta mantuvo la corriente {value} sin renovación; se permiten {limit}',
  'lease-late':
    'la tarjeta cortó la corriente {value} después de la última renovación; se permiten {limit}',
  'lease-drives': 'la tarjeta dice que cortó la corriente, y sus patillas aún mandan',
  'by.the stop button': 'el botón de parada',
  'by.the operator': 'quien lo maneja',
  'by.the closed terminal': 'el terminal cerrado',
  'stopped-by': 'parado por {by}',
  'ended-by': 'terminado antes por {by}',
  'ended-for-time':
    'terminado antes por el aparato: más no dejaría tiempo para el frío final en la sesión más larga',
  'link-was-lost': 'se perdió la conexión con la tarjeta: {cause}',
  'self-test-failed': 'la autoprueba falló: {cause}',
  'not-all-delivered': 'llegó a su fin, pero no se dieron todas las fases',
  'pause-expired': 'la pausa duró demasiado',
  'check-expired': 'nadie pudo decir a tiempo que la piel está bien',
  'skin-wrong': 'algo va mal en la piel',
  'all-delivered': 'se dio toda la prescripción',
  contraindicated: 'el cuestionario encontró una contraindicación',
  'cancelled-by': 'cancelado por {by}',
  'not-started': 'no empezó: {cause}',
  'nobody-confirmed': 'nadie confirmó en {forMin} que la placa está sobre la piel',
  'cut-off': 'cortado en el estado {state}',
  'no-reason': 'no se dio ningún motivo',
  told: '{text}',
  'record-lost': '{text}',
  'link-lost': '{text}',
  'the-limit-is': 'el límite es {text}',
  'cold-finish-missed': 'no se dio el frío final',
  'phase-missed':
    'la fase {phase} ({phaseKind}) estuvo a {setpointC:exact} durante {heldMin:1} de los {owedMin:bare1} que debe',
  'phase-shorter':
    'la fase {phase} ({phaseKind}) tuvo {lessS:0} menos, por la vuelta después de una pausa',
  'phaseKind.cold': 'frío',
  'phaseKind.hot': 'calor',
  'gate-refused': 'el control de paso retuvo la corriente: {cause}',
  'gate-not-permitted': 'este estado no permite corriente',
  'gate-no-reading': 'una lectura de la placa falta, es antigua o no es creíble',
  'gate-no-number': 'el regulador pidió un mando que no es un número',
  'gate-interlock': 'un bloqueo de seguridad no está libre',
  'gate-heat-only-hot': 'el calor solo se permite en una fase de calor',
  'gate-no-setpoint': 'no hay temperatura fijada',
  'gate-setpoint-astray': 'la temperatura fijada se salió de su camino',
  'gate-beyond-hot': 'el calor pasaría del objetivo',
  'gate-beyond-cold': 'el frío pasaría del objetivo',
  'gate-too-hot': 'la placa está a {limitC:exact} o más',
  'gate-too-cold': 'la placa está a {limitC:exact} o menos',
  'gate-reversed-soon': 'el sentido cambió hace menos de {forS}',
  'gate-no-cap': 'el aparato no tiene tope',
  'no-effect': '{wish} no tiene efecto en el estado {state} ({disposition})',
  'found-by-itself': '{wish} lo determina el propio aparato y no se acepta de nadie',
  'other-rotations': '{wish} indica otro número de rotaciones que la prescripción en vigor',
  'skin-said-wrong':
    'algo va mal en la piel, como se dijo: diga qué, con lo que se ha visto, o nada más; cómo está más tarde se pregunta veinte minutos después del final',
  'look-again-in': 'mire la piel otra vez dentro de {leftS}',
  'cause-still-there': 'la causa sigue ahí: {rule}, {whole}',
  'cause-not-known': 'la causa sigue ahí y no se conoce',
  'link-is-lost': 'la conexión con la tarjeta está perdida: {cause}',
  'plate-not-safe': 'no es seguro tocar la placa durante un rato largo',
  'skin-not-said': 'nadie ha dicho cómo está la piel',
  'plate-near-limit': 'la placa está entre {coldestC:bare1} y {hottestC}',
  'dose-near-limit':
    '{heatCem43:bare2} de {heatCapCem43:exact}, {coldGivenMin:bare1} de {coldCapColdMin:exact}',
  'plate-not-safe-yet':
    'la placa está de {coldestC:bare1} a {hottestC}; se puede tocar sin peligro de {leastC:bareexact} a {mostC:exact}',
  'plate-not-proven-safe':
    'ninguna lectura válida prueba que la placa esté entre {leastC:bareexact} y {mostC:exact}',
  'stage-rest': 'Los sensores coinciden, disipador frío, circuito de parada cerrado',
  'stage-relayAlone':
    'Solo el relé: las dos alimentaciones están bien, nada eleva la línea de calor',
  'stage-relayOpen': 'Relé abierto: la placa no responde',
  'stage-pulse': 'Pulso de frío: los dos sensores de placa bajan, el disipador sube',
  'stage-lease': 'Sin renovación: la tarjeta corta la corriente por sí misma',
  'stage-leaseClear': 'El corte provocado se rearma',
  'stage-rearm': 'La tarjeta vuelve a armarse',
  'phase-begins': 'empieza la fase {phase}',
};

/** A treatment in the terminal. */
export const terminal: words.TerminalCatalogue = {
  'state.idle': 'en reposo',
  'state.screening': 'cuestionario',
  'state.declined': 'rechazado: no tratar',
  'state.selfTest': 'autocomprobación',
  'state.preparing': 'enfriando la placa; manténgala lejos de la piel',
  'state.awaitingContact': 'la placa está fría: aplicarla es seguro',
  'state.treating.cold': 'FRÍO',
  'state.treating.hot': 'CALOR',
  'state.paused': 'EN PAUSA, sin corriente',
  'state.checking': 'CONTROL DE LA PIEL, sin corriente',
  'state.settling': 'sin corriente; retire la placa',
  'state.ended': 'terminado',
  'state.faulted': 'FALLO, sin corriente; retire la placa',
  'view.inPhase': 'fase {number} de {total}: {state}',
  'view.left': 'queda',
  'view.leftWords': '{phase} en esta fase, {all} en total',
  'view.plate': 'placa',
  'view.plateWords': '{plate}   consigna {setpoint}   potencia {drive}',
  'view.dose': 'dosis',
  'view.doseWords': '{dose} de {cap} CEM43 min, {cold} min de frío',
  'view.treatment': 'tratamiento',
  'view.safe': 'se puede tocar entre {min} y {max} °C',
  'view.onlyStop': '[Ctrl-C] ALTO',
  'drive.off': 'apagada',
  'drive.heat': 'calienta al {percent} %',
  'drive.cool': 'enfría al {percent} %',
  'log.phase': ' fase {number}/{total}',
  'log.line':
    '{at}{phase} {state}: placa {plate}, consigna {setpoint}, potencia {drive}, dosis {dose}{left}',
  'log.left': ', quedan {phase} en la fase, {all} en total',
  'log.times': '{text} ({count} veces en total)',
  'log.leftOut': '… aquí se omitieron {count} líneas: nadie las leyó',
  'key.stop': 'ALTO',
  'key.resume': 'reanudar',
  'key.endEarly': 'terminar antes (si se dio calor, primero el frío final)',
  'key.cancel': 'cancelar',
  'key.pause': 'pausa',
  'key.noPerson': 'no hay nadie en la placa',
  'key.onSkin': 'la placa está sobre la piel, encima de la capa protectora',
  'key.fine': 'la piel está bien, y se siente la placa',
  'key.notSure': 'duda sobre la piel: cortar la corriente y volver a mirar',
  'key.notFelt': 'la placa aún no se siente',
  'key.wrong': 'la piel no está bien: termina',
  'key.seen': 'he visto las alarmas (las silencia)',
  'key.quiet': 'pausar el sonido de la alarma {seconds} s',
  'look.how':
    'Levante la placa. Mire, toque con el dorso de la mano, pregunte; compare con la piel de al lado y con el otro lado.',
  'look.fine':
    'Bien tras el frío: fresca, rosada o rosa pálido; en piel morena y negra, algo gris o más oscura. Tras el calor: caliente, rosada o más oscura.',
  'look.wrong':
    'Mal: blanca, gris, cenicienta o cerosa; más oscura, morada o brillante; roja y dolorida; dura, ampolla, ronchas, hinchazón, dolor.',
  'ask.warm': '¿Está caliente sin quemar? Pulse k y Enter en {seconds} s o se corta la corriente.',
  'ask.skin': '¿Está bien? Pulse k y Enter en {seconds} s o el tratamiento termina.',
  'ask.what': '¿Qué va mal? Pulse su número y Enter, o w si es otra cosa.',
  'ask.closing': '¿Está bien al final? Pulse k y Enter.',
  'ask.again': 'Corriente cortada. Vuelva a mirar la piel en {seconds} s.',
  'entry.state': '{at}  {from} → {to}  ({event}; {by})',
  'entry.phase': '{at}  fase {number}: {kind} a {setpoint} °C durante {minutes} min',
  'entry.trip': '{at}  DISPARO {rule}: {message}',
  'entry.warning': '{at}  aviso: {message}{episode}',
  'entry.refused': '{at}  rechazado: {reason}',
  'entry.screening': '{at}  cuestionario para {site}: {result}, {verdict}',
  'entry.open': '{count} sin responder',
  'entry.decidedBy': 'decidido por {name}: {reason}',
  'entry.noReason': 'sin motivo',
  'entry.limits.standard': 'límites normales',
  'entry.limits.reduced': 'límites reducidos',
  'entry.notTreated': 'no tratar ahora',
  'weight.none': '',
  'weight.precaution': 'con cuidado',
  'weight.override': 'decide un profesional',
  'weight.absolute': 'nunca',
  'end.takeOff': 'Retire la placa de la piel. La corriente está cortada; el ventilador gira.',
  'end.duration': 'duración',
  'end.durationWords': '{clock} (min:s)',
  'end.heatDose': 'dosis de calor',
  'end.cold': 'frío',
  'end.coldFinish': 'frío final',
  'end.coldFinishNone': 'no hacía falta: no se dio calor',
  'end.coldFinishYes': 'dado',
  'end.coldFinishNo': 'NO DADO',
  'end.phase': 'fase {number}',
  'end.phaseWords': '{kind}, {given} min a {setpoint} °C de los {owed} debidos: {delivered}',
  'end.true': 'placa real',
  'end.trueWords': '{min} °C a los {minAt} … {max} °C a los {maxAt} (simulada)',
  'end.record': 'registro',
  'end.recordHow':
    '`contrast records show latest` lo muestra, `contrast records verify latest` lo comprueba',
  'alarm.line': '{mark} {text}{detail} [{state}]',
  'alarm.causeGone': 'causa resuelta',
  'alarm.seenBy': 'vista por {name}',
  'alarm.notSeen': 'NO confirmada',
  'alarm.notSeenPaused': 'NO confirmada, sonido en pausa {seconds} s',
  'board.simulated': 'simulada',
  'board.emulated': 'emulada',
  'board.emulated-standard': 'emulada, StandardFirmata',
  'board.serial': 'real',
  'banner.simulation': 'SIMULACIÓN: {kind}, no se mueve ningún equipo real',
  'banner.unguarded':
    'TARJETA SIN PROTECCIÓN, SOLO PARA EL BANCO ({firmware}): sigue dando potencia si este ordenador se cae. Nadie en la placa.',
  'banner.noWitness':
    'SIN SENSOR TESTIGO EN LA PLACA: nada ve si los dos sensores de la placa fallan igual; solo de {coldest} a {hottest} °C',
  'banner.supplies':
    'SOLO ESTE ORDENADOR VIGILA LA ALIMENTACIÓN: los límites de la tarjeta son los de 12 V para enfriar y 5 V para calentar',
  'banner.bench': 'PRUEBA EN BANCO: no es un tratamiento',
  'banner.device': 'Equipo número {number}, {count} tratamientos empezados en él',
  'banner.deviceLost': 'perdido',
  'banner.otherFolder':
    'En el último día, los registros de esta tarjeta se guardaron en otra carpeta: {folder}',
  'banner.reduced': 'LÍMITES REDUCIDOS: {limits}',
  'banner.stop': 'ALTO desde otro terminal: contrast stop',
  'banner.stopPort': 'ALTO desde otro terminal: contrast stop, o POST a 127.0.0.1:{port}',
  'banner.characters':
    'es posible que el terminal no muestre grados ni curvas: {said}. Ponga LANG=C.UTF-8',
  'banner.noLocale': 'no se indica ningún juego de caracteres',
  'banner.locale': '{name} es «{value}»',
  'password.of': 'Contraseña de {name}: ',
  'trouble.defect':
    'contrast: un error interno terminó la sesión: {message}. La corriente está cortada. (DEFECT)',
  'trouble.record': 'contrast: no se pudo cerrar el registro: {message}',
  'trouble.ours': 'contrast: error interno: {message}. Comuníquelo, con --debug. (DEFECT)',
  'trouble.output':
    'contrast: no se puede escribir la salida ({why}). Lo que está en marcha sigue, y se registra. Haga sitio o envíe la salida a otro lugar. (FILE_UNWRITABLE)',
  'stop.said': 'ALTO: {words}',
  'stop.off': 'detenido en {seconds} s, corriente cortada y comprobada',
  'stop.cutThePower':
    'SIN CONFIRMAR: corte la corriente. Retire la placa de la piel, pulse el botón de parada, desenchufe.',
};

/** The screening in the terminal. The keys are the same in every language. */
export const asking: words.AskingCatalogue = {
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

/** What a record says where a person reads it. */
export const record: words.RecordCatalogue = {
  notKnown: 'desconocido',
  yes: 'sí',
  'kind.cold': 'frío',
  'kind.hot': 'calor',
  'outcome.completed': 'COMPLETADO',
  'outcome.undelivered': 'NO SE APLICÓ COMPLETO',
  'outcome.ended early': 'TERMINADO ANTES',
  'outcome.stopped': 'DETENIDO',
  'outcome.faulted': 'DISPARADO',
  'outcome.declined': 'NO TRATADO',
  'named.completed': 'completado',
  'named.undelivered': 'no se aplicó completo',
  'named.ended early': 'terminado antes',
  'named.stopped': 'detenido',
  'named.faulted': 'disparado',
  'named.declined': 'no tratado',
  'named.not known': 'desconocido',
  'state.idle': 'en reposo',
  'state.screening': 'cuestionario',
  'state.declined': 'rechazado',
  'state.selfTest': 'autocomprobación',
  'state.preparing': 'enfriando la placa',
  'state.awaitingContact': 'esperando la piel',
  'state.treating.cold': 'frío',
  'state.treating.hot': 'calor',
  'state.paused': 'en pausa',
  'state.checking': 'control de la piel',
  'state.settling': 'apagando',
  'state.ended': 'terminado',
  'state.faulted': 'fallo',
  'state.start': 'inicio',
  'event.PRESCRIBE': 'prescrito',
  'event.SCREENED': 'cuestionario respondido',
  'event.SELF_TEST_PASSED': 'autocomprobación superada',
  'event.SELF_TEST_FAILED': 'autocomprobación no superada',
  'event.PLATE_READY': 'placa lista',
  'event.CONTACT_CONFIRMED': 'placa sobre la piel',
  'event.CANCEL': 'cancelado',
  'event.PHASE_ELAPSED': 'fase terminada',
  'event.HEAT_GIVEN': 'calor dado',
  'event.PAUSE': 'pausa',
  'event.RESUME': 'reanudado',
  'event.PAUSE_EXPIRED': 'pausa demasiado larga',
  'event.CHECK_DUE': 'toca mirar la piel',
  'event.SKIN_ANSWERED': 'respuesta sobre la piel',
  'event.CHECK_EXPIRED': 'control de la piel sin respuesta',
  'event.END_EARLY': 'terminado antes',
  'event.SETTLED': 'la placa se puede tocar',
  'event.ACKNOWLEDGE': 'leído',
  'event.STOP': 'ALTO',
  'event.TRIP': 'disparado',
  'event.LINK_LOST': 'conexión perdida',
  'event.RESET': 'restablecido',
  'skin.fine': 'bien',
  'skin.notSure': 'duda: hay que volver a mirar',
  'skin.numb': 'la placa aún no se siente',
  'skin.wrong': 'algo va mal',
  'skin.said': '{question}: {answer}',
  'skin.saidWrong': '{question}: {answer} ({found})',
  'skin.nobodySaid': 'nadie ha dicho qué',
  'finding.blister': 'una ampolla',
  'finding.brokenSkin': 'piel abierta',
  'finding.welts': 'ronchas',
  'finding.whiteOrGrey': 'una mancha blanca, gris o cerosa',
  'finding.darkPatch':
    'una mancha más oscura, morada o brillante, que está caliente, dura o dolorida',
  'finding.redPatch': 'una mancha roja que duele o se extiende',
  'finding.netMarks': 'marcas en red',
  'finding.swelling': 'hinchazón',
  'finding.pain': 'dolor',
  'finding.numbness': 'dormida más de 20 min',
  'finding.other': 'otra cosa',
  'question.skin': 'control de la piel',
  'question.warm': 'caliente sin quemar',
  'question.closing': 'piel al final',
  'question.what': 'qué va mal',
  'question.later': 'piel 20 min después',
  'question.unasked': 'piel, sin preguntar',
  'later.line': '{at} UTC  {said}, dice {name}',
  cold: '{minutes} min',
  coldAndDegrees: '{minutes} min, {degrees}',
  degrees: '{value} °C·min por debajo de 20 °C',
  celsius: '{value} °C',
  noReading: 'sin lectura válida',
  episode: ', durante {seconds} s, de {from} a {to}',
  'result.clear': 'sin reparo',
  'result.needsClinician': 'debe decidir un profesional',
  'result.contraindicated': 'no tratar',
  'result.noPatient': 'nadie en la placa',
  'result.noObjection': 'ningún reparo en las respuestas',
  'profile.standard': 'normales',
  'profile.reduced': 'reducidos',
  'by.added': '; {name}',
  'fact.record': 'Registro',
  'fact.proven': '{verdict} ({lines} líneas probadas)',
  'fact.provenBecause': '{verdict} ({lines} líneas probadas; {because})',
  'fact.header': 'Cabecera',
  'fact.noHeader': 'ninguna que esté probada y se entienda',
  'fact.started': 'Empezado',
  'fact.board': 'Tarjeta',
  'fact.boardWords': '{port} ({kind}), {guarded}',
  'fact.guarded': 'protegida',
  'fact.unguarded': 'SIN PROTECCIÓN',
  'fact.firmware': 'Firmware de la tarjeta',
  'fact.simulated': 'Simulado',
  'fact.simulatedYes': 'sí, semilla {seed}',
  'fact.noSeed': 'ninguna',
  'fact.bench': 'Prueba en banco',
  'fact.benchYes': 'sí: no hay paciente',
  'fact.prescription': 'Prescripción',
  'fact.limits': 'Límites',
  'fact.software': 'Programa',
  'fact.device': 'Equipo',
  'fact.noNumber': 'una tarjeta sin memoria no tiene número',
  'fact.number': 'número {number}',
  'fact.numberAndCount': 'número {number}, tratamiento {begun} según su propia cuenta',
  'fact.length': 'Duración',
  'fact.heatDose': 'Dosis de calor',
  'fact.cold': 'Frío',
  'fact.coldFinish': 'Frío final',
  'fact.truePlate': 'Placa real',
  'fact.trueWords': 'máxima {max} a los {maxAt}, mínima {min} a los {minAt} (simulada)',
  'fact.rule': 'Regla',
  'fact.phases': 'Fases',
  'coldFinish.none': 'no hacía falta',
  'coldFinish.noneWhy': 'no hacía falta: no se dio calor',
  'coldFinish.yes': 'dado',
  'coldFinish.no': 'NO dado',
  'phase.plate': 'placa {min} … {max} °C',
  'phase.there': ', allí {given} de {owed} min',
  'phase.missed': ', NO APLICADO',
  'event.state': '{from} → {to}  ({event}{by})',
  'event.phase': 'fase {number}: {kind}, {setpoint}',
  'event.command': '{name}: {what}',
  'event.commandRefused': '{name}: {what}, rechazado: {reason}',
  'event.noReason': 'sin motivo registrado',
  'event.trip': 'DISPARO {rule}: {message}  (lectura {reading}, límite {limit})',
  'event.noLimit': 'ninguno',
  'event.warning': 'aviso: {message}{episode}',
  'event.warningOf': 'aviso {rule}: {message}{episode}',
  'event.dose': 'dosis: {dose} CEM43, frío {cold}',
  'event.noise':
    'ruido en {during}, con corriente: placa A {plateA}, placa B {plateB}, disipador {heatsink}; límite {limit}',
  'event.clock':
    'el reloj del ordenador saltó {seconds}: alguien lo ajustó, o el ordenador estuvo suspendido',
  'event.note': 'nota{by}: {text}',
  'event.screening':
    'cuestionario: {result}, {verdict}, lugar {site}, respuestas de {name}{decided}{found}',
  'event.admitted': 'admitido, límites {profile}',
  'event.notAdmitted': 'no admitido',
  'event.decided': '; {name}: {reason}',
  'event.typed': '{name} (escrito en el terminal)',
  'event.noReasonGiven': 'sin motivo',
  'event.open': '{count} sin responder',
  'event.again': '({count} veces, la última a los {at})',
  'show.treatment': 'Tratamiento {id}',
  'show.phases': 'Las fases',
  'show.plate': 'Placa',
  'show.events': 'Qué ocurrió',
  'show.later': 'Veinte minutos después',
  'show.newer': '{count} líneas son de una versión más nueva, la primera es {first}',
  'show.warning': 'AVISO: {text}',
  'plot.plate': 'placa',
  'plot.plateA': 'placa A',
  'plot.plateB': 'placa B',
  'plot.heatsink': 'disipador',
  'plot.setpoint': 'consigna',
  'plot.cold': 'F',
  'plot.hot': 'C',
  'plot.limit': 'límite {limit} °C',
  'plot.drive': 'potencia, por encima de cero calienta y por debajo enfría',
  'plot.off': 'apagada',
  'plot.above': '1 °C por encima',
  'plot.below': '1 °C por debajo',
  'list.none': 'No hay registros en {folder}.',
  'list.id': 'identificador',
  'list.outcome': 'resultado',
  'list.length': 'duración',
  'list.record': 'registro',
  'list.older': '{count} más antiguos no se muestran.',
  'list.unreadable': 'ilegible: {problem}',
  'list.simulated': 'simulado',
  'list.bench': 'banco',
  'list.renamed': 'renombrado, era {id}',
  'list.absent': 'AVISO: el registro {id}, citado en {by}, {absence}.',
  'list.thisFolder': 'esta carpeta',
  'absence.missing': 'ya no está',
  'absence.renamed': 'está con otro nombre',
  'absence.replaced': 'está, pero ya no es lo que era',
  'verify.line': '{id}: {verdict}',
  'export.damaged':
    'AVISO: el registro {id} está {verdict} ({because}). Solo sus primeras {lines} líneas están probadas, y solo ellas se exportan.',
  'export.wrote': 'Escrito: {file}',
  'why.do': 'Qué hacer: {remedy}',
  'why.lastMinute': 'El último minuto antes, segundo a segundo',
  'why.events': 'Qué ocurrió en ese minuto',
  'why.delivered': 'Aplicado',
  'why.reading': 'Lectura',
  'why.limit': 'Límite',
  'why.lastEntry': 'Última entrada',
  'why.when': 'Cuándo',
  'why.by': 'Por',
  'why.state': 'Estado',
  'why.before': 'Justo antes',
  'why.afterwards': 'Después',
  'why.guards': 'Protege de',
  'why.warning': 'AVISO',
  'why.simulated': 'simulado: no se trató a nadie',
  'why.notRecorded': 'desconocido: no está registrado',
  'why.unknownRule': 'una regla que esta versión del programa no conoce',
  'why.times': '{text} ({count} veces)',
  'why.at': '{clock} ({seconds} s), {when}',
  'why.atUnknown': 'momento del tratamiento desconocido, {when}',
  'why.noClock': 'hora desconocida',
  'why.cutOff': 'desconocido: el programa se interrumpió, o el tratamiento sigue en curso',
  'why.damaged': 'desconocido: después del daño nada se da por probado',
  'why.inPhase': '{state}: fase {number} de {total}, {kind}{setpoint}{since}',
  'why.atSetpoint': ' a {value} °C',
  'why.since': ', {clock} después de su inicio',
  'why.readings':
    'placa A {plateA}, placa B {plateB}, disipador {heatsink}, consigna {setpoint}, potencia {drive}',
  'why.noSetpoint': 'ninguna',
  'why.newer': '{count} líneas son de una versión más nueva y no se muestran',
  'why.atLeast': 'al menos {value}',
  'why.inFull': '{given} de {planned} previstas, completas',
  'skin.fact': 'Piel',
  'skin.factWords': 'algo iba mal: {found}',
  'skin.factLater': 'Piel después',
};

/** What only the report of a treatment says. */
export const report: words.ReportCatalogue = {
  title: 'Tratamiento {id}: {outcome}',
  kicker: 'Tratamiento de contraste con calor y frío {id}',
  'mark.simulated': 'SIMULADO: no se trató a nadie',
  'mark.bench': 'PRUEBA EN BANCO: no hay paciente',
  'short.title': 'En breve',
  'short.begun': 'Empezado',
  'short.length': 'Duración, en total',
  'short.where': 'Dónde estuvo la placa',
  'short.inFull': 'Fases dadas completas',
  'short.inFullWords': '{given} de {planned}',
  'given.notUsed': 'La placa no se usó sobre la piel.',
  'given.times': 'La placa estuvo {cold} y {hot}.',
  'given.cold.never': 'nunca fría',
  'given.cold.times': { one: 'fría una vez', other: 'fría {count} veces' },
  'given.hot.never': 'nunca caliente',
  'given.hot.times': { one: 'caliente una vez', other: 'caliente {count} veces' },
  'given.endedCold': ' Terminó en frío, como debe ser.',
  'given.notEndedCold': ' No terminó en frío, como debería.',
  'given.cutOff': ' Lo que vino después de la última línea probada del registro no se sabe.',
  'dose.heat': 'Dosis de calor',
  'dose.cold': 'Frío',
  'dose.degrees': 'Frío por grados',
  'dose.heatValue': '{value} CEM43 min',
  'dose.coldValue': '{value} min',
  'dose.bounded': '{value}, de {most} como máximo',
  'course.title': 'Todo el curso',
  'phases.none': 'No empezó ninguna fase.',
  'phases.phase': 'Fase',
  'phases.setpoint': 'Consigna, °C',
  'phases.from': 'Desde',
  'phases.to': 'Hasta',
  'phases.plate': 'Placa según sus sensores, °C',
  'phases.owed': 'En la consigna, de lo que debe',
  'phases.row': '{number}. {kind}',
  'phases.given': '{given} de {owed} min',
  'phases.missed': '{given} de {owed} min, NO APLICADO',
  'trouble.title': 'Qué lo terminó',
  'trouble.guards': 'La regla protege de',
  'before.title': 'Preguntado antes',
  'before.screening': 'Cuestionario',
  'before.result': '{result}, {admitted}',
  'before.admitted': 'admitido',
  'before.notAdmitted': 'no admitido',
  'before.answered': 'Preguntas respondidas',
  'before.answeredWords': '{given} de {total}, por {name}',
  'before.decidedBy': 'Decidido por',
  'before.decidedWords': '{name}: {reason}',
  'before.open': '{text} (sin responder)',
  'during.title': 'Durante el tratamiento',
  'during.times': '{text} ({count} veces, la primera a los {at})',
  'during.more': 'Y {count} más, en el registro.',
  'during.trip': 'DISPARO {rule}: {message}',
  'during.warning': 'aviso: {message}{episode}',
  'during.skin': '{said}, dice {name}',
  'event.PAUSE': 'pausa',
  'event.RESUME': 'reanudado',
  'event.END_EARLY': 'terminado antes',
  'event.STOP': 'ALTO',
  'event.PAUSE_EXPIRED': 'pausa demasiado larga',
  'event.LINK_LOST': 'conexión perdida',
  'event.RESET': 'restablecido',
  'proof.title': 'Qué hay detrás',
  'proof.deviceNumber': 'Número del equipo',
  'proof.guard': 'Guardián en la tarjeta',
  'proof.guardNo': 'NO',
  'proof.truePlate': 'Placa real (simulada)',
  'proof.renamed': 'renombrado, era {id}',
  'proof.notCleared':
    'Software de investigación para el banco, no es un producto sanitario autorizado. Las temperaturas son las de la placa, según sus sensores; la piel de debajo la sigue.',
  'sign.skin': 'Piel después del tratamiento',
  'sign.seen': 'Vista por, fecha',
  'figure.course': 'Placa y disipador',
  'figure.minutes': 'minutos',
  'figure.lastMinute': 'El último minuto antes',
  'figure.seconds': 'segundos del tratamiento',
  'figure.over': '{y} por {x}: {names}',
  'figure.plateA': 'sensor A de la placa',
  'figure.plateB': 'sensor B de la placa',
};

/** What a rule guards against, by the ids of the hazard log. */
export const hazards = {
  H01: 'un fallo de la regulación calienta demasiado la placa',
  H02: 'un transistor del puente queda encendido',
  H03: 'el ordenador se cae o se atasca mientras la placa recibe potencia',
  H04: 'se desconecta el cable o se reinicia la tarjeta mientras la placa recibe potencia',
  H05: 'con un cable del sensor roto, una placa caliente parece fría',
  H06: 'con un sensor en cortocircuito, una placa fría parece caliente',
  H07: 'un sensor se ha soltado de la placa',
  H08: 'un sensor se equivoca en algunos grados',
  H09: 'la medida de la temperatura tiene ruido o es demasiado basta',
  H10: 'una lectura repite un valor antiguo',
  H11: 'el calor y el frío están conectados al revés',
  H12: 'el sentido se invierte a plena potencia',
  H13: 'el ventilador está parado o las rejillas están tapadas',
  H14: 'un disipador caliente calienta la placa después de apagar',
  H15: 'el agua se condensa en las partes frías',
  H16: 'demasiado frío',
  H17: 'demasiado calor',
  H18: 'se introduce un límite peligroso o una unidad equivocada',
  H19: 'un archivo de ajustes está dañado o alterado',
  H20: 'a la persona no se la debe tratar así',
  H21: 'la persona duerme, está sola o no puede hacerse oír',
  H22: 'no se mira la piel, o el paño falta o está mojado',
  H23: 'la correa está demasiado apretada',
  H24: 'se confunden placas, sensores o canales',
  H25: 'el reloj salta o el ordenador se suspende',
  H26: 'el programa da potencia en un estado en que no debe',
  H27: 'dos programas manejan una tarjeta',
  H28: 'una interferencia altera una orden',
  H29: 'la fuente de alimentación es la equivocada o está averiada',
  H30: 'la tensión de la red llega a la persona por el ordenador',
  H31: 'las piezas se calientan demasiado y arden',
  H32: 'el registro tiene un hueco o un error',
  H33: 'nadie advierte la alarma',
  H34: 'una infección pasa de una persona a otra',
  H35: 'el espasmo oculta una enfermedad grave',
  H36: 'los dos sensores de la placa fallan igual',
  H37: 'en la tarjeta corre otro firmware que el probado',
  H38: 'el guardián de la tarjeta se bloquea o falla',
} as const satisfies words.HazardNames;

/** Sentences that records, reasons and errors carry in English as they were written, each by its English text. */
export const told: words.ToldCatalogue = {
  // Who, how and why.
  'the operator': 'quien maneja el equipo',
  operator: 'operador',
  companion: 'programa',
  script: 'guion',
  'somebody who is not signed in': 'alguien sin sesión iniciada',
  'this computer': 'este ordenador',
  'the stop button': 'el botón de parada',
  'the closed terminal': 'el terminal cerrado',
  'the end of npm': 'el final de npm',
  '{who} (the dashboard, {where})': '{who} (la página, {where})',
  '{who} (the STOP port, {where})': '{who} (el puerto de ALTO, {where})',
  '{who} (contrast stop, {where})': '{who} (orden «contrast stop», {where})',
  '{who} (typed at the terminal)': '{who} (escrito en el terminal)',
  'file {name}': 'archivo {name}',
  'the pause lasted too long': 'la pausa duró demasiado',
  'nobody could say in time that the skin is fine':
    'nadie pudo decir a tiempo que la piel está bien',
  'something is wrong with the skin': 'algo va mal en la piel',
  'the whole prescription was delivered': 'se dio toda la prescripción',
  'the screening found a contraindication': 'el cuestionario indica que no se debe tratar',
  'it ran to its end, and not every phase was delivered':
    'llegó a su final, y no todas las fases se aplicaron',
  'it ran to its end, and not every phase was delivered: {missed}':
    'llegó a su final, y no todas las fases se aplicaron: {missed}',
  'stopped by {who}': 'detenido por: {who}',
  'ended early by {who}': 'terminado antes por: {who}',
  'the link to the board was lost: {why}': 'se perdió la conexión con la tarjeta: {why}',
  'the self-test failed: {why}': 'no se superó la autocomprobación: {why}',
  'cut off in the state {state}': 'interrumpido en el estado: {state}',
  'cold finish not delivered': 'frío final no dado',
  'cancelled by the operator': 'cancelado por quien maneja el equipo',
  'called off during the screening': 'suspendido durante el cuestionario',
  'phase {number} ({kind}) had {seconds} s less, for the way back after a pause':
    'la fase {number} ({kind}) tuvo {seconds} s menos, por la vuelta después de una pausa',
  'phase {number} ({kind}) was at {setpoint} °C for {given} min of the {owed} that it owes':
    'la fase {number} ({kind}) estuvo {given} min a {setpoint} °C, de los {owed} debidos',
  cold: 'frío',
  hot: 'calor',
  'The record has no proven end ({verdict}).': 'El registro no tiene un final probado ({verdict}).',
  'The record has no proven end ({verdict}). It had tripped: {rule}, {message}':
    'El registro no tiene un final probado ({verdict}). Se había disparado: {rule}, {message}',
  'It tripped ({rule}: {message}), although its summary says "{outcome}".':
    'Se disparó ({rule}: {message}), aunque su resumen dice «{outcome}».',
  'Not every phase was delivered, although its summary says "completed".':
    'No todas las fases se aplicaron, aunque su resumen dice «completado».',
  'self-test': 'autocomprobación',
  'phase {number}': 'fase {number}',
  'simulated device': 'equipo simulado',
  'none (simulated)': 'ninguno (simulado)',
  'not known': 'desconocido',
  intact: 'íntegro',
  'altered at line {line}': 'alterado en la línea {line}',
  'truncated after line {line}': 'cortado después de la línea {line}',
  running: 'en curso',
  'not delivered': 'no dado',
  delivered: 'dado',
  'something follows the summary': 'hay algo después del resumen',
  'zero bytes follow the last line': 'hay bytes nulos después de la última línea',
  'no summary': 'sin resumen',
  'the line feed at its end is replaced': 'el salto de línea del final está cambiado',
  'it is not the beginning of a line': 'no es el principio de una línea',
  'the last line is torn': 'la última línea está cortada',
  'it is not in the form that this program writes': 'este programa no escribe líneas así',
  'its number is {seq}, not {expected}': 'su número es {seq} y no {expected}',
  'the header is missing': 'falta la cabecera',
  'it is a second header': 'es una segunda cabecera',
  'it follows the summary': 'viene después del resumen',
  'every hash is right and the summary is there':
    'todas las sumas de comprobación son correctas, y el resumen está',
  'its end is CR LF: the file went through an editor or a transfer':
    'acaba en CR LF: el archivo pasó por un editor o una transferencia',
  'it begins with a byte order mark: the file went through an editor':
    'empieza con una marca de orden de bytes: el archivo pasó por un editor',
  'its hash does not follow from what it says and the line before':
    'su suma de comprobación no corresponde a lo que dice y a la línea anterior',
  'a defect ended the run: {message}': 'un error interno terminó la sesión: {message}',
  'the disk is full: from here on only events and the end are kept, no samples':
    'el disco está lleno: desde aquí solo se guardan los sucesos y el final, sin lecturas',
  'the board did not confirm that it remembers the newest record; its memory may be worn out':
    'la tarjeta no confirmó que recuerda el registro más nuevo; puede que su memoria esté gastada',
  '{event} has no effect in the state {state} (ignored)':
    '«{event}» no tiene efecto en el estado «{state}» (pasado por alto)',
  '{event} has no effect in the state {state} (refused)':
    '«{event}» no tiene efecto en el estado «{state}» (rechazado)',
  '{event} is found by the companion itself, and taken from nobody':
    '«{event}» lo comprueba el programa mismo, y no lo acepta de nadie',
  '{event} names another number of rotations than the prescription in force':
    '«{event}» indica otro número de rotaciones que la prescripción vigente',
  'clears what the record before had latched: {words}':
    'quita lo que el registro anterior había dejado fijado: {words}',
  'the treatment {id} tripped ({rule}): {why}': 'el tratamiento {id} se disparó ({rule}): {why}',
  'its record does not say why': 'su registro no dice por qué',
  'Something was wrong with the skin: {found}.': 'La piel no estaba bien: {found}.',
  'Take the plate off the skin.': 'Retire la placa de la piel.',
  'Look at the skin.': 'Mire la piel.',
  'Do not treat there now: wait as long as the reason says, then start anew.':
    'No trate ahí ahora: espere lo que dice el motivo y empiece de nuevo.',
  'Do not treat this person with this device. Ask a clinician.':
    'No trate a esta persona con este equipo. Pregunte a un profesional clínico.',
  'Look at the skin. The device did not get or stay where it was to be: have it checked before the next treatment.':
    'Mire la piel. El equipo no alcanzó o no mantuvo la temperatura: hágalo revisar antes del próximo tratamiento.',
  'Unless it is still running: take the plate off the skin, if it is still on, and unplug the device.':
    'Si no sigue en curso: retire la placa de la piel, si aún está puesta, y desenchufe el equipo.',
  'Take the plate off the skin. Have the device checked before it is used again.':
    'Retire la placa de la piel. Haga revisar el equipo antes de volver a usarlo.',
  'The cold finish can be given by itself, within {minutes} min: the prescription {preset}, or {gentle} under reduced limits; it waits for the skin to have been called fine, at the end or 20 min later. Where part of it was given already it may be refused: cold upon cold is one stretch.':
    'El frío final puede darse solo, en {minutes} min: con la prescripción {preset}, o {gentle} con límites reducidos; antes alguien debe haber dicho que la piel está bien, al final o 20 min después. Si ya se dio una parte, puede rechazarse: frío sobre frío cuenta como un solo tramo.',
  'Have a doctor look at the skin, and write down that it has healed.':
    'Haga que un médico mire la piel y escriba que está curada.',
  'No more heat there until a doctor has seen the marks.':
    'Nada de calor ahí hasta que un médico haya visto las marcas.',
  'A pounding headache with sweat is an emergency: sit up, call for help.':
    'Un dolor de cabeza pulsátil con sudor es una urgencia: incorpórese y pida ayuda.',
  'Check the skin twice as often, and do not leave the person alone.':
    'Controle la piel con doble frecuencia y no deje sola a la persona.',
  'Test it with two spoons, as the question says, and start again.':
    'Pruébelo con dos cucharas, como dice la pregunta, y empiece de nuevo.',
  'Choose a place where both sides feel alike. Where the feeling has only lately gone, see a doctor.':
    'Elija un lugar donde los dos lados sientan igual. Si la sensibilidad se perdió hace poco, vaya al médico.',
  'Choose another place.': 'Elija otro lugar.',
  'Choose another place, and ask the doctor who treats it.':
    'Elija otro lugar y pregunte al médico que lo trata.',
  'Heat over a pump can change how much it gives.':
    'El calor sobre una bomba puede cambiar cuánto da.',
  'See a doctor.': 'Vaya al médico.',
  'Get medical help now.': 'Busque ayuda médica ahora.',
  'See a doctor. Drink enough.': 'Vaya al médico. Beba lo suficiente.',
  'Go to a hospital today.': 'Vaya hoy mismo a un hospital.',
  'Call for an ambulance now.': 'Llame ahora a una ambulancia.',
  'See a doctor today.': 'Vaya hoy mismo al médico.',
  'Where nobody knows why it is swollen, see a doctor; start again once it has gone down.':
    'Si nadie sabe por qué está hinchado, vaya al médico; empiece de nuevo cuando haya bajado.',
  'Where this is new, see a doctor today.': 'Si esto es nuevo, vaya hoy mismo al médico.',
  'Have a doctor look at it today.': 'Haga que un médico lo mire hoy mismo.',
  'Choose a place on an arm or a leg.': 'Elija un lugar en un brazo o una pierna.',
  'Drink enough, unless a doctor limits it.':
    'Beba lo suficiente, salvo que un médico se lo limite.',
  'Wait until they can say or sign at once that it hurts, and start again.':
    'Espere hasta que la persona pueda decir o señalar enseguida que duele, y empiece de nuevo.',
  'Choose another place, or wait until the skin is whole.':
    'Elija otro lugar, o espere a que la piel esté sana.',
  'Wash a cream or rub off, dry the skin, and start again. Whether a drug patch may come off, ask whoever prescribed it; or choose another place.':
    'Lave la crema o el linimento, seque la piel y empiece de nuevo. Si se puede quitar un parche con medicamento, pregúntelo a quien lo recetó; o elija otro lugar.',
  'Take it away, let the skin come back to its own warmth, and start again.':
    'Retírelo, deje que la piel vuelva a su propio calor y empiece de nuevo.',
  'Wait until the rest time has passed, and start again.':
    'Espere a que pase el tiempo de descanso y empiece de nuevo.',
  'Have a doctor look at the skin.': 'Haga que un médico mire la piel.',
  'Find a position in which breathing is easy, or a shorter prescription, and start again.':
    'Busque una postura en que se respire bien, o una prescripción más corta, y empiece de nuevo.',
  'Put a dry cloth between plate and skin, and start again.':
    'Ponga un paño seco entre la placa y la piel y empiece de nuevo.',
  'Loosen the strap until two fingers fit under it, and start again.':
    'Afloje la correa hasta que quepan dos dedos debajo y empiece de nuevo.',
  'Look at the skin, and start again.': 'Mire la piel y empiece de nuevo.',
  'Wait until the person is wide awake, and start again.':
    'Espere a que la persona esté bien despierta y empiece de nuevo.',
  'Find somebody who stays the whole time, and start again.':
    'Busque a alguien que se quede todo el tiempo y empiece de nuevo.',
  'Lay the STOP button or a switch into the hand, and start again.':
    'Ponga el botón ALTO o un pulsador en la mano y empiece de nuevo.',
  'Let the person press STOP once, see that it stops, and start again.':
    'Deje que la persona pulse ALTO una vez, vea que se detiene, y empiece de nuevo.',
  // Why somebody is not treated, or a command is refused.
  yes: 'sí',
  no: 'no',
  'this person is not to be treated now: {reasons}':
    'no se debe tratar a esta persona ahora: {reasons}',
  'and {count} more': 'y {count} más',
  'not answered: {question}': 'sin responder: {question}',
  '{finding}, known, as told: seen by {name} on {day}, not new or worse since':
    '{finding}; conocido, según se dice lo vio {name} el {day}, ni nuevo ni peor desde entonces',
  '{finding}, healed, as told: seen by {name} on {day}, not new or worse since':
    '{finding}; curado, según se dice lo vio {name} el {day}, ni nuevo ni peor desde entonces',
  '{finding} (the word of {name} on {day} does not count: {why})':
    '{finding} (la palabra de {name} del {day} no vale: {why})',
  'the site is not named: none was given': 'no se nombra el lugar: no se indicó ninguno',
  'the site is not named: "{site}" is unknown': 'no se nombra el lugar: «{site}» es desconocido',
  '{text}; a clinician has seen it healed': '{text}; un profesional ha visto que está curado',
  '{text}; when that was, nobody can prove': '{text}; cuándo fue, nadie puede probarlo',
  'nobody’s word lowers this': 'la palabra de nadie hace que esto pese menos',
  'no clinician is named': 'no se nombra a ningún profesional',
  'there is no such day in the past': 'ese día no existió',
  'it is {age} days old, and {most} are the most': 'tiene {age} días, y valen {most} como máximo',
  'the records tell of a reaction of the skin there that is not proven to be older':
    'los registros hablan de una reacción de la piel ahí que no está probado que sea anterior',
  'it is not proven to be of a day after the last session there':
    'no está probado que sea de un día posterior a la última sesión ahí',
  'it is new or worse since then': 'es nuevo o ha empeorado desde entonces',
  'a screening was declined on {when}: {found}': 'se rechazó un cuestionario, {when}: {found}',
  'a day that is not known': 'un día que no se conoce',
  'answered otherwise than when it was declined: {differences}':
    'se responde otra cosa que cuando se rechazó: {differences}',
  'answered otherwise than when it was declined: {differences}; {name} confirms what is answered now':
    'se responde otra cosa que cuando se rechazó: {differences}; {name} confirma las respuestas de ahora',
  '"{question}" yes then, no now': '«{question}» entonces sí, ahora no',
  '"{question}" no then, yes now': '«{question}» entonces no, ahora sí',
  'Whoever knows which answer is right confirms it by name: on the page, or with contrast run --confirmed-by NAME.':
    'Quien sepa qué respuesta es correcta la confirma con su nombre: en la página, o con contrast run --confirmed-by NOMBRE.',
  'Answer every question; none may stay open.':
    'Responda a todas las preguntas; ninguna puede quedar abierta.',
  'Do not treat now; nobody can override this.':
    'No trate ahora; nadie puede decidir lo contrario.',
  'A clinician may decide otherwise, by name and with a reason (--clinician, --override).':
    'Un profesional clínico puede decidir lo contrario, con nombre y motivo (--clinician, --override).',
  'nobody has said how the skin was twenty minutes after the last session here':
    'nadie ha dicho cómo estaba la piel veinte minutos después de la última sesión aquí',
  'the skin is still to be looked at, twenty minutes after the last session here':
    'aún hay que mirar la piel, veinte minutos después de la última sesión aquí',
  'Look at the skin there, and say how it is: on the page, or with contrast run --skin-after fine.':
    'Mire la piel ahí y diga cómo está: en la página, o con contrast run --skin-after fine.',
  'Wait until they have passed, then look at it and say how it is.':
    'Espere a que pasen, después mírela y diga cómo está.',
  'Wait {minutes} min more, then look at it and say how it is.':
    'Espere {minutes} min más, después mírela y diga cómo está.',
  'The computer has been started since, and its clock alone proves no time: it must have run for {minutes} min. {wait}':
    'El ordenador se ha encendido desde entonces, y su reloj solo no prueba el tiempo: debe llevar {minutes} min en marcha. {wait}',
  'Look at the skin there. Where it has healed, a clinician writes that down, with name and date; until then they decide about every start.':
    'Mire la piel ahí. Si está curada, un profesional lo escribe, con nombre y fecha; hasta entonces decide sobre cada inicio.',
  'something was wrong with the skin after the last session here':
    'algo iba mal en la piel después de la última sesión aquí',
  'something was wrong with the skin after the last session here: {found}':
    'algo iba mal en la piel después de la última sesión aquí: {found}',
  'nobody could say that the skin was fine after the last session here':
    'nadie pudo decir que la piel estaba bien después de la última sesión aquí',
  'a reaction of the skin here has healed, and fewer than {count} sessions were given since':
    'una reacción de la piel aquí se ha curado, y desde entonces hubo menos de {count} sesiones',
  'the skin was fine at the later look, and nobody can prove that it was twenty minutes after the last session here':
    'la piel estaba bien al mirarla después, y nadie puede probar que fuera veinte minutos después de la última sesión aquí',
  'Look at the skin there once more.': 'Vuelva a mirar la piel ahí.',
  'the skin was said not to be fine, and no session here waits for that look: it is noted nowhere':
    'se dijo que la piel no está bien, y ninguna sesión aquí espera esa respuesta: no queda registrado en ningún sitio',
  'Treat nobody there now. Show the skin to a clinician, who decides about the next session.':
    'No trate a nadie ahí ahora. Enseñe la piel a un profesional, que decide sobre la próxima sesión.',
  '{words} above the {limit} limit of {bound}: {reason}':
    '{words} por encima del límite {limit} de {bound}: {reason}',
  '{words} below the {limit} limit of {bound}: {reason}':
    '{words} por debajo del límite {limit} de {bound}: {reason}',
  'with this session, {value} CEM43 min in 24 hours {where} are':
    'con esta sesión, {value} CEM43 min en 24 horas {where} quedan',
  'with this session, {value} min of cold in 24 hours {where} are':
    'con esta sesión, {value} min de frío en 24 horas {where} quedan',
  'with the session that it finishes, {value} min of cold {where} are':
    'con la sesión que termina, {value} min de frío {where} quedan',
  'this would be session {number} in 24 hours {where},':
    'esta sería la sesión {number} en 24 horas {where},',
  'this would be session {number} in 7 days {where},':
    'esta sería la sesión {number} en 7 días {where},',
  'this would be day {number} in a row with heat {where},':
    'este sería el día {number} seguido con calor {where},',
  'the last session {where} ended {minutes} min ago (wait {wait} min),':
    'la última sesión {where} terminó hace {minutes} min (espere {wait} min),',
  'in this region': 'en esta región',
  'in this region ({region})': 'en esta región ({region})',
  'left leg': 'pierna izquierda',
  'right leg': 'pierna derecha',
  'left arm': 'brazo izquierdo',
  'right arm': 'brazo derecho',
  'back and neck': 'espalda y nuca',
  'belly, ribs and groin': 'vientre, costillas e ingle',
  'head and front of the neck': 'cabeza y parte delantera del cuello',
  '{message}; as the cold finish that is owed at most {fit} min fit: {since} min of cold came since the heat, and cold at a stretch is bounded by {max} min here':
    '{message}; como frío final debido caben como máximo {fit} min: desde el calor hubo {since} min de frío, y el frío seguido se limita aquí a {max} min',
  '{message}; no cold finish fits any more: {since} min of cold came since the heat, and cold at a stretch is bounded by {max} min here':
    '{message}; ya no cabe ningún frío final: desde el calor hubo {since} min de frío, y el frío seguido se limita aquí a {max} min',
  '{message}; by this it opens again in {hours} h {minutes} min ({at})':
    '{message}; según esto se abre de nuevo en {hours} h {minutes} min ({at})',
  'A clinician looks at the skin for brown or red marks like a net; where there are any, no more heat until a doctor has seen them.':
    'Un profesional mira si la piel tiene marcas pardas o rojas en red; si las hay, nada de calor hasta que las haya visto un médico.',
  'next to nothing is known on repeated exposure, so earlier dose is not forgotten for 24 h, and a day has the 9 of one session':
    'casi nada se sabe de la exposición repetida, así que la dosis anterior cuenta 24 h, y un día tiene las 9 de una sesión',
  'nothing is known on cold that is repeated within a day; two standard sessions give 80 min, and 120 are three':
    'nada se sabe del frío repetido en un día; dos sesiones normales dan 80 min, y 120 son tres',
  'cold has no dose model, so its time is bounded; 60 min narrow the vessels for 2 h more, and 45 stay clear of that':
    'el frío no tiene modelo de dosis, así que se limita su tiempo; 60 min estrechan los vasos 2 h más, y 45 quedan lejos de eso',
  '3 sessions at the dose cap fill the day; more has no evidence':
    '3 sesiones con la dosis máxima llenan el día; para más no hay pruebas',
  'two a day are 14 and three a day are 21; nothing is known on more for longer':
    'dos al día son 14 y tres al día son 21; de más durante más tiempo no se sabe nada',
  'heat below 45 °C that comes back day after day has marked skin like a net: a clinician looks after 14 days, after 28 at the latest':
    'el calor de menos de 45 °C repetido día tras día ha dejado marcas en red: un profesional mira a los 14 días, a los 28 como muy tarde',
  'vessels stay narrow for 120 min and more after cooling, though the skin feels warm':
    'los vasos siguen estrechos 120 min o más después de enfriar, aunque la piel se sienta caliente',
  'it is not proven when the session {id} was': 'no está probado cuándo fue la sesión {id}',
  'Find out when the session really was.': 'Averigüe cuándo fue de verdad la sesión.',
  'Set the clock (`timedatectl`), or wait for the network to set it, and start again.':
    'Ponga el reloj en hora (`timedatectl`), o espere a que lo haga la red, y empiece de nuevo.',
  'Bring it back to this folder under its own name, if it can be found.':
    'Devuélvalo a esta carpeta con su propio nombre, si se encuentra.',
  "this computer's clock shows {time}": 'el reloj de este ordenador marca {time}',
  "this computer's clock shows {time}, before this program was made":
    'el reloj de este ordenador marca {time}, antes de que existiera este programa',
  "this computer's clock shows {time}, and nobody has set it since the computer was started":
    'el reloj de este ordenador marca {time}, y nadie lo ha puesto en hora desde que se encendió',
  'no time at all': 'ninguna hora',
  'the clock was set forward by {time} since the record {id}':
    'el reloj se adelantó {time} desde el registro {id}',
  'the clock was set back by {time} since the record {id}':
    'el reloj se atrasó {time} desde el registro {id}',
  'Check that the clock is right now.': 'Compruebe que el reloj va bien ahora.',
  'the record {id} is of {then}, later than now ({now}): one of the clocks was wrong':
    'el registro {id} es de {then}, después de ahora ({now}): uno de los relojes iba mal',
  'When that session really was, somebody may know.':
    'Puede que alguien sepa cuándo fue de verdad esa sesión.',
  'the record {id} of this folder is not there any more':
    'el registro {id} de esta carpeta ya no está',
  'the record {id} of this folder is there under another name':
    'el registro {id} de esta carpeta está con otro nombre',
  'the record {id} of this folder is there, and is not what it was':
    'el registro {id} de esta carpeta está, pero ya no es lo que era',
  'records of this board were kept in {folder} within the last day, and cannot be read there':
    'en el último día se guardaron registros de esta tarjeta en {folder}, y ahí no se pueden leer',
  'Use one folder for one device, and one that this user may read.':
    'Use una carpeta para cada equipo, y una que este usuario pueda leer.',
  'the board has lost its number and its memory of earlier treatments: whether a record of them is missing here, it cannot say':
    'la tarjeta ha perdido su número y su memoria de los tratamientos anteriores: no puede decir si falta aquí algún registro',
  'Find out whether this device was used elsewhere within the last day.':
    'Averigüe si este equipo se usó en otro sitio en el último día.',
  'the record of treatment {begun} of this board (number {number}) is there, and is not what it was':
    'el registro del tratamiento {begun} de esta tarjeta (número {number}) está, pero ya no es lo que era',
  'this board (number {number}) has begun {begun} treatments, and the newest of which a record is here is none':
    'esta tarjeta (número {number}) ha empezado {begun} tratamientos, y de ninguno hay aquí un registro',
  'this board (number {number}) has begun {begun} treatments, and the newest of which a record is here is number {known}':
    'esta tarjeta (número {number}) ha empezado {begun} tratamientos, y el más nuevo del que hay aquí un registro es el número {known}',
  'Bring the missing records to this folder, if they can be found: another computer, another folder, a newer copy.':
    'Traiga a esta carpeta los registros que faltan, si se encuentran: otro ordenador, otra carpeta, una copia más nueva.',
  'the screening leaves only reduced limits ({limits}): {found}':
    'el cuestionario deja solo límites reducidos ({limits}): {found}',
  'a nerve runs near the skin at this site: {found}':
    'en este lugar un nervio pasa cerca de la piel: {found}',
  'hot at most {hot} °C, cold at least {cold} °C, at most {phase} min a phase and {all} min in all, dose at most {dose} CEM43 min, at most {sessions} sessions a day, {gap} min apart':
    'calor como máximo {hot} °C, frío como mínimo {cold} °C, como máximo {phase} min por fase y {all} min en total, dosis como máximo {dose} CEM43 min, como máximo {sessions} sesiones al día, con {gap} min entre ellas',
  '{what}: {value} is below the reduced limit of {bound}':
    '{what}: {value} está por debajo del límite reducido de {bound}',
  '{what}: {value} is above the reduced limit of {bound}':
    '{what}: {value} está por encima del límite reducido de {bound}',
  '{what}: {value} is below the limit at this site of {bound}':
    '{what}: {value} está por debajo del límite en este lugar de {bound}',
  '{what}: {value} is above the limit at this site of {bound}':
    '{what}: {value} está por encima del límite en este lugar de {bound}',
  'cold of all phases': 'frío de todas las fases',
  'cold of all phases, in 24 hours': 'frío de todas las fases, en 24 horas',
  'heat dose of all phases': 'dosis de calor de todas las fases',
  'heat dose of all phases, in 24 hours': 'dosis de calor de todas las fases, en 24 horas',
  'length of all phases': 'duración de todas las fases',
  'No preset fits; write a prescription inside these limits.':
    'No sirve ninguna prescripción preparada; escriba una dentro de estos límites.',
  'Within them: --prescription {names}.': 'Dentro de ellos: --prescription {names}.',
  'with {looks} min for looks at the skin between its phases the session takes {minutes} min, and no session may take more than {max} min':
    'con {looks} min para mirar la piel entre las fases la sesión dura {minutes} min, y ninguna puede durar más de {max} min',
  'Shorten its phases, or leave a rotation out.': 'Acorte las fases o quite una rotación.',
  "{field}: the clinic's {min} … {max} and the reduced limits have nothing in common":
    '{field}: los {min} … {max} de la clínica y los límites reducidos no tienen nada en común',
  'Nothing can be prescribed for this person with these clinic limits.':
    'Con estos límites de la clínica no se puede prescribir nada a esta persona.',
  'nobody can be asked the screening questions here: input or output is not a terminal':
    'aquí no se puede preguntar el cuestionario a nadie: la entrada o la salida no es un terminal',
  'Run it in a terminal, or add --yes or --answers FILE on a simulated or emulated board.':
    'Ejecútelo en un terminal, o añada --yes o --answers ARCHIVO en una tarjeta simulada o emulada.',
  'it is not proven that {name} is here': 'no está probado que {name} esté aquí',
  '{name} signs in as {role}, and this is for: {roles}':
    '{name} inicia sesión como {role}, y esto es para: {roles}',
  'There are accounts in this folder: whoever is named enters their own password, at the terminal, with --password-file, or in CONTRAST_PASSWORD.':
    'En esta carpeta hay cuentas: quien se nombra introduce su propia contraseña, en el terminal, con --password-file o en CONTRAST_PASSWORD.',
  'the site where the plate is to lie must be named on a real board':
    'en una tarjeta real hay que nombrar el lugar donde irá la placa',
  'Name it, as in --site calf-left; `contrast screening` lists the sites.':
    'Nómbrelo, por ejemplo --site calf-left; `contrast screening` muestra los lugares.',
  'no device of this computer listens for STOP': 'ningún equipo de este ordenador escucha ALTO',
  'no device that keeps its records there listens for STOP':
    'ningún equipo que guarde ahí sus registros escucha ALTO',
  'If a plate is warm or cold all the same: take it off the skin, press its stop button, pull the plug.':
    'Si aun así una placa está caliente o fría: retírela de la piel, pulse su botón de parada, desenchufe.',
  'this board does not drop its power by itself when the computer falls silent, so nobody may be treated through it':
    'esta tarjeta no corta la corriente por sí sola cuando el ordenador calla, así que no se puede tratar a nadie con ella',
  'For a bench test without a person on the plate, add --bench.':
    'Para una prueba en banco sin nadie en la placa, añada --bench.',
  '{finding}; the limit is {limit}. It stays so until somebody clears it':
    '{finding}; el límite es {limit}. Sigue así hasta que alguien lo restablezca',
  '{words}. It stays so until somebody clears it, whatever was unplugged since':
    '{words}. Sigue así hasta que alguien lo restablezca, se haya desenchufado lo que sea desde entonces',
  'Find the cause; then run again with --reset-by and your name. A self-test follows.':
    'Encuentre la causa; después vuelva a empezar con --reset-by y su nombre. Sigue una autocomprobación.',
  'another program uses the port': 'otro programa usa el puerto',
  'there is no such port': 'ese puerto no existe',
  'Plug the board in, and look for it in /dev/serial/by-id.':
    'Conecte la tarjeta y búsquela en /dev/serial/by-id.',
  'the port may not be opened': 'no se permite abrir el puerto',
  'Add yourself to the group `dialout`, log out, and log in again.':
    'Añádase al grupo `dialout`, cierre la sesión y vuelva a entrar.',
  'the port could not be opened: {message}': 'no se pudo abrir el puerto: {message}',
  'Unplug the board, plug it in again, and see what `contrast doctor` finds.':
    'Desconecte la tarjeta, vuelva a conectarla y mire qué encuentra `contrast doctor`.',
  'no serial port was found': 'no se encontró ningún puerto serie',
  'no port answered as a board: {failures}': 'ningún puerto respondió como tarjeta: {failures}',
  'Plug the board in, or name its port.': 'Conecte la tarjeta o nombre su puerto.',
  'another program listens here already': 'otro programa escucha ya aquí',
  'End it, or name another port with --stop-port.':
    'Termínelo, o nombre otro puerto con --stop-port.',
  'there is no record in this folder': 'en esta carpeta no hay ningún registro',
  'Name the folder with --records, or make a first record with "contrast run".':
    'Nombre la carpeta con --records, o cree un primer registro con «contrast run».',
  'there is no record "{id}"': 'no hay ningún registro «{id}»',
  'The nearest: {ids}.': 'Los más parecidos: {ids}.',
  '"{id}" is not the identifier of a record': '«{id}» no es el identificador de un registro',
  'Name a record as "contrast records list" does, and its folder with --records.':
    'Nombre un registro como lo hace «contrast records list», y su carpeta con --records.',
  '"{id}" is the beginning of {count} records: {ids}':
    '«{id}» es el principio de {count} registros: {ids}',
  'Give more of the identifier.': 'Escriba más del identificador.',
  'the record is {verdict}: {because}': 'el registro está {verdict}: {because}',
  'Its first {lines} lines are as written; compare the rest with a backup copy.':
    'Sus primeras {lines} líneas están como se escribieron; compare el resto con una copia de seguridad.',
  'this cannot be read: {why}': 'esto no se puede leer: {why}',
  'Check that it exists and that this user may read it.':
    'Compruebe que existe y que este usuario puede leerlo.',
  'the records of earlier sessions cannot be read: {why}':
    'los registros de sesiones anteriores no se pueden leer: {why}',
  'Name another folder with --records, or make this one readable.':
    'Nombre otra carpeta con --records, o haga legible esta.',
  'there is room for {free}, and the record of a whole treatment may take {needed}':
    'hay sitio para {free}, y el registro de un tratamiento completo puede ocupar {needed}',
  'Free space there, or choose a folder on another disk.':
    'Libere espacio ahí, o elija una carpeta en otro disco.',
  'no format is chosen': 'no se ha elegido ningún formato',
  '"{format}" is not a format of this build': '«{format}» no es un formato de este programa',
  'This build offers {formats}.': 'Hay {formats}.',
  'this file is already there, nothing was written': 'ese archivo ya existe, no se ha escrito nada',
  'Name another file, or replace this one with --force.':
    'Nombre otro archivo, o sustituya este con --force.',
  // What a rule found, in records of format 1.
  'the limit is {limit}': 'el límite es {limit}',
  'the limit is {limit}.': 'el límite es {limit}.',
  'plate sensor A': 'el sensor A de la placa',
  'plate sensor B': 'el sensor B de la placa',
  'heatsink sensor': 'el sensor del disipador',
  'the witness of the plate': 'el sensor testigo de la placa',
  'no temperature': 'ninguna temperatura',
  nothing: 'nada',
  '{celsius} °C': '{celsius} °C',
  '{bound} °C for {seconds} s, or {atOnce} °C at once':
    '{bound} °C durante {seconds} s, o {atOnce} °C al momento',
  '{bound} °C for {seconds} s': '{bound} °C durante {seconds} s',
  '{sensor} reads {celsius}': '{sensor} marca {celsius}',
  'the heatsink sensor reads {celsius}': 'el sensor del disipador marca {celsius}',
  'rising as with a fan that stands still, the heatsink sensor reads {celsius}':
    'el sensor del disipador marca {celsius} y sube como con el ventilador parado',
  '{sensor} converts to {count}': '{sensor}: valor {count}',
  'a count of {count}: the sensor or its wire is open':
    'valor {count}: el sensor o su cable está abierto',
  'a count of {count}: the sensor or its wire is shorted':
    'valor {count}: el sensor o su cable está en cortocircuito',
  'plate sensors A and B read {first} and {second}':
    'los sensores A y B de la placa marcan {first} y {second}',
  'a difference of {celsius} °C for {seconds} s': '{celsius} °C de diferencia durante {seconds} s',
  '{sensor} has not reported for {ms} ms': '{sensor}: sin informar desde hace {ms} ms',
  '{ms} ms, each report later than the one before': '{ms} ms, cada informe posterior al anterior',
  '{sensor} was gone for {ms} ms and came back': '{sensor}: ausente {ms} ms y de vuelta',
  'a whole wire without a break: a loose contact does that':
    'un cable entero sin cortes: eso lo hace un mal contacto',
  '{sensor} jumped by {celsius} °C': '{sensor}: salto de {celsius} °C',
  '{celsius} °C in {seconds} s: more than a plate or heatsink can move':
    '{celsius} °C en {seconds} s: más de lo que puede variar la placa o el disipador',
  '{sensor} has noise of {lsb} LSB rms': '{sensor}: ruido de {lsb} LSB',
  '{sensor} has converted to the very same count for {seconds} s':
    '{sensor}: exactamente el mismo valor desde hace {seconds} s',
  '{seconds} s while power is permitted: a live sensor has noise':
    '{seconds} s con la corriente permitida: un sensor vivo tiene ruido',
  'the heatsink is at {celsius}': 'el disipador está a {celsius}',
  'the plate sensors differ by {celsius} °C': 'los sensores de la placa difieren en {celsius} °C',
  'the control loop ran {ms} ms late': 'la regulación se retrasó {ms} ms',
  'the stop loop is open': 'el circuito de parada está abierto',
  closed: 'cerrado',
  'the plate cools by {rate}': 'la placa se enfría a {rate}',
  'the plate warms by {rate}': 'la placa se calienta a {rate}',
  'the plate is on its way to {celsius}': 'la placa va camino de {celsius}',
  '{celsius} °C, foreseen by its slope': '{celsius} °C, previstos por su pendiente',
  '{rate} °C/s over {seconds} s': '{rate} °C/s durante {seconds} s',
  'the plate moved {celsius} °C in {seconds} s of heating':
    'la placa varió {celsius} °C en {seconds} s de calentar',
  'the plate moved {celsius} °C in {seconds} s of cooling':
    'la placa varió {celsius} °C en {seconds} s de enfriar',
  'at least {celsius} °C in {seconds} s': 'al menos {celsius} °C en {seconds} s',
  'the plate went {celsius} °C down while heated':
    'la placa bajó {celsius} °C mientras se calentaba',
  'the plate went {celsius} °C up while cooled': 'la placa subió {celsius} °C mientras se enfriaba',
  '{celsius} °C within {seconds} s': '{celsius} °C en {seconds} s',
  'the power is off and the plate still goes up, at {celsius} by {rate}':
    'la corriente está cortada y la placa aún sube, a {celsius} en {rate}',
  'the power is off and the plate still goes down, at {celsius} by {rate}':
    'la corriente está cortada y la placa aún baja, a {celsius} en {rate}',
  'it must move toward skin and room': 'debe acercarse a la piel y a la sala',
  'the fan turns {turns} times a minute': 'el ventilador gira {turns} veces por minuto',
  'at least {turns} for {seconds} s': 'al menos {turns} durante {seconds} s',
  'the heat dose is {dose} CEM43 minutes': 'la dosis de calor es de {dose} CEM43 min',
  '{dose} CEM43 minutes': '{dose} CEM43 min',
  '{minutes} cold minutes were given': 'se dieron {minutes} min de frío',
  '{minutes} cold minutes': '{minutes} min de frío',
  'one phase has lasted {minutes} min': 'una fase dura ya {minutes} min',
  'the treatment has lasted {minutes} min, pauses included':
    'el tratamiento dura ya {minutes} min, pausas incluidas',
  'the cable was pulled': 'se desconectó el cable',
  'the port closed: {why}': 'se cerró el puerto: {why}',
  'no reason is known': 'no se conoce el motivo',
  'the board has not said for {ms} ms what its bridge pins hold':
    'la tarjeta lleva {ms} ms sin decir qué hay en las patillas del puente',
  'what was commanded': 'lo que se ordenó',
  'nobody confirmed within {minutes} min that the plate is on the skin':
    'nadie confirmó en {minutes} min que la placa está sobre la piel',
  'the companion: more would leave no time for the final cold in the longest session':
    'el programa: más no dejaría tiempo para el frío final en la sesión más larga',
  'the guard on the board has not reported for {ms} ms':
    'el guardián de la tarjeta lleva {ms} ms sin informar',
  'the board cut the power ({reason}): {reading}':
    'la tarjeta cortó la corriente ({reason}): {reading}',
  "{channel} got only {celsius} °C colder in {seconds} s of cooling; at least {least} °C is expected: a module, the supply or the sensor's seat is at fault":
    '{channel}: solo {celsius} °C más frío en {seconds} s de enfriar; se esperan al menos {least} °C: falla un módulo, la alimentación o el asiento del sensor',
  '{channel} got warmer by {celsius} °C while cooled: the modules are wired the wrong way round, or sensors are swapped':
    '{channel}: {celsius} °C más caliente al enfriar: los módulos están conectados al revés, o hay sensores cambiados',
  '{channel} moved by {celsius} °C although the relay was open: the plate was touched or laid on something, or the sensor or its plug is loose':
    '{channel}: varió {celsius} °C con el relé abierto: se tocó la placa o se apoyó en algo, o el sensor o su conector está suelto',
  'the gate refused the drive: {why}': 'la puerta de potencia rechazó la orden: {why}',
  'this state permits no drive': 'este estado no permite dar potencia',
  'a plate reading is missing, stale or implausible':
    'una lectura de la placa falta, es antigua o no es creíble',
  'an interlock is not clear': 'una regla de seguridad no está libre',
  'heat is permitted in a hot phase only': 'el calor solo se permite en una fase caliente',
};
