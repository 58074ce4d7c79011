import { Banner, Button } from '@bureau/ui';
import { composerWords } from './composer.words.ts';
import type { SendFailure } from './use-send.ts';

const words = composerWords.failed;

export interface FailureNoteProps {
  failure: Exclude<SendFailure, { kind: 'moved-on' }>;
  onRetry: () => void;
  onClose: () => void;
}

/** Says that the reply did not leave, what is safe, and offers the way on. */
export function FailureNote({ failure, onRetry, onClose }: FailureNoteProps) {
  const isSent = failure.kind === 'already-sent';
  const action = (
    <Button size="small" onPress={onRetry}>
      {isSent ? words.sendAnother : words.retry}
    </Button>
  );
  return (
    <Banner tone="danger" action={action} onClose={onClose}>
      {!isSent && <strong>{words.title} </strong>}
      {sentenceOf(failure)}
    </Banner>
  );
}

function sentenceOf(failure: FailureNoteProps['failure']): string {
  if (failure.kind === 'offline') return words.offline;
  return failure.kind === 'already-sent' ? words.alreadySent : failure.message;
}
