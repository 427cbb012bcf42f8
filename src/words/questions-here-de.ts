/** The place where the plate is to lie, and what is true only of the moment of the start, asked in German. */
import type { QuestionCatalogue } from './screening.ts';

const ofThePlace = {
  'feeling-tested': {
    question: 'Wurde das Gefühl hier mit zwei Löffeln geprüft?',
    hint: 'Ein Löffel aus kühlem Leitungswasser, einer aus handwarmem Wasser; berühren Sie beide zuerst selbst. Die Person schließt die Augen: Berühren Sie die Stelle sechsmal, kühl und warm gemischt, dann dieselbe Stelle auf der anderen Seite.',
    finding: 'das Gefühl an der Stelle wurde nicht geprüft',
  },
  'numb-site': {
    question:
      'War bei der Prüfung mit den Löffeln auch nur eine Antwort falsch oder weniger klar als auf der anderen Seite?',
    finding: 'das Gefühl an der Stelle ist schwach oder fehlt',
  },
  'healing-nerve': {
    question: 'Heilt hier ein verletzter Nerv?',
    finding: 'ein Nerv, der heilt oder vor Kurzem genäht wurde',
  },
  'cancer-near-site': {
    question: 'Gibt es an dieser Stelle oder in ihrer Nähe aktiven Krebs?',
    finding: 'aktiver Krebs an der Stelle oder in ihrer Nähe',
  },
  radiotherapy: {
    question: 'Bekam diese Stelle in den letzten 6 Monaten eine Strahlentherapie?',
    finding: 'Strahlentherapie an der Stelle vor Kurzem',
  },
  'radiotherapy-skin': {
    question: 'Ist die Haut hier durch eine Strahlentherapie dünn oder verändert?',
    finding: 'Haut, die eine Strahlentherapie verändert hat',
  },
  'thin-skin': {
    question: 'Ist die Haut hier dünn wie Papier?',
    finding: 'dünne Haut',
  },
  'surgery-or-implant': {
    question: 'Liegt unter dieser Stelle Metall, Knochenzement oder ein anderes Implantat?',
    finding: 'ein Implantat an der Stelle',
  },
  'surgery-here': {
    question: 'Wurde hier in den letzten Wochen operiert?',
    finding: 'eine Operation an der Stelle vor Kurzem',
  },
  'implanted-electronics': {
    question: 'Ist nahe dieser Stelle ein Herzschrittmacher oder ein anderes Gerät eingesetzt?',
    finding: 'eingesetzte Elektronik nahe der Stelle',
  },
  pump: {
    question: 'Liegt nahe dieser Stelle eine Medikamentenpumpe unter der Haut?',
    finding: 'eine Medikamentenpumpe unter der Haut nahe der Stelle',
  },
  'forbidden-site': {
    question: 'Ist diese Stelle nahe an Augen, Gesicht, vorderem Hals oder Geschlechtsorganen?',
    finding: 'eine Stelle, an der die Platte nie liegen darf',
  },
  'nerve-or-bone': {
    question: 'Liegt hier Knochen oder ein Nerv direkt unter der Haut, wie außen am Knie?',
    finding: 'ein Nerv oder Knochen dicht unter der Haut der Stelle',
  },
  'growth-plate': {
    question: 'Ist diese Stelle nahe am Ende eines Knochens, der noch wächst?',
    finding: 'eine Wachstumsfuge unter der Stelle',
  },
} as const satisfies QuestionCatalogue;

