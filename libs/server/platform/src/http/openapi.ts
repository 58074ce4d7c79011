import { API, API_PREFIX, ERRORS, type Route } from '@bureau/contracts';
import { describeOperation, HEADERS, PARAMETERS } from './openapi-operation.ts';
import { RESPONSES } from './openapi-problems.ts';
import { SchemaBook, type Json } from './openapi-schemas.ts';

const DESCRIPTION = `Everything that the console can do. See docs/api.md.

**Who you are.** A program sends \`Authorization: Bearer\` with the access token of an API application; browsers have the session cookie. Basic credentials work for users without a second factor.

**Lists** answer \`{items, next}\`: pass \`next\` as \`cursor\` for the page after. \`/changes/…\` reads rows in the order in which they changed, for copies.

**Writes.** Send an \`Idempotency-Key\` with every POST that you might repeat: for 24 hours the same key and body have one effect and one answer. Send \`If-Match\` with the \`ETag\` that you read, and nobody else's change is overwritten.

**Problems** are \`application/problem+json\` (RFC 9457). Switch on \`code\`; the sentences may change.`;

/** The API as OpenAPI 3.1, printed from the same table that guards, validates and serves it. */
export function describeApi(serverUrl: string): Json {
  const schemas = new SchemaBook();
  const paths: Record<string, Record<string, Json>> = {};
  for (const [noun, routes] of Object.entries(API)) {
    for (const [name, route] of Object.entries<Route>(routes)) {
      const path = route.path.replace(/:(\w+)/g, '{$1}');
      const operation = describeOperation(`${noun}.${name}`, { tag: noun, route, schemas });
      paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation };
    }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Bureau', version: '3', description: DESCRIPTION },
    servers: [{ url: serverUrl + API_PREFIX }],
    tags: Object.keys(API).map((name) => ({ name })),
    paths,
    components: {
      schemas: schemas.named(),
      parameters: PARAMETERS,
      headers: HEADERS,
      responses: RESPONSES,
      securitySchemes: SECURITY_SCHEMES,
    },
    'x-problem-codes': ERRORS,
  };
}

const SECURITY_SCHEMES = {
  bearer: { type: 'http', scheme: 'bearer', description: 'The access token of an API application.' },
  cookie: { type: 'apiKey', in: 'cookie', name: 'bureau_session', description: 'Of a browser that is signed in.' },
  basic: { type: 'http', scheme: 'basic', description: 'For users without a second factor.' },
};
