import type { PlaceholderValues } from './placeholder-values.ts';

type Operator = '==' | '!=' | '>' | '<' | '>=' | '<=' | 'contains';
/** A name, or what stands there as it is. */
type Operand = { name: string } | { says: string };

interface Comparison {
  left: Operand;
  /** Without one: whether it says anything but `false`. */
  compared: { operator: Operator; right: Operand } | null;
}

/** What `{% if … %}` asks. */
export interface Test {
  first: Comparison;
  /** Read from the right, as Liquid does: `a and b or c` is `a and (b or c)`. */
  rest: { join: 'and' | 'or'; test: Test } | null;
}

const TOKEN = /\s*(?:"([^"]*)"|'([^']*)'|(==|!=|<>|>=|<=|>|<)|([a-z0-9_.-]+))/iy;
const NAME = /^[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*){0,3}$/;
const NOTHING = ['nil', 'null', 'blank', 'empty'];

interface Token {
  kind: 'said' | 'operator' | 'word';
  text: string;
}

const LONGEST = 300;

/** Reads the words behind `if`, `elsif` or `unless`; null when they cannot be read. */
export function readTest(source: string): Test | null {
  const tokens = source.length > LONGEST ? null : tokensOf(source.trim());
  return tokens === null ? null : testOf(tokens);
}

/** Whether it holds. Numbers are compared as numbers, words without regard to case; what has no value is empty. */
export function holds({ first, rest }: Test, values: PlaceholderValues): boolean {
  const met = isMet(first, values);
  if (rest === null) return met;
  return rest.join === 'and' ? met && holds(rest.test, values) : met || holds(rest.test, values);
}

/** The placeholders that it asks about. */
export function namesIn({ first, rest }: Test): string[] {
  const operands = [first.left, ...(first.compared ? [first.compared.right] : [])];
  const names = operands.flatMap((operand) => ('name' in operand ? [operand.name] : []));
  return rest === null ? names : [...names, ...namesIn(rest.test)];
}

function tokensOf(source: string): Token[] | null {
  const tokens: Token[] = [];
  let at = 0;
  while (at < source.length) {
    TOKEN.lastIndex = at;
    const [whole = '', double, single, operator, word] = TOKEN.exec(source) ?? [];
    if (whole === '') return source.slice(at).trim() === '' ? tokens : null;
    at += whole.length;
    if (operator !== undefined) tokens.push({ kind: 'operator', text: operator === '<>' ? '!=' : operator });
    else if (word !== undefined) tokens.push({ kind: 'word', text: word });
    else tokens.push({ kind: 'said', text: double ?? single ?? '' });
  }
  return tokens;
}

function testOf(tokens: readonly Token[]): Test | null {
  const at = tokens.findIndex(({ kind, text }) => kind === 'word' && (text === 'and' || text === 'or'));
  const first = comparisonOf(at === -1 ? tokens : tokens.slice(0, at));
  if (first === null || at === -1) return first && { first, rest: null };
  const test = testOf(tokens.slice(at + 1));
  return test && { first, rest: { join: tokens[at]?.text === 'and' ? 'and' : 'or', test } };
}

function comparisonOf(tokens: readonly Token[]): Comparison | null {
  const [one, middle, other, ...more] = tokens;
  const left = operandOf(one);
  if (left === null || more.length > 0) return null;
  if (middle === undefined) return { left, compared: null };
  const operator = operatorOf(middle);
  const right = operandOf(other);
  return operator && right && { left, compared: { operator, right } };
}

function operandOf(token: Token | undefined): Operand | null {
  if (token === undefined || token.kind === 'operator') return null;
  if (token.kind === 'said' || /^-?\d+(?:\.\d+)?$/.test(token.text)) return { says: token.text };
  if (token.text === 'true' || token.text === 'false') return { says: token.text };
  if (NOTHING.includes(token.text)) return { says: '' };
  return NAME.test(token.text) ? { name: token.text } : null;
}

function operatorOf({ kind, text }: Token): Operator | null {
  if (kind === 'said') return null;
  switch (text) {
    case '==':
    case '!=':
    case '>':
    case '<':
    case '>=':
    case '<=':
    case 'contains':
      return text;
    default:
      return null;
  }
}

function isMet({ left, compared }: Comparison, values: PlaceholderValues): boolean {
  const says = (operand: Operand) => ('name' in operand ? (values.get(operand.name) ?? '') : operand.says).trim();
  const value = says(left);
  if (compared === null) return value !== '' && value !== 'false';
  const other = says(compared.right);
  if (compared.operator === 'contains') return other !== '' && value.toLowerCase().includes(other.toLowerCase());
  return agrees(orderOf(value, other), compared.operator);
}

/** Below, at or above zero; NaN when one of them says nothing and the other does. */
function orderOf(value: string, other: string): number {
  if (value === '' || other === '') return value === other ? 0 : Number.NaN;
  const [a, b] = [Number(value), Number(other)];
  if (!Number.isNaN(a) && !Number.isNaN(b)) return a - b;
  const [x, y] = [value.toLowerCase(), other.toLowerCase()];
  return x === y ? 0 : x < y ? -1 : 1;
}

function agrees(order: number, operator: Exclude<Operator, 'contains'>): boolean {
  switch (operator) {
    case '==':
      return order === 0;
    case '!=':
      return order !== 0;
    case '>':
      return order > 0;
    case '<':
      return order < 0;
    case '>=':
      return order >= 0;
    case '<=':
      return order <= 0;
  }
}
