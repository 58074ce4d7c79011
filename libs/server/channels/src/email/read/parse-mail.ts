import { createHash } from 'node:crypto';
import { htmlCost, type InboundMail, type MailNotice } from '@bureau/domain';
import { assembleBodies, type Bodies } from './assemble-bodies.ts';
import { fileFrom, toAttachments } from './collect-attachments.ts';
import { readHeaders } from './decode-header.ts';
import { extractUuencoded } from './extract-uuencoded.ts';
import { MAIL_LIMITS, type MailLimits } from './mail-limits.ts';
import { mendSource } from './mend-source.ts';
import { readFacts } from './read-facts.ts';
import { splitParts, type MailMultipart, type MailPart } from './split-parts.ts';
import { textFromHtml } from './text-from-html.ts';

/**
 * Reads raw bytes as a mail. What mailparser gets wrong is mended on the way; whatever is broken or beyond a limit
 * still gives a mail, with notices and, where something was left out, the raw source attached as `original.eml`.
 * Never rejects for what the mail contains; time and memory are bounded by `MailReader`, which runs it in a worker.
 */
export async function parseMail(raw: Uint8Array, limits: MailLimits = MAIL_LIMITS): Promise<InboundMail> {
  const tooLarge = raw.length > limits.bytes;
  const source = mendSource(tooLarge ? raw.subarray(0, limits.headerBytes) : raw);
  const notices = [...source.notices];
  const headers = readHeaders(source.bytes.subarray(0, limits.headerBytes));

  const parts = tooLarge ? TOO_LARGE : await readParts(source.bytes, limits);
  notices.push(...parts.notices);
  const bodies = cutBodies(withUuencodedFiles(parts, notices), limits, notices);
  const attachments = toAttachments(bodies.files, { html: bodies.html, notices });
  if (notices.some(({ code }) => LEFT_OUT.has(code))) attachments.push(originalSource(raw));

  const facts = readFacts(headers, notices);
  const contentHash = createHash('sha256').update(raw).digest('hex');
  return { ...facts, text: bodies.text ?? '', html: bodies.html, attachments, notices, contentHash };
}

const LEFT_OUT = new Set<MailNotice['code']>([
  'too-large',
  'too-deep',
  'too-many-parts',
  'header-too-large',
  'text-too-long',
  'structure-broken',
]);

interface ReadParts extends Bodies {
  notices: MailNotice[];
}

const NOTHING: Bodies = { text: null, html: null, files: [], charsetGuessed: false };
const TOO_LARGE: ReadParts = {
  ...NOTHING,
  notices: [{ code: 'too-large', message: 'The mail is too large to be taken apart.' }],
};

async function readParts(bytes: Uint8Array, limits: MailLimits): Promise<ReadParts> {
  const split = await splitParts(bytes, limits);
  const notices = split.broken === null ? [] : [brokenNotice(split.broken)];
  if (split.depth > limits.depth) notices.push(notice('too-deep', 'The parts of the mail are nested too deeply.'));
  if (split.root && hasEmptyMultipart(split.root)) {
    notices.push(notice('structure-broken', 'The mail announces parts that are not there.'));
  }
  if (!split.root || split.depth > limits.depth) return { ...NOTHING, notices };

  const bodies = assembleBodies(split.root);
  if (bodies.charsetGuessed) {
    notices.push(
      notice('charset-guessed', 'The mail does not say, or says wrongly, how its letters are encoded; it was guessed.'),
    );
  }
  return { ...bodies, notices };
}

/** A container without parts inside a mail may hide text that nobody could find; the root one is mended before. */
function hasEmptyMultipart(root: MailMultipart | MailPart): boolean {
  if (root.kind === 'leaf') return false;
  return root.children.some(
    (child) => child.kind === 'multipart' && (child.children.length === 0 || hasEmptyMultipart(child)),
  );
}

function brokenNotice(reason: string): MailNotice {
  if (/child nodes/i.test(reason)) return notice('too-many-parts', 'The mail has too many parts; not all were read.');
  if (/header/i.test(reason))
    return notice('header-too-large', 'The headers of the mail are too long; not all were read.');
  return notice('structure-broken', `The mail is damaged: ${reason}.`);
}

function notice(code: MailNotice['code'], message: string): MailNotice {
  return { code, message };
}

function withUuencodedFiles(bodies: Bodies, notices: MailNotice[]): Bodies {
  if (bodies.text === null) {
    return bodies.html === null ? bodies : { ...bodies, text: textFromHtml(bodies.html) };
  }
  const { text, files } = extractUuencoded(bodies.text);
  if (files.length === 0) return bodies;

  notices.push(notice('uuencoded-file-extracted', 'Files inside the text were made attachments.'));
  return { ...bodies, text, files: [...bodies.files, ...files.map((file) => fileFrom(file.fileName, file.content))] };
}

/** A body longer than anyone reads moves into a file; its beginning stays. */
function cutBodies(bodies: Bodies, limits: MailLimits, notices: MailNotice[]): Bodies {
  const files: MailPart[] = [...bodies.files];
  const tooLong = (body: string | null): body is string => body !== null && body.length > limits.bodyCharacters;
  let { text, html } = bodies;
  if (html !== null && (tooLong(html) || isTooCostly(html, limits))) {
    files.push(fileFrom('message.html', Buffer.from(html), 'text/html'));
    html = null;
  }
  if (tooLong(text)) {
    files.push(fileFrom('message.txt', Buffer.from(text), 'text/plain'));
    text = text.slice(0, limits.bodyCharacters);
  }
  if (files.length > bodies.files.length) {
    notices.push(notice('text-too-long', 'The message is too long to be shown in full; all of it is attached.'));
  }
  return { ...bodies, text, html, files };
}

function isTooCostly(html: string, limits: MailLimits): boolean {
  const { tags, depth } = htmlCost(html);
  return tags > limits.htmlTags || depth > limits.htmlDepth;
}

function originalSource(raw: Uint8Array): InboundMail['attachments'][number] {
  const [attachment] = toAttachments([fileFrom('original.eml', raw, 'message/rfc822')], { html: null, notices: [] });
  if (!attachment) throw new Error('A file always gives an attachment.');
  return attachment;
}
