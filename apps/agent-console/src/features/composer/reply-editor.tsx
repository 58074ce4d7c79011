import Placeholder from '@tiptap/extension-placeholder';
import { EditorContent, useEditor } from '@tiptap/react';
import type { Editor } from '@tiptap/react';
import StarterKit from '@tiptap/starter-kit';
import { useEffect, useEffectEvent, useState } from 'react';
import { composerWords as words } from './composer.words.ts';
import { plainTextOf } from './plain-text-of.ts';

export interface ReplyEditorProps {
  initialHtml: string;
  placeholder: string;
  isReadOnly: boolean;
  /** Called once, with the editor that the tools act on. */
  onReady: (editor: Editor) => void;
  onChange: (written: { html: string; text: string }) => void;
  onSend: () => void;
  onFiles: (files: readonly File[]) => void;
  /** Esc: out of the text, which stays. */
  onLeave: () => void;
}

/** The sheet on which a reply is written: rich text that a mail can carry, nothing more. Foreign styles do not come in. */
export function ReplyEditor({ initialHtml, placeholder, isReadOnly, ...on }: ReplyEditorProps) {
  const [extensions] = useState(() => extensionsWith(placeholder));
  const send = useEffectEvent(on.onSend);
  const attach = useEffectEvent(on.onFiles);
  const leave = useEffectEvent(on.onLeave);
  const ready = useEffectEvent(on.onReady);
  const editor = useEditor({
    extensions,
    content: initialHtml,
    editable: !isReadOnly,
    onUpdate: ({ editor: now }) =>
      on.onChange(now.isEmpty ? { html: '', text: '' } : { html: now.getHTML(), text: plainTextOf(now.getJSON()) }),
  });

  useEffect(() => {
    editor.setOptions({
      editorProps: propsWith({ send: () => send(), attach: (files) => attach(files), leave: () => leave() }),
    });
    ready(editor);
  }, [editor]);

  return <EditorContent editor={editor} className="composer-editor" />;
}

function extensionsWith(placeholder: string) {
  return [
    StarterKit.configure({
      heading: false,
      horizontalRule: false,
      strike: false,
      underline: false,
      link: {
        openOnClick: false,
        autolink: true,
        defaultProtocol: 'https',
        HTMLAttributes: { rel: 'noopener noreferrer', target: null },
      },
    }),
    Placeholder.configure({ placeholder }),
  ];
}

interface SheetActions {
  send: () => void;
  attach: (files: readonly File[]) => void;
  leave: () => void;
}

function propsWith({ send, attach, leave }: SheetActions) {
  const take = (event: Event, files: FileList | undefined) => {
    if (!files || files.length === 0) return false;
    event.preventDefault();
    attach([...files]);
    return true;
  };
  return {
    attributes: { 'aria-label': words.editor, 'aria-multiline': 'true', role: 'textbox', class: 'composer-text' },
    handlePaste: (_: unknown, event: ClipboardEvent) => take(event, event.clipboardData?.files),
    handleDrop: (_: unknown, event: DragEvent) => take(event, event.dataTransfer?.files),
    handleKeyDown: (_: unknown, event: KeyboardEvent) => {
      const isSend = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
      if (!isSend && event.key !== 'Escape') return false;
      event.preventDefault();
      (isSend ? send : leave)();
      return true;
    },
  };
}
