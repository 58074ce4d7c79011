import { EmailAddress } from '@bureau/contracts';
import { Badge, Button, TextField } from '@bureau/ui';
import { useState } from 'react';
import type { FormEvent, KeyboardEvent } from 'react';
import { composerWords as words } from './composer.words.ts';

export interface RecipientsProps {
  name: string;
  address: string;
  cc: readonly string[];
  isReadOnly: boolean;
  /** How the draft is kept. */
  saving: string;
  onChangeCc: (cc: string[]) => void;
}

/** To whom the reply goes. The customer stands fast; copies can be added and taken away. */
export function Recipients({ name, address, cc, isReadOnly, saving, onChangeCc }: RecipientsProps) {
  const [isAdding, setAdding] = useState(false);
  return (
    <div className="composer-head">
      <div className="composer-recipients">
        <span className="composer-label">{words.to}</span>
        <span className="bu-truncate" title={address}>
          {name && <strong>{name} </strong>}
          {address}
        </span>
        {cc.length > 0 && <span className="composer-label">{words.cc}</span>}
        {cc.map((copy) => (
          <Badge
            key={copy}
            name={copy}
            onRemove={isReadOnly ? undefined : () => onChangeCc(cc.filter((one) => one !== copy))}
          >
            {copy}
          </Badge>
        ))}
        {isAdding && (
          <CopyForm onAdd={(copy) => onChangeCc([...new Set([...cc, copy])])} onClose={() => setAdding(false)} />
        )}
        {!isAdding && !isReadOnly && (
          <Button variant="quiet" size="small" onPress={() => setAdding(true)}>
            {words.addCc}
          </Button>
        )}
      </div>
      <span className="composer-saving" role="status">
        {saving}
      </span>
    </div>
  );
}

function CopyForm({ onAdd, onClose }: { onAdd: (copy: string) => void; onClose: () => void }) {
  const [written, setWritten] = useState('');
  const [isWrong, setWrong] = useState(false);
  const add = (event: FormEvent) => {
    event.preventDefault();
    const address = EmailAddress.safeParse(written);
    setWrong(!address.success);
    if (!address.success) return;
    onAdd(address.data);
    onClose();
  };
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  };
  return (
    <form className="composer-copy" onSubmit={add} onKeyDown={leave}>
      <TextField
        aria-label={words.ccAddress}
        type="email"
        value={written}
        onChange={setWritten}
        error={isWrong ? words.ccInvalid : undefined}
        autoFocus
        validationBehavior="aria"
      />
    </form>
  );
}
