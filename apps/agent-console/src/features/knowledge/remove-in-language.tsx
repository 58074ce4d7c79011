import { Banner, Button, ConfirmDialog } from '@bureau/ui';
import { useState } from 'react';
import { languageName } from '../../plain/language-name.ts';
import { problemText } from '../../plain/problem-words.ts';
import { knowledgeWords as words } from './knowledge.words.ts';

export interface RemoveInLanguageProps {
  language: string;
  /** What nothing can bring back. */
  losses: readonly string[];
  remove: () => Promise<unknown>;
  /** It is gone. */
  onRemoved: () => void;
}

/** Takes away what was written in one language, once it is clear what is lost. */
export function RemoveInLanguage({ language, losses, remove, onRemoved }: RemoveInLanguageProps) {
  const [isAsking, ask] = useState(false);
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const label = words.removeLanguage(languageName(language));
  const close = () => {
    ask(false);
    setFailure(null);
  };
  const run = async () => {
    setPending(true);
    setFailure(null);
    try {
      await remove();
      close();
      onRemoved();
    } catch (error) {
      setFailure(error);
    } finally {
      setPending(false);
    }
  };
  return (
    <>
      <Button size="small" icon="trash" onPress={() => ask(true)}>
        {label}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={close}
        onConfirm={() => void run()}
        isPending={isPending}
        title={words.removeLanguageTitle(languageName(language))}
        losses={losses}
        confirmLabel={label}
      >
        {failure !== null && <Banner tone="danger">{problemText(failure)}</Banner>}
      </ConfirmDialog>
    </>
  );
}
