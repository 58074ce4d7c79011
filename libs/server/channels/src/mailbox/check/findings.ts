import type { CheckFinding, CheckStep } from '@bureau/contracts';

export type About = CheckStep['about'];

const at = ({ host, port }: About) => `${host}:${port}`;
const said = ({ said }: About) => (said ? ` It says: ${said}` : '');

/** What is wrong and what to do, for each finding. */
const SENTENCES: Record<CheckFinding, (about: About) => string> = {
  'name-unknown': ({ host }) => `There is no server named ${host}. Check the spelling; ask the provider for its name.`,
  'name-forbidden': ({ host }) =>
    `${host} leads to an address that is no mail server's: link-local, broadcast or unspecified. Write the server's own name.`,
  refused: (about) => `Nothing answers at ${at(about)}. Check the port, and whether the server runs.`,
  'no-answer': (about) => `${at(about)} does not answer in time. Check the port; a firewall on the way may block it.`,
  unreachable: ({ host }) =>
    `There is no way from this desk to ${host}. Check the network, and whether a firewall blocks it.`,
  'hung-up': (about) =>
    `${about['host']} ended the connection without an answer. Try again; check the port.${said(about)}`,
  'other-service': (about) =>
    `Something else answers at ${at(about)}, not ${about['protocol']}. Choose the port that the provider names.${said(about)}`,
  'not-welcome': (about) => `${about['host']} does not take connections from this desk at the moment.${said(about)}`,
  'plain-port': (about) =>
    `Port ${about['port']} begins without encryption. Let it begin on demand there (STARTTLS), or choose the port ${about['instead']}.`,
  'encrypted-port': (about) =>
    `Port ${about['port']} is encrypted from the first byte. Choose that encryption (TLS) for it, or the port ${about['instead']}.`,
  'not-encrypted': ({ host }) =>
    `The connection to ${host} is not encrypted: password and mail can be read on the way. Use it only within your own network.`,
  'no-starttls': ({ host, instead }) =>
    `${host} offers no encryption on this port. Choose the port ${instead}, encrypted from the first byte.`,
  'certificate-expired': ({ host, date }) =>
    `The certificate of ${host} expired on ${date}. Its operator must renew it; until then nothing is sent to it.`,
  'certificate-early': ({ host, date }) =>
    `The certificate of ${host} is valid only from ${date} on. Check the clock of this machine.`,
  'certificate-name': ({ host, names }) =>
    `The certificate belongs to ${names}, not to ${host}. Write the name that the certificate has.`,
  'certificate-self-signed': ({ host }) =>
    `${host} signed its certificate itself, so nobody vouches for it. Install one of an authority, or name your own authority with NODE_EXTRA_CA_CERTS.`,
  'certificate-unknown': ({ host }) =>
    `Nobody whom this machine trusts vouches for the certificate of ${host}. Name your own authority with NODE_EXTRA_CA_CERTS, or ask the operator for the whole chain.`,
  'encryption-failed': (about) =>
    `${about['host']} and this desk find no common encryption (TLS 1.2 or newer).${said(about)}`,
  'password-missing': () => 'Write the password. A kept one is used only for the server that it was written for.',
  'password-wrong': (about) =>
    `The server does not accept the user name or the password. Write them again.${said(about)}`,
  'app-password': (about) =>
    `This provider wants an app password, not the usual one: make one in the security settings of the account.${said(about)}`,
  'sign-in-demanded': (about) =>
    `The server takes no mail without a sign-in. Write user name and password.${said(about)}`,
  'sign-in-not-offered': ({ host }) =>
    `${host} offers no sign-in with a password on this port. Choose an encrypted port, usually 465 or 587.`,
  'folder-missing': ({ folder }) => `There is no folder ${folder} in this mailbox. Choose one of those that there are.`,
  'sender-refused': (about) =>
    `The server does not let this account send as ${about['address']}. Allow the address there, or sign in with its own account.${said(about)}`,
  said: (about) => `${about['host']} refuses.${said(about)}`,
};

/** What went wrong in a step; ends the side. */
export class Found extends Error {
  constructor(
    readonly finding: CheckFinding,
    readonly about: About,
  ) {
    super(SENTENCES[finding](about));
  }
}

export function sentenceOf(finding: CheckFinding, about: About): string {
  return SENTENCES[finding](about);
}

/** At most 200 characters of what a server said, in one line and without what a terminal would obey. */
export function inOneLine(words: string): string {
  const line = words.replace(/[^\P{C}]+/gu, ' ').trim();
  return line.length > 200 ? `${line.slice(0, 200)} …` : line;
}
