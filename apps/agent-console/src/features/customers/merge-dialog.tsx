import { customersApi, searchApi } from '@bureau/contracts';
import type { Customer } from '@bureau/contracts';
import { useRoute } from '@bureau/client';
import { Avatar, Button, Dialog, ErrorState, Skeleton } from '@bureau/ui';
import { ComboBox } from '@bureau/ui/parts';
import { useDeferredValue, useState } from 'react';
import { customerName } from '../../plain/customer-name.ts';
import { customersWords } from './customers.words.ts';
import { previewOf } from './merge-preview.ts';
import { useMergeCustomers } from './use-merge-customers.ts';

const words = customersWords.merging;

export interface MergeDialogProps {
  customer: Customer;
  onClose: () => void;
  /** With the customer that stayed. */
  onMerged: (customerId: number) => void;
}

/** Finds the other self of a customer, shows both side by side and what will move, and merges them. */
export function MergeDialog({ customer, onClose, onMerged }: MergeDialogProps) {
  const [otherId, setOther] = useState<number | null>(null);
  const [isSwapped, setSwapped] = useState(false);
  const { merge, isBusy } = useMergeCustomers();
  const other = useRoute(customersApi.get, { params: { customerId: otherId ?? 0 } }, { enabled: otherId !== null });
  const found = otherId === null ? undefined : other.data;
  const [stays, goes] = isSwapped ? [found, customer] : [customer, found];
  const confirm = async () => {
    if (!stays || !goes || !(await merge(stays, goes))) return;
    onClose();
    onMerged(stays.id);
  };
  return (
    <Dialog
      isOpen
      size="wide"
      onClose={onClose}
      title={words.title(customerName(isSwapped && found ? found : customer))}
      actions={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button variant="primary" isDisabled={!found} isPending={isBusy} onPress={() => void confirm()}>
            {words.confirm}
          </Button>
        </>
      }
    >
      <div className="merge">
        <p>{words.lead}</p>
        <FindCustomer without={customer.id} onFound={setOther} />
        {otherId !== null && other.isPending && <Skeleton rows={4} shape="text" />}
        {other.isError && <ErrorState what={customersWords.customerFailed} onRetry={() => void other.refetch()} />}
        {stays && goes && (
          <>
            <div className="merge-sides">
              <Side role={words.stays} customer={stays} />
              <Button variant="quiet" icon="refresh" onPress={() => setSwapped(!isSwapped)}>
                {words.swap}
              </Button>
              <Side role={words.goes} customer={goes} />
            </div>
            <Moves stays={stays} goes={goes} />
          </>
        )}
      </div>
    </Dialog>
  );
}

function FindCustomer({ without, onFound }: { without: number; onFound: (customerId: number | null) => void }) {
  const [typed, type] = useState('');
  const [chosen, choose] = useState<string | null>(null);
  const q = useDeferredValue(typed.trim());
  const found = useRoute(searchApi.customers, { query: { q } }, { enabled: q.length > 1, keepPrevious: true });
  const choices = (found.data?.items ?? [])
    .filter(({ id }) => id !== without)
    .map(({ id, name, address, company }) => ({
      id: String(id),
      label: name || (address ?? `#${id}`),
      detail: [address, company?.name].filter(Boolean).join(' · '),
    }));
  return (
    <ComboBox
      label={words.find}
      choices={choices}
      value={chosen}
      onSearch={type}
      onChange={(id) => {
        choose(id);
        onFound(id === null ? null : Number(id));
      }}
    />
  );
}

function Side({ role, customer }: { role: string; customer: Customer }) {
  return (
    <section className="merge-side" aria-label={role}>
      <h3>{role}</h3>
      <div className="customers-name">
        <Avatar name={customerName(customer)} size={32} isDecoration />
        <b className="bu-truncate">{customerName(customer)}</b>
      </div>
      <ul>
        {customer.addresses.map((address) => (
          <li key={address}>{address}</li>
        ))}
        {customer.phoneNumbers.map(({ value }) => (
          <li key={value}>{value}</li>
        ))}
        {customer.company && <li>{customer.company.name}</li>}
        <li>{words.lines.cases(customer.caseCount)}</li>
      </ul>
    </section>
  );
}

function Moves({ stays, goes }: { stays: Customer; goes: Customer }) {
  const { emails, phones, identities, cases } = previewOf(stays, goes);
  const lines = [
    emails.length > 0 && words.lines.emails(emails.join(', ')),
    phones.length > 0 && words.lines.phones(phones.join(', ')),
    identities.length > 0 && words.lines.identities(identities.join(', ')),
    cases > 0 && words.lines.cases(cases),
  ].filter((line) => line !== false);
  return (
    <section className="merge-moves" aria-label={words.moves}>
      <h3>{words.moves}</h3>
      {lines.length === 0 && <p>{words.nothingMoves}</p>}
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
