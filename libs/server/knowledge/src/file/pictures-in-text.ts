/** How the clean HTML of an article names a picture that is one of its files. */
export const pictureName = (fileId: number | string) => `article-${fileId}`;

const NAMED = /(<img\b[^<>]*?)\sdata-content-id="article-(\d{1,15})"/g;

/** The HTML with the address of each of its pictures. Clean HTML has `<` in tags only. */
export function showPictures(html: string, address: (fileId: number) => string): string {
  return html.replace(NAMED, (_, before: string, id: string) => {
    const url = address(Number(id)).replace(/"/g, '%22');
    return `${before} data-content-id="${pictureName(id)}" src="${url}"`;
  });
}

/** A picture that came within the HTML. */
export interface EmbeddedPicture {
  contentType: string;
  content: Buffer;
}

const EMBEDDED = /(<img\b[^<>]*?)\ssrc="data:(image\/(?:png|gif|jpe?g|webp));base64,([A-Za-z0-9+/=\s]+)"/gi;

/** Takes pictures out of clean HTML; where one was, `name(index)` stands for it. */
export function takeOutPictures(html: string): {
  pictures: EmbeddedPicture[];
  fill(fileIds: readonly number[]): string;
} {
  const pictures: EmbeddedPicture[] = [];
  const parts = html.split(EMBEDDED);
  // Of each match: what stands before it, the tag so far, the type, the bytes.
  for (let at = 0; at + 3 < parts.length; at += 4) {
    const contentType = (parts[at + 2] ?? '').toLowerCase().replace('image/jpg', 'image/jpeg');
    pictures.push({ contentType, content: Buffer.from(parts[at + 3] ?? '', 'base64') });
  }
  const fill = (fileIds: readonly number[]) =>
    parts
      .map((part, index) => {
        if (index % 4 === 0) return part;
        return index % 4 === 1 ? `${part} data-content-id="${pictureName(fileIds[(index - 1) / 4] ?? 0)}"` : '';
      })
      .join('');
  return { pictures, fill };
}

/** Which files are pictures of the HTML; and the HTML with each called as `name` says, or without it. */
export function namePictures(
  html: string,
  name: (fileId: number) => string | null = pictureName,
): { html: string; fileIds: number[] } {
  const fileIds = new Set<number>();
  const renamed = html.replace(NAMED, (_, before: string, id: string) => {
    fileIds.add(Number(id));
    const called = name(Number(id));
    return called === null ? before : `${before} data-content-id="${called}"`;
  });
  return { html: renamed, fileIds: [...fileIds] };
}
