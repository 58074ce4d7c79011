import { describe, expect, it } from 'vitest';
import { BUILT_IN_TEMPLATES } from './built-in-templates.ts';
import { withCaseLink } from './case-link-below.ts';
import { fillTemplate } from './fill-template.ts';

const VALUES = new Map([
  ['case.id', '1042'],
  ['case.portal_url', 'https://help.example/customer/portal/cases/1042'],
]);
const blocks = {
  message: { text: 'Hello', html: '<p>Hello</p>' },
  history: { text: '> before', html: '<i>before</i>' },
};
const filled = (template: string, values = VALUES) => fillTemplate(withCaseLink(template), { values, blocks });

describe('a template that does not say where the page of the case is', () => {
  it('has the link below its words, above what was said before', () => {
    const { text } = filled('<p>Hi</p>{{message}}{{history}}');
    expect(text).toBe('Hi\n\nHello\n\n#1042: https://help.example/customer/portal/cases/1042\n\n> before');
    expect(filled('{{message}}').html).toContain('cases/1042');
  });

  it('has none where the brand has no such page', () => {
    expect(filled('{{message}}', new Map([['case.id', '1042']])).text).toBe('Hello');
  });
});

describe('a template that names the page', () => {
  it('decides itself, also that there is no link', () => {
    for (const template of [BUILT_IN_TEMPLATES.reply.html, '{{message}}{{ case.portal_url }}']) {
      expect(withCaseLink(template)).toBe(template);
    }
    expect(filled('{{message}}{% if case.portal_url %}{% endif %}').text).toBe('Hello');
  });
});
