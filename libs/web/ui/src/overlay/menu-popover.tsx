import { useEffect } from 'react';
import type { ReactNode, RefObject } from 'react';
import { Popover, PopoverContext, useSlottedContext } from 'react-aria-components';
import type { PopoverProps } from 'react-aria-components';

export interface MenuPopoverProps extends Omit<PopoverProps, 'children'> {
  children: ReactNode;
}

/**
 * What floats below the button of a menu. When it has closed, the focus goes back to where it was. Where that is no
 * more (the row has left, another popover was just closing, or the keys came from nowhere), it goes to the button, so
 * that it is never lost.
 */
export function MenuPopover({ children, ...props }: MenuPopoverProps) {
  const trigger = useSlottedContext(PopoverContext)?.triggerRef;
  return (
    <Popover {...props}>
      <FocusComesBack trigger={trigger} />
      {children}
    </Popover>
  );
}

function FocusComesBack({ trigger }: { trigger: RefObject<Element | null> | undefined }) {
  useEffect(() => {
    const settle = () => {
      const button = trigger?.current;
      if (isNowhere(document.activeElement) && button instanceof HTMLElement) button.focus();
    };
    // The popover itself gives the focus back in the next frame; what is nowhere after that stays nowhere.
    return () => void requestAnimationFrame(() => requestAnimationFrame(settle));
  }, [trigger]);
  return null;
}

function isNowhere(element: Element | null): boolean {
  return element === null || element === document.body;
}
