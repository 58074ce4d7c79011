import { Injectable } from '@nestjs/common';
import type { Reader } from '../reader/reader.ts';
import { SearchArticleTexts, type FoundText } from './search-articles.ts';

const SUGGESTIONS = 5;

/** Proposes articles to somebody who is about to ask. */
@Injectable()
export class SuggestArticles {
  constructor(private readonly search: SearchArticleTexts) {}

  /** For what somebody writes into a form; the best first. `visitor`: null for a guest. */
  async run(brandId: number, language: string, visitor: object | null, text: string): Promise<FoundText[]> {
    const reader: Reader = { brandId, language, signedIn: visitor !== null };
    const close = await this.search.run({ reader }, text, { limit: SUGGESTIONS });
    if (close.items.length > 0) return close.items;
    return (await this.search.run({ reader }, text, { limit: SUGGESTIONS, loosely: true })).items;
  }
}
