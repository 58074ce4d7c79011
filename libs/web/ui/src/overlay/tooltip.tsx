import './tooltip.css';
import type { ReactNode } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger, type TooltipProps as AriaTooltipProps } from 'react-aria-components';
import { Kbd } from '../kbd/kbd.tsx';

export interface TooltipProps {
  text: ReactNode;
  /** The shortcut that does the same, for example `mod+k`. */
  keys?: string;
  placement?: AriaTooltipProps['placement'];
  /** One thing that can be focused: a Button, IconButton or Link. */
  children: ReactNode;
}

/** A word about the thing under the pointer or focus, after a short rest. Never the only place a fact is said. */
export function Tooltip({ text, keys, placement = 'bottom', children }: TooltipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={100}>
      {children}
      <AriaTooltip className="bu-tooltip" offset={6} placement={placement}>
        <span>{text}</span>
        {keys && <Kbd keys={keys} />}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
