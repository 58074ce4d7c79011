import { change, create, list, propose, remove, show, type DeskRoute } from '../resource/desk-route.ts';
import { CASES } from '../cases/case.source.ts';
import { MACRO_PREVIEWS } from './macro-preview.source.ts';
import { AskedMacros, MacroPreviews, PREVIEW_NAMES } from './macro-preview.writes.ts';
import { MACRO_ACTIONS, MACROS } from './macro.source.ts';
import { MACRO_ACTION_NAMES, MacroActionBody, MacroBody, MacroWrites } from './macro.writes.ts';
import { RULES } from './rule.source.ts';

export const MACRO_ROUTES: DeskRoute[] = [
  list('/macros', { summary: 'List the macros in their order.', allow: 'cases:update', reads: MACROS }),
  create('/macros', {
    summary: 'Create a macro, which does nothing yet: everybody’s for those who manage macros, else one’s own.',
    allow: 'cases:update',
    reads: MACROS,
    body: MacroBody,
    by: MacroWrites,
    run: (writes, wish) => writes.create(wish),
  }),
  show('/macros/:macro', { summary: 'Read a macro.', allow: 'cases:update', reads: MACROS }),
  change('/macros/:macro', {
    summary: 'Change a macro.',
    allow: 'cases:update',
    reads: MACROS,
    body: MacroBody,
    by: MacroWrites,
    run: (writes, wish) => writes.change(wish),
  }),
  remove('/macros/:macro', {
    summary: 'Delete a macro; what it did stays.',
    allow: 'cases:update',
    reads: MACROS,
    by: MacroWrites,
    run: (writes, wish) => writes.remove(wish),
  }),
  list('/macros/:macro/actions', {
    summary: 'List what a macro does and could do: a row for each type, `enabled` where it does.',
    allow: 'cases:update',
    within: MACROS,
    reads: MACRO_ACTIONS,
  }),
  show('/macros/:macro/actions/:action', {
    summary: 'Read a row of a macro.',
    allow: 'cases:update',
    reads: MACRO_ACTIONS,
  }),
  change('/macros/:macro/actions/:action', {
    summary: 'Set the `value` of a row, or switch it off (`enabled`), which forgets the value.',
    allow: 'cases:update',
    reads: MACRO_ACTIONS,
    body: MacroActionBody,
    names: MACRO_ACTION_NAMES,
    by: MacroWrites,
    run: (writes, wish) => writes.set(wish),
  }),
  show('/cases/:case/macros/preview', {
    summary: 'Say of which case macros are previewed here, by POST.',
    allow: 'cases:view',
    reads: MACRO_PREVIEWS,
  }),
  propose('/cases/:case/macros/preview', {
    summary:
      'Show what macros (`_links.macros`, a list of links) would make of a case, and the reply that they would leave.',
    allow: 'cases:update',
    within: CASES,
    reads: MACRO_PREVIEWS,
    body: AskedMacros,
    names: PREVIEW_NAMES,
    by: MacroPreviews,
    run: (writes, wish) => writes.show(wish),
  }),
  list('/rules', { summary: 'List the business rules.', allow: 'rules:manage', reads: RULES }),
  show('/rules/:rule', { summary: 'Read a business rule.', allow: 'rules:manage', reads: RULES }),
];
