/** What an effect tells of placeholders that said nothing. */
export function leftUnsaid(missing: readonly string[]): { reason?: string } {
  return missing.length === 0 ? {} : { reason: `Said nothing for want of a value: ${missing.join(', ')}.` };
}
