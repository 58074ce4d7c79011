import { EmailAddress } from '@bureau/contracts';

/** Somebody who is to be invited. */
export interface Invitee {
  email: string;
  name: string;
}

/**
 * Reads addresses as people paste them: one a line, or parted by commas or semicolons, with or without a name as in
 * `Ana Ferreira <ana@example.com>`. Each address once; what is none comes back as it was.
 */
export function readAddresses(text: string): { invitees: Invitee[]; wrong: string[] } {
  const invitees = new Map<string, Invitee>();
  const wrong: string[] = [];
  for (const part of text
    .split(/[\n,;]+/)
    .map((one) => one.trim())
    .filter(Boolean)) {
    const [, named = '', angled] = /^(.*?)\s*<([^<>]*)>$/.exec(part) ?? [];
    const email = EmailAddress.safeParse(angled ?? part);
    if (!email.success) wrong.push(part);
    else invitees.set(email.data.toLowerCase(), { email: email.data, name: nameOf(named, email.data) });
  }
  return { invitees: [...invitees.values()], wrong };
}

/** What is written before the address, or what the address begins with; whoever joins chooses the name himself. */
function nameOf(written: string, email: string): string {
  const name = written.replaceAll('"', '').trim();
  if (name) return name;
  const parts = email
    .slice(0, email.indexOf('@'))
    .split(/[._+-]+/)
    .filter(Boolean);
  return parts.map((part) => part.charAt(0).toLocaleUpperCase() + part.slice(1)).join(' ') || email;
}
