import { ChipField } from '@bureau/ui/parts';
import { Button, TextField } from '@bureau/ui';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { composerWords as words } from './composer.words.ts';
import { isAddress, parseAddresses, withAddresses } from './parse-addresses.ts';
import { useAddressSuggestions } from './use-address-suggestions.ts';
import type { Recipients as RecipientsNow } from './use-recipients.ts';

type Place = 'to' | 'cc' | 'bcc';

export interface RecipientsProps {
  /** Another way to answer. */
  action?: ReactNode;
  mode: 'reply' | 'forward';
  recipients: RecipientsNow;
  subject: string;
  isReadOnly: boolean;
  /** How the draft is kept. */
  saving: string;
  onChange: (changes: Partial<Record<Place, string[]>>) => void;
  onSubject: (subject: string) => void;
}

/** To whom it goes: the people as one line until somebody wants to change them, then a field for each place. */
export function Recipients({ mode, recipients, saving, isReadOnly, action, ...rest }: RecipientsProps) {
  const [isOpen, setOpen] = useState(false);
  const isWide = isOpen || mode === 'forward' || recipients.invalid.length > 0 || recipients.bcc.length > 0;
  return (
    <div className="composer-head" data-wide={isWide || undefined}>
      {isWide ? (
        <Fields mode={mode} recipients={recipients} isReadOnly={isReadOnly} {...rest} />
      ) : (
        <div className="composer-recipients">
          <span className="composer-label">{words.to}</span>
          <span className="bu-truncate">{recipients.to.map((address) => nameOf(address, recipients)).join(', ')}</span>
          {recipients.cc.length > 0 && <span className="composer-label">{words.cc}</span>}
          {recipients.cc.length > 0 && <span className="bu-truncate">{recipients.cc.join(', ')}</span>}
          {!isReadOnly && (
            <Button variant="quiet" size="small" onPress={() => setOpen(true)}>
              {words.changeRecipients}
            </Button>
          )}
        </div>
      )}
      {action}
      <span className="composer-saving" role="status">
        {saving}
      </span>
    </div>
  );
}

function nameOf(address: string, { names }: RecipientsNow): string {
  const name = names.get(address.toLowerCase());
  return name ? `${name} <${address}>` : address;
}

type FieldsProps = Omit<RecipientsProps, 'saving' | 'action'>;

function Fields({ mode, recipients, subject, isReadOnly, onChange, onSubject }: FieldsProps) {
  const places: readonly Place[] = mode === 'forward' ? ['to', 'cc'] : ['to', 'cc', 'bcc'];
  const wrong = recipients.invalid;
  return (
    <div className="composer-fields">
      {places.map((place) => (
        <AddressField
          key={place}
          label={words[place]}
          addresses={recipients[place]}
          names={recipients.names}
          isReadOnly={isReadOnly}
          onChange={(addresses) => onChange({ [place]: addresses })}
        />
      ))}
      <TextField
        className="composer-subject"
        aria-label={words.subject}
        placeholder={words.subject}
        value={subject}
        isReadOnly={isReadOnly}
        maxLength={500}
        onChange={onSubject}
      />
      {wrong.length > 0 && (
        <p className="composer-wrong" role="alert">
          {words.invalid(wrong)}
        </p>
      )}
      {recipients.leftOut.length > 0 && (
        <p className="composer-left-out">
          {words.leftOut(recipients.leftOut)}{' '}
          <Button
            size="small"
            variant="quiet"
            onPress={() => onChange({ cc: withAddresses(recipients.cc, recipients.leftOut) })}
          >
            {words.takeIn}
          </Button>
        </p>
      )}
    </div>
  );
}

interface AddressFieldProps {
  label: string;
  addresses: readonly string[];
  names: ReadonlyMap<string, string>;
  isReadOnly: boolean;
  onChange: (addresses: string[]) => void;
}

function AddressField({ label, addresses, names, isReadOnly, onChange }: AddressFieldProps) {
  const [typed, setTyped] = useState('');
  const suggestions = useAddressSuggestions(typed, addresses);
  return (
    <ChipField
      label={label}
      isReadOnly={isReadOnly}
      chips={addresses.map((address) => ({
        value: address,
        label: names.get(address.toLowerCase()) || address,
        trouble: isAddress(address) ? undefined : words.noAddressOf(address),
      }))}
      suggestions={suggestions}
      onType={setTyped}
      onAdd={(written) => onChange(withAddresses(addresses, parseAddresses(written)))}
      onRemove={(address) => onChange(addresses.filter((one) => one !== address))}
    />
  );
}
