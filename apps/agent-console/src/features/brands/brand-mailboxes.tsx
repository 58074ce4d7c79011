import { brandsApi, mailboxesApi } from '@bureau/contracts';
import type { BrandDetails, Mailbox } from '@bureau/contracts';
import { can, keyOf, useCommand, useRoute, useSession } from '@bureau/client';
import { Badge, ErrorState, Link, Select, Skeleton, useToasts } from '@bureau/ui';
import type { Tone } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { AdminSection } from '../../pieces/admin-page/index.ts';
import { problemText } from '../../plain/problem-words.ts';
import { brandWords as words } from './brands.words.ts';

const tones: Record<Mailbox['state'], Tone> = {
  ok: 'positive',
  connecting: 'accent',
  trouble: 'danger',
  paused: 'neutral',
};

/** The mailboxes of a brand, and the one that answers where a case has no other. */
export function BrandMailboxes({ brand }: { brand: BrandDetails }) {
  const session = useSession();
  const mayList = can(session, mailboxesApi.list);
  const mailboxes = useRoute(mailboxesApi.list, {}, { enabled: mayList });
  const own = (mailboxes.data?.items ?? []).filter((mailbox) => mailbox.brand.id === brand.id);
  const add = can(session, mailboxesApi.create) && (
    <Link href={`/admin/mailboxes/new?brand=${brand.id}`}>{words.addMailbox}</Link>
  );
  if (!mayList) return null;
  return (
    <AdminSection title={words.mailboxes} lead={words.mailboxesLead} action={add}>
      {mailboxes.isPending && <Skeleton rows={2} shape="text" />}
      {mailboxes.isError && <ErrorState what={words.mailboxesFailed} onRetry={() => void mailboxes.refetch()} />}
      {mailboxes.data && own.length === 0 && <p className="brand-quiet">{words.noMailboxYet}</p>}
      {own.length > 0 && (
        <ul className="brand-list">
          {own.map(({ id, address, name, state }) => (
            <li key={id}>
              <Link href={`/admin/mailboxes/${id}`}>{address}</Link>
              <span className="brand-quiet">{name}</span>
              <Badge tone={tones[state]}>{words.mailboxStates[state]}</Badge>
            </li>
          ))}
        </ul>
      )}
      {own.length > 1 && can(session, brandsApi.change) && <DefaultMailbox brand={brand} own={own} />}
    </AdminSection>
  );
}

const FIRST = 'first';

/** Saved at once: there is nothing else to decide. */
function DefaultMailbox({ brand, own }: { brand: BrandDetails; own: readonly Mailbox[] }) {
  const queries = useQueryClient();
  const toasts = useToasts();
  const change = useCommand(brandsApi.change, {
    onSuccess: () => void toasts.show({ text: words.defaultSaved, tone: 'positive' }),
    onError: (error) => void toasts.show({ tone: 'danger', text: words.notSaved, detail: problemText(error) }),
    onSettled: () =>
      Promise.all(
        [brandsApi.list, brandsApi.read, mailboxesApi.list].map((route) =>
          queries.invalidateQueries({ queryKey: keyOf(route) }),
        ),
      ),
  });
  const shown = change.isPending ? change.variables.body?.defaultMailboxId : brand.defaultMailboxId;
  return (
    <Select
      label={words.default}
      help={words.defaultHelp}
      choices={[
        { id: FIRST, label: words.firstMailbox(own[0]?.address ?? '') },
        ...own.map(({ id, address }) => ({ id: String(id), label: address })),
      ]}
      value={shown ? String(shown) : FIRST}
      onChange={(id) =>
        change.mutate({ params: { brandId: brand.id }, body: { defaultMailboxId: id === FIRST ? null : Number(id) } })
      }
    />
  );
}
