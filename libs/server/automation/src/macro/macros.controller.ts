import { Controller } from '@nestjs/common';
import {
  macrosApi,
  type Actor,
  type Macro,
  type MacroApplication,
  type MacroPreview,
  type MacroUndo,
  type RouteCall,
} from '@bureau/contracts';
import { writeOptions } from '@bureau/cases';
import { Handles, type HttpExchange, type RawJson } from '@bureau/platform';
import { ApplyMacros } from './apply-macros.ts';
import { MacroQueries } from './macro.queries.ts';
import { SaveMacro } from './save-macro.ts';
import { UndoMacros } from './undo-macros.ts';

@Controller()
export class MacrosController {
  constructor(
    private readonly macros: MacroQueries,
    private readonly saveMacro: SaveMacro,
    private readonly applyMacros: ApplyMacros,
    private readonly undoMacros: UndoMacros,
  ) {}

  @Handles(macrosApi.list)
  async list(actor: Actor, { query }: RouteCall<typeof macrosApi.list>): Promise<{ items: Macro[] }> {
    return { items: await this.macros.list(actor, query.scope) };
  }

  @Handles(macrosApi.create)
  async create(actor: Actor, { body }: RouteCall<typeof macrosApi.create>): Promise<RawJson> {
    return this.macros.get(actor, await this.saveMacro.create(actor, body));
  }

  @Handles(macrosApi.try)
  try(actor: Actor, { body }: RouteCall<typeof macrosApi.try>): Promise<MacroPreview> {
    return this.applyMacros.try(actor, body);
  }

  @Handles(macrosApi.reorder)
  reorder(actor: Actor, { body }: RouteCall<typeof macrosApi.reorder>): Promise<void> {
    return this.saveMacro.reorder(actor, body.macroIds);
  }

  @Handles(macrosApi.get)
  get(actor: Actor, { params }: RouteCall<typeof macrosApi.get>): Promise<RawJson> {
    return this.macros.get(actor, params.macroId);
  }

  @Handles(macrosApi.update)
  async update(
    actor: Actor,
    { params, body }: RouteCall<typeof macrosApi.update>,
    { ifMatch }: HttpExchange,
  ): Promise<RawJson> {
    await this.saveMacro.update(actor, params.macroId, { changes: body, ifMatch });
    return this.macros.get(actor, params.macroId);
  }

  @Handles(macrosApi.delete)
  delete(actor: Actor, { params }: RouteCall<typeof macrosApi.delete>): Promise<void> {
    return this.saveMacro.delete(actor, params.macroId);
  }

  @Handles(macrosApi.preview)
  preview(actor: Actor, { params, body }: RouteCall<typeof macrosApi.preview>): Promise<MacroPreview> {
    return this.applyMacros.preview(actor, params.caseId, body.macroIds);
  }

  @Handles(macrosApi.apply)
  apply(
    actor: Actor,
    { params, body }: RouteCall<typeof macrosApi.apply>,
    exchange: HttpExchange,
  ): Promise<MacroApplication> {
    return this.applyMacros.run(actor, params.caseId, body, writeOptions(exchange));
  }

  @Handles(macrosApi.undo)
  undo(actor: Actor, { params }: RouteCall<typeof macrosApi.undo>, exchange: HttpExchange): Promise<MacroUndo> {
    const { caseId, appliedId: applicationId } = params;
    return this.undoMacros.run(actor, { caseId, applicationId }, writeOptions(exchange));
  }
}
