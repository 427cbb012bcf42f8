/** Lasting facts, asked in German. */
import type { QuestionCatalogue } from './screening.ts';

export const germanLasting = {
  'poor-circulation': {
    question: 'Ist dieser Teil des Körpers schlecht durchblutet?',
    hint: 'Enge oder harte Arterien, Buerger-Krankheit, zu wenig Blut in der Haut.',
    finding: 'die Stelle ist schlecht durchblutet',
  },
  raynaud: {
    question: 'Werden Finger oder Zehen in der Kälte weiß oder blau (Raynaud)?',
    finding: 'Raynaud-Syndrom',
  },
  'cold-oversensitive': {
    question: 'Bekommt die Person von Kälte Quaddeln, Schwellungen oder starke Schmerzen?',
    finding: 'Kälte macht Quaddeln, Schwellungen oder ungewöhnliche Schmerzen',
  },
  'cold-blood-disorder': {
    question: 'Hat die Person eine Blutkrankheit, die durch Kälte ausbricht?',
    hint: 'Kryoglobuline, Kälteagglutinine, dunkler Urin nach Kälte.',
    finding: 'eine Blutkrankheit, die durch Kälte ausbricht',
  },
  'sickle-cell': {
    question: 'Hat die Person die Sichelzellkrankheit?',
    finding: 'Sichelzellkrankheit',
  },
  'cold-worsens-weakness': {
    question: 'Macht Kälte die Krämpfe, die Steifheit oder die Schwäche schlimmer?',
    finding: 'Kälte macht Krämpfe, Steifheit oder Schwäche schlimmer',
  },
  'cold-worsens-much': {
    question: 'Macht Kälte die Krämpfe oder die Schwäche viel schlimmer?',
    finding: 'Kälte macht Krämpfe, Steifheit oder Schwäche viel schlimmer',
  },
  'cold-muscle': {
    question: 'Blockieren die Muskeln in der Kälte (Myotonie, periodische Lähmung)?',
    finding: 'die Muskeln blockieren in der Kälte',
  },
  'cold-injury-before': {
    question: 'Hatte diese Stelle jemals eine Erfrierung?',
    finding: 'eine frühere Kälteverletzung an der Stelle',
  },
  'heat-injury-before': {
    question: 'Hat eine Wärmebehandlung jemals eine Verbrennung oder eine Blase hinterlassen?',
    finding: 'eine frühere Verletzung durch eine Wärmebehandlung',
  },
  'heat-oversensitive': {
    question: 'Tut milde Wärme weh, oder macht sie Ausschlag?',
    finding: 'überempfindlich gegen Wärme',
  },
  'net-marks': {
    question: 'Gibt es dort, wo gewärmt wurde, eine braune oder rote netzartige Zeichnung?',
    finding: 'netzartige Zeichnung durch Wärme',
  },
  'heat-intolerant': {
    question: 'Macht Wärme die Person krank oder schwach?',
    finding: 'Wärme wird schlecht vertragen',
  },
  bleeding: {
    question: 'Blutet die Person zu leicht, oder blutet sie jetzt?',
    finding: 'eine Neigung zu Blutungen, oder eine Blutung jetzt',
  },
  'unsettled-blood-thinner': {
    question: 'Nimmt die Person einen Blutverdünner, dessen Dosis sich noch ändert?',
    finding: 'ein Blutverdünner, dessen Dosis sich noch ändert',
  },
  'stable-blood-thinner': {
    question: 'Nimmt die Person einen Blutverdünner in fester Dosis?',
    finding: 'ein Blutverdünner in fester Dosis',
  },
  clotting: {
    question: 'Hat eine Ärztin oder ein Arzt gesagt, dass das Blut der Person zu leicht gerinnt?',
    finding: 'Blut, das zu leicht gerinnt',
  },
  diabetes: {
    question: 'Hat die Person Diabetes?',
    finding: 'Zuckerkrankheit (Diabetes)',
  },
  'diabetes-nerve-damage': {
    question: 'Hat Diabetes die Nerven geschädigt: taube oder brennende Füße?',
    finding: 'Diabetes mit Nervenschaden',
  },
  'heart-disease': {
    question: 'Hat die Person eine schwere Krankheit des Herzens oder der Blutgefäße?',
    hint: 'Etwa Angina pectoris (Enge in der Brust) oder ein schwaches Herz.',
    finding: 'eine schwere Krankheit von Herz oder Blutgefäßen',
  },
  'high-pressure': {
    question: 'Ist der Blutdruck trotz Tabletten zu hoch?',
    finding: 'Blutdruck, der nicht gut eingestellt ist',
  },
  dysreflexia: {
    question: 'Ist das Rückenmark in Höhe der Brust oder darüber verletzt?',
    finding: 'eine Verletzung des Rückenmarks in Höhe der Brust oder darüber',
  },
  'dysreflexia-attack': {
    question: 'Gab es wegen eines verletzten Rückenmarks jemals pochende Kopfschmerzen?',
    finding: 'Anfälle von autonomer Dysreflexie',
  },
  'motor-neuron-disease': {
    question: 'Hat die Person ALS oder eine ähnliche Nervenkrankheit?',
    finding: 'ALS oder eine andere Krankheit der motorischen Nervenzellen',
  },
  'multiple-sclerosis': {
    question: 'Hat die Person Multiple Sklerose (MS)?',
    finding: 'Multiple Sklerose',
  },
  'dulling-medicine': {
    question: 'Nimmt die Person ein Medikament, das das Gefühl dämpft oder schläfrig macht?',
    hint: 'Etwa ein Opioid, Diazepam, Baclofen, Gabapentin oder Trihexyphenidyl.',
    finding: 'ein Medikament, das Gefühl oder Wachheit dämpft',
  },
  quinine: {
    question: 'Nimmt die Person Chinin?',
    finding: 'Chinin, das die Blutstillung stören kann',
  },
  child: {
    question: 'Ist die Person 12 Jahre alt oder jünger?',
    finding: '12 Jahre alt oder jünger',
  },
  minor: {
    question: 'Ist die Person jünger als 18?',
    finding: 'jünger als 18',
  },
  'aged-75': {
    question: 'Ist die Person 75 oder älter?',
    finding: '75 oder älter',
  },
  frail: {
    question: 'Ist die Person gebrechlich oder sehr dünn?',
    finding: 'gebrechlich oder sehr dünn',
  },
} as const satisfies QuestionCatalogue;
