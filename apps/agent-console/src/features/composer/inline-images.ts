import { API_PREFIX } from '@bureau/contracts';
import type { Upload } from '@bureau/contracts';

/** How the text of a reply names a picture that is an upload of its writer; the desk makes a part of the mail of it. */
export function contentIdOf(uploadId: number): string {
  return `upload-${uploadId}`;
}

/** Where the writer's browser gets such a picture from. */
export function pictureUrl(uploadId: number): string {
  return `${API_PREFIX}/uploads/${uploadId}`;
}

/** The uploads that are pictures within the text, each once. */
export function inlineIds(html: string): number[] {
  return [...new Set([...html.matchAll(/data-content-id="upload-(\d+)"/g)].map(([, id]) => Number(id)))];
}

/** Every upload that leaves with a text: the files beside it and the pictures within it. */
export function uploadIdsOf({ html, uploads }: { html: string; uploads: readonly Upload[] }): number[] {
  return [...new Set([...uploads.map(({ id }) => id), ...inlineIds(html)])];
}

/** Which of the uploads of a text stand beside it, and which within. */
export function placed<U extends { id: number }>(all: readonly U[], html: string): { uploads: U[]; inside: U[] } {
  const within = inlineIds(html);
  return {
    uploads: all.filter(({ id }) => !within.includes(id)),
    inside: all.filter(({ id }) => within.includes(id)),
  };
}

/** The text alone. */
export function withoutPictures(html: string): string {
  return html.replace(/<img\b[^>]*\bdata-content-id="upload-\d+"[^>]*>/g, '');
}
