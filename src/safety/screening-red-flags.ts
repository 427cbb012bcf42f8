/**
 * Signs that a spasm may hide something worse (hazard H35). An emergency or a fever stops the treatment whoever decides;
 * the others leave it to a clinician who has seen the person.
 */
import { both, source } from './screening-item.ts';
import type { Rating, ScreeningItem } from './screening-item.ts';

const askPhysician = 'Consult a physician.';
const today = 'Get medical help now.';

function flag(
  number: number,
  id: string,
  rating: Extract<Rating, 'override' | 'absolute'>,
  question: string,
  finding: string,
  advice: string,
): ScreeningItem {
  return {
    id,
    row: `R${number}`,
    question,
    problem: 'yes',
    finding,
    ...both(rating),
    advice,
    momentary: true,
    sources: [source.spasmArticles, source.general],
    hazards: ['H35'],
  };
}

export const redFlags: readonly ScreeningItem[] = [
  flag(
    1,
    'getting-worse',
    'override',
    'Are the spasms worse or more frequent than around the last sessions?',
    'the spasms become worse or more frequent',
    askPhysician,
  ),
  flag(
    2,
    'rest-pain',
    'override',
    'Is there pain at night or at rest that nothing eases?',
    'pain at night or at rest that nothing eases',
    askPhysician,
  ),
  flag(
    3,
    'muscle-wasting',
    'override',
    'Has the muscle become smaller, or are the spasms frequent and severe?',
    'muscle wasting, or frequent severe spasms',
    askPhysician,
  ),
  flag(
    4,
    'new-weakness',
    'override',
    'Is there new weakness, tingling or numbness anywhere?',
    'new weakness, tingling or numbness',
    askPhysician,
  ),
  flag(
    5,
    'saddle-or-bladder',
    'absolute',
    'Is the seat or groin numb, or have bladder or bowels changed?',
    'numb seat or groin, or changed bladder or bowels',
    today,
  ),
  flag(6, 'fever', 'absolute', 'Does the person have a fever now?', 'fever', askPhysician),
  flag(
    7,
    'chest-or-breath',
    'absolute',
    'Is there chest pain or shortness of breath?',
    'chest pain or shortness of breath',
    today,
  ),
  flag(8, 'dark-urine', 'absolute', 'Is the urine dark?', 'dark urine', today),
  flag(
    9,
    'vomiting-or-diarrhoea',
    'override',
    'Are there vomiting or diarrhoea with the cramps?',
    'vomiting or diarrhoea with the cramps',
    `${askPhysician} Drink enough.`,
  ),
  flag(
    10,
    'trauma',
    'override',
    'Did the spasm begin with a fall, a blow or another accident?',
    'the spasm began with an accident',
    askPhysician,
  ),
  flag(
    11,
    'one-calf',
    'absolute',
    'Is one calf swollen or warm, and the other not?',
    'one calf is swollen or warm',
    today,
  ),
  flag(
    12,
    'skin-after-cold',
    'absolute',
    'After cold, was the skin white, waxy, blue-grey or blistered, or numb for more than 20 minutes?',
    'skin that did not recover from cold',
    askPhysician,
  ),
];
