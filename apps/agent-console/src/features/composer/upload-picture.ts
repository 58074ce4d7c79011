import { mergeAttributes, Node } from '@tiptap/react';
import { contentIdOf, pictureUrl } from './inline-images.ts';

/** A picture within the text, which is an upload of the writer. No other picture can stand there. */
export const UploadPicture = Node.create({
  name: 'picture',
  group: 'inline',
  inline: true,
  draggable: true,
  addAttributes: () => ({
    uploadId: {
      default: null,
      parseHTML: (element: HTMLElement) =>
        Number(/^upload-(\d+)$/.exec(element.getAttribute('data-content-id') ?? '')?.[1]) || null,
      renderHTML: ({ uploadId }: Record<string, unknown>) =>
        typeof uploadId === 'number' ? { src: pictureUrl(uploadId), 'data-content-id': contentIdOf(uploadId) } : {},
    },
    alt: { default: '' },
  }),
  parseHTML: () => [{ tag: 'img[data-content-id^="upload-"]' }],
  renderHTML: ({ HTMLAttributes }) => ['img', mergeAttributes({ class: 'composer-picture' }, HTMLAttributes)],
});
