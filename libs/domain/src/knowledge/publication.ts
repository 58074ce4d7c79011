import type { ArticleState } from '@bureau/contracts';

/** What readers see of a text at a moment: its time alone decides, so it appears on time whoever sleeps. */
export function stateAt(publishAt: Date | null, now: Date): ArticleState {
  if (publishAt === null) return 'draft';
  return publishAt.getTime() <= now.getTime() ? 'published' : 'scheduled';
}

/** What a text says; what only finds it does not count. */
export interface Said {
  subject: string;
  html: string;
}

/** Which marks a write leaves: translations fall behind when the first language says something else. */
export function outdatedAfter({
  isFirst,
  before,
  after,
  upToDate,
}: {
  isFirst: boolean;
  before: Said | null;
  after: Said;
  /** As the writer said; undefined: whoever writes a translation brings it up to date. */
  upToDate: boolean | undefined;
}): { own: boolean; others: boolean } {
  const saysOther = before !== null && (before.subject !== after.subject || before.html !== after.html);
  return isFirst ? { own: false, others: saysOther } : { own: upToDate === false, others: false };
}
