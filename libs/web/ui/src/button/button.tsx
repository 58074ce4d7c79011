import './button.css';
import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, ProgressBar, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { Icon, type IconName } from '../icon/icon.tsx';
import { useUiWords } from '../words/ui-words.tsx';

export type ButtonVariant = 'primary' | 'plain' | 'quiet' | 'danger';

export interface ButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style'> {
  children?: ReactNode;
  /** One `primary` a screen; `plain` beside it; `quiet` in tool bars; `danger` where nothing brings it back. */
  variant?: ButtonVariant;
  size?: 'normal' | 'small';
  icon?: IconName;
  className?: string;
  ref?: Ref<HTMLButtonElement>;
}

/** While `isPending` it keeps its width and focus, takes no press and says that it is working. */
export function Button({ variant = 'plain', size = 'normal', icon, className = '', children, ...props }: ButtonProps) {
  const words = useUiWords();
  return (
    <AriaButton {...props} className={`bu-button ${className}`} data-variant={variant} data-size={size}>
      <span className="bu-button-content">
        {icon && <Icon name={icon} />}
        {children}
      </span>
      {props.isPending && <ProgressBar isIndeterminate aria-label={words.pending} className="bu-button-spinner" />}
    </AriaButton>
  );
}
