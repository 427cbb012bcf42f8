/** The screening as the terminal asks and prints it: English, in which keys and placeholders are defined. */
import type { Catalogue } from './catalogue.ts';

export const askingEn = {
  'keys.text': '[Enter] go on   [Esc] back   [Ctrl-C] STOP',
  'keys.answer': '[y] yes   [n] no   [b] back   [c] cancel   [s] STOP',
  'keys.confirm': '[y] they are right   [b] back   [c] cancel   [s] STOP',
  'answer.yes': 'yes',
  'answer.no': 'no',
  'ask.title': 'Screening for {site}',
  'ask.question': '{title}: question {number} of {total}, {layer}',
  'ask.before': '  answered before: {answer}',
  'layer.lasting': 'Lasting facts',
  'layer.site': 'The place where the plate is to lie',
  'layer.today': 'Today',
  'layer.start': 'At this start',
  'ask.confirmer':
    'Whoever says that what is answered now is right gives their name; both answers are recorded. Leave it empty if nobody does.',
  'ask.confirmerName': '? Name of who confirms: {typed}_',
  'ask.decide':
    'A clinician may decide to treat all the same, with reduced limits. Leave the name empty if none does.',
  'ask.clinician': '? Name of the clinician: {typed}_',
  'ask.reason': '? Reason of the clinician: {typed}_',
  'ask.healed':
    'Has a clinician looked at it and written that it has healed? Leave the name empty if none has.',
  'ask.known': 'Is it long known, and has a clinician seen it? Leave the name empty if none has.',
  'ask.seenOn': 'The day on which they saw it, as it is written down. Leave it empty if none is.',
  'ask.day': '? Day, such as 2026-11-02: {typed}_',
  'ask.notTaken': '  not taken: {why}',
  'ask.newOrWorse': '? Is it new or worse since {name} saw it on {day}?',
  'ask.allRight': '? Are all answers right?',
  'found.nothing': 'Nothing was found.',
  'verdict.may': 'May be treated. {limits}',
  'verdict.decided': 'May be treated, as {name} decided: {reason}. {limits}',
  'verdict.not': 'Not to be treated now.',
  'limits.clinic': 'The clinic’s limits hold.',
  'limits.reduced': 'Reduced limits: {limits}.',
  'reduced.words':
    'hot at most {hot} °C, cold at least {cold} °C, at most {phase} min a phase and {all} min in all, dose at most {dose} CEM43 min, at most {sessions} sessions a day, {gap} min apart',
  'later.title': 'The skin after the last session: {places}',
  'later.how': '? Look at it, and feel it. How is it?',
  'later.fineWaits': '  fine: press Enter',
  'later.keys':
    '[k] and Enter fine   [u] not sure   [w] something is wrong   [c] cancel   [s] STOP',
  'later.what': '? What is wrong?',
  'later.markKeys': '[Enter] that is all   [Ctrl-C] STOP',
  'list.title': 'Screening before a treatment, Contrast Companion {version}',
  'list.notAdvice': 'Not medical advice: engineering defaults for a clinician to review.',
  'list.never':
    'never                nobody can decide against it; nor against a question left open',
  'list.decides': 'a clinician decides  with name and reason; reduced limits',
  'list.known':
    'known, healed        a dated word lowers it; “new or worse since” cancels the word',
  'list.care': 'with care            reduced limits: {limits}',
  'list.sites': 'Where the plate may lie',
  'list.siteShort': '{rating}, cold phases at most {minutes} min: {why}',
  'list.siteWords': '{rating}: {why}',
  'list.boxes': '[ ] yes  [ ] no     {id}',
  'list.means': '{answer} means: contrast {contrast} (heat {heat}, cold {cold})',
  'list.onlyAt': 'at {sites}; elsewhere {rating}',
  'list.shortCold': 'a cold phase at most {minutes} min',
  'list.twice': 'skin checks twice as often',
  'list.source': 'source',
  'list.hazard': 'hazard',
  'rating.none': 'no objection',
  'rating.precaution': 'with care',
  'rating.override': 'a clinician decides',
  'rating.absolute': 'never',
  'lowered.healed':
    'with care where a clinician has looked and written down, with name and date, that it has healed',
  'lowered.known':
    'with care where it is known and a clinician wrote down, with name and date, at most {days} days ago, that they saw it',
} as const;

export type AskingWords = typeof askingEn;
export type AskingCatalogue = Catalogue<AskingWords>;
