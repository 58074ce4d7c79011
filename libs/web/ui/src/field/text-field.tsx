import type { Ref } from 'react';
import {
  Input,
  TextArea as AriaTextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components';
import { FieldLabel, FieldNotice, type FieldWords } from './field-words.tsx';

export interface TextFieldProps
  extends FieldWords, Omit<AriaTextFieldProps, 'children' | 'className' | 'style' | 'isInvalid'> {
  placeholder?: string;
  className?: string;
  inputRef?: Ref<HTMLInputElement>;
}

/** One line of text. */
export function TextField({ label, help, error, placeholder, inputRef, className = '', ...props }: TextFieldProps) {
  return (
    <AriaTextField {...props} isInvalid={Boolean(error)} className={`bu-field ${className}`}>
      <FieldLabel label={label} isRequired={props.isRequired} />
      <Input ref={inputRef} className="bu-input" placeholder={placeholder} />
      <FieldNotice help={help} error={error} />
    </AriaTextField>
  );
}

export interface TextAreaProps extends Omit<TextFieldProps, 'inputRef'> {
  rows?: number;
  textAreaRef?: Ref<HTMLTextAreaElement>;
}

/** Several lines of text; the writer may pull it taller. */
export function TextArea({ label, help, error, placeholder, rows, textAreaRef, ...rest }: TextAreaProps) {
  const { className = '', ...props } = rest;
  return (
    <AriaTextField {...props} isInvalid={Boolean(error)} className={`bu-field ${className}`}>
      <FieldLabel label={label} isRequired={props.isRequired} />
      <AriaTextArea ref={textAreaRef} className="bu-input" placeholder={placeholder} rows={rows} />
      <FieldNotice help={help} error={error} />
    </AriaTextField>
  );
}
