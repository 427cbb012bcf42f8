/**
 * What is cited anywhere in this project, once, with what it may be cited for. A source says what it was found to say, of
 * whom it says it, and nothing more; what is carried over from another field is called borrowed.
 */
export interface Source {
  /** Author and year, and where to find it. */
  readonly citation: string;
  /** What it may be cited for. */
  readonly says: string;
}

const list = {
  alduchov1996: {
    citation: 'Alduchov & Eskridge 1996',
    says: 'coefficients of the Magnus formula of the dew point',
  },
  algafly2007: {
    citation: 'Algafly & George 2007, Br J Sports Med 41:365',
    says: 'at 10 °C of skin a nerve conducts a third (32.8 %) slower',
  },
  apa2001: {
    citation: 'APA 2001, guideline on electrophysical agents',
    says: 'feeling for warm and cool is tested before heat or cold is given',
  },
  baldinger2012: {
    citation: 'Baldinger 2012, Cochrane review CD004157',
    says: 'cramps in ALS: 20 trials, none of them of a physical therapy',
  },
  bassett1992: {
    citation: 'Bassett 1992',
    says: 'nerve palsies after cold over shallow nerves',
  },
  bieuzen2013: {
    citation: 'Bieuzen 2013, PLoS ONE 8(4):e62356',
    says: 'review of contrast baths: better than rest for sore muscles, not better than other means, every trial at a high risk of bias; their protocols are in its table 1, cold from 8 °C',
  },
  bertolasi1993: {
    citation: 'Bertolasi 1993, 10.1002/ana.410330207',
    says: 'a passive stretch stopped a cramp that was set off, at once, in ten healthy people',
  },
  bmc2022: {
    citation: 'BMC Musculoskelet Disord 2022, 23:669',
    says: 'contrast by Peltier plates on the trapezius: three parts heat to one of cold helped, one to one did not',
  },
  breg: {
    citation: 'Breg Polar Care warnings',
    says: 'a dry barrier, skin that is looked at, a patient who is awake, no use after a reaction of the skin',
  },
  caudaEquina: {
    citation: 'cauda equina cards of Greenhalgh, Mercer and Finucane',
    says: 'numbness between the legs and new trouble with bladder or bowels need help at once',
  },
  clinicalGate: {
    citation: 'clinicalgate.com, chapter 42',
    says: 'disorders of the blood that cold sets off',
  },
  coldRules: {
    citation: 'medicalalgorithms.com, contraindications to cold therapy',
    says: 'numbness, poor circulation, Raynaud’s, hives from cold, blood disorders set off by cold, severe illness of heart and lungs',
  },
  bugaj1975: {
    citation: 'Bugaj 1975',
    says: 'skin under ice is numb from about 13.6 °C down, and stays so for about three minutes after the cooling',
  },
  collins1986: {
    citation: 'Collins 1986',
    says: 'nerve palsy after ice',
  },
  defrin2006: {
    citation: 'Defrin 2006',
    says: 'heat pain at 42 °C as the mean of a group: some feel it earlier, and the method shifts it by 3 °C',
  },
  deroyal: {
    citation: 'DeRoyal TempTherapy, contraindications',
    says: 'a maker’s list: numbness, a patient who cannot report, poor circulation, Raynaud’s, over-sensitivity, earlier injury by cold or heat, cancer, infection, wounds, pregnancy, diabetes, blood that clots easily, cold at 12 years and below',
  },
  dysreflexia: {
    citation: 'guideline on autonomic dysreflexia, PMC8152175',
    says: 'after an injury of the spinal cord the blood pressure can leap, with a pounding headache',
  },
  eai2018: {
    citation: 'PMC6047836',
    says: 'net-like marks (erythema ab igne) come of heat below 45 °C that is used again and again',
  },
  fda2020: {
    citation: 'FDA safety communication on cold therapy devices 2020',
    says: '15 reports of injury of skin and nerves from 2015 to 2019, with changed colour and numbness as signs, and that skin is looked at; it gives no minutes',
  },
  fdaLabel: {
    citation: 'FDA label text for heating and cooling devices (second-hand)',
    says: 'not on anybody who cannot feel it or cannot say so',
  },
  general: {
    citation: 'general clinical knowledge, for a clinician to review',
    says: 'no publication: nobody has looked it up',
  },
  geng2006: {
    citation: 'Geng 2006, Ann Occup Hyg 50:851',
    says: 'fingertips of 40 people on cold metal for at most 120 s: pain at 15 °C, numbness at 7 °C',
  },
  greenhalgh2021: {
    citation: 'Greenhalgh 2021, 10.1080/10833196.2020.1850163',
    says: 'consensus on contrast: cold 8 to 15 °C, hot 35.5 to 45 °C, 6 to 31 min in all',
  },
  heatRules: {
    citation: 'medicalalgorithms.com, contraindications to heat therapy',
    says: 'numbness, a patient who cannot report, poor circulation, earlier injury by heat, bleeding, inflammation',
  },
  higgins1998: {
    citation: 'Higgins & Kaminski 1998',
    says: 'contrast bath of 31 min hardly changes the muscle under it',
  },
  houghton2010: {
    citation: 'Houghton, Nussbaum & Hoens 2010, Physiother Can 62(5), PMC3031347',
    says: 'the main list of contraindications of the field; its ratings could not be read',
  },
  iceReview: {
    citation: 'review of ice therapy (second-hand)',
    says: 'no ice on numb skin or with severe illness of heart and vessels',
  },
  khoshnevis2015: {
    citation: 'Khoshnevis 2015, PMC4395553',
    says: 'vessels stay narrow long after cooling, though the skin is warm again',
  },
  khoshnevis2016: {
    citation: 'Khoshnevis 2016, J Biomech Eng 138:031004',
    says: 'six knees, cooled for 60 min: blood flow was still low when watching ended, after 120 min',
  },
  leaflets: {
    citation: 'leaflets for patients (common advice)',
    says: 'cold can set off a crisis of sickle cell disease',
  },
  lectureNotes: {
    citation: 'electrotherapy lecture notes (second-hand)',
    says: 'no cold on a healing nerve, with Raynaud’s, hives from cold, or blood disorders set off by cold',
  },
  martin2017: {
    citation: 'Martin & Falder 2017, Burns 43:1624',
    says: 'how the times of Moritz & Henriques 1947 are misread',
  },
  martins2011: {
    citation: 'Martins 2011, Rev Andal Med Deporte 4:129',
    says: 'a contrast protocol that begins cold, 1 min to 4',
  },
  moeller1997: {
    citation: 'Moeller 1997, Clin J Sport Med 7:212',
    says: 'a nerve of the leg palsied by 20 min of ice',
  },
  moritz1947: {
    citation: 'Moritz & Henriques 1947',
    says: 'skin is injured after about 6 h at 44 °C and 3 h at 45 °C',
  },
  myrer1994: {
    citation: 'Myrer 1994, J Athl Train 29:318',
    says: 'contrast bath of 40.6 and 15.6 °C, 4 min to 1',
  },
  myrer1997: {
    citation: 'Myrer 1997, J Athl Train 32:238',
    says: 'hot and cold packs of 5 min each hardly change the muscle under them',
  },
  neurophysiology1999: {
    citation: 'J Clin Neurophysiol 1999, 16:462',
    says: 'thresholds of feeling are tested with 1 °C/s; it says nothing of comfort or safety',
  },
  pennes1948: {
    citation: 'Pennes 1948',
    says: 'how blood carries heat in tissue',
  },
  nhsClot: {
    citation: 'NHS page on blood clots in the leg',
    says: 'one leg or arm that swells, is warm and sore needs a doctor the same day',
  },
  nhsHelp: {
    citation: 'NHS pages on when to get help',
    says: 'chest pain and new breathlessness are an emergency, dark urine with muscle pain and strong belly pain without a known cause need a doctor today, pain at night that nothing eases an appointment',
  },
  okabe2008: {
    citation: 'Okabe & Ito 2008',
    says: 'colours that colour-blind people tell apart',
  },
  sapareto1984: {
    citation: 'Sapareto & Dewey 1984',
    says: 'CEM43, the dose of heat in minutes at 43 °C',
  },
  sawada2021: {
    citation: 'Sawada 2021, 10.1186/s40101-021-00275-9',
    says: 'contrast by Peltier plates on the trapezius',
  },
  spasmArticles: {
    citation:
      'articles on muscle spasm by a physiotherapy practice, a clinic and a massage therapist',
    says: 'see a doctor where spasms come more often or grow worse, with a muscle that shrinks, new weakness or numbness, fever, vomiting, or after an accident; medicines and thirst go with cramps',
  },
  sportsInjury: {
    citation: 'sportsinjuryclinic.net (second-hand)',
    says: 'no cold with Raynaud’s or over-sensitivity to it; nothing on broken skin',
  },
  stryker: {
    citation: 'Stryker T/Pump TP600 manual',
    says: 'a maker’s list: poor circulation, Raynaud’s, cancer, bleeding, implants, creams under the pad, another source of heat, and an injury of the last 24 to 48 h',
  },
  studyCards: {
    citation: 'physiotherapy study cards (second-hand)',
    says: 'poor circulation, blood clots, cancer, bleeding, fresh injury, illness of heart and vessels',
  },
  theraCare: {
    citation: 'Thera Care heat wrap manual (second-hand)',
    says: 'no creams or patches under heat',
  },
  vanRhoon2013: {
    citation: 'van Rhoon 2013, Eur Radiol 23:2215',
    says: 'CEM43 below 2 for anybody, below 9 with a trained person, and 39 °C for everyone: of hot spots in MRI, borrowed here',
  },
  blackman2018: {
    citation: 'Blackman & Vigna 2018',
    says: 'a generator of random numbers',
  },
  xu2009: {
    citation: 'Xu & Lu 2009',
    says: 'properties of skin and the tissue under it',
  },
  wearable2022: {
    citation: 'pubmed 35949385',
    says: 'timing of a knee wearable, 3 and 3 min',
  },
  yarmolenko2011: {
    citation: 'Yarmolenko 2011, Int J Hyperthermia 27:320',
    says: 'thresholds of damage by heat; next to nothing is known on repeated exposure',
  },
} as const satisfies Record<string, Source>;

export type SourceId = keyof typeof list;
/** Every publication that anything here rests on. */
export const sources: Readonly<Record<SourceId, Source>> = Object.freeze(list);

/** `Geng 2006, Ann Occup Hyg 50:851; Greenhalgh 2021, …` */
export const citationsOf = (ids: readonly SourceId[]): string =>
  ids.map((id) => sources[id].citation).join('; ');
