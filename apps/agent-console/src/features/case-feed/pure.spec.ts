import { describe, expect, it } from 'vitest';
import { frameDocument, paintsItself } from './frame-document.ts';
import { linkParts } from './link-parts.ts';

const look = { text: 'black', muted: 'grey', accent: 'blue', font: 'Inter', fontFaces: '', isDark: false };

describe('links in plain text', () => {
  it('leave the sign that ends the sentence alone', () => {
    expect(linkParts('See https://x.example/a?b=1. Thanks')).toEqual([
      { text: 'See ' },
      { text: 'https://x.example/a?b=1', href: 'https://x.example/a?b=1' },
      { text: '. Thanks' },
    ]);
  });

  it('know mail addresses, and never make a link of a script', () => {
    expect(linkParts('ana@cafe.example')).toEqual([{ text: 'ana@cafe.example', href: 'mailto:ana@cafe.example' }]);
    expect(linkParts('javascript:alert(1)')).toEqual([{ text: 'javascript:alert(1)' }]);
  });
});

describe('the frame of a mail', () => {
  const html = '<p>Hi</p><img data-remote-src="https://t.example/p.gif?a=1&amp;b=2">';

  it('keeps remote images away until they are asked for', () => {
    expect(frameDocument({ html, look, showImages: false, showQuoted: false })).not.toContain(' src=');
  });

  it('then fetches them through the desk', () => {
    const shown = frameDocument({ html, look, showImages: true, showQuoted: false });
    expect(shown).toContain(' src="/api/v3/images?url=https%3A%2F%2Ft.example%2Fp.gif%3Fa%3D1%26b%3D2"');
  });

  it('does not take words in another attribute for an image', () => {
    const hostile = '<img alt=" data-remote-src=" title="x onerror=alert(1) y">';
    const shown = frameDocument({ html: hostile, look, showImages: true, showQuoted: false });
    expect(shown).toContain(hostile);
  });

  it('forbids scripts and requests to others', () => {
    expect(frameDocument({ html, look, showImages: false, showQuoted: false })).toContain("default-src 'none'");
  });

  it('shows a mail with colours of its own on white', () => {
    expect(paintsItself('<td bgcolor="#eee">x</td>')).toBe(true);
    expect(paintsItself('<p style="background-color: red">x</p>')).toBe(true);
    expect(paintsItself('<p>The color: red</p>'.replace('color: ', 'colour '))).toBe(false);
  });
});
