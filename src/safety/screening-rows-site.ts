/** Rows 23–33: the site, what else acts on it, and the moment of the start. */
import { both, source } from './screening-item.ts';
import type { ScreeningItem } from './screening-item.ts';

export const siteRows: readonly ScreeningItem[] = [
  {
    id: 'forbidden-site',
    row: '23',
    question:
      'Is the plate to lie on or near the eyes, the face, the front or side of the neck, or the genitals?',
    problem: 'yes',
    finding: 'a site where the plate must never lie',
    ...both('absolute'),
    sources: [source.general],
    hazards: ['H20'],
  },
  {
    id: 'nerve-or-bone',
    row: '24',
    question:
      'Is the site over bone close to the skin, or over a shallow nerve, such as the outer knee or the inner elbow?',
    problem: 'yes',
    finding: 'a shallow nerve or bone under the site',
    ...both('precaution'),
    coldPhaseMaxMinutes: 10,
    sources: [source.bassett, source.general],
    hazards: ['H20', 'H16'],
  },
  {
    id: 'liniment-or-patch',
    row: '25',
    question:
      'Is there a liniment, lotion or medicine patch on the site, such as menthol, capsaicin or fentanyl?',
    problem: 'yes',
    finding: 'a liniment, lotion or medicine patch on the site',
    heat: 'absolute',
    cold: 'precaution',
    momentary: true,
    sources: [source.stryker, source.theraCare, source.general],
    hazards: ['H20', 'H22'],
  },
  {
    id: 'other-source',
    row: '26',
    question: 'Does anything else heat or cool the site?',
    problem: 'yes',
    finding: 'something else heats or cools the site',
    ...both('absolute'),
    momentary: true,
    sources: [source.stryker],
    hazards: ['H16', 'H17', 'H20'],
  },
  {
    id: 'radiotherapy',
    row: '27',
    question: 'Has the site had radiotherapy, or is the skin sensitive to light from a medicine?',
    problem: 'yes',
    finding: 'radiotherapy or light-sensitive skin at the site',
    ...both('absolute'),
    sources: [source.general],
    hazards: ['H20'],
  },
  {
    id: 'heat-intolerant',
    row: '28',
    question: 'Does the person have multiple sclerosis, or bear heat badly?',
    problem: 'yes',
    finding: 'multiple sclerosis, or heat is borne badly',
    heat: 'precaution',
    cold: 'none',
    sources: [source.general],
    hazards: ['H20'],
  },
  {
    id: 'systemic-illness',
    row: '29',
    question: 'Is the whole body ill, for example with tuberculosis, or just after a fever?',
    problem: 'yes',
    finding: 'an illness of the whole body',
    heat: 'precaution',
    cold: 'none',
    sources: [source.general],
    hazards: ['H20', 'H35'],
  },
  {
    id: 'growth-plate',
    row: '30',
    question: 'Is the person still growing, and the site near the end of a long bone?',
    problem: 'yes',
    finding: 'a growth plate under the site',
    ...both('precaution'),
    sources: [source.general],
    hazards: ['H20'],
  },
  {
    id: 'too-soon',
    row: '31',
    question:
      'Has the site had heat or cold, but for what a cold finish is to finish, within the rest that the clinic asks for: 120 minutes, unless it set more?',
    problem: 'yes',
    finding: 'the rest since the last session at the site is too short',
    ...both('absolute'),
    momentary: true,
    sources: [source.khoshnevis],
    hazards: ['H16', 'H17'],
  },
  {
    id: 'reaction-last-time',
    row: '32',
    question:
      'Did the last session leave blisters, welts, numbness, or redness for more than 20 minutes?',
    problem: 'yes',
    finding: 'a bad reaction to the last session',
    ...both('absolute'),
    momentary: true,
    advice: 'Have a physician look at the skin.',
    sources: [source.fda, source.breg],
    hazards: ['H20', 'H22'],
  },
];

const atTheStart = {
  problem: 'no',
  ...both('absolute'),
  momentary: true,
  sources: [source.breg, source.fda],
} as const;

/** Row 33: what must be so at the moment of the start. The only questions whose clear answer is yes. */
export const startRows: readonly ScreeningItem[] = [
  {
    id: 'barrier-dry',
    row: '33',
    question: 'Is a dry barrier fitted between plate and skin?',
    finding: 'no dry barrier is fitted',
    ...atTheStart,
    hazards: ['H22', 'H34'],
  },
  {
    id: 'skin-inspected',
    row: '33a',
    question: 'Has somebody looked at the skin, and is it whole?',
    finding: 'nobody has found the skin whole',
    ...atTheStart,
    hazards: ['H22'],
  },
  {
    id: 'awake',
    row: '33b',
    question: 'Is the person awake, and not alone?',
    finding: 'the person is not awake, or alone',
    ...atTheStart,
    hazards: ['H21'],
  },
  {
    id: 'stop-in-reach',
    row: '33c',
    question: 'Is the stop button or the adaptive switch in the person’s reach, and was it tried?',
    finding: 'the person cannot reach a stop control that was tried',
    ...atTheStart,
    hazards: ['H21', 'H22'],
  },
];
