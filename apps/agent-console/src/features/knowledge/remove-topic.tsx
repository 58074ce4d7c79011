import { topicsApi } from '@bureau/contracts';
import type { Topic } from '@bureau/contracts';
import { keyOf, useCommand, useRoute } from '@bureau/client';
import { Banner, Button, ConfirmDialog, Select, useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { problemText } from '../../plain/problem-words.ts';
import { knowledgeWords as words } from './knowledge.words.ts';

/** Deletes a topic; its articles go to another one first. */
export function RemoveTopic({ topic, go }: { topic: Topic; go: AdminPageProps['go'] }) {
  const [isAsking, ask] = useState(false);
  const [heir, setHeir] = useState<string | null>(null);
  const queries = useQueryClient();
  const toasts = useToasts();
  const others = (useRoute(topicsApi.list, { query: {} }, { enabled: isAsking }).data?.items ?? []).filter(
    ({ id }) => id !== topic.id,
  );
  const remove = useCommand(topicsApi.delete, {
    onSuccess: () => {
      toasts.show({ text: words.topicDeleted(topic.name) });
      go({ item: 'topics' });
      void queries.invalidateQueries({ queryKey: keyOf(topicsApi.list) });
    },
  });
  const isHeld = topic.articleCount > 0;
  const query = heir === null ? {} : { moveArticlesTo: heir };
  return (
    <>
      <Button icon="trash" onPress={() => ask(true)}>
        {words.delete}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => ask(false)}
        onConfirm={() => remove.mutate({ params: { topicId: topic.id }, query })}
        isPending={remove.isPending}
        title={words.deleteTopicTitle(topic.name)}
        losses={words.topicLosses}
        confirmLabel={words.delete}
      >
        {isHeld && (
          <Select
            label={words.articlesGoTo(topic.articleCount)}
            choices={others.map(({ id, name }) => ({ id: String(id), label: name }))}
            value={heir}
            onChange={setHeir}
          />
        )}
        {remove.error && <Banner tone="danger">{problemText(remove.error)}</Banner>}
      </ConfirmDialog>
    </>
  );
}
