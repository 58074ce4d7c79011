import { brandsApi, usersApi } from '@bureau/contracts';
import { useRoute } from '@bureau/client';

/** Who and what can be in a group, and what they are called. */
export function useNames() {
  const users = useRoute(usersApi.list, { query: { state: 'all' } }).data?.items ?? [];
  const brands = useRoute(brandsApi.list, {}).data?.items ?? [];
  return {
    users,
    brands,
    userName: (id: number) => users.find((user) => user.id === id)?.name ?? '…',
    brandName: (id: number) => brands.find((brand) => brand.id === id)?.name ?? '…',
  };
}
