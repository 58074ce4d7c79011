import { Tooltip, type TooltipProps } from '../overlay/tooltip.tsx';
import type { IconName } from '../icon/icon.tsx';
import { Button, type ButtonProps } from './button.tsx';

export interface IconButtonProps extends Omit<ButtonProps, 'children' | 'icon' | 'aria-label'> {
  icon: IconName;
  /** What it does; read aloud and shown in the tool tip. */
  label: string;
  /** The shortcut that does the same. */
  keys?: string;
  placement?: TooltipProps['placement'];
}

/** A button with an icon for a face and always a name. */
export function IconButton({ label, keys, placement, variant = 'quiet', className = '', ...props }: IconButtonProps) {
  return (
    <Tooltip text={label} keys={keys} placement={placement}>
      <Button {...props} variant={variant} aria-label={label} className={`bu-icon-button ${className}`} />
    </Tooltip>
  );
}
