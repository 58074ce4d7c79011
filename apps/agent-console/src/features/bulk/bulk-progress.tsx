import type { BulkChange } from '@bureau/contracts';
import { isProblem } from '@bureau/client';
import { Button, Icon, IconButton, ProgressBar } from '@bureau/ui';
import { useEffect, useState } from 'react';
import { useStable } from '../../plain/use-stable.ts';
import { BulkSkips } from './bulk-skips.tsx';
import { bulkWords as words } from './bulk.words.ts';
import { useBulkChange } from './use-bulk.ts';

/** Milliseconds that an undo without a rest stays on the screen. */
const SHOWN_FOR = 6_000;

/** How far a change of many cases is; afterwards what came of it, what stayed as it was and why, and the way back. */
export function BulkProgress({ bulkId, onClose }: { bulkId: number; onClose: () => void }) {
  const { change, error, undo } = useBulkChange(bulkId);
  const close = useStable(onClose);
  if (isProblem(error, 'bulk.not-found')) return <Gone onClose={onClose} />;
  if (!change) return <ProgressBar label={words.looking} />;
  const isUndo = change.state === 'undoing' || change.state === 'undone';
  if (change.state === 'running' || change.state === 'undoing') {
    return (
      <ProgressBar
        label={isUndo ? words.undoing : words.changing}
        value={change.done}
        max={Math.max(1, change.total)}
        valueLabel={words.ofTotal(change.done, change.total)}
      />
    );
  }
  return <Outcome change={change} isUndo={isUndo} onUndo={() => void undo()} onClose={close} />;
}

interface OutcomeProps {
  change: BulkChange;
  isUndo: boolean;
  onUndo: () => void;
  onClose: () => void;
}

function Outcome({ change, isUndo, onUndo, onClose }: OutcomeProps) {
  const [isAsking, ask] = useState(false);
  const isOver = isUndo && change.kept === 0;
  useEffect(() => {
    if (!isOver) return undefined;
    const timer = setTimeout(onClose, SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [isOver, onClose]);
  const stayed = isUndo ? change.kept : change.skipped;
  return (
    <div className="bulk-outcome">
      <Icon name="check" />
      <span role="status" className="bulk-outcome-words bu-figures">
        {isUndo ? words.undone(change.undone) : words.changed(change.changed)}{' '}
        {stayed > 0 && (isUndo ? words.kept(stayed) : words.stayed(stayed))}
      </span>
      {stayed > 0 && (
        <Button size="small" variant="quiet" onPress={() => ask(true)}>
          {words.why}
        </Button>
      )}
      {!isUndo && change.changed > 0 && (
        <Button size="small" icon="undo" onPress={onUndo}>
          {words.undo}
        </Button>
      )}
      <IconButton icon="close" size="small" label={words.close} onPress={onClose} />
      <BulkSkips isOpen={isAsking} bulkId={change.id} isUndo={isUndo} onClose={() => ask(false)} />
    </div>
  );
}

function Gone({ onClose }: { onClose: () => void }) {
  return (
    <div className="bulk-outcome">
      <span role="status" className="bulk-outcome-words">
        {words.gone}
      </span>
      <IconButton icon="close" size="small" label={words.close} onPress={onClose} />
    </div>
  );
}
