import type { Article, OwnBodies } from '@bureau/contracts';

/** What is written of a text, saved or not yet. */
export interface TextValues {
  subject: string;
  html: string;
  keywords: string[];
  bodies: OwnBodies;
  /** The writer says that it says what the article says in its first language. */
  upToDate: boolean;
  publishAt: string | null;
}

/** A language that is not written yet begins empty and as a draft. */
export function textValuesOf(article: Pick<Article, 'translations'>, language: string): TextValues {
  const text = article.translations.find((one) => one.language === language);
  if (!text) return { subject: '', html: '', keywords: [], bodies: {}, upToDate: false, publishAt: null };
  const own = text.bodies.filter((body) => body.own).map(({ channel, body }) => [channel, body] as const);
  const bodies: OwnBodies = Object.fromEntries(own);
  return {
    subject: text.subject,
    html: text.html,
    keywords: text.keywords,
    bodies,
    upToDate: false,
    publishAt: text.publishAt,
  };
}
