import { invalidRequest } from '../problems.ts';

/** A search as a tree. */
export type Search =
  | { kind: 'all'; of: Search[] }
  | { kind: 'any'; of: Search[] }
  | { kind: 'not'; of: Search }
  | { kind: 'word'; text: string }
  | { kind: 'phrase'; text: string }
  | { kind: 'mention'; username: string }
  | { kind: 'hashtag'; tag: string }
  | { kind: 'operator'; name: Operator; value: string };

const OPERATORS = [
  'from',
  'to',
  'conversation_id',
  'in_reply_to_tweet_id',
  'quotes_of_tweet_id',
  'retweets_of',
  'url',
  'lang',
  'is',
  'has',
] as const;
type Operator = (typeof OPERATORS)[number];

const LONGEST = 512;
const TOKEN = /\s*(\(|\)|-(?=[^\s-])|"(?:[^"\\]|\\.)*"|[^\s()"]+:"[^"]*"|[^\s()"]+)/y;

/** Reads X's search language (recent search and stream rules). @throws 400 where X does. */
export function readQuery(query: string): Search {
  if (query.trim() === '') throw refused('The `query` parameter must not be empty', query);
  if ([...query].length > LONGEST) throw refused(`Rule length exceeds the maximum allowed length of ${LONGEST}`, query);
  const tokens = tokensOf(query);
  const search = anyOf(tokens, query);
  if (tokens.length > 0) throw refused(`There is an extra [${tokens[0]}]`, query);
  if (!standsAlone(search)) throw refused('Rule must contain at least one positive, non-stopword clause', query);
  return search;
}

/** Consumes its part of the tokens. */
function anyOf(tokens: string[], query: string): Search {
  const of = [allOf(tokens, query)];
  while (tokens[0] === 'OR') {
    tokens.shift();
    of.push(allOf(tokens, query));
  }
  return of.length === 1 && of[0] ? of[0] : { kind: 'any', of };
}

function allOf(tokens: string[], query: string): Search {
  const of: Search[] = [];
  while (tokens.length > 0 && tokens[0] !== ')' && tokens[0] !== 'OR') {
    if (tokens[0] === 'AND') throw refused("'AND' is not an operator: write a space", query);
    of.push(one(tokens, query));
  }
  const [first] = of;
  if (!first) throw refused('A part of the query is empty', query);
  return of.length === 1 ? first : { kind: 'all', of };
}

function one(tokens: string[], query: string): Search {
  const token = tokens.shift() ?? '';
  if (token === '-') return { kind: 'not', of: one(tokens, query) };
  if (token !== '(') return term(token, query);
  const inner = anyOf(tokens, query);
  if (tokens.shift() !== ')') throw refused('A parenthesis is not closed', query);
  return inner;
}

function term(token: string, query: string): Search {
  if (token.startsWith('"')) return { kind: 'phrase', text: token.slice(1, -1) };
  if (/^@\w+$/.test(token)) return { kind: 'mention', username: token.slice(1) };
  if (/^[#＃]./u.test(token)) return { kind: 'hashtag', tag: token.slice(1) };
  const [, name, value] = /^([a-z_]+):(.+)$/.exec(token) ?? [];
  if (name === undefined || value === undefined) return { kind: 'word', text: token };
  const operator = OPERATORS.find((known) => known === name);
  if (!operator) throw refused(`Reference to invalid operator '${name}'`, query);
  return { kind: 'operator', name: operator, value: value.replace(/^"|"$/g, '').replace(/^@/, '') };
}

/** `is:`, `has:` and `lang:` only narrow; something must be looked for. */
function standsAlone(search: Search): boolean {
  switch (search.kind) {
    case 'not':
      return false;
    case 'all':
      return search.of.some(standsAlone);
    case 'any':
      return search.of.every(standsAlone);
    case 'operator':
      return !['is', 'has', 'lang'].includes(search.name);
    default:
      return true;
  }
}

function tokensOf(query: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < query.trimEnd().length) {
    const [, token] = TOKEN.exec(query) ?? [];
    if (token === undefined) throw refused('A quotation mark is not closed', query);
    tokens.push(token);
  }
  return tokens;
}

const refused = (message: string, query: string) => invalidRequest(message, { query: [query] });
