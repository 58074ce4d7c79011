import { z } from 'zod';

/**
 * A link in a body to one of `/customers`, `/users` and so on: the number at the end of its address, null to clear, undefined
 * for a link that says nothing (`{}`). Its class may be left out (desk-api-v2.md 2.8); an address of something else never
 * stands for a number here.
 */
export function linkTo(collection: string) {
  const address = new RegExp(`/${collection}/(\\d{1,15})/?$`);
  return z.unknown().transform((sent, context): number | null | undefined => {
    if (sent === undefined || sent === null) return sent;
    const href = isObject(sent) ? sent.href : sent;
    if (href === undefined || href === null) return undefined;
    const [, digits] = (typeof href === 'string' && address.exec(href)) || [];
    if (digits !== undefined && isObject(sent)) return Number(digits);
    const message = `Give the address of the resource, such as {"href": "/api/v2/${collection}/1"}.`;
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });
}

/** The links of a body, null or absent for none. What is no link is refused: nothing else that was wished is dropped with it. */
export function links<Shape extends Record<string, z.ZodType>>(shape: Shape) {
  return z
    .unknown()
    .optional()
    .transform((sent) => (sent === undefined || sent === null || isEmptyList(sent) ? {} : sent))
    .pipe(z.object(shape).partial());
}

/** Some languages write what has no members as a list. */
function isEmptyList(sent: unknown): boolean {
  return Array.isArray(sent) && sent.length === 0;
}

function isObject(sent: unknown): sent is { href?: unknown } {
  return typeof sent === 'object' && (!Array.isArray(sent) || isEmptyList(sent));
}
