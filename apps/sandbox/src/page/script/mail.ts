/** The right pane, reading. */
export const mail = String.raw`
import { $, el, fill, size, when } from './dom.js';

export function showMail(mail, state) {
  fill($('reading'), el('article', { class: 'letter', 'aria-labelledby': 'subject' },
    head(mail, state), body(mail), files(mail), actions(mail, state), details(mail)));
  $('subject').focus({ preventScroll: true });
}

export function showNothing() {
  fill($('reading'), el('p', { class: 'empty' }, 'Mails open here.'));
}

function head(mail, state) {
  return el('header', { class: 'letter-head' },
    el('div', { class: 'back' }, el('a', { class: 'button quiet', href: state.link() }, '← Mailbox')),
    el('h2', { id: 'subject', tabindex: '-1', dir: 'auto' }, mail.subject || '(no subject)'),
    el('dl', {},
      line('From', mail.from ? [mail.from] : []), line('To', mail.to), mail.cc.length > 0 ? line('Cc', mail.cc) : [],
      [el('dt', {}, 'Date'), el('dd', {}, new Date(mail.date ?? mail.receivedAt).toLocaleString())]));
}

function line(name, people) {
  const shown = people.map((one) => (one.name ? one.name + ' <' + one.address + '>' : one.address)).join(', ');
  return [el('dt', {}, name), el('dd', { dir: 'auto' }, shown || 'nobody')];
}

/** The frame's own policy forbids scripts and the network; the page only reads its height. */
function body(mail) {
  const frame = el('iframe', {
    title: 'What the mail says',
    sandbox: 'allow-same-origin allow-popups allow-popups-to-escape-sandbox',
    src: mail.htmlUrl,
    onload: () => {
      frame.style.height = frame.contentDocument.documentElement.scrollHeight + 4 + 'px';
    },
  });
  return el('div', { class: 'body' }, frame);
}

function files(mail) {
  return el('ul', { class: 'files', 'aria-label': 'Attachments' }, mail.attachments.filter((one) => !one.inline).map((one) =>
    el('li', {}, el('a', { class: 'file', href: one.url, download: one.fileName }, one.fileName, el('span', { class: 'size' }, size(one.size))))));
}

function actions(mail, state) {
  const answer = mail.folder === 'inbox'
    ? el('a', { class: 'button primary', href: state.link(mail.id, 'reply') }, 'Reply')
    : el('a', { class: 'button primary', href: state.link('new') }, 'Write another');
  return el('div', { class: 'actions' }, answer, el('a', { class: 'button quiet', href: mail.rawUrl, target: '_blank' }, 'Raw source'));
}

function details(mail) {
  const facts = {
    'Message-ID': mail.messageId,
    'In-Reply-To': mail.inReplyTo,
    References: mail.references.join(' '),
    'Envelope from': mail.envelope.from || '<> (null sender)',
    'Envelope to': mail.envelope.to.join(', '),
    ...mail.headers,
  };
  return el('details', {}, el('summary', {}, 'Headers'),
    el('dl', {}, Object.entries(facts).filter(([, value]) => value).map(([name, value]) => [el('dt', {}, name), el('dd', {}, value)])));
}
`;
