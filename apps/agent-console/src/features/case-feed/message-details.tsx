import { intakeApi } from '@bureau/contracts';
import type { FeedMessage, MailAddress, SenderVerdict } from '@bureau/contracts';
import { useClient } from '@bureau/client';
import { Icon, Link } from '@bureau/ui';
import type { IconName } from '@bureau/ui';
import { feedWords as words } from './case-feed.words.ts';

const icons: Record<SenderVerdict, IconName> = {
  verified: 'shield-check',
  unverified: 'shield-question',
  failed: 'shield-alert',
  unknown: 'shield-question',
};

/** Whether the sender is who the mail says: a sign with its words, explained in the details. */
export function SenderBadge({ verdict }: { verdict: SenderVerdict }) {
  return (
    <span className="feed-sender" data-verdict={verdict} title={words.verdicts[verdict]}>
      <Icon name={icons[verdict]} size={14} />
      <span className={verdict === 'verified' ? 'bu-hidden' : undefined}>{words.verdicts[verdict]}</span>
    </span>
  );
}

/** Who wrote to whom, how we know it, and the source. */
export function MessageDetails({ message }: { message: FeedMessage }) {
  const client = useClient();
  const { sender, intakeId } = message;
  return (
    <dl className="feed-details">
      <dt>{words.to}</dt>
      <dd>{message.to.map(addressWords).join(', ')}</dd>
      {message.cc.length > 0 && <dt>{words.cc}</dt>}
      {message.cc.length > 0 && <dd>{message.cc.map(addressWords).join(', ')}</dd>}
      {sender && <dt>{words.verdicts[sender.verdict]}</dt>}
      {sender && (
        <dd>
          {sender.explain}
          <span className="feed-details-checks">
            {words.senderDetails.spf} {sender.spf} · {words.senderDetails.dkim} {sender.dkim} ·{' '}
            {words.senderDetails.dmarc} {sender.dmarc}
          </span>
        </dd>
      )}
      {message.messageId && <dt>Message-ID</dt>}
      {message.messageId && <dd className="feed-details-id">{message.messageId}</dd>}
      {intakeId !== null && <dt>{words.rawSource}</dt>}
      {intakeId !== null && (
        <dd>
          <Link href={client.urlOf(intakeApi.raw, { params: { intakeId } })} target="_blank">
            {words.rawSource}
          </Link>
        </dd>
      )}
    </dl>
  );
}

function addressWords({ name, address }: MailAddress): string {
  return name ? `${name} <${address}>` : address;
}
