/** What a rule found, in Spanish. */
import type { FoundCatalogue } from './found-en.ts';

export const foundEs: FoundCatalogue = {
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
