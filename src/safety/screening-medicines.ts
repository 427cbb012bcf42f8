/** Medicines and signs that go with spasm and change how heat and cold are felt or borne. */
import { both, source } from './screening-item.ts';
import type { ScreeningItem } from './screening-item.ts';

export const medicinesAndSigns: readonly ScreeningItem[] = [
  {
    id: 'dulling-medicine',
    row: 'M1',
    question:
      'Does the person take something that dulls feeling or alertness: an opioid, diazepam, baclofen, gabapentin, trihexyphenidyl or the like?',
    problem: 'yes',
    finding: 'a medicine that dulls feeling or alertness',
    ...both('precaution'),
    checksTwiceAsOften: true,
    advice: 'Check the skin twice as often, and do not leave the person alone.',
    sources: [source.spasmArticles],
    hazards: ['H20', 'H21'],
  },
  {
    id: 'quinine',
    row: 'M2',
    question: 'Does the person take quinine?',
    problem: 'yes',
    finding: 'quinine, which can disturb bleeding',
    ...both('precaution'),
    sources: [source.spasmArticles],
    hazards: ['H20'],
  },
  {
    id: 'botulinum',
    row: 'M3',
    question: 'Was botulinum toxin injected at the site in recent weeks?',
    problem: 'yes',
    finding: 'recent botulinum toxin at the site',
    ...both('override'),
    sources: [source.spasmArticles],
    hazards: ['H20'],
  },
  {
    id: 'dehydrated',
    row: 'M4',
    question: 'Has the person drunk too little, or lost much fluid or sweat?',
    problem: 'yes',
    finding: 'too little fluid',
    ...both('precaution'),
    advice: 'Drink enough.',
    sources: [source.spasmArticles],
    hazards: ['H20', 'H35'],
  },
];
