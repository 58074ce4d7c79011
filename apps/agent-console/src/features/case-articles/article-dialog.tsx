import './article-dialog.css';
import { articlesApi } from '@bureau/contracts';
import type { Case, FoundArticle, InsertedArticle } from '@bureau/contracts';
import { useClient, useRoute } from '@bureau/client';
import { Banner, BareDialog, Button, EmptyState, ErrorState, Icon, Kbd, Link, Skeleton, useToasts } from '@bureau/ui';
import { Command } from 'cmdk';
import { useDeferredValue, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { askComposer } from '../../pieces/composer-wishes.ts';
import { MarkedText } from '../../pieces/marked-text/index.ts';
import { problemText } from '../../plain/problem-words.ts';
import { articleDialogWords as words } from './article-dialog.words.ts';
import { asHtml, linkHtml } from './as-html.ts';

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
  const insert = useInsert(supportCase.id, onClose);
  const insertByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !event.shiftKey || !meant) return;
    event.preventDefault();
    void insert(meant, 'link');
  };
  return (
    <BareDialog label={words.title} onClose={onClose}>
      <Command
        label={words.title}
        shouldFilter={false}
        vimBindings={false}
        loop
        className="article-dialog"
        value={row}
        onValueChange={setRow}
        onKeyDown={insertByKey}
      >
        <div className="article-dialog-head">
          <Icon name="book" />
          <Command.Input
            autoFocus
            className="article-dialog-input"
            placeholder={words.field}
            maxLength={200}
            value={typed}
            onValueChange={type}
          />
        </div>
        <div className="article-dialog-panes">
          <Command.List className="article-dialog-list" label={words.results}>
            {found.isPending && <Skeleton rows={6} shape="compact" />}
            {found.isError && <ErrorState what={words.failed} safe={words.safe} onRetry={() => void found.refetch()} />}
            {items.map((article) => (
              <Row key={article.id} article={article} onChoose={() => void insert(article, 'text')} />
            ))}
            {found.isSuccess && items.length === 0 && <Nothing isSearch={q !== ''} />}
          </Command.List>
          <div className="article-dialog-preview" aria-live="polite">
            {meant && <Preview key={meant.id} article={meant} />}
          </div>
        </div>
        <footer className="article-dialog-foot">
          <span className="article-dialog-hints" aria-hidden="true">
            <Kbd keys="enter" /> {words.hints.insert}
            <Kbd keys="shift+enter" /> {words.hints.link}
            <Kbd keys="escape" /> {words.hints.close}
          </span>
          <span className="article-dialog-end">
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
          </span>
        </footer>
      </Command>
    </BareDialog>
  );
}

function Row({ article, onChoose }: { article: FoundArticle; onChoose: () => void }) {
  const { id, subject, subjectMarks, excerpt, excerptMarks, quickcode } = article;
  return (
    <Command.Item value={String(id)} className="article-row" onSelect={onChoose}>
      <span className="bu-truncate">
        <MarkedText text={subject} marks={subjectMarks} />
      </span>
      {quickcode !== null && <code>{quickcode}</code>}
      <span className="article-row-excerpt">
        <MarkedText text={excerpt} marks={excerptMarks} />
      </span>
    </Command.Item>
  );
}

function Nothing({ isSearch }: { isSearch: boolean }) {
  if (isSearch) return <p className="article-dialog-quiet">{words.nothing}</p>;
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
      <h2>{article.subject}</h2>
      {internal && <Banner tone="caution">{words.internal}</Banner>}
      {!internal && text?.state !== 'published' && <Banner tone="caution">{words.unpublished}</Banner>}
      {article.outdated && <Banner tone="caution">{words.outdated}</Banner>}
      <p className="article-dialog-text">{text?.bodies.find(({ channel }) => channel === 'qna')?.body}</p>
    </>
  );
}

/** Puts the article, as its channel says it, where the cursor stands in the answer; or only the way to its page. */
function useInsert(caseId: number, onDone: () => void) {
  const client = useClient();
  const toasts = useToasts();
  return async ({ id }: FoundArticle, what: 'text' | 'link') => {
    try {
      const article: InsertedArticle = await client.call(articlesApi.insert, {
        params: { articleId: id },
        body: { caseId },
      });
      if (what === 'link' && article.url === null) {
        toasts.show({ text: words.noLink, tone: 'danger' });
        return;
      }
      onDone();
      const html = what === 'link' ? linkHtml(article) : asHtml(article);
      const take = (takeBack: () => void) =>
        void toasts.show({ text: words.inserted(article.subject), onUndo: takeBack });
      const missing = what === 'text' ? article.missing : [];
      askComposer(caseId, { kind: 'insert', html, subject: null, status: null, missing, onTaken: take });
    } catch (error) {
      toasts.show({ text: words.insertFailed, detail: problemText(error), tone: 'danger' });
    }
  };
}
