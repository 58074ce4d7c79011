import { CustomerMail, CustomerReply, RawMail } from '../mail/customer-mail.ts';
import type { StoredMail } from '../mail/mailboxes.ts';
import { NewPerson, type Person } from '../mail/people.ts';
import { readAttachment } from '../mail/read-mail.ts';
import type { MailWorld } from '../mail/world.ts';
import { replyAs, sendAs, submitRaw } from '../mail/write-to-desk.ts';
import { notFound } from './problem.ts';
import { MailPresenter } from './present-mail.ts';
import { route, type Route } from './router.ts';
import { mailDocument, ownDocumentPolicy } from './mail-document.ts';

/** What a customer can do: look into the mailbox, write, answer. */
export function mailRoutes(world: MailWorld): Route[] {
  const presenter = new MailPresenter(world.mailboxes);
  return [
    route('GET', '/api/people', () => ({ json: { items: world.people.list().map((one) => describe(world, one)) } })),
    route('POST', '/api/people', async ({ body }) => {
      const person = world.people.save(await body(NewPerson));
      world.log.add({ kind: 'person', address: person.address, words: `${person.name} has a mailbox.` });
      return { status: 201, json: describe(world, person) };
    }),
    route('GET', '/api/people/:address/mails', async ({ param, query }) => {
      const limit = Number(query.get('limit') ?? 100) || 100;
      const mails = world.mailboxes.list(param('address')).slice(0, limit);
      return { json: { items: await Promise.all(mails.map((mail) => presenter.present(mail))) } };
    }),
    route('POST', '/api/people/:address/send', async ({ param, body }) => ({
      status: 201,
      json: await sendAs(world, param('address'), await body(CustomerMail)),
    })),
    route('POST', '/api/people/:address/reply/:id', async ({ param, body }) => {
      const mail = find(world, param('id'));
      if (mail.address !== param('address').toLowerCase()) throw notFound('This mail in this mailbox');
      return { status: 201, json: await replyAs(world, mail, await body(CustomerReply)) };
    }),
    route('POST', '/api/raw', async ({ body }) => ({ status: 201, json: await submitRaw(world, await body(RawMail)) })),
    ...oneMailRoutes(world, presenter),
  ];
}

function oneMailRoutes(world: MailWorld, presenter: MailPresenter): Route[] {
  return [
    route('GET', '/api/mails/:id', async ({ param }) => ({ json: await presenter.present(find(world, param('id'))) })),
    route('POST', '/api/mails/:id/read', ({ param }) => {
      const mail = find(world, param('id'));
      world.mailboxes.markRead(mail.id);
      world.log.add({ kind: 'read', address: mail.address, words: 'A mail was opened.', mailId: mail.id });
      return { json: {} };
    }),
    route('GET', '/api/mails/:id/raw', ({ param }) => ({
      bytes: world.mailboxes.raw(find(world, param('id'))),
      headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Content-Security-Policy': 'sandbox' },
    })),
    route('GET', '/api/mails/:id/html', async ({ param }) => ({
      bytes: mailDocument(await presenter.present(find(world, param('id')))),
      headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': ownDocumentPolicy },
    })),
    route('GET', '/api/mails/:id/attachments/:index', async ({ param }) => {
      const found = await readAttachment(world.mailboxes.raw(find(world, param('id'))), Number(param('index')));
      if (!found) throw notFound('This attachment');
      const name = encodeURIComponent(found.fileName).replaceAll("'", '%27');
      const headers = {
        'Content-Type': 'application/octet-stream',
        'Content-Disposition': `attachment; filename*=UTF-8''${name}`,
        'Content-Security-Policy': 'sandbox',
      };
      return { bytes: found.content, headers };
    }),
  ];
}

function describe(world: MailWorld, person: Person) {
  const { address } = person;
  const latest = world.mailboxes.list(address)[0];
  return {
    ...person,
    unread: world.mailboxes.unread(address),
    lastMailAt: latest?.at ?? null,
    behaviour: world.behaviours.of(address),
  };
}

function find(world: MailWorld, id: string): StoredMail {
  const mail = world.mailboxes.find(id);
  if (!mail) throw notFound('This mail');
  return mail;
}