const beforeIt = {
  'cannot-report': {
    question: 'Wäre es der Person unmöglich, sofort zu sagen oder zu zeigen, dass es wehtut?',
    finding: 'die Person kann nicht sofort melden, wenn etwas unangenehm ist',
  },
  'broken-skin': {
    question: 'Ist die Haut offen, verbrannt oder wund, oder hat sie Ausschlag oder eine Blase?',
    finding: 'die Haut an der Stelle ist nicht heil und gesund',
  },
  'skin-graft': {
    question: 'Ist hier neu verpflanzte Haut?',
    finding: 'vor Kurzem verpflanzte Haut',
  },
  'liniment-or-patch': {
    question: 'Ist hier eine Creme, ein Einreibemittel oder ein Medikamentenpflaster auf der Haut?',
    hint: 'Etwa mit Menthol, Capsaicin oder Fentanyl.',
    finding: 'ein Einreibemittel, eine Creme oder ein Medikamentenpflaster auf der Stelle',
  },
  'other-source': {
    question: 'Wärmt oder kühlt noch etwas anderes diese Stelle?',
    finding: 'etwas anderes wärmt oder kühlt die Stelle',
  },
  'too-soon': {
    question:
      'Hatte dieser Teil des Körpers innerhalb der Ruhezeit von 120 Minuten Wärme oder Kälte?',
    hint: 'Oder innerhalb der längeren Ruhezeit, die die Klinik festgelegt hat. Was eine abschließende Kälte erst zu Ende bringen soll, zählt nicht.',
    finding: 'die Ruhezeit seit der letzten Behandlung an der Stelle ist zu kurz',
  },
  'reaction-last-time': {
    question:
      'Hinterließ die letzte Behandlung einen Fleck, eine Blase, Quaddeln oder Taubheit von mehr als 20 Minuten?',
    finding: 'eine schlechte Reaktion auf die letzte Behandlung',
  },
  'skin-after-cold': {
    question: 'War die Haut nach Kälte jemals grau, weiß oder hart, oder hatte sie eine Blase?',
    finding: 'Haut, die sich von Kälte nicht erholt hat',
  },
  'numb-after-cold': {
    question: 'War die Haut nach Kälte jemals länger als 20 Minuten taub?',
    finding: 'Haut, die nach Kälte taub blieb',
  },
} as const satisfies QuestionCatalogue;

/** What must be so: of these the clear answer is yes. */
const mustBe = {
  'stroke-felt': {
    question: 'Ist ein leichtes Streichen hier so deutlich zu spüren wie auf der anderen Seite?',
    hint: 'Streichen Sie mit einem Finger über beide, eine Seite nach der anderen; die Person schließt die Augen.',
    finding: 'ein leichtes Streichen ist nicht so deutlich zu spüren wie auf der anderen Seite',
  },
  'lie-and-breathe': {
    question: 'Kann die Person die ganze Zeit so liegen und gut atmen?',
    finding: 'die Person kann nicht so lange liegen und leicht atmen',
  },
  'barrier-dry': {
    question: 'Liegt ein trockenes Tuch zwischen Platte und Haut?',
    finding: 'zwischen Platte und Haut liegt kein trockenes Tuch',
  },
  strap: {
    question: 'Passen zwei Finger unter den Gurt?',
    hint: 'Wo kein Gurt ist, ist die Antwort Ja.',
    finding: 'der Gurt ist zu eng',
  },
  'skin-inspected': {
    question: 'Hat gerade jemand die Haut angesehen?',
    finding: 'niemand hat die Haut angesehen',
  },
  awake: {
    question: 'Ist die Person hellwach?',
    finding: 'die Person ist nicht wach',
  },
  'not-alone': {
    question: 'Bleibt jemand bei der Person?',
    finding: 'die Person wäre allein',
  },
  'stop-in-reach': {
    question: 'Kann die Person den STOPP-Knopf oder einen Schalter erreichen?',
    finding: 'die Person kann nichts erreichen, womit sie anhält',
  },
  'stop-tried': {
    question: 'Hat die Person STOPP einmal ausprobiert?',
    finding: 'STOPP wurde nicht ausprobiert',
  },
} as const satisfies QuestionCatalogue;

export const germanHere = { ...ofThePlace, ...beforeIt, ...mustBe } as const;
