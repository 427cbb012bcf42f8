/** The sites of the body, in German. */
import type { SiteCatalogue, SiteWords } from './screening.ts';

const nearNerve =
  'ein Nerv verläuft nahe der Haut, und 20 min Eis haben solche Nerven gelähmt (Moeller 1997, Collins 1986)';
const shallowNerve =
  'ein Nerv liegt direkt unter der Haut, und Kälte hat ihn gelähmt (Bassett 1992)';
const thinCover = 'wenig Gewebe über Knochen und Nerven';

const sided = <Id extends string>(id: Id, label: string, why = '') =>
  ({
    [`${id}-left`]: { label: `${label}, links`, why },
    [`${id}-right`]: { label: `${label}, rechts`, why },
  }) as Record<`${Id}-left` | `${Id}-right`, SiteWords>;

export const germanSites = {
  ...sided('calf', 'Wade', nearNerve),
  ...sided('hamstring', 'Oberschenkel hinten', nearNerve),
  ...sided('thigh', 'Oberschenkel vorn'),
  ...sided('inner-thigh', 'Oberschenkel innen'),
  ...sided('buttock', 'Gesäß'),
  'lower-back': { label: 'Unterer Rücken', why: '' },
  'upper-back': { label: 'Oberer Rücken', why: '' },
  ...sided('neck-shoulder', 'Schulter und Nacken'),
  ...sided('biceps', 'Oberarm vorn'),
  ...sided('triceps', 'Oberarm hinten', nearNerve),
  ...sided('forearm', 'Unterarm', nearNerve),
  abdomen: { label: 'Bauch', why: '' },
  ...sided('ribs', 'Seite der Brust, über den Rippen', thinCover),
  ...sided('shin', 'Schienbein', thinCover),
  ...sided('foot', 'Fuß', thinCover),
  ...sided('hand', 'Hand', thinCover),
  ...sided('outer-knee', 'Außenseite unter dem Knie (Wadenbeinköpfchen)', shallowNerve),
  ...sided('inner-elbow', 'Innenseite des Ellenbogens (Ulnarisrinne)', shallowNerve),
  face: { label: 'Gesicht', why: 'dünne Haut, und die Augen sind nahe' },
  jaw: {
    label: 'Kiefer',
    why: 'wenig Gewebe über dem Nerv des Gesichts; mit einer Kiefersperre muss man zum Arzt',
  },
  eyes: { label: 'Augen', why: 'Wärme und Kälte schaden dem Auge selbst' },
  'front-of-neck': {
    label: 'Hals vorn oder seitlich',
    why: 'eine Stelle der Halsschlagader (Karotissinus) lenkt dort Herz und Blutdruck',
  },
  genitals: {
    label: 'Geschlechtsorgane',
    why: 'dünne, empfindliche Haut, und Wärme schadet den Hoden',
  },
  unspecified: { label: 'Nicht genannt: nur simulierte und emulierte Platinen', why: '' },
} as const satisfies SiteCatalogue;
