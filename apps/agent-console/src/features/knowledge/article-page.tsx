import { articlesApi } from '@bureau/contracts';
import type { Article } from '@bureau/contracts';
import { isProblem, useVersioned } from '@bureau/client';
import { Badge, EmptyState, ErrorState, Select, Skeleton } from '@bureau/ui';
import { Tabs } from '@bureau/ui/parts';
import { AdminPage } from '../../pieces/admin-page/index.ts';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { languageName } from '../../plain/language-name.ts';
import { ArticleFiles } from './article-files.tsx';
import { ArticleMenu } from './article-menu.tsx';
import { ArticleVotes } from './article-votes.tsx';
import { knowledgeWords as words } from './knowledge.words.ts';
import { NewArticle } from './new-article.tsx';
import { SettingsForm } from './settings-form.tsx';
import { TextForm } from './text-form.tsx';

const back = { label: words.titles.articles, href: '/articles' };

export interface ArticlePageProps extends AdminPageProps {
  /** Null: a new one. */
  articleId: number | null;
}

/** One article: its texts by language, and where it stands. */
export function ArticlePage({ articleId, ...props }: ArticlePageProps) {
  const params = { articleId: articleId ?? 0 };
  const read = useVersioned(articlesApi.read, { params }, { enabled: articleId !== null });
  if (articleId === null) {
    return (
      <AdminPage title={words.newArticle} back={back} isWide>
        <NewArticle {...props} />
      </AdminPage>
    );
  }
  const article = read.data?.value;
  const isGone = isProblem(read.error, 'article.not-found');
  return (
    <AdminPage
      title={article?.translations[0]?.subject ?? words.titles.articles}
      back={back}
      lead={article && <Standing article={article} />}
      action={article?.editable && <ArticleMenu article={article} go={props.go} />}
      isWide
    >
      {read.isPending && <Skeleton rows={8} shape="text" />}
      {isGone && <EmptyState icon="book">{words.missing}</EmptyState>}
      {read.isError && !isGone && (
        <ErrorState
          what={words.failed}
          safe={words.safe}
          onRetry={() => void read.refetch()}
          isRetrying={read.isFetching}
        />
      )}
      {article && read.data && (
        <OpenArticle
          article={article}
          version={read.data.version ?? null}
          {...props}
          onShowTheirs={() => void read.refetch()}
        />
      )}
    </AdminPage>
  );
}

function Standing({ article }: { article: Article }) {
  const published = article.translations.filter(({ state }) => state === 'published').length;
  return (
    <span className="knowledge-badges">
      {article.deletedAt !== null && <Badge tone="danger">{words.inTrash}</Badge>}
      {article.internal && <Badge tone="caution">{words.internal}</Badge>}
      {words.standing(article.topic.name, published, article.translations.length)}
    </span>
  );
}

interface OpenArticleProps extends AdminPageProps {
  article: Article;
  version: string | null;
  onShowTheirs: () => void;
}

function OpenArticle({ article, version, query, go, onShowTheirs }: OpenArticleProps) {
  const known = article.translations.map(({ language }) => language);
  const others = article.languages.filter((language) => !known.includes(language));
  const added = query['language'];
  const all = added === undefined || known.includes(added) ? known : [...known, added];
  const language = added ?? known[0] ?? '';
  const show = (next: string) => go({ item: String(article.id), query: { language: next }, replace: true });
  const showFirst = () => go({ item: String(article.id), query: {}, replace: true });
  return (
    <div className="article-page">
      <div className="article-texts">
        <Tabs
          label={words.language}
          selected={language}
          onChange={show}
          tabs={all.map((id) => ({
            id,
            label: languageName(id),
            content: <TextForm key={id} {...{ article, version, language: id, onShowTheirs, onRemoved: showFirst }} />,
          }))}
        />
        {article.editable && others.length > 0 && (
          <div className="article-add-language">
            <Select
              aria-label={words.addLanguage}
              placeholder={words.addLanguage}
              choices={others.map((id) => ({ id, label: languageName(id) }))}
              value={null}
              onChange={show}
            />
          </div>
        )}
      </div>
      <aside className="article-side" aria-label={words.side}>
        <SettingsForm {...{ article, version, onShowTheirs }} />
        <ArticleFiles article={article} />
        <ArticleVotes article={article} />
      </aside>
    </div>
  );
}
