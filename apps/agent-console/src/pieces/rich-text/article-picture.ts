import { mergeAttributes, Node } from '@tiptap/react';

/** A picture in a text: a file of the article, or what the text names elsewhere; the desk keeps only what may be shown. */
export const ArticlePicture = Node.create({
  name: 'picture',
  group: 'inline',
  inline: true,
  draggable: true,
  addAttributes: () => ({
    src: { default: null },
    alt: { default: '' },
    width: { default: null },
    height: { default: null },
    contentId: {
      default: null,
      parseHTML: (element: HTMLElement) => element.getAttribute('data-content-id'),
      renderHTML: ({ contentId }: Record<string, unknown>) =>
        typeof contentId === 'string' ? { 'data-content-id': contentId } : {},
    },
  }),
  parseHTML: () => [{ tag: 'img[src], img[data-content-id]' }],
  renderHTML: ({ HTMLAttributes }) => ['img', mergeAttributes(HTMLAttributes)],
});
