/** How the person and the place are today, asked in German. */
import type { QuestionCatalogue } from './screening.ts';

export const germanToday = {
  'getting-worse': {
    question: 'Sind die Krämpfe schlimmer oder häufiger als letztes Mal?',
    finding: 'die Krämpfe werden schlimmer oder häufiger',
  },
  'rest-pain': {
    question: 'Gibt es nachts oder in Ruhe Schmerzen, die durch nichts besser werden?',
    finding: 'Schmerzen nachts oder in Ruhe, die durch nichts besser werden',
  },
  'muscle-wasting': {
    question: 'Ist ein Muskel kleiner geworden?',
    finding: 'Muskelschwund',
  },
  'severe-spasms': {
    question: 'Sind die Krämpfe stark und zugleich häufig?',
    finding: 'häufige starke Krämpfe',
  },
  'new-weakness': {
    question: 'Ist irgendein Teil des Körpers schwächer als vor einigen Wochen?',
    finding: 'neue Schwäche',
  },
  'new-numbness': {
    question: 'Kribbelt irgendein Teil des Körpers neuerdings, oder ist er neuerdings taub?',
    finding: 'neues Kribbeln oder neue Taubheit',
  },
  trauma: {
    question: 'Begann der Krampf mit einem Sturz, einem Schlag oder einem anderen Unfall?',
    finding: 'der Krampf begann mit einem Unfall',
  },
  'saddle-or-bladder': {
    question: 'Ist es zwischen den Beinen taub?',
    finding: 'Taubheit zwischen den Beinen',
  },
  'bladder-or-bowels': {
    question: 'Ist es seit Kurzem schwer, Urin oder Stuhl zu halten oder abzugeben?',
    finding: 'neue Störungen von Harnblase oder Darm',
  },
  fever: {
    question: 'Hat die Person jetzt Fieber?',
    finding: 'Fieber',
  },
  'chest-or-breath': {
    question: 'Hat die Person Schmerzen in der Brust?',
    finding: 'Schmerzen in der Brust',
  },
  breathless: {
    question: 'Bekommt die Person schwer Luft?',
    finding: 'Atemnot',
  },
  'dark-urine': {
    question: 'Ist der Urin dunkel wie Cola?',
    finding: 'dunkler Urin',
  },
  'vomiting-or-diarrhoea': {
    question: 'Kommen zu den Krämpfen Erbrechen oder Durchfall?',
    finding: 'Erbrechen oder Durchfall zu den Krämpfen',
  },
  'one-calf': {
    question: 'Ist eine Wade geschwollen, warm oder schmerzhaft, und die andere nicht?',
    finding: 'eine Wade ist geschwollen oder warm',
  },
  'cold-pale-limb': {
    question: 'Ist ein Arm oder ein Bein plötzlich kalt, blass oder schmerzhaft?',
    finding: 'ein Arm oder ein Bein, das plötzlich kalt, blass oder schmerzhaft ist',
  },
  'belly-pain': {
    question: 'Gibt es starke Bauchschmerzen, die niemand erklären kann?',
    finding: 'starke Bauchschmerzen ohne bekannte Ursache',
  },
  'fresh-injury': {
    question:
      'Bekam diese Stelle in den letzten 72 Stunden eine Verletzung oder einen blauen Fleck?',
    finding: 'eine Verletzung oder ein blauer Fleck aus den letzten 72 Stunden',
  },
  'blood-pool': {
    question: 'Gibt es unter der Haut eine Beule aus Blut?',
    finding: 'eine Ansammlung von Blut unter der Haut',
  },
  infection: {
    question: 'Ist die Stelle heiß, rot oder dunkler, oder gibt es Eiter?',
    finding: 'eine akute Entzündung oder Infektion an der Stelle',
  },
  swelling: {
    question: 'Ist die Stelle geschwollen?',
    finding: 'eine geschwollene Stelle',
  },
  'limb-thicker': {
    question: 'Ist dieser Arm oder dieses Bein dicker als auf der anderen Seite?',
    finding: 'ein Arm oder ein Bein ist dicker als auf der anderen Seite',
  },
  'vein-clot': {
    question: 'Könnte es ein Blutgerinnsel oder eine schmerzende Vene geben?',
    finding: 'ein Blutgerinnsel oder eine entzündete Vene, bekannt oder vermutet',
  },
  'pregnant-trunk': {
    question: 'Könnte die Person schwanger sein?',
    finding: 'Schwangerschaft, mit einer Stelle an Bauch, Rücken oder Becken',
  },
  'systemic-illness': {
    question: 'Ist der ganze Körper krank, wie bei Grippe oder Tuberkulose?',
    finding: 'eine Krankheit des ganzen Körpers',
  },
  'fever-lately': {
    question: 'Hatte die Person in den letzten Tagen Fieber?',
    finding: 'Fieber in den letzten Tagen',
  },
  botulinum: {
    question: 'Wurde in den letzten Wochen Botox in diese Stelle gespritzt?',
    finding: 'Botulinumtoxin an der Stelle vor Kurzem',
  },
  dehydrated: {
    question: 'Hat die Person zu wenig getrunken oder viel geschwitzt?',
    finding: 'zu wenig Flüssigkeit',
  },
} as const satisfies QuestionCatalogue;
