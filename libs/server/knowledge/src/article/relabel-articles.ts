import { Injectable } from '@nestjs/common';
import { LabelHeirs } from '@bureau/cases';
import { ArticleRepository } from './article.repository.ts';

/** Articles go on when a label of theirs becomes another one. */
@Injectable()
export class RelabelArticles {
  constructor(articles: ArticleRepository, heirs: LabelHeirs) {
    heirs.declare(async (_, from, to) => {
      if (from.id !== to.id) await articles.relabel(from.id, to.id);
    });
  }
}
