import { Injectable } from '@nestjs/common';
import { WebFormRepository } from '@bureau/channels';
import { BrandDirectory } from '@bureau/identity';
import { Notices } from '@bureau/platform';
import { inLanguage } from '../address/language-segment.ts';
import type { SnippetKey } from '../snippet/english.ts';
import { phrase, Snippets } from '../snippet/snippets.ts';
import { AccountTokenRepository, type AccountPurpose, type LinkToIssue } from './account-token.repository.ts';

const WORDS = {
  registration: { subject: 'mail_registration_subject', text: 'mail_registration_text', path: 'registrations' },
  'password-reset': { subject: 'mail_reset_subject', text: 'mail_reset_text', path: 'password_resets' },
  'sign-in': { subject: 'mail_sign_in_subject', text: 'mail_sign_in_text', path: 'login/link' },
  address: { subject: 'mail_address_subject', text: 'mail_address_text', path: 'account/emails/verify' },
} as const satisfies Record<AccountPurpose, { subject: SnippetKey; text: SnippetKey; path: string }>;

/**
 * Mails a customer a link that works once, from a mailbox of the brand. Nothing in the mail was written by anybody: whoever
 * asks for a link to a stranger's address sends him no words (S6).
 */
@Injectable()
export class MailAccountLink {
  constructor(
    private readonly tokens: AccountTokenRepository,
    private readonly brands: BrandDirectory,
    private readonly forms: WebFormRepository,
    private readonly snippets: Snippets,
    private readonly notices: Notices,
  ) {}

  async run(link: LinkToIssue, language: string): Promise<void> {
    const brand = this.brands.byId(link.brandId);
    const mailboxId = await this.forms.mailboxOf(link.brandId);
    if (!brand || mailboxId === undefined) return;
    const { origin, base } = this.brands.homeOf(brand);
    const { subject, text, path } = WORDS[link.purpose];
    const words = this.snippets.of(brand.id, language);
    const token = await this.tokens.issue(link);
    if (token === undefined) return;
    const page = `/customer/${path}/${token}`;
    const url = origin + base + (brand.languages.length > 1 ? inLanguage(page, language) : page);
    await this.notices.send({
      to: link.address,
      subject: phrase(words[subject], brand.name),
      text: phrase(words[text], brand.name, url),
      mailboxId,
    });
  }
}
