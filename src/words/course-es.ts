/** Por qué falla una autoprueba, por qué acabó un tratamiento y por qué no se hizo lo pedido, en español. */
import type { Catalogue } from './catalogue.ts';
import type { courseEn } from './course-en.ts';
import type { quantitiesEn } from './quantities.ts';

export const quantitiesEs: Catalogue<typeof quantitiesEn> = {
  'unit.cold min': 'minutos de frío',
  'unit.CEM43 min': 'minutos CEM43',
  'none.temperature': 'ninguna temperatura',
  'none.rate': 'un ritmo desconocido',
  'none.voltage': 'ninguna tensión',
  'none.time': 'un tiempo desconocido',
  'none.dose': 'una dosis desconocida',
  'none.nothing': 'nada',
  'none.turns': 'no se sabe',
};

export const courseEs: Catalogue<typeof courseEn> = {
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
