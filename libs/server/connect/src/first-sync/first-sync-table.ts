import type { FirstSyncRow } from '@bureau/contracts';

const HEAD = ['Object', 'What happens', 'Name', 'Desk', 'Salesforce', 'Fields', 'Why'];

/** As a table for a spreadsheet (RFC 4180), some rows at a time; it begins with a mark that it is UTF-8. */
export async function* tableOf(pages: AsyncIterable<readonly FirstSyncRow[]>): AsyncGenerator<string> {
  yield `\uFEFF${lineOf(HEAD)}`;
  for await (const rows of pages) {
    if (rows.length > 0) yield rows.map((row) => lineOf(cellsOf(row))).join('');
  }
}

function cellsOf({ object, fate, name, deskId, salesforceId, fields, reason }: FirstSyncRow): string[] {
  return [object, fate, name, String(deskId ?? ''), salesforceId ?? '', fields.join(', '), reason];
}

function lineOf(cells: readonly string[]): string {
  return `${cells.map(cellOf).join(',')}\r\n`;
}

/** What a spreadsheet would take for a formula is made a text: names come from outside. */
function cellOf(text: string): string {
  const safe = /^[\s]*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
