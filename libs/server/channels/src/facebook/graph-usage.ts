import { z } from 'zod';

/** How much of what Facebook allows is used. */
export interface GraphUsage {
  /** The highest of all that it counts, in percent. */
  percent: number;
  /** When calls are let through again; null: they are let through now. */
  regainedAt: Date | null;
}

const Percents = z.object({
  call_count: z.number().optional(),
  total_time: z.number().optional(),
  total_cputime: z.number().optional(),
  /** Minutes. */
  estimated_time_to_regain_access: z.number().optional(),
});
const ByBusiness = z.record(z.string(), z.array(Percents));

/** Reads X-App-Usage, X-Page-Usage and X-Business-Use-Case-Usage; null when an answer has none of them. */
export function usageOf(headers: Headers, now: Date): GraphUsage | null {
  const counts = [
    ...[read(headers, 'x-app-usage', Percents), read(headers, 'x-page-usage', Percents)].flatMap((one) => one ?? []),
    ...Object.values(read(headers, 'x-business-use-case-usage', ByBusiness) ?? {}).flat(),
  ];
  if (counts.length === 0) return null;
  const most = (numbers: (number | undefined)[]) => Math.max(0, ...numbers.flatMap((one) => one ?? []));
  const minutes = most(counts.map((one) => one.estimated_time_to_regain_access));
  return {
    percent: most(counts.flatMap((one) => [one.call_count, one.total_time, one.total_cputime])),
    regainedAt: minutes === 0 ? null : new Date(now.getTime() + minutes * 60_000),
  };
}

function read<S extends z.ZodType>(headers: Headers, name: string, schema: S): z.output<S> | undefined {
  try {
    return schema.safeParse(JSON.parse(headers.get(name) ?? '')).data;
  } catch {
    return undefined;
  }
}
