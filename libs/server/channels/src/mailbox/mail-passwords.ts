import { Injectable } from '@nestjs/common';
import type { CreateMailbox, ImapSettings, SmtpSettings, UpdateMailbox } from '@bureau/contracts';
import { InstallationSecret, InvalidInput, seal, unseal } from '@bureau/platform';
import type { MailboxEntity } from './mailbox.entity.ts';

type Servers = Pick<UpdateMailbox, 'imap' | 'smtp'> | Pick<CreateMailbox, 'imap' | 'smtp'>;
type Columns = Pick<MailboxEntity, 'imap' | 'imapPasswordSealed' | 'smtp' | 'smtpPasswordSealed'>;

/** A kept password was sealed by another installation; says so in words for administrators. */
export class PasswordUnreadable extends Error {
  constructor() {
    super(
      'The password was stored by another installation and cannot be read. Write it again in the settings of the mailbox.',
    );
  }
}

/**
 * Passwords of mail servers: sealed in the database, never read back, and given to no other server than the one that they
 * were written for. Whoever may change a mailbox must not learn its password by naming a server of his own.
 */
@Injectable()
export class MailPasswords {
  constructor(private readonly secret: InstallationSecret) {}

  /** What to store; sides that are not named stay as they are. Throws request.invalid for another server without password. */
  columns({ imap, smtp }: Servers, kept: Columns | null): Partial<Columns> {
    return {
      ...(imap === undefined ? {} : this.imapColumns(imap, kept)),
      ...(smtp === undefined ? {} : this.smtpColumns(smtp, kept)),
    };
  }

  /** '' where none is kept. Throws {@link PasswordUnreadable}. */
  read(sealed: string | null): string {
    if (sealed === null) return '';
    try {
      return unseal(this.secret, sealed);
    } catch {
      throw new PasswordUnreadable();
    }
  }

  private imapColumns(imap: (ImapSettings & { password?: string }) | null, kept: Columns | null): Partial<Columns> {
    if (imap === null) return { imap: null, imapPasswordSealed: null };
    const { password, ...settings } = imap;
    if (password !== undefined) return { imap: settings, imapPasswordSealed: seal(this.secret, password) };
    if (kept?.imapPasswordSealed) checkSameServer(settings, { kept: kept.imap, path: 'imap.password' });
    return { imap: settings };
  }

  private smtpColumns(smtp: (SmtpSettings & { password?: string }) | null, kept: Columns | null): Partial<Columns> {
    if (smtp === null) return { smtp: null, smtpPasswordSealed: null, ...WELL };
    const { password, ...settings } = smtp;
    if (settings.user === '') return { smtp: settings, smtpPasswordSealed: null, ...WELL };
    if (password !== undefined) return { smtp: settings, smtpPasswordSealed: seal(this.secret, password), ...WELL };
    if (kept?.smtpPasswordSealed) checkSameServer(settings, { kept: kept.smtp, path: 'smtp.password' });
    return { smtp: settings, ...WELL };
  }
}

/** New settings have not failed yet. */
const WELL = { sendingTrouble: '' };

/** Whether a kept password may be used: it belongs to one server. */
export function isSameServer(one: { host: string }, kept: { host: string } | null): boolean {
  return kept !== null && one.host.toLowerCase() === kept.host.toLowerCase();
}

function checkSameServer(settings: { host: string }, { kept, path }: { kept: { host: string } | null; path: string }) {
  if (isSameServer(settings, kept)) return;
  throw new InvalidInput([{ path, message: 'Write the password: the kept one belongs to another server.' }]);
}
