import { checklistApi } from '@bureau/contracts';
import type { ChecklistItem, ChecklistItemId } from '@bureau/contracts';
import { keyOf, useCommand, useRoute } from '@bureau/client';
import { Button, ErrorState, Icon, Link, ProgressBar, RelativeTime, Skeleton, useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { AdminSection } from '../../pieces/admin-page/index.ts';
import { problemText } from '../../plain/problem-words.ts';
import { checklistWords as words } from './checklist.words.ts';

/** Where each is done; the secret is set where the desk is started. */
const places: Record<ChecklistItemId, string | null> = {
  site: '/admin/site',
  mailbox: '/admin/mailboxes',
  'mail-in': '/intake',
  'outbound-server': '/admin/mailboxes',
  'mail-out': '/cases/inbox',
  'second-factor': '/account',
  colleague: '/admin/users',
  group: '/admin/groups',
  filter: '/admin/filters',
  'business-hours': '/admin/business-hours',
  secret: null,
};

/** What a new desk still lacks. Gone once all is done or somebody has put it away. */
export function ChecklistSection() {
  const checklist = useRoute(checklistApi.read, {}, { refetchInterval: 15_000 });
  const dismiss = useDismiss();
  if (checklist.isPending) return <Skeleton rows={6} />;
  if (checklist.isError) {
    return (
      <ErrorState
        what={words.failed}
        safe={words.safe}
        onRetry={() => void checklist.refetch()}
        isRetrying={checklist.isFetching}
      />
    );
  }
  const { items, dismissedAt } = checklist.data;
  const done = items.filter((item) => item.done).length;
  if (done === items.length) return null;
  if (dismissedAt !== null) {
    return (
      <p className="checklist-hidden">
        <Button variant="quiet" size="small" onPress={() => dismiss(false)}>
          {words.show}
        </Button>
      </p>
    );
  }
  const hide = (
    <Button size="small" onPress={() => dismiss(true)}>
      {words.dismiss}
    </Button>
  );
  return (
    <AdminSection title={words.title} lead={words.lead} action={hide}>
      <div className="checklist-progress">
        <ProgressBar label={words.progress(done, items.length)} value={done} max={items.length} />
      </div>
      <ol className="checklist" aria-label={words.title}>
        {items.map((item) => (
          <ChecklistLine key={item.id} item={item} />
        ))}
      </ol>
    </AdminSection>
  );
}

function ChecklistLine({ item: { id, done, since, found } }: { item: ChecklistItem }) {
  const said = words.items[id];
  const place = places[id];
  return (
    <li data-done={done || undefined}>
      <span className="checklist-mark">
        {done && <Icon name="check" size={14} />}
        <span className="bu-hidden">{done ? words.done : words.open}</span>
      </span>
      <div className="checklist-words">
        <strong>{said.title}</strong>
        <span>{done ? said.done(found) : [said.todo, id === 'outbound-server' ? found : ''].join(' ')}</span>
      </div>
      {done && since !== null && <RelativeTime at={since} />}
      {!done && place !== null && <Link href={place}>{said.go}</Link>}
    </li>
  );
}

/** Hides the list for everybody, or shows it again, at once; with a way back. */
function useDismiss(): (dismissed: boolean) => void {
  const queries = useQueryClient();
  const toasts = useToasts();
  const key = keyOf(checklistApi.read, {});
  const dismiss = useCommand(checklistApi.dismiss);
  const run = (dismissed: boolean) =>
    dismiss.mutate(
      { body: { dismissed } },
      {
        onSuccess: (answer) => {
          queries.setQueryData(key, answer);
          if (dismissed) toasts.show({ text: words.dismissed, onUndo: () => run(false) });
        },
        onError: (error) => void toasts.show({ text: words.notDismissed, detail: problemText(error), tone: 'danger' }),
      },
    );
  return run;
}
