import { customersApi } from '@bureau/contracts';
import type { CustomerSummary } from '@bureau/contracts';
import { keyOf, useClient } from '@bureau/client';
import { useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { customerName } from '../../plain/customer-name.ts';
import { problemText } from '../../plain/problem-words.ts';
import { refreshLists } from '../../plain/refresh-lists.ts';
import { customersWords } from './customers.words.ts';

const words = customersWords.merging;

/** Merges customers and takes merges back; each says what it did, and the merge offers its undo. */
export function useMergeCustomers() {
  const client = useClient();
  const queries = useQueryClient();
  const toasts = useToasts();
  const [isBusy, setBusy] = useState(false);

  const carryOut = async (write: () => Promise<unknown>, done: { text: string; onUndo?: () => void }) => {
    setBusy(true);
    try {
      await write();
      toasts.show(done);
      const routes = [customersApi.get, customersApi.list, customersApi.cases, customersApi.history];
      await Promise.all([
        ...routes.map((route) => queries.invalidateQueries({ queryKey: keyOf(route) })),
        refreshLists(queries),
      ]);
      return true;
    } catch (error) {
      const detail = problemText(error);
      toasts.show({ tone: 'danger', text: customersWords.failedTo, detail });
      return false;
    } finally {
      setBusy(false);
    }
  };
  const unmerge = (into: CustomerSummary, other: CustomerSummary) =>
    carryOut(() => client.call(customersApi.unmerge, { params: { customerId: into.id, mergedId: other.id } }), {
      text: words.undone(customerName(other)),
    });
  const merge = (into: CustomerSummary, other: CustomerSummary) =>
    carryOut(
      () => client.call(customersApi.merge, { params: { customerId: into.id }, body: { customerId: other.id } }),
      { text: words.done(customerName(other)), onUndo: () => void unmerge(into, other) },
    );
  return { merge, unmerge, isBusy };
}
