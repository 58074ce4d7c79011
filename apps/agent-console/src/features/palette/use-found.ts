import { searchApi } from '@bureau/contracts';
import { can, useRoute, useSession } from '@bureau/client';
import { useEffect, useState } from 'react';

/** Milliseconds without a key until the desk is asked. */
const REST = 150;
const LIMIT = 6;

/** Cases and customers for what is typed, asked for once the keys rest; a search that is overtaken is cancelled. */
export function useFound(typed: string, wantsCustomers: boolean) {
  const session = useSession();
  const wanted = typed.trim();
  const q = useRested(wanted);
  const isAsked = q.length >= 2 || /^\d$/.test(q);
  const query = { q, limit: LIMIT };
  const seesCustomers = wantsCustomers && can(session, searchApi.customers);
  const cases = useRoute(searchApi.cases, { query }, { enabled: isAsked, keepPrevious: isAsked });
  const customers = useRoute(
    searchApi.customers,
    { query },
    { enabled: isAsked && seesCustomers, keepPrevious: isAsked },
  );
  return {
    cases: isAsked ? (cases.data?.items ?? []) : [],
    customers: isAsked && seesCustomers ? (customers.data?.items ?? []) : [],
    error: isAsked ? cases.error : null,
    retry: () => void cases.refetch(),
    /** Whether something may still come. */
    isLooking: wanted.length >= 2 && (q !== wanted || cases.isFetching || (seesCustomers && customers.isFetching)),
    /** The desk has looked and knows of nothing. */
    isNothing:
      isAsked &&
      q === wanted &&
      cases.data?.items.length === 0 &&
      !(seesCustomers && (customers.data?.items.length ?? 1) > 0),
    /** What the answer is for. */
    q,
  };
}

function useRested(text: string): string {
  const [rested, rest] = useState(text);
  useEffect(() => {
    if (text === rested) return;
    const timer = setTimeout(() => rest(text), REST);
    return () => clearTimeout(timer);
  }, [text, rested]);
  return rested;
}
