import { customFieldsApi } from '@bureau/contracts';
import type { CustomField } from '@bureau/contracts';
import { useRoute } from '@bureau/client';
import { Banner } from '@bureau/ui';
import { customFieldsWords as words } from './custom-fields.words.ts';

/** What choices that are about to go are on: data keep them, and nobody can choose them any more. */
export function RemovedChoices({ field, choices }: { field: CustomField; choices: readonly string[] }) {
  const gone = field.choices.filter((choice) => !choices.includes(choice));
  if (gone.length === 0) return null;
  return (
    <Banner tone="caution">
      <strong>{words.removed.title}</strong>
      <ul className="field-removed">
        {gone.map((choice) => (
          <RemovedChoice key={choice} customFieldId={field.id} choice={choice} />
        ))}
      </ul>
    </Banner>
  );
}

function RemovedChoice({ customFieldId, choice }: { customFieldId: number; choice: string }) {
  const uses = useRoute(customFieldsApi.uses, { params: { customFieldId }, query: { choice } });
  return <li>{uses.data ? words.removed.losing(choice, uses.data.count) : words.removed.asking(choice)}</li>;
}
