/** Where a plate may lie, with care, or never, and the region of the body that doses and rests are counted by. */
import type { Rating } from './screening-item.ts';

/** Parts of the body that share vessels and nerves: what one site of them has had, all of them have had. */
export const regionLabels = {
  'leg-left': 'Left leg',
  'leg-right': 'Right leg',
  'arm-left': 'Left arm',
  'arm-right': 'Right arm',
  'back-and-neck': 'Back and neck',
  belly: 'Belly, ribs and groin',
  head: 'Head and front of the neck',
} as const;
export type Region = keyof typeof regionLabels;

export interface BodySite<Id extends string = string> {
  /** Stable: `--site` and records use it. */
  readonly id: Id;
  readonly label: string;
  /** Null: it may be anywhere, and counts for every region. */
  readonly region: Region | null;
  readonly rating: Extract<Rating, 'none' | 'precaution' | 'absolute'>;
  /** Why it is not simply allowed, or why its cold phases are short; empty where neither is so. */
  readonly why: string;
  /** A cold phase may last this long at most, minutes. */
  readonly coldPhaseMaxMinutes?: number;
}

/** Where nobody is under the plate: simulated and emulated boards only. */
export const unspecifiedSite = 'unspecified';

type OneSide<Id extends string> = Omit<BodySite<Id>, 'region'>;

const sided = <Id extends string>(
  limb: 'leg' | 'arm' | Region,
  site: OneSide<Id>,
): BodySite<`${Id}-left` | `${Id}-right`>[] =>
  (['left', 'right'] as const).map((side) => ({
    ...site,
    id: `${site.id}-${side}` as const,
    label: `${site.label}, ${side}`,
    region: limb === 'leg' || limb === 'arm' ? (`${limb}-${side}` as const) : limb,
  }));

const allowed = <Id extends string>(id: Id, label: string): OneSide<Id> => ({
  id,
  label,
  rating: 'none',
  why: '',
});

/** Ice of 20 min has palsied nerves that lie near the skin: ten leave room. */
const shallowNerveColdMinutes = 10;

/** No objection, but a nerve runs near. */
const shortCold = <Id extends string>(id: Id, label: string): OneSide<Id> => ({
  ...allowed(id, label),
  why: 'a nerve runs near the skin, and 20 min of ice have palsied such nerves (Moeller 1997, Collins 1986)',
  coldPhaseMaxMinutes: shallowNerveColdMinutes,
});

const withCare = <Id extends string>(id: Id, label: string, why: string): OneSide<Id> => ({
  id,
  label,
  rating: 'precaution',
  why,
  coldPhaseMaxMinutes: shallowNerveColdMinutes,
});

const never = <Id extends string>(id: Id, label: string, why: string): OneSide<Id> => ({
  id,
  label,
  rating: 'absolute',
  why,
});

const shallowNerve = 'a nerve lies right under the skin, and cold has paralysed it (Bassett 1992)';
const thinCover = 'little tissue over bone and nerves';
const backAndNeck = { region: 'back-and-neck' } as const;
const head = { region: 'head' } as const;

const sites = [
  ...sided('leg', shortCold('calf', 'Calf')),
  ...sided('leg', shortCold('hamstring', 'Back of the thigh')),
  ...sided('leg', allowed('thigh', 'Front of the thigh')),
  ...sided('leg', allowed('inner-thigh', 'Inner thigh')),
  ...sided('leg', allowed('buttock', 'Buttock')),
  { ...allowed('lower-back', 'Lower back'), ...backAndNeck },
  { ...allowed('upper-back', 'Upper back'), ...backAndNeck },
  ...sided('back-and-neck', allowed('neck-shoulder', 'Shoulder and back of the neck')),
  ...sided('arm', allowed('biceps', 'Front of the upper arm')),
  ...sided('arm', shortCold('triceps', 'Back of the upper arm')),
  ...sided('arm', shortCold('forearm', 'Forearm')),
  { ...allowed('abdomen', 'Abdomen'), region: 'belly' },
  ...sided('belly', withCare('ribs', 'Side of the chest, over the ribs', thinCover)),
  ...sided('leg', withCare('shin', 'Shin', thinCover)),
  ...sided('leg', withCare('foot', 'Foot', thinCover)),
  ...sided('arm', withCare('hand', 'Hand', thinCover)),
  ...sided('leg', withCare('outer-knee', 'Outer side below the knee (fibular head)', shallowNerve)),
  ...sided('arm', withCare('inner-elbow', 'Inner side of the elbow (ulnar groove)', shallowNerve)),
  { ...never('face', 'Face', 'thin skin, and the eyes are near'), ...head },
  {
    ...never('jaw', 'Jaw', 'thin cover over the nerve of the face; a locked jaw needs a doctor'),
    ...head,
  },
  { ...never('eyes', 'Eyes', 'heat and cold harm the eye itself'), ...head },
  {
    ...never(
      'front-of-neck',
      'Front or side of the neck',
      'the carotid sinus governs heart and pressure',
    ),
    ...head,
  },
  {
    ...never('genitals', 'Genitals', 'thin, sensitive skin, and heat harms the testes'),
    region: 'belly',
  },
  { ...allowed(unspecifiedSite, 'Not named: simulated and emulated boards only'), region: null },
] satisfies readonly BodySite[];

export type SiteId = (typeof sites)[number]['id'];

export const bodySites: readonly BodySite[] = sites;

/** Belly, back and pelvis: what may be hidden behind them, or grow there. */
export const trunkSites: readonly string[] = [
  'abdomen',
  'lower-back',
  ...['ribs', 'buttock', 'inner-thigh'].flatMap((id) => [`${id}-left`, `${id}-right`]),
  'genitals',
];

/** The site of that id. */
export const siteOf = (id: string): BodySite | undefined =>
  bodySites.find((site) => site.id === id);

/** Where it is counted; null for a site that nobody named or nobody knows, which counts for every region (law L4). */
export const regionOf = (site: string | null): Region | null =>
  site === null ? null : (siteOf(site)?.region ?? null);
