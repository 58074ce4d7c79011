import { searchApi, usersApi } from '@bureau/contracts';
import { can, useRoute, useSession } from '@bureau/client';
import type { Choice } from '@bureau/ui';
import { useEffect, useState } from 'react';

/** Milliseconds of rest before the desk is asked; characters from which on it makes sense. */
const REST = 150;
const ENOUGH = 2;
const AT_MOST = 8;

/** Customers and colleagues who may be meant by what was typed, without those who are named already. */
export function useAddressSuggestions(typed: string, named: readonly string[]): Choice[] {
  const session = useSession();
  const wanted = useRested(typed.trim());
  const isEnough = wanted.length >= ENOUGH;
  const found = useRoute(
    searchApi.customers,
    { query: { q: wanted, limit: AT_MOST } },
    { enabled: isEnough && can(session, searchApi.customers), keepPrevious: true },
  );
  const users = useRoute(usersApi.list, {});
  if (!isEnough || typed.trim().length < ENOUGH) return [];
  const folded = wanted.toLowerCase();
  const people = [
    ...(found.data?.items ?? []).map(({ name, address }) => ({ name, address: address ?? '' })),
    ...(users.data?.items ?? [])
      .filter(({ name, email }) => `${name} ${email}`.toLowerCase().includes(folded))
      .map(({ name, email }) => ({ name, address: email })),
  ];
  const taken = new Set(named.map((address) => address.toLowerCase()));
  return people
    .filter(({ address }) => address !== '' && !taken.has(address.toLowerCase()) && taken.add(address.toLowerCase()))
    .slice(0, AT_MOST)
    .map(({ name, address }) => ({ id: address, label: name || address, detail: name ? address : undefined }));
}

function useRested(text: string): string {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), REST);
    return () => clearTimeout(timer);
  }, [text]);
  return rested;
}
