import './case-fields.css';
import { customFieldsApi } from '@bureau/contracts';
import type { Case, CustomField } from '@bureau/contracts';
import { useRoute } from '@bureau/client';
import { ErrorState, Skeleton, useActions } from '@bureau/ui';
import { useRef } from 'react';
import { fieldsWords as words } from './case-fields.words.ts';
import { FieldEditor } from './field-editor.tsx';

/** The custom fields of a case, each changed where it stands. One that is out of use is shown while it holds a value. */
export function CaseFields({ supportCase }: { supportCase: Case }) {
  const fields = useRoute(customFieldsApi.list, { query: { owner: 'case' } });
  const list = useRef<HTMLDListElement>(null);
  const { section, first: description } = words.shortcut;
  const focusFirst = () => list.current?.querySelector<HTMLElement>('input, button')?.focus();
  useActions([{ id: 'case.fields', keys: 'shift+d', section, description, icon: 'list', run: focusFirst }]);

  if (fields.isPending) {
    return (
      <div className="context-section">
        <Skeleton rows={3} shape="text" />
      </div>
    );
  }
  if (fields.isError) {
    return (
      <ErrorState
        what={words.failed}
        safe={words.safe}
        onRetry={() => void fields.refetch()}
        isRetrying={fields.isFetching}
      />
    );
  }
  const shown = fields.data.items.filter((field) => field.active || isSet(supportCase, field));
  if (shown.length === 0) return null;
  return (
    <section className="context-section">
      <h3>{words.fields}</h3>
      <dl ref={list} className="case-fields">
        {shown.map((field) => (
          <FieldEditor key={`${supportCase.id} ${field.key}`} supportCase={supportCase} field={field} />
        ))}
      </dl>
    </section>
  );
}

function isSet({ customFields }: Case, { key }: CustomField): boolean {
  return customFields[key] !== undefined;
}
