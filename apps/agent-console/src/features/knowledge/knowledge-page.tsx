import './knowledge.css';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { ArticlePage } from './article-page.tsx';
import { ArticlesPage } from './articles-page.tsx';
import { ReportsPage } from './reports-page.tsx';
import { TopicPage } from './topic-page.tsx';
import { TopicsPage } from './topics-page.tsx';

/** What the company knows: its articles, their topics, and how they are received. */
export function KnowledgePage(props: AdminPageProps) {
  const { item } = props;
  if (item === null) return <ArticlesPage {...props} />;
  if (item === 'topics') return <TopicsPage {...props} />;
  if (item === 'reports') return <ReportsPage {...props} />;
  if (item === 'new-topic') return <TopicPage topicId={null} {...props} />;
  const [, topicId] = /^topic-(\d+)$/.exec(item) ?? [];
  if (topicId !== undefined) return <TopicPage key={item} topicId={Number(topicId)} {...props} />;
  return <ArticlePage key={item} articleId={item === 'new' ? null : Number(item)} {...props} />;
}
