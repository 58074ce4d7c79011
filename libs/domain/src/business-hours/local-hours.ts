import { minutesOf, type DayHours, type SpecialDay, type WeekHours } from '@bureau/contracts';

/** From, inclusive, to below, exclusive; milliseconds. */
export interface Span {
  from: number;
  below: number;
}

const DAY = 86_400_000;
const MINUTE = 60_000;

/** What a day is: its special day, or the hours of the week. */
export interface DayPlan {
  /** YYYY-MM-DD. */
  day: string;
  special: SpecialDay | null;
  hours: DayHours;
}

export interface Schedule {
  week: WeekHours;
  specialDays: readonly SpecialDay[];
}

/** The hours of the days from one to the other, both included; `first` and `last` count days since 1970. */
export function planDays({ week, specialDays }: Schedule, first: number, last: number): DayPlan[] {
  const once = specialDays.filter(({ everyYear }) => !everyYear);
  const yearly = specialDays.filter(({ everyYear }) => everyYear);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => {
    const number = first + index;
    const day = new Date(number * DAY).toISOString().slice(0, 10);
    const special =
      once.find(({ from, until }) => from <= day && day <= until) ?? yearly.find((one) => fallsOn(one, day)) ?? null;
    // The first of 1970 was a Thursday, the fourth day of a week.
    return { day, special, hours: special?.hours ?? week[(((number + 3) % 7) + 7) % 7] ?? [] };
  });
}

/** Whether a day of every year lies on this one; a range may lie over New Year. */
function fallsOn({ from, until }: SpecialDay, day: string): boolean {
  const [begin, end, asked] = [from.slice(5), until.slice(5), day.slice(5)];
  const overNewYear = from.slice(0, 4) !== until.slice(0, 4);
  return overNewYear ? asked >= begin || asked <= end : begin <= asked && asked <= end;
}

/**
 * When it is open by the clocks on the wall, as if they were UTC: in order, apart from each other. `first` and `last`
 * count days since 1970; what began before is not in it.
 */
export function localSpans(schedule: Schedule, first: number, last: number): Span[] {
  const spans = planDays(schedule, first, last).flatMap(({ hours }, index) =>
    hours.map((one) => {
      const { from, to } = minutesOf(one);
      const midnight = (first + index) * DAY;
      return { from: midnight + from * MINUTE, below: midnight + to * MINUTE };
    }),
  );
  return joined(spans.sort((one, other) => one.from - other.from));
}

/** Spans in order of their beginning, those that touch or overlap as one. */
export function joined(spans: readonly Span[]): Span[] {
  const whole: Span[] = [];
  for (const span of spans) {
    const last = whole.at(-1);
    if (last && span.from <= last.below) last.below = Math.max(last.below, span.below);
    else whole.push({ ...span });
  }
  return whole;
}
