import { articlesApi } from '@bureau/contracts';
import type { Article, ArticleVersion } from '@bureau/contracts';
import { keyOf, useCommand, useRoute } from '@bureau/client';
import { Badge, Button, Dialog, ErrorState, RelativeTime, Skeleton, useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { languageName } from '../../plain/language-name.ts';
import { problemText } from '../../plain/problem-words.ts';
import { knowledgeWords } from './knowledge.words.ts';

const words = knowledgeWords.versions;

export interface VersionsDialogProps {
  article: Article;
  language: string;
  /** Something is typed that nobody has saved: restoring would hide it. */
  isChanged: boolean;
  onClose: () => void;
}

/** What a text was before, the latest first: by whom, when, what became different; each can come back. */
export function VersionsDialog({ article, language, isChanged, onClose }: VersionsDialogProps) {
  const params = { articleId: article.id, language };
  const versions = useRoute(articlesApi.versions, { params });
  const [opened, open] = useState<number | null>(null);
  const present = article.translations.find((one) => one.language === language)?.version;
  const restore = useRestore(article.id, language);
  return (
    <Dialog isOpen onClose={onClose} title={words.title(languageName(language))} size="wide">
      {versions.isPending && <Skeleton rows={4} />}
      {versions.isError && (
        <ErrorState what={words.failed} onRetry={() => void versions.refetch()} isRetrying={versions.isFetching} />
      )}
      {isChanged && <p className="knowledge-quiet">{words.unsaved}</p>}
      <ol className="article-versions">
        {versions.data?.items.map((one) => (
          <li key={one.version}>
            <div className="article-version-head">
              <strong>{words.version(one.version)}</strong>
              {one.version === present && <Badge tone="accent">{words.present}</Badge>}
              <span className="knowledge-quiet">
                <RelativeTime at={one.at} show="ago" /> {one.by && words.by(one.by.name)}
              </span>
              <span className="knowledge-quiet">{toldOf(one)}</span>
              <Button
                size="small"
                aria-expanded={opened === one.version}
                aria-label={words.showOf(one.version)}
                onPress={() => open(opened === one.version ? null : one.version)}
              >
                {words.show}
              </Button>
              {article.editable && one.version !== present && (
                <Button
                  size="small"
                  icon="undo"
                  aria-label={words.restoreOf(one.version)}
                  isDisabled={isChanged || restore.isPending}
                  onPress={() => restore.run(one.version)}
                >
                  {words.restore}
                </Button>
              )}
            </div>
            {opened === one.version && <Differences {...params} version={one.version} />}
          </li>
        ))}
      </ol>
    </Dialog>
  );
}

function toldOf({ version, restores, added, removed }: ArticleVersion): string {
  if (restores !== null) return words.restores(restores);
  return version === 1 ? words.first : words.changed(added, removed);
}

function Differences({ articleId, language, version }: { articleId: number; language: string; version: number }) {
  const read = useRoute(articlesApi.version, { params: { articleId, language, version } });
  if (read.isPending) return <Skeleton rows={3} shape="text" />;
  if (read.isError) return <ErrorState what={words.failed} onRetry={() => void read.refetch()} />;
  const { subject, subjectBefore, lines } = read.data;
  return (
    <div className="article-differences" role="group" aria-label={words.showOf(version)}>
      {subjectBefore !== null && subjectBefore !== subject && (
        <p>
          <del>{subjectBefore}</del> <ins>{subject}</ins>
        </p>
      )}
      {lines.map(({ kind, text }, place) => {
        // Lines have no names of their own, and none of them moves.
        const key = `${place}`;
        if (kind === 'same') return <p key={key}>{text}</p>;
        return <p key={key}>{kind === 'added' ? <ins>{text}</ins> : <del>{text}</del>}</p>;
      })}
    </div>
  );
}

/** Makes a version the present one again, as a new version; undo is the one that was present. */
function useRestore(articleId: number, language: string) {
  const queries = useQueryClient();
  const toasts = useToasts();
  const rollBack = useCommand(articlesApi.rollBack);
  const run = (version: number) =>
    rollBack.mutate(
      { params: { articleId, language, version } },
      {
        onSuccess: () => {
          toasts.show({ text: words.restored(version) });
          void queries.invalidateQueries({ queryKey: keyOf(articlesApi.read, { params: { articleId } }) });
          void queries.invalidateQueries({
            queryKey: keyOf(articlesApi.versions, { params: { articleId, language } }),
          });
        },
        onError: (error) => void toasts.show({ text: words.notRestored, detail: problemText(error), tone: 'danger' }),
      },
    );
  return { run, isPending: rollBack.isPending };
}
