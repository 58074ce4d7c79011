import { longId } from '../ids.ts';
import type { Field } from '../schema/field.ts';
import { SfError } from '../sf-error.ts';
import type { Value } from '../value.ts';
import { malformed } from './malformed.ts';
import { isText } from './path.ts';

const ESCAPED: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** The value of a literal as it stands in a query; throws when it does not fit the field. */
export function literalValue(field: Field, words: string, type: string | undefined): Value {
  switch (type) {
    case 'NULL':
      return null;
    case 'STRING':
      return fromText(field, unquoted(words));
    case 'BOOLEAN':
      needType(field, field.type === 'boolean', 'should not be enclosed in quotes');
      return words.toUpperCase() === 'TRUE';
    case 'INTEGER':
    case 'DECIMAL':
      needType(field, isNumber(field), isText(field) ? 'should be enclosed in quotes' : 'is a number');
      return Number(words);
    case 'DATETIME':
      needType(field, field.type === 'datetime', 'is a dateTime');
      return momentOf(words);
    case 'DATE':
      needType(field, field.type === 'date', 'is a date');
      return words;
    default:
      throw malformed(`unexpected token: ${words}`);
  }
}

/** `'it\'s'` without its quotes. */
function unquoted(words: string): string {
  return words.slice(1, -1).replace(/\\(.)/gs, (_, char: string) => ESCAPED[char] ?? char);
}

/** For LIKE: a text in which `%` and `_` stand for anything, unless a backslash is before them. */
export function likePattern(words: string): RegExp {
  const source = words.slice(1, -1).replace(/\\(.)|%|_|[^\\%_]+/gs, (part: string, escaped: string | undefined) => {
    if (escaped !== undefined) return escapeRegExp(ESCAPED[escaped] ?? escaped);
    if (part === '%') return '.*';
    return part === '_' ? '.' : escapeRegExp(part);
  });
  return new RegExp(`^${source}$`, 'is');
}

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

function fromText(field: Field, text: string): Value {
  if (field.type === 'id' || field.type === 'reference') {
    const id = longId(text);
    if (id === undefined && text !== '')
      throw new SfError('INVALID_QUERY_FILTER_OPERATOR', `invalid ID field: ${text}`);
    return id ?? null;
  }
  needType(field, isText(field), 'should not be enclosed in quotes');
  return text === '' ? null : text;
}

function isNumber({ type }: Field): boolean {
  return ['int', 'double', 'currency', 'percent'].includes(type);
}

function momentOf(words: string): string {
  const moment = new Date(words.replace(' ', '+'));
  if (Number.isNaN(moment.getTime())) throw malformed(`Invalid datetime: ${words}`);
  return moment.toISOString().replace('Z', '+0000');
}

function needType(field: Field, right: boolean, hint: string): void {
  if (right) return;
  const type = field.type === 'datetime' ? 'dateTime' : isText(field) ? 'string' : field.type;
  const words = `value of filter criterion for field '${field.name}' must be of type ${type} and ${hint}`;
  throw new SfError('INVALID_FIELD', `\nERROR at Row:1:Column:1\n${words}`);
}
