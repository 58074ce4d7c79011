import { systemLogApi } from '@bureau/contracts';
import { keyOf, useCommand, useRoute } from '@bureau/client';
import { Button, useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { problemText } from '../../plain/problem-words.ts';
import { systemLogWords as words } from './system-log.words.ts';

/** Marks the log as seen up to the newest entry: the navigation counts from there. Not there while nothing is new. */
export function MarkSeen() {
  const queries = useQueryClient();
  const toasts = useToasts();
  const unseen = useRoute(systemLogApi.unseen, {});
  const mark = useCommand(systemLogApi.markSeen, {
    onSuccess: () => {
      toasts.show({ text: words.seen });
      return queries.invalidateQueries({ queryKey: keyOf(systemLogApi.unseen) });
    },
    onError: (error) => void toasts.show({ tone: 'danger', text: words.notSeen, detail: problemText(error) }),
  });
  const latestId = unseen.data?.latestId ?? null;
  if (latestId === null) return null;
  return (
    <Button icon="check" isPending={mark.isPending} onPress={() => mark.mutate({ body: { entryId: latestId } })}>
      {words.markSeen}
    </Button>
  );
}
