/** Why somebody is not treated, or a command is refused, in Spanish. */
import type { RefusedCatalogue } from './refused-en.ts';

export const refusedEs: RefusedCatalogue = {
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
};
