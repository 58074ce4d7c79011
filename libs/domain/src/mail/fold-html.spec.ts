import { describe, expect, it } from 'vitest';
import { foldHtml } from './fold-html.ts';

const visible = (html: string): string =>
  foldHtml(html).html.replace(/<(\w+) data-folded="">.*?<\/\1>|<(?:br|hr|img) data-folded=""[^>]*>/gs, '');

describe('quoted history in HTML', () => {
  it('is marked from the line that announces it', () => {
    const html =
      '<div>Fine.</div><div class="gmail_quote"><div>On Nov 3, 2026, S &lt;s@larkspur.example&gt; wrote:<br /></div><blockquote>Hi</blockquote></div>';
    expect(foldHtml(html).html).toBe(html.replace('<div class', '<div data-folded="" class'));
  });

  it('is marked inside an element that began with new words', () => {
    const html =
      '<div><p>Fine.</p><hr /><p><b>From:</b> S &lt;s@larkspur.example&gt;<br /><b>Sent:</b> Tuesday<br /><b>To:</b> Ana</p>Hi</div><p>old</p>';
    expect(foldHtml(html)).toEqual({
      html: '<div><p>Fine.</p><hr data-folded="" /><p data-folded=""><b>From:</b> S &lt;s@larkspur.example&gt;<br /><b>Sent:</b> Tuesday<br /><b>To:</b> Ana</p><span data-folded="">Hi</span></div><p data-folded="">old</p>',
      hasFolded: true,
    });
  });

  it('stays where it was answered in between or below', () => {
    for (const html of [
      '<blockquote>Red?</blockquote><p>No.</p>',
      '<p>Hi</p><blockquote>a</blockquote>b<blockquote>c</blockquote><p>d</p>',
    ]) {
      expect(foldHtml(html)).toEqual({ html, hasFolded: false });
    }
  });

  it('folds the quote below the last answer only', () => {
    expect(visible('<blockquote>Red?</blockquote><p>No.</p><blockquote>Blue?</blockquote>')).toBe(
      '<blockquote>Red?</blockquote><p>No.</p>',
    );
  });

  it('shows a mail without history as it is', () => {
    expect(foldHtml('<p>Hello</p>')).toEqual({ html: '<p>Hello</p>', hasFolded: false });
    expect(foldHtml('')).toEqual({ html: '', hasFolded: false });
  });
});
