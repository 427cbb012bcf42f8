/** What every alarm says and what to do, in Spanish; as in German, which alarms there are. */
import { plainWords } from './plain-words.ts';
import type { germanAlarms } from './alarms-de.ts';
import type { AlarmWords } from './alarms.ts';

export const spanishAlarms = (() => {
  const off = 'Retire la placa de la piel.';
  const look = 'Retire la placa de la piel y mire la piel.';
  const service = `${off} Haga revisar el equipo antes de volver a usarlo.`;
  const unplug = `${off} Desenchufe el equipo.`;
  const likely = 'Causas probables, en este orden:';
  const common = `${likely} sensores de otro tipo; agua en la placa o en su conector; un mal conector que comparten los dos sensores; un cable de masa que lleva la corriente de los módulos.`;
  return {
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
      remedy: `${look} ${likely} el puente se ha quedado encendido; un sensor de la placa está suelto o salta.`,
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
      remedy: `${off} ${plainWords.es.reaction.join(' ')}`,
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
  } as const satisfies Record<keyof typeof germanAlarms, AlarmWords>;
})();
