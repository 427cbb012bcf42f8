/** Questions, sites, alarms and hazards in a language: English stands where each of them is defined. */
import type { AlarmWords, QuestionWords, SiteWords } from '../words/language-words.ts';
import * as languages from '../words/languages.ts';
import type { Tongue } from '../words/tongue.ts';
import { presets } from '../limits/presets.ts';
import type { AlarmId } from './alarm-table.ts';
import { hazardNames, isHazardId } from './hazards.ts';
import type { HazardId } from './hazards.ts';
import type { QuestionId } from './screening-checklist.ts';
import type { WrittenItem } from './screening-item.ts';
import { siteOf } from './screening-sites.ts';
import type { BodySite, SiteId } from './screening-sites.ts';

/** For everything that there is here, every language has words: what is forgotten in one does not compile. */
interface WordsForAll {
  readonly alarms: Readonly<Record<AlarmId, AlarmWords>>;
  readonly questions: Readonly<Record<QuestionId, QuestionWords>>;
  readonly sites: Readonly<Record<SiteId, SiteWords>>;
  readonly hazards: Readonly<Record<HazardId, string>>;
}
languages satisfies Readonly<Record<string, WordsForAll>>;

const wordsIn = <Words>(
  catalogue: Readonly<Record<string, Words>> | undefined,
  id: string,
): Words | undefined =>
  catalogue !== undefined && Object.hasOwn(catalogue, id) ? catalogue[id] : undefined;

export const questionIn = (
  { translated }: Tongue,
  item: Pick<WrittenItem, 'id' | 'question' | 'hint' | 'finding'>,
): QuestionWords => wordsIn(translated?.questions, item.id) ?? item;

export const siteIn = (
  { translated }: Tongue,
  site: Pick<BodySite, 'id' | 'label' | 'why'>,
): Pick<BodySite, 'label' | 'why'> => wordsIn(translated?.sites, site.id) ?? site;

/** Of a site that a newer version knows: its id. */
export function siteNameIn(tongue: Tongue, id: string): string {
  const site = siteOf(id);
  return site === undefined ? id : siteIn(tongue, site).label;
}

export const alarmIn = (
  { translated }: Tongue,
  alarm: { readonly id: string; readonly message: string; readonly remedy: string },
): AlarmWords =>
  wordsIn(translated?.alarms, alarm.id) ?? { text: alarm.message, remedy: alarm.remedy };

export const hazardIn = ({ translated }: Tongue, id: string): string | null =>
  wordsIn(translated?.hazards, id) ?? (isHazardId(id) ? hazardNames[id] : null);

/** By its English name; somebody's own keeps its own. */
export function presetIn({ translated }: Tongue, name: string): string {
  const preset = presets.find(({ prescription }) => prescription.name === name);
  return preset === undefined ? name : (wordsIn(translated?.presets, preset.id) ?? name);
}
