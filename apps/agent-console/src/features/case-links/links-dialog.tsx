import './case-links.css';
import { caseLinksApi, historyApi } from '@bureau/contracts';
import type { CaseAccessLink } from '@bureau/contracts';
import { can, keyOf, useCommand, useRoute, useSession } from '@bureau/client';
import { Button, Dialog, EmptyState, ErrorState, Skeleton, useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { formatDate } from '../../language/format.ts';
import { problemText } from '../../plain/problem-words.ts';
import { linksWords as words } from './case-links.words.ts';

/** With which links customers open this case on the web, and the button that ends them all. */
export function LinksDialog({ caseId, onClose }: { caseId: number; onClose: () => void }) {
  const session = useSession();
  const toasts = useToasts();
  const queries = useQueryClient();
  const params = { caseId };
  const links = useRoute(caseLinksApi.list, { params });
  const revoke = useCommand(caseLinksApi.revoke);
  const items = links.data?.items ?? [];
  const someGood = items.some((link) => link.revokedAt === null && new Date(link.expiresAt) > new Date());

  const revokeAll = async () => {
    try {
      queries.setQueryData(keyOf(caseLinksApi.list, { params }), await revoke.mutateAsync({ params }));
      void queries.invalidateQueries({ queryKey: keyOf(historyApi.list, { params, query: {} }) });
      toasts.show({ text: words.done });
    } catch (error) {
      toasts.show({ tone: 'danger', text: words.refused, detail: problemText(error) });
    }
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words.title(caseId)}
      actions={
        <>
          <Button onPress={onClose}>{words.close}</Button>
          {someGood && can(session, caseLinksApi.revoke) && (
            <Button variant="danger" isPending={revoke.isPending} onPress={() => void revokeAll()}>
              {words.revoke}
            </Button>
          )}
        </>
      }
    >
      <div className="case-links">
        <p>{words.lead}</p>
        {links.isPending && <Skeleton rows={2} shape="text" />}
        {links.isError && (
          <ErrorState
            what={words.failed}
            safe={words.safe}
            onRetry={() => void links.refetch()}
            isRetrying={links.isFetching}
          />
        )}
        {links.isSuccess && items.length === 0 && <EmptyState icon="link">{words.none}</EmptyState>}
        <ul>
          {items.map((link) => (
            <li key={link.id}>
              <strong>{words.of(link.customer.name)}</strong>
              <span>{stateOf(link)}</span>
            </li>
          ))}
        </ul>
        {someGood && can(session, caseLinksApi.revoke) && <p className="case-links-note">{words.revoking}</p>}
      </div>
    </Dialog>
  );
}

function stateOf({ revokedAt, revokedBy, expiresAt }: CaseAccessLink): string {
  if (revokedAt !== null) return words.revoked(revokedBy ?? '', dayOf(revokedAt));
  return new Date(expiresAt) > new Date() ? words.good(dayOf(expiresAt)) : words.over(dayOf(expiresAt));
}

function dayOf(at: string): string {
  return formatDate(at, { dateStyle: 'medium' });
}
