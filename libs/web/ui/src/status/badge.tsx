import './status.css';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { Icon, type IconName } from '../icon/icon.tsx';
import { useUiWords } from '../words/ui-words.tsx';

export type Tone = 'neutral' | 'accent' | 'positive' | 'caution' | 'danger';

export interface BadgeProps {
  children: ReactNode;
  tone?: Tone;
  icon?: IconName;
  /** Lets the badge be taken away; needs `name` for the button's words. */
  onRemove?: () => void;
  name?: string;
}

/** A small word on a thing: a label, a state. */
export function Badge({ children, tone = 'neutral', icon, onRemove, name = '' }: BadgeProps) {
  const words = useUiWords();
  return (
    <span className="bu-badge" data-tone={tone}>
      {icon && <Icon name={icon} size={12} />}
      <span className="bu-truncate">{children}</span>
      {onRemove && (
        <Button className="bu-badge-remove" aria-label={words.remove(name)} onPress={onRemove}>
          <Icon name="close" size={12} />
        </Button>
      )}
    </span>
  );
}
