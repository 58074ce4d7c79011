import './case-split.css';
import { Button, useShortcuts } from '@bureau/ui';
import { splitWords as words } from './case-split.words.ts';

export interface SplitBarProps {
  /** How many messages and notes are picked. */
  count: number;
  onSplit: () => void;
  onCancel: () => void;
}

/** Below the feed while somebody picks what to split off: how much it is, and the way on. */
export function SplitBar({ count, onSplit, onCancel }: SplitBarProps) {
  const { section, stopPicking: description } = words.shortcuts;
  useShortcuts([{ id: 'case.split-cancel', keys: 'escape', section, description, run: onCancel, isKeyOnly: true }]);
  return (
    <section className="case-split-bar" aria-label={words.picking}>
      <p role="status">{count === 0 ? words.pick : words.picked(count)}</p>
      <Button size="small" onPress={onCancel}>
        {words.cancel}
      </Button>
      <Button size="small" variant="primary" isDisabled={count === 0} onPress={onSplit}>
        {words.menu}
      </Button>
    </section>
  );
}
