/** The sites of the body, in Spanish; as in German, which ones there are. */
import type { SiteWords } from './screening.ts';
import type { germanSites } from './sites-de.ts';

const nearNerve =
  'un nervio pasa cerca de la piel, y 20 min de hielo han paralizado nervios así (Moeller 1997, Collins 1986)';
const shallowNerve =
  'un nervio está justo debajo de la piel, y el frío lo ha paralizado (Bassett 1992)';
const thinCover = 'poco tejido sobre huesos y nervios';

const sided = <Id extends string>(id: Id, label: string, why = '') =>
  ({
    [`${id}-left`]: { label: `${label}, lado izquierdo`, why },
    [`${id}-right`]: { label: `${label}, lado derecho`, why },
  }) as Record<`${Id}-left` | `${Id}-right`, SiteWords>;

export const spanishSites = {
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
} as const satisfies Record<keyof typeof germanSites, SiteWords>;
