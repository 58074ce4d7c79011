import type { BrandKey } from '../story.ts';

/** The languages that the demo's support centers speak, the first one first. */
export const CENTER_LANGUAGES = ['en', 'de'] as const;
export type CenterLanguage = (typeof CENTER_LANGUAGES)[number];

/** An article in one language. */
export interface DemoText {
  subject: string;
  /** As the desk's cleaner leaves it. */
  html: string;
  keywords: string[];
}

export interface DemoArticle {
  quickcode: string;
  /** For those who work here alone. */
  internal?: boolean;
  /** Days ago that it appeared. */
  daysAgo: number;
  /** Readers, and what they said. */
  read: { views: number; helpful: number; notHelpful: number };
  texts: Partial<Record<CenterLanguage, DemoText>> & { en: DemoText };
}

export interface DemoTopic {
  brand: BrandKey;
  names: Record<CenterLanguage, { name: string; description: string }>;
  articles: DemoArticle[];
}
