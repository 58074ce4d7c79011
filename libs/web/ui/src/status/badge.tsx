import './status.css';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { Icon, type IconName } from '../icon/icon.tsx';
import { useUiWords } from '../words/ui-words.tsx';

export type Tone = 'neutral' | 'accent' | 'positive' | 'caution' | 'danger';

export const tints = [
  'default',
  'blue',
  'teal',
  'green',
  'yellow',
  'orange',
  'red',
  'pink',
  'purple',
  'brown',
  'black',
  'grey',
  'white',
] as const;
export type Tint = (typeof tints)[number];

/** A dot of colour before a word; the word says what it means. */
export function TintDot({ tint }: { tint: Tint }) {
  return <span className="bu-tint" data-tint={tint} aria-hidden="true" />;
}

export interface BadgeProps {
  children: ReactNode;
  tone?: Tone;
  icon?: IconName;
  /** A dot of colour in place of an icon, for labels. */
  tint?: Tint;
  /** Lets the badge be taken away; needs `name` for the button's words. */
  onRemove?: () => void;
  name?: string;
}

/** A small word on a thing: a label, a state. */
export function Badge({ children, tone = 'neutral', icon, tint, onRemove, name = '' }: BadgeProps) {
  const words = useUiWords();
  return (
    <span className="bu-badge" data-tone={tone}>
      {icon && <Icon name={icon} size={12} />}
      {tint && <TintDot tint={tint} />}
      <span className="bu-truncate">{children}</span>
      {onRemove && (
        <Button className="bu-badge-remove" aria-label={words.remove(name)} onPress={onRemove}>
          <Icon name="close" size={12} />
        </Button>
      )}
    </span>
  );
}
