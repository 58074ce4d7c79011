import { Badge, ComboBox, FormField } from '@bureau/ui';
import { languageName } from '../../plain/language-name.ts';
import { languageChoices } from './known-places.ts';
import { siteWords as words } from './site.words.ts';

interface LanguageListProps {
  languages: readonly string[];
  error: string | undefined;
  onChange: (languages: string[]) => void;
}

/** The languages of the desk, each with a way to take it away, and one field to add another. */
export function LanguageList({ languages, error, onChange }: LanguageListProps) {
  const isLast = languages.length === 1;
  return (
    <FormField label={words.languages} help={words.languagesHelp} error={error}>
      {({ id: _, ...described }) => (
        <div className="site-languages" role="group" {...described}>
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
            aria-label={words.addLanguage}
            placeholder={words.addLanguage}
            choices={languageChoices(languages)}
            value={null}
            onChange={(tag) => tag !== null && onChange([...languages, tag])}
          />
        </div>
      )}
    </FormField>
  );
}
