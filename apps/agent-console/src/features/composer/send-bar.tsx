import { IconButton, SplitButton } from '@bureau/ui';
import type { Editor } from '@tiptap/react';
import { useRef } from 'react';
import { composerWords as words } from './composer.words.ts';
import type { ReplyStatus } from './composer.words.ts';
import { FormatTools } from './format-tools.tsx';
import type { useReply } from './use-reply.ts';

const choices: readonly ReplyStatus[] = ['open', 'pending', 'resolved'];

export interface SendBarProps {
  reply: ReturnType<typeof useReply>;
  editor: Editor | null;
}

/** Tools on the left; on the right the button that says what will happen. */
export function SendBar({ reply, editor }: SendBarProps) {
  const picker = useRef<HTMLInputElement>(null);
  const waits = reply.uploads.uploading.length > 0;
  return (
    <div className="composer-bar">
      {editor && <FormatTools editor={editor} />}
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        aria-label={words.attach}
        onChange={({ target }) => {
          reply.uploads.add([...(target.files ?? [])]);
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
      <span className="composer-room" />
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
        isDisabled={reply.isBlank || waits}
        onPress={() => void reply.send(reply.choice)}
        actions={choices.map((choice) => ({
          id: choice,
          label: words.send[choice],
          detail: words.sendDetails[choice],
          isChecked: choice === reply.choice,
          onAction: () => void reply.send(choice),
        }))}
      >
        {words.send[reply.choice]}
      </SplitButton>
    </div>
  );
}
