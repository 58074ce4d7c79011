import { z } from 'zod';
import { IdParam } from '../ids.ts';
import { route } from '../route.ts';
import {
  ApplyMacros,
  CreateMacro,
  ListMacros,
  Macro,
  MacroApplication,
  macroParams,
  MacroPreview,
  MacroUndo,
  PreviewMacros,
  ReorderMacros,
  TryMacro,
  UpdateMacro,
} from './macros.ts';

const caseParams = z.object({ caseId: IdParam });

export const macrosApi = {
  list: route('GET', '/macros', {
    summary: 'List the macros that I may apply, in their order; or, to manage them, my own or all shared ones.',
    allow: 'cases:update',
    query: ListMacros,
    response: z.object({ items: z.array(Macro) }),
  }),
  create: route('POST', '/macros', {
    summary: 'Save a macro: one’s own, or (with macros:manage) for groups or everybody.',
    allow: 'cases:update',
    body: CreateMacro,
    response: Macro,
    status: 201,
    idempotent: true,
  }),
  try: route('POST', '/macros/try', {
    summary: 'Show what actions would do to a case, without saving or doing anything.',
    allow: 'cases:update',
    body: TryMacro,
    response: MacroPreview,
  }),
  reorder: route('PUT', '/macros/order', {
    summary: 'Put macros in order.',
    allow: 'cases:update',
    body: ReorderMacros,
  }),
  get: route('GET', '/macros/:macroId', {
    summary: 'Read a macro.',
    allow: 'cases:update',
    params: macroParams,
    response: Macro,
    versioned: true,
  }),
  update: route('PATCH', '/macros/:macroId', {
    summary: 'Change a macro.',
    allow: 'cases:update',
    params: macroParams,
    body: UpdateMacro,
    response: Macro,
    versioned: true,
  }),
  delete: route('DELETE', '/macros/:macroId', {
    summary: 'Delete a macro; what it did stays.',
    allow: 'cases:update',
    params: macroParams,
  }),
  preview: route('POST', '/cases/:caseId/macros/preview', {
    summary: 'Show what macros would do to a case, one after the other.',
    allow: 'cases:update',
    params: caseParams,
    body: PreviewMacros,
    response: MacroPreview,
  }),
  apply: route('POST', '/cases/:caseId/macros', {
    summary: 'Apply macros to a case in one write. Replies are handed back for the composer, not sent.',
    allow: 'cases:update',
    params: caseParams,
    body: ApplyMacros,
    response: MacroApplication,
    idempotent: true,
  }),
  undo: route('POST', '/cases/:caseId/macros/:appliedId/undo', {
    summary: 'Take back what applying macros did, but not what was changed again since. It may be repeated.',
    allow: 'cases:update',
    params: caseParams.extend({ appliedId: IdParam }),
    response: MacroUndo,
  }),
};
