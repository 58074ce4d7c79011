import { expect, it } from 'vitest';
import { asHtml, linkHtml } from './as-html.ts';

it('keeps the paragraphs and lines of a plain text, and none of its signs becomes markup', () => {
  expect(asHtml({ html: null, text: 'Rinse <twice> & wait.\nThen brew.\n\nEnjoy.' })).toBe(
    '<p>Rinse &lt;twice&gt; &amp; wait.<br>Then brew.</p><p>Enjoy.</p>',
  );
});

it('brings formatted words into the form of a reply: a heading is a bold line, its pictures stay', () => {
  const html = '<h2>Rinse</h2><p>Do it <b>twice</b>. <img data-content-id="upload-7" alt="A sieve"></p>';
  expect(asHtml({ html, text: '' })).toBe(
    '<p><strong>Rinse</strong></p><p>Do it <b>twice</b>. <img data-content-id="upload-7" alt="A sieve"></p>',
  );
});

it('names the page in a link, whatever it is called', () => {
  const link = linkHtml({ url: 'https://help.example/a?b="c"', subject: 'Milk & "foam"' });
  expect(link).toBe('<a href="https://help.example/a?b=&quot;c&quot;">Milk &amp; &quot;foam&quot;</a>');
});
