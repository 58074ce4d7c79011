import { Global, Module } from '@nestjs/common';
import { AnnounceArticles } from './article/announce-articles.ts';
import { ArticleAddresses } from './article/article-addresses.ts';
import { ArticleQueries } from './article/article.queries.ts';
import { ArticleRepository } from './article/article.repository.ts';
import { ArticleVersionQueries } from './article/article-versions.queries.ts';
import { ArticleVersionRepository } from './article/article-version.repository.ts';
import { ArticlesController } from './article/articles.controller.ts';
import { CleanArticleText } from './article/clean-text.ts';
import { HoldArticle } from './article/hold-article.ts';
import { KnowledgeController } from './article/knowledge.controller.ts';
import { ListArticlesQueries } from './article/list-articles.queries.ts';
import { RelabelArticles } from './article/relabel-articles.ts';
import { SaveArticle } from './article/save-article.ts';
import { SaveText } from './article/save-text.ts';
import { WriteArticleText } from './article/write-translation.ts';
import { KnowledgeChangesController } from './changes/changes.controller.ts';
import { DefaultLanguage } from './default-language.ts';
import { ArticleFileRepository } from './file/article-file.repository.ts';
import { AttachFiles } from './file/attach-files.ts';
import { OfferArticles, RenderArticleForCase } from './insert/article-to-send.ts';
import { InsertArticleInReply } from './insert/insert-article.ts';
import { PicturesAsUploads } from './insert/pictures-as-uploads.ts';
import { PicturesToSend } from './insert/pictures-to-send.ts';
import { KnowledgeLinks } from './knowledge-links.ts';
import { KnowledgeRealtime } from './knowledge.realtime.ts';
import { ReadingQueries } from './reader/reading.queries.ts';
import { KnowledgeReportQueries } from './report/knowledge-report.queries.ts';
import { KnowledgeTally } from './report/knowledge-tally.ts';
import { CompleteTitles } from './search/complete-titles.ts';
import { FindArticles } from './search/find-articles.ts';
import { SearchArticleTexts } from './search/search-articles.ts';
import { SuggestArticles } from './search/suggest-articles.ts';
import { SaveTopic } from './topic/save-topic.ts';
import { TopicQueries } from './topic/topic.queries.ts';
import { TopicRepository } from './topic/topic.repository.ts';
import { TopicsController } from './topic/topics.controller.ts';
import { VoteOnArticle } from './vote/vote-on-article.ts';

/** What public pages, the API of Desk.com and the demo use. */
const OFFERED = [
  ArticleAddresses,
  ArticleQueries,
  AttachFiles,
  CompleteTitles,
  KnowledgeTally,
  ReadingQueries,
  SaveArticle,
  SaveTopic,
  SearchArticleTexts,
  SuggestArticles,
  TopicQueries,
  VoteOnArticle,
  WriteArticleText,
];

/** What the company knows: topics, articles with translations and versions, their search, votes and redirects. */
@Global()
@Module({
  controllers: [TopicsController, ArticlesController, KnowledgeController, KnowledgeChangesController],
  providers: [
    ...OFFERED,
    AnnounceArticles,
    ArticleFileRepository,
    ArticleRepository,
    ArticleVersionQueries,
    ArticleVersionRepository,
    CleanArticleText,
    DefaultLanguage,
    FindArticles,
    HoldArticle,
    InsertArticleInReply,
    KnowledgeLinks,
    KnowledgeRealtime,
    KnowledgeReportQueries,
    ListArticlesQueries,
    OfferArticles,
    PicturesAsUploads,
    PicturesToSend,
    RelabelArticles,
    RenderArticleForCase,
    SaveText,
    TopicRepository,
  ],
  exports: OFFERED,
})
export class KnowledgeModule {}
