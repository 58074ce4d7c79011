import type { SmtpTls } from '@bureau/contracts';
import { Select, TextField } from '@bureau/ui';
import type { SmtpFields } from './mail-servers.ts';
import { PasswordField } from './password-field.tsx';
import { mailboxWords as words } from './mailboxes.words.ts';

export interface SmtpInputsProps {
  fields: SmtpFields;
  set: (changes: Partial<SmtpFields>) => void;
  errorOf: (path: string) => string | undefined;
  hasPassword: boolean;
}

const usualPorts: Record<SmtpTls, string> = { implicit: '465', starttls: '587', none: '25' };
const choices = (['starttls', 'implicit', 'none'] as const).map((id) => ({
  id,
  label: words.smtpTls[id],
  detail: words.smtpTlsMeans[id],
}));

/** The server that a mailbox sends through. Encryption and port go together. */
export function SmtpInputs({ fields, set, errorOf, hasPassword }: SmtpInputsProps) {
  const encrypt = (tls: SmtpTls) => {
    const isUsual = Object.values(usualPorts).includes(fields.port);
    set({ tls, ...(isUsual ? { port: usualPorts[tls] } : {}) });
  };
  return (
    <div className="mail-server">
      <TextField
        label={words.smtpHost}
        isRequired
        validationBehavior="aria"
        value={fields.host}
        onChange={(host) => set({ host })}
        error={errorOf('smtp.host')}
        className="mail-server-host"
      />
      <TextField
        label={words.port}
        inputMode="numeric"
        validationBehavior="aria"
        value={fields.port}
        onChange={(port) => set({ port })}
        error={errorOf('smtp.port')}
      />
      <div className="mail-server-wide">
        <Select
          label={words.encryption}
          choices={choices}
          value={fields.tls}
          onChange={encrypt}
          error={errorOf('smtp.tls')}
        />
      </div>
      <TextField
        label={words.user}
        help={words.smtpUserHelp}
        autoComplete="off"
        validationBehavior="aria"
        value={fields.user}
        onChange={(user) => set({ user })}
        error={errorOf('smtp.user')}
      />
      <PasswordField
        value={fields.password}
        onChange={(password) => set({ password })}
        error={errorOf('smtp.password')}
        isKept={hasPassword}
      />
    </div>
  );
}
