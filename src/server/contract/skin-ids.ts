/** What can be said of the skin, for a page that must not bring schemas with it. */
export { skinFindings } from '../../records/skin-ids.ts';
