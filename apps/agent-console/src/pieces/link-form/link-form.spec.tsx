import { Editor } from '@tiptap/react';
import StarterKit from '@tiptap/starter-kit';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LinkForm } from './index.ts';

let editor: Editor;
let closed: number;
beforeEach(() => {
  closed = 0;
  editor = new Editor({
    extensions: [StarterKit.configure({ link: { openOnClick: false, HTMLAttributes: { rel: null, target: null } } })],
    content: '<p>our prices</p>',
  });
  editor.commands.selectAll();
});
afterEach(() => editor.destroy());

async function link(address: string, { isPage = false } = {}): Promise<string> {
  render(<LinkForm editor={editor} className="" isPage={isPage} onClose={() => (closed += 1)} />);
  await userEvent.type(await screen.findByRole('textbox', { name: 'Address of the link' }), address);
  return editor.getHTML();
}

describe('a link', () => {
  it('leads where it is said, and to a site by its bare name', async () => {
    await link('larkspur.example/prices{Enter}');
    expect(editor.getHTML()).toBe('<p><a href="https://larkspur.example/prices">our prices</a></p>');
    expect(closed).toBe(1);
  });

  it('within a page may lead to another place of it', async () => {
    await link('#prices{Enter}', { isPage: true });
    expect(editor.getHTML()).toBe('<p><a href="#prices">our prices</a></p>');
  });

  it('is left as it was with Esc', async () => {
    expect(await link('larkspur.example{Escape}')).toBe('<p>our prices</p>');
    expect(closed).toBe(1);
  });

  it('writes its address where nothing is selected', async () => {
    editor.commands.setTextSelection(1);
    await link('larkspur.example{Enter}');
    expect(editor.getHTML()).toBe('<p><a href="https://larkspur.example">larkspur.example</a>our prices</p>');
  });

  it('is taken away again', async () => {
    editor.commands.setLink({ href: 'https://larkspur.example' });
    render(<LinkForm editor={editor} className="" onClose={() => (closed += 1)} />);
    await userEvent.click(await screen.findByRole('button', { name: 'Remove the link' }));
    expect(editor.getHTML()).toBe('<p>our prices</p>');
  });
});
