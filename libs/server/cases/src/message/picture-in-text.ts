/** How the HTML of a reply names a picture that is an upload of its writer; the mail gives it the same Content-ID. */
const nameOf = (uploadId: string | number) => `upload-${uploadId}`;

/**
 * The columns `content_id` and `inline` of an attachment made of a row of `uploads`, in PostgreSQL's words: one that the
 * HTML (the value `html`) shows is a picture within the text.
 */
export function pictureOf(html: string): string {
  const isInside = `position('data-content-id="upload-' || uploads.id || '"' IN coalesce(${html}::text, '')) > 0`;
  return `CASE WHEN ${isInside} THEN 'upload-' || uploads.id END AS content_id, ${isInside} AS inline`;
}

/** The HTML with its pictures named after other uploads of the same files. */
export function renamePictures(html: string, names: readonly { contentId: string; uploadId: number }[]): string {
  const known = new Map(names.map(({ contentId, uploadId }) => [contentId, nameOf(uploadId)]));
  return html.replace(
    /(data-content-id=")([^"]*)"/g,
    (_, before: string, name: string) => `${before}${known.get(name) ?? name}"`,
  );
}
