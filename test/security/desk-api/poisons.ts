import { HOSTILE_JSON, HOSTILE_TEXTS } from '../matrix/hostile-values.ts';

/** Where something stands in a body: names of members, and numbers in lists. */
export type Place = readonly (string | number)[];

const json = (values: readonly unknown[]) => values.map((value) => JSON.stringify(value));

/** What stands in the place of something good, by kind: JSON as it is sent, so that it may say what no program would write. */
export const POISONS: Readonly<Record<string, readonly string[]>> = {
  nothing: json([null, '', '   ', [], {}]),
  'another type': json([true, false, 7, 'text', ['text'], [{ href: 1 }], { a: 'b' }, [[]], [null], { 0: 'x' }]),
  'a number that is none': [
    ...['-1', '0', '-0', '1.5', '1e308', '1e999', '-1e999', '2147483648', '9007199254740993', '9'.repeat(40)],
    ...json(['NaN', '-Infinity', '1e5', '٣']),
  ],
  'a hostile text': json(HOSTILE_TEXTS),
  'hostile JSON': json(HOSTILE_JSON),
  'what is not to be kept': json(['a\u0000b', '\u0000', ['\u0000'], { 'a\u0000': 'x' }, { a: { b: 'c\u0000' } }]),
  'half a character': ['"\\ud800"', '"a\\udc00b"', '["\\ud800"]', '{"\\ud800": 1}', '{"a": {"b": "\\udfff"}}'],
  'a control character': json(['a\u0007b', '\u001b[2J', 'a\r\nBcc: b@c.example', 'a\u2028b', '\u007f', 'a\tb']),
  'a prototype': [
    ...['{"__proto__": {"isAdmin": true}}', '{"constructor": {"prototype": {"isAdmin": true}}}', '"__proto__"'],
    ...[
      '{"constructor": {"assign": "\\ud800"}}',
      '{"__proto__": {"a": "\\ud800"}}',
      '{"toString": "x"}',
      '"constructor"',
    ],
    ...['{"constructor": {"prototype": "\\u0000"}}', '{"hasOwnProperty": 1, "valueOf": 2, "then": 3}'],
  ],
  'a link astray': json([
    ...[{ href: '/api/v2/users/999999999' }, { href: '/api/v2/brands/1', class: 'brand' }, { href: '/api/v2/cases' }],
    ...[{ href: 'https://evil.example/1' }, { href: 7 }, { href: ['/api/v2/users/1'] }, { href: { href: 'x' } }],
    ...[
      { class: 'user' },
      '/api/v2/users/1',
      { href: '/api/v2/users/-1' },
      { href: `/api/v2/users/${'9'.repeat(30)}` },
    ],
    ...[{ href: '/api/v2/users/1/../2' }, [{ href: '/api/v2/users/1' }], { href: '' }, { href: '\u0000/1' }],
  ]),
  'a time that never was': json([
    ...['0000-01-01T00:00:00Z', '0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z', '2026-02-30T00:00:00Z', '2026-01-01'],
    ...['+275760-09-13T00:00:00Z', '2026-01-01T00:00:00+25:00', 8.64e15, 'tomorrow'],
  ]),
  'what takes long to read': json([
    ...[`"${'\\"'.repeat(150_000)}`, `${' '.repeat(200_000)}x`, '<'.repeat(200_000), '<b>'.repeat(30_000)],
    ...[
      'a@'.repeat(100_000),
      '{{'.repeat(50_000),
      ','.repeat(200_000),
      '\n'.repeat(200_000),
      `a${'-'.repeat(200_000)}`,
    ],
    ...['é'.repeat(500_000), Array.from({ length: 50_000 }, (_, index) => `${index}`)],
  ]),
  'endless depth': ['['.repeat(2_000) + ']'.repeat(2_000), `${'{"a":'.repeat(2_000)}1${'}'.repeat(2_000)}`],
};

/** Members that nobody has ever meant to send, as they stand in an object. */
export const EXTRA_MEMBERS: readonly string[] = [
  ...['"__proto__": {"isAdmin": true}', '"constructor": {"prototype": {"isAdmin": true}}', '"prototype": {"x": 1}'],
  ...['"constructor": {"assign": "\\ud800"}', '"\\ud800": 1', '"a\\u0000b": "x"', '"": "x"', '"a.b": {"c": null}'],
  ...['"toString": "x"', '"id": -1', '"_embedded": {"customer": []}', `"${'x'.repeat(10_000)}": "x"`],
];

/** What is no object in JSON, or no JSON. */
export const NO_BODIES: readonly string[] = [
  ...[
    '[]',
    '[{"a": 1}]',
    '1',
    '"text"',
    'true',
    '{',
    '{"a": 1',
    '\u0000',
    "{'a': 1}",
    'NaN',
    '{"a": NaN}',
    '{"a": 1,}',
  ],
  ...[
    '{"a": "\u0000"}',
    '{"a": 01}',
    '{}{}',
    '\u001f{}',
    'subject=x',
    '<a/>',
    '['.repeat(100_000),
    '{"a":'.repeat(100_000),
  ],
];

const HERE = 'the poison stands here';

/** Every place of a body, outer before inner. */
export function placesIn(body: unknown, outer: Place = []): Place[] {
  return entriesOf(body).flatMap(([name, inner]) => [[...outer, name], ...placesIn(inner, [...outer, name])]);
}

/** Every object of a body, beginning with itself. */
export function objectsIn(body: unknown, outer: Place = []): Place[] {
  const below = entriesOf(body).flatMap(([name, inner]) => objectsIn(inner, [...outer, name]));
  return typeof body === 'object' && body !== null && !Array.isArray(body) ? [outer, ...below] : below;
}

/** The body as it is sent, with the poison in a place of it. */
export function withPoison(body: unknown, place: Place, poison: string): string {
  return JSON.stringify(changed(body, place, () => HERE)).replace(JSON.stringify(HERE), () => poison);
}

/** The body as it is sent, where one of its objects has a member more. */
export function withMember(body: unknown, place: Place, member: string): string {
  const more = (object: unknown) => ({ ...(object as object), [HERE]: 0 });
  return JSON.stringify(changed(body, place, more)).replace(`${JSON.stringify(HERE)}:0`, () => member);
}

function entriesOf(body: unknown): [name: string | number, inner: unknown][] {
  if (Array.isArray(body)) return body.map((inner: unknown, index) => [index, inner]);
  return typeof body === 'object' && body !== null ? Object.entries(body) : [];
}

function changed(body: unknown, [name, ...rest]: Place, change: (there: unknown) => unknown): unknown {
  if (name === undefined) return change(body);
  if (Array.isArray(body)) return body.map((inner, index) => (index === name ? changed(inner, rest, change) : inner));
  const object = body as Record<string, unknown>;
  return { ...object, [name]: changed(object[name], rest, change) };
}
