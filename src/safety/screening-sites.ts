/** Where a plate may lie, with care, or never. A site is what doses of earlier sessions are counted by. */
import type { Rating } from './screening-item.ts';

export interface BodySite {
  /** Stable: `--site` and records use it. */
  readonly id: string;
  readonly label: string;
  readonly rating: Extract<Rating, 'none' | 'precaution' | 'absolute'>;
  /** Why it is not simply allowed; empty where it is. */
  readonly why: string;
  /** A cold phase may last this long at most, minutes. */
  readonly coldPhaseMaxMinutes?: number;
}

/** Where nobody is under the plate: simulated and emulated boards only. */
export const unspecifiedSite = 'unspecified';

const sided = (site: BodySite): BodySite[] =>
  (['left', 'right'] as const).map((side) => ({
    ...site,
    id: `${site.id}-${side}`,
    label: `${site.label}, ${side}`,
  }));

const allowed = (id: string, label: string): BodySite => ({ id, label, rating: 'none', why: '' });

const withCare = (id: string, label: string, why: string): BodySite => ({
  id,
  label,
  rating: 'precaution',
  why,
  coldPhaseMaxMinutes: 10,
});

const never = (id: string, label: string, why: string): BodySite => ({
  id,
  label,
  rating: 'absolute',
  why,
});

const shallowNerve = 'a nerve lies right under the skin, and cold has paralysed it (Bassett 1992)';
const thinCover = 'little tissue over bone and nerves';

export const bodySites: readonly BodySite[] = [
  ...sided(allowed('calf', 'Calf')),
  ...sided(allowed('hamstring', 'Back of the thigh')),
  ...sided(allowed('thigh', 'Front of the thigh')),
  allowed('lower-back', 'Lower back'),
  allowed('upper-back', 'Upper back'),
  ...sided(allowed('neck-shoulder', 'Shoulder and back of the neck')),
  ...sided(allowed('biceps', 'Front of the upper arm')),
  ...sided(allowed('triceps', 'Back of the upper arm')),
  ...sided(allowed('forearm', 'Forearm')),
  allowed('abdomen', 'Abdomen'),
  ...sided(withCare('foot', 'Foot', thinCover)),
  ...sided(withCare('hand', 'Hand', thinCover)),
  ...sided(withCare('outer-knee', 'Outer side below the knee (fibular head)', shallowNerve)),
  ...sided(withCare('inner-elbow', 'Inner side of the elbow (ulnar groove)', shallowNerve)),
  never('face', 'Face', 'thin skin, and the eyes are near'),
  never('eyes', 'Eyes', 'heat and cold harm the eye itself'),
  never(
    'front-of-neck',
    'Front or side of the neck',
    'the carotid sinus governs heart and pressure',
  ),
  never('genitals', 'Genitals', 'thin, sensitive skin, and heat harms the testes'),
  allowed(unspecifiedSite, 'Not named: simulated and emulated boards only'),
];

/** The site of that id. */
export const siteOf = (id: string): BodySite | undefined =>
  bodySites.find((site) => site.id === id);
