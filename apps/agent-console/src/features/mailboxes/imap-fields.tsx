import { Checkbox, TextField } from '@bureau/ui';
import type { ReactNode } from 'react';
import type { ImapFields } from './mail-servers.ts';
import { PasswordField } from './password-field.tsx';
import { mailboxWords as words } from './mailboxes.words.ts';

export interface ImapInputsProps {
  fields: ImapFields;
  set: (changes: Partial<ImapFields>) => void;
  errorOf: (path: string) => string | undefined;
  /** A password is kept already. */
  hasPassword: boolean;
  /** In place of the field for the folder: a choice, where the folders are known. */
  folder?: ReactNode;
}

/** Where an IMAP mailbox is fetched from. Encryption and port go together. */
export function ImapInputs({ fields, set, errorOf, hasPassword, folder }: ImapInputsProps) {
  const encrypt = (tls: boolean) => {
    const isUsual = fields.port === '993' || fields.port === '143';
    set({ tls, ...(isUsual ? { port: tls ? '993' : '143' } : {}) });
  };
  return (
    <div className="mail-server">
      <TextField
        label={words.imapHost}
        isRequired
        validationBehavior="aria"
        value={fields.host}
        onChange={(host) => set({ host })}
        error={errorOf('imap.host')}
        className="mail-server-host"
      />
      <TextField
        label={words.port}
        inputMode="numeric"
        validationBehavior="aria"
        value={fields.port}
        onChange={(port) => set({ port })}
        error={errorOf('imap.port')}
      />
      <div className="mail-server-wide">
        <Checkbox isSelected={fields.tls} onChange={encrypt} help={words.tlsHelp}>
          {words.tls}
        </Checkbox>
      </div>
      <TextField
        label={words.user}
        isRequired
        autoComplete="off"
        validationBehavior="aria"
        value={fields.user}
        onChange={(user) => set({ user })}
        error={errorOf('imap.user')}
      />
      <PasswordField
        value={fields.password}
        onChange={(password) => set({ password })}
        error={errorOf('imap.password')}
        isKept={hasPassword}
      />
      <div className="mail-server-wide">
        {folder ?? (
          <TextField
            label={words.folder}
            help={words.folderHelp}
            validationBehavior="aria"
            value={fields.folder}
            onChange={(name) => set({ folder: name })}
            error={errorOf('imap.folder')}
          />
        )}
      </div>
    </div>
  );
}
