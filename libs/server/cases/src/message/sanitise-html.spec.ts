// @vitest-environment jsdom
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { foldHtml } from '@bureau/domain';
import { describe, expect, it } from 'vitest';
import { sanitiseHtml } from './sanitise-html.ts';

const imageUrl = (contentId: string) => (contentId === 'a@b' ? '/files/7' : null);
const clean = (html: string) => sanitiseHtml(html, { imageUrl }).html;
const collected = path.resolve(import.meta.dirname, '../../../../../../shared/corpora');
const present = existsSync(collected);
if (!present) console.warn('SKIPPED: the collected attacks and replies are not on this machine.');

describe('the HTML of a mail', () => {
  it.each([
    ['<p onclick="x()">Hi<script>x()</script></p>', '<p>Hi</p>'],
    ['<a href="java\nscript:x()">a</a>', '<a>a</a>'],
    ['<a href="data:text/html,x" target="_top" rel="opener">a</a>', '<a>a</a>'],
    ['<form action="https://evil.example"><input name="p" />Sign in</form>', 'Sign in'],
    ['<base href="https://evil.example/"><meta http-equiv="refresh" content="0"><style>p{}</style>x', 'x'],
    ['<iframe srcdoc="&lt;script>"></iframe><svg><style><img src=x onerror=x()></style></svg>x', 'x'],
    [
      '<p style="position:fixed;top:0;z-index:9;background:url(https://evil.example/x);color:red">x</p>',
      '<p style="color:red">x</p>',
    ],
    ['<p style="margin:-99px;width:expression(x())">x</p>', '<p>x</p>'],
    ['<div class="gmail_quote sidebar" id="root" data-folded="">x</div>', '<div class="gmail_quote">x</div>'],
    ['<img src="cid:a%40b" alt="Cup">', '<img alt="Cup" data-content-id="a@b" src="/files/7" />'],
    ['<img src="cid:other">', '<img data-content-id="other" />'],
    ['<img src="/api/v3/session">', '<img />'],
    ['<img src="//t.example/p.gif">', '<img data-remote-src="https://t.example/p.gif" />'],
  ])('%s becomes %s', (html, expected) => {
    expect(clean(html)).toBe(expected);
  });

  it('opens links elsewhere, without telling where from', () => {
    expect(clean('<a href=" https://x.example/a b">a</a>')).toBe(
      '<a href="https://x.example/a%20b" target="_blank" rel="noopener noreferrer nofollow">a</a>',
    );
  });

  it('shows remote images once the reader asked for them', () => {
    const html = '<img src="https://x.example/cup.png">';
    expect(sanitiseHtml(html)).toEqual({
      html: '<img data-remote-src="https://x.example/cup.png" />',
      hasRemoteImages: true,
    });
    expect(sanitiseHtml(html, { allowRemoteImages: true }).html).toBe('<img src="https://x.example/cup.png" />');
    expect(sanitiseHtml('<p>x</p>').hasRemoteImages).toBe(false);
  });
});

/** The code of each attack, with the XML escapes undone. */
function attacks(): string[] {
  const cheatSheet = readFileSync(path.join(collected, 'html/htmlpurifier/xssAttacks.xml'), 'utf8');
  const xml = new DOMParser().parseFromString(cheatSheet, 'text/xml');
  const codes = [...xml.querySelectorAll('attack > code')].map((code) => code.textContent ?? '');
  const folder = path.join(collected, 'html/bleach');
  const tests = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.test'));
  return [...codes, ...tests.map((file) => readFileSync(path.join(folder, file), 'utf8').split('\n--\n')[0] ?? '')];
}

describe.skipIf(!present)('every collected attack', () => {
  it('comes out harmless, and the same when sanitised or parsed again', () => {
    const all = attacks();
    expect(all.length).toBeGreaterThan(130);
    for (const attack of all) {
      const html = clean(attack);
      const { body } = new DOMParser().parseFromString(html, 'text/html');
      expect([attack, clean(html)]).toEqual([attack, html]);
      for (const round of [html, body.innerHTML, clean(body.innerHTML)]) {
        expect([attack, dangersIn(round)]).toEqual([attack, []]);
      }
    }
  });
});

const FORBIDDEN =
  'script,style,form,input,button,base,meta,link,iframe,object,embed,svg,math,template,textarea,video,audio';

function dangersIn(html: string): string[] {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const elements = [...body.querySelectorAll('*')];
  const attributes = elements.flatMap((element) =>
    [...element.attributes].map(({ name, value }) => [name, value] as const),
  );
  return [
    ...[...body.querySelectorAll(FORBIDDEN)].map(({ tagName }) => tagName),
    ...attributes.filter(([name]) => name.startsWith('on')).map(([name]) => name),
    ...attributes
      .filter(
        ([name, value]) =>
          /^(?:href|src)$/.test(name) && !/^(?:https?:|mailto:|tel:|data:image\/|\/files\/)/.test(value),
      )
      .map(String),
    ...attributes
      .filter(([name, value]) => name === 'style' && /url|expression|position|@import|behavior/i.test(value))
      .map(String),
    ...elements
      .filter((element) => element.tagName === 'IMG' && /^https?:/.test(element.getAttribute('src') ?? ''))
      .map(() => 'remote image'),
  ];
}

const replies = path.join(collected, 'replies/github-zapier-crisp/talon/html_replies');

describe.skipIf(!present)('every collected HTML reply', () => {
  it.each(present ? readdirSync(replies) : [])('%s shows the answer and folds the rest', (file) => {
    const { html, hasFolded } = foldHtml(clean(readFileSync(path.join(replies, file), 'utf8')));
    const { body } = new DOMParser().parseFromString(html, 'text/html');
    expect(hasFolded).toBe(true);
    expect(body.textContent).toContain('Hello! How are you?');

    body.querySelectorAll('[data-folded]').forEach((element) => element.remove());
    expect((body.textContent ?? '').replace(/\s+/g, '')).toBe('Hi.Iamfine.Thanks,Alex');
  });
});
