import { longId } from '../ids.ts';
import type { Field } from '../schema/field.ts';
import { SfError } from '../sf-error.ts';
import type { Value } from '../value.ts';

/** What Salesforce keeps of a value that it is given: texts trimmed, nothing for an empty one; throws for a wrong type. */
export function readValue(field: Field, given: unknown): Value {
  if (given === null || given === undefined) {
    if (field.type === 'boolean') throw unreadable('boolean', 'VALUE_NULL', 'null');
    return null;
  }
  switch (field.type) {
    case 'boolean':
      if (typeof given !== 'boolean') throw unreadable('boolean', kindOf(given), given);
      return given;
    case 'int':
    case 'double':
    case 'currency':
    case 'percent':
      return numberFrom(field, given);
    case 'date':
      return dateFrom(given);
    case 'datetime':
      return momentFrom(given);
    case 'reference':
      return idFrom(field, textFrom(given));
    case 'email':
      return textFrom(given)?.toLowerCase() ?? null;
    default:
      return textFrom(given);
  }
}

/** The same for a cell of a CSV file: empty changes nothing (undefined), `#N/A` clears. */
export function readCell(field: Field, cell: string): Value | undefined {
  if (cell === '') return undefined;
  if (cell === '#N/A') return readValue(field, null);
  switch (field.type) {
    case 'boolean':
      return readValue(field, /^(true|1)$/i.test(cell) ? true : /^(false|0)$/i.test(cell) ? false : cell);
    case 'int':
    case 'double':
    case 'currency':
    case 'percent':
      return readValue(field, cell.trim() === '' || Number.isNaN(Number(cell)) ? cell : Number(cell));
    default:
      return readValue(field, cell);
  }
}

function textFrom(given: unknown): string | null {
  if (typeof given !== 'string') throw unreadable('string', kindOf(given), given);
  const text = given.trim();
  return text === '' ? null : text;
}

function numberFrom(field: Field, given: unknown): number {
  if (typeof given !== 'number' || !Number.isFinite(given)) throw unreadable('double', kindOf(given), given);
  if (field.type === 'int' && !Number.isInteger(given)) throw unreadable('int', kindOf(given), given);
  const rounded = Number(given.toFixed(field.scale));
  if (field.precision > 0 && Math.abs(rounded) >= 10 ** (field.precision - field.scale)) {
    const words = `${field.label}: value outside of valid range on numeric field: ${given}`;
    throw new SfError('NUMBER_OUTSIDE_VALID_RANGE', words, { fields: [field.name] });
  }
  return rounded;
}

function dateFrom(given: unknown): string | null {
  const text = textFrom(given);
  if (text === null) return null;
  const date = /^(\d{4}-\d{2}-\d{2})(T[\d:.]+(Z|[+-]\d{2}:?\d{2}))?$/.exec(text)?.[1];
  const read = date === undefined ? undefined : new Date(`${date}T00:00:00Z`);
  const exists = read && !Number.isNaN(read.getTime()) && read.toISOString().slice(0, 10) === date;
  if (!date || !exists) throw unreadable('date', 'VALUE_STRING', text);
  return date;
}

function momentFrom(given: unknown): string | null {
  const text = textFrom(given);
  if (text === null) return null;
  const read = /^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:?\d{2}))?$/.test(text)
    ? new Date(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'))
    : undefined;
  if (!read || Number.isNaN(read.getTime())) throw unreadable('datetime', 'VALUE_STRING', text);
  return read.toISOString().replace('Z', '+0000');
}

function idFrom(field: Field, text: string | null): string | null {
  if (text === null) return null;
  const id = longId(text);
  if (!id) {
    throw new SfError('MALFORMED_ID', `${field.label}: id value of incorrect type: ${text}`, { fields: [field.name] });
  }
  return id;
}

function kindOf(given: unknown): string {
  if (typeof given === 'string') return 'VALUE_STRING';
  if (typeof given === 'number') return Number.isInteger(given) ? 'VALUE_NUMBER_INT' : 'VALUE_NUMBER_FLOAT';
  if (typeof given === 'boolean') return given ? 'VALUE_TRUE' : 'VALUE_FALSE';
  return Array.isArray(given) ? 'START_ARRAY' : 'START_OBJECT';
}

function unreadable(type: string, kind: string, given: unknown): SfError {
  const value = typeof given === 'object' ? '' : ` value ${String(given)}`;
  const words = `Cannot deserialize instance of ${type} from ${kind}${value} or request may be missing a required field at [line:1, column:2]`;
  return new SfError('JSON_PARSER_ERROR', words);
}
