export type CsvOptions = { delimiter: string; lineEnd: string };

/** A table of RFC 4180, its cells as texts; quotes may hold delimiters, line ends and doubled quotes. */
export function readCsv(text: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] ?? '';
    if (quoted) {
      if (char !== '"') cell += char;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === delimiter) {
      row.push(cell);
      cell = '';
    } else if (char === '\n') {
      rows.push([...row, cell]);
      row = [];
      cell = '';
    } else if (char !== '\r') cell += char;
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell]);
  return rows;
}

/** Every cell in quotes, as Salesforce writes its results. */
export function writeCsv(rows: string[][], { delimiter, lineEnd }: CsvOptions): string {
  const line = (row: string[]) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter);
  return rows.map((row) => line(row) + lineEnd).join('');
}
