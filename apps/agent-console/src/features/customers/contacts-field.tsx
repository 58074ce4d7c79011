import { ContactType } from '@bureau/contracts';
import type { Contact } from '@bureau/contracts';
import { Button, IconButton, Select, TextField } from '@bureau/ui';
import { useId, useState } from 'react';
import { customersWords } from './customers.words.ts';

const words = customersWords.form;
const types = ContactType.options.map((id) => ({ id, label: customersWords.types[id] }));

export interface ContactsFieldProps {
  label: string;
  help?: string;
  addLabel: string;
  kind: 'email' | 'tel' | 'text';
  contacts: readonly Contact[];
  onChange: (contacts: readonly Contact[]) => void;
  errorOf: (at: number) => string | undefined;
  /** Where answers go, among e-mail addresses. */
  primary?: string | null;
  onPrimary?: (value: string) => void;
}

/** Several ways of one kind to reach somebody, a line each; one more is always a press away. */
export function ContactsField({ label, help, addLabel, kind, contacts, onChange, ...props }: ContactsFieldProps) {
  const name = useId();
  const [isAdding, setAdding] = useState(false);
  const change = (at: number, changes: Partial<Contact>) =>
    onChange(contacts.map((contact, place) => (place === at ? { ...contact, ...changes } : contact)));
  const add = () => {
    setAdding(true);
    onChange([...contacts, { type: 'work', value: '' }]);
  };
  return (
    <fieldset className="contacts">
      <legend>{label}</legend>
      {contacts.map(({ type, value }, at) => (
        <div key={at} className="contacts-line">
          {props.onPrimary && contacts.length > 1 && (
            <input
              type="radio"
              name={name}
              checked={value === props.primary}
              onChange={() => props.onPrimary?.(value)}
              aria-label={words.answerTo(value)}
            />
          )}
          <TextField
            aria-label={label}
            type={kind}
            validationBehavior="aria"
            autoFocus={isAdding && at === contacts.length - 1}
            value={value}
            onChange={(next) => change(at, { value: next })}
            error={props.errorOf(at)}
          />
          <Select
            aria-label={words.kind}
            choices={types}
            value={type}
            onChange={(next) => change(at, { type: next })}
          />
          <IconButton
            icon="close"
            label={words.remove(value)}
            onPress={() => onChange(contacts.filter((_, place) => place !== at))}
          />
        </div>
      ))}
      {help && contacts.length > 1 && <p className="customer-quiet">{help}</p>}
      <Button size="small" variant="quiet" icon="plus" onPress={add}>
        {addLabel}
      </Button>
    </fieldset>
  );
}
