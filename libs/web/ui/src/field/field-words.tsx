import './field.css';
import type { ReactNode } from 'react';
import { FieldError, Label, Text } from 'react-aria-components';
import { Icon } from '../icon/icon.tsx';
import { useUiWords } from '../words/ui-words.tsx';

export interface FieldWords {
  /** Above the field. Leave out only with `aria-label` on the field. */
  label?: string;
  /** Below the field: what to enter and why. */
  help?: ReactNode;
  /** In place of the help: what is wrong and how to put it right. */
  error?: string;
}

/** The label of a react-aria field. */
export function FieldLabel({ label, isRequired }: { label?: string; isRequired?: boolean }) {
  const words = useUiWords();
  if (!label) return null;
  return (
    <Label className="bu-field-label">
      {label}
      {isRequired && <span className="bu-field-required"> · {words.required}</span>}
    </Label>
  );
}

/** Help, or the error in its place. */
export function FieldNotice({ help, error }: Pick<FieldWords, 'help' | 'error'>) {
  if (error) {
    return (
      <FieldError className="bu-field-error">
        <Icon name="alert" />
        <span>{error}</span>
      </FieldError>
    );
  }
  if (!help) return null;
  return (
    <Text slot="description" className="bu-field-help">
      {help}
    </Text>
  );
}
