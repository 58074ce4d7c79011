import './toggle.css';
import '../field/field.css';
import type { ReactNode } from 'react';
import { Switch as AriaSwitch, type SwitchProps as AriaSwitchProps } from 'react-aria-components';
import { ToggleWords } from './checkbox.tsx';

export interface SwitchProps extends Omit<AriaSwitchProps, 'children' | 'className' | 'style'> {
  children?: ReactNode;
  /** A quiet second line. */
  help?: ReactNode;
}

/** On or off, at once, without saving. In a form that is saved use Checkbox. */
export function Switch({ children, help, ...props }: SwitchProps) {
  return (
    <AriaSwitch {...props} className="bu-toggle">
      <span className="bu-switch-track" />
      {children && <ToggleWords help={help}>{children}</ToggleWords>}
    </AriaSwitch>
  );
}
