import { casesApi, messagesApi, notesApi } from '@bureau/contracts';
import type { Attachment, FeedMessage, FeedNote } from '@bureau/contracts';
import { keyOf, useCommand } from '@bureau/client';
import { ConfirmDialog, useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { formatBytes } from '../../plain/format-bytes.ts';
import { problemText } from '../../plain/problem-words.ts';
import { feedWords } from './case-feed.words.ts';

const words = feedWords.erase;

interface EraseProps {
  caseId: number;
  isOpen: boolean;
  onClose: () => void;
}

/** Asks before the content of a message is gone for good, and names what goes and what stays. */
export function EraseMessage({ message, ...props }: EraseProps & { message: FeedMessage }) {
  const after = useAfterErasing(props);
  const erase = useCommand(messagesApi.erase, after);
  const files = message.attachments.filter(({ erasedAt }) => erasedAt === null);
  const losses = [
    words.losesText,
    ...files.map(({ fileName, size }) => words.losesFile(fileName, formatBytes(size))),
    ...(message.intakeId === null ? [] : [words.losesSource]),
  ];
  return (
    <ConfirmDialog
      isOpen={props.isOpen}
      onClose={props.onClose}
      onConfirm={() => erase.mutate({ params: { messageId: message.id } })}
      title={words.messageTitle}
      losses={losses}
      confirmLabel={words.message}
      isPending={erase.isPending}
    >
      <p>{words.messageStays}</p>
    </ConfirmDialog>
  );
}

/** Asks before the content of a note is gone for good. */
export function EraseNote({ note, ...props }: EraseProps & { note: FeedNote }) {
  const after = useAfterErasing(props);
  const erase = useCommand(notesApi.erase, after);
  const files = note.attachments.filter(({ erasedAt }) => erasedAt === null);
  return (
    <ConfirmDialog
      isOpen={props.isOpen}
      onClose={props.onClose}
      onConfirm={() => erase.mutate({ params: { noteId: note.id } })}
      title={words.noteTitle}
      losses={[words.losesNote, ...files.map(({ fileName, size }) => words.losesFile(fileName, formatBytes(size)))]}
      confirmLabel={words.note}
      isPending={erase.isPending}
    >
      <p>{words.noteStays}</p>
    </ConfirmDialog>
  );
}

/** Asks before the content of a file is gone for good. */
export function EraseFile({ file, ...props }: EraseProps & { file: Attachment }) {
  const after = useAfterErasing(props);
  const erase = useCommand(messagesApi.eraseAttachment, after);
  return (
    <ConfirmDialog
      isOpen={props.isOpen}
      onClose={props.onClose}
      onConfirm={() => erase.mutate({ params: { attachmentId: file.id } })}
      title={words.fileTitle}
      losses={[words.losesFile(file.fileName, formatBytes(file.size)), words.losesMail]}
      confirmLabel={words.file}
      isPending={erase.isPending}
    >
      <p>{words.fileStays}</p>
    </ConfirmDialog>
  );
}

function useAfterErasing({ caseId, onClose }: EraseProps) {
  const queries = useQueryClient();
  const toasts = useToasts();
  return {
    onSuccess: async () => {
      onClose();
      toasts.show({ text: words.done });
      await queries.invalidateQueries({ queryKey: keyOf(casesApi.feed, { params: { caseId } }) });
    },
    onError: (error: Error) =>
      void toasts.show({ tone: 'danger', text: feedWords.actionFailed, detail: problemText(error) }),
  };
}
