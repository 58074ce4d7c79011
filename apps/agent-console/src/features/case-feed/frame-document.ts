export interface FrameLook {
  /** CSS colours and font of the console, for mail that brings none of its own. */
  text: string;
  muted: string;
  accent: string;
  font: string;
  /** The console's own font faces, so that plain mail reads like the rest. */
  fontFaces: string;
  isDark: boolean;
}

export interface FrameSettings {
  html: string;
  look: FrameLook;
  showImages: boolean;
  showQuoted: boolean;
}

/** Where the desk fetches an image for the reader, so that its sender learns neither when nor from where it was read. */
const IMAGE_PROXY = '/api/v3/images?url=';

/** No scripts, no requests but images of this desk: what the sanitiser missed stays inert (S13, S16, S21). */
const POLICY = "default-src 'none'; img-src 'self' data:; font-src 'self'; style-src 'unsafe-inline'";

/** A mail that paints its own page is shown on white, as its writer saw it; a plain one takes the console's colours. */
export function paintsItself(html: string): boolean {
  return /bgcolor|background(?:-color|-image)?\s*[:=]|[^-]color\s*[:=]/i.test(html);
}

/** The document of the sandboxed frame in which a sanitised mail is shown. */
export function frameDocument({ html, look, showImages, showQuoted }: FrameSettings): string {
  const body = showImages ? withRemoteImages(html) : html;
  return `<!doctype html><html data-quoted="${showQuoted ? 'shown' : 'hidden'}"><head><meta charset="utf-8">
<meta http-equiv="content-security-policy" content="${POLICY}"><base target="_blank"><style>${styleOf(html, look)}</style></head>
<body>${body}</body></html>`;
}

/**
 * Lets blocked images (`data-remote-src`) load through the desk's proxy. The attribute is changed in a parsed document:
 * its name may also stand inside another attribute's value, where replacing text would let the mail break out (S13).
 */
function withRemoteImages(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const image of body.querySelectorAll('img[data-remote-src]')) {
    image.setAttribute('src', IMAGE_PROXY + encodeURIComponent(image.getAttribute('data-remote-src') ?? ''));
    image.removeAttribute('data-remote-src');
  }
  return body.innerHTML;
}

function styleOf(html: string, look: FrameLook): string {
  const own = paintsItself(html);
  const ground = own ? 'color-scheme:light;background:#fff;color:#1b1d21;padding:12px' : `color:${look.text};padding:0`;
  const scheme = look.isDark && !own ? ':root{color-scheme:dark}' : ':root{color-scheme:light}';
  const accent = own ? '#1d4ed8' : look.accent;
  return `${look.fontFaces}
${scheme}
html{overflow:hidden}
body{margin:0;font:450 14px/20px ${look.font};overflow-wrap:anywhere;${ground}}
img{max-width:100%;height:auto}
img[data-remote-src]{display:inline-block;min-width:24px;min-height:16px;outline:1px dashed ${look.muted};outline-offset:-1px}
img[data-remote-src]:is([width="1"],[height="1"],[width="0"],[height="0"]){display:none}
a{color:${accent}}
pre{white-space:pre-wrap;font:13px/20px ui-monospace,Menlo,Consolas,monospace}
table{max-width:100%}
p,li,div,td,th{unicode-bidi:plaintext}
p{margin:0 0 12px}p:last-child{margin-bottom:0}
blockquote{margin:8px 0;padding-left:12px;border-left:2px solid ${look.muted}}
html[data-quoted=hidden] [data-folded]{display:none}`;
}
