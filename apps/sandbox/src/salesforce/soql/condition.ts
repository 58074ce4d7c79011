import type { WhereClause, ConditionWithValueQuery } from '@jetstreamapp/soql-parser-js';
import { malformed } from './malformed.ts';

export type Comparison = Exclude<ConditionWithValueQuery, { openParen: number; field?: never; fn?: never }>;

export type Condition =
  | { kind: 'and' | 'or'; parts: Condition[] }
  | { kind: 'not'; part: Condition }
  | { kind: 'compare'; comparison: Comparison };

type Token = '(' | ')' | 'AND' | 'OR' | 'NOT' | Comparison;

/**
 * The tree of a WHERE clause. As in the real thing, AND and OR side by side need parentheses.
 * The parser hands over a chain in which parentheses are only counted.
 */
export function conditionOf(where: WhereClause): Condition {
  const tokens = tokensOf(where);
  const reader = { tokens, at: 0 };
  const condition = readSequence(reader);
  if (reader.at < tokens.length) throw malformed('unexpected token: )');
  return condition;
}

function tokensOf(where: WhereClause): Token[] {
  const tokens: Token[] = [];
  let rest: WhereClause | undefined = where;
  while (rest) {
    const { left }: WhereClause = rest;
    if (left) tokens.push(...parens('(', left.openParen));
    if (left && isComparison(left)) tokens.push(left, ...parens(')', left.closeParen));
    if (!('operator' in rest)) break;
    tokens.push(rest.operator);
    rest = rest.right;
  }
  return tokens;
}

function parens(token: '(' | ')', count = 0): Token[] {
  return Array.from({ length: count }, () => token);
}

function isComparison(left: ConditionWithValueQuery): left is Comparison {
  return 'operator' in left;
}

type Reader = { tokens: Token[]; at: number };

function readSequence(reader: Reader): Condition {
  const parts = [readOne(reader)];
  let joined: 'AND' | 'OR' | undefined;
  for (;;) {
    const token = reader.tokens[reader.at];
    if (token !== 'AND' && token !== 'OR') break;
    if (joined !== undefined && token !== joined) throw malformed(`unexpected token: ${token}`);
    joined = token;
    reader.at += 1;
    parts.push(readOne(reader));
  }
  const [only] = parts;
  if (only && parts.length === 1) return only;
  return { kind: joined === 'OR' ? 'or' : 'and', parts };
}

function readOne(reader: Reader): Condition {
  const token = reader.tokens[reader.at];
  reader.at += 1;
  if (token === 'NOT') return { kind: 'not', part: readOne(reader) };
  if (token === '(') {
    const inner = readSequence(reader);
    if (reader.tokens[reader.at] !== ')') throw malformed('expecting a right parentheses, found EOF');
    reader.at += 1;
    return inner;
  }
  if (token === undefined || typeof token === 'string') throw malformed(`unexpected token: ${token ?? 'EOF'}`);
  return { kind: 'compare', comparison: token };
}
