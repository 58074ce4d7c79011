/** Pictures that a browser may draw in place. Everything else is a download, whatever it claims to be (no SVG: it runs). */
const DRAWN = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/**
 * Headers under which a file of a stranger is inert: its type is not sniffed, it never opens as a page of ours, and a
 * page that it contains could neither run scripts nor reach this origin.
 */
export function downloadHeaders({
  fileName,
  contentType,
}: {
  fileName: string;
  contentType: string;
}): Record<string, string> {
  const drawn = DRAWN.has(contentType);
  return {
    'content-type': drawn ? contentType : 'application/octet-stream',
    'content-disposition': `${drawn ? 'inline' : 'attachment'}; ${dispositionName(fileName)}`,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'private, max-age=3600',
  };
}

/** Both forms of RFC 6266: plain ASCII for the old, UTF-8 for the rest. Nothing in the name can end the header. */
function dispositionName(fileName: string): string {
  const ascii = fileName.replace(/[^\x20-\x7e]|["\\/%;]/g, '_').slice(0, 150) || 'file';
  const utf8 = encodeURIComponent(fileName.toWellFormed().slice(0, 200)).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16)}`,
  );
  return `filename="${ascii}"; filename*=UTF-8''${utf8}`;
}
