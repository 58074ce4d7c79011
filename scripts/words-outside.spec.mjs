import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { wordsOutside } from './tools/words-outside.mjs';

const textsIn = (source) => wordsOutside('sample.tsx', source).map(({ text }) => text);

describe('the check for words outside of the catalogue', () => {
  it.each([
    ['between tags', '<p>Hello there</p>', 'Hello there'],
    ['in braces', "<p>{'Hello'}</p>", 'Hello'],
    ['in one side of a choice', "<p>{isOn ? words.on : 'Off now'}</p>", 'Off now'],
    ['behind a condition', "<p>{isOn && 'Switched on'}</p>", 'Switched on'],
    ['in a template', '<p>{`${count} cases`}</p>', 'cases'],
    ['in an attribute that is heard', '<button aria-label="Close it" />', 'Close it'],
    ['in an attribute that is seen', "<Field placeholder={'Your name'} />", 'Your name'],
    ['in a template of an attribute', '<img alt={`Picture of ${name}`} />', 'Picture of'],
    ['added to something', "<Field label={name + ' (required)'} />", '(required)'],
    ['in a toast', "toasts.show({ text: 'Saved.' })", 'Saved.'],
    ['in the title of the page', '(document.title = `${name} · My desk`)', '· My desk'],
    ['in another alphabet', '<p>Привет</p>', 'Привет'],
  ])('finds them %s', (_where, source, text) => {
    expect(textsIn(`const x = () => (${source});`)).toEqual([text]);
  });

  it.each([
    '<p className="case-row">{words.hello}</p>',
    '<p>{count} · {name} &middot; #</p>',
    '<Icon name="inbox" />',
    '<Field label={words.label(name)} error={form.errorOf("name")} />',
    "client.call(route, { body: { text: 'Hello', title: 'Words of nobody' } })",
    '<p>{`#${id}`}</p>',
    '<Field placeholder="https://" />',
    "look({ label: '/admin/labels' })",
    "look({ error: 'danger', text: 'plain' })",
  ])('leaves %s alone', (source) => {
    expect(textsIn(`const x = () => (${source});`)).toEqual([]);
  });

  it('finds none in the console', () => {
    const { status, stderr } = spawnSync(process.execPath, [resolve(import.meta.dirname, 'words-outside.mjs')], {
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });
});
