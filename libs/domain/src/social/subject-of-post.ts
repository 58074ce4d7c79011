const LENGTH = 80;

/** What a case is called that a post opens: its first words without the names it begins with, else who wrote it. */
export function subjectOfPost(text: string, writerName: string): string {
  const [firstLine = ''] = text
    .replace(/^(?:\s*@\w{1,15})+/u, '')
    .trim()
    .split(/\r?\n/u);
  const said = firstLine.replaceAll(/\s+/gu, ' ').trim();
  if (said === '') return writerName === '' ? 'A post' : writerName;
  if (said.length <= LENGTH) return said;
  const cut = said.slice(0, LENGTH - 1).replace(/\s+\S*$/u, '');
  return `${(cut || said.slice(0, LENGTH - 1)).toWellFormed()}…`;
}
