import { escapeHtml } from '../mail/quote.ts';
import type { MailView } from './present-mail.ts';

/** No scripts, no network: a mail is paper. Same origin only so that the page can measure its height. */
export const ownDocumentPolicy = [
  'sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox',
  "default-src 'none'",
  'img-src data:',
  "style-src 'unsafe-inline'",
  "form-action 'none'",
  "base-uri 'self'",
].join('; ');

const PAPER = `:root { color-scheme: light }
body { margin: 0; padding: 4px 2px; font: 15px/1.55 system-ui, sans-serif; color: #1f1b16; background: #fff; overflow-wrap: anywhere }
img { max-width: 100%; height: auto }
pre { white-space: pre-wrap; font: inherit; margin: 0 }`;

/** A mail as a document of its own, to be shown in a frame. */
export function mailDocument(mail: MailView): string {
  const body = mail.html ?? `<pre dir="auto">${escapeHtml(mail.text)}</pre>`;
  return `<!doctype html><html lang="${escapeHtml(mail.headers['content-language'] ?? 'en')}"><head><meta charset="utf-8"><base target="_blank"><title>${escapeHtml(mail.subject || 'Mail')}</title><style>${PAPER}</style></head><body>${body}</body></html>`;
}
