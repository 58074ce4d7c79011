import { EmailAddress, searchApi } from '@bureau/contracts';
import { useRoute } from '@bureau/client';
import { FormField, IconButton, TextField } from '@bureau/ui';
import { ComboBox } from '@bureau/ui/parts';
import { useDeferredValue, useState } from 'react';
import type { ChosenCustomer } from './new-case-values.ts';
import { newCaseWords as words } from './new-case.words.ts';

export interface CustomerFieldProps {
  value: ChosenCustomer | null;
  onChange: (customer: ChosenCustomer | null) => void;
  error?: string;
}

const NEW = 'new';

/** Whom a case is for: found by name, number or address; an address that nobody has makes a new customer. */
export function CustomerField({ value, onChange, error }: CustomerFieldProps) {
  const [typed, type] = useState('');
  const q = useDeferredValue(typed.trim());
  const found = useRoute(searchApi.customers, { query: { q } }, { enabled: q.length > 1, keepPrevious: true });
  if (value !== null) return <Chosen value={value} onChange={onChange} error={error} />;

  const items = q.length > 1 ? (found.data?.items ?? []) : [];
  const isNew = EmailAddress.safeParse(q).success && items.every(({ address }) => address !== q.toLowerCase());
  const choose = (id: string | null) => {
    if (id === NEW) return onChange({ id: null, name: '', address: q });
    const one = items.find((item) => String(item.id) === id);
    if (one) onChange({ id: one.id, name: one.name, address: one.address });
  };
  return (
    <ComboBox
      label={words.customer}
      help={words.customerHelp}
      placeholder={words.findCustomer}
      isRequired
      error={error}
      choices={[
        ...items.map(({ id, name, address, company }) => ({
          id: String(id),
          label: name || (address ?? `#${id}`),
          detail: [address, company?.name].filter(Boolean).join(' · '),
        })),
        ...(isNew ? [{ id: NEW, label: words.newCustomer(q) }] : []),
      ]}
      value={null}
      onSearch={type}
      onChange={choose}
    />
  );
}

function Chosen({ value, onChange, error }: CustomerFieldProps & { value: ChosenCustomer }) {
  const { id, name, address } = value;
  const text = id !== null && name ? [name, address].filter(Boolean).join(' · ') : (address ?? `#${id}`);
  return (
    <>
      <FormField label={words.customer} error={error}>
        {(control) => (
          <div className="new-case-customer">
            <output {...control}>{text}</output>
            <IconButton icon="close" label={words.otherCustomer} onPress={() => onChange(null)} />
          </div>
        )}
      </FormField>
      {id === null && (
        <TextField
          label={words.name}
          help={words.nameHelp}
          validationBehavior="aria"
          value={name}
          onChange={(next) => onChange({ ...value, name: next })}
        />
      )}
    </>
  );
}
