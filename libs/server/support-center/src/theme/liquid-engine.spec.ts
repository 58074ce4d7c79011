import { describe, expect, it } from 'vitest';
import { parseTemplate, renderTemplate } from './liquid-engine.ts';
import { SafeHtml } from './safe-html.ts';
import { isLimit, themeProblemOf } from './theme-problem.ts';

const draw = async (source: string, objects: Record<string, unknown> = {}) =>
  renderTemplate(parseTemplate(source), objects);

const problemOf = async (source: string, objects: Record<string, unknown> = {}) => {
  const thrown: unknown = await Promise.resolve()
    .then(() => draw(source, objects))
    .then(
      () => null,
      (error: unknown) => error,
    );
  return thrown === null ? null : { ...themeProblemOf(thrown), isLimit: isLimit(thrown) };
};

describe('a template', () => {
  it('prints what people wrote as text, and what the desk has cleaned as it is', async () => {
    const objects = { subject: '<script>alert(1)</script>', body: new SafeHtml('<p>Hello</p>') };
    expect(await draw('{{ subject }} {{ body }}', objects)).toBe('&lt;script&gt;alert(1)&lt;/script&gt; <p>Hello</p>');
    expect(await draw('{{ subject | raw }}', objects)).not.toContain('<script>');
    expect(await draw('{{ body | append: subject }}', objects)).not.toContain('<script>');
    expect(await draw('{% capture x %}{{ subject }}{% endcapture %}{{ x }}', objects)).not.toContain('<script>');
  });

  it('asks for what costs a query only when it prints it', async () => {
    let asked = 0;
    const topic = { name: 'Brewing', articles: () => Promise.resolve([{ subject: `asked ${++asked}` }]) };
    expect(await draw('{{ topic.name }}', { topic })).toBe('Brewing');
    expect(asked).toBe(0);
    expect(await draw('{% for a in topic.articles %}{{ a.subject }}{% endfor %}', { topic })).toBe('asked 1');
  });
});

describe('a hostile theme is stopped (Shows 3)', () => {
  it.each([
    ['an endless loop', '{% for i in (1..100000) %}{% for j in (1..100000) %}{% endfor %}{% endfor %}'],
    ['a range without end', '{% for i in (1..9999999999) %}x{% endfor %}'],
    ['huge output', '{% for i in (1..5000) %}{% for j in (1..1000) %}xxxxxxxxxx{% endfor %}{% endfor %}'],
    [
      'a text that doubles',
      `{% assign x = 'aaaaaaaaaaaaaaaa' %}{% for i in (1..60) %}{% assign x = x | append: x %}{% endfor %}{{ x }}`,
    ],
    [
      'a capture that doubles',
      `{% capture x %}aaaaaaaa{% endcapture %}{% for i in (1..60) %}{% capture x %}{{ x }}{{ x }}{% endcapture %}{% endfor %}`,
    ],
  ])('%s', async (_, source) => {
    expect(await problemOf(source)).toMatchObject({ isLimit: true });
  });

  it.each([
    ['include', `{% include '/etc/passwd' %}`],
    ['render', `{% render '../../package.json' %}`],
    ['layout', `{% layout '/etc/hosts' %}`],
    ['a template of another name', `{% include 'layout' %}`],
  ])('the inclusion of a file with %s', async (_, source) => {
    expect(await problemOf(source)).toMatchObject({ message: expect.stringContaining('a theme has only its own') });
  });

  it.each([
    '{{ constructor }}',
    '{{ topic.constructor.constructor }}',
    '{{ topic.__proto__ }}',
    '{{ topic.name.constructor }}',
    '{{ topic.list.map }}',
    `{{ "x" | map: "constructor" }}`,
    `{% assign p = "__proto__" %}{{ topic[p] }}`,
    `{{ topic.toString }}`,
  ])('whoever reaches for what is behind the objects: %s', async (source) => {
    expect(await draw(source, { topic: { name: 'Brewing', list: [1] } })).not.toMatch(/function|native|object/i);
  });

  it('and is told where it fails', async () => {
    expect(await problemOf('Hello\n{% if x %}\nnever closed')).toMatchObject({ line: 2 });
    expect(await problemOf('a\nb\n{{ x | nothing_like_this }}')).toMatchObject({
      line: 3,
      message: expect.stringContaining('nothing_like_this'),
    });
  });
});
