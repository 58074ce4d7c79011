import { API, ERRORS, type Route } from '@bureau/contracts';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { describeApi } from '../openapi.ts';
import { html } from './markup.ts';
import { REFERENCE_POLICY, renderReference } from './reference-page.ts';

const page = renderReference(describeApi('http://desk.example'));

describe('the reference page', () => {
  it('has every route and every problem', () => {
    for (const [noun, named] of Object.entries(API)) {
      for (const [name, route] of Object.entries<Route>(named)) {
        expect(page).toContain(`id="operation-${noun}-${name}"`);
        expect(page).toContain(`>${route.path.replace(/:(\w+)/g, '{$1}')}</code>`);
      }
    }
    for (const code of Object.keys(ERRORS)) expect(page).toContain(`<code>${code}</code>`);
  });

  it('links only to places that it has', () => {
    const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const targets = [...page.matchAll(/href="#([^"]+)"/g)].map(([, target]) => target!);
    expect(targets.filter((target) => !ids.has(target))).toEqual([]);
    expect(ids.size).toBe([...page.matchAll(/ id="/g)].length);
  });

  it('brings no script and nothing from elsewhere, and its policy allows none', () => {
    expect(page).not.toMatch(/<script|<link|<img|javascript:| style="| on\w+="|url\(/i);
    expect([...page.matchAll(/(?:src|href)="(?!#|\/api\/v3\/openapi\.json")/g)]).toEqual([]);
    const style = /<style>([\s\S]*?)<\/style>/.exec(page)![1]!;
    expect(REFERENCE_POLICY).toContain(`sha256-${createHash('sha256').update(style).digest('base64')}`);
  });

  it('shows text as text', () => {
    expect(html`<p title="${'"'}">${['<b>', html`<i>${'&'}</i>`]}</p>`.text).toBe(
      '<p title="&quot;">&lt;b&gt;<i>&amp;</i></p>',
    );
  });
});
