export * from './desk-hours.ts';
export { planDays, type DayPlan, type Schedule } from './local-hours.ts';
export * from './open-hours.ts';
export * from './read-holidays.ts';
