export { ArticleAddresses } from './article/article-addresses.ts';
export { ArticleQueries } from './article/article.queries.ts';
export type { StoredArticle } from './article/stored-article.ts';
export { SaveArticle } from './article/save-article.ts';
export { WriteArticleText } from './article/write-translation.ts';
export { namePictures, showPictures } from './file/pictures-in-text.ts';
export { AttachFiles } from './file/attach-files.ts';
export * from './knowledge.module.ts';
export { knowledgeAccess } from './knowledge.policy.ts';
export type { Reader } from './reader/reader.ts';
export {
  ReadingQueries,
  type OpenArticle,
  type ReadableArticle,
  type ReadableTopic,
} from './reader/reading.queries.ts';
export { KnowledgeTally } from './report/knowledge-tally.ts';
export { CompleteTitles } from './search/complete-titles.ts';
export { SearchArticleTexts, type FoundText, type FoundTexts, type SearchBeside } from './search/search-articles.ts';
export { SuggestArticles } from './search/suggest-articles.ts';
export { SaveTopic } from './topic/save-topic.ts';
export { TopicQueries } from './topic/topic.queries.ts';
export { LONGEST_COMMENT, VoteOnArticle } from './vote/vote-on-article.ts';
