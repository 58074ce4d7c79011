import { casesApi, intakeApi, messagesApi } from '@bureau/contracts';
import type { FeedMessage } from '@bureau/contracts';
import { can, keyOf, useCommand, useSession } from '@bureau/client';
import { IconButton, Menu, useToasts } from '@bureau/ui';
import type { MenuAction } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useContext, useState } from 'react';
import { askComposer } from '../../pieces/composer-wishes.ts';
import { problemText } from '../../plain/problem-words.ts';
import { feedWords as words } from './case-feed.words.ts';
import { EraseMessage } from './erase-dialogs.tsx';
import { usePostDeeds } from './post-deeds.ts';
import { RawSource } from './raw-source.tsx';
import { SplitOffContext } from './split-off.ts';
import { anchorOf } from './use-linked-message.ts';

export interface MessageMenuProps {
  message: FeedMessage;
  caseId: number;
  isDetailed: boolean;
  onDetails: () => void;
}

/** Everything that can be done with one message. */
export function MessageMenu(props: MessageMenuProps) {
  const { message, caseId } = props;
  const [dialog, setDialog] = useState<'source' | 'erase' | null>(null);
  const close = () => setDialog(null);
  const groups = [
    { id: 'answer', actions: useAnswers(props) },
    { id: 'network', actions: usePostDeeds(props) },
    { id: 'split', actions: useSplitting(message.id) },
    { id: 'look', actions: useLooks(props, () => setDialog('source')) },
    { id: 'change', actions: useChanges(props, () => setDialog('erase')) },
  ];
  if (message.id === 0) return null;
  return (
    <>
      <Menu
        label={words.messageMenu}
        placement="bottom end"
        trigger={<IconButton icon="more" size="small" label={words.messageMenu} className="feed-more" />}
        groups={groups.filter(({ actions }) => actions.length > 0)}
      />
      {dialog === 'source' && message.intakeId !== null && <RawSource intakeId={message.intakeId} onClose={close} />}
      <EraseMessage message={message} caseId={caseId} isOpen={dialog === 'erase'} onClose={close} />
    </>
  );
}

function useAnswers({ message, caseId }: MessageMenuProps): MenuAction[] {
  const session = useSession();
  if (!can(session, casesApi.reply) || message.erasedAt !== null) return [];
  return [
    ...(message.direction === 'in'
      ? [
          {
            id: 'reply',
            icon: 'reply' as const,
            label: words.replyTo,
            onAction: () => askComposer(caseId, { kind: 'reply-to', messageId: message.id }),
          },
        ]
      : []),
    {
      id: 'forward',
      icon: 'forward',
      label: words.forward,
      onAction: () => askComposer(caseId, { kind: 'forward', messageIds: [message.id] }),
    },
  ];
}

function useSplitting(messageId: number): MenuAction[] {
  const splitOff = useContext(SplitOffContext);
  if (splitOff === null) return [];
  return [{ id: 'split', icon: 'split', label: words.splitOff, onAction: () => splitOff(messageId) }];
}

function useLooks({ message, isDetailed, onDetails }: MessageMenuProps, onSource: () => void): MenuAction[] {
  const session = useSession();
  const toasts = useToasts();
  const link = `${window.location.origin}${window.location.pathname}#${anchorOf(message.id)}`;
  const copy = () =>
    void navigator.clipboard.writeText(link).then(
      () => toasts.show({ text: words.linkCopied }),
      () => toasts.show({ tone: 'danger', text: words.linkNotCopied, detail: link }),
    );
  return [
    { id: 'copy', icon: 'link', label: words.copyLink, onAction: copy },
    { id: 'details', icon: 'info', label: isDetailed ? words.hideDetails : words.details, onAction: onDetails },
    ...(message.intakeId !== null && message.erasedAt === null && can(session, intakeApi.raw)
      ? [{ id: 'source', icon: 'code' as const, label: words.rawSource, onAction: onSource }]
      : []),
  ];
}

function useChanges({ message, caseId }: MessageMenuProps, onErase: () => void): MenuAction[] {
  const session = useSession();
  const queries = useQueryClient();
  const toasts = useToasts();
  const update = useCommand(messagesApi.update, {
    onSuccess: () => queries.invalidateQueries({ queryKey: keyOf(casesApi.feed, { params: { caseId } }) }),
    onError: (error) => void toasts.show({ tone: 'danger', text: words.actionFailed, detail: problemText(error) }),
  });
  const params = { messageId: message.id };
  const setHidden = (hidden: boolean) => {
    const back = () => update.mutate({ params, body: { hidden: !hidden } });
    const text = hidden ? words.nowHidden : words.nowShown;
    update.mutate({ params, body: { hidden } }, { onSuccess: () => void toasts.show({ text, onUndo: back }) });
  };
  return [
    ...(can(session, messagesApi.update) && message.purpose === 'message'
      ? [
          {
            id: 'hide',
            icon: 'eye' as const,
            label: message.hidden ? words.showInPortal : words.hideInPortal,
            onAction: () => setHidden(!message.hidden),
          },
        ]
      : []),
    ...(can(session, messagesApi.erase) && message.erasedAt === null
      ? [{ id: 'erase', icon: 'trash' as const, label: words.erase.message, isDanger: true, onAction: onErase }]
      : []),
  ];
}
