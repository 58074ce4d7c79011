import './overlay.css';
import './info-popover.css';
import type { ReactNode } from 'react';
import { Dialog, DialogTrigger, Popover, type PopoverProps } from 'react-aria-components';

export interface InfoPopoverProps {
  /** What it explains, for screen readers. */
  label: string;
  /** A Button or IconButton that opens it. */
  trigger: ReactNode;
  children: ReactNode;
  placement?: PopoverProps['placement'];
  /** Both together, when something inside closes it. */
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
}

/** A few words about the thing whose button was pressed; Esc or a press outside closes it. */
export function InfoPopover({ label, trigger, children, placement = 'bottom start', ...open }: InfoPopoverProps) {
  return (
    <DialogTrigger {...open}>
      {trigger}
      <Popover className="bu-popover bu-info-popover" offset={4} placement={placement}>
        <Dialog className="bu-info-popover-words" aria-label={label}>
          {children}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
