import { ChangeSupportCenter, supportCentersApi } from '@bureau/contracts';
import type { SupportCenter } from '@bureau/contracts';
import { keyOf, useClient } from '@bureau/client';
import { Checkbox, FormField, TextArea, TextField } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { FormFrame, useForm } from '../../pieces/form/index.ts';
import { LanguageList } from '../../pieces/language-list/index.ts';
import { centerWords as words } from './support-centers.words.ts';

/** Open or closed, where it is, what it speaks and offers, its colour. */
export function CenterForm({ center, mayChange }: { center: SupportCenter; mayChange: boolean }) {
  const client = useClient();
  const queries = useQueryClient();
  const { open, languages, offers, hosts, colour, brandId } = center;
  const form = useForm({
    saved: { open, hosts, languages, ...offers, colour: colour ?? '' },
    check: { safeParse: (values: Typed) => ChangeSupportCenter.safeParse(bodyOf(values)) },
    save: async (values: Typed) => {
      const params = { brandId };
      const saved = await client.call(supportCentersApi.change, { params, body: bodyOf(values) });
      queries.setQueryData(keyOf(supportCentersApi.read, { params }), saved);
      void queries.invalidateQueries({ queryKey: keyOf(supportCentersApi.list) });
    },
  });
  const { values, set, errorOf } = form;
  return (
    <fieldset className="center-form" disabled={!mayChange}>
      <FormFrame form={form}>
        <Checkbox isSelected={values.open} help={words.openHelp} onChange={(next) => set({ open: next })}>
          {words.open}
        </Checkbox>
        <TextArea
          label={words.hosts}
          help={words.hostsHelp(center.address)}
          error={faultOf(errorOf, 'hosts')}
          rows={2}
          value={values.hosts.join('\n')}
          onChange={(text) => set({ hosts: text === '' ? [] : text.split('\n') })}
        />
        <LanguageList
          label={words.languages}
          help={words.languagesHelp}
          addLabel={words.addLanguage}
          languages={values.languages}
          error={faultOf(errorOf, 'languages')}
          onChange={(next) => set({ languages: next })}
        />
        <FormField label={words.offered} help={words.offeredHelp}>
          {({ id: _, ...described }) => (
            <div className="center-offers" role="group" {...described}>
              <Checkbox isSelected={values.email} onChange={(email) => set({ email })}>
                {words.email}
              </Checkbox>
              <Checkbox isSelected={values.questions} onChange={(questions) => set({ questions })}>
                {words.questions}
              </Checkbox>
              <Checkbox isSelected={values.myCases} onChange={(myCases) => set({ myCases })}>
                {words.myCases}
              </Checkbox>
            </div>
          )}
        </FormField>
        <ColourField
          center={center}
          value={values.colour}
          error={errorOf('colour')}
          onChange={(next) => set({ colour: next })}
        />
      </FormFrame>
    </fieldset>
  );
}

interface Typed {
  open: boolean;
  hosts: string[];
  languages: string[];
  email: boolean;
  questions: boolean;
  myCases: boolean;
  colour: string;
}

function bodyOf({ open, hosts, languages, colour, ...offers }: Typed) {
  const named = hosts.map((host) => host.trim()).filter((host) => host !== '');
  return { open, hosts: named, languages: [...languages], offers, colour: colour.trim() === '' ? null : colour };
}

/** What is wrong with the list, or with one of its entries. */
function faultOf(errorOf: (path: string) => string | undefined, path: string): string | undefined {
  return [path, ...Array.from({ length: 10 }, (_, index) => `${path}.${index}`)].map(errorOf).find(Boolean);
}

interface ColourFieldProps {
  center: SupportCenter;
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}

/** A colour as it is picked or written, and the shades in which it can be read. */
function ColourField({ center: { colour, shades }, value, error, onChange }: ColourFieldProps) {
  const isSaved = value === (colour ?? '');
  return (
    <div className="center-colour">
      <TextField
        label={words.colour}
        help={shades.adjusted && isSaved ? words.colourAdjusted : words.colourHelp}
        error={error}
        placeholder={shades.light}
        maxLength={7}
        value={value}
        onChange={onChange}
      />
      <input
        type="color"
        aria-label={words.pickColour}
        value={/^#[0-9a-f]{6}$/i.test(value) ? value : shades.light}
        onChange={(event) => onChange(event.target.value)}
      />
      {isSaved && (
        <span className="center-shades" aria-hidden="true">
          <span style={{ background: shades.light }} />
          <span style={{ background: shades.dark }} />
        </span>
      )}
    </div>
  );
}
