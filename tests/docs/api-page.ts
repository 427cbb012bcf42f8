/** docs/api.md, from the description that the server sends of itself. Pure. */
import type { Description, Operation, Route } from '../server/contract.ts';

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string[] => [
  `| ${head.join(' | ')} |`,
  `| ${head.map(() => '---').join(' | ')} |`,
  ...rows.map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`),
];

/** What people call who may: from the least on. */
function whoMay({ security, 'x-roles': roles = [] }: Operation): string {
  if (security.length === 0) return 'anybody';
  if (roles.length === 0) return 'who made the first account';
  return roles.includes('viewer') ? 'every role' : roles.join(', ');
}

export interface ErrorRow {
  readonly code: string;
  readonly status: number;
  readonly means: string;
}

/** Codes by what may answer them, told once where every route may. */
function codesOf({ responses }: Operation): string[] {
  return Object.entries(responses)
    .filter(([status]) => Number(status) >= 400)
    .flatMap(([, response]) =>
      [...JSON.stringify(response.content).matchAll(/"enum":\[([^\]]*)\]/g)].flatMap(
        ([, list = '']) => list.split(',').map((code) => JSON.parse(code) as string),
      ),
    );
}

function shared(operations: readonly Operation[]): Set<string> {
  const [first = [], ...others] = operations.map(codesOf);
  return new Set(first.filter((code) => others.every((codes) => codes.includes(code))));
}

function routesOf(routes: readonly Route[], { name, description }: Description['tags'][number]) {
  const those = routes.filter(({ operation }) => operation.tags.includes(name));
  return [
    `### ${name[0]!.toUpperCase()}${name.slice(1)}`,
    '',
    description,
    '',
    ...those.flatMap(({ method, path, operation }) => {
      const { parameters = [], responses } = operation;
      const query = parameters
        .filter((one) => one.in === 'query')
        .map(({ name: key, required }) => `\`${key}\`${required ? '' : ' (may be left out)'}`);
      const answers = Object.entries(responses).find(([status]) => status === '200')?.[1].content;
      const forms = Object.keys(answers ?? {}).filter((type) => type !== 'application/json');
      return [
        `#### \`${method} ${path}\``,
        '',
        `\`${operation.operationId}\`: ${operation.summary}.`,
        '',
        operation.operationId === 'followEvents'
          ? '[The event stream](#the-event-stream).'
          : operation.description,
        '',
        ...(query.length > 0 ? [`In the address: ${query.join(', ')}.`, ''] : []),
        ...(forms.length > 0
          ? [`Answers ${forms.map((one) => `\`${one}\``).join(', ')}.`, '']
          : []),
      ];
    }),
  ];
}

/** A whole session by hand. The commands are run by the tests. */
const byHand = (
  path: Readonly<
    Record<'signIn' | 'state' | 'presets' | 'start' | 'events' | 'stop' | 'end' | 'signOut', string>
  >,
) => `
With \`contrast serve\` running on this computer (simulated device, nobody on it) and an account *Ann* in it. The cookie is kept
in a file.

\`\`\`sh
SERVER=http://127.0.0.1:8080
JSON='Content-Type: application/json'
# Sign in.
curl -fsS -c cookies.txt -H "$JSON" -d '{"name":"Ann","password":"correct horse battery"}' $SERVER${path.signIn}
# What may be given, and what the device does now.
curl -fsS -b cookies.txt $SERVER${path.presets}
curl -fsS -b cookies.txt $SERVER${path.state}
# Start: the answers \`all-clear\` are taken on a simulated device only.
curl -fsS -b cookies.txt -H "$JSON" -d '{"prescription":{"preset":"seed-spasm"},"screening":{"answers":"all-clear"}}' $SERVER${path.start}
# Follow for two seconds: state, and the lines of the record.
curl -sS -b cookies.txt -N --max-time 2 $SERVER${path.events} || test $? = 28
# Stop. It takes no session, and answers when the pins prove the power off.
curl -fsS -X POST $SERVER${path.stop}
# Sign out.
curl -fsS -b cookies.txt -H "$JSON" -d '{}' $SERVER${path.signOut}
\`\`\`

A client in your own language: give the description to a generator. This is how the one of the tests is made, which treats on the
simulated device with nothing else (\`tests/client/treatment.test.ts\`):

\`\`\`sh
curl -fsS -o openapi.json http://127.0.0.1:8080/api/v1/openapi.json
npx oazapfts openapi.json client.ts
\`\`\`
`;

export function apiPage(
  description: Description,
  routes: readonly Route[],
  errors: readonly ErrorRow[],
): string {
  const pathOf = (id: string): string => {
    const found = routes.find(({ operation }) => operation.operationId === id);
    if (found === undefined) throw new Error(`there is no ${id} any more`);
    return found.path;
  };
  const everywhere = shared(
    routes.map(({ operation }) => operation).filter((one) => !one.tags.includes('stop')),
  );
  const [opening = '', limits = ''] = description.info.description.split('\n\nLimits:\n');
  const stream = routes.find(({ operation }) => operation.operationId === 'followEvents');
  return [
    '# The API',
    '',
    'Written by `npm run docs` from the description that a server sends of itself, `GET /api/v1/openapi.json` (OpenAPI 3.1); a test fails',
    'when they differ. The description is the reference: it has every field of every request and answer.',
    '',
    opening,
    '',
    '## By hand',
    byHand({
      signIn: pathOf('signIn'),
      state: pathOf('getState'),
      presets: pathOf('getPresets'),
      start: pathOf('startTreatment'),
      events: pathOf('followEvents'),
      stop: pathOf('stop'),
      end: pathOf('sendCommand'),
      signOut: pathOf('signOut'),
    }).trim(),
    '',
    '## Who you are',
    '',
    description.components.securitySchemes['session']!.description,
    '',
    'Roles, and what each may: [the dashboard](dashboard.md#getting-in).',
    '',
    '## Limits of the server',
    '',
    limits,
    '',
    '## All routes',
    '',
    `Every route but STOP may also refuse with ${[...everywhere]
      .map((code) => `\`${code}\``)
      .join(', ')}; these are not listed below.`,
    '',
    ...table(
      ['route', 'name', 'who may', 'refuses with'],
      description.tags
        .flatMap(({ name }) => routes.filter(({ operation }) => operation.tags.includes(name)))
        .map(({ method, path, operation }) => [
          `\`${method} ${path}\``,
          `\`${operation.operationId}\``,
          whoMay(operation),
          codesOf(operation)
            .filter((code) => operation.tags.includes('stop') || !everywhere.has(code))
            .map((code) => `\`${code}\``)
            .join(' '),
        ]),
    ),
    '',
    '## Every error',
    '',
    'The body of every refusal is `{code, what, where, fix}`: `what` happened, `where` (a field, a line, a header, or null), and what to do',
    'about it. Match on `code`; the sentences may change.',
    '',
    ...table(
      ['code', 'status', 'when'],
      errors.map(({ code, status, means }) => [`\`${code}\``, String(status), means]),
    ),
    '',
    '## The event stream',
    '',
    stream?.operation.description ?? '',
    '',
    '## Route by route',
    '',
    ...description.tags.flatMap((tag) => routesOf(routes, tag)),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
}
