import type { TemplateKind } from '@bureau/contracts';

/** What a desk says until somebody writes something else. */
export const BUILT_IN_TEMPLATES: Readonly<Record<TemplateKind, { subject: string; html: string }>> = {
  reply: {
    subject: '',
    html: [
      '{{message}}',
      '{{signature}}',
      '<p>{% if case.portal_url %}</p>',
      '<p style="color:#6b7280;font-size:12px">See this request on the web, or answer there: {{case.portal_url}}</p>',
      '<p>{% endif %}</p>',
      '{{history}}',
    ].join('\n'),
  },
  forward: { subject: '', html: '{{message}}\n{{signature}}\n{{history}}' },
  acknowledgement: {
    subject: 'Re: your request (#{{case.id}})',
    html: [
      '<p>Hello,</p>',
      '<p>thank you for writing to {{brand.name}}. Your message has arrived, and somebody will read it and answer you.<br>Its number is #{{case.id}}. To add something, just answer this mail.</p>',
      '<p>{% if case.portal_url %}</p>',
      '<p>On the web you find it here: {{case.portal_url}}</p>',
      '<p>{% endif %}</p>',
      '{{signature}}',
    ].join('\n'),
  },
};
