import type { SmtpTls } from '@bureau/contracts';

/** Where a provider has its servers, and what it wants of a password. */
export interface Provider {
  name: string;
  imap: { host: string; port: number; tls: boolean };
  smtp: { host: string; port: number; tls: SmtpTls };
  /** It refuses the usual password of the account. */
  appPassword: boolean;
}

const imaps = (host: string) => ({ host, port: 993, tls: true });
const submission = (host: string) => ({ host, port: 587, tls: 'starttls' as const });
const smtps = (host: string) => ({ host, port: 465, tls: 'implicit' as const });

const google: Provider = {
  name: 'Google',
  imap: imaps('imap.gmail.com'),
  smtp: smtps('smtp.gmail.com'),
  appPassword: true,
};
const microsoft: Provider = {
  name: 'Microsoft 365',
  imap: imaps('outlook.office365.com'),
  smtp: submission('smtp.office365.com'),
  appPassword: true,
};
const yahoo: Provider = {
  name: 'Yahoo',
  imap: imaps('imap.mail.yahoo.com'),
  smtp: smtps('smtp.mail.yahoo.com'),
  appPassword: true,
};
const icloud: Provider = {
  name: 'iCloud',
  imap: imaps('imap.mail.me.com'),
  smtp: submission('smtp.mail.me.com'),
  appPassword: true,
};
const fastmail: Provider = {
  name: 'Fastmail',
  imap: imaps('imap.fastmail.com'),
  smtp: smtps('smtp.fastmail.com'),
  appPassword: true,
};
const gmx: Provider = {
  name: 'GMX',
  imap: imaps('imap.gmx.net'),
  smtp: submission('mail.gmx.net'),
  appPassword: false,
};
const webDe: Provider = {
  name: 'WEB.DE',
  imap: imaps('imap.web.de'),
  smtp: submission('smtp.web.de'),
  appPassword: false,
};
const tOnline: Provider = {
  name: 'T-Online',
  imap: imaps('secureimap.t-online.de'),
  smtp: smtps('securesmtp.t-online.de'),
  appPassword: true,
};
const mailbox: Provider = {
  name: 'mailbox.org',
  imap: imaps('imap.mailbox.org'),
  smtp: smtps('smtp.mailbox.org'),
  appPassword: false,
};
const zoho: Provider = { name: 'Zoho', imap: imaps('imap.zoho.com'), smtp: smtps('smtp.zoho.com'), appPassword: true };

const byDomain = new Map<string, Provider>([
  ['gmail.com', google],
  ['googlemail.com', google],
  ['outlook.com', microsoft],
  ['hotmail.com', microsoft],
  ['live.com', microsoft],
  ['office365.com', microsoft],
  ['yahoo.com', yahoo],
  ['yahoo.de', yahoo],
  ['icloud.com', icloud],
  ['me.com', icloud],
  ['fastmail.com', fastmail],
  ['gmx.de', gmx],
  ['gmx.net', gmx],
  ['gmx.at', gmx],
  ['web.de', webDe],
  ['t-online.de', tOnline],
  ['mailbox.org', mailbox],
  ['zoho.com', zoho],
]);

/** Providers that host domains of companies too, so that a domain alone does not tell. */
export const hosts: readonly Provider[] = [google, microsoft, fastmail, mailbox, zoho];

/** Whose servers an address is at, where its domain tells. */
export function providerOf(address: string): Provider | undefined {
  return byDomain.get(domainOf(address));
}

/** What most companies call their servers; to be tried, not believed. */
export function guessFor(address: string): Pick<Provider, 'imap' | 'smtp'> | undefined {
  const domain = domainOf(address);
  if (!domain.includes('.')) return undefined;
  return { imap: imaps(`imap.${domain}`), smtp: submission(`smtp.${domain}`) };
}

function domainOf(address: string): string {
  return address
    .slice(address.lastIndexOf('@') + 1)
    .trim()
    .toLowerCase();
}
