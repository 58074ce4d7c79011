import { articlesApi } from '@bureau/contracts';
import type { Article } from '@bureau/contracts';
import { keyOf, useCommand } from '@bureau/client';
import { Button, useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { problemText } from '../../plain/problem-words.ts';
import { knowledgeWords as words } from './knowledge.words.ts';

/** Into the trash and out of it; both are undone by the other. */
export function ArticleMenu({ article, go }: { article: Article; go: AdminPageProps['go'] }) {
  const queries = useQueryClient();
  const toasts = useToasts();
  const params = { articleId: article.id };
  const settled = {
    onError: (error: Error) => void toasts.show({ text: words.notDone, detail: problemText(error), tone: 'danger' }),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: keyOf(articlesApi.list) }),
        queries.invalidateQueries({ queryKey: keyOf(articlesApi.read, { params }) }),
      ]),
  };
  const remove = useCommand(articlesApi.delete, settled);
  const restore = useCommand(articlesApi.restore, settled);
  const subject = article.translations[0]?.subject ?? '';
  if (article.deletedAt !== null) {
    return (
      <Button icon="undo" isPending={restore.isPending} onPress={() => restore.mutate({ params })}>
        {words.restore}
      </Button>
    );
  }
  const run = () =>
    remove.mutate(
      { params, query: {} },
      {
        onSuccess: () => {
          toasts.show({ text: words.trashed(subject), onUndo: () => restore.mutate({ params }) });
          go({});
        },
      },
    );
  return (
    <Button icon="trash" isPending={remove.isPending} onPress={run}>
      {words.delete}
    </Button>
  );
}
