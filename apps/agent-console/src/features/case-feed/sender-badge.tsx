import type { MailAddress, SenderCheck, SenderVerdict } from '@bureau/contracts';
import { Button, Icon, InfoPopover } from '@bureau/ui';
import type { IconName } from '@bureau/ui';
import { sentenceInWords } from '../../language/sentences.ts';
import { feedWords as words } from './case-feed.words.ts';

const icons: Record<SenderVerdict, IconName> = {
  verified: 'shield-check',
  unverified: 'shield-question',
  failed: 'shield-alert',
  unknown: 'shield-question',
};

const checks = ['spf', 'dkim', 'dmarc'] as const;

/** Whether the sender is who the mail says: a sign with its words, and behind it how the desk knows. */
export function SenderBadge({ sender, from }: { sender: SenderCheck; from: MailAddress }) {
  const { verdict } = sender;
  const verdictWords = words.verdicts[verdict];
  return (
    <InfoPopover
      label={verdictWords}
      trigger={
        <Button
          variant="quiet"
          size="small"
          className="feed-sender"
          data-verdict={verdict}
          aria-label={words.whySender(verdictWords)}
        >
          <Icon name={icons[verdict]} size={14} />
          {verdict !== 'verified' && <span>{verdictWords}</span>}
        </Button>
      }
    >
      <p className="feed-sender-title">
        <strong>{verdictWords}</strong> {from.address}
      </p>
      <p>{sentenceInWords(sender.explain)}</p>
      <p>{words.verdictAdvice[verdict]}</p>
      <dl className="feed-checks">
        {checks.map((check) => (
          <div key={check} data-result={sender[check]}>
            <dt>{words.checks[check].name}</dt>
            <dd>
              {words.results[sender[check]] ?? words.otherResult(sender[check])}
              <span>{words.checks[check].asks}</span>
            </dd>
          </div>
        ))}
      </dl>
    </InfoPopover>
  );
}
