/** Ways of writing a slash or a dot that some servers read as one. */
const VEILED = /%(?:2e|2f|5c)/i;

/**
 * Whether a browser may be sent to `asked` by an application that is registered with `registered`: the same address or one
 * below it, on the same scheme, host and port. A query may be its own.
 */
export function isCallbackOf(registered: string, asked: string): boolean {
  if (!URL.canParse(registered) || !URL.canParse(asked)) return false;
  const [known, wanted] = [new URL(registered), new URL(asked)];
  if (!['http:', 'https:'].includes(wanted.protocol) || wanted.origin !== known.origin) return false;
  if (wanted.username !== '' || wanted.password !== '' || wanted.hash !== '') return false;
  if (wanted.pathname === known.pathname) return true;
  const below = known.pathname.endsWith('/') ? known.pathname : `${known.pathname}/`;
  return wanted.pathname.startsWith(below) && !VEILED.test(wanted.pathname);
}

/** A callback with what is told to the application; what its query said of these is replaced. */
export function callbackWith(callback: string, told: Record<string, string>): string {
  const address = new URL(callback);
  for (const [name, value] of Object.entries(told)) address.searchParams.set(name, value);
  return address.href;
}
