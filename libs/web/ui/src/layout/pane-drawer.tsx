import { useEffect, useRef, type KeyboardEvent } from 'react';
import { IconButton } from '../button/icon-button.tsx';
import { useUiWords } from '../words/ui-words.tsx';
import type { Pane } from './panes.tsx';

export interface PaneDrawerProps {
  pane: Pane;
  isAtStart: boolean;
  onClose: () => void;
}

/** A collapsed pane laid over the others. It takes the focus, closes on Esc and gives the focus back. */
export function PaneDrawer({ pane, isAtStart, onClose }: PaneDrawerProps) {
  const words = useUiWords();
  const drawer = useRef<HTMLElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    drawer.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, [pane.id]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    onClose();
  };
  return (
    <>
      {/* A press beside it closes it; the close button and Esc do for everybody else. */}
      <div className="bu-pane-veil" aria-hidden="true" onPointerDown={onClose} />
      <section
        ref={drawer}
        tabIndex={-1}
        className="bu-pane"
        role={pane.role}
        aria-label={pane.name}
        data-ground={pane.ground}
        data-drawer={isAtStart ? 'start' : 'end'}
        style={{ width: pane.width ?? pane.min }}
        onKeyDown={onKeyDown}
      >
        <div className="bu-pane-drawer-head">
          {pane.name}
          <IconButton icon="close" size="small" label={words.close} onPress={onClose} />
        </div>
        {pane.content}
      </section>
    </>
  );
}
