import { Button, Dialog } from '@bureau/ui';
import { formatList } from '../../language/format.ts';
import { placeholderName } from '../../pieces/placeholders/placeholder-name.ts';
import { composerWords } from './composer.words.ts';

const words = composerWords.gap;

export interface GapDialogProps {
  /** What is missing in the text that is about to leave; null: nothing is asked. */
  names: readonly string[] | null;
  onAnswer: (isYes: boolean) => void;
}

/** Asks whether a text is meant to leave although a macro had no value for a place in it. */
export function GapDialog({ names, onAnswer }: GapDialogProps) {
  const left = names ?? [];
  return (
    <Dialog
      role="alertdialog"
      isOpen={names !== null}
      onClose={() => onAnswer(false)}
      title={words.title(left.length)}
      actions={
        <>
          <Button onPress={() => onAnswer(true)}>{words.yes}</Button>
          <Button variant="primary" autoFocus onPress={() => onAnswer(false)}>
            {words.no(left.length)}
          </Button>
        </>
      }
    >
      <p>{words.why(formatList([...new Set(left.map(placeholderName))]))}</p>
    </Dialog>
  );
}
