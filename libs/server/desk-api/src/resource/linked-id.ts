import { z } from 'zod';

/**
 * A link to another resource in a body: the number at the end of its address, null to clear, undefined for a link that says
 * nothing (`{}`). Its class may be left out (desk-api-v2.md 2.8).
 */
export const LinkedId = z.unknown().transform((sent, context): number | null | undefined => {
  if (sent === undefined || sent === null) return sent;
  const href = typeof sent === 'object' && 'href' in sent ? sent.href : undefined;
  if (href === undefined || href === null) return undefined;
  const [, digits] = typeof href === 'string' ? (/\/(\d{1,15})\/?$/.exec(href) ?? []) : [];
  if (digits !== undefined) return Number(digits);
  context.addIssue({ code: 'custom', message: 'Give the address of the resource.' });
  return z.NEVER;
});
