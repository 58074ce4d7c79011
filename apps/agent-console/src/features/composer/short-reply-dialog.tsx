import { Button, Dialog } from '@bureau/ui';
import { composerWords } from './composer.words.ts';

const words = composerWords.short;

/** Asks whether a very short text is meant to leave as it is; for those who want to be asked. */
export function ShortReplyDialog({ text, onAnswer }: { text: string | null; onAnswer: (isYes: boolean) => void }) {
  return (
    <Dialog
      role="alertdialog"
      isOpen={text !== null}
      onClose={() => onAnswer(false)}
      title={words.title(text ?? '')}
      actions={
        <>
          <Button onPress={() => onAnswer(false)}>{words.no}</Button>
          <Button variant="primary" autoFocus onPress={() => onAnswer(true)}>
            {words.yes}
          </Button>
        </>
      }
    >
      <p>{words.why}</p>
    </Dialog>
  );
}
