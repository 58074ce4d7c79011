import { FormField } from '@bureau/ui';
import { ChipField } from '@bureau/ui/parts';
import { knowledgeWords as words } from './knowledge.words.ts';

export interface KeywordsFieldProps {
  value: readonly string[];
  error: string | undefined;
  onChange: (keywords: string[]) => void;
}

/** Other words by which people look for the article. */
export function KeywordsField({ value, error, onChange }: KeywordsFieldProps) {
  const add = (typed: string) => {
    const added = typed.split(',').map((word) => word.trim().slice(0, 60));
    onChange([...new Set([...value, ...added.filter((word) => word !== '')])]);
  };
  return (
    <FormField label={words.keywords} help={words.keywordsHelp} error={error}>
      {() => (
        <div className="article-chips">
          <ChipField
            label={words.keywords}
            chips={value.map((keyword) => ({ value: keyword }))}
            suggestions={[]}
            onType={() => undefined}
            onAdd={add}
            onRemove={(keyword) => onChange(value.filter((one) => one !== keyword))}
          />
        </div>
      )}
    </FormField>
  );
}
