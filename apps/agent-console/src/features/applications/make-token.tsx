import { applicationsApi, CreateAccessToken } from '@bureau/contracts';
import type { AccessTokenSecret, Application, Permission } from '@bureau/contracts';
import { keyOf, useClient, useSession } from '@bureau/client';
import { Checkbox, Dialog, Select, TextField } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { FormFrame, useForm } from '../../pieces/form/index.ts';
import { permissionSections, permissionWord } from '../../pieces/permissions/index.ts';
import { applicationsWords } from './applications.words.ts';

const words = applicationsWords.tokens;
const DAY_MS = 86_400_000;
const lives = { week: 7, month: 30, year: 365, forever: null } as const;
type Life = keyof typeof lives;

interface Typed {
  name: string;
  scopes: readonly Permission[];
  life: Life;
}

interface MakeTokenProps {
  application: Application;
  onClose: () => void;
  onMade: (secret: AccessTokenSecret) => void;
}

/** Makes a token that acts for oneself, with no more than one may oneself. */
export function MakeToken({ application, onClose, onMade }: MakeTokenProps) {
  const client = useClient();
  const session = useSession();
  const queries = useQueryClient();
  const begin: Typed = { name: '', scopes: [], life: 'year' };
  const form = useForm({
    saved: begin,
    isUnguarded: true,
    check: { safeParse: (typed: Typed) => CreateAccessToken.safeParse({ name: typed.name, scopes: typed.scopes }) },
    save: async ({ name, scopes, life }) => {
      const days = lives[life];
      const expiresAt = days === null ? null : new Date(Date.now() + days * DAY_MS).toISOString();
      const body = { name, scopes: [...scopes], expiresAt };
      const made = await client.call(applicationsApi.createToken, { params: { applicationId: application.id }, body });
      void queries.invalidateQueries({ queryKey: keyOf(applicationsApi.tokens) });
      void queries.invalidateQueries({ queryKey: keyOf(applicationsApi.list) });
      // It counts its tokens: whoever deletes it is told how many stop working.
      void queries.invalidateQueries({ queryKey: keyOf(applicationsApi.get) });
      onClose();
      onMade(made);
    },
  });
  const { values, set, errorOf } = form;
  const own = permissionSections.flatMap((section) => {
    const permissions = section.permissions.filter((permission) => session.permissions.includes(permission));
    return permissions.length > 0 ? [{ ...section, permissions }] : [];
  });
  return (
    <Dialog isOpen onClose={onClose} title={words.makeTitle} size="wide">
      <FormFrame form={form} isNew saveLabel={words.make} onCancel={{ label: applicationsWords.cancel, run: onClose }}>
        <TextField
          label={applicationsWords.name}
          help={words.nameHelp}
          autoFocus
          validationBehavior="aria"
          value={values.name}
          onChange={(name) => set({ name })}
          error={errorOf('name')}
        />
        <Select
          label={words.until}
          choices={(['week', 'month', 'year', 'forever'] as const).map((id) => ({ id, label: words.lives[id] }))}
          value={values.life}
          onChange={(life) => set({ life })}
        />
        <p className={errorOf('scopes') ? 'bu-field-error' : 'bu-field-help'}>
          {errorOf('scopes') ?? words.scopesHelp}
        </p>
        {own.map((section) => (
          <fieldset key={section.id} className="token-scopes">
            <legend>{section.title}</legend>
            {section.permissions.map((permission) => (
              <Checkbox
                key={permission}
                isSelected={values.scopes.includes(permission)}
                onChange={(is) => {
                  const others = values.scopes.filter((scope) => scope !== permission);
                  set({ scopes: is ? [...others, permission] : others });
                }}
                help={permissionWord(permission).allows}
              >
                {permissionWord(permission).name}
              </Checkbox>
            ))}
          </fieldset>
        ))}
      </FormFrame>
    </Dialog>
  );
}
