import './button.css';
import type { ReactNode, Ref } from 'react';
import { Link as AriaLink, type LinkProps as AriaLinkProps } from 'react-aria-components';

export interface LinkProps extends Omit<AriaLinkProps, 'children' | 'className' | 'style'> {
  children?: ReactNode;
  /** In the colour of the text around it, underlined only under the pointer. */
  quiet?: boolean;
  className?: string;
  ref?: Ref<HTMLAnchorElement>;
}

/** A way to another place. Within the console it follows the router given to `UiProvider`. */
export function Link({ quiet = false, className = '', ...props }: LinkProps) {
  return <AriaLink {...props} className={`bu-link ${className}`} data-quiet={quiet || undefined} />;
}
