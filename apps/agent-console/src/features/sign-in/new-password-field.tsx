import { Password } from '@bureau/contracts';
import { Checkbox, TextField } from '@bureau/ui';
import { useState } from 'react';
import { newPasswordWords as words } from './new-password.words.ts';

export interface NewPasswordFieldProps {
  value: string;
  onChange: (value: string) => void;
  /** Whether the desk refused it: then what is wrong shows at once, not only when the field is left. */
  isRefused: boolean;
  autoFocus?: boolean;
}

/** A password to choose. It is written once: whoever wants to be sure looks at it. */
export function NewPasswordField({ value, onChange, isRefused, autoFocus }: NewPasswordFieldProps) {
  const [isShown, setIsShown] = useState(false);
  const [isLeft, setIsLeft] = useState(false);
  const isJudged = isRefused || (isLeft && value !== '');
  return (
    <>
      <TextField
        label={words.label}
        help={words.help}
        name="password"
        type={isShown ? 'text' : 'password'}
        autoComplete="new-password"
        spellCheck="false"
        autoFocus={autoFocus}
        value={value}
        onChange={onChange}
        onBlur={() => setIsLeft(true)}
        error={isJudged ? Password.safeParse(value).error?.issues[0]?.message : undefined}
        validationBehavior="aria"
      />
      <Checkbox isSelected={isShown} onChange={setIsShown}>
        {words.show}
      </Checkbox>
    </>
  );
}
