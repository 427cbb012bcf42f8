/**
 * What is below this server names the ways of the terminal. A request is answered with its own: the fields of the API, and the
 * options of the server where those are meant. Told apart here, at the edge, and nowhere else.
 */

/** Longer ones first: each is replaced where it stands. */
const ways: readonly (readonly [terminal: RegExp, api: string])[] = [
  [/on the page, or with contrast run --skin-after fine/g, 'at /api/v1/skin-looks'],
  [/on the page, or with contrast run --confirmed-by NAME/g, 'with screening.confirmed'],
  [/then run again with --reset-by and your name/g, 'then send the command reset'],
  [/add --bench/g, 'start the server with `contrast serve --bench`'],
  [/or make a first record with "contrast run"/g, 'or treat, which makes a first record'],
  [/, or leave --records out/g, ''],
  [/--clinician\b/g, 'screening.override.clinician'],
  [/--override\b/g, 'screening.override.reason'],
  [/--prescription\b/g, 'prescription.preset'],
  [/--answers\b/g, 'screening.answers'],
  [/--site\b/g, 'site'],
  // The rest are options of the server itself.
  [/(?<!contrast serve )(--[a-z][a-z-]*)/g, '`contrast serve` $1'],
];

export const inApiWords = (text: string): string =>
  ways.reduce((so, [terminal, api]) => so.replaceAll(terminal, api), text);
