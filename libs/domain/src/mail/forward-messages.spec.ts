import { describe, expect, it } from 'vitest';
import { foldQuotes } from './fold-quotes.ts';
import { forwardedHtml, forwardedText, forwardSubject, type ForwardedMessage } from './forward-messages.ts';

function said(fields: Partial<ForwardedMessage> = {}): ForwardedMessage {
  return {
    from: { name: 'Ana Sol', address: 'ana@customer.example' },
    to: [{ name: '', address: 'support@larkspur.example' }],
    cc: [],
    at: new Date('2026-11-21T14:03:00Z'),
    subject: 'The grinder is stuck',
    text: 'It makes no sound.',
    ...fields,
  };
}

describe('a forwarded message', () => {
  it('says who wrote what to whom, and when', () => {
    expect(forwardedText([said()])).toBe(
      [
        '---------- Forwarded message ----------',
        'From: Ana Sol <ana@customer.example>',
        'Date: 21 November 2026 at 14:03 UTC',
        'Subject: The grinder is stuck',
        'To: <support@larkspur.example>',
        '',
        'It makes no sound.',
      ].join('\n'),
    );
  });

  it('cannot pretend to be another by its subject or names', () => {
    const text = forwardedText([
      said({ subject: 'Hi\nFrom: boss@larkspur.example', cc: [{ name: 'x\u2028To: y', address: 'z' }] }),
    ]);
    expect(text.split('\n').filter((line) => line.startsWith('From:'))).toHaveLength(1);
    expect(text).not.toMatch(/\u2028/);
  });

  it('travels as text, not as the markup of a stranger', () => {
    const html = forwardedHtml([said({ text: '<img src=x onerror=alert(1)>', subject: '<b>' })]);
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(html).not.toMatch(/<img|<b>/);
  });

  it('folds away below what the agent wrote', () => {
    expect(foldQuotes(`Can you help?\n\n${forwardedText([said()])}`).visible.trim()).toBe('Can you help?');
  });

  it('is named as one, once', () => {
    expect(['Stuck', 'Fwd: Stuck', 'fw: Stuck', 'WG: Stuck'].map(forwardSubject)).toEqual([
      'Fwd: Stuck',
      'Fwd: Stuck',
      'fw: Stuck',
      'WG: Stuck',
    ]);
  });
});
