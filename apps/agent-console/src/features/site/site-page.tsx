import './site.css';
import { ChangeSite, siteApi } from '@bureau/contracts';
import type { Site } from '@bureau/contracts';
import { keyOf, useClient, useRoute } from '@bureau/client';
import { Button, ErrorState, Select, Skeleton, TextField } from '@bureau/ui';
import { ComboBox } from '@bureau/ui/parts';
import { useQueryClient } from '@tanstack/react-query';
import { AdminPage } from '../../pieces/admin-page/index.ts';
import { FormFrame, useForm } from '../../pieces/form/index.ts';
import { LanguageList } from '../../pieces/language-list/index.ts';
import { zoneChoices } from '../../plain/time-zones.ts';
import { languageName } from '../../plain/language-name.ts';
import { siteWords as words } from './site.words.ts';

/** What the whole desk has in common: the company, its time zone, its languages. */
export function SitePage() {
  const site = useRoute(siteApi.read, {});
  return (
    <AdminPage title={words.title} lead={words.lead}>
      {site.isPending && <Skeleton rows={4} />}
      {site.isError && (
        <ErrorState
          what={words.failed}
          safe={words.safe}
          onRetry={() => void site.refetch()}
          isRetrying={site.isFetching}
        />
      )}
      {site.data && <SiteForm site={site.data} onShowTheirs={() => void site.refetch()} />}
    </AdminPage>
  );
}

function SiteForm({ site, onShowTheirs }: { site: Site; onShowTheirs: () => void }) {
  const client = useClient();
  const queries = useQueryClient();
  const { companyName, timeZone, languages, defaultLanguage } = site;
  const form = useForm({
    saved: { companyName, timeZone: timeZone ?? undefined, languages, defaultLanguage },
    check: ChangeSite,
    save: async (body) => {
      queries.setQueryData(keyOf(siteApi.read, {}), await client.call(siteApi.change, { body }));
    },
  });
  const { values, set, errorOf } = form;
  const setLanguages = (next: string[]) =>
    set({
      languages: next,
      defaultLanguage: next.includes(values.defaultLanguage) ? values.defaultLanguage : (next[0] ?? ''),
    });
  return (
    <FormFrame form={form} onShowTheirs={onShowTheirs}>
      <TextField
        label={words.company}
        help={words.companyHelp}
        error={errorOf('companyName')}
        maxLength={100}
        autoComplete="organization"
        value={values.companyName}
        onChange={(next) => set({ companyName: next })}
      />
      <div className="site-zone">
        <ComboBox
          label={words.timeZone}
          help={values.timeZone === undefined ? words.timeZoneUnset : words.timeZoneHelp}
          error={errorOf('timeZone')}
          choices={zoneChoices()}
          value={values.timeZone ?? null}
          onChange={(next) => set({ timeZone: next ?? undefined })}
        />
        <UseMine current={values.timeZone} onUse={(zone) => set({ timeZone: zone })} />
      </div>
      <LanguageList
        label={words.languages}
        help={words.languagesHelp}
        addLabel={words.addLanguage}
        languages={values.languages}
        error={errorOf('languages')}
        onChange={setLanguages}
      />
      <Select
        label={words.defaultLanguage}
        help={words.defaultLanguageHelp}
        error={errorOf('defaultLanguage')}
        choices={values.languages.map((tag) => ({ id: tag, label: languageName(tag) }))}
        value={values.defaultLanguage}
        onChange={(next) => set({ defaultLanguage: next })}
      />
    </FormFrame>
  );
}

/** Whoever sets up a desk mostly sits where its day is. */
function UseMine({ current, onUse }: { current: string | undefined; onUse: (zone: string) => void }) {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (current !== undefined || !zone) return null;
  return (
    <Button size="small" onPress={() => onUse(zone)}>
      {words.useMine(zone)}
    </Button>
  );
}
