import { sanitiseHtml } from '@bureau/cases';
import type { CaseStatus } from '@bureau/contracts';
import { splitName, textAsHtml } from '@bureau/domain';
import type { Words } from '../snippet/english.ts';
import { phrase } from '../snippet/snippets.ts';
import type { LiquidObjects } from '../theme/liquid-objects.ts';
import { SafeHtml } from '../theme/safe-html.ts';
import type { CaseReader, CaseRow, ShownCase, ShownFile, ShownMessage } from './my-cases.queries.ts';

/** What it takes to say something of a case in a language. */
export interface Telling {
  words: Words;
  language: string;
  timeZone: string;
  reader: CaseReader;
}

/** Desk.com's numbers of statuses. */
const STATUS_IDS: Record<CaseStatus, number> = { new: 10, open: 30, pending: 50, resolved: 70, closed: 90 };

/** A row of My cases, by the names of product.md 4.4. */
export function presentRow(row: CaseRow, { words, ...how }: Telling, url: string): LiquidObjects {
  return {
    id: row.id,
    subject: row.subject,
    number: phrase(words.case_number, row.id),
    status: statusOf(row.status, words),
    portal_url: url,
    created_at: row.createdAt.toISOString(),
    updated_at: row.activeAt.toISOString(),
    created: said(row.createdAt, how),
    updated: said(row.activeAt, how),
    customer: { id: row.customerId, name: row.customerName },
    asked_by: row.customerId === how.reader.customerId ? null : phrase(words.case_asked_by, row.customerName),
  };
}

/** One case with what customers may read of it. `prefix`: its own address, which files are below. */
export function presentCase(
  found: ShownCase,
  { messages, telling, prefix }: { messages: readonly ShownMessage[]; telling: Telling; prefix: string },
): LiquidObjects {
  const { words } = telling;
  const isMail = found.channel === 'email';
  const { firstName, lastName } = splitName(found.customerName);
  return {
    ...presentRow(found, telling, prefix),
    description: messages.find(({ direction }) => direction === 'in')?.text ?? '',
    // Whatever was said is among the e-mails, by which channel it came.
    ...{ tweets: [], facebook_feeds: [], messages: [] },
    channel_icon: found.channel,
    'is_email_channel?': isMail,
    is_email_channel: isMail,
    can_accept_replies: found.status !== 'closed' && found.customerId === telling.reader.customerId,
    user: { name_public: found.agentName ?? words.case_support },
    customer: {
      ...{ id: found.customerId, name: found.customerName, email: found.customerEmail ?? '' },
      ...{ first_name: firstName, last_name: lastName },
      ...{ facebook: { profile_image_url: '' }, twitter: { profile_image_url: '' } },
    },
    emails: messages.map((message) => presentMessage(message, telling, prefix)),
  };
}

function presentMessage(message: ShownMessage, { words, ...how }: Telling, prefix: string): LiquidObjects {
  const inbound = message.direction === 'in';
  const own = inbound && message.customerId === how.reader.customerId;
  const text = message.text.slice(0, message.visibleLength || undefined).trimEnd();
  const fileUrl = ({ id }: ShownFile) => `${prefix}/attachments/${id}`;
  return {
    id: message.id,
    subject: message.subject,
    body: text,
    new_html: htmlOf(message, text, fileUrl),
    from: message.fromName,
    from_name: own ? words.case_you : inbound ? message.fromName : (message.agentName ?? message.fromName),
    'inbound?': inbound,
    inbound,
    agent: inbound ? null : { email: '', name_public: message.agentName ?? message.fromName },
    created_at: message.at.toISOString(),
    created: said(message.at, how),
    'is_erased?': message.erased,
    is_erased: message.erased,
    // Which agent it was is the company's own business.
    erased_by: '',
    attachments: message.files
      .filter(({ inline }) => !inline)
      .map((file) => ({
        file_name: file.fileName,
        name: file.fileName,
        url: fileUrl(file),
        size: sizeOf(file.size, how),
      })),
  };
}

/** Ours as our agents wrote it, cleaned; what came from outside as its words alone, whatever form it had (S13, S16). */
function htmlOf({ html, files, erased }: ShownMessage, text: string, urlOf: (file: ShownFile) => string): SafeHtml {
  if (erased) return new SafeHtml('');
  if (html === null) return new SafeHtml(textAsHtml(text));
  const pictures = new Map(files.flatMap((file) => (file.contentId === null ? [] : [[file.contentId, urlOf(file)]])));
  return new SafeHtml(sanitiseHtml(html, { imageUrl: (contentId) => pictures.get(contentId) ?? null }).html);
}

function statusOf(status: CaseStatus, words: Words): LiquidObjects {
  return { id: STATUS_IDS[status], key: status, name: words[`case_${status}`] };
}

function said(date: Date, { language, timeZone }: Pick<Telling, 'language' | 'timeZone'>): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(date);
}

function sizeOf(bytes: number, { language }: Pick<Telling, 'language'>): string {
  const [unit, size] = bytes < 1_000_000 ? (['kilobyte', bytes / 1000] as const) : (['megabyte', bytes / 1e6] as const);
  const rounded = size < 10 ? Math.ceil(size * 10) / 10 : Math.round(size);
  return new Intl.NumberFormat(language, { style: 'unit', unit }).format(rounded);
}
