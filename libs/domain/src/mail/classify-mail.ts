import { customerOf, headerOf, type InboundMail } from './inbound-mail.ts';
import { hasDeliveryReport, readBounce, type BounceFacts } from './read-bounce.ts';

/** Who or what wrote a mail. */
export type MailKind = 'person' | 'auto-reply' | 'bounce' | 'list' | 'own';

/** The kind with the sign that gave it away, and for bounces what they report. */
export interface MailClass {
  kind: MailKind;
  /** Stable code, e.g. `auto-submitted`. */
  reason: string;
  /** One sentence for the agent. */
  explain: string;
  bounce: BounceFacts | null;
}

/** What is known beside the mail itself. */
export interface ClassifyContext {
  /** True for Message-IDs that carry this installation's signature; an address alone proves nothing. */
  isOwnMessageId: (messageId: string) => boolean;
  /** SMTP `MAIL FROM`: an empty text is the null sender; null when unknown, as with fetched mail. */
  envelopeFrom: string | null;
}

/**
 * Tells persons from machines by RFC 3834, RFC 3464 and what mailers did before them. The first sign wins, the surest
 * first. Machine mail is still stored: the kind only decides about answers and threads.
 */
export function classifyMail(mail: InboundMail, context: ClassifyContext): MailClass {
  if (mail.messageId !== null && context.isOwnMessageId(mail.messageId)) {
    return plain('own', 'own-message-id', 'This installation sent the mail itself.');
  }

  const report = deliveryReport(mail, context);
  if (report) return report;
  const automatic = automaticSign(mail, context);
  if (automatic) return automatic;
  const list = listSign(mail);
  if (list) return list;
  return plain('person', 'no-machine-sign', 'Nothing says that a machine wrote the mail.');
}

function plain(kind: MailKind, reason: string, explain: string): MailClass {
  return { kind, reason, explain, bounce: null };
}

function deliveryReport(mail: InboundMail, context: ClassifyContext): MailClass | null {
  const reason = bounceSign(mail, context);
  if (reason === null) return null;

  const bounce = readBounce(mail);
  const received = bounce.recipients.length > 0 && bounce.recipients.every(({ action }) => RECEIPTS.has(action));
  if (received) return plain('auto-reply', 'delivery-receipt', 'A mail system confirms that a message arrived.');
  const explain = bounce.permanent
    ? 'A mail system reports that a message could not be delivered.'
    : 'A mail system reports trouble with a message.';
  return { kind: 'bounce', reason, explain, bounce };
}

const RECEIPTS = new Set(['delivered', 'relayed', 'expanded']);

function bounceSign(mail: InboundMail, context: ClassifyContext): string | null {
  if (hasDeliveryReport(mail)) return 'delivery-status';
  if (/report-type="?(global-)?delivery-status/i.test(headerOf(mail, 'content-type') ?? '')) return 'delivery-status';
  if (headerOf(mail, 'x-failed-recipients') !== null) return 'x-failed-recipients';
  if (isMailSystem(mail)) return 'mailer-daemon';
  return hasNullSender(mail, context) && BOUNCE_SUBJECT.test(mail.subject) ? 'null-sender-and-subject' : null;
}

const BOUNCE_SUBJECT =
  /^(undeliver(able|ed)|delivery (status notification|failure|has failed)|mail delivery (failed|system)|returned mail|failure notice|message delivery|unzustellbar|nicht zustellbar|non remis|échec de|no se (puede|pudo) entregar|mancata consegna|onbestelbaar|não foi possível entregar)/i;

function isMailSystem(mail: InboundMail): boolean {
  return /^(mailer-daemon|mail-daemon|maildaemon)(@|$)/i.test(mail.from?.address ?? '');
}

/** RFC 5321 §4.5.5: reports and automatic answers leave with an empty return path. */
export function hasNullSender(
  mail: Pick<InboundMail, 'headers'>,
  context: Pick<ClassifyContext, 'envelopeFrom'>,
): boolean {
  if (context.envelopeFrom !== null) return context.envelopeFrom.replace(/[<>\s]/g, '') === '';
  return /^<\s*>$/.test(headerOf(mail, 'return-path') ?? '');
}

/** Headers whose mere presence, unless it says `no`, marks an automatic answer. */
const AUTOMATIC_HEADERS = [
  'x-autoreply',
  'x-autorespond',
  'x-autoresponder',
  'x-auto-reply-from',
  'x-mail-autoreply',
  'x-cron-env',
];

function automaticSign(mail: InboundMail, context: ClassifyContext): MailClass | null {
  const submitted = headerOf(mail, 'auto-submitted')?.toLowerCase() ?? 'no';
  if (!/^(no\b|$)/.test(submitted)) {
    return plain('auto-reply', 'auto-submitted', 'The mail says that it was sent automatically (RFC 3834).');
  }

  const named = AUTOMATIC_HEADERS.find((name) => !/^(no|false|0|)$/i.test(headerOf(mail, name) ?? ''));
  if (named !== undefined)
    return plain('auto-reply', named, `The mail carries the mark of an automatic answer, ${named}.`);
  if (/auto[-_ ]?(reply|response)/i.test(precedenceOf(mail))) {
    return plain('auto-reply', 'precedence', 'The mail says by its precedence that it is an automatic answer.');
  }
  if (/^multipart\/report\b.*disposition-notification/i.test(headerOf(mail, 'content-type') ?? '')) {
    return plain('auto-reply', 'read-receipt', 'A mail program confirms that a message was shown.');
  }
  if (AUTOMATIC_SUBJECT.test(mail.subject))
    return plain('auto-reply', 'subject', 'The subject is that of an automatic answer.');
  return hasNullSender(mail, context)
    ? plain('auto-reply', 'null-sender', 'The mail has an empty return path, as only machines send.')
    : null;
}

/** Only at the start, so that an answer to such a mail (`Re: Automatic reply …`) stays a person's. */
const AUTOMATIC_SUBJECT =
  /^(auto(matic|mated|matische|matisk|matisch|mático)?[ -]?(reply|response|antwort|svar|antwoord)\b|out of (the )?office\b|abwesenheits(notiz|meldung|benachrichtigung)|automatische antwort|réponse automatique|respuesta automática|risposta automatica|resposta automática|automatisch antwoord|automatiskt svar|automatisk svar|automaattinen vastaus|autosvar|fråvaromeddelande|afwezigheidsbericht|автоответ|автоматический ответ|odpowiedź automatyczna|自動応答|自动回复)/i;

function precedenceOf(mail: InboundMail): string {
  return headerOf(mail, 'precedence') ?? headerOf(mail, 'x-precedence') ?? '';
}

/** A person who writes through a group address is still a person: `customerOf` names them. */
function listSign(mail: InboundMail): MailClass | null {
  if (customerOf(mail)?.via === 'original-sender') return null;

  const named = ['list-id', 'list-post', 'mailing-list', 'list-unsubscribe'].find(
    (name) => headerOf(mail, name) !== null,
  );
  if (named !== undefined) return plain('list', named, 'The mail came through a mailing list or is a mass mail.');
  return /^(bulk|list|junk)\b/i.test(precedenceOf(mail))
    ? plain('list', 'precedence', 'The mail says by its precedence that it went to many.')
    : null;
}
