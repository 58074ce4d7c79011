/** A text as X gives it back. */
export interface TextOnX {
  text: string;
  /** Of long posts, the whole. */
  note_tweet?: { text?: string } | undefined;
  entities?: { urls?: { url: string; expanded_url?: string }[] } | undefined;
}

/**
 * A text in the form in which ours and X's can be compared: X puts the names of those who are answered before it, makes
 * t.co addresses of links, adds one for pictures, and escapes three characters.
 */
export function comparable({ text, note_tweet, entities }: TextOnX): string {
  const expanded = (entities?.urls ?? []).reduce(
    (said, { url, expanded_url }) => said.replaceAll(url, expanded_url ?? url),
    note_tweet?.text ?? text,
  );
  return expanded
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .normalize('NFC')
    .replace(/^(?:@\w{1,15}\s+)+/u, '')
    .replace(/(?:\s*https:\/\/(?:t\.co\/\w+|(?:x|twitter)\.com\/\w+\/status\/\d+\/(?:photo|video)\/\d+))+$/u, '')
    .replaceAll(/https?:\/\//gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

/** Whether what stands on X is what we wanted to say. */
export function isSameText(ours: string, theirs: TextOnX): boolean {
  return comparable({ text: ours }) === comparable(theirs);
}
