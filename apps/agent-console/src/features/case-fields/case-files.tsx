import './case-fields.css';
import { messagesApi } from '@bureau/contracts';
import type { Case, CaseAttachment } from '@bureau/contracts';
import { useRoute } from '@bureau/client';
import { Button, ErrorState, Icon, RelativeTime, Skeleton } from '@bureau/ui';
import { useState } from 'react';
import { formatBytes } from '../../plain/format-bytes.ts';
import { fieldsWords as words } from './case-fields.words.ts';

const SHOWN_AT_FIRST = 6;

/** The files of a case, the latest first, pictures as small pictures. */
export function CaseFiles({ supportCase }: { supportCase: Case }) {
  const { attachments } = supportCase.counts;
  const params = { caseId: supportCase.id };
  const files = useRoute(messagesApi.attachments, { params }, { enabled: attachments > 0 });
  const [isAll, showAll] = useState(false);
  if (attachments === 0) return null;
  const listed = (files.data?.items ?? []).filter(({ inline }) => !inline);
  if (files.isSuccess && listed.length === 0) return null;
  const shown = isAll ? listed : listed.slice(0, SHOWN_AT_FIRST);
  return (
    <section className="context-section">
      <h3>
        {words.files} {files.isSuccess && <span className="context-quiet bu-figures">{listed.length}</span>}
      </h3>
      {files.isPending && <Skeleton rows={2} shape="text" />}
      {files.isError && (
        <ErrorState what={words.filesFailed} onRetry={() => void files.refetch()} isRetrying={files.isFetching} />
      )}
      <ul className="case-files">
        {shown.map((file) => (
          <File key={file.id} file={file} />
        ))}
      </ul>
      {shown.length < listed.length && (
        <Button variant="quiet" size="small" onPress={() => showAll(true)}>
          {words.allFiles(listed.length)}
        </Button>
      )}
    </section>
  );
}

function File({ file }: { file: CaseAttachment }) {
  const { fileName, size, at, url, thumbnailUrl, erasedAt } = file;
  const face = (
    <>
      <span className="case-file-face">
        {thumbnailUrl === null || erasedAt !== null ? (
          <Icon name="file" />
        ) : (
          <img src={thumbnailUrl} alt="" loading="lazy" width={36} height={36} />
        )}
      </span>
      <span className="case-file-words">
        <span className="bu-truncate">{fileName}</span>
        <span className="context-quiet">
          {erasedAt === null ? formatBytes(size) : words.erased} · <RelativeTime at={at} />
        </span>
      </span>
    </>
  );
  return (
    <li>
      {erasedAt === null ? (
        <a className="case-file" href={url} download={fileName} title={fileName}>
          {face}
        </a>
      ) : (
        <span className="case-file">{face}</span>
      )}
    </li>
  );
}
