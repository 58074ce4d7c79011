export { RichText } from './rich-text.tsx';
export type { RichTextProps } from './rich-text.tsx';
export type { StoredPicture } from './rich-text-sheet.tsx';
