import { brandsApi, companiesApi, customersApi, labelsApi, mailboxesApi, usersApi } from '@bureau/contracts';
import { can, useClient, useRoute, useSession } from '@bureau/client';
import { useQueries } from '@tanstack/react-query';
import { conditionsWords as words } from './conditions.words.ts';

export type ThingId = string | number;

export interface Thing {
  id: ThingId;
  name: string;
}

type KnownKind = 'user' | 'group' | 'brand' | 'mailbox' | 'label';

/** All there are of a kind, as far as this reader may see them; «me» and «one of mine» first. */
export function useKnownThings(to: KnownKind): readonly Thing[] {
  const session = useSession();
  const users = useRoute(usersApi.list, {}, { enabled: to === 'user' });
  const groups = useRoute(usersApi.groups, {}, { enabled: to === 'group' });
  const brands = useRoute(brandsApi.list, {}, { enabled: to === 'brand' && can(session, brandsApi.list) });
  const mailboxes = useRoute(mailboxesApi.list, {}, { enabled: to === 'mailbox' && can(session, mailboxesApi.list) });
  const labels = useRoute(labelsApi.list, { query: { type: 'case' } }, { enabled: to === 'label' });
  switch (to) {
    case 'user':
      return [{ id: 'me', name: words.me }, ...(users.data?.items ?? [])];
    case 'group':
      return [{ id: 'mine', name: words.mine }, ...(groups.data?.items ?? [])];
    case 'brand':
      return brands.data?.items ?? [];
    case 'mailbox':
      return (mailboxes.data?.items ?? []).map(({ id, address }) => ({ id, name: address }));
    case 'label':
      return labels.data?.items ?? [];
  }
}

/** What the desk finds for the words typed so far, from the second letter on. */
export function useSoughtThings(to: 'customer' | 'company', typed: string): readonly Thing[] {
  const q = typed.trim();
  const query = { limit: 20, ...(q.length >= 2 && { q }) };
  const customers = useRoute(customersApi.list, { query }, { enabled: to === 'customer', keepPrevious: true });
  const companies = useRoute(companiesApi.list, { query }, { enabled: to === 'company', keepPrevious: true });
  if (to === 'company') return companies.data?.items ?? [];
  return (customers.data?.items ?? []).map(({ id, name, address }) => ({ id, name: name || (address ?? String(id)) }));
}

/** What those that were chosen are called. */
export function useNamesOf(to: 'customer' | 'company', ids: readonly ThingId[]): (id: ThingId) => string {
  const client = useClient();
  const named = useQueries({
    queries: ids.map((id) => ({
      queryKey: ['name of', to, id],
      staleTime: Infinity,
      queryFn: async () => {
        if (to === 'company') return client.call(companiesApi.get, { params: { companyId: Number(id) } });
        return client.call(customersApi.get, { params: { customerId: Number(id) } });
      },
    })),
  });
  return (id) => named[ids.indexOf(id)]?.data?.name ?? `#${id}`;
}
