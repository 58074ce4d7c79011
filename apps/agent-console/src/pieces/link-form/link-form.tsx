import { Button, TextField } from '@bureau/ui';
import type { Editor } from '@tiptap/react';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { linkFormWords as words } from './link-form.words.ts';

export interface LinkFormProps {
  editor: Editor;
  className: string;
  /** Whether the words stand on a page, where `/prices` and `#prices` lead somewhere; in a mail they do not. */
  isPage?: boolean;
  onClose: () => void;
}

/** In the place of the tools: where the words at the cursor lead. Esc leaves them as they are. */
export function LinkForm({ editor, className, isPage = false, onClose }: LinkFormProps) {
  const present: unknown = editor.getAttributes('link')['href'];
  const [href, setHref] = useState(typeof present === 'string' ? present : '');
  const close = () => {
    onClose();
    editor.commands.focus();
  };
  const set = (event: FormEvent) => {
    event.preventDefault();
    // Around the editor may be a form of its own.
    event.stopPropagation();
    setLink(editor, href.trim(), isPage ? WITHIN_OR_COMPLETE : COMPLETE);
    close();
  };
  const remove = () => {
    editor.chain().focus().extendMarkRange('link').unsetLink().run();
    onClose();
  };
  return (
    <form
      className={className}
      onSubmit={set}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        close();
      }}
    >
      <TextField aria-label={words.address} placeholder="https://" value={href} onChange={setHref} autoFocus />
      <Button type="submit" size="small" isDisabled={href.trim() === ''}>
        {words.set}
      </Button>
      {present !== undefined && (
        <Button size="small" onPress={remove}>
          {words.remove}
        </Button>
      )}
    </form>
  );
}

const COMPLETE = /^[a-z][a-z0-9+.-]*:/i;
const WITHIN_OR_COMPLETE = /^([a-z][a-z0-9+.-]*:|\/|#)/i;

/** Puts a link on the selection, or writes its address where nothing is selected. */
function setLink(editor: Editor, address: string, asWritten: RegExp): void {
  if (address === '') return;
  const href = asWritten.test(address) ? address : `https://${address}`;
  const chain = editor.chain().focus().extendMarkRange('link');
  if (editor.state.selection.empty && !editor.isActive('link')) {
    chain.insertContent({ type: 'text', text: address, marks: [{ type: 'link', attrs: { href } }] }).run();
    return;
  }
  chain.setLink({ href }).run();
}
