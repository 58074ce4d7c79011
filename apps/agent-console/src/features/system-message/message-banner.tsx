import './system-message.css';
import { Banner } from '@bureau/ui';
import { systemMessageWords as words } from './system-message.words.ts';

export interface MessageBannerProps {
  message: string;
  onClose?: () => void;
}

/** What the administrators have to say, as it stands above the console. */
export function MessageBanner({ message, onClose }: MessageBannerProps) {
  return (
    <Banner tone="note" onClose={onClose}>
      <p className="system-message-words">
        <span className="bu-hidden">{`${words.from}: `}</span>
        {message}
      </p>
    </Banner>
  );
}
