import sanitizeHtml, { type Attributes, type IOptions } from 'sanitize-html';
import { SAFE_STYLES } from './safe-styles.ts';

/** Grows with every change of the rules, so that what was sanitised by older ones is done again. */
export const SANITISER_VERSION = 1;

/** How images of a mail reach the reader. */
export interface SanitiseOptions {
  /** The URL of the attachment with this Content-ID, or null when the mail has none. */
  imageUrl?: (contentId: string) => string | null;
  /** True once the reader asked for them: loading tells the sender when and where the mail was opened (S21). */
  allowRemoteImages?: boolean;
}

/** HTML that is safe inside our sandboxed frame. */
export interface SafeHtml {
  html: string;
  /** Whether the mail has images from elsewhere, shown or not. */
  hasRemoteImages: boolean;
}

const TEXT_TAGS =
  'a abbr acronym address article aside b bdi bdo big blockquote br center cite code dd del dfn div dl dt em';
const MORE_TAGS =
  'figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark nav ol p pre q s samp';
const LAST_TAGS = 'section small span strike strong sub sup tt u ul var wbr time';
const TABLE_TAGS = 'table caption colgroup col thead tbody tfoot tr th td';
const TAGS = [TEXT_TAGS, MORE_TAGS, LAST_TAGS, TABLE_TAGS].join(' ').split(' ');

/** Their content is no text of the mail, so it goes with them. */
const SILENT_TAGS =
  'script style textarea option noscript title xmp iframe noembed noframes plaintext select template object embed applet svg math audio video canvas map'.split(
    ' ',
  );

/** Marks of quoted history, kept so that it can be folded; all other classes and ids go. */
const QUOTE_CLASSES = [
  ...['gmail_quote', 'gmail_quote_container', 'gmail_attr', 'gmail_extra', 'gmail_signature', 'gmail_signature_prefix'],
  ...[
    'moz-cite-prefix',
    'moz-signature',
    'yahoo_quoted',
    'protonmail_quote',
    'protonmail_signature_block',
    'zmail_extra',
  ],
  ...['OutlookMessageHeader', 'AppleMailSignature', 'WordSection1', 'tutanota_quote'],
];
const QUOTE_IDS =
  /^(?:divRplyFwdMsg|appendonsend|Signature|mail-editor-reference-message-container|OLK_SRC_BODY_SECTION|reply-intro|stopSpelling)$/;

const GLOBAL_ATTRIBUTES = 'style class id dir lang title align valign width height bgcolor color'.split(' ');
const TABLE_ATTRIBUTES = 'border cellpadding cellspacing colspan rowspan nowrap'.split(' ');

/**
 * Turns the HTML of a mail into HTML for our sandboxed frame: an allow-list of tags, attributes and styles; links open
 * elsewhere and only to http, https, mailto and tel; remote images wait in `data-remote-src`; inline images point to our
 * own attachments. Sanitising twice gives the same (S13, S15, S16, S21).
 */
export function sanitiseHtml(html: string, options: SanitiseOptions = {}): SafeHtml {
  const remote = { seen: false };
  const first = sanitizeHtml(html, rules(options, remote));
  // A second pass costs little and leaves nothing for mutation tricks that only work after one.
  return { html: sanitizeHtml(first, rules(options, remote)), hasRemoteImages: remote.seen };
}

function rules(options: SanitiseOptions, remote: { seen: boolean }): IOptions {
  return {
    allowedTags: TAGS,
    nonTextTags: SILENT_TAGS,
    allowedAttributes: {
      '*': GLOBAL_ATTRIBUTES,
      a: ['href', 'target', 'rel'],
      img: ['src', 'alt', 'data-remote-src', 'data-content-id'],
      blockquote: ['type'],
      font: ['face', 'size'],
      ol: ['start', 'type'],
      ...Object.fromEntries(TABLE_TAGS.split(' ').map((tag) => [tag, TABLE_ATTRIBUTES])),
    },
    allowedClasses: { '*': QUOTE_CLASSES },
    allowedStyles: { '*': SAFE_STYLES },
    // The transforms below decide about every URL; these are the second fence.
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowedSchemesByTag: { img: ['http', 'https', 'data'] },
    allowProtocolRelative: false,
    nestingLimit: 120,
    transformTags: {
      '*': (tagName, attribs) => ({ tagName, attribs: withoutForeignId(attribs) }),
      a: (_, attribs) => ({ tagName: 'a', attribs: link(withoutForeignId(attribs)) }),
      img: (_, attribs) => ({ tagName: 'img', attribs: image(withoutForeignId(attribs), options, remote) }),
    },
  };
}

function withoutForeignId({ id, ...attribs }: Attributes): Attributes {
  return id !== undefined && QUOTE_IDS.test(id) ? { ...attribs, id } : attribs;
}

function link({ href, target: _target, rel: _rel, ...attribs }: Attributes): Attributes {
  const url = href === undefined ? null : safeUrl(href, /^(?:https?|mailto|tel):/i);
  return url === null ? attribs : { ...attribs, href: url, target: '_blank', rel: 'noopener noreferrer nofollow' };
}

/** The URL without the invisible characters that hide a scheme, or null when its scheme is not among the allowed. */
function safeUrl(value: string, schemes: RegExp): string | null {
  const visible = value.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\ufeff]+/g, '').trim();
  const url = visible.replace(/^\/\//, 'https://').replace(/\s+/g, '%20');
  return schemes.test(url) ? url : null;
}

function image(attribs: Attributes, options: SanitiseOptions, remote: { seen: boolean }): Attributes {
  const { src = '', 'data-remote-src': waiting, 'data-content-id': known, ...rest } = attribs;
  const contentId = known ?? contentIdOf(src);
  if (contentId !== null) {
    const url = options.imageUrl?.(contentId) ?? null;
    return { ...rest, 'data-content-id': contentId, ...(url === null ? {} : { src: url }) };
  }
  if (/^data:image\/(?:png|gif|jpe?g|webp);base64,[A-Za-z0-9+/=\s]+$/i.test(src)) return { ...rest, src };

  const url = safeUrl(waiting ?? src, /^https?:/i);
  if (url === null) return rest;
  remote.seen = true;
  return options.allowRemoteImages ? { ...rest, src: url } : { ...rest, 'data-remote-src': url };
}

function contentIdOf(src: string): string | null {
  const id = /^\s*cid:(.+)$/is.exec(src)?.[1]?.trim();
  if (id === undefined) return null;
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
