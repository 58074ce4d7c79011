import './language-list.css';
import { Badge, FormField } from '@bureau/ui';
import { ComboBox } from '@bureau/ui/parts';
import { languageName } from '../../plain/language-name.ts';
import { languageChoices } from './known-languages.ts';

export interface LanguageListProps {
  label: string;
  help: string;
  addLabel: string;
  languages: readonly string[];
  error: string | undefined;
  onChange: (languages: string[]) => void;
}

/** Languages, each with a way to take it away, and one field to add another. */
export function LanguageList({ label, help, addLabel, languages, error, onChange }: LanguageListProps) {
  const isLast = languages.length === 1;
  return (
    <FormField label={label} help={help} error={error}>
      {({ id: _, ...described }) => (
        <div className="language-list" role="group" {...described}>
          <ul>
            {languages.map((tag) => (
              <li key={tag}>
                <Badge
                  name={languageName(tag)}
                  onRemove={isLast ? undefined : () => onChange(languages.filter((other) => other !== tag))}
                >
                  {languageName(tag)}
                </Badge>
              </li>
            ))}
          </ul>
          <ComboBox
            // Begins anew after each choice: what was chosen stands above.
            key={languages.join(' ')}
            aria-label={addLabel}
            placeholder={addLabel}
            choices={languageChoices(languages)}
            value={null}
            onChange={(tag) => tag !== null && onChange([...languages, tag])}
          />
        </div>
      )}
    </FormField>
  );
}
