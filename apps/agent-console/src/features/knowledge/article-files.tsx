import { articlesApi } from '@bureau/contracts';
import type { Article } from '@bureau/contracts';
import { keyOf, useClient, useCommand } from '@bureau/client';
import { Button, Icon, IconButton, Link, ProgressBar, useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useRef, useState } from 'react';
import { formatBytes } from '../../plain/format-bytes.ts';
import { problemText } from '../../plain/problem-words.ts';
import { knowledgeWords as words } from './knowledge.words.ts';

/** The files that readers find below an article; pictures within the text are not listed. */
export function ArticleFiles({ article }: { article: Article }) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const { add, remove, share } = useFiles(article.id);
  const files = article.attachments.filter(({ inline }) => !inline);
  return (
    <section className="article-part" aria-labelledby={id}>
      <header className="article-part-head">
        <h2 id={id}>{words.files}</h2>
        {article.editable && (
          <Button size="small" icon="paperclip" isDisabled={share !== null} onPress={() => input.current?.click()}>
            {words.addFile}
          </Button>
        )}
      </header>
      {files.length === 0 && share === null && <p className="knowledge-quiet">{words.noFiles}</p>}
      <ul className="article-files">
        {files.map((file) => (
          <li key={file.id}>
            <Icon name="file" />
            <Link href={file.url} className="bu-truncate">
              {file.fileName}
            </Link>
            <span className="knowledge-quiet bu-figures">{formatBytes(file.size)}</span>
            {article.editable && (
              <IconButton
                icon="trash"
                label={words.removeFile(file.fileName)}
                size="small"
                onPress={() => remove(file.id)}
              />
            )}
          </li>
        ))}
      </ul>
      {share !== null && <ProgressBar label={words.uploading} value={share * 100} />}
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={({ target }) => {
          void add([...(target.files ?? [])]);
          target.value = '';
        }}
      />
    </section>
  );
}

function useFiles(articleId: number) {
  const client = useClient();
  const queries = useQueryClient();
  const toasts = useToasts();
  const [share, setShare] = useState<number | null>(null);
  const refresh = () => queries.invalidateQueries({ queryKey: keyOf(articlesApi.read, { params: { articleId } }) });
  const tell = (error: unknown) =>
    void toasts.show({ text: words.fileFailed, detail: problemText(error), tone: 'danger' });
  const detach = useCommand(articlesApi.detach, { onError: tell, onSettled: refresh });
  const add = async (files: readonly File[]) => {
    try {
      for (const file of files) {
        setShare(0);
        const query = { fileName: file.name, contentType: file.type || undefined };
        await client.upload(articlesApi.attach, { params: { articleId }, query }, { file, onProgress: setShare });
      }
    } catch (error) {
      tell(error);
    } finally {
      setShare(null);
      await refresh();
    }
  };
  return { add, share, remove: (fileId: number) => detach.mutate({ params: { articleId, fileId } }) };
}
