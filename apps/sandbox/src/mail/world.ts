import { randomUUID } from 'node:crypto';
import { WorldLog } from '../world-log.ts';
import { behaviourWords, type Behaviour } from './behaviour.ts';
import { Behaviours } from './behaviours.ts';
import { Domains } from './domains.ts';
import { Mailboxes, type Folder, type StoredMail } from './mailboxes.ts';
import { People, type NewPerson } from './people.ts';
import { readMail } from './read-mail.ts';
import type { DeskSmtp, Envelope } from './submit-mail.ts';

export type MailWorld = {
  people: People;
  mailboxes: Mailboxes;
  behaviours: Behaviours;
  domains: Domains;
  log: WorldLog;
  desk: DeskSmtp;
  now: () => Date;
  newId: () => string;
};

/** Opens the customers' side of e-mail as it was left in `dataDir`. */
export function openMailWorld(given: { dataDir: string; people: NewPerson[]; desk: DeskSmtp }): MailWorld {
  const people = new People(given.dataDir, given.people);
  const now = () => new Date();
  return {
    people,
    mailboxes: new Mailboxes(given.dataDir),
    behaviours: new Behaviours(given.dataDir),
    domains: new Domains(given.dataDir, (domain) => people.owns(domain)),
    log: new WorldLog(now),
    desk: given.desk,
    now,
    newId: randomUUID,
  };
}

/** Puts one copy into a person's mailbox; an unknown person comes into being. */
export async function keepMail(
  world: MailWorld,
  copy: { address: string; folder: Folder; envelope: Envelope; raw: Buffer },
): Promise<StoredMail> {
  const { messageId, subject } = await readMail(copy.raw);
  const person = world.people.meet(copy.address);
  const mail: StoredMail = {
    id: world.newId(),
    address: person.address,
    folder: copy.folder,
    at: world.now().toISOString(),
    messageId,
    envelope: copy.envelope,
  };
  world.mailboxes.keep(mail, copy.raw);
  world.log.add({
    kind: copy.folder === 'sent' ? 'sent' : 'received',
    address: person.address,
    words: keptWords(copy.folder, person.name, subject),
    mailId: mail.id,
    messageId,
  });
  return mail;
}

/** `target` is an address, "@domain" or "*" for everyone. */
export function setBehaviour(world: MailWorld, target: string, behaviour: Behaviour): void {
  world.behaviours.set(target, behaviour);
  const words = `${target}: ${behaviourWords[behaviour.kind].effect}`;
  world.log.add({ kind: 'behaviour', address: target, words });
}

/** Forgets everything but the people the sandbox started with. */
export function resetMailWorld(world: MailWorld): void {
  world.mailboxes.reset();
  world.behaviours.reset();
  world.people.reset();
  world.log.clear();
  world.log.add({ kind: 'reset', words: 'The world was reset.' });
}

function keptWords(folder: Folder, name: string, subject: string): string {
  const title = subject || '(no subject)';
  if (folder === 'sent') return `${name} wrote “${title}”.`;
  if (folder === 'bounced') return `The server of ${name} accepted “${title}” and will bounce it.`;
  return `${name} received “${title}”.`;
}
