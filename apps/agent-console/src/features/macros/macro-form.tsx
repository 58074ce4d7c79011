import { CreateMacro, macrosApi } from '@bureau/contracts';
import type { Macro } from '@bureau/contracts';
import { keyOf, useClient } from '@bureau/client';
import { Switch, TextField } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ActionsField } from '../../pieces/actions/index.ts';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { FormFrame, useForm } from '../../pieces/form/index.ts';
import { refreshMacros } from '../../pieces/macros/index.ts';
import { newKey } from '../../plain/new-key.ts';
import { FoldersField } from './folders-field.tsx';
import { LivePreview } from './live-preview.tsx';
import { macroPagesWords as words } from './macro-pages.words.ts';
import type { MacroValues } from './macro-values.ts';
import { WhoField } from './who-field.tsx';

export interface MacroFormProps {
  /** Null: a new one. */
  macro: Macro | null;
  /** Of what was read; a colleague's change since is not overwritten. */
  version: string | null;
  saved: MacroValues;
  go: AdminPageProps['go'];
  onShowTheirs: () => void;
}

/** The fields of a macro, and beside them what it would do to a case. */
export function MacroForm({ macro, version, saved, go, onShowTheirs }: MacroFormProps) {
  const form = useMacroForm({ macro, version, saved, go });
  const { values, set, errorOf } = form;
  const { form: said } = words;
  return (
    <div className="macro-page">
      <FormFrame
        form={form}
        isNew={macro === null}
        saveLabel={macro ? undefined : said.create}
        onCancel={macro ? undefined : { label: said.cancel, run: () => go({}) }}
        onShowTheirs={onShowTheirs}
      >
        <TextField
          label={said.name}
          help={said.nameHelp}
          error={errorOf('name')}
          autoFocus={macro === null}
          maxLength={100}
          value={values.name}
          onChange={(name) => set({ name })}
        />
        <TextField
          label={said.description}
          help={said.descriptionHelp}
          error={errorOf('description')}
          maxLength={1000}
          value={values.description}
          onChange={(description) => set({ description })}
        />
        <FoldersField value={values.folders} error={errorOf('folders')} onChange={(folders) => set({ folders })} />
        <WhoField value={values.visibility} errorOf={errorOf} onChange={(visibility) => set({ visibility })} />
        <div className="macro-actions">
          <span className="bu-field-label">{said.actions}</span>
          <ActionsField
            by="macro"
            label={said.actions}
            value={values.actions}
            errorOf={errorOf}
            onChange={(actions) => set({ actions })}
          />
        </div>
        <Switch isSelected={values.enabled} onChange={(enabled) => set({ enabled })} help={said.enabledHelp}>
          {said.enabled}
        </Switch>
      </FormFrame>
      <LivePreview actions={values.actions} />
    </div>
  );
}

function useMacroForm({ macro, version, saved, go }: Omit<MacroFormProps, 'onShowTheirs'>) {
  const client = useClient();
  const queries = useQueryClient();
  const [key] = useState(newKey);
  return useForm<MacroValues>({
    saved,
    check: CreateMacro,
    save: async (values) => {
      const body = CreateMacro.parse(values);
      if (macro === null) {
        const made = await client.call(macrosApi.create, { body }, { idempotencyKey: key });
        await refreshMacros(queries);
        go({ item: String(made.id), replace: true });
        return;
      }
      const params = { macroId: macro.id };
      await client.call(macrosApi.update, { params, body }, { ifMatch: version ?? undefined });
      await queries.invalidateQueries({ queryKey: keyOf(macrosApi.get, { params }) });
      await refreshMacros(queries);
    },
  });
}
