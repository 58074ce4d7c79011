import { useToasts } from '@bureau/ui';
import { EditorContent, useEditor } from '@tiptap/react';
import type { Editor } from '@tiptap/react';
import StarterKit from '@tiptap/starter-kit';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { ChangeEvent } from 'react';
import { ArticlePicture } from './article-picture.ts';
import { keepsAll } from './keeps-all.ts';
import { RichTextTools } from './rich-text-tools.tsx';
import { richTextWords as words } from './rich-text.words.ts';
import { TABLE_NODES } from './table-nodes.ts';

/** A picture that the desk has: how a text names it, and where the browser gets it. */
export interface StoredPicture {
  contentId: string;
  src: string;
  alt: string;
}

export interface RichTextSheetProps {
  label: string;
  html: string;
  onChange: (html: string) => void;
  /** Stores a picture; null: there is nothing yet that it could belong to. */
  onPicture: ((file: File) => Promise<StoredPicture>) | null;
}

const extensionsOf = () => [
  StarterKit.configure({
    heading: { levels: [2, 3, 4] },
    underline: false,
    link: { openOnClick: false, autolink: true, defaultProtocol: 'https', HTMLAttributes: { rel: null, target: null } },
  }),
  ArticlePicture,
  ...TABLE_NODES,
];

/** Whether a text can be opened here without losing anything of it. */
export function canHold(html: string): boolean {
  return keepsAll(html, extensionsOf());
}

/** The sheet on which articles are written: what a page can show, and nothing else. */
export function RichTextSheet({ label, html, onChange, onPicture }: RichTextSheetProps) {
  const [extensions] = useState(extensionsOf);
  const written = useRef(html);
  const pictures = usePictures(onPicture);
  const editor = useEditor({
    extensions,
    content: html,
    shouldRerenderOnTransaction: false,
    onUpdate: ({ editor: now }) => {
      written.current = now.isEmpty ? '' : now.getHTML();
      onChange(written.current);
    },
  });
  const put = useEffectEvent((data: DataTransfer | null) => pictures.put(editor, picturesIn(data)));
  useEffect(() => {
    const attributes = { 'aria-label': label, 'aria-multiline': 'true', role: 'textbox', class: 'rich-text-text' };
    const handlePaste = (_: unknown, event: ClipboardEvent) => put(event.clipboardData);
    const handleDrop = (_: unknown, event: DragEvent) => put(event.dataTransfer);
    editor.setOptions({ editorProps: { attributes, handlePaste, handleDrop } });
  }, [editor, label]);
  useEffect(() => {
    // Another text came from elsewhere: discarded, restored, or in another language.
    if (html === written.current) return;
    written.current = html;
    editor.commands.setContent(html, { emitUpdate: false });
  }, [editor, html]);
  return (
    <div className="rich-text-frame">
      <RichTextTools editor={editor} onPicture={pictures.choose} />
      <EditorContent editor={editor} className="rich-text-editor" />
      <input
        ref={pictures.input}
        type="file"
        accept="image/*"
        hidden
        onChange={(event: ChangeEvent<HTMLInputElement>) => {
          pictures.put(editor, [...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
    </div>
  );
}

function picturesIn(data: DataTransfer | null): File[] {
  return [...(data?.files ?? [])].filter(({ type }) => type.startsWith('image/'));
}

/** Chosen, pasted or dropped: a picture is stored first and then stands in the text. */
function usePictures(store: RichTextSheetProps['onPicture']) {
  const input = useRef<HTMLInputElement>(null);
  const toasts = useToasts();
  const refuse = () => void toasts.show({ text: words.noPictureYet });
  const putOne = async (editor: Editor, file: File) => {
    try {
      const picture = await store?.(file);
      if (picture && !editor.isDestroyed) editor.commands.insertContent({ type: 'picture', attrs: picture });
    } catch {
      toasts.show({ text: words.pictureFailed, tone: 'danger' });
    }
  };
  const put = (editor: Editor, files: readonly File[]): boolean => {
    if (files.length === 0) return false;
    if (store) for (const file of files) void putOne(editor, file);
    else refuse();
    return true;
  };
  return { input, put, choose: () => (store ? input.current?.click() : refuse()) };
}
