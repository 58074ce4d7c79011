import './toggle.css';
import '../field/field.css';
import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox, type CheckboxProps as AriaCheckboxProps } from 'react-aria-components';

export interface CheckboxProps extends Omit<AriaCheckboxProps, 'children' | 'className' | 'style'> {
  /** Leave out only with `aria-label`, for example in a list row. */
  children?: ReactNode;
  /** A quiet second line. */
  help?: ReactNode;
}

/** Yes or no, on its own or in a list of things to tick. */
export function Checkbox({ children, help, ...props }: CheckboxProps) {
  return (
    <AriaCheckbox {...props} className="bu-toggle">
      {({ isSelected, isIndeterminate }) => (
        <>
          <span className="bu-checkbox-box">
            <CheckSign isSelected={isSelected} isIndeterminate={isIndeterminate} />
          </span>
          {children && <ToggleWords help={help}>{children}</ToggleWords>}
        </>
      )}
    </AriaCheckbox>
  );
}

/** The words beside a check box or switch. */
export function ToggleWords({ children, help }: Pick<CheckboxProps, 'children' | 'help'>) {
  return (
    <span className="bu-toggle-words">
      {children}
      {help && <span className="bu-field-help">{help}</span>}
    </span>
  );
}

function CheckSign({ isSelected, isIndeterminate }: { isSelected: boolean; isIndeterminate: boolean }) {
  if (!isSelected && !isIndeterminate) return null;
  return (
    <svg
      width="10"
      height="10"
      viewBox="0 0 10 10"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      aria-hidden="true"
    >
      <path d={isIndeterminate ? 'M2 5h6' : 'm1.5 5.25 2.5 2.5 4.5-5'} strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
