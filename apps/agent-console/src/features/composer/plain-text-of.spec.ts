import { expect, it } from 'vitest';
import { plainTextOf } from './plain-text-of.ts';

const paragraph = (text: string, marks?: { type: string; attrs?: Record<string, unknown> }[]) => ({
  type: 'paragraph',
  content: [{ type: 'text', text, marks }],
});

it('keeps paragraphs apart and lines together', () => {
  const broken = {
    type: 'paragraph',
    content: [{ type: 'text', text: 'a' }, { type: 'hardBreak' }, { type: 'text', text: 'b' }],
  };
  expect(plainTextOf({ type: 'doc', content: [paragraph('Hello Ana,'), broken] })).toBe('Hello Ana,\n\na\nb');
});

it('writes lists with signs and quotes with arrows', () => {
  const item = (text: string) => ({ type: 'listItem', content: [paragraph(text)] });
  const content = [
    { type: 'bulletList', content: [item('one'), item('two')] },
    { type: 'orderedList', attrs: { start: 3 }, content: [item('three')] },
    { type: 'blockquote', content: [paragraph('said'), paragraph('before')] },
  ];
  expect(plainTextOf({ type: 'doc', content })).toBe('- one\n- two\n\n3. three\n\n> said\n>\n> before');
});

it('says where a link goes, once', () => {
  const link = (text: string, href: string) => paragraph(text, [{ type: 'link', attrs: { href } }]);
  const content = [link('the manual', 'https://x.example/m'), link('https://x.example', 'https://x.example')];
  expect(plainTextOf({ type: 'doc', content })).toBe('the manual <https://x.example/m>\n\nhttps://x.example');
});

it('is empty when nothing was written', () => {
  expect(plainTextOf({ type: 'doc', content: [{ type: 'paragraph' }] })).toBe('');
});
