/** What is true only of the moment of the start. */
import { defaultClinicLimits } from '../limits/clinic.ts';
import { reactionQuestion } from './clinician-word.ts';
import { both, written } from './screening-item.ts';
import { skinFlags } from './screening-red-flags.ts';

const { sessionGapMinutes } = defaultClinicLimits;

const beforeIt = written([
  {
    id: 'cannot-report',
    row: '2',
    question: 'Would the person be unable to say or sign at once that it hurts?',
    problem: 'yes',
    finding: 'the person cannot report discomfort at once',
    ...both('absolute'),
    advice: 'Wait until they can say or sign at once that it hurts, and start again.',
    sources: ['deroyal', 'heatRules', 'fdaLabel'],
    hazards: ['H20', 'H21'],
  },
  {
    id: 'broken-skin',
    row: '15',
    question: 'Is the skin open, burnt, sore or with a rash or blister?',
    problem: 'yes',
    finding: 'the skin at the site is not whole and healthy',
    ...both('absolute'),
    advice: 'Choose another place, or wait until the skin is whole.',
    sources: ['sportsInjury', 'deroyal', 'general'],
    hazards: ['H20', 'H22', 'H34'],
  },
  {
    id: 'skin-graft',
    row: '15a',
    question: 'Is there a new skin graft here?',
    problem: 'yes',
    finding: 'a recent skin graft',
    ...both('absolute'),
    advice: 'Choose another place.',
    sources: ['general'],
    hazards: ['H20', 'H22'],
  },
  {
    id: 'liniment-or-patch',
    row: '25',
    question: 'Is there a cream, a rub or a drug patch on the skin here?',
    hint: 'Such as menthol, capsaicin or fentanyl.',
    problem: 'yes',
    finding: 'a liniment, lotion or medicine patch on the site',
    heat: 'absolute',
    cold: 'precaution',
    advice:
      'Wash a cream or rub off, dry the skin, and start again. Whether a drug patch may come off, ask whoever prescribed it; or choose another place.',
    sources: ['stryker', 'theraCare', 'general'],
    hazards: ['H20', 'H22'],
  },
  {
    id: 'other-source',
    row: '26',
    question: 'Does anything else heat or cool this place?',
    problem: 'yes',
    finding: 'something else heats or cools the site',
    ...both('absolute'),
    advice: 'Take it away, let the skin come back to its own warmth, and start again.',
    sources: ['stryker'],
    hazards: ['H16', 'H17', 'H20'],
  },
  {
    id: 'too-soon',
    row: '31',
    question: `Has this part had heat or cold within the rest time of ${sessionGapMinutes} minutes?`,
    hint: 'Or within the longer rest that the clinic has set. What a cold finish is to finish does not count.',
    problem: 'yes',
    finding: 'the rest since the last session at the site is too short',
    ...both('absolute'),
    advice: 'Wait until the rest time has passed, and start again.',
    sources: ['khoshnevis2016', 'khoshnevis2015'],
    hazards: ['H16', 'H17'],
  },
  {
    id: reactionQuestion,
    row: '32',
    question:
      'Did the last session leave a mark, a blister, welts or numbness for more than 20 minutes?',
    problem: 'yes',
    finding: 'a bad reaction to the last session',
    ...both('absolute'),
    loweredBy: 'healed',
    ofLastSession: true,
    advice: 'Have a doctor look at the skin.',
    sources: ['fda2020', 'breg'],
    hazards: ['H20', 'H22'],
  },
]);

const mustBe = { problem: 'no', ...both('absolute') } as const;
const atTheStart = { ...mustBe, sources: ['breg', 'fda2020'] } as const;

/** What must be so. Of these the clear answer is yes. */
export const startRows = written([
  {
    id: 'stroke-felt',
    row: '43',
    question: 'Is a light stroke here felt as clearly as on the other side?',
    hint: 'Stroke both with a finger, one after the other, eyes closed.',
    finding: 'a light stroke is not felt as clearly as on the other side',
    ...mustBe,
    advice:
      'Choose a place where both sides feel alike. Where the feeling has only lately gone, see a doctor.',
    sources: ['apa2001', 'general'],
    hazards: ['H20'],
  },
  {
    id: 'lie-and-breathe',
    row: '45',
    question: 'Can the person lie like this and breathe well the whole time?',
    finding: 'the person cannot lie and breathe easily for so long',
    ...mustBe,
    advice:
      'Find a position in which breathing is easy, or a shorter prescription, and start again.',
    sources: ['general'],
    hazards: ['H20', 'H21'],
  },
  {
    id: 'barrier-dry',
    row: '33',
    question: 'Is a dry cloth between plate and skin?',
    finding: 'no dry barrier is fitted',
    ...atTheStart,
    advice: 'Put a dry cloth between plate and skin, and start again.',
    hazards: ['H22', 'H34'],
  },
  {
    id: 'strap',
    row: '44',
    question: 'Do two fingers fit under the strap?',
    hint: 'Where there is no strap, the answer is yes.',
    finding: 'the strap is too tight',
    ...mustBe,
    advice: 'Loosen the strap until two fingers fit under it, and start again.',
    sources: ['general'],
    hazards: ['H20', 'H22'],
  },
  {
    id: 'skin-inspected',
    row: '33a',
    question: 'Has somebody just looked at the skin?',
    finding: 'nobody has looked at the skin',
    ...atTheStart,
    advice: 'Look at the skin, and start again.',
    hazards: ['H22'],
  },
  {
    id: 'awake',
    row: '33b',
    question: 'Is the person wide awake?',
    finding: 'the person is not awake',
    ...atTheStart,
    advice: 'Wait until the person is wide awake, and start again.',
    hazards: ['H21'],
  },
  {
    id: 'not-alone',
    row: '33d',
    question: 'Will somebody stay with the person?',
    finding: 'the person would be alone',
    ...atTheStart,
    advice: 'Find somebody who stays the whole time, and start again.',
    hazards: ['H21'],
  },
  {
    id: 'stop-in-reach',
    row: '33c',
    question: 'Can the person reach the STOP button or a switch?',
    finding: 'the person cannot reach a stop control',
    ...atTheStart,
    advice: 'Lay the STOP button or a switch into the hand, and start again.',
    hazards: ['H21', 'H22'],
  },
  {
    id: 'stop-tried',
    row: '33e',
    question: 'Has the person tried STOP once?',
    finding: 'the stop control was not tried',
    ...atTheStart,
    advice: 'Let the person press STOP once, see that it stops, and start again.',
    hazards: ['H21', 'H22'],
  },
]);

export const startQuestions = [...beforeIt, ...skinFlags, ...startRows];
