import { Injectable } from '@nestjs/common';
import type { Audience } from '@bureau/contracts';
import { stateAt } from '@bureau/domain';
import { BrandDirectory } from '@bureau/identity';
import { Clock } from '@bureau/platform';

/** What decides whether visitors can read a text, and where. */
export interface Readable {
  id: number;
  internal: boolean;
  topic: { audience: Audience };
  deletedAt: string | null;
}

/** Says where texts are read. */
@Injectable()
export class ArticleAddresses {
  constructor(
    private readonly brands: BrandDirectory,
    private readonly clock: Clock,
  ) {}

  /** The address on a brand's pages; null while visitors there cannot read it. */
  of(
    article: Readable,
    text: { language: string; slug: string; publishAt: string | null },
    brandId: number,
  ): string | null {
    const brand = this.brands.byId(brandId);
    if (!brand?.open || !brand.languages.includes(text.language)) return null;
    if (article.internal || article.deletedAt !== null || article.topic.audience === 'agents') return null;
    const publishAt = text.publishAt === null ? null : new Date(text.publishAt);
    if (stateAt(publishAt, this.clock.now()) !== 'published') return null;
    const { origin, base } = this.brands.homeOf(brand);
    const language = brand.languages.length > 1 ? `/${text.language}` : '';
    return `${origin}${base}/customer${language}/portal/articles/${article.id}-${encodeURIComponent(text.slug)}`;
  }
}
