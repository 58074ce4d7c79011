import { Button } from '@bureau/ui';
import { AdminSection } from '../../pieces/admin-page/index.ts';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { examples } from './examples.ts';
import { rulesWords as words } from './rules.words.ts';

/** Where there is no rule yet: some that many desks have, to begin with. */
export function ExampleRules({ go }: { go: AdminPageProps['go'] }) {
  return (
    <AdminSection title={words.empty.title} lead={words.empty.lead}>
      <ul className="rule-examples">
        {examples.map(({ id, type }) => (
          <li key={id}>
            <div>
              <strong>{words.examples[id].name}</strong>
              <span className="rule-quiet">{words.types[type].name}</span>
              <p>{words.examples[id].about}</p>
            </div>
            <Button
              size="small"
              aria-label={`${words.empty.begin}: ${words.examples[id].name}`}
              onPress={() => go({ item: 'new', query: { example: id } })}
            >
              {words.empty.begin}
            </Button>
          </li>
        ))}
      </ul>
    </AdminSection>
  );
}
