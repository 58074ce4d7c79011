import { articlesApi } from '@bureau/contracts';
import { useClient } from '@bureau/client';
import type { StoredPicture } from '../../pieces/rich-text/index.ts';

/** Takes a picture to the desk as a file of the article. */
export function useStorePicture(articleId: number): (file: File) => Promise<StoredPicture> {
  const client = useClient();
  return async (file) => {
    const query = { fileName: file.name || 'picture', contentType: file.type || undefined, inline: 'true' };
    const { id, url } = await client.upload(articlesApi.attach, { params: { articleId }, query }, { file });
    return { contentId: `article-${id}`, src: url, alt: '' };
  };
}
