import { customersApi } from '@bureau/contracts';
import type { Customer } from '@bureau/contracts';
import { keyOf, useClient } from '@bureau/client';
import { useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { customerName } from '../../plain/customer-name.ts';
import { problemText } from '../../plain/problem-words.ts';
import { customersWords as words } from './customers.words.ts';

/** Blocks a customer, or lets one write again; each can be undone. */
export function useBlockCustomer(customer: Customer): (blocked: boolean) => Promise<void> {
  const client = useClient();
  const queries = useQueryClient();
  const toasts = useToasts();
  const params = { customerId: customer.id };
  const name = customerName(customer);

  const apply = async (blocked: boolean, canUndo: boolean): Promise<void> => {
    try {
      const changed = await client.call(customersApi.update, { params, body: { blocked } });
      queries.setQueryData(keyOf(customersApi.get, { params }), changed);
      void queries.invalidateQueries({ queryKey: keyOf(customersApi.list) });
      toasts.show({
        text: blocked ? words.didBlock(name) : words.didUnblock(name),
        onUndo: canUndo ? () => void apply(!blocked, false) : undefined,
      });
    } catch (error) {
      toasts.show({
        tone: 'danger',
        text: words.failedTo,
        detail: problemText(error),
        action: { label: words.retry, run: () => void apply(blocked, canUndo) },
      });
    }
  };
  return (blocked) => apply(blocked, true);
}
