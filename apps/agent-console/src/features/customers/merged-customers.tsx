import { customersApi } from '@bureau/contracts';
import type { Customer, CustomerSummary } from '@bureau/contracts';
import { can, useSession } from '@bureau/client';
import { Button } from '@bureau/ui';
import { customersWords } from './customers.words.ts';
import { useMergeCustomers } from './use-merge-customers.ts';

const words = customersWords.merging;

/** Who was merged into a customer; each merge can be taken back, weeks later too. */
export function MergedCustomers({ customer }: { customer: Customer }) {
  const session = useSession();
  const { unmerge, isBusy } = useMergeCustomers();
  const takeBack = (other: CustomerSummary) => void unmerge(customer, other);
  return customer.merged.map((other) => (
    <div key={other.id} className="customer-contact">
      <span>{other.name || other.address || `#${other.id}`}</span>
      {can(session, customersApi.unmerge) && (
        <Button size="small" variant="quiet" icon="undo" isDisabled={isBusy} onPress={() => takeBack(other)}>
          {words.takeBack}
        </Button>
      )}
    </div>
  ));
}
