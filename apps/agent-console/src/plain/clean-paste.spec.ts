import { describe, expect, it } from 'vitest';
import { cleanPaste } from './clean-paste.ts';

describe('what was copied elsewhere', () => {
  it.each([
    [
      'keeps structure and drops styles',
      '<p style="color:red;font-family:Arial" class="x">Dear <b>Ana</b></p><ul style="a"><li>one</li></ul>',
      '<p>Dear <b>Ana</b></p><ul><li>one</li></ul>',
    ],
    [
      'makes lists of Word’s paragraphs',
      '<!--[if gte mso 9]><xml>x</xml><![endif]--><p class=MsoListParagraphCxSpFirst><span style="mso-list:Ignore">· </span>Tray</p><p class=MsoListParagraphCxSpLast><span style="mso-list:Ignore">· </span>Valve<o:p></o:p></p>',
      '<ul><li>Tray</li><li>Valve</li></ul>',
    ],
    [
      'numbers what Word numbered',
      '<p class=MsoListParagraph><span style="mso-list:Ignore">1. </span>First</p>',
      '<ol><li>First</li></ol>',
    ],
    [
      'does not believe the bold around a Google document',
      '<b style="font-weight:normal" id="docs-internal-guid-1"><p><span style="font-weight:700">Bold</span> not</p></b>',
      '<p><span><strong>Bold</strong></span> not</p>',
    ],
    ['makes a bold line of a heading', '<h2>Steps</h2>', '<p><strong>Steps</strong></p>'],
    [
      'makes lines of a table',
      '<table><tr><td>A</td><td>1</td></tr><tr><td>B</td><td>2</td></tr></table>',
      '<p>A · 1</p><p>B · 2</p>',
    ],
    [
      'leaves pictures of others behind',
      '<p><img src="https://t.example/p.gif">Hi <img src="x" alt="logo"></p>',
      '<p>Hi [logo]</p>',
    ],
    [
      'keeps pictures of the reply itself',
      '<img data-content-id="upload-9" src="/api/v3/uploads/9" alt="tray">',
      '<img data-content-id="upload-9" alt="tray">',
    ],
    [
      'keeps where links lead',
      '<a href="https://x.example" onclick="x()" style="y">here</a>',
      '<a href="https://x.example">here</a>',
    ],
  ])('%s', (_, pasted, kept) => {
    expect(cleanPaste(pasted)).toBe(kept);
  });
});
