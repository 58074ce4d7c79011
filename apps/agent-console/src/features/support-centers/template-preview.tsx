import { themesApi } from '@bureau/contracts';
import type { SupportCenter, ThemeTemplateName } from '@bureau/contracts';
import { useRoute } from '@bureau/client';
import { Banner, Select, Skeleton, TextField } from '@bureau/ui';
import { useState } from 'react';
import { languageName } from '../../plain/language-name.ts';
import { problemText } from '../../plain/problem-words.ts';
import { useSettled } from './use-settled.ts';
import { centerWords as words } from './support-centers.words.ts';

const SETTLED_MS = 500;

interface TemplatePreviewProps {
  center: SupportCenter;
  template: ThemeTemplateName;
  source: string;
}

/** The page as it would be, drawn by the desk on what there is; while something is half typed, the last good one stays. */
export function TemplatePreview({ center, template, source }: TemplatePreviewProps) {
  const [path, setPath] = useState('');
  const [language, setLanguage] = useState(center.languages[0] ?? 'en');
  const wish = useSettled({ source, language, path: path.trim() }, SETTLED_MS);
  const body = { source: wish.source, language: wish.language, ...(wish.path.startsWith('/') && { path: wish.path }) };
  const preview = useRoute(
    themesApi.preview,
    { params: { brandId: center.brandId, template }, body },
    { keepPrevious: true },
  );
  const [html, setHtml] = useState<string | null>(null);
  const drawn = preview.data?.html ?? null;
  if (drawn !== null && drawn !== html) setHtml(drawn);
  const problem = preview.data?.problem;
  return (
    <section className="center-preview" aria-label={words.preview}>
      <div className="center-preview-head">
        <TextField
          label={words.previewPath}
          placeholder={preview.data?.path ?? (drawn === null ? '/' : words.previewExample)}
          maxLength={500}
          value={path}
          onChange={setPath}
        />
        {center.languages.length > 1 && (
          <Select
            label={words.language}
            choices={center.languages.map((tag) => ({ id: tag, label: languageName(tag) }))}
            value={language}
            onChange={setLanguage}
          />
        )}
      </div>
      <div role="status" className="center-problem">
        {problem && (
          <Banner tone="caution">
            {problem.line === null ? problem.message : words.problemAt(problem.line, problem.message)}
          </Banner>
        )}
        {preview.isError && <Banner tone="danger">{problemText(preview.error)}</Banner>}
      </div>
      {html === null && preview.isPending && <Skeleton rows={8} />}
      {html !== null && <iframe className="center-frame" title={words.preview} sandbox="" srcDoc={html} />}
    </section>
  );
}
