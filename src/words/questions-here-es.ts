/** The place where the plate is to lie, and what is true only of the moment of the start, in Spanish; as in German, which. */
import type { germanHere } from './questions-here-de.ts';
import type { QuestionCatalogue, QuestionWords } from './screening.ts';

const ofThePlace = {
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
} as const satisfies QuestionCatalogue;

const beforeIt = {
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
} as const satisfies QuestionCatalogue;

/** What must be so: of these the clear answer is yes. */
const mustBe = {
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
} as const satisfies QuestionCatalogue;

export const spanishHere = { ...ofThePlace, ...beforeIt, ...mustBe } as const satisfies Record<
  keyof typeof germanHere,
  QuestionWords
>;
