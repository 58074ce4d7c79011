import { casesApi } from '@bureau/contracts';
import type { Case } from '@bureau/contracts';
import { can, useSession } from '@bureau/client';
import { IconButton, SplitButton } from '@bureau/ui';
import type { MenuAction } from '@bureau/ui';
import type { Editor } from '@tiptap/react';
import { useRef } from 'react';
import type { RefObject } from 'react';
import { composerWords as words } from './composer.words.ts';
import { PostCounter } from './post/post-length.tsx';
import type { ReplyStatus } from './composer.words.ts';
import type { EditorParts } from './use-editor-parts.ts';
import type { Reply } from './use-reply.ts';
import { useUpdateOnly } from './use-update-only.ts';

const choices: readonly ReplyStatus[] = ['open', 'pending', 'resolved'];

export interface SendBarProps {
  supportCase: Case;
  reply: Reply;
  editor: Editor | null;
  parts: EditorParts;
  /** The button that opens the other ways to send. */
  menu: RefObject<HTMLButtonElement | null>;
}

/** Tools on the left; on the right the button that says what will happen. */
export function SendBar({ supportCase, reply, editor, parts, menu }: SendBarProps) {
  const isForward = reply.writing.mode === 'forward';
  return (
    <div className="composer-bar">
      {editor && reply.post === null && <parts.FormatTools editor={editor} />}
      <AttachButton onFiles={reply.uploads.add} />
      <span className="composer-room" />
      {reply.post?.measure && !reply.isBlank && (
        <PostCounter measure={reply.post.measure} isSplit={reply.post.isSplit} />
      )}
      {!reply.isBlank && (
        <IconButton
          icon="trash"
          label={words.discard}
          size="small"
          placement="top"
          onPress={() => void reply.discard()}
        />
      )}
      <SplitButton
        menuLabel={words.sendMenu}
        keys="mod+enter"
        isPending={reply.isSending}
        isDisabled={!reply.isSendable}
        isMenuEnabled
        menuButton={menu}
        onPress={() => void reply.send(reply.choice)}
        actions={[...useSendActions(reply), ...useUpdateActions(supportCase)]}
      >
        {isForward ? words.forward.send : words.send[reply.choice]}
      </SplitButton>
    </div>
  );
}

function useSendActions(reply: Reply): MenuAction[] {
  if (reply.writing.mode === 'forward') return [];
  return choices.map((choice) => ({
    id: choice,
    icon: 'send',
    label: words.send[choice],
    detail: words.sendDetails[choice],
    isChecked: choice === reply.choice,
    isDisabled: !reply.isSendable,
    onAction: () => void reply.send(choice),
  }));
}

/** The status alone, and whatever is written stays a draft. */
function useUpdateActions(supportCase: Case): MenuAction[] {
  const session = useSession();
  const updateOnly = useUpdateOnly(supportCase);
  if (!can(session, casesApi.update)) return [];
  return choices
    .filter((choice) => choice !== supportCase.status)
    .map((choice) => ({
      id: `only-${choice}`,
      label: words.only[choice],
      detail: words.onlyDetail,
      onAction: () => updateOnly(choice),
    }));
}

function AttachButton({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        aria-label={words.attach}
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])]);
          target.value = '';
        }}
      />
      <IconButton
        icon="paperclip"
        label={words.attach}
        size="small"
        placement="top"
        onPress={() => picker.current?.click()}
      />
    </>
  );
}
