/** How the person and the place are today, asked in Spanish; as in German, which questions there are. */
import type { germanToday } from './questions-today-de.ts';
import type { QuestionWords } from './screening.ts';

export const spanishToday = {
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
} as const satisfies Record<keyof typeof germanToday, QuestionWords>;
