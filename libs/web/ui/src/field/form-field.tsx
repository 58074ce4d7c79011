import './field.css';
import { useId, type ReactNode } from 'react';
import { Icon } from '../icon/icon.tsx';
import { useUiWords } from '../words/ui-words.tsx';
import type { FieldWords } from './field-words.tsx';

/** What the control inside must carry so that label, help and error are read with it. */
export interface FormFieldControl {
  id: string;
  'aria-labelledby'?: string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
}

export interface FormFieldProps extends FieldWords {
  isRequired?: boolean;
  children: (control: FormFieldControl) => ReactNode;
}

/** The frame of a field for controls that are not ours: label above, help below, error in place of help. */
export function FormField({ label, help, error, isRequired, children }: FormFieldProps) {
  const id = useId();
  const words = useUiWords();
  const noticeId = error || help ? `${id}-notice` : undefined;
  const labelId = label ? `${id}-label` : undefined;
  return (
    <div className="bu-field">
      {label && (
        <label id={labelId} htmlFor={id} className="bu-field-label">
          {label}
          {isRequired && <span className="bu-field-required"> · {words.required}</span>}
        </label>
      )}
      {children({
        id,
        'aria-labelledby': labelId,
        'aria-describedby': noticeId,
        'aria-invalid': error ? true : undefined,
      })}
      {error && (
        <span id={noticeId} className="bu-field-error">
          <Icon name="alert" />
          <span>{error}</span>
        </span>
      )}
      {!error && help && (
        <span id={noticeId} className="bu-field-help">
          {help}
        </span>
      )}
    </div>
  );
}
