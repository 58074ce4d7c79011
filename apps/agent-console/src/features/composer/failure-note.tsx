import { Banner, Button } from '@bureau/ui';
import { composerWords } from './composer.words.ts';
import type { SendFailure } from './use-send.ts';

const words = composerWords.failed;

export interface FailureNoteProps {
  failure: Exclude<SendFailure, { kind: 'moved-on' }>;
  onRetry: () => void;
  /** Takes the case from the colleague who has it; absent: this writer may not. */
  onTakeOver?: () => Promise<void>;
  onClose: () => void;
}

/** Says that the reply did not leave, what is safe, and offers the way on. */
export function FailureNote({ failure, onRetry, onTakeOver, onClose }: FailureNoteProps) {
  const isSent = failure.kind === 'already-sent';
  const goOn =
    failure.kind === 'locked' && onTakeOver
      ? { label: words.takeOver, run: () => void onTakeOver().then(onRetry) }
      : { label: isSent ? words.sendAnother : words.retry, run: onRetry };
  const action = (
    <Button size="small" onPress={goOn.run}>
      {goOn.label}
    </Button>
  );
  return (
    <Banner tone={failure.kind === 'locked' ? 'caution' : 'danger'} action={action} onClose={onClose}>
      {!isSent && <strong>{words.title} </strong>}
      {sentenceOf(failure, onTakeOver !== undefined)}
    </Banner>
  );
}

function sentenceOf(failure: FailureNoteProps['failure'], mayTakeOver: boolean): string {
  switch (failure.kind) {
    case 'offline':
      return words.offline;
    case 'already-sent':
      return words.alreadySent;
    case 'locked':
      return mayTakeOver ? words.locked(failure.by) : words.lockedWait(failure.by);
    case 'refused':
      return failure.message;
  }
}
