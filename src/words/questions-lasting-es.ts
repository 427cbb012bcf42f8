/** Lasting facts, asked in Spanish; as in German, which ones there are. */
import type { germanLasting } from './questions-lasting-de.ts';
import type { QuestionWords } from './screening.ts';

const thinner = 'un anticoagulante (diluyente de la sangre)';

export const spanishLasting = {
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
} as const satisfies Record<keyof typeof germanLasting, QuestionWords>;
