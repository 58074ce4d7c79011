import { companiesApi } from '@bureau/contracts';
import { useRoute } from '@bureau/client';
import { FormField, IconButton } from '@bureau/ui';
import { ComboBox } from '@bureau/ui/parts';
import { useDeferredValue, useState } from 'react';
import { customersWords } from './customers.words.ts';

const words = customersWords.form;

export interface CompanyFieldProps {
  value: { id: number; name: string } | null;
  onChange: (company: { id: number; name: string } | null) => void;
  error?: string;
}

/** The company somebody belongs to, found by typing. */
export function CompanyField({ value, onChange, error }: CompanyFieldProps) {
  const [typed, type] = useState('');
  const q = useDeferredValue(typed.trim());
  const found = useRoute(
    companiesApi.list,
    { query: q.length > 1 ? { q } : {} },
    { enabled: value === null, keepPrevious: true },
  );
  if (value !== null) {
    return (
      <FormField label={words.company} error={error}>
        {(control) => (
          <div className="company-chosen">
            <output {...control}>{value.name}</output>
            <IconButton icon="close" label={words.noCompany} onPress={() => onChange(null)} />
          </div>
        )}
      </FormField>
    );
  }
  const items = found.data?.items ?? [];
  return (
    <ComboBox
      label={words.company}
      placeholder={words.findCompany}
      error={error}
      choices={items.map(({ id, name, domains }) => ({ id: String(id), label: name, detail: domains.join(', ') }))}
      value={null}
      onSearch={type}
      onChange={(id) => onChange(items.find((one) => String(one.id) === id) ?? null)}
    />
  );
}
