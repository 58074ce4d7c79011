import './toast.css';
import { createContext, useContext, useState, type ReactNode } from 'react';
import {
  Text,
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastRegion as AriaToastRegion,
  type QueuedToast,
} from 'react-aria-components';
import { Button } from '../button/button.tsx';
import { IconButton } from '../button/icon-button.tsx';
import { Icon, type IconName } from '../icon/icon.tsx';
import { useUiWords } from '../words/ui-words.tsx';
import { Toasts, type Toast } from './toasts.ts';

const icons: Record<NonNullable<Toast['tone']>, IconName | undefined> = {
  neutral: undefined,
  positive: 'check',
  danger: 'alert',
};

const ToastContext = createContext(new Toasts());

export interface ToastProviderProps {
  /** Given when code outside React shows toasts too. */
  toasts?: Toasts;
  children: ReactNode;
}

/** Holds the toasts at the lower left, beside what an app calls `--bu-toasts-beside`; they wait while the pointer or focus is on them, and F6 goes to them. */
export function ToastProvider({ toasts, children }: ToastProviderProps) {
  const words = useUiWords();
  const [own] = useState(() => new Toasts());
  const shown = toasts ?? own;
  return (
    <ToastContext value={shown}>
      {children}
      <AriaToastRegion queue={shown.queue} className="bu-toasts" aria-label={words.notifications}>
        {({ toast }) => <ToastCard toast={toast} close={() => shown.close(toast.key)} />}
      </AriaToastRegion>
    </ToastContext>
  );
}

export function useToasts(): Toasts {
  return useContext(ToastContext);
}

function ToastCard({ toast, close }: { toast: QueuedToast<Toast>; close: () => void }) {
  const words = useUiWords();
  const { text, detail, tone = 'neutral', onUndo, action } = toast.content;
  const icon = icons[tone];
  const closeAfter = (run: () => void) => () => {
    run();
    close();
  };
  return (
    <AriaToast toast={toast} className="bu-toast" data-tone={tone}>
      {icon && <Icon name={icon} />}
      <ToastContent className="bu-toast-words">
        <Text slot="title">{text}</Text>
        {detail && (
          <Text slot="description" className="bu-toast-detail">
            {detail}
          </Text>
        )}
      </ToastContent>
      {onUndo && (
        <Button size="small" icon="undo" onPress={closeAfter(onUndo)}>
          {words.undo}
        </Button>
      )}
      {action && (
        <Button size="small" onPress={closeAfter(action.run)}>
          {action.label}
        </Button>
      )}
      <IconButton slot="close" icon="close" size="small" label={words.close} />
    </AriaToast>
  );
}
