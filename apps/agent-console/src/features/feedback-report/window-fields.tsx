import { brandsApi, FeedbackDimension, FeedbackPeriod } from '@bureau/contracts';
import { can, useRoute, useSession } from '@bureau/client';
import { Select, TextField } from '@bureau/ui';
import { feedbackReportWords as words } from './feedback-report.words.ts';
import type { ReportWindow } from './read-window.ts';

interface WindowFieldsProps {
  window: ReportWindow;
  onChange: (changes: Partial<ReportWindow>) => void;
}

/** Which days, which brand, by what, and in which steps. */
export function WindowFields({ window, onChange }: WindowFieldsProps) {
  const session = useSession();
  const brands = useRoute(brandsApi.list, {}, { enabled: can(session, brandsApi.list) });
  const known = brands.data?.items ?? [];
  return (
    <div className="report-window">
      <TextField label={words.from} type="date" value={window.from} onChange={(from) => from && onChange({ from })} />
      <TextField label={words.to} type="date" value={window.to} onChange={(to) => to && onChange({ to })} />
      {known.length > 1 && (
        <Select
          label={words.brand}
          choices={[
            { id: 'all', label: words.everyBrand },
            ...known.map(({ id, name }) => ({ id: String(id), label: name })),
          ]}
          value={window.brandId === null ? 'all' : String(window.brandId)}
          onChange={(id) => onChange({ brandId: id === 'all' ? null : Number(id) })}
        />
      )}
      <Select
        label={words.by}
        choices={FeedbackDimension.options.map((id) => ({ id, label: words.dimensions[id] }))}
        value={window.by}
        onChange={(by) => onChange({ by })}
      />
      <Select
        label={words.every}
        choices={FeedbackPeriod.options.map((id) => ({ id, label: words.periods[id] }))}
        value={window.every}
        onChange={(every) => onChange({ every })}
      />
    </div>
  );
}
