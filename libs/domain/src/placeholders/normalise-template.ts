const BLOCK_IN_PARAGRAPH = /<p(?:\s[^>]*)?>\s*(\{\{\s*(?:message|signature|history)\s*\}\})\s*(?:<br ?\/?>\s*)?<\/p>/gi;

/** An editor puts every line into a paragraph; a block brings paragraphs of its own, so its paragraph goes. */
export function normaliseTemplate(html: string): string {
  return html
    .replace(BLOCK_IN_PARAGRAPH, '\n$1\n')
    .replace(/\n{2,}/g, '\n')
    .trim();
}
