import { rulesApi } from '@bureau/contracts';
import type { RuleType } from '@bureau/contracts';
import { useClient } from '@bureau/client';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { AdminPage } from '../../pieces/admin-page/index.ts';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { FormFrame, useForm } from '../../pieces/form/index.ts';
import { newKey } from '../../plain/new-key.ts';
import type { Example } from './examples.ts';
import { refreshRules } from './refresh-rules.ts';
import { RuleFields } from './rule-fields.tsx';
import { RuleSentence } from './rule-sentence.tsx';
import { bodyOf, checkOf, newValues } from './rule-values.ts';
import type { RuleValues } from './rule-values.ts';
import { rulesWords as words } from './rules.words.ts';
import { TryPanel } from './try-panel.tsx';
import { useRuleFields } from './use-rule-fields.ts';

interface NewRulePageProps {
  type: RuleType;
  begins: Example | undefined;
  go: AdminPageProps['go'];
}

/** A rule to write, from nothing or from an example. It rests until it is switched on. */
export function NewRulePage({ type, begins, go }: NewRulePageProps) {
  const client = useClient();
  const queries = useQueryClient();
  const fields = useRuleFields(type);
  const [key] = useState(newKey);
  const [saved] = useState(() => begins?.values ?? newValues());
  const form = useForm<RuleValues>({
    saved,
    check: checkOf(type),
    save: async (values) => {
      const rule = await client.call(rulesApi.create, { body: bodyOf(type, values) }, { idempotencyKey: key });
      await refreshRules(queries);
      go({ item: String(rule.id), replace: true });
    },
  });
  const { name, about } = words.types[type];
  return (
    <AdminPage
      isWide
      title={words.form.newTitle}
      lead={`${name}. ${about}`}
      back={{ label: words.back, href: '/admin/rules' }}
    >
      <div className="rule-editor">
        <FormFrame
          form={form}
          isNew
          saveLabel={words.form.create}
          onCancel={{ label: words.form.cancel, run: () => go({}) }}
        >
          <RuleFields form={form} type={type} fields={fields} isNew />
        </FormFrame>
        <aside className="rule-aside">
          <RuleSentence type={type} values={form.values} fields={fields} />
          <section aria-label={words.panels.try} className="rule-panel">
            <h2>{words.panels.try}</h2>
            <TryPanel type={type} values={form.values} fields={fields} />
          </section>
        </aside>
      </div>
    </AdminPage>
  );
}
