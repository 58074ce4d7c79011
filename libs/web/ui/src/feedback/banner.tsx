import './states.css';
import type { ReactNode } from 'react';
import { IconButton } from '../button/icon-button.tsx';
import { Icon, type IconName } from '../icon/icon.tsx';
import { useUiWords } from '../words/ui-words.tsx';

export type BannerTone = 'accent' | 'positive' | 'caution' | 'danger' | 'note';

const icons: Record<BannerTone, IconName> = {
  accent: 'info',
  positive: 'check',
  caution: 'alert',
  danger: 'alert',
  note: 'note',
};

export interface BannerProps {
  tone?: BannerTone;
  children: ReactNode;
  /** A small Button or Link. */
  action?: ReactNode;
  onClose?: () => void;
}

/** A sentence across a pane about the state of things. Danger interrupts a screen reader, the rest waits. */
export function Banner({ tone = 'accent', children, action, onClose }: BannerProps) {
  const words = useUiWords();
  return (
    <div className="bu-banner" data-tone={tone} role={tone === 'danger' ? 'alert' : 'status'}>
      <Icon name={icons[tone]} />
      <div className="bu-banner-words">{children}</div>
      {action}
      {onClose && <IconButton icon="close" size="small" label={words.close} onPress={onClose} />}
    </div>
  );
}
