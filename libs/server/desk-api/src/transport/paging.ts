import { NotUnderstood, wholeNumber } from '../resource/condition.ts';
import type { Source } from '../resource/source.ts';
import { DeskProblem, invalid } from './desk-problem.ts';

const PER_PAGE = 50;
/** Deeper than this goes by `since_id`, or by narrowing what is asked for (desk-api-v2.md 2.4). */
const DEEPEST_PAGE = 500;

interface Paging {
  page: number;
  perPage: number;
  sort: { field: string | undefined; isDescending: boolean };
}

/** Which page is asked for, in which order. Throws 422, naming the parameter. */
export function pagingOf(query: URLSearchParams, { sorts, perPage: most, deepest = DEEPEST_PAGE }: Source): Paging {
  const page = numberOf(query, 'page', 1);
  if (page > deepest) throw new DeskProblem(422, `page parameter must be less than or equal to ${deepest}`);
  const perPage = Math.min(numberOf(query, 'per_page', PER_PAGE), most);
  const asked = query.get('sort_field');
  const field = asked === null || asked === '' || query.has('since_id') ? undefined : asked;
  if (field !== undefined && !Object.hasOwn(sorts, field)) throw invalid({ sort_field: ['invalid'] });
  const direction = query.get('sort_direction')?.toLowerCase() || 'asc';
  if (direction !== 'asc' && direction !== 'desc') throw invalid({ sort_direction: ['invalid'] });
  return { page, perPage, sort: { field, isDescending: direction === 'desc' && !query.has('since_id') } };
}

function numberOf(query: URLSearchParams, name: string, fallback: number): number {
  const text = query.get(name);
  if (text === null || text === '') return fallback;
  try {
    return Math.max(1, wholeNumber(text));
  } catch (error) {
    if (error instanceof NotUnderstood) throw invalid({ [name]: ['invalid'] });
    throw error;
  }
}

/** Characters of a piece of text: V8 and the system take strings of more than 128 kB apart from the others, which is dear. */
const PIECE = 48 * 1024;

/** A page as JSON text, in pieces. Links repeat what the caller asked, in his order, then say which page (desk-api-v2.md 2.4). */
export function writePage(
  entries: readonly string[],
  { path, query, paging, total }: { path: string; query: URLSearchParams; paging: Paging; total: number },
): string[] {
  const { page, perPage } = paging;
  const last = Math.max(1, Math.ceil(total / perPage));
  const asked = [...query].filter(([name]) => name !== 'page' && name !== 'per_page');
  const at = (number: number) => {
    const said = new URLSearchParams([...asked, ['page', String(number)], ['per_page', String(perPage)]]);
    return { href: `/api/v2${path}?${said}`, class: 'page' };
  };
  const links = {
    self: at(page),
    first: at(1),
    last: at(last),
    previous: page > 1 ? at(page - 1) : null,
    next: page < last ? at(page + 1) : null,
  };
  const head = `"total_entries":${total},"page":${page},"_links":${JSON.stringify(links)}`;
  return inPieces(head, entries);
}

/** What follows on an id, as JSON text, in pieces. Its next link goes on after the last entry; where there are none, it is refused. */
export function writeStream(
  entries: readonly string[],
  { path, query, perPage }: { path: string; query: URLSearchParams; perPage: number },
): string[] {
  const asked = [...query].filter(([name]) => !['page', 'per_page', 'since_id'].includes(name));
  const after = (id: string) => {
    const said = new URLSearchParams([...asked, ['since_id', id], ['per_page', String(perPage)]]);
    return { href: `/api/v2${path}?${said}`, class: 'page' };
  };
  const last: { id: number } | undefined = entries.length > 0 ? JSON.parse(entries.at(-1) ?? '') : undefined;
  const links = {
    self: after(query.get('since_id') ?? '0'),
    first: after('0'),
    previous: null,
    next: last ? after(String(last.id)) : null,
  };
  const head = `"total_entries":${entries.length},"_links":${JSON.stringify(links)}`;
  return inPieces(head, entries);
}

function inPieces(head: string, entries: readonly string[]): string[] {
  const pieces: string[] = [];
  let piece = `{${head},"_embedded":{"entries":[`;
  for (const [index, entry] of entries.entries()) {
    if (piece.length >= PIECE) {
      pieces.push(piece);
      piece = '';
    }
    piece += index === 0 ? entry : `,${entry}`;
  }
  return [...pieces, `${piece}]}}`];
}
