import { ArticlePagesController } from './articles.controller.ts';
import { OutsidePagesController } from './outside.controller.ts';
import { SearchCenter } from './search-center.ts';
import { SearchPagesController } from './search.controller.ts';
import { TopicsOfSite } from './topics-of-site.ts';
import { VotePagesController } from './vote.controller.ts';

export const ARTICLE_CONTROLLERS = [
  ArticlePagesController,
  OutsidePagesController,
  SearchPagesController,
  VotePagesController,
];

/** What the module provides for the pages of the knowledge base. */
export const ARTICLE_PROVIDERS = [SearchCenter, TopicsOfSite];
