/** Screenings of the last day that ended in no treatment, as the page is told of them. */
import { bodySites, siteOf } from '../../safety/screening-sites.ts';
import type { DeclinedScreening } from '../../treatment/declined-before.ts';
import { isNear } from '../../treatment/skin-history.ts';
import type { DeclinedRow } from '../contract/declined.ts';

export const declinedRows = (declined: readonly DeclinedScreening[]): DeclinedRow[] =>
  declined.map(({ record, atMs, site, result, answers }) => ({
    record,
    at: Number.isFinite(atMs) ? new Date(atMs).toISOString() : null,
    label: siteOf(site)?.label ?? site,
    sites: bodySites.filter(({ id }) => isNear(site, id)).map(({ id }) => id),
    result,
    answers: answers.map(({ id, answer }) => ({ id, answer })),
  }));
