import './article-dialog.css';
import { articlesApi } from '@bureau/contracts';
import type { Case, FoundArticle } from '@bureau/contracts';
import { useRoute } from '@bureau/client';
import { Banner, Button, EmptyState, ErrorState, Link, Skeleton } from '@bureau/ui';
import type { UseQueryResult } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import type { ReactNode } from 'react';
import { ChooseDialog, ChooseRow } from '../../pieces/choose-dialog/index.ts';
import { useInsertArticle } from '../../pieces/insert-article/index.ts';
import type { InsertedAs } from '../../pieces/insert-article/index.ts';
import { MarkedText } from '../../pieces/marked-text/index.ts';
import { articleDialogWords as words } from './article-dialog.words.ts';

export interface ArticleDialogProps {
  supportCase: Case;
  onClose: () => void;
}

/** Articles to choose from, found by words or quickcode; beside them what would stand in the answer. */
export function ArticleDialog({ supportCase, onClose }: ArticleDialogProps) {
  const [typed, type] = useState('');
  const [row, setRow] = useState('');
  const q = useDeferredValue(typed.trim());
  const { brand, language } = supportCase;
  const found = useRoute(articlesApi.search, {
    query: { q, brandId: String(brand.id), limit: '20', ...(language && { language }) },
  });
  const items = found.data?.items ?? [];
  const meant = items.find(({ id }) => String(id) === row) ?? items[0];
  const insertArticle = useInsertArticle(supportCase.id);
  const insert = async ({ id }: FoundArticle, as: InsertedAs) => {
    if (await insertArticle(id, as)) onClose();
  };
  return (
    <ChooseDialog
      title={words.title}
      icon="book"
      field={words.field}
      longest={200}
      typed={typed}
      onType={type}
      row={row}
      onRow={setRow}
      onShiftEnter={() => meant && void insert(meant, 'link')}
      resultsLabel={words.results}
      instead={insteadOf(found, q !== '')}
      results={items.map((article) => (
        <Row key={article.id} article={article} onChoose={() => void insert(article, 'text')} />
      ))}
      preview={<div aria-live="polite">{meant && <Preview key={meant.id} article={meant} />}</div>}
      hints={[
        { keys: 'enter', does: words.hints.insert },
        { keys: 'shift+enter', does: words.hints.link },
        { keys: 'escape', does: words.hints.close },
      ]}
      actions={
        <>
          <Link href="/articles" quiet>
            {words.manage}
          </Link>
          <Button size="small" isDisabled={!meant} onPress={() => meant && void insert(meant, 'link')}>
            {words.link}
          </Button>
          <Button
            size="small"
            variant="primary"
            isDisabled={!meant}
            onPress={() => meant && void insert(meant, 'text')}
          >
            {words.insert}
          </Button>
        </>
      }
      onClose={onClose}
    />
  );
}

function insteadOf(found: UseQueryResult<{ items: readonly FoundArticle[] }>, isSearch: boolean): ReactNode {
  if (found.isPending) return <Skeleton rows={6} shape="compact" />;
  if (found.isError) return <ErrorState what={words.failed} safe={words.safe} onRetry={() => void found.refetch()} />;
  return found.data.items.length === 0 ? <Nothing isSearch={isSearch} /> : null;
}

function Row({ article, onChoose }: { article: FoundArticle; onChoose: () => void }) {
  const { id, subject, subjectMarks, excerpt, excerptMarks, quickcode } = article;
  return (
    <ChooseRow value={String(id)} className="article-row" onChoose={onChoose}>
      <span className="bu-truncate">
        <MarkedText text={subject} marks={subjectMarks} />
      </span>
      {quickcode !== null && <code>{quickcode}</code>}
      <span className="article-row-excerpt">
        <MarkedText text={excerpt} marks={excerptMarks} />
      </span>
    </ChooseRow>
  );
}

function Nothing({ isSearch }: { isSearch: boolean }) {
  if (isSearch) return <p className="choose-dialog-quiet">{words.nothing}</p>;
  return (
    <EmptyState icon="book" action={<Link href="/articles/new">{words.write}</Link>}>
      {words.none}
    </EmptyState>
  );
}

function Preview({ article }: { article: FoundArticle }) {
  const read = useRoute(articlesApi.read, { params: { articleId: article.id } });
  if (read.isPending) return <Skeleton rows={5} shape="text" />;
  if (read.isError) return <ErrorState what={words.previewFailed} onRetry={() => void read.refetch()} />;
  const { translations, internal } = read.data;
  const text = translations.find(({ language }) => language === article.language);
  return (
    <>
      <h2 className="article-preview-title">{article.subject}</h2>
      {internal && <Banner tone="caution">{words.internal}</Banner>}
      {!internal && text?.state !== 'published' && <Banner tone="caution">{words.unpublished}</Banner>}
      {article.outdated && <Banner tone="caution">{words.outdated}</Banner>}
      <p className="article-preview-text">{text?.bodies.find(({ channel }) => channel === 'qna')?.body}</p>
    </>
  );
}
