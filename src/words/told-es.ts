/** Sentences of records, reasons and errors, in Spanish. */
import type { ToldCatalogue } from './told-en.ts';

export const toldEs: ToldCatalogue = {
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
};
