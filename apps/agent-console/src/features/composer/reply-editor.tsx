import Placeholder from '@tiptap/extension-placeholder';
import { EditorContent, useEditor } from '@tiptap/react';
import type { Editor } from '@tiptap/react';
import type { EditorView } from '@tiptap/pm/view';
import StarterKit from '@tiptap/starter-kit';
import { useEffect, useEffectEvent, useState } from 'react';
import { AS_WRITTEN } from './as-written.ts';
import { cleanPaste } from '../../plain/clean-paste.ts';
import { composerWords as words } from './composer.words.ts';
import { Gap } from './gap.ts';
import type { Content } from './lay-on.ts';
import { plainContent, plainLinesOf } from './post/lines.ts';
import { pastedLines } from './post/pasted-lines.ts';
import { plainTextOf } from './plain-text-of.ts';
import { UploadPicture } from './upload-picture.ts';

export interface ReplyEditorProps {
  /** What lies on the sheet at first; later the sheet knows best. */
  initial: Content;
  /** Words alone, as a network takes them: what is pasted loses its formatting. */
  isPlain: boolean;
  placeholder: string;
  /** Called once, with the editor that the tools act on. */
  onReady: (editor: Editor) => void;
  onChange: (written: { html: string; text: string }) => void;
  onSend: () => void;
  /** Ctrl-Shift-Enter: in which way to send. */
  onChooseSend: () => void;
  /** Files that were pasted or dropped into the text. */
  onFiles: (files: readonly File[]) => void;
  /** Esc: out of the text, which stays. */
  onLeave: () => void;
}

/** The sheet on which a reply is written: rich text that a mail can carry, nothing more. Foreign styles do not come in. */
export function ReplyEditor({ initial, isPlain, placeholder, ...on }: ReplyEditorProps) {
  const [extensions] = useState(isPlain ? plainExtensionsOf : extensionsOf);
  const [content] = useState(isPlain ? plainContent(initial) : initial.html);
  const textOf = isPlain ? plainLinesOf : plainTextOf;
  const send = useEffectEvent(on.onSend);
  const chooseSend = useEffectEvent(on.onChooseSend);
  const attach = useEffectEvent(on.onFiles);
  const leave = useEffectEvent(on.onLeave);
  const ready = useEffectEvent(on.onReady);
  const editor = useEditor({
    extensions,
    content,
    parseOptions: AS_WRITTEN,
    shouldRerenderOnTransaction: false,
    onUpdate: ({ editor: now }) =>
      on.onChange(now.isEmpty ? { html: '', text: '' } : { html: now.getHTML(), text: textOf(now.getJSON()) }),
  });

  useEffect(() => {
    editor.setOptions({
      editorProps: propsWith(placeholder, {
        send: () => send(),
        chooseSend: () => chooseSend(),
        attach: (files) => attach(files),
        leave: () => leave(),
        isPlain,
      }),
    });
  }, [editor, placeholder, isPlain]);
  useEffect(() => ready(editor), [editor]);

  return <EditorContent editor={editor} className="composer-editor" />;
}

function extensionsOf() {
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
    Placeholder.configure({ placeholder: ({ editor }) => placeholderOf(editor) }),
    UploadPicture,
    Gap,
  ];
}

const NO_FORMATTING = {
  blockquote: false,
  bold: false,
  bulletList: false,
  code: false,
  codeBlock: false,
  heading: false,
  horizontalRule: false,
  italic: false,
  link: false,
  listItem: false,
  listKeymap: false,
  orderedList: false,
  strike: false,
  underline: false,
} as const;

function plainExtensionsOf() {
  const hint = Placeholder.configure({ placeholder: ({ editor }) => placeholderOf(editor) });
  return [StarterKit.configure(NO_FORMATTING), hint, Gap];
}

/** What the empty sheet says: another thing in a reply than in a forward, on the same sheet. */
function placeholderOf({ options }: Editor): string {
  const { attributes } = options.editorProps;
  return typeof attributes === 'object' ? (attributes['aria-placeholder'] ?? '') : '';
}

interface SheetActions {
  send: () => void;
  chooseSend: () => void;
  attach: (files: readonly File[]) => void;
  leave: () => void;
  isPlain: boolean;
}

function propsWith(placeholder: string, { send, chooseSend, attach, leave, isPlain }: SheetActions) {
  const take = (event: Event, data: DataTransfer | null) => {
    if (!data || data.files.length === 0 || bringsText(data)) return false;
    event.preventDefault();
    // Else the sheet around the text would take them again.
    event.stopPropagation();
    attach([...data.files]);
    return true;
  };
  return {
    attributes: {
      'aria-label': words.editor,
      'aria-multiline': 'true',
      'aria-placeholder': placeholder,
      role: 'textbox',
      class: 'composer-text',
    },
    transformPastedHTML: cleanPaste,
    clipboardTextParser: isPlain ? pastedLines : undefined,
    handlePaste: (view: EditorView, event: ClipboardEvent) =>
      take(event, event.clipboardData) || (isPlain && pasteWords(view, event)),
    handleDrop: (_: unknown, event: DragEvent) => take(event, event.dataTransfer),
    handleKeyDown: (_: unknown, event: KeyboardEvent) => {
      const isSend = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
      if (!isSend && event.key !== 'Escape') return false;
      event.preventDefault();
      if (!isSend) leave();
      else if (event.shiftKey) chooseSend();
      else send();
      return true;
    },
  };
}

/** Of what has formatting, the words. */
function pasteWords(view: EditorView, event: ClipboardEvent): boolean {
  const text = event.clipboardData?.getData('text/plain') ?? '';
  return text !== '' && view.pasteText(text, event);
}

/** Word and spreadsheets put a picture of the text beside the text: the text is what was meant. */
function bringsText(data: DataTransfer): boolean {
  const html = data.getData('text/html');
  return html !== '' && (new DOMParser().parseFromString(html, 'text/html').body.textContent ?? '').trim() !== '';
}
