import { RuleTrouble } from '@bureau/contracts';
import type { SystemLogEntry, SystemLogLevel } from '@bureau/contracts';
import { Badge, Link, RelativeTime } from '@bureau/ui';
import type { Tone } from '@bureau/ui';
import { sentenceInWords } from '../../language/sentences.ts';
import { ruleTroubleWords, sayTrouble } from '../../pieces/rule-trouble/index.ts';
import { systemLogWords as words } from './system-log.words.ts';

const tones: Record<SystemLogLevel, Tone> = { info: 'neutral', warning: 'caution', error: 'danger' };

/** One thing that happened: what, how bad, when, and where to go about it. */
export function LogEntry({ entry }: { entry: SystemLogEntry }) {
  const { at, level, details } = entry;
  const ways = waysFrom(details);
  const facts = Object.entries(details).filter(([, value]) => value !== null && value !== '');
  return (
    <li className="log-entry" data-level={level}>
      <div className="log-head">
        <Badge tone={tones[level]}>{words.levelWords[level]}</Badge>
        <span className="log-time">
          <RelativeTime at={at} />
        </span>
      </div>
      <p className="log-message">{inWords(entry)}</p>
      <div className="log-foot">
        {ways.map(({ href, label }) => (
          <Link key={href} href={href}>
            {label}
          </Link>
        ))}
        {facts.length > 0 && (
          <details>
            <summary>{words.details}</summary>
            <pre tabIndex={0}>{JSON.stringify(Object.fromEntries(facts), null, 2)}</pre>
          </details>
        )}
      </div>
    </li>
  );
}

/** What happened in the reader's language: by facts where the desk gave some, else by its sentence. */
function inWords({ part, message, details: { rule, caseId, trouble, because } }: SystemLogEntry): string {
  if (part === 'rules' && typeof rule === 'string') {
    const [failed, off] = [RuleTrouble.safeParse(trouble).data, RuleTrouble.safeParse(because).data];
    if (off) return ruleTroubleWords.log.switchedOff(rule, sayTrouble(off));
    if (failed) return ruleTroubleWords.log.failed(rule, String(caseId), sayTrouble(failed));
  }
  return sentenceInWords(message);
}

/** Where what an entry names is at home. */
function waysFrom(details: SystemLogEntry['details']): { href: string; label: string }[] {
  const id = (field: string) => {
    const value = details[field];
    return typeof value === 'number' ? value : null;
  };
  const [mailboxId, caseId, intakeId, deliveryId] = [id('mailboxId'), id('caseId'), id('intakeId'), id('deliveryId')];
  const [ruleId, webhookId, accountId] = [id('ruleId'), id('webhookId'), id('socialAccountId')];
  return [
    ...(mailboxId === null ? [] : [{ href: `/admin/mailboxes/${mailboxId}`, label: words.toMailbox }]),
    ...(accountId === null ? [] : [{ href: `/admin/social-accounts/${accountId}`, label: words.toAccount }]),
    ...(ruleId === null ? [] : [{ href: `/admin/rules/${ruleId}`, label: words.toRule }]),
    ...(webhookId === null ? [] : [{ href: `/admin/webhooks/${webhookId}`, label: words.toWebhook }]),
    ...(caseId === null ? [] : [{ href: `/cases/inbox/${caseId}`, label: words.toCase(caseId) }]),
    ...(intakeId === null ? [] : [{ href: `/intake/${intakeId}`, label: words.toIntake }]),
    ...(deliveryId === null ? [] : [{ href: '/admin/deliveries', label: words.toDeliveries }]),
  ];
}
