import { Checkbox, TextField } from '@bureau/ui';
import type { MailboxFields } from './mailbox-fields.ts';
import { mailboxWords as words } from './mailboxes.words.ts';

export interface ImapFieldsProps {
  fields: MailboxFields;
  set: (changes: Partial<MailboxFields>) => void;
  errorOf: (field: string) => string | undefined;
  /** No password is kept yet. */
  isNew: boolean;
}

/** Where an IMAP mailbox is fetched from. */
export function ImapFields({ fields, set, errorOf, isNew }: ImapFieldsProps) {
  return (
    <fieldset className="mailbox-imap">
      <legend className="bu-hidden">{words.wayImap}</legend>
      <TextField
        label={words.host}
        isRequired
        validationBehavior="aria"
        value={fields.host}
        onChange={(host) => set({ host })}
        error={errorOf('host')}
        className="mailbox-wide"
      />
      <TextField
        label={words.port}
        inputMode="numeric"
        validationBehavior="aria"
        value={fields.port}
        onChange={(port) => set({ port })}
        error={errorOf('port')}
      />
      <Checkbox isSelected={fields.tls} onChange={(tls) => set({ tls })}>
        {words.tls}
      </Checkbox>
      <TextField
        label={words.user}
        isRequired
        autoComplete="off"
        validationBehavior="aria"
        value={fields.user}
        onChange={(user) => set({ user })}
        error={errorOf('user')}
        className="mailbox-wide"
      />
      <TextField
        label={words.password}
        help={isNew ? undefined : words.passwordKept}
        type="password"
        autoComplete="new-password"
        validationBehavior="aria"
        value={fields.password}
        onChange={(password) => set({ password })}
        error={errorOf('password')}
        className="mailbox-wide"
      />
      <TextField
        label={words.folder}
        validationBehavior="aria"
        value={fields.folder}
        onChange={(folder) => set({ folder })}
        error={errorOf('folder')}
      />
      <TextField
        label={words.importDays}
        inputMode="numeric"
        validationBehavior="aria"
        value={fields.importDays}
        onChange={(importDays) => set({ importDays })}
        error={errorOf('importDays')}
      />
      <p className="bu-field-help mailbox-wide">{words.importHelp}</p>
    </fieldset>
  );
}
