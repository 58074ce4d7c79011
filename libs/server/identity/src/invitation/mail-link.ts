import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, Notices, type Config } from '@bureau/platform';
import { UserTokenRepository } from './user-token.repository.ts';

/**
 * Mails somebody a link that works once. Nothing in the mail was written by anybody: neither names nor what the one who
 * asked for it sent along (security.md S6).
 */
@Injectable()
export class MailLink {
  constructor(
    private readonly tokens: UserTokenRepository,
    private readonly notices: Notices,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
  ) {}

  async invite({ userId, email }: { userId: number; email: string }): Promise<void> {
    const token = await this.tokens.issue(userId, 'invitation');
    await this.notices.send({
      to: email,
      subject: 'Your invitation to the help desk',
      text: [
        'Hello,',
        '',
        `you are invited to work at the help desk ${this.desk}. Open this link to choose your password:`,
        '',
        `${this.config.publicUrl}/invitation/${token}`,
        '',
        'It works once, for seven days. If you do not know what this is about, just ignore this mail.',
      ].join('\n'),
    });
  }

  async resetPassword({ userId, email }: { userId: number; email: string }): Promise<void> {
    const token = await this.tokens.issue(userId, 'password-reset');
    await this.notices.send({
      to: email,
      subject: 'A new password for the help desk',
      text: [
        'Hello,',
        '',
        `somebody, probably you, asked for a new password for the help desk ${this.desk}. Open this link to set one:`,
        '',
        `${this.config.publicUrl}/reset/${token}`,
        '',
        'It works once, for an hour. If it was not you, just ignore this mail: your password stays as it is.',
      ].join('\n'),
    });
  }

  private get desk(): string {
    return new URL(this.config.publicUrl).host;
  }
}
