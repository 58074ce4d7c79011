import type { FeedMessage, MailAddress } from '@bureau/contracts';
import { momentWords } from '../../plain/days.ts';
import { listWords } from '../../plain/list-words.ts';
import { feedWords as words } from './case-feed.words.ts';

/** Who wrote to whom, when, under which subject and id. */
export function MessageDetails({ message }: { message: FeedMessage }) {
  const rows: [string, string][] = [
    [words.from, addressWords(message.from)],
    [words.to, listWords(message.to.map(addressWords))],
    [words.cc, listWords(message.cc.map(addressWords))],
    [words.bcc, listWords(message.bcc.map(addressWords))],
    [words.subject, message.subject],
    [words.sentAt, momentWords(message.at)],
    [words.messageId, message.messageId ?? ''],
  ];
  return (
    <dl className="feed-details">
      {rows
        .filter(([, value]) => value !== '')
        .map(([name, value]) => (
          <div key={name} className="feed-details-row">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function addressWords({ name, address }: MailAddress): string {
  return name ? `${name} <${address}>` : address;
}
