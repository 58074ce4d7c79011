import type { ConditionField } from '@bureau/contracts';
import { ApiProblem } from '@bureau/client';
import { RelativeTime, Skeleton, StatusMark } from '@bureau/ui';
import { useConditionSentence } from '../../pieces/condition-sentence/index.ts';
import { customerName } from '../../plain/customer-name.ts';
import { filterEditorWords as words } from './filter-editor.words.ts';
import type { FilterValues } from './filter-values.ts';
import { usePreview } from './use-preview.ts';

/** What the conditions find now, in words, in number, and the first few of them. */
export function FilterPreview({ values, fields }: { values: FilterValues; fields: readonly ConditionField[] }) {
  const preview = usePreview(values, fields);
  return (
    <section className="filter-preview" aria-label={words.preview} data-stale={!preview.isCurrent || undefined}>
      <h2>{words.preview}</h2>
      <Found preview={preview} values={values} />
    </section>
  );
}

function Found({ preview, values }: { preview: ReturnType<typeof usePreview>; values: FilterValues }) {
  const say = useConditionSentence();
  const { data, error } = preview;
  if (!preview.isComplete) return <p className="filter-preview-note">{words.incomplete}</p>;
  if (error) {
    const isFault = error instanceof ApiProblem && error.errors.length > 0;
    return (
      <p className="filter-preview-note" role="alert">
        {isFault ? error.errors[0]?.message : words.previewFailed}
      </p>
    );
  }
  if (!data) return <Skeleton shape="text" rows={5} />;
  return (
    <>
      <p className="filter-preview-sentence">{say(values.conditions, data.description)}</p>
      <p role="status" className="filter-preview-count bu-figures">
        {words.found(data.count, data.more)}
      </p>
      <ul>
        {data.items.map(({ id, subject, customer, status, activeAt }) => (
          <li key={id}>
            <StatusMark status={status} compact />
            <span className="bu-truncate">
              <strong>{customerName(customer)}</strong> {subject || words.noSubject}
            </span>
            <span className="bu-figures">
              <RelativeTime at={activeAt} />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
