/**
 * Signs that a spasm may hide something worse (hazard H35). An emergency or a fever stops the treatment whoever decides;
 * the others leave it to a clinician who has seen the person. What is chronic and known may be lowered by a dated word.
 */
import type { SourceId } from '../limits/sources.ts';
import type { WordKind } from './screening-item.ts';
import { both, written } from './screening-item.ts';
import type { Rating, WrittenItem } from './screening-item.ts';
import { trunkSites } from './screening-sites.ts';

const seeDoctor = 'See a doctor.';
const today = 'Get medical help now.';

interface Flag extends Pick<WrittenItem, 'onlyAt' | 'elsewhere'> {
  readonly question: string;
  readonly finding: string;
  readonly advice: string;
  readonly from: SourceId;
  readonly loweredBy?: WordKind;
}

function flag<Id extends string>(
  row: string,
  id: Id,
  rating: Extract<Rating, 'override' | 'absolute'>,
  { from, ...words }: Flag,
): WrittenItem<Id> {
  return {
    id,
    row: `R${row}`,
    problem: 'yes',
    ...both(rating),
    ...words,
    sources: [from],
    hazards: ['H35'],
  };
}

const ofTheSpasm = written([
  flag('1', 'getting-worse', 'override', {
    question: 'Are the spasms worse or more often than last time?',
    finding: 'the spasms become worse or more frequent',
    advice: seeDoctor,
    from: 'spasmArticles',
  }),
  flag('2', 'rest-pain', 'override', {
    question: 'Is there pain at night or at rest that nothing eases?',
    finding: 'pain at night or at rest that nothing eases',
    advice: seeDoctor,
    from: 'nhsHelp',
    loweredBy: 'known',
  }),
  flag('3', 'muscle-wasting', 'override', {
    question: 'Has a muscle grown smaller?',
    finding: 'muscle wasting',
    advice: seeDoctor,
    from: 'spasmArticles',
    loweredBy: 'known',
  }),
  flag('3a', 'severe-spasms', 'override', {
    question: 'Are the spasms both strong and frequent?',
    finding: 'frequent severe spasms',
    advice: seeDoctor,
    from: 'spasmArticles',
    loweredBy: 'known',
  }),
  flag('4', 'new-weakness', 'override', {
    question: 'Is any part of the body weaker than some weeks ago?',
    finding: 'new weakness',
    advice: seeDoctor,
    from: 'spasmArticles',
    loweredBy: 'known',
  }),
  flag('4a', 'new-numbness', 'override', {
    question: 'Does any part of the body newly tingle or feel numb?',
    finding: 'new tingling or numbness',
    advice: seeDoctor,
    from: 'spasmArticles',
  }),
  flag('10', 'trauma', 'override', {
    question: 'Did the spasm begin with a fall, a blow or another accident?',
    finding: 'the spasm began with an accident',
    advice: seeDoctor,
    from: 'spasmArticles',
    loweredBy: 'known',
  }),
]);

const ofTheBody = written([
  flag('5', 'saddle-or-bladder', 'absolute', {
    question: 'Is it numb between the legs?',
    finding: 'numbness between the legs',
    advice: today,
    from: 'caudaEquina',
  }),
  flag('5a', 'bladder-or-bowels', 'absolute', {
    question: 'Is it newly hard to hold or pass urine or stool?',
    finding: 'new trouble with bladder or bowels',
    advice: today,
    from: 'caudaEquina',
  }),
  flag('6', 'fever', 'absolute', {
    question: 'Is there a fever now?',
    finding: 'fever',
    advice: seeDoctor,
    from: 'spasmArticles',
  }),
  flag('7', 'chest-or-breath', 'absolute', {
    question: 'Is there pain in the chest?',
    finding: 'chest pain',
    advice: today,
    from: 'nhsHelp',
  }),
  flag('7a', 'breathless', 'absolute', {
    question: 'Is the person short of breath?',
    finding: 'shortness of breath',
    advice: today,
    from: 'nhsHelp',
    loweredBy: 'known',
  }),
  flag('8', 'dark-urine', 'absolute', {
    question: 'Is the urine dark like cola?',
    finding: 'dark urine',
    advice: today,
    from: 'nhsHelp',
  }),
  flag('9', 'vomiting-or-diarrhoea', 'override', {
    question: 'Is there vomiting or the runs with the cramps?',
    finding: 'vomiting or diarrhoea with the cramps',
    advice: `${seeDoctor} Drink enough.`,
    from: 'spasmArticles',
  }),
  flag('11', 'one-calf', 'absolute', {
    question: 'Is one calf swollen, warm or sore, and the other not?',
    finding: 'one calf is swollen or warm',
    advice: 'Go to a hospital today.',
    from: 'nhsClot',
  }),
  flag('13', 'cold-pale-limb', 'absolute', {
    question: 'Is an arm or a leg suddenly cold, pale or sore?',
    finding: 'an arm or a leg that is suddenly cold, pale or painful',
    advice: 'Call for an ambulance now.',
    from: 'general',
  }),
  flag('14', 'belly-pain', 'absolute', {
    question: 'Is there strong belly pain that nobody can explain?',
    finding: 'strong belly pain without a known cause',
    onlyAt: trunkSites,
    elsewhere: 'override',
    advice: 'See a doctor today.',
    from: 'nhsHelp',
  }),
]);

export const redFlags = [...ofTheSpasm, ...ofTheBody];

/** Asked at each start, because the last session may have left it. */
export const skinFlags = written([
  flag('12', 'skin-after-cold', 'absolute', {
    question: 'Has cold ever left the skin grey, white, hard or with a blister?',
    finding: 'skin that did not recover from cold',
    advice: seeDoctor,
    from: 'fda2020',
    loweredBy: 'healed',
  }),
  flag('12a', 'numb-after-cold', 'absolute', {
    question: 'Has cold ever left the skin numb for more than 20 minutes?',
    finding: 'skin that stayed numb after cold',
    advice: seeDoctor,
    from: 'fda2020',
    loweredBy: 'healed',
  }),
]);
