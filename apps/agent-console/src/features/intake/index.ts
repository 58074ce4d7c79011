export { IntakeItemPage } from './intake-item-page.tsx';
export { IntakeListPage } from './intake-list-page.tsx';
export { intakeFilterOf, type IntakeFilter } from './intake-filter.ts';
export { SuggestedBanner } from './suggested-banner.tsx';
