import type { HtmlTagDescriptor, Plugin } from 'vite';

/**
 * Lets the browser fetch the console together with its page. The page's own script first chooses the reader's language,
 * and would ask for the rest only then.
 */
export function preloadStart(): Plugin {
  return {
    name: 'bureau:preload-start',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {} }) {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
        const start = chunks.find(({ name, isEntry }) => isEntry && name === 'start');
        const files = start ? [start.fileName, ...start.imports] : [];
        return files.map((file): HtmlTagDescriptor => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `/${file}` },
          injectTo: 'head',
        }));
      },
    },
  };
}
