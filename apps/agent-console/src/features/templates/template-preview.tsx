import { templatesApi } from '@bureau/contracts';
import type { RouteInput } from '@bureau/contracts';
import { useCommand, useRoute } from '@bureau/client';
import { Banner, Button, Skeleton, TextField, useToasts } from '@bureau/ui';
import { Tabs } from '@bureau/ui/parts';
import { useState } from 'react';
import { problemText } from '../../plain/problem-words.ts';
import { templatesWords as words } from './templates.words.ts';
import { useSettled } from './use-settled.ts';

type Wanted = RouteInput<typeof templatesApi.preview>['body'];

const SETTLED_MS = 400;

/** The mail that a template makes while it is written, with a sample or a case; and a way to see it in one's mailbox. */
export function TemplatePreview({ wanted }: { wanted: Omit<Wanted, 'caseId'> }) {
  const [typed, setTyped] = useState('');
  const caseId = /^#?\d{1,15}$/.test(typed.trim()) ? Number(typed.trim().replace('#', '')) : 0;
  const body: Wanted = { ...wanted, ...(caseId > 0 ? { caseId } : {}) };
  const settled = useSettled(body, SETTLED_MS);
  const shown = useRoute(templatesApi.preview, { body: settled }, { keepPrevious: true });
  // While a placeholder is half typed the last mail stays where it is.
  const [kept, setKept] = useState(shown.data);
  if (shown.data && shown.data !== kept) setKept(shown.data);
  const mail = shown.data ?? kept;
  return (
    <section className="template-preview" aria-label={words.preview}>
      <header>
        <h2>{words.preview}</h2>
        <SendTest body={body} />
      </header>
      <TextField
        label={words.previewOf}
        help={words.previewHelp}
        inputMode="numeric"
        maxLength={16}
        value={typed}
        onChange={setTyped}
      />
      {!mail && shown.isPending && <Skeleton rows={4} />}
      {!mail && shown.isError && <Banner tone="caution">{problemText(shown.error)}</Banner>}
      {mail && (
        <>
          <p className="template-subject">
            <span>{words.previewSubject}</span> {mail.subject}
          </p>
          <Tabs
            label={words.preview}
            tabs={[
              { id: 'html', label: words.asHtml, content: <MailFrame html={mail.html} /> },
              { id: 'text', label: words.asText, content: <pre className="template-plain">{mail.text}</pre> },
            ]}
          />
          <p className="template-stale" role="status">
            {shown.isError && [words.previewStale, problemText(shown.error)].join(' ')}
          </p>
        </>
      )}
    </section>
  );
}

/** Neither scripts nor requests but for pictures of the desk: it is looked at, never used. */
const POLICY = "default-src 'none'; img-src https: data:; style-src 'unsafe-inline'";
const STYLE =
  'body{margin:16px;background:#fff;color:#1f2328;font:14px/1.5 Arial,Helvetica,sans-serif;overflow-wrap:anywhere}img{max-width:100%}a{color:#0b57d0}';

/** On white, as most mail programs show it. */
function MailFrame({ html }: { html: string }) {
  const source = `<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="${POLICY}"><style>${STYLE}</style></head><body>${html}</body></html>`;
  return <iframe className="template-frame" title={words.frame} sandbox="" srcDoc={source} />;
}

function SendTest({ body }: { body: Wanted }) {
  const toasts = useToasts();
  const send = useCommand(templatesApi.testMail, {
    onSuccess: ({ to }) => void toasts.show({ text: words.tested(to) }),
    onError: (error) => void toasts.show({ text: words.notTested, detail: problemText(error), tone: 'danger' }),
  });
  return (
    <Button size="small" icon="send" isPending={send.isPending} onPress={() => send.mutate({ body })}>
      {words.test}
    </Button>
  );
}
