import { TextField } from '@bureau/ui';
import { mailboxWords as words } from './mailboxes.words.ts';

export interface PasswordFieldProps {
  value: string;
  onChange: (password: string) => void;
  error?: string;
  isKept: boolean;
}

/** A password that is written and never read back. */
export function PasswordField({ value, onChange, error, isKept }: PasswordFieldProps) {
  return (
    <TextField
      label={words.password}
      help={isKept ? words.passwordKept : words.passwordHelp}
      type="password"
      autoComplete="new-password"
      validationBehavior="aria"
      value={value}
      onChange={onChange}
      error={error}
    />
  );
}
